package org.kontor.ui.shell.internal.imports;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import java.text.NumberFormat;
import java.time.Instant;
import java.util.List;
import org.kontor.api.documents.Field;
import org.kontor.api.documents.Imports.Progress;
import org.kontor.api.documents.Kind;
import org.kontor.api.labels.Label;
import org.kontor.ui.shell.internal.parts.Elements;
import org.kontor.ui.shell.internal.settings.SheetTable;
import org.kontor.ui.shell.internal.tab.PageTab;
import org.kontor.ui.shell.internal.tab.Portal;

/// The latest imports with their results.
final class PastImports {
    private static final Field<Instant> MOMENT = Field.of("moment", new Kind.Moment());
    private static final int MOST = 20;

    private final PageTab tab;
    private final Portal portal;
    private final ErrorFileLink errorFile;
    private final Div content = Elements.div("stack");

    PastImports(PageTab tab, Portal portal, ErrorFileLink errorFile) {
        this.tab = tab;
        this.portal = portal;
        this.errorFile = errorFile;
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
        SheetTable table = new SheetTable(text("import.past"), List.of(text("import.file"), text("import.state"), text("import.created"), text("import.refused"), text("import.started"), ""));
        for (Progress each : imports.stream().limit(MOST).toList()) {
            Div errors = new Div();
            errorFile.of(each).ifPresent(link -> errors.add(Elements.test(link, "past-error-file")));
            table.row(
                    Elements.text("strong", each.fileName()),
                    Elements.test(ImportState.chip(tab, each.state()), "past-state"),
                    Elements.text("", numbers.format(each.created())),
                    Elements.text("", numbers.format(each.refused())),
                    Elements.text("quiet", portal.notation.show(MOMENT, each.started(), tab.habits())),
                    errors);
        }
        content.add(new H2(text("import.past")), Elements.test(table.content(), "past-imports"));
    }

    private String text(String key) {
        return tab.text(Label.of(key));
    }
}
