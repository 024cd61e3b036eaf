package org.kontor.core.documents;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.kontor.api.documents.Document;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.Field;
import org.kontor.api.documents.Filter;
import org.kontor.api.documents.Kind;
import org.kontor.storage.Sql;
import org.kontor.storage.Transaction;

/// The single values of fields that hold many, one row each, so that documents are found by them with an index.
final class ManyValues {
    private static final int LONGEST = 500;

    private ManyValues() {}

    static String table(DocumentType type) {
        return Tables.name(type) + "_many";
    }

    static List<String> ddl(DocumentType type) {
        String table = table(type);
        return List.of(
                "create table " + table + " (doc_id bigint not null, field_id varchar(50) not null, place bigint not null, found_by varchar(" + LONGEST + ") not null, primary key (doc_id, field_id, place))",
                "create index " + table + "_by_value on " + table + " (field_id, found_by, doc_id)");
    }

    /// Writes the values of documents that are new.
    static void insert(Transaction tx, DocumentType type, List<Document> fresh) {
        List<List<Object>> rows = new ArrayList<>();
        for (Document document : fresh) {
            for (Field<?> field : type.fields()) {
                document.values().any(field).ifPresent(value -> add(rows, document.ref().id(), field, value));
            }
        }
        write(tx, type, rows);
    }

    /// Brings the values of a changed document up to date.
    static void update(Transaction tx, DocumentType type, Document before, Document after) {
        Map<String, Field<?>> changed = new LinkedHashMap<>();
        for (Field<?> field : type.fields()) {
            if (field.kind() instanceof Kind.Many<?> && !before.values().any(field).equals(after.values().any(field))) {
                changed.put(field.id(), field);
            }
        }
        List<List<Object>> rows = new ArrayList<>();
        for (Field<?> field : changed.values()) {
            tx.update(Sql.of("delete from " + table(type) + " where doc_id = ? and field_id = ?", after.ref().id(), field.id()));
            after.values().any(field).ifPresent(value -> add(rows, after.ref().id(), field, value));
        }
        write(tx, type, rows);
    }

    /// Deletes the values of a document that goes for good.
    static void delete(Transaction tx, DocumentType type, long id) {
        if (type.fields().stream().anyMatch(field -> field.kind() instanceof Kind.Many<?>)) {
            tx.update(Sql.of("delete from " + table(type) + " where doc_id = ?", id));
        }
    }

    private static void write(Transaction tx, DocumentType type, List<List<Object>> rows) {
        if (!rows.isEmpty()) {
            tx.batch("insert into " + table(type) + " (doc_id, field_id, place, found_by) values (?, ?, ?, ?)", rows);
        }
    }

    private static void add(List<List<Object>> rows, long id, Field<?> field, Object value) {
        if (value instanceof List<?> many) {
            for (int place = 0; place < many.size(); place++) {
                rows.add(List.of(id, field.id(), (long) place, foundBy(many.get(place))));
            }
        }
    }

    /// A condition on one of the values: equal, containing, or starting with.
    ///
    /// @throws IllegalArgumentException for an operator that needs an order
    static Sql condition(DocumentType type, Field<?> field, Filter.Operator operator, Object value) {
        Sql one = Sql.of("exists (select 1 from " + table(type) + " v where v.doc_id = " + Tables.name(type) + ".id and v.field_id = ? and ", field.id());
        return switch (operator) {
            case EQUAL -> one.then("v.found_by = ?)", foundBy(value));
            case NOT_EQUAL -> Sql.of("not ").then(condition(type, field, Filter.Operator.EQUAL, value));
            case CONTAINS -> one.then("v.found_by like ? escape '!')", "%" + FilterSql.escaped(foundBy(value)) + "%");
            case STARTS_WITH -> one.then("v.found_by like ? escape '!')", FilterSql.escaped(foundBy(value)) + "%");
            case LESS, AT_MOST, GREATER, AT_LEAST -> throw new IllegalArgumentException(
                    "field '" + field.id() + "' holds many values: it can be compared with equal, contains and starts with, not with " + operator);
        };
    }

    /// A condition that one of the values is among some.
    static Sql any(DocumentType type, Field<?> field, List<Object> values) {
        List<Object> parameters = new ArrayList<>(List.of(field.id()));
        values.forEach(value -> parameters.add(foundBy(value)));
        String marks = String.join(", ", java.util.Collections.nCopies(values.size(), "?"));
        return new Sql("id in (select v.doc_id from " + table(type) + " v where v.field_id = ? and v.found_by in (" + marks + "))", parameters);
    }

    private static String foundBy(Object value) {
        String text = ValueText.write(value).toLowerCase(Locale.ROOT);
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }
}
