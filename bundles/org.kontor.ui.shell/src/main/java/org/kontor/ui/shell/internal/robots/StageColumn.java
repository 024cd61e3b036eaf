package org.kontor.ui.shell.internal.robots;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.kontor.api.documents.Filter;
import org.kontor.api.documents.Stage;
import org.kontor.api.labels.Label;
import org.kontor.api.workflow.ActivityShape;
import org.kontor.api.workflow.Robot;
import org.kontor.api.workflow.RobotSheet;
import org.kontor.api.workflow.RunState;
import org.kontor.ui.shell.internal.parts.Elements;
import org.kontor.ui.shell.internal.tab.PageTab;
import org.kontor.ui.shell.internal.tab.Portal;

/// The robots of one stage as tiles.
final class StageColumn {
    private static final Set<RunState.Progress> TROUBLE = Set.of(RunState.Progress.REFUSED, RunState.Progress.RETRYING, RunState.Progress.ACTIVITY_AWAY);

    private final PageTab tab;
    private final RobotWords words;
    private final Set<String> activities;
    private final Consumer<RobotDraft> edit;

    StageColumn(PageTab tab, Portal portal, RobotWords words, Consumer<RobotDraft> edit) {
        this.tab = tab;
        this.words = words;
        this.activities = portal.robots.activities().stream().map(ActivityShape::id).collect(Collectors.toSet());
        this.edit = edit;
    }

    static boolean inTrouble(RunState.StepState step) {
        return TROUBLE.contains(step.progress());
    }

    Component content(RobotSheet sheet, Stage stage, List<RunState> troubled) {
        String name = tab.text(stage.name());
        H2 title = new H2(name);
        Div head = Elements.div("robots-column-head", Elements.dot(stage), title, Elements.text("badge", Integer.toString(sheet.robots().size())));
        Div list = Elements.div("robots-list");
        list.getElement().setAttribute("role", "list").setAttribute("aria-label", name);
        for (Robot robot : sheet.robots()) {
            long count = troubled.stream().filter(run -> run.stageId().equals(stage.id()))
                    .flatMap(run -> run.steps().stream()).filter(step -> step.robotId().equals(robot.id()) && inTrouble(step)).count();
            list.add(tile(sheet, robot, count));
        }
        if (sheet.robots().isEmpty()) {
            list.getElement().removeAttribute("role").removeAttribute("aria-label");
            list.add(Elements.text("quiet small robots-none", tab.text(Label.of("robots.none"))));
        }
        NativeButton add = Elements.button("plain robots-add", "plus", tab.text(Label.of("robots.add")), () -> edit.accept(RobotDraft.fresh(sheet)));
        add.getElement().setAttribute("aria-label", tab.text(Label.of("robots.add-to", name)));
        Div column = Elements.div("robots-column stage-" + stage.colour(), head, list, Elements.test(add, "add-robot-" + stage.id()));
        column.getElement().setAttribute("data-stage", stage.id()).setAttribute("role", "group").setAttribute("aria-label", name);
        return Elements.test(column, "robots-column-" + stage.id());
    }

    private Component tile(RobotSheet sheet, Robot robot, long troubles) {
        boolean away = !activities.contains(robot.activityId());
        NativeButton open = new NativeButton();
        open.addClassName("robot-open");
        open.getElement().setAttribute("type", "button").setAttribute("aria-keyshortcuts", "Alt+ArrowUp Alt+ArrowDown Alt+ArrowLeft Alt+ArrowRight");
        open.addClickListener(_ -> edit.accept(RobotDraft.of(sheet, robot)));
        open.add(line("robot-name", "bot", words.activity(robot.activityId())), line("robot-fact", "clock", words.timing(robot.timing())));
        if (!(robot.condition() instanceof Filter.Any)) {
            open.add(line("robot-fact", "filter", words.condition(robot.condition())));
        }
        if (away) {
            open.add(badge("warn", "plug", Label.of("robots.away")));
        }
        if (troubles > 0) {
            open.add(badge("bad", "triangle-alert", Label.of("robots.in-trouble", troubles)));
        }
        Div tile = Elements.div("robot-tile", open);
        tile.getElement().setAttribute("role", "listitem").setAttribute("draggable", "true").setAttribute("data-robot", robot.id());
        return Elements.test(tile, "robot-" + robot.id());
    }

    private static Component line(String classes, String icon, String text) {
        return Elements.text(classes, "").getElement().appendChild(Elements.icon(icon).getElement(), Elements.text("", text).getElement()).getComponent().orElseThrow();
    }

    private Component badge(String kind, String icon, Label text) {
        return Optional.of(Elements.text("robot-badge " + kind, "")).map(span -> {
            span.add(Elements.icon(icon), Elements.text("", tab.text(text)));
            return span;
        }).orElseThrow();
    }
}
