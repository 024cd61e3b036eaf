package org.kontor.core.documents;

import java.util.List;
import java.util.Optional;
import org.kontor.api.access.Access;
import org.kontor.api.access.Permission;
import org.kontor.api.documents.Amendment;
import org.kontor.api.documents.Conditions;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.DocumentTypes;
import org.kontor.api.documents.Refusal;
import org.kontor.api.documents.SavedFilters;
import org.kontor.api.labels.Label;
import org.kontor.api.people.Actor;
import org.kontor.api.people.PersonId;
import org.kontor.storage.Database;
import org.kontor.storage.Null;
import org.kontor.storage.Row;
import org.kontor.storage.Sql;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// Saved filters in a table of their own.
@Component(service = SavedFilters.class)
public final class StoredFilters implements SavedFilters {
    private static final int LONGEST_NAME = 100;
    private static final int MOST = 200;
    private static final int LONGEST_BODY = 50_000;
    /// Stands for everybody who chose nothing.
    private static final long ALL = 0;

    private final Database database;
    private final DocumentTypes types;
    private final Access access;
    private final LookText text;

    @Activate
    public StoredFilters(@Reference Database database, @Reference DocumentTypes types, @Reference Access access, @Reference Conditions conditions) {
        database.migrate("filters", StoredFilters.class);
        this.database = database;
        this.types = types;
        this.access = access;
        this.text = new LookText(types, conditions);
    }

    @Override
    public List<SavedFilter> of(String typeId, Actor actor) {
        return query(seen(actor).then(" and type_id = ? order by lower(name), id", typeId));
    }

    @Override
    public Optional<SavedFilter> find(long id, Actor actor) {
        return query(seen(actor).then(" and id = ?", id)).stream().findFirst();
    }

    private List<SavedFilter> query(Sql where) {
        Sql sql = Sql.of("select id, type_id, name, owner, shared, body from saved_filter where ").then(where);
        return database.read(tx -> tx.query(sql, this::read)).stream().flatMap(Optional::stream).toList();
    }

    private Optional<SavedFilter> read(Row row) {
        String typeId = row.text("type_id");
        return text.read(typeId, row.text("body")).map(look ->
                new SavedFilter(row.number("id"), typeId, row.text("name"), row.optionalNumber("owner").map(PersonId::new), row.yes("shared"), look));
    }

    private static Sql seen(Actor actor) {
        return actor.person().map(person -> Sql.of("(shared = true or owner = ?)", person.value())).orElse(Sql.of("shared = true"));
    }

    @Override
    public Amendment<SavedFilter> save(SavedFilter filter, Actor actor) {
        DocumentType type = types.require(filter.typeId());
        Optional<SavedFilter> before = filter.id() == 0 ? Optional.empty() : find(filter.id(), actor).filter(some -> some.typeId().equals(type.id()));
        if (filter.id() != 0 && before.isEmpty()) {
            return refused(Label.of("documents.filters.none", filter.id()));
        }
        SavedFilter wanted = new SavedFilter(filter.id(), type.id(), filter.name().strip(), before.map(SavedFilter::owner).orElse(actor.person()), filter.shared(), filter.look());
        String body = text.write(type.id(), wanted.look());
        Optional<Label> reason = denied(wanted, before, actor).or(() -> objection(wanted, body, actor));
        return reason.<Amendment<SavedFilter>>map(StoredFilters::refused).orElseGet(() -> new Amendment.Done<>(filter.id() == 0 ? insert(wanted, body) : update(wanted, body)));
    }

    private SavedFilter insert(SavedFilter filter, String body) {
        Object owner = filter.owner().<Object>map(PersonId::value).orElse(new Null(java.sql.JDBCType.BIGINT));
        long id = database.write(tx -> tx.insert(
                Sql.of("insert into saved_filter (type_id, name, owner, shared, body) values (?, ?, ?, ?, ?)", filter.typeId(), filter.name(), owner, filter.shared(), body), "id"));
        return new SavedFilter(id, filter.typeId(), filter.name(), filter.owner(), filter.shared(), filter.look());
    }

    private SavedFilter update(SavedFilter filter, String body) {
        database.write(tx -> {
            if (!filter.shared()) {
                tx.update(Sql.of("delete from saved_filter_start where filter_id = ? and person <> ?", filter.id(), filter.owner().map(PersonId::value).orElse(-1L)));
            }
            return tx.update(Sql.of("update saved_filter set name = ?, shared = ?, body = ? where id = ?", filter.name(), filter.shared(), body, filter.id()));
        });
        return filter;
    }

