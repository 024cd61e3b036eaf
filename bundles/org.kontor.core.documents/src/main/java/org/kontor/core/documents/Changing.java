package org.kontor.core.documents;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.kontor.api.access.Operation;
import org.kontor.api.documents.Change;
import org.kontor.api.documents.Document;
import org.kontor.api.documents.DocumentRef;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.Draft;
import org.kontor.api.documents.Field;
import org.kontor.api.documents.Refusal;
import org.kontor.api.documents.Values;
import org.kontor.api.labels.Label;
import org.kontor.api.people.Actor;
import org.kontor.storage.Database;

/// Changes documents that are there: holds the row, asks rights and checks, notices conflicts, and leaves the writing to [Writer].
final class Changing {
    private final Database database;
    private final Rights rights;
    private final Checks checks;
    private final Reader reader;
    private final Writer writer;
    private final History history;

    Changing(Database database, Rights rights, Checks checks, Reader reader, Writer writer, History history) {
        this.database = database;
        this.rights = rights;
        this.checks = checks;
        this.reader = reader;
        this.writer = writer;
        this.history = history;
    }

    Change change(DocumentType type, DocumentRef ref, Draft draft, Actor actor) {
        return held(type, ref, false, Operation.CHANGE, actor, before -> changed(type, before, draft, actor));
    }

    /// As [#change], but a conflict as soon as the document is of another version than the draft expects, whatever was changed.
    Change changeExactly(DocumentType type, DocumentRef ref, Draft draft, Actor actor) {
        long expected = draft.expectedVersion().orElseThrow(() -> new IllegalArgumentException("a draft for " + ref + " expects no version: name it with Draft.on, or use change"));
        return held(type, ref, false, Operation.CHANGE, actor, before -> before.version() == expected
                ? changed(type, before, draft, actor)
                : new Change.Conflict(before, clashes(type, before, changedByBoth(type, before, draft), draft)));
    }

    Change delete(DocumentType type, DocumentRef ref, long expectedVersion, Actor actor) {
        return held(type, ref, false, Operation.DELETE, actor, before -> before.version() == expectedVersion
                ? new Change.Changed(writer.mark(type, before, true, actor))
                : new Change.Conflict(before, List.of()));
    }

    Change delete(DocumentType type, DocumentRef ref, Actor actor) {
        return held(type, ref, false, Operation.DELETE, actor, before -> new Change.Changed(writer.mark(type, before, true, actor)));
    }

    Change restore(DocumentType type, DocumentRef ref, Actor actor) {
        return held(type, ref, true, Operation.DELETE, actor, before -> new Change.Changed(writer.mark(type, before, false, actor)));
    }

    /// Does several changes in one transaction.
    List<Change> together(Supplier<List<Change>> changes) {
        return database.write(_ -> changes.get());
    }

    /// Does `act` with a document whose row is held until the transaction ends, if the actor may.
    Change held(DocumentType type, DocumentRef ref, boolean deleted, Operation operation, Actor actor, Function<Document, Change> act) {
        return database.write(_ -> {
            Optional<Document> before = reader.get(type, ref.id(), deleted, true).filter(document -> rights.may(Operation.READ, type, document, actor));
            if (before.isEmpty()) {
                return new Change.Missing();
            }
            return rights.may(operation, type, before.get(), actor) ? act.apply(before.get()) : new Change.Denied(rights.rule(operation, type, before.get(), actor));
        });
    }

    /// The same with many documents, held by one statement: each one's answer in their order.
    List<Change> held(DocumentType type, List<DocumentRef> refs, Operation operation, Actor actor, Function<List<Document>, List<Change>> act) {
        return database.write(_ -> {
            Map<DocumentRef, Document> there = reader.hold(type, refs.stream().map(DocumentRef::id).toList()).stream()
                    .filter(document -> rights.may(Operation.READ, type, document, actor))
                    .collect(Collectors.toMap(Document::ref, document -> document));
            List<Document> allowed = refs.stream().flatMap(ref -> Optional.ofNullable(there.get(ref)).stream()).filter(document -> rights.may(operation, type, document, actor)).toList();
            Iterator<Change> done = act.apply(allowed).iterator();
            return refs.stream().map(ref -> {
                Document document = there.get(ref);
                if (document == null) {
                    return new Change.Missing();
                }
                return rights.may(operation, type, document, actor) ? done.next() : new Change.Denied(rights.rule(operation, type, document, actor));
            }).toList();
        });
    }

    /// Changes a document that is held.
    Change changed(DocumentType type, Document before, Draft draft, Actor actor) {
        Set<String> mine = differences(type, before, draft);
        Optional<Label> denied = mine.contains(History.STAGE) ? rights.moving(type, before, draft.stage(), actor) : Optional.empty();
        if (denied.isPresent()) {
            return new Change.Denied(denied.get());
        }
        Map<String, Optional<Object>> theirs = changedByBoth(type, before, draft);
        if (!theirs.isEmpty()) {
            return new Change.Conflict(before, clashes(type, before, theirs, draft));
        }
        Values after = checks.after(type, before, draft.values());
        List<Refusal> reasons = checks.check(type, Optional.of(before), draft, after, actor);
        if (!reasons.isEmpty()) {
            return new Change.Refused(reasons);
        }
        return new Change.Changed(mine.isEmpty() ? before : writer.update(type, before, after, draft.stage().or(before::stage), actor));
    }

    /// What a draft would change and others changed since its version: each with the value it had then.
    private Map<String, Optional<Object>> changedByBoth(DocumentType type, Document before, Draft draft) {
        if (draft.expectedVersion().filter(version -> version < before.version()).isEmpty()) {
            return Map.of();
        }
        Map<String, Optional<Object>> theirs = history.changedSince(type, before.ref(), draft.expectedVersion().get(), _ -> true);
        theirs.keySet().retainAll(differences(type, before, draft));
        return theirs;
    }

    private static Set<String> differences(DocumentType type, Document before, Draft draft) {
        Set<String> mine = new HashSet<>();
        for (Field<?> field : type.fields()) {
            if (draft.values().mentions(field) && !draft.values().any(field).equals(before.values().any(field))) {
                mine.add(field.id());
            }
        }
        if (draft.stage().isPresent() && !draft.stage().equals(before.stage())) {
            mine.add(History.STAGE);
        }
        return mine;
    }

    /// What was changed since, beside what a draft would make of it; in the order of the type's fields, the stage last.
    static List<Change.Clash> clashes(DocumentType type, Document current, Map<String, Optional<Object>> since, Draft draft) {
        List<Change.Clash> clashes = new ArrayList<>();
        for (Field<?> field : type.fields()) {
            Optional<Object> base = since.getOrDefault(field.id(), Optional.empty());
            if (since.containsKey(field.id())) {
                clashes.add(new Change.Clash(field.id(), base, current.values().any(field), draft.values().any(field)));
            }
        }
        if (since.containsKey(History.STAGE)) {
            Optional<Object> base = since.getOrDefault(History.STAGE, Optional.empty());
            clashes.add(new Change.Clash(History.STAGE, base, current.stage().map(Object.class::cast), draft.stage().map(Object.class::cast)));
        }
        return clashes;
    }
}
