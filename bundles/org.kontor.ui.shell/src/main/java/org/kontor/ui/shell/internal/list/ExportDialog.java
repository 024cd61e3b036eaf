package org.kontor.ui.shell.internal.list;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.DownloadHandler;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.kontor.api.access.Operation;
import org.kontor.api.access.Reach;
import org.kontor.api.documents.Exports.Form;
import org.kontor.api.documents.Exports.Format;
import org.kontor.api.documents.Exports.Wanted;
import org.kontor.api.documents.Query;
import org.kontor.api.labels.Label;
import org.kontor.ui.shell.internal.parts.Control;
import org.kontor.ui.shell.internal.parts.Elements;
import org.kontor.ui.shell.internal.parts.Popup;

/// Hands out the documents a list shows as a file. Rights are asked for again when a link is followed.
final class ExportDialog {
    private static final int FORBIDDEN = 403;
    /// A column of lists that files do not have.
    private static final String NOT_EXPORTED = "stageSince";

    private final Showing showing;
    private final Query query;
    private final List<String> columns;
    private final Popup popup;
    private volatile boolean all;
    private volatile Form form = Form.PEOPLE;

    ExportDialog(Showing showing, Query query, List<String> columns) {
        this.showing = showing;
        this.query = query;
        this.columns = columns.stream().filter(id -> !id.equals(NOT_EXPORTED)).toList();
        Div links = Elements.div("row wrap export-links");
        showing.portal().exports.formats(showing.type().id()).forEach(format -> links.add(link(format)));
        popup = new Popup(showing.text("export"),
                Elements.text("quiet small", showing.text("export.hint")),
                Elements.div("form export-form",
                        field("export.columns", "export-columns", List.of("shown", "all"), value -> all = value.equals("all")),
                        field("export.form", "export-form", List.of("people", "machine"), value -> form = Form.valueOf(value.toUpperCase(Locale.ROOT)))),
                links);
    }

    static boolean may(Showing showing) {
        return showing.portal().access.reach(showing.tab().actor(), showing.type().id(), Operation.EXPORT) != Reach.NONE;
    }

    void open() {
        popup.open(showing.tab());
    }

    private Component field(String name, String test, List<String> values, java.util.function.Consumer<String> chosen) {
        Map<String, String> options = new LinkedHashMap<>();
        values.forEach(value -> options.put(value, showing.text(name + "." + value)));
        Control control = Control.choice(options, values.getFirst(), false).with("aria-label", showing.text(name)).with("data-test", test);
        control.whenSettled((value, _) -> chosen.accept(value));
        return Elements.div("form-field", Elements.div("field-name", Elements.text("", showing.text(name))), control);
    }

    private Component link(Format format) {
        Anchor link = new Anchor((DownloadHandler) event -> write(format, event), "");
        link.add(Elements.icon("download"), Elements.text("", showing.text("export." + format)));
        link.addClassName("button");
        link.getElement().setAttribute("download", "");
        return Elements.test(link, "export-" + format.ending());
    }

    private void write(Format format, DownloadEvent event) throws IOException {
        Wanted wanted = new Wanted(query, all ? List.of() : columns, format, form);
        Optional<Label> objection = showing.portal().exports.objection(wanted, showing.tab().actor());
        if (objection.isPresent()) {
            event.getResponse().sendError(FORBIDDEN, showing.tab().text(objection.get()));
            return;
        }
        event.setFileName(showing.portal().exports.fileName(wanted, showing.tab().actor()));
        event.setContentType(format.mediaType());
        showing.portal().exports.write(wanted, event.getOutputStream(), showing.tab().actor());
    }
}