    /// What is or becomes shared is for who may configure; what is private, for its owner.
    private Optional<Label> denied(SavedFilter filter, Optional<SavedFilter> before, Actor actor) {
        boolean shared = filter.shared() || before.filter(SavedFilter::shared).isPresent();
        boolean mine = actor.person().isPresent() && filter.owner().equals(actor.person());
        return shared && !access.may(actor, Permission.CONFIGURE) || !shared && !mine ? Optional.of(Label.of("documents.filters.denied")) : Optional.empty();
    }

    private Optional<Label> objection(SavedFilter filter, String body, Actor actor) {
        if (filter.name().isEmpty() || filter.name().length() > LONGEST_NAME) {
            return Optional.of(Label.of("documents.shape.name-length", TextReading.quoted(filter.name()), LONGEST_NAME));
        }
        if (text.read(filter.typeId(), body).isEmpty() || body.length() > LONGEST_BODY) {
            return Optional.of(Label.of("documents.filters.unusable"));
        }
        return filter.id() == 0 && of(filter.typeId(), actor).size() >= MOST ? Optional.of(Label.of("documents.filters.too-many", MOST)) : Optional.empty();
    }

    @Override
    public Amendment<SavedFilter> delete(long id, Actor actor) {
        Optional<SavedFilter> filter = find(id, actor);
        Optional<Label> reason = filter.isEmpty() ? Optional.of(Label.of("documents.filters.none", id)) : denied(filter.get(), filter, actor);
        if (reason.isPresent()) {
            return refused(reason.get());
        }
        database.write(tx -> tx.update(Sql.of("delete from saved_filter where id = ?", id)));
        return new Amendment.Done<>(filter.orElseThrow());
    }

    @Override
    public Optional<SavedFilter> start(String typeId, Actor actor) {
        Sql chosen = Sql.of("id in (select filter_id from saved_filter_start where type_id = ? and person = ?)", typeId, actor.person().map(PersonId::value).orElse(ALL));
        Sql forAll = Sql.of("id in (select filter_id from saved_filter_start where type_id = ? and person = ?)", typeId, ALL);
        List<SavedFilter> found = query(seen(actor).then(" and (").then(chosen).then(" or ").then(forAll).then(") order by case when ").then(chosen).then(" then 0 else 1 end"));
        return found.stream().findFirst();
    }

    @Override
    public Amendment<Long> startWith(String typeId, long id, Actor actor) {
        Optional<Label> reason = actor.person().isEmpty() ? Optional.of(Label.of("documents.filters.denied")) : unknown(typeId, id, actor, false);
        return reason.<Amendment<Long>>map(StoredFilters::refused).orElseGet(() -> choose(typeId, id, actor.person().orElseThrow().value()));
    }

    @Override
    public Amendment<Long> startAllWith(String typeId, long id, Actor actor) {
        Optional<Label> reason = access.may(actor, Permission.CONFIGURE) ? unknown(typeId, id, actor, true) : Optional.of(Label.of("documents.filters.denied"));
        return reason.<Amendment<Long>>map(StoredFilters::refused).orElseGet(() -> choose(typeId, id, ALL));
    }

    private Optional<Label> unknown(String typeId, long id, Actor actor, boolean shared) {
        boolean known = id == 0 || find(id, actor).filter(filter -> filter.typeId().equals(typeId) && (filter.shared() || !shared)).isPresent();
        return known ? Optional.empty() : Optional.of(Label.of("documents.filters.none", id));
    }

    private Amendment<Long> choose(String typeId, long id, long person) {
        database.write(tx -> {
            if (id == 0) {
                tx.update(Sql.of("delete from saved_filter_start where type_id = ? and person = ?", typeId, person));
            } else {
                tx.put(Sql.of("update saved_filter_start set filter_id = ? where type_id = ? and person = ?", id, typeId, person),
                        Sql.of("insert into saved_filter_start (type_id, person, filter_id) values (?, ?, ?)", typeId, person, id));
            }
            return id;
        });
        return new Amendment.Done<>(id);
    }

    @Override
    public String address(String typeId, Look look) {
        return text.address(typeId, look);
    }

    @Override
    public Optional<Look> look(String typeId, String address) {
        return text.ofAddress(typeId, address);
    }

    private static <T> Amendment<T> refused(Label reason) {
        return new Amendment.Refused<>(List.of(Refusal.of(reason)));
    }
}
