package org.kontor.ui.shell.internal.imports;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.Imports.Progress;
import org.kontor.api.documents.Imports.State;
import org.kontor.api.labels.Label;
import org.kontor.ui.shell.internal.parts.Elements;
import org.kontor.ui.shell.internal.tab.PageTab;

/// How far an import is, and what came of it.
final class ProgressPanel {
    private final PageTab tab;
    private final DocumentType type;
    private final ErrorFileLink errorFile;
    private final Runnable another;
    private final Div content = Elements.test(Elements.div("panel stack"), "import-progress");

    ProgressPanel(PageTab tab, DocumentType type, ErrorFileLink errorFile, Runnable another) {
        this.tab = tab;
        this.type = type;
        this.errorFile = errorFile;
        this.another = another;
    }

    Component content() {
        return content;
    }

    void show(Progress progress) {
        content.removeAll();
        content.add(Elements.div("row", new H2(progress.fileName()), ImportState.chip(tab, progress.state())));
        content.add(new Meter(tab.text(Label.of("import.title", tab.text(type.many())))).content(progress));
        List<Figures.Figure> figures = new ArrayList<>(List.of(
                new Figures.Figure("import.created", progress.created(), "good", "import-created"),
                new Figures.Figure("import.refused", progress.refused(), progress.refused() > 0 ? "bad" : "", "import-refused"),
                new Figures.Figure("import.rows", progress.rows(), "", "import-rows")));
        figures.add(new Figures.Figure("import.per-second", perSecond(progress), "", "import-speed"));
        content.add(Figures.of(tab, figures));
        progress.problem().ifPresent(problem -> content.add(Elements.note(progress.state() == State.FAILED ? "bad" : "warn", "triangle-alert", tab.text(problem))));
        content.add(progress.state() == State.RUNNING ? Elements.text("quiet small", tab.text(Label.of("import.goes-on"))) : outcome(progress));
    }

    private Component outcome(Progress progress) {
        Div outcome = Elements.div("stack");
        if (progress.refused() > 0 && progress.errors().isPresent()) {
            outcome.add(Elements.note("warn", "circle-alert", tab.text(Label.of("import.refused.hint"))));
        }
        Div actions = Elements.div("row wrap");
        var show = Elements.link(type.id(), Elements.text("", tab.text(Label.of("import.show", tab.text(type.many())))), Elements.icon("arrow-right"));
        show.addClassNames("button", "primary");
        actions.add(Elements.test(show, "import-show"));
        errorFile.of(progress).ifPresent(actions::add);
        actions.add(Elements.test(Elements.button("", "upload", tab.text(Label.of("import.another")), another), "import-another"));
        outcome.add(actions);
        return outcome;
    }

    private static long perSecond(Progress progress) {
        long millis = Math.max(1, Duration.between(progress.started(), progress.ended().orElseGet(Instant::now)).toMillis());
        return (progress.created() + progress.refused()) * 1000 / millis;
    }
}
