package org.kontor.ui.shell.internal.list;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.dom.Element;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kontor.api.access.Permission;
import org.kontor.api.documents.Layouts.ListLook;
import org.kontor.ui.shell.internal.filters.Subjects;
import org.kontor.ui.shell.internal.parts.Elements;
import org.kontor.ui.shell.internal.parts.Popup;

/// Which columns a list has, in which order, and which fields its filter offers.
final class LookDialog {

    /// What is done with a choice.
    interface Acts {
        void choose(ListLook look);

        void chooseForAll(ListLook look);

        void forget();
    }

    private static final String ORDER = "event.detail";

    private final Showing showing;
    private final Map<String, String> names = new LinkedHashMap<>();
    private final List<String> columns;
    private final List<String> filters;
    private final Div shown = Elements.test(Elements.div("look-list"), "look-columns");
    private final Div others = Elements.div("look-list");
    private final Div offered = Elements.div("look-list");
    private final Popup popup;

    LookDialog(Showing showing, ListLook start, Acts acts) {
        this.showing = showing;
        names.put("id", showing.text("number"));
        Subjects.fields(showing.type()).forEach(field -> names.put(field.id(), showing.tab().text(field.name().orElseThrow())));
        columns = new ArrayList<>(ColumnIds.shown(start.columns(), showing.type()));
        filters = new ArrayList<>(start.filters());
        NativeButton keep = Elements.test(Elements.button("primary", "", showing.text("look.keep"), () -> done(() -> acts.choose(look()))), "look-keep");
        NativeButton reset = Elements.test(Elements.button("plain", "rotate-ccw", showing.text("look.reset"), () -> done(acts::forget)), "look-reset");
        Div buttons = Elements.div("row wrap", reset, Elements.div("grow"));
        if (showing.portal().access.may(showing.tab().actor(), Permission.CONFIGURE)) {
            buttons.add(Elements.test(Elements.button("", "users", showing.text("look.for-all"), () -> done(() -> acts.chooseForAll(look()))), "look-for-all"));
        }
        buttons.add(keep);
        popup = new Popup(showing.text("look"),
                Elements.div("look-dialog",
                        Elements.div("look-side", new H3(showing.text("look.columns")), shown, new H3(showing.text("look.others")), others),
                        Elements.div("look-side", new H3(showing.text("look.filters")), offered)),
                buttons);
        shown.getElement().addEventListener("kontor-order", event -> order(event.getEventData().get(ORDER).asString())).addEventData(ORDER);
        shown.getElement().executeJs("kontorLists.order(this)");
        draw();
        filters();
    }

    void open() {
        popup.open(showing.tab());
    }

    private void done(Runnable act) {
        popup.close();
        act.run();
    }

    private ListLook look() {
        return new ListLook(columns, filters);
    }

    private void draw() {
        shown.removeAll();
        columns.forEach(id -> shown.add(column(id)));
        names.keySet().stream().filter(id -> !columns.contains(id)).forEach(id -> others.add(other(id)));
    }

    /// Only the line in question moves: whoever clicks fast hits what they see.
    private Component column(String id) {
        Div line = Elements.div("look-line");
        line.getElement().setAttribute("data-id", id);
        if (id.equals(showing.type().title().id())) {
            line.add(Elements.icon("lock"), Elements.text("grow", name(id)));
            return line;
        }
        NativeButton grip = Elements.iconButton("grip-vertical", showing.text("look.move", name(id)), () -> {});
        grip.addClassName("grip");
        grip.getElement().setAttribute("aria-keyshortcuts", "ArrowUp ArrowDown");
        line.getElement().setAttribute("draggable", "true");
        line.add(grip, box(id, true, "column-", () -> {
            columns.remove(id);
            shown.remove(line);
            others.add(other(id));
        }));
        return line;
    }

    private Component other(String id) {
        Div line = Elements.div("look-line");
        line.add(box(id, false, "column-", () -> {
            columns.add(id);
            others.remove(line);
            shown.add(column(id));
        }));
        return line;
    }

    private void filters() {
        offered.removeAll();
        names.keySet().stream().filter(id -> !id.equals("id")).forEach(id -> offered.add(Elements.div("look-line", box(id, filters.contains(id), "offered-", () -> {
            if (!filters.remove(id)) {
                filters.add(id);
            }
        }))));
    }

    /// A box with a name that reports each click.
    private Component box(String id, boolean on, String test, Runnable act) {
        Input box = new Input();
        box.setType("checkbox");
        box.getElement().setProperty("checked", on);
        box.getElement().addEventListener("change", _ -> act.run());
        Element label = new Element("label");
        label.getClassList().add("row");
        label.appendChild(Elements.test(box, test + id).getElement(), Elements.text("", name(id)).getElement());
        Div holder = Elements.div("grow");
        holder.getElement().appendChild(label);
        return holder;
    }

    private String name(String id) {
        return names.getOrDefault(id, id);
    }

    /// The order the browser has now: ids with blanks between them.
    private void order(String ids) {
        List<String> wanted = List.of(ids.split(" "));
        if (wanted.size() == columns.size() && columns.containsAll(wanted)) {
            columns.clear();
            columns.addAll(ColumnIds.shown(wanted, showing.type()));
            shown.removeAll();
            columns.forEach(id -> shown.add(column(id)));
            shown.getElement().executeJs("kontorLists.ordered(this)");
        }
    }
}
