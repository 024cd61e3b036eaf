package org.kontor.ui.shell.internal.parts;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.kontor.api.documents.Kind;
import org.kontor.api.labels.Label;
import org.kontor.ui.shell.internal.tab.PageTab;

/// Several values, each in a row with an editor of its own: rows are added, taken away and put into another order.
final class ManyRows {
    private final BiFunction<Optional<Object>, Consumer<Optional<Object>>, FieldBox> editor;
    private final Consumer<List<Object>> changed;
    private final PageTab tab;
    private final String name;
    private final List<Row> rows = new ArrayList<>();
    private final Div list = Elements.div("many-rows");
    private final Div content;
    private final NativeButton add;

    private final class Row {
        private Optional<Object> value;
        private final FieldBox box;
        private final Div line;

        Row(Optional<Object> value) {
            this.value = value;
            this.box = editor.apply(value, settled -> {
                this.value = settled;
                hand();
            });
            this.line = Elements.div("many-row", box,
                    Elements.test(Elements.iconButton("chevron-up", text("field.up"), () -> move(this, -1)), "up"),
                    Elements.test(Elements.iconButton("chevron-down", text("field.down"), () -> move(this, 1)), "down"),
                    Elements.test(Elements.iconButton("x", text("field.remove"), () -> remove(this)), "remove"));
        }
    }

    /// `editor` makes the editor of one value; `changed` gets all values that are there, in their order.
    ManyRows(String fieldId, String name, List<?> present, BiFunction<Optional<Object>, Consumer<Optional<Object>>, FieldBox> editor, Consumer<List<Object>> changed, PageTab tab) {
        this.editor = editor;
        this.changed = changed;
        this.tab = tab;
        this.name = name;
        add = Elements.test(Elements.button("plain small-button", "plus", text("field.add"), this::grow), "add-" + fieldId);
        content = Elements.div("many", list, add);
        content.getElement().setAttribute("role", "group").setAttribute("aria-label", name);
        present.forEach(value -> rows.add(new Row(Optional.of(value))));
        if (rows.isEmpty()) {
            rows.add(new Row(Optional.empty()));
        }
        draw();
    }

    Div content() {
        return content;
    }

    List<FieldBox> boxes() {
        return rows.stream().map(row -> row.box).toList();
    }

    void focus() {
        rows.getFirst().box.focus();
    }

    private void grow() {
        Row row = new Row(Optional.empty());
        rows.add(row);
        draw();
        row.box.focus();
    }

    private void move(Row row, int step) {
        int from = rows.indexOf(row);
        int to = from + step;
        if (to >= 0 && to < rows.size()) {
            Collections.swap(rows, from, to);
            draw();
            row.box.focus();
            hand();
        }
    }

    private void remove(Row row) {
        int place = rows.indexOf(row);
        rows.remove(row);
        if (rows.isEmpty()) {
            rows.add(new Row(Optional.empty()));
        }
        draw();
        rows.get(Math.min(place, rows.size() - 1)).box.focus();
        hand();
    }

    private void draw() {
        list.removeAll();
        rows.forEach(row -> list.add(row.line));
        for (int i = 0; i < rows.size(); i++) {
            List<Component> parts = rows.get(i).line.getChildren().toList();
            ((NativeButton) parts.get(1)).setEnabled(i > 0);
            ((NativeButton) parts.get(2)).setEnabled(i < rows.size() - 1);
        }
        add.setEnabled(rows.size() < Kind.Many.MOST);
    }

    private void hand() {
        changed.accept(rows.stream().flatMap(row -> row.value.stream()).distinct().toList());
    }

    private String text(String key) {
        return tab.text(Label.of(key, name));
    }
}
