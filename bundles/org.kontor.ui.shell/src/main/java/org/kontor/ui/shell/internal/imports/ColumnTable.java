package org.kontor.ui.shell.internal.imports;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.Field;
import org.kontor.api.documents.Imports.Guess;
import org.kontor.api.labels.Label;
import org.kontor.ui.api.Viewer;
import org.kontor.ui.shell.internal.parts.Elements;

/// Which column goes to which field, above the first rows as they would be read.
final class ColumnTable {
    private final Viewer viewer;
    private final DocumentType type;
    private final Guess guess;
    private final Consumer<List<Optional<String>>> changed;
    private final List<Optional<String>> columns;
    private final List<PlainSelect> selects = new ArrayList<>();
    private final List<Span> marks = new ArrayList<>();
    private final List<List<Element>> cells = new ArrayList<>();
    private final Div content = Elements.div("scroll panel flush columns-of-file");

    ColumnTable(Viewer viewer, DocumentType type, Guess guess, Consumer<List<Optional<String>>> changed) {
        this.viewer = viewer;
        this.type = type;
        this.guess = guess;
        this.changed = changed;
        this.columns = new ArrayList<>(guess.plan().columns());
        Element table = new Element("table");
        table.getClassList().add("sheet-table");
        table.appendChild(head(), sample());
        content.getElement().appendChild(table);
        content.getElement().setAttribute("tabindex", "0").setAttribute("role", "region").setAttribute("aria-label", text("import.columns"));
        for (int column = 0; column < columns.size(); column++) {
            mark(column);
        }
    }

    Component content() {
        return content;
    }

    private Element head() {
        Element head = new Element("thead");
        Element line = new Element("tr");
        Map<String, String> options = options();
        for (int column = 0; column < columns.size(); column++) {
            int index = column;
            String name = guess.heads().get(column);
            PlainSelect select = new PlainSelect("column-map-" + column, options, columns.get(column).orElse(""), value -> choose(index, value));
            Span mark = Elements.text("quiet small", "");
            Element cell = new Element("th");
            cell.setAttribute("scope", "col");
            cell.appendChild(Elements.text("head-of-file", name).getElement(), select.named(viewer.text(Label.of("import.column", name))).getElement(), mark.getElement());
            line.appendChild(cell);
            selects.add(select);
            marks.add(mark);
            cells.add(new ArrayList<>(List.of(cell)));
        }
        head.appendChild(line);
        return head;
    }

    private Element sample() {
        Element body = new Element("tbody");
        for (List<String> row : guess.sample()) {
            Element line = new Element("tr");
            for (int column = 0; column < columns.size(); column++) {
                Element cell = new Element("td");
                cell.setText(column < row.size() ? row.get(column) : "");
                cells.get(column).add(cell);
                line.appendChild(cell);
            }
            body.appendChild(line);
        }
        return body;
    }

    private Map<String, String> options() {
        Map<String, String> options = new LinkedHashMap<>();
        options.put("", text("import.column.none"));
        for (Field<?> field : type.fields()) {
            options.put(field.id(), viewer.text(type.nameOf(field)) + (field.required() ? " *" : ""));
        }
        return options;
    }

    /// A field takes one column only: who had it before lets it go.
    private void choose(int column, String fieldId) {
        Optional<String> field = Optional.of(fieldId).filter(id -> type.field(id).isPresent());
        for (int other = 0; other < columns.size(); other++) {
            if (other != column && field.isPresent() && columns.get(other).equals(field)) {
                columns.set(other, Optional.empty());
                selects.get(other).choose("");
                mark(other);
            }
        }
        columns.set(column, field);
        mark(column);
        changed.accept(List.copyOf(columns));
    }

    private void mark(int column) {
        boolean guessed = columns.get(column).isPresent() && columns.get(column).equals(guess.plan().columns().get(column));
        boolean skipped = columns.get(column).isEmpty();
        marks.get(column).setText(guessed ? text("import.column.guessed") : skipped ? text("import.column.skipped") : text("import.column.chosen"));
        cells.get(column).forEach(cell -> cell.getClassList().set("skipped", skipped));
    }

    private String text(String key) {
        return viewer.text(Label.of(key));
    }
}
