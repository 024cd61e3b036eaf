package org.kontor.ui.shell.internal.card;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import java.util.List;
import java.util.Optional;
import org.kontor.api.documents.Change;
import org.kontor.api.documents.Document;
import org.kontor.api.documents.Draft;
import org.kontor.api.documents.Field;
import org.kontor.api.documents.Stage;
import org.kontor.api.labels.Label;
import org.kontor.ui.shell.internal.parts.Elements;
import org.kontor.ui.shell.internal.parts.Popup;

/// Shows two changes of the same fields side by side and lets the viewer choose.
final class ConflictDialog {
    private final OpenDocument open;
    private final Draft mine;
    private final Document theirs;
    private final Popup popup;
    private final NativeButton keep;

    ConflictDialog(OpenDocument open, Draft mine, Document theirs, List<Change.Clash> clashes) {
        this.open = open;
        this.mine = mine;
        this.theirs = theirs;
        NativeTableBody rows = new NativeTableBody();
        clashes.forEach(clash -> rows.add(row(clash)));
        NativeTable table = new NativeTable(new NativeTableHeader(head()), rows);
        table.addClassName("sheet-table");
        Div buttons = Elements.div("row wrap actions");
        keep = Elements.test(Elements.button("primary", "", text("card.conflict.keep"), this::close), "keep-theirs");
        buttons.add(keep, Elements.test(Elements.button("", "", text("card.conflict.write"), this::write), "write-mine"));
        popup = new Popup(text("card.conflict"), Elements.text("quiet", text("card.conflict.hint")), Elements.div("scroll", table), buttons);
    }

    void open() {
        popup.open(open.tab());
        keep.focus();
    }

    private void close() {
        popup.close();
    }

    private void write() {
        popup.close();
        open.change(mine.on(theirs.version()), reason -> open.tab().tell(Label.verbatim(reason)), () -> {});
    }

    private NativeTableRow head() {
        return new NativeTableRow(heading("card.conflict.field"), heading("card.conflict.base"), heading("card.conflict.theirs"), heading("card.conflict.mine"));
    }

    private NativeTableHeaderCell heading(String key) {
        NativeTableHeaderCell cell = new NativeTableHeaderCell(text(key));
        cell.getElement().setAttribute("scope", "col");
        return cell;
    }

    private NativeTableRow row(Change.Clash clash) {
        Label name = open.type().field(clash.fieldId()).map(open.type()::nameOf).orElse(Label.of("card.stage"));
        return new NativeTableRow(
                cell(Elements.text("quiet", open.tab().text(name))),
                cell(Elements.text("quiet", shown(clash, clash.base()))),
                cell(Elements.text("", shown(clash, clash.theirs()))),
                cell(Elements.text("strong", shown(clash, clash.mine()))));
    }

    private String shown(Change.Clash clash, Optional<Object> value) {
        return open.type().field(clash.fieldId()).map(field -> shown(field, value)).orElseGet(() -> stage(value.map(Object::toString)));
    }

    private static NativeTableCell cell(Component content) {
        NativeTableCell cell = new NativeTableCell();
        cell.add(content);
        return cell;
    }

    private String shown(Field<?> field, Optional<Object> value) {
        return value.map(present -> open.shown(field, present)).orElse("–");
    }

    private String stage(Optional<String> id) {
        return id.flatMap(open.type()::stage).map(Stage::name).map(open.tab()::text).orElse("–");
    }

    private String text(String key) {
        return open.tab().text(Label.of(key));
    }
}
