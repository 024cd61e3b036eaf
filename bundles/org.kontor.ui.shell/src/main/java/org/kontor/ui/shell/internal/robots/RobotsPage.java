package org.kontor.ui.shell.internal.robots;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.kontor.api.access.Permission;
import org.kontor.api.documents.DocumentRef;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.Pipeline;
import org.kontor.api.documents.Stage;
import org.kontor.api.labels.Label;
import org.kontor.api.workflow.RunState;
import org.kontor.ui.shell.internal.parts.Control;
import org.kontor.ui.shell.internal.parts.Elements;
import org.kontor.ui.shell.internal.pipelines.WayChoice;
import org.kontor.ui.shell.internal.tab.PageTab;
import org.kontor.ui.shell.internal.tab.Portal;

/// The robots of a type: a column for each stage, and the steps that need somebody. Shows activities as they come and go.
public final class RobotsPage {
    private final PageTab tab;
    private final Portal portal;
    private final DocumentType type;
    private final Div columns = Elements.div("robots");
    private final Div troubles = Elements.div("robot-troubles");
    private final WayChoice ways;
    private Optional<Pipeline> way;

    public RobotsPage(PageTab tab, Portal portal, DocumentType type) {
        this.tab = tab;
        this.portal = portal;
        this.type = type;
        this.ways = new WayChoice(tab, portal, type, Map.of());
        this.way = ways.chosen().or(type::pipeline);
    }

    public Component content() {
        if (!portal.access.may(tab.actor(), Permission.CONFIGURE)) {
            return Elements.div("page", Elements.empty("shield", text("robots.no-right"), text("robots.no-right.hint")));
        }
        if (type.pipeline().isEmpty()) {
            return Elements.div("page", Elements.empty("bot", text("robots.no-stages"), text("robots.no-stages.hint", type.many())));
        }
        Paragraph hint = new Paragraph(text("robots.hint"));
        hint.addClassNames("quiet", "robots-hint");
        RobotMoves.listen(columns, this::move);
        draw();
        follow();
        return Elements.div("page wide", head(), hint, columns, troubles);
    }

    private Component head() {
        H1 title = new H1(text("robots.title", type.many()));
        Component back = Elements.link(type.id(), Elements.icon("chevron-left"), Elements.text("", tab.text(type.many())));
        ((com.vaadin.flow.component.HasStyle) back).addClassNames("button", "plain");
        Div head = Elements.div("page-head", title);
        if (ways.several()) {
            head.add(choice());
        }
        head.add(Elements.div("grow"), back);
        return head;
    }

    private Component choice() {
        Map<String, String> names = new LinkedHashMap<>();
        ways.visible().forEach(each -> names.put(each.id(), tab.text(each.name())));
        Control choice = Control.choice(names, way.map(Pipeline::id).orElse(""), false).with("aria-label", text("robots.pipeline")).with("data-test", "robots-pipeline");
        choice.whenSettled((id, _) -> {
            way = ways.visible().stream().filter(each -> each.id().equals(id)).findFirst().or(() -> way);
            draw();
        });
        return Elements.div("robots-way", choice);
    }

    private void follow() {
        AutoCloseable watch = portal.robots.watch(() -> tab.later(this::draw));
        tab.atLeave(() -> close(watch));
        tab.live(this::changed);
    }

    private void changed(Set<DocumentRef> refs) {
        if (refs.stream().anyMatch(ref -> ref.type().equals(type.id()))) {
            draw();
        }
    }

    private void draw() {
        if (portal.types.find(type.id()).isEmpty()) {
            return;
        }
        List<RunState> troubled = portal.runs.troubled(type.id(), tab.actor());
        RobotWords words = new RobotWords(tab, portal, type);
        columns.removeAll();
        for (Stage stage : stages()) {
            columns.add(new StageColumn(tab, portal, words, this::edit).content(portal.robots.sheet(type.id(), stage.id()), stage, troubled));
        }
        troubles.removeAll();
        troubles.add(new TroubleList(tab, portal, type).content(troubled));
    }

    private List<Stage> stages() {
        return way.orElseThrow().stages();
    }

    private void edit(RobotDraft draft) {
        new RobotDialog(tab, portal, type, draft, this::draw).open();
    }

    private void move(String robotId, String from, String to, int place) {
        new StageSheets(portal.robots, type.id(), tab.actor()).move(robotId, from, to, place).ifPresent(reason -> tab.tell(reason));
        draw();
    }

    static void close(AutoCloseable watch) {
        try {
            watch.close();
        } catch (Exception e) {
            throw new IllegalStateException("a page could not stop listening", e);
        }
    }

    private String text(String key, Object... arguments) {
        return tab.text(Label.of(key, arguments));
    }
}
