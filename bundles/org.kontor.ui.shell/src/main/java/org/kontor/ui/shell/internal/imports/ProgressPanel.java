package org.kontor.ui.shell.internal.imports;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.Imports.Progress;
import org.kontor.api.documents.Imports.State;
import org.kontor.api.labels.Label;
import org.kontor.ui.shell.internal.parts.Elements;
import org.kontor.ui.shell.internal.tab.PageTab;

/// How far an import is, and what came of it; the buttons stay in place while figures move.
final class ProgressPanel {
    /// What its buttons do.
    interface Acts {
        void pause(long importId);

        void goOn(long importId);

        void cancel(long importId);

        void another();
    }

    private final PageTab tab;
    private final DocumentType type;
    private final ErrorFileLink errorFile;
    private final UndoPanel undo;
    private final Acts acts;
    private final Div moving = Elements.div("stack");
    private final Div buttons = Elements.div("stack");
    private final Div content = Elements.test(Elements.div("panel stack", moving, buttons), "import-progress");
    private Optional<State> shown = Optional.empty();

    ProgressPanel(PageTab tab, DocumentType type, ErrorFileLink errorFile, UndoPanel undo, Acts acts) {
        this.tab = tab;
        this.type = type;
        this.errorFile = errorFile;
        this.undo = undo;
        this.acts = acts;
    }

    Component content() {
        return content;
    }

    /// Begins anew, for another import.
    void clear() {
        shown = Optional.empty();
    }

    void show(Progress progress) {
        moving.removeAll();
        moving.add(Elements.div("row wrap", new H2(progress.fileName()), ImportState.chip(tab, progress.state())));
        moving.add(new Meter(tab.text(Label.of("import.title", tab.text(type.many())))).content(progress.created() + progress.updated() + progress.refused(), progress.rows()));
        moving.add(Figures.of(tab, List.of(
                new Figures.Figure("import.created", progress.created(), "good", "import-created"),
                new Figures.Figure("import.updated", progress.updated(), "", "import-updated"),
                new Figures.Figure("import.refused", progress.refused(), progress.refused() > 0 ? "bad" : "", "import-refused"),
                new Figures.Figure("import.rows", progress.rows(), "", "import-rows"),
                new Figures.Figure("import.per-second", perSecond(progress), "", "import-speed"))));
        progress.problem().ifPresent(problem -> moving.add(Elements.note(progress.state() == State.FAILED ? "bad" : "warn", "triangle-alert", tab.text(problem))));
        if (!shown.equals(Optional.of(progress.state()))) {
            shown = Optional.of(progress.state());
            buttons.removeAll();
            buttons.add(progress.state() == State.RUNNING || progress.state() == State.PAUSED ? steering(progress) : outcome(progress));
        }
    }

    private Component steering(Progress progress) {
        Component hold = progress.state() == State.RUNNING
                ? Elements.test(Elements.button("", "pause", text("import.pause"), () -> acts.pause(progress.id())), "import-pause")
                : Elements.test(Elements.button("primary", "play", text("import.go-on"), () -> acts.goOn(progress.id())), "import-go-on");
        Component cancel = Elements.test(Elements.button("plain", "ban", text("import.cancel"), () -> acts.cancel(progress.id())), "import-cancel");
        return Elements.div("stack", Elements.div("row wrap", hold, cancel), Elements.text("quiet small", text(progress.state() == State.RUNNING ? "import.goes-on" : "import.paused.hint")));
    }

    private Component outcome(Progress progress) {
        Div outcome = Elements.div("stack");
        if (progress.refused() > 0 && progress.errors().isPresent()) {
            outcome.add(Elements.note("warn", "circle-alert", text("import.refused.hint")));
        }
        Div actions = Elements.div("row wrap");
        var show = Elements.link(type.id(), Elements.text("", tab.text(Label.of("import.show", tab.text(type.many())))), Elements.icon("arrow-right"));
        show.addClassNames("button", "primary");
        actions.add(Elements.test(show, "import-show"));
        errorFile.of(progress).ifPresent(actions::add);
        actions.add(Elements.test(Elements.button("", "upload", text("import.another"), acts::another), "import-another"));
        outcome.add(actions);
        if (progress.created() + progress.updated() > 0) {
            outcome.add(undo.of(progress));
        }
        return outcome;
    }

    private static long perSecond(Progress progress) {
        long millis = Math.max(1, Duration.between(progress.started(), progress.ended().orElseGet(Instant::now)).toMillis());
        return (progress.created() + progress.updated() + progress.refused()) * 1000 / millis;
    }

    private String text(String key) {
        return tab.text(Label.of(key));
    }
}
