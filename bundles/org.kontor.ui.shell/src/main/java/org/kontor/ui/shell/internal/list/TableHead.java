package org.kontor.ui.shell.internal.list;

import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.kontor.ui.shell.internal.parts.Elements;

/// The head of the list: names of the columns, sorting, the box that selects all.
final class TableHead {

    /// Sorts by a column.
    interface Sorting {
        void by(String id, boolean downFirst);
    }

    private record Sorted(NativeTableHeaderCell cell, NativeButton button, Column column) {}

    private final NativeTableHeader header = new NativeTableHeader();
    private final Input all = new Input();
    private final Map<String, Sorted> sorted = new LinkedHashMap<>();

    TableHead(List<Column> columns, Showing showing, Sorting sorting, Consumer<Boolean> selectAll) {
        NativeTableRow line = new NativeTableRow();
        header.add(line);
        NativeTableHeaderCell box = new NativeTableHeaderCell(all);
        box.addClassName("col-tick");
        line.add(box);
        all.setType("checkbox");
        Elements.test(Elements.named(all, showing.text("select-all")), "select-all");
        all.getElement().addPropertyChangeListener("checked", "change", event -> {
            if (event.isUserOriginated()) {
                selectAll.accept(Boolean.TRUE.equals(event.getValue()));
            }
        });
        for (Column column : columns) {
            line.add(cell(column, sorting));
        }
    }

    NativeTableHeader content() {
        return header;
    }

    void show(Lens.Order order) {
        sorted.forEach((id, each) -> {
            each.button().removeAll();
            each.button().add(Elements.text("", each.column().name()));
            if (id.equals(order.by())) {
                each.cell().getElement().setAttribute("aria-sort", order.down() ? "descending" : "ascending");
                each.button().add(Elements.icon(order.down() ? "arrow-down" : "arrow-up"));
            } else {
                each.cell().getElement().removeAttribute("aria-sort");
            }
        });
    }

    void selected(boolean everything) {
        all.getElement().setProperty("checked", everything);
    }

    private NativeTableHeaderCell cell(Column column, Sorting sorting) {
        NativeTableHeaderCell cell = new NativeTableHeaderCell();
        cell.addClassNames(column.kind().split(" "));
        cell.getElement().setAttribute("scope", "col");
        if (column.sorts()) {
            NativeButton button = new NativeButton();
            button.getElement().setAttribute("type", "button");
            button.addClickListener(_ -> sorting.by(column.id(), column.downFirst()));
            cell.add(Elements.test(button, "sort-" + column.id()));
            sorted.put(column.id(), new Sorted(cell, button, column));
        } else {
            cell.add(new Span(column.name()));
        }
        return cell;
    }
}
