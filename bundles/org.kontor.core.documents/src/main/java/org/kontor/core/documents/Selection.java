package org.kontor.core.documents;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.kontor.api.documents.Document;
import org.kontor.api.documents.DocumentRef;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.Field;
import org.kontor.api.documents.Values;
import org.kontor.api.people.PersonId;
import org.kontor.storage.Row;
import org.kontor.storage.Sql;

/// Which fields of documents are read; what every document has, its title and its responsible person always are.
final class Selection {
    private record Read(Field<?> field, List<Column> columns) {}

    private final DocumentType type;
    private final List<Read> fields;

    private Selection(DocumentType type, List<Field<?>> fields) {
        this.type = type;
        this.fields = fields.stream().map(field -> new Read(field, Column.of(field))).toList();
    }

    static Selection all(DocumentType type) {
        return new Selection(type, type.fields());
    }

    /// The named fields, those a document is sorted by among them.
    ///
    /// @throws IllegalArgumentException when the type has not all of them
    static Selection of(DocumentType type, Optional<Set<String>> named, String sortBy) {
        if (named.isEmpty()) {
            return all(type);
        }
        named.get().forEach(id -> BuiltIn.kind(type, id));
        return new Selection(type, type.fields().stream()
                .filter(field -> named.get().contains(field.id()) || field.id().equals(sortBy) || field.equals(type.title()) || type.responsible().filter(field::equals).isPresent())
                .toList());
    }

    /// The fields that name a document.
    static Selection naming(DocumentType type) {
        return of(type, Optional.of(Set.of()), "id");
    }

    String columns() {
        String own = fields.stream().flatMap(read -> read.columns().stream()).map(Column::name).collect(Collectors.joining(", "));
        return "id, version, stage, stage_since, created, changed, created_by, " + own;
    }

    Sql from(Sql where) {
        return Sql.of("select " + columns() + " from " + Tables.name(type) + " where ").then(where);
    }

    Document read(Row row) {
        Values.Builder values = new Values.Builder();
        for (Read each : fields) {
            Column.read(each.field(), each.columns(), row).ifPresent(value -> values.add(each.field(), value));
        }
        return new Document(
                new DocumentRef(type.id(), row.number("id")),
                row.number("version"),
                row.optionalText("stage"),
                row.optionalMoment("stage_since"),
                values.build(),
                row.optionalNumber("created_by").map(PersonId::new),
                row.moment("created"),
                row.moment("changed"));
    }
}
