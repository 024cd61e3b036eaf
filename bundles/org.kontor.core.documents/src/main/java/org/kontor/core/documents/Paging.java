package org.kontor.core.documents;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.kontor.api.documents.Document;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.Kind;
import org.kontor.api.documents.Query;
import org.kontor.api.people.PersonId;
import org.kontor.storage.Sql;

/// Pages by key, both ways: each starts beside the last row of the other one, so that the thousandth costs what the first does.
///
/// Documents without a value come last, in a step of their own: then both steps are in the order of the index (column, id), read from either end.
final class Paging {
    private static final char NONE = '-';
    private static final char SOME = '+';
    private static final char BACK = '<';
    private static final char ON = '>';

    /// A part of the order: rows for which one of `conditions` holds, which are themselves in order.
    record Step(List<Sql> conditions, String order) {}

    private record Cursor(boolean back, long id, Optional<Object> key) {}

    private final DocumentType type;
    private final String sortBy;
    private final String column;
    private final Optional<Cursor> cursor;
    private final boolean down;

    Paging(DocumentType type, Query query) {
        this.type = type;
        this.sortBy = query.sortBy();
        this.column = sorted(type, query.sortBy());
        this.cursor = query.after().map(this::parse);
        this.down = query.descending() != back();
    }

    /// What to sort by. Stages, choices, persons and links are sorted away from their index: where a right or a filter names several of them, H2 reads these from it one
    /// after the other and calls that sorted.
    private static String sorted(DocumentType type, String fieldId) {
        return switch (BuiltIn.kind(type, fieldId)) {
            case Kind.User _, Kind.Link _, Kind.Booking _, Kind.Choice _ -> BuiltIn.unindexed(type, fieldId);
            case Kind<?> _ -> fieldId.equals("stage") ? BuiltIn.unindexed(type, fieldId) : BuiltIn.column(type, fieldId);
        };
    }

    /// Whether documents are in the order of their numbers.
    boolean numbered() {
        return column.equals("id");
    }

    /// Whether the page is read from its end.
    boolean back() {
        return cursor.filter(Cursor::back).isPresent();
    }

    /// Whether the page starts beside another.
    boolean beside() {
        return cursor.isPresent();
    }

    /// What to read, one after the other until the page is full.
    List<Step> steps() {
        String way = down ? " desc" : "";
        String beyond = down ? " < ?" : " > ?";
        Optional<Object> key = cursor.flatMap(Cursor::key);
        List<Sql> besideId = cursor.map(some -> List.of(Sql.of("id" + beyond, some.id()))).orElse(List.of(Sql.of("true")));
        if (numbered()) {
            return List.of(new Step(besideId, " order by id" + way));
        }
        List<Sql> valued = key.map(some -> List.of(Sql.of(column + " = ? and id" + beyond, some, cursor.get().id()), Sql.of(column + beyond, some)))
                .orElse(List.of(Sql.of(column + " is not null")));
        List<Sql> empty = cursor.isPresent() && key.isEmpty() ? List.of(Sql.of(column + " is null and id" + beyond, cursor.get().id())) : List.of(Sql.of(column + " is null"));
        Step values = new Step(valued, " order by " + column + way + ", id" + way);
        Step none = new Step(empty, " order by id" + way);
        List<Step> steps = new ArrayList<>(back() ? List.of(none, values) : List.of(values, none));
        if (cursor.isPresent() && key.isPresent() == back()) {
            steps.removeFirst();
        }
        return steps;
    }

    String cursor(Document at, boolean back) {
        Optional<Object> value = value(at);
        String text = (back ? BACK : ON) + String.valueOf(at.ref().id()) + " " + value.map(some -> SOME + ValueText.write(some)).orElse(String.valueOf(NONE));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private Cursor parse(String given) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(given), StandardCharsets.UTF_8);
            int space = text.indexOf(' ');
            if (text.charAt(0) != BACK && text.charAt(0) != ON || text.charAt(space + 1) != NONE && text.charAt(space + 1) != SOME) {
                throw new IllegalArgumentException("no way, or no key");
            }
            Optional<Object> key = text.charAt(space + 1) == NONE ? Optional.empty() : Optional.of(key(text.substring(space + 2)));
            return new Cursor(text.charAt(0) == BACK, Long.parseLong(text.substring(1, space)), key);
        } catch (RuntimeException e) {
            throw new IllegalArgumentException("cursor '" + given + "' was not given by another page of this query: start without one", e);
        }
    }

    private Object key(String text) {
        Object value = ValueText.read(BuiltIn.kind(type, sortBy), text);
        return BuiltIn.declared(type, sortBy)
                .map(field -> Column.parameters(field, Optional.of(value)).getFirst())
                .orElseGet(() -> switch (value) {
                    case BigDecimal number -> number.longValueExact();
                    case PersonId person -> person.value();
                    case Object plain -> plain;
                });
    }

    private Optional<Object> value(Document document) {
        return BuiltIn.value(type, document, sortBy);
    }
}
