package org.kontor.core.documents;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.Field;
import org.kontor.api.documents.Layouts.ListLook;
import org.kontor.api.people.PersonId;
import org.kontor.core.documents.ShapeStore.Part;
import org.kontor.storage.Database;
import org.kontor.storage.Sql;

/// How lists look: for all, and as persons chose.
final class ListChoices {
    private final Database database;
    private final ShapeStore store;

    ListChoices(Database database, ShapeStore store) {
        this.database = database;
        this.store = store;
    }

    ListLook forAll(DocumentType type) {
        return store.find(Part.LIST, type.id(), "").map(kept -> fitted(LayoutJson.look(kept.body()), type)).orElseGet(() -> plain(type));
    }

    /// As the fields say: title first, then the stage.
    private static ListLook plain(DocumentType type) {
        Stream<String> stage = type.pipelines().isEmpty() ? Stream.empty() : Stream.of("stage");
        List<String> listed = type.listedFields().stream().map(Field::id).filter(id -> !id.equals(type.title().id())).toList();
        return new ListLook(
                Stream.concat(Stream.concat(Stream.of(type.title().id()), stage), listed.stream()).toList(),
                type.fields().stream().filter(field -> field.traits().contains(Field.Trait.FILTERED)).map(Field::id).toList());
    }

    Optional<ListLook> of(DocumentType type, PersonId person) {
        Sql sql = Sql.of("select body from list_choice where person_id = ? and type_id = ?", person.value(), type.id());
        return database.read(tx -> tx.one(sql, row -> fitted(LayoutJson.look(row.text("body")), type)));
    }

    void put(DocumentType type, PersonId person, ListLook look) {
        database.write(tx -> {
            String body = LayoutJson.write(look);
            int there = tx.update(Sql.of("update list_choice set body = ? where person_id = ? and type_id = ?", body, person.value(), type.id()));
            return there > 0 ? there : tx.update(Sql.of("insert into list_choice (person_id, type_id, body) values (?, ?, ?)", person.value(), type.id(), body));
        });
    }

    void forget(DocumentType type, PersonId person) {
        database.write(tx -> tx.update(Sql.of("delete from list_choice where person_id = ? and type_id = ?", person.value(), type.id())));
    }

    void putForAll(DocumentType type, ListLook look) {
        store.put(Part.LIST, type.id(), "", LayoutJson.write(look));
    }

    /// Shows a new field where it says so: to who made it, and to all who chose nothing (FLD-8, FLD-9).
    void show(DocumentType type, Field<?> field, Optional<PersonId> maker) {
        store.find(Part.LIST, type.id(), "").ifPresent(kept -> putForAll(type, with(LayoutJson.look(kept.body()), field)));
        maker.ifPresent(person -> of(type, person).ifPresent(own -> put(type, person, with(own, field))));
    }

    private static ListLook with(ListLook look, Field<?> field) {
        return new ListLook(
                with(look.columns(), field, field.listed()),
                with(look.filters(), field, field.traits().contains(Field.Trait.FILTERED)));
    }

    private static List<String> with(List<String> ids, Field<?> field, boolean shown) {
        List<String> more = new ArrayList<>(ids);
        if (shown && !ids.contains(field.id())) {
            more.add(field.id());
        }
        return more;
    }

    private static ListLook fitted(ListLook look, DocumentType type) {
        return new ListLook(known(look.columns(), type), known(look.filters(), type));
    }

    private static List<String> known(List<String> ids, DocumentType type) {
        return ids.stream().filter(id -> BuiltIn.is(id) || type.field(id).isPresent()).toList();
    }

    /// An id that is not of the type, or there twice.
    static Optional<String> wrong(DocumentType type, ListLook look) {
        return Stream.of(look.columns(), look.filters()).flatMap(ids -> {
            Set<String> seen = new HashSet<>();
            return ids.stream().filter(id -> !seen.add(id) || !BuiltIn.is(id) && type.field(id).isEmpty());
        }).findFirst();
    }
}
