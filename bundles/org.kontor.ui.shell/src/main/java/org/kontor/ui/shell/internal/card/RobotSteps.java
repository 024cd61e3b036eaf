package org.kontor.ui.shell.internal.card;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Optional;
import org.kontor.api.access.Permission;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.Stage;
import org.kontor.api.labels.Label;
import org.kontor.api.workflow.RunState;
import org.kontor.ui.shell.internal.parts.Elements;

/// What the robots did for the document and what they are going to do (ROB-5).
final class RobotSteps {
    private final OpenDocument open;
    private final Div content = Elements.div("runs");
    private List<RunState> runs = List.of();

    RobotSteps(OpenDocument open) {
        this.open = open;
        this.runs = read();
        draw();
    }

    Component content() {
        return content;
    }

    /// How many steps of the newest run are done, as in `1/2`; empty when there is no run.
    Optional<String> score() {
        return runs.stream().findFirst().filter(run -> !run.steps().isEmpty())
                .map(run -> run.steps().stream().filter(step -> step.progress() == RunState.Progress.DONE).count() + "/" + run.steps().size());
    }

    /// Whether a step needs somebody.
    boolean troubled() {
        return runs.stream().flatMap(run -> run.steps().stream())
                .anyMatch(step -> step.progress() == RunState.Progress.REFUSED || step.progress() == RunState.Progress.RETRYING || step.progress() == RunState.Progress.ACTIVITY_AWAY);
    }

    void update() {
        List<RunState> fresh = read();
        if (!fresh.equals(runs)) {
            runs = fresh;
            draw();
        }
    }

    private List<RunState> read() {
        return open.portal().runs.of(open.ref(), open.tab().actor());
    }

    private void draw() {
        content.removeAll();
        if (runs.isEmpty()) {
            content.add(Elements.empty("bot", text("card.robots.none"), text("card.robots.none.hint")));
        }
        runs.forEach(run -> content.add(run(run)));
        if (mayConfigure() && open.type().pipeline().isPresent()) {
            var configure = Elements.link("robots/" + open.ref().type(), Elements.icon("settings"), Elements.text("", text("card.robots.configure")));
            configure.addClassNames("button", "plain");
            content.add(Elements.div("more", Elements.test(configure, "configure-robots")));
        }
    }

    private boolean mayConfigure() {
        return open.portal().access.may(open.tab().actor(), Permission.CONFIGURE);
    }

    private Div run(RunState run) {
        Optional<Stage> stage = open.type().stage(run.stageId());
        H3 name = new H3();
        stage.ifPresent(known -> name.add(Elements.dot(known)));
        name.add(Elements.text("", stage.map(Stage::name).map(open.tab()::text).orElse(run.stageId())));
        UnorderedList steps = new UnorderedList();
        steps.addClassName("steps");
        run.steps().forEach(step -> steps.add(step(run, step)));
        return Elements.div("run", Elements.div("run-head", name, Moments.spoken(run.started(), open.tab(), open.portal())), steps);
    }

    private ListItem step(RunState run, RunState.StepState step) {
        Look look = look(step.progress());
        Div state = Elements.div("row wrap small quiet", Elements.text(look.tone(), text("card.progress." + step.progress())));
        step.when().filter(_ -> look.timed()).ifPresent(when -> state.add(Moments.spoken(when, open.tab(), open.portal())));
        Div body = Elements.div("grow", Elements.text("strong", open.tab().text(step.name())), state);
        step.note().ifPresent(note -> body.add(Elements.note(look.tone(), look.icon(), open.tab().text(note))));
        step.made().ifPresent(made -> {
            var link = Elements.link(made.toString(), Elements.icon(icon(made.type())), Elements.text("", open.titleOf(made)));
            link.addClassName("made");
            body.add(link);
        });
        ListItem item = new ListItem(Elements.div("mark " + look.tone(), Elements.icon(look.icon())), body);
        if (mayConfigure() && (step.progress() == RunState.Progress.REFUSED || step.progress() == RunState.Progress.RETRYING)) {
            item.add(Elements.test(Elements.button("", "rotate-ccw", text("card.robots.retry"), () -> retry(run, step)), "retry"));
        }
        item.getElement().setAttribute("data-progress", step.progress().name());
        return Elements.test(item, "robot-" + step.robotId());
    }

    private record Look(String icon, String tone, boolean timed) {}

    private static Look look(RunState.Progress progress) {
        return switch (progress) {
            case WAITING -> new Look("clock", "accent", true);
            case DONE -> new Look("check", "good", true);
            case SKIPPED -> new Look("arrow-right", "", true);
            case CANCELLED -> new Look("x", "", true);
            case REFUSED -> new Look("circle-alert", "bad", true);
            case RETRYING -> new Look("refresh-cw", "warn", true);
            case ACTIVITY_AWAY -> new Look("plug", "warn", false);
        };
    }

    private String icon(String typeId) {
        return open.portal().types.find(typeId).map(DocumentType::icon).orElse("file-text");
    }

    private void retry(RunState run, RunState.StepState step) {
        if (!open.portal().runs.retry(run.id(), step.robotId(), open.tab().actor())) {
            open.tab().tell(Label.of("card.robots.not-retried"));
        }
        update();
    }

    private String text(String key) {
        return open.tab().text(Label.of(key));
    }
}
