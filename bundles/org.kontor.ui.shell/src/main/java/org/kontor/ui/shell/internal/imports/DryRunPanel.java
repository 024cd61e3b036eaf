package org.kontor.ui.shell.internal.imports;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import java.util.List;
import java.util.stream.Collectors;
import org.kontor.api.documents.Imports.BadRow;
import org.kontor.api.documents.Imports.DryRun;
import org.kontor.api.labels.Label;
import org.kontor.ui.api.Viewer;
import org.kontor.ui.shell.internal.parts.Elements;
import org.kontor.ui.shell.internal.settings.SheetTable;

/// What an import would do: how many rows are good, and why others are not.
final class DryRunPanel {
    private static final int CELLS_SHOWN = 6;

    private final Viewer viewer;

    DryRunPanel(Viewer viewer) {
        this.viewer = viewer;
    }

    Component content(DryRun run) {
        long bad = run.rows() - run.good();
        Div content = Elements.div("stack");
        content.add(Figures.of(viewer, List.of(
                new Figures.Figure("import.rows", run.rows(), "", "try-rows"), new Figures.Figure("import.good", run.good(), "good", "try-good"), new Figures.Figure("import.bad", bad, bad > 0 ? "bad" : "", "try-bad"))));
        if (bad == 0) {
            content.add(Elements.note("good", "circle-check", text("import.all-good")));
            return content;
        }
        content.add(Elements.note("warn", "triangle-alert", text("import.some-bad")));
        SheetTable table = new SheetTable(text("import.bad"), List.of(text("import.line"), text("import.reasons"), text("import.row")));
        for (BadRow row : run.bad()) {
            Div reasons = Elements.div("reasons");
            row.reasons().forEach(reason -> reasons.add(new Div(viewer.text(reason))));
            table.row(Elements.text("quiet", Long.toString(row.line())), reasons, Elements.text("quiet", row.cells().stream().filter(cell -> !cell.isBlank()).limit(CELLS_SHOWN).collect(Collectors.joining(" · "))));
        }
        content.add(Elements.test(table.content(), "try-reasons"));
        if (bad > run.bad().size()) {
            content.add(Elements.text("quiet small", viewer.text(Label.of("import.first-bad", run.bad().size()))));
        }
        return content;
    }

    private String text(String key) {
        return viewer.text(Label.of(key));
    }
}
