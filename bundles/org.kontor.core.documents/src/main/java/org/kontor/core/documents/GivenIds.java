package org.kontor.core.documents;

import java.util.Optional;
import org.kontor.api.documents.DocumentType;
import org.kontor.storage.Database;
import org.kontor.storage.Sql;

/// Sees to it that H2 gives out no id twice. When a column is renamed H2 notes the next id without the ones it holds ready, and goes on giving those out; killed then, it
/// starts again from what it noted. So before a table is used its next id is put behind every id of a document or journal entry.
final class GivenIds {
    private final Database database;
    private final Ddl ddl;

    GivenIds(Database database, Ddl ddl) {
        this.database = database;
        this.ddl = ddl;
    }

    void passOver(DocumentType type) {
        String table = Tables.name(type);
        long given = Math.max(largest(Sql.of("select max(id) as n from " + table)), largest(Sql.of(
                "select doc_id as n from journal where doc_type = ? order by doc_type desc, doc_id desc, position desc fetch first row only", type.id())));
        long next = largest(Sql.of("select identity_base as n from information_schema.columns where lower(table_name) = ? and lower(column_name) = 'id'", table));
        if (next <= given) {
            ddl.run("alter table " + table + " alter column id restart with " + (given + 1));
        }
    }

    private long largest(Sql wanted) {
        return database.read(tx -> tx.query(wanted, row -> row.optionalNumber("n"))).stream().flatMap(Optional::stream).findFirst().orElse(0L);
    }
}
