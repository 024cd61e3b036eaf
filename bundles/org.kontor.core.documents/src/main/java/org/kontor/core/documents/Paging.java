package org.kontor.core.documents;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.kontor.api.documents.Document;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.Kind;
import org.kontor.api.documents.Query;
import org.kontor.storage.Sql;

/// Pages by key: each starts behind the last row of the one before, so that the thousandth costs what the first does.
final class Paging {
    private static final char NONE = '-';
    private static final char SOME = '+';

    private final DocumentType type;
    private final String sortBy;
    private final String column;
    private final boolean down;

    Paging(DocumentType type, Query query) {
        this.type = type;
        this.sortBy = query.sortBy();
        this.column = BuiltIn.column(type, query.sortBy());
        this.down = query.descending();
    }

    Sql order() {
        String way = down ? " desc" : "";
        return Sql.of(column.equals("id") ? " order by id" + way : " order by " + column + way + " nulls last, id" + way);
    }

    String cursor(Document last) {
        Optional<Object> value = value(last);
        String text = last.ref().id() + " " + value.map(some -> SOME + ValueText.write(some)).orElse(String.valueOf(NONE));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    Sql behind(String cursor) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            int space = text.indexOf(' ');
            long id = Long.parseLong(text.substring(0, space));
            String beyond = down ? " < ?" : " > ?";
            if (column.equals("id")) {
                return Sql.of("id" + beyond, id);
            }
            if (text.charAt(space + 1) == NONE) {
                return Sql.of("(" + column + " is null and id" + beyond + ")", id);
            }
            Object key = key(text.substring(space + 2));
            return Sql.of("(" + column + beyond + " or " + column + " is null or (" + column + " = ? and id" + beyond + "))", key, key, id);
        } catch (RuntimeException e) {
            throw new IllegalArgumentException("cursor '" + cursor + "' was not given by a former page of this query: start without one", e);
        }
    }

    private Object key(String text) {
        Kind<?> kind = BuiltIn.kind(type, sortBy);
        Object value = ValueText.read(kind, text);
        List<Object> parameters = BuiltIn.declared(type, sortBy)
                .map(field -> Column.parameters(field, Optional.of(value)))
                .orElseGet(() -> List.of(value instanceof BigDecimal number ? number.longValueExact() : value instanceof org.kontor.api.people.PersonId person ? person.value() : value));
        return parameters.getFirst();
    }

    private Optional<Object> value(Document document) {
        return switch (sortBy) {
            case "id" -> Optional.of(document.ref().id());
            case "stage" -> document.stage().map(Object.class::cast);
            case "stageSince" -> document.stageSince().map(Object.class::cast);
            case "created" -> Optional.of(document.created());
            case "changed" -> Optional.of(document.changed());
            case "createdBy" -> document.createdBy().map(Object.class::cast);
            default -> document.values().any(type.field(sortBy).orElseThrow());
        };
    }
}
