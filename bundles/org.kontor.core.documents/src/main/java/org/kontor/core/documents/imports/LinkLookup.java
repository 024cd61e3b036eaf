package org.kontor.core.documents.imports;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.kontor.api.documents.DocumentRef;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.Documents;
import org.kontor.api.documents.Field;
import org.kontor.api.documents.Kind;
import org.kontor.api.documents.Notation;
import org.kontor.api.labels.Label;
import org.kontor.api.people.Actor;
import org.kontor.core.documents.MatchKeys;

/// Finds the documents that cells name by a field of theirs: those of many rows with one query. Documents the actor may not read are not found.
final class LinkLookup {
    private static final int MOST_KEPT = 20_000;

    private final DocumentType target;
    private final Field<?> by;
    private final Documents documents;
    private final MatchKeys keys;
    private final Notation notation;
    private final Notation.Habits habits;
    private final Actor actor;
    private final Map<Object, List<DocumentRef>> known = new HashMap<>();

    LinkLookup(DocumentType target, Field<?> by, Documents documents, MatchKeys keys, Notation notation, Notation.Habits habits, Actor actor) {
        this.target = target;
        this.by = by.kind() instanceof Kind.Many<?> many ? by.withKind(many.of()) : by;
        this.documents = documents;
        this.keys = keys;
        this.notation = notation;
        this.habits = habits;
        this.actor = actor;
    }

    DocumentType target() {
        return target;
    }

    /// Looks for what these cells name.
    void prepare(Stream<String> cells) {
        if (known.size() > MOST_KEPT) {
            known.clear();
        }
        Map<Object, Object> wanted = new LinkedHashMap<>();
        cells.flatMap(cell -> value(cell).stream()).filter(value -> !known.containsKey(Matching.key(value))).forEach(value -> Matching.spellings(value).forEach(each -> wanted.put(each, each)));
        wanted.keySet().forEach(value -> known.put(Matching.key(value), List.of()));
        known.putAll(Matching.documentsBy(documents, keys, target, by, List.copyOf(wanted.keySet()), actor));
    }

    /// The document a cell names. Call [#prepare] before.
    Notation.Reading find(String cell) {
        if (cell.isBlank()) {
            return new Notation.Reading.Nothing();
        }
        List<DocumentRef> refs = value(cell).map(value -> known.getOrDefault(Matching.key(value), List.of())).orElse(List.of());
        return switch (refs.size()) {
            case 0 -> new Notation.Reading.Refused(Label.of("documents.import.link-missing", target.one(), target.nameOf(by), shown(cell)));
            case 1 -> new Notation.Reading.Value(refs.getFirst());
            default -> new Notation.Reading.Refused(Label.of("documents.import.link-ambiguous", refs.size(), target.many(), target.nameOf(by), shown(cell)));
        };
    }

    private Optional<Object> value(String cell) {
        return notation.read(by, SafeCell.taken(cell), habits) instanceof Notation.Reading.Value(Object value) ? Optional.of(value) : Optional.empty();
    }

    private static String shown(String cell) {
        return cell.length() > 60 ? cell.substring(0, 60) + "…" : cell;
    }
}
