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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kontor.api.documents.DocumentRef;
import org.kontor.api.documents.Duplicates;
import org.kontor.api.documents.Duplicates.Merge;
import org.kontor.api.documents.Duplicates.Plan;
import org.kontor.api.documents.Field;
import org.kontor.api.documents.Kind;
import org.kontor.api.labels.Label;
import org.kontor.ui.shell.internal.parts.Elements;
import org.kontor.ui.shell.internal.parts.FieldInput;
import org.kontor.ui.shell.internal.parts.Popup;

/// Merges the open document with another one of its type: which of both stays, and for each field in which they differ whose value it gets. A merge can be taken back.
final class MergeDialog {
    private final OpenDocument open;
    private final Div content = Elements.test(Elements.div("stack merge"), "merge");
    private final Popup popup;
    private final Map<String, DocumentRef> taking = new HashMap<>();
    private Optional<DocumentRef> other;
    private boolean otherStays;

    /// With `other` chosen already, or to be chosen first.
    MergeDialog(OpenDocument open, Optional<DocumentRef> other) {
        this.open = open;
        this.other = other;
        this.popup = new Popup(open.tab().text(Label.of("card.merge.title", open.title())), content);
    }

    void open() {
        draw();
        popup.open(open.tab());
    }

    private void draw() {
        content.removeAll();
        Field<DocumentRef> link = Field.of("mergeWith", new Kind.Link(List.of(open.ref().type()))).named(Label.of("card.merge.with"));
        Component picker = FieldInput.open(link, other.map(Object.class::cast), this::choose, open.tab(), open.portal());
        content.add(Elements.text("quiet", text("card.merge.hint")), Elements.test(Elements.div("names-form", Elements.text("small", text("card.merge.with")), picker), "merge-with"));
        other.ifPresent(chosen -> preview(plan(chosen)));
    }

    private void choose(Optional<Object> value) {
        other = value.map(DocumentRef.class::cast).filter(ref -> !ref.equals(open.ref()));
        taking.clear();
        otherStays = false;
        draw();
    }

    private Plan plan(DocumentRef chosen) {
        return otherStays ? new Plan(chosen, List.of(open.ref()), taking) : new Plan(open.ref(), List.of(chosen), taking);
    }

    private void preview(Plan plan) {
        Optional<Duplicates.Preview> preview = open.portal().duplicates.preview(plan, open.tab().actor());
        if (preview.isEmpty()) {
            content.add(Elements.note("bad", "circle-alert", text("card.merge.gone")));
            return;
        }
        content.add(stays(plan), table(plan, preview.get()));
        if (preview.get().links() > 0) {
            content.add(Elements.text("quiet small", open.tab().text(Label.of("card.merge.links", preview.get().links()))));
        }
        NativeButton merge = Elements.test(Elements.button("primary", "merge", text("card.merge.do"), () -> merge(plan)), "merge-now");
        content.add(Elements.div("row wrap actions", merge, Elements.button("plain", "", text("card.section.cancel"), popup::close)));
    }

    private Component stays(Plan plan) {
        Div group = Elements.div("ticks plain-ticks");
        group.getElement().setAttribute("role", "radiogroup").setAttribute("aria-label", text("card.merge.stays"));
        group.add(Elements.text("small strong", text("card.merge.stays")));
        DocumentRef chosen = other.orElseThrow();
        group.getElement().appendChild(
                radio("merge-survivor", named(open.ref()), plan.survivor().equals(open.ref()), "stays-this", () -> survivor(false)),
                radio("merge-survivor", named(chosen), plan.survivor().equals(chosen), "stays-other", () -> survivor(true)));
        return group;
    }

    private String named(DocumentRef ref) {
        return open.titleOf(ref) + " · " + ref.id();
    }

    private void survivor(boolean isOther) {
        otherStays = isOther;
        draw();
    }

    private Component table(Plan plan, Duplicates.Preview preview) {
        if (preview.choices().isEmpty()) {
            return Elements.note("", "check", text("card.merge.same"));
        }
        DocumentRef chosen = other.orElseThrow();
        NativeTableBody rows = new NativeTableBody();
        preview.choices().forEach(choice -> rows.add(row(choice, chosen)));
        NativeTable table = new NativeTable(new NativeTableHeader(new NativeTableRow(heading(text("card.conflict.field")), heading(named(open.ref())), heading(named(chosen)))), rows);
        table.addClassNames("sheet-table", "conflict");
        return Elements.div("scroll", table);
    }

    private static NativeTableHeaderCell heading(String name) {
        NativeTableHeaderCell cell = new NativeTableHeaderCell(name);
        cell.getElement().setAttribute("scope", "col");
        return cell;
    }

    private NativeTableRow row(Duplicates.Choice choice, DocumentRef chosen) {
        NativeTableCell name = new NativeTableCell();
        name.add(Elements.text("quiet", open.tab().text(open.type().nameOf(choice.field()))));
        boolean together = choice.field().kind() instanceof Kind.Many<?> && !taking.containsKey(choice.field().id());
        return Elements.test(new NativeTableRow(name, value(choice, open.ref(), together), value(choice, chosen, together)), "merge-" + choice.field().id());
    }

    private NativeTableCell value(Duplicates.Choice choice, DocumentRef from, boolean together) {
        NativeTableCell cell = new NativeTableCell();
        String text = Optional.ofNullable(choice.values().get(from)).map(value -> open.shown(choice.field(), value)).orElse("–");
        if (together) {
            cell.add(Elements.text("", text), Elements.text("quiet small", text("card.merge.together")));
        } else if (choice.values().containsKey(from)) {
            cell.getElement().appendChild(radio("merge-" + choice.field().id(), text, choice.chosen().equals(from), "take-" + choice.field().id() + "-" + from.id(), () -> taking.put(choice.field().id(), from)));
        } else {
            cell.add(Elements.text("quiet", text));
        }
        return cell;
    }

    private static Element radio(String group, String text, boolean chosen, String test, Runnable choose) {
        Element box = new Element("input").setAttribute("type", "radio").setAttribute("name", group).setAttribute("data-test", test).setProperty("checked", chosen);
        box.addEventListener("change", _ -> choose.run());
        Element label = new Element("label");
        label.appendChild(box, new Element("span").setText(text));
        return label;
    }

    /// `preview` was for what was chosen until then; values chosen since are in the plan now.
    private void merge(Plan previewed) {
        Plan plan = plan(previewed.survivor().equals(open.ref()) ? previewed.losers().getFirst() : previewed.survivor());
        switch (open.portal().duplicates.merge(plan, open.tab().actor())) {
            case Merge.Done done -> {
                popup.close();
                Label told = Label.of("card.merge.done", open.titleOf(done.survivor().ref()));
                if (!done.survivor().ref().equals(open.ref())) {
                    open.tab().open(done.survivor().ref());
                }
                open.reload();
                open.tab().tell(told, Label.of("card.undo"), () -> new TakenBack(open).merge(done.mergeId()));
            }
            case Merge.Refused(var reasons) -> reasons.forEach(reason -> content.add(Elements.test(Elements.note("bad", "circle-alert", open.tab().text(reason.reason())), "merge-refused")));
        }
    }

    private String text(String key) {
        return open.tab().text(Label.of(key));
    }
}
