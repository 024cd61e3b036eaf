package org.kontor.ui.shell.internal.duplicates;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.dom.Element;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.kontor.api.documents.Document;
import org.kontor.api.documents.DocumentRef;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.Duplicates.Group;
import org.kontor.api.documents.Duplicates.Merge;
import org.kontor.api.documents.Field;
import org.kontor.ui.shell.internal.parts.Elements;
import org.kontor.ui.shell.internal.settings.SheetTable;
import org.kontor.ui.shell.internal.tab.PageTab;
import org.kontor.ui.shell.internal.tab.Portal;

/// Documents that match by a rule, side by side; those that are ticked can be merged.
final class GroupPanel {
    private static final int MOST_COLUMNS = 4;

    private final PageTab tab;
    private final Portal portal;
    private final DocumentType type;
    private final Shown shown;
    private final Group group;
    private final Map<DocumentRef, Boolean> ticked = new LinkedHashMap<>();
    private final Div content = Elements.test(Elements.div("panel stack duplicate-group"), "duplicate-group");
    private final NativeButton merge;

    GroupPanel(PageTab tab, Portal portal, DocumentType type, Shown shown, Group group) {
        this.tab = tab;
        this.portal = portal;
        this.type = type;
        this.shown = shown;
        this.group = group;
        group.documents().stream().limit(MergeDialog.most()).forEach(document -> ticked.put(document.ref(), true));
        this.merge = Elements.test(Elements.button("", "merge", shown.text("duplicates.merge"), this::merge), "merge-group");
        draw(group.documents());
    }

    Component content() {
        return content;
    }

    private void draw(List<Document> documents) {
        String rule = group.rule().fields().stream().flatMap(id -> type.field(id).stream()).map(shown::name).collect(Collectors.joining(" + "));
        content.removeAll();
        content.add(Elements.div("row wrap", Elements.text("chip", shown.text("duplicates.same", rule)), Elements.text("quiet small grow", shown.text("duplicates.count", documents.size())), merge));
        List<Field<?>> fields = fields();
        List<String> heads = new ArrayList<>(List.of(""));
        heads.add(shown.name(type.title()));
        fields.forEach(field -> heads.add(shown.name(field)));
        heads.add(shown.text("list.created"));
        SheetTable table = new SheetTable(shown.text("duplicates.same", rule) + " · " + shown.title(documents.getFirst()) + " " + documents.getFirst().ref().id(), heads);
        documents.forEach(document -> table.row(cells(document, fields)));
        content.add(table.content());
        merge.setEnabled(chosen().size() > 1);
    }

    /// The fields of the rule first, then listed ones.
    private List<Field<?>> fields() {
        List<Field<?>> fields = new ArrayList<>();
        group.rule().fields().forEach(id -> type.field(id).filter(field -> !field.equals(type.title())).ifPresent(fields::add));
        type.listedFields().stream().filter(field -> !field.equals(type.title()) && !fields.contains(field)).forEach(fields::add);
        return fields.stream().limit(MOST_COLUMNS).toList();
    }

    private Component[] cells(Document document, List<Field<?>> fields) {
        List<Component> cells = new ArrayList<>();
        cells.add(tick(document));
        cells.add(Elements.link(document.ref().toString(), Elements.text("strong", shown.title(document))));
        fields.forEach(field -> cells.add(Elements.text("", shown.value(field, document))));
        cells.add(Elements.text("quiet small", shown.apart(document)));
        return cells.toArray(Component[]::new);
    }

    private Component tick(Document document) {
        Element box = new Element("input");
        box.setAttribute("type", "checkbox").setAttribute("aria-label", shown.text("duplicates.tick", shown.title(document), Long.toString(document.ref().id())));
        if (ticked.getOrDefault(document.ref(), false)) {
            box.setAttribute("checked", "");
        }
        box.addEventListener("change", event -> {
            ticked.put(document.ref(), event.getEventData().get("element.checked").asBoolean());
            merge.setEnabled(chosen().size() > 1 && chosen().size() <= MergeDialog.most());
        }).addEventData("element.checked");
        Div cell = new Div();
        cell.getElement().appendChild(box);
        return cell;
    }

    private List<Document> chosen() {
        return group.documents().stream().filter(document -> ticked.getOrDefault(document.ref(), false)).toList();
    }

    private void merge() {
        new MergeDialog(tab, portal, type, chosen(), this::merged).open();
    }

    /// Shows what is left of the group; all of it again when the merge was taken back.
    private void merged(Merge.Done done) {
        List<Document> left = group.documents().stream().flatMap(document -> portal.documents.get(document.ref(), tab.actor()).stream()).toList();
        if (left.size() > 1) {
            draw(left);
            return;
        }
        content.removeAll();
        content.add(Elements.test(Elements.div("row wrap", Elements.icon("circle-check"), Elements.text("grow", shown.text("duplicates.merged")), Elements.link(done.survivor().ref().toString(), Elements.text("", shown.title(done.survivor())))), "merged-group"));
    }
}
