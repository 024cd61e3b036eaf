package org.kontor.core.documents;

import java.sql.JDBCType;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.kontor.api.documents.Creation;
import org.kontor.api.documents.Document;
import org.kontor.api.documents.DocumentRef;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.Draft;
import org.kontor.api.documents.Field;
import org.kontor.api.documents.Refusal;
import org.kontor.api.documents.StageMove;
import org.kontor.api.documents.Values;
import org.kontor.api.people.Actor;
import org.kontor.api.people.PersonId;
import org.kontor.storage.Database;
import org.kontor.storage.Journal;
import org.kontor.storage.Null;
import org.kontor.storage.Sql;
import org.kontor.storage.Transaction;

/// Writes rows and their journal entries: two statements for one document or for many.
final class Writer {
    private final Database database;
    private final Journal journal;
    private final Checks checks;
    private final RollUps rollUps;
    private final MatchKeys keys;
    private final FreshWords words;
    private final Clock clock;

    Writer(Database database, Journal journal, Checks checks, RollUps rollUps, MatchKeys keys, FreshWords words, Clock clock) {
        this.database = database;
        this.journal = journal;
        this.checks = checks;
        this.rollUps = rollUps;
        this.keys = keys;
        this.words = words;
        this.clock = clock;
    }

    List<Creation> create(DocumentType type, List<Values> all, Optional<String> wantedStage, Actor actor) {
        Optional<String> stage = type.pipeline().map(way -> wantedStage.orElse(way.initial().id()));
        return database.write(tx -> {
            List<Creation> answers = new ArrayList<>();
            List<Document> fresh = new ArrayList<>();
            List<Values> complete = all.stream().map(given -> checks.preset(type, owned(type, given, actor))).toList();
            Map<Integer, Refusal> alike = keys.objections(type, complete);
            for (int i = 0; i < all.size(); i++) {
                Values values = complete.get(i);
                List<Refusal> reasons = checks.checkAlone(type, Optional.empty(), new Draft(all.get(i), wantedStage.or(() -> stage), Optional.empty()), values, actor);
                Optional.ofNullable(alike.get(i)).filter(_ -> reasons.isEmpty()).ifPresent(reasons::add);
                answers.add(new Creation.Refused(reasons));
                if (reasons.isEmpty()) {
                    fresh.add(new Document(new DocumentRef(type.id(), 1), 1, stage, stage.map(_ -> now()), present(type, values), actor.person(), now(), now()));
                }
            }
            return fresh.isEmpty() ? answers : merged(answers, stored(tx, type, fresh, actor));
        });
    }

    /// Writes `after` over `before`, version and moments set here.
    Document update(DocumentType type, Document before, Values values, Optional<String> stage, Actor actor) {
        boolean moved = stage.isPresent() && !stage.equals(before.stage());
        Document after = new Document(before.ref(), before.version() + 1, stage, moved ? Optional.of(now()) : before.stageSince(), present(type, values), before.createdBy(), before.created(), now());
        return database.write(tx -> {
            List<Object> parameters = new ArrayList<>(List.of(after.version(), now(), orNull(after.stage()), after.stageSince().<Object>map(m -> m).orElse(new Null(JDBCType.TIMESTAMP_WITH_TIMEZONE))));
            StringBuilder set = new StringBuilder("version = ?, changed = ?, stage = ?, stage_since = ?");
            for (Field<?> field : type.fields()) {
                if (!before.values().any(field).equals(after.values().any(field))) {
                    Column.of(field).forEach(column -> set.append(", ").append(column.name()).append(" = ?"));
                    parameters.addAll(Column.parameters(field, after.values().any(field)));
                }
            }
            parameters.add(before.ref().id());
            tx.update(new Sql("update " + Tables.name(type) + " set " + set + " where id = ?", parameters));
            ManyValues.update(tx, type, before, after);
            SearchText.update(tx, type, before, after);
            followed(tx, type, List.of(Written.changed(before, after)));
            Optional<StageMove> move = moved ? Optional.of(new StageMove(before.stage(), stage.get())) : Optional.empty();
            journal("document.changed", after.ref(), EntryBody.write(after.ref(), after.version(), move, type, Optional.of(before), after), actor);
            return after;
        });
    }

    /// Moves a document to the trash or back.
    Document mark(DocumentType type, Document before, boolean deleted, Actor actor) {
        return mark(type, List.of(before), deleted, actor).getFirst();
    }

