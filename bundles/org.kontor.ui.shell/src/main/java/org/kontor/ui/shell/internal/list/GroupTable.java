package org.kontor.ui.shell.internal.list;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.dom.Element;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.kontor.api.documents.Count;
import org.kontor.api.documents.DocumentRef;
import org.kontor.api.documents.Field;
import org.kontor.api.documents.Grouping;
import org.kontor.api.documents.Grouping.Group;
import org.kontor.api.documents.Kind;
import org.kontor.api.documents.Money;
import org.kontor.api.documents.Total;
import org.kontor.ui.shell.internal.parts.Control;
import org.kontor.ui.shell.internal.parts.Elements;

/// Documents counted and summed up in groups; a group leads to its documents.
final class GroupTable implements DocumentsView {
    private final Showing showing;
    private final Consumer<GroupBy> regroup;
    private final BiConsumer<GroupBy, Group> enter;
    private final Div place = Elements.div("group-view");
    private final Div content = Elements.test(Elements.div("list-view", place), "groups");
    private final List<Field<?>> sums;
    private final GroupWords words;
    private Lens lens = Lens.plain();

    /// `enter` is called with the group whose documents are wanted.
    GroupTable(Showing showing, Consumer<GroupBy> regroup, BiConsumer<GroupBy, Group> enter) {
        this.showing = showing;
        this.regroup = regroup;
        this.enter = enter;
        this.words = new GroupWords(showing);
        sums = showing.type().fields().stream().<Field<?>>filter(field -> field.kind() instanceof Kind.Sum || field.kind() instanceof Kind.Number).toList();
    }

    @Override
    public Component content() {
        return content;
    }

    @Override
    public Count open(Lens wanted) {
        lens = wanted;
        return show();
    }

    @Override
    public Count catchUp(Set<DocumentRef> changed) {
        return show();
    }

    private Count show() {
        GroupBy by = lens.refined().by().orElseGet(() -> GroupBy.first(showing.type()));
        Grouping.By wanted = by.unit().<Grouping.By>map(unit -> new Grouping.By.Span(by.fieldId(), unit, showing.tab().habits().zone())).orElseGet(() -> new Grouping.By.Value(by.fieldId()));
        List<String> summed = sums.stream().map(Field::id).toList();
        Grouping grouping = new Grouping(showing.type().id(), lens.filter(showing.type(), showing.tab().person().id()), wanted, summed, Grouping.BOUND);
        List<Group> groups = showing.portal().documents.groups(grouping, showing.tab().actor());
        showing.links().prepareRefs(groups.stream().flatMap(group -> group.key().stream()).filter(DocumentRef.class::isInstance).map(DocumentRef.class::cast).toList());
        draw(by, groups);
        return new Count(groups.stream().mapToLong(group -> group.count().value()).sum(), groups.stream().allMatch(group -> group.count().exact()));
    }

    private void draw(GroupBy by, List<Group> groups) {
        Element table = new Element("table");
        table.getClassList().add("list");
        table.getClassList().add("groups");
        table.setAttribute("aria-label", showing.text("groups.by-name", words.name(by)));
        table.appendChild(head(by), body(by, groups));
        place.removeAll();
        Div wrap = Elements.div("table-wrap");
        wrap.getElement().setAttribute("tabindex", "0").setAttribute("role", "region").setAttribute("aria-label", showing.text("view.groups"));
        wrap.getElement().appendChild(table);
        place.add(chooser(by), wrap);
        if (groups.stream().anyMatch(group -> !group.count().exact())) {
            place.add(Elements.text("quiet small group-note", showing.text("groups.bound")));
        }
    }

    private Component chooser(GroupBy by) {
        Map<String, String> names = new LinkedHashMap<>();
        GroupBy.all(showing.type()).forEach(each -> names.put(each.text(), words.name(each)));
        Control control = Control.choice(names, by.text(), false).with("aria-label", showing.text("groups.by")).with("data-test", "group-by");
        control.whenSettled((text, _) -> GroupBy.of(text, showing.type()).ifPresent(regroup));
        return Elements.div("row group-by", Elements.text("quiet small", showing.text("groups.by")), control);
    }

    private Element head(GroupBy by) {
        Element line = new Element("tr");
        line.appendChild(headCell(words.name(by), "col-title"), headCell(showing.text("groups.count"), "col-amount"));
        sums.forEach(field -> line.appendChild(headCell(showing.name(field), "col-amount")));
        Element head = new Element("thead");
        head.appendChild(line);
        return head;
    }

    private static Element headCell(String text, String look) {
        Element cell = new Element("th").setAttribute("scope", "col").setText(text);
        cell.getClassList().add(look);
        return cell;
    }

    private Element body(GroupBy by, List<Group> groups) {
        Element body = new Element("tbody");
        for (Group group : groups) {
            NativeButton button = new NativeButton(words.key(by, group.key()), _ -> enter.accept(by, group));
            button.getElement().setAttribute("type", "button");
            Elements.test(button, "group");
            Element title = new Element("td");
            title.getClassList().add("col-title");
            title.appendChild(button.getElement());
            Element line = new Element("tr");
            line.setAttribute("data-test", "group-row");
            line.appendChild(title, cell(showing.text("groups.count"), showing.count(group.count())));
            sums.forEach(field -> line.appendChild(cell(showing.name(field), group.totals().stream().filter(total -> total.fieldId().equals(field.id())).map(total -> total(field, total)).collect(Collectors.joining(" · ")))));
            body.appendChild(line);
        }
        return body;
    }

    /// On telephones, where there is no head, each cell says its own.
    private static Element cell(String head, String text) {
        Element cell = new Element("td").setText(text).setAttribute("data-head", head);
        cell.getClassList().add("col-amount");
        return cell;
    }

    private String total(Field<?> field, Total total) {
        Object value = total.currency().<Object>map(currency -> Money.of(total.amount(), currency)).orElse(total.amount());
        Kind<?> kind = value instanceof BigDecimal number && number.scale() > 0 ? new Kind.Number(Math.min(number.scale(), 10)) : field.kind();
        return showing.one(field, kind, value);
    }
}
