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
import com.vaadin.flow.dom.Element;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.kontor.api.documents.Change;
import org.kontor.api.documents.Document;
import org.kontor.api.documents.Draft;
import org.kontor.api.documents.Field;
import org.kontor.api.documents.Stage;
import org.kontor.api.labels.Label;
import org.kontor.ui.shell.internal.parts.Elements;
import org.kontor.ui.shell.internal.parts.Popup;

/// Shows two changes of the same fields beside what they began with, and lets the viewer choose for each field which one stands. What of the viewer's change nobody else touched is written with it.
final class ConflictDialog {
    private final OpenDocument open;
    private final Draft mine;
    private final Document theirs;
    private final List<Change.Clash> clashes;
    private final Set<String> keptMine = new HashSet<>();
    private final Popup popup;
    private final NativeButton write;

    ConflictDialog(OpenDocument open, Draft mine, Document theirs, List<Change.Clash> clashes) {
        this.open = open;
        this.mine = mine;
        this.theirs = theirs;
        this.clashes = clashes;
        NativeTableBody rows = new NativeTableBody();
        clashes.forEach(clash -> rows.add(row(clash)));
        NativeTable table = new NativeTable(new NativeTableHeader(head()), rows);
        table.addClassNames("sheet-table", "conflict");
        write = Elements.test(Elements.button("primary", "", text("card.conflict.apply"), this::write), "write-chosen");
        NativeButton all = Elements.test(Elements.button("", "", text("card.conflict.write"), this::allMine), "write-mine");
        NativeButton none = Elements.test(Elements.button("", "", text("card.conflict.keep"), this::close), "keep-theirs");
        Div buttons = Elements.div("row wrap actions", write, all, none);
        popup = new Popup(text("card.conflict"), Elements.text("quiet", text("card.conflict.hint")), Elements.div("scroll", table), buttons);
    }

    void open() {
        popup.open(open.tab());
        write.getElement().executeJs("setTimeout(() => (this.closest('.dialog').querySelector('input:checked') ?? this).focus(), 60)");
    }

    private void close() {
        popup.close();
    }

    private void allMine() {
        clashes.forEach(clash -> keptMine.add(clash.fieldId()));
        write();
    }

    /// Writes what the viewer chose of theirs, on the version the others left: should somebody change that again meanwhile, it is asked again.
    private void write() {
        popup.close();
        Draft draft = new ChosenDraft(open.type(), mine, clashes).keeping(keptMine).on(theirs.version());
        if (!draft.values().fieldIds().isEmpty() || draft.stage().isPresent()) {
            open.change(draft, reason -> open.tab().tell(Label.verbatim(reason)), () -> {});
        }
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
        String group = "clash-" + clash.fieldId();
        NativeTableRow row = new NativeTableRow(
                cell(Elements.text("quiet", open.tab().text(name))),
                cell(Elements.text("quiet", shown(clash, clash.base()))),
                side(group, name, shown(clash, clash.theirs()), "card.conflict.theirs", true, () -> keptMine.remove(clash.fieldId()), "theirs-" + clash.fieldId()),
                side(group, name, shown(clash, clash.mine()), "card.conflict.mine", false, () -> keptMine.add(clash.fieldId()), "mine-" + clash.fieldId()));
        return Elements.test(row, "clash");
    }

    private NativeTableCell side(String group, Label field, String value, String whose, boolean chosen, Runnable choose, String test) {
        Element box = new Element("input").setAttribute("type", "radio").setAttribute("name", group).setProperty("checked", chosen).setAttribute("data-test", test)
                .setAttribute("aria-label", open.tab().text(field) + ", " + text(whose) + ": " + value);
        if (chosen) {
            box.setAttribute("checked", "");
        }
        box.addEventListener("change", _ -> choose.run());
        Element label = new Element("label");
        label.appendChild(box, new Element("span").setText(value));
        NativeTableCell cell = new NativeTableCell();
        cell.getElement().appendChild(label);
        return cell;
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