    /// The same for many documents that are held, with as many statements as for one.
    List<Document> mark(DocumentType type, List<Document> all, boolean deleted, Actor actor) {
        if (all.isEmpty()) {
            return List.of();
        }
        Instant now = now();
        List<Document> marked = all.stream().map(before -> new Document(before.ref(), before.version() + 1, before.stage(), before.stageSince(), before.values(), before.createdBy(), before.created(), now)).toList();
        List<DocumentRef> refs = marked.stream().map(Document::ref).toList();
        return database.write(tx -> {
            List<Object> parameters = new ArrayList<>(List.of(deleted, now));
            refs.forEach(ref -> parameters.add(ref.id()));
            String ids = refs.stream().map(_ -> "?").collect(Collectors.joining(", "));
            tx.update(new Sql("update " + Tables.name(type) + " set deleted = ?, version = version + 1, changed = ? where id in (" + ids + ")", parameters));
            if (deleted) {
                TrashTable.add(tx, refs, now, actor);
            } else {
                TrashTable.remove(tx, refs);
            }
            followed(tx, type, deleted ? all.stream().map(Written::deleted).toList() : marked.stream().map(Written::created).toList());
            String event = deleted ? History.DELETED : History.RESTORED;
            journal.append(marked.stream().map(after -> new Journal.NewEntry(event, Optional.of(after.ref()), EntryBody.write(after.ref(), after.version()), actor)).toList());
            return marked;
        });
    }

    private List<Document> stored(Transaction tx, DocumentType type, List<Document> fresh, Actor actor) {
        List<String> columns = new ArrayList<>(List.of("version", "stage", "stage_since", "created", "changed", "created_by"));
        type.fields().forEach(field -> Column.of(field).forEach(column -> columns.add(column.name())));
        String marks = columns.stream().map(_ -> "?").collect(Collectors.joining(", "));
        String insert = "insert into " + Tables.name(type) + " (" + String.join(", ", columns) + ") values (" + marks + ")";
        List<Long> ids = tx.insertAll(insert, fresh.stream().map(document -> row(type, document)).toList(), "id");
        List<Document> stored = new ArrayList<>();
        List<Journal.NewEntry> entries = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            Document each = fresh.get(i);
            Document document = new Document(new DocumentRef(type.id(), ids.get(i)), 1, each.stage(), each.stageSince(), each.values(), each.createdBy(), each.created(), each.changed());
            Optional<StageMove> move = each.stage().map(stage -> new StageMove(Optional.empty(), stage));
            stored.add(document);
            entries.add(new Journal.NewEntry("document.created", Optional.of(document.ref()), EntryBody.write(document.ref(), 1, move, type, Optional.empty(), document), actor));
        }
        ManyValues.insert(tx, type, stored);
        words.add(tx, type, stored);
        followed(tx, type, stored.stream().map(Written::created).toList());
        journal.append(entries);
        return stored;
    }

    private static List<Object> row(DocumentType type, Document document) {
        List<Object> row = new ArrayList<>(List.of(
                document.version(),
                orNull(document.stage()),
                document.stageSince().<Object>map(moment -> moment).orElse(new Null(JDBCType.TIMESTAMP_WITH_TIMEZONE)),
                document.created(),
                document.changed(),
                document.createdBy().<Object>map(PersonId::value).orElse(new Null(JDBCType.BIGINT))));
        type.fields().forEach(field -> row.addAll(Column.parameters(field, document.values().any(field))));
        return row;
    }

    /// The answers with each place that was not refused filled by the next stored document.
    private static List<Creation> merged(List<Creation> answers, List<Document> stored) {
        var next = stored.iterator();
        return answers.stream()
                .map(answer -> answer instanceof Creation.Refused refused && refused.reasons().isEmpty() ? new Creation.Created(next.next()) : answer)
                .toList();
    }

    /// Brings up to date what is kept beside the documents.
    private void followed(Transaction tx, DocumentType type, List<Written> written) {
        keys.follow(tx, type, written);
        rollUps.follow(tx, type, written);
    }

    private void journal(String event, DocumentRef ref, String body, Actor actor) {
        journal.append(List.of(new Journal.NewEntry(event, Optional.of(ref), body, actor)));
    }

    private static Values owned(DocumentType type, Values values, Actor actor) {
        return type.responsible()
                .filter(field -> values.get(field).isEmpty())
                .flatMap(field -> actor.person().map(person -> values.with(field, person)))
                .orElse(values);
    }

    /// Only what has a value, and is of the type.
    private static Values present(DocumentType type, Values values) {
        Values.Builder present = new Values.Builder();
        for (Field<?> field : type.fields()) {
            values.any(field).ifPresent(value -> present.add(field, value));
        }
        return present.build();
    }

    private static Object orNull(Optional<String> text) {
        return text.<Object>map(some -> some).orElse(new Null(JDBCType.VARCHAR));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
