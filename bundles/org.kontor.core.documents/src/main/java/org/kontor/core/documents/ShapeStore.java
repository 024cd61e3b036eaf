package org.kontor.core.documents;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.kontor.storage.Database;
import org.kontor.storage.Sql;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// What administrators changed of the shape of documents, as texts: kept in one small table, answered from memory.
@Component(service = ShapeStore.class)
public final class ShapeStore {
    enum Part {
        /// A custom field, or what was changed of a declared one.
        FIELD,
        /// A pipeline, own or changed.
        PIPELINE,
        /// The values of a directory.
        DIRECTORY,
        /// A type of an administrator.
        TYPE,
        /// A switch of a type.
        SETTING,
        /// The layout of a card: of a pipeline, or with an empty id of the type.
        CARD,
        /// How a list looks for all.
        LIST
    }

    /// `typeId` is empty for what belongs to no type. What is `deleted` is in the trash.
    record Kept(Part part, String typeId, String id, String body, Optional<Instant> deleted) {}

    private final Database database;
    private final List<Runnable> watchers = new CopyOnWriteArrayList<>();
    private volatile List<Kept> kept;

    @Activate
    public ShapeStore(@Reference Database database) {
        this.database = database;
        database.migrate("shape", ShapeStore.class);
        this.kept = load();
    }

    /// The parts that are not in the trash, by id.
    List<Kept> all(Part part, String typeId) {
        return of(part, typeId).stream().filter(each -> each.deleted().isEmpty()).toList();
    }

    /// The parts in the trash, newest first.
    List<Kept> deleted(Part part, String typeId) {
        return of(part, typeId).stream()
                .filter(each -> each.deleted().isPresent())
                .sorted(Comparator.comparing((Kept each) -> each.deleted().orElseThrow()).reversed())
                .toList();
    }

    /// A part, in the trash or not.
    Optional<Kept> find(Part part, String typeId, String id) {
        return of(part, typeId).stream().filter(each -> each.id().equals(id)).findFirst();
    }

    void put(Part part, String typeId, String id, String body) {
        database.write(tx -> {
            tx.afterCommit(this::reload);
            int there = tx.update(Sql.of("update shape_part set body = ? where part = ? and type_id = ? and part_id = ?", body, part.name(), typeId, id));
            return there > 0
                    ? there
                    : tx.update(Sql.of("insert into shape_part (part, type_id, part_id, body) values (?, ?, ?, ?)", part.name(), typeId, id, body));
        });
    }

    void trash(Part part, String typeId, String id) {
        change(Sql.of("update shape_part set deleted = ? where part = ? and type_id = ? and part_id = ?",
                Instant.now().truncatedTo(ChronoUnit.MICROS), part.name(), typeId, id));
    }

    void restore(Part part, String typeId, String id) {
        change(Sql.of("update shape_part set deleted = null where part = ? and type_id = ? and part_id = ?", part.name(), typeId, id));
    }

    /// Takes a part away for good.
    void erase(Part part, String typeId, String id) {
        change(Sql.of("delete from shape_part where part = ? and type_id = ? and part_id = ?", part.name(), typeId, id));
    }

    /// Calls `changed` after a change was committed, on the thread of who made it.
    AutoCloseable watch(Runnable changed) {
        watchers.add(changed);
        return () -> watchers.remove(changed);
    }

    private void change(Sql sql) {
        database.write(tx -> {
            tx.afterCommit(this::reload);
            return tx.update(sql);
        });
    }

    private void reload() {
        kept = load();
        watchers.forEach(Runnable::run);
    }

    private List<Kept> load() {
        return List.copyOf(database.read(tx -> tx.query(Sql.of("select part, type_id, part_id, body, deleted from shape_part order by part, type_id, part_id"),
                row -> new Kept(Part.valueOf(row.text("part")), row.text("type_id"), row.text("part_id"), row.text("body"), row.optionalMoment("deleted")))));
    }

    private List<Kept> of(Part part, String typeId) {
        return kept.stream().filter(each -> each.part() == part && each.typeId().equals(typeId)).toList();
    }
}
