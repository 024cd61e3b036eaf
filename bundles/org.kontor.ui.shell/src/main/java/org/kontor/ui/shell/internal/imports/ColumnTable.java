package org.kontor.ui.shell.internal.imports;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.Field;
import org.kontor.api.documents.Imports.Guess;
import org.kontor.api.documents.Imports.LinkKey;
import org.kontor.api.documents.Kind;
import org.kontor.api.labels.Label;
import org.kontor.ui.api.Viewer;
import org.kontor.ui.shell.internal.parts.Elements;

/// Which column goes to which field, above the first rows as they would be read. Below a link is chosen by what the linked document is found.
final class ColumnTable {
    private final Viewer viewer;
    private final DocumentType type;
    private final Guess guess;
    private final LinkKeys keys;
    private final BiConsumer<List<Optional<String>>, Map<String, LinkKey>> changed;
    private final Map<String, LinkKey> links;
    private final List<Div> ways = new ArrayList<>();
    private final List<Optional<String>> columns;
    private final List<PlainSelect> selects = new ArrayList<>();
    private final List<Span> marks = new ArrayList<>();
    private final List<List<Element>> cells = new ArrayList<>();
    private final Div content = Elements.div("scroll panel flush columns-of-file");

    ColumnTable(Viewer viewer, DocumentType type, LinkKeys keys, Guess guess, BiConsumer<List<Optional<String>>, Map<String, LinkKey>> changed) {
        this.viewer = viewer;
        this.type = type;
        this.guess = guess;
        this.changed = changed;
        this.keys = keys;
        this.links = new HashMap<>(guess.plan().links());
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
            Div way = new Div();
            cell.appendChild(Elements.text("head-of-file", name).getElement(), select.named(viewer.text(Label.of("import.column", name))).getElement(), way.getElement(), mark.getElement());
            ways.add(way);
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
        for (Field<?> field : type.fields().stream().filter(each -> each.computation().isEmpty()).toList()) {
            options.put(field.id(), viewer.text(type.nameOf(field)) + (field.required() ? " *" : ""));
        }
        return options;
    }

    /// A field takes one column only, but for one with many values: who had it before lets it go.
    private void choose(int column, String fieldId) {
        Optional<String> field = Optional.of(fieldId).filter(id -> type.field(id).isPresent());
        boolean many = field.flatMap(type::field).filter(each -> each.kind() instanceof Kind.Many<?>).isPresent();
        for (int other = 0; other < columns.size() && !many; other++) {
            if (other != column && field.isPresent() && columns.get(other).equals(field)) {
                columns.set(other, Optional.empty());
                selects.get(other).choose("");
                mark(other);
            }
        }
        columns.set(column, field);
        field.flatMap(type::field).filter(LinkKeys::links).ifPresent(link -> keys.usual(link).ifPresent(key -> links.putIfAbsent(link.id(), key)));
        mark(column);
        changed();
    }

    private void changed() {
        Map<String, LinkKey> used = new HashMap<>(links);
        used.keySet().removeIf(id -> !columns.contains(Optional.of(id)));
        changed.accept(List.copyOf(columns), used);
    }

    /// By what the linked document is found; by its title unless told otherwise.
    private void way(int column) {
        Div way = ways.get(column);
        way.removeAll();
        columns.get(column).flatMap(type::field).filter(LinkKeys::links).ifPresent(field -> {
            Map<String, String> options = keys.options(field);
            String present = links.containsKey(field.id()) ? LinkKeys.text(links.get(field.id())) : "";
            PlainSelect select = new PlainSelect("column-link-" + column, options, present, value -> {
                LinkKeys.key(value).ifPresentOrElse(key -> links.put(field.id(), key), () -> links.remove(field.id()));
                changed();
            });
            way.add(select.named(viewer.text(Label.of("import.link", guess.heads().get(column)))));
        });
    }

    private void mark(int column) {
        way(column);
        boolean guessed = columns.get(column).isPresent() && columns.get(column).equals(guess.plan().columns().get(column));
        boolean skipped = columns.get(column).isEmpty();
        marks.get(column).setText(guessed ? text("import.column.guessed") : skipped ? text("import.column.skipped") : text("import.column.chosen"));
        cells.get(column).forEach(cell -> cell.getClassList().set("skipped", skipped));
    }

    private String text(String key) {
        return viewer.text(Label.of(key));
    }
}
