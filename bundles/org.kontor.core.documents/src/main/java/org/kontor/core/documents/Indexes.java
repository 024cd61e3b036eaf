package org.kontor.core.documents;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.Field;
import org.kontor.api.documents.Kind;
import org.kontor.storage.Database;
import org.kontor.storage.Engine;
import org.kontor.storage.Sql;

/// The indexes of a type's table. On PostgreSQL they are made while others read and write. H2 holds both up while it makes one: 10 s were measured for 200,000 rows; so there large tables
/// get theirs when their type comes, before anybody uses it.
final class Indexes {
    private static final int LONGEST_NAME = 63;

    /// An index by its name and what it is over.
    record Index(String name, String over) {}

    private final Database database;

    Indexes(Database database) {
        this.database = database;
    }

    static List<Index> wanted(DocumentType type) {
        String table = Tables.name(type);
        List<Index> wanted = new ArrayList<>();
        if (type.pipeline().isPresent()) {
            wanted.add(new Index(name(table, "stage"), "stage, stage_since desc, id desc, deleted" + summed(type)));
        }
        type.responsible().ifPresent(field -> wanted.add(new Index(name(table, "owner"), Column.of(field).getFirst().name() + ", id")));
        for (Field<?> field : type.fields()) {
            List<Column> columns = Column.of(field);
            String first = columns.getFirst().name();
            if (field.kind() instanceof Kind.Link) {
                wanted.add(new Index(name(table, first), first + ", " + columns.getLast().name() + ", id desc"));
            } else if (field.traits().contains(Field.Trait.INDEXED) && !(field.kind() instanceof Kind.Many<?>)) {
                wanted.add(new Index(name(table, first), first + ", id"));
            }
        }
        return wanted;
    }

    /// Whether an index finds the documents in a stage, with a choice or of a person.
    static boolean finds(DocumentType type, String fieldId) {
        return fieldId.equals("stage") && type.pipeline().isPresent() || BuiltIn.declared(type, fieldId).filter(field -> switch (field.kind()) {
            case Kind.User _ -> field.traits().contains(Field.Trait.INDEXED) || type.responsible().filter(field::equals).isPresent();
            case Kind.Choice _ -> field.traits().contains(Field.Trait.INDEXED);
            case Kind<?> _ -> false;
        }).isPresent();
    }

    /// The first sum of money as well, so that boards count and sum up in the index alone; the documents themselves lie all over the table. A table that is there already keeps its index without.
    private static String summed(DocumentType type) {
        return type.fields().stream().filter(field -> field.kind() instanceof Kind.Sum).findFirst().stream().flatMap(field -> Column.of(field).stream()).map(column -> ", " + column.name()).collect(Collectors.joining());
    }

    /// Names that are too long for PostgreSQL end in a number of their own: it would cut them, two to the same.
    private static String name(String table, String by) {
        String name = table + "_by_" + by;
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME - 9) + "_" + Integer.toHexString(name.hashCode());
    }

    /// The statements for the indexes of a table that is being made.
    static List<String> ddl(DocumentType type) {
        return wanted(type).stream().map(index -> "create index " + index.name() + " on " + Tables.name(type) + " (" + index.over() + ")").toList();
    }

    List<Index> missing(DocumentType type) {
        Set<String> present = present(Tables.name(type));
        return wanted(type).stream().filter(index -> !present.contains(index.name())).toList();
    }

    /// Whether an index can be made now without holding others up.
    boolean ready(DocumentType type) {
        return database.engine() == Engine.POSTGRESQL || new Ddl(database).small(Tables.name(type));
    }

    /// Makes an index of a table that may be large; not in a transaction.
    void make(DocumentType type, Index index) {
        boolean beside = database.engine() == Engine.POSTGRESQL;
        if (beside) {
            database.alone(Sql.of("drop index concurrently if exists " + index.name()));
        }
        database.alone(Sql.of("create index " + (beside ? "concurrently " : "") + index.name() + " on " + Tables.name(type) + " (" + index.over() + ")"));
    }

    /// On PostgreSQL one whose making was broken off is there but of no use, and does not count.
    private Set<String> present(String table) {
        Sql sql = database.engine() == Engine.POSTGRESQL
                ? Sql.of("select i.relname as name from pg_index x join pg_class i on i.oid = x.indexrelid join pg_class t on t.oid = x.indrelid where t.relname = ? and x.indisvalid", table)
                : Sql.of("select index_name as name from information_schema.indexes where lower(table_name) = ?", table);
        return new HashSet<>(database.read(tx -> tx.query(sql, row -> row.text("name").toLowerCase(Locale.ROOT))));
    }
}
