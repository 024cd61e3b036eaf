package org.kontor.core.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.Field;
import org.kontor.api.documents.Filter;
import org.kontor.api.documents.Kind;
import org.kontor.storage.Database;
import org.kontor.storage.Sql;

/// Counts the documents that hold on to a part of the shape, those in the trash included, whoever may read them.
final class Occupancy {
    private static final int BOUND = 10_000;

    private final Database database;

    Occupancy(Database database) {
        this.database = database;
    }

    /// Documents in any of the stages, counted up to 10,000.
    long count(DocumentType type, List<String> stages) {
        String marks = stages.stream().map(_ -> "?").collect(Collectors.joining(", "));
        return counted(type, new Sql("stage in (" + marks + ")", List.copyOf(stages)));
    }

    /// Documents with an option in a choice, or among the many of one.
    long count(DocumentType type, Field<?> field, String option) {
        return counted(type, field.kind() instanceof Kind.Many<?>
                ? ManyValues.condition(type, field, Filter.Operator.EQUAL, option)
                : Sql.of(Column.of(field).getFirst().name() + " = ?", option));
    }

    private long counted(DocumentType type, Sql where) {
        List<Object> parameters = new ArrayList<>(where.parameters());
        parameters.add((long) BOUND);
        Sql sql = new Sql("select count(*) as n from (select 1 as x from " + Tables.name(type) + " where " + where.text() + " limit ?) as held", parameters);
        return database.read(tx -> tx.one(sql, row -> row.number("n"))).orElse(0L);
    }
}
