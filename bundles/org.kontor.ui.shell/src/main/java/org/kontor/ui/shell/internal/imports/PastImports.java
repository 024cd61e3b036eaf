package org.kontor.ui.shell.internal.imports;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import java.text.NumberFormat;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.kontor.api.documents.Batches;
import org.kontor.api.documents.Field;
import org.kontor.api.documents.Imports.Progress;
import org.kontor.api.documents.Kind;
import org.kontor.api.labels.Label;
import org.kontor.ui.shell.internal.parts.Elements;
import org.kontor.ui.shell.internal.settings.SheetTable;
import org.kontor.ui.shell.internal.tab.PageTab;
import org.kontor.ui.shell.internal.tab.Portal;

/// The latest imports with their results; each can be opened again, to be taken back for example.
final class PastImports {
    private static final Field<Instant> MOMENT = Field.of("moment", new Kind.Moment());
    private static final int MOST = 20;

    private final PageTab tab;
    private final Portal portal;
    private final ErrorFileLink errorFile;
    private final Consumer<Progress> open;
    private final Div content = Elements.div("stack");

    PastImports(PageTab tab, Portal portal, ErrorFileLink errorFile, Consumer<Progress> open) {
        this.tab = tab;
        this.portal = portal;
        this.errorFile = errorFile;
        this.open = open;
    }

    Component content() {
        return content;
    }

    void show(List<Progress> imports) {
        content.removeAll();
        if (imports.isEmpty()) {
            return;
        }
        NumberFormat numbers = NumberFormat.getIntegerInstance(tab.person().language());
        SheetTable table = new SheetTable(text("import.past"), List.of(text("import.file"), text("import.state"), text("import.created"), text("import.updated"), text("import.refused"), text("import.started"), ""));
        List<Batches.Progress> undone = portal.batches.latest(tab.actor());
        for (Progress each : imports.stream().limit(MOST).toList()) {
            Div errors = new Div();
            errorFile.of(each).ifPresent(link -> errors.add(Elements.test(link, "past-error-file")));
            table.row(
                    Elements.test(Elements.button("plain", "", each.fileName(), () -> open.accept(each)), "past-import"),
                    state(each, undone),
                    Elements.text("", numbers.format(each.created())),
                    Elements.text("", numbers.format(each.updated())),
                    Elements.text("", numbers.format(each.refused())),
                    Elements.text("quiet", portal.notation.show(MOMENT, each.started(), tab.habits())),
                    errors);
        }
        content.add(new H2(text("import.past")), Elements.test(table.content(), "past-imports"));
    }

    private Component state(Progress progress, List<Batches.Progress> undone) {
        return UndoPanel.undoOf(undone, progress.id()).isPresent()
                ? Elements.test(Elements.text("chip warn", text("import.state.UNDONE")), "past-state")
                : Elements.test(ImportState.chip(tab, progress.state()), "past-state");
    }

    private String text(String key) {
        return tab.text(Label.of(key));
    }
}
