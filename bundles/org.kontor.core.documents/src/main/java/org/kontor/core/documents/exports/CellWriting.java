package org.kontor.core.documents.exports;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.kontor.api.documents.Document;
import org.kontor.api.documents.DocumentRef;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.DocumentTypes;
import org.kontor.api.documents.Documents;
import org.kontor.api.documents.Exports.Form;
import org.kontor.api.documents.Filter;
import org.kontor.api.documents.Notation;
import org.kontor.api.documents.Query;
import org.kontor.api.labels.Labels;
import org.kontor.api.people.Actor;

/// Turns pages of documents into cells. Linked documents are named for people by their titles, with one query a page and type; those the actor may not read by their numbers.
final class CellWriting {
    private final DocumentTypes types;
    private final Documents documents;
    private final Notation notation;
    private final Labels labels;
    private final Notation.Habits habits;
    private final Actor actor;

    CellWriting(DocumentTypes types, Documents documents, Notation notation, Labels labels, Notation.Habits habits, Actor actor) {
        this.types = types;
        this.documents = documents;
        this.notation = notation;
        this.labels = labels;
        this.habits = habits;
        this.actor = actor;
    }

    /// The cells of each document, in the order of documents and columns.
    List<List<Cell>> of(DocumentType type, List<Document> page, List<Column> columns, Form form) {
        Map<DocumentRef, String> titles = form == Form.PEOPLE ? titles(page, columns) : Map.of();
        return page.stream()
                .map(document -> columns.stream().map(column -> cell(type, column, column.of(document), form, titles)).toList())
                .toList();
    }

    private Cell cell(DocumentType type, Column column, Optional<Object> value, Form form, Map<DocumentRef, String> titles) {
        return new Cell(column, value, value.map(some -> form == Form.MACHINE ? notation.write(column.field(), some) : shown(type, column, some, titles)).orElse(""));
    }

    private String shown(DocumentType type, Column column, Object value, Map<DocumentRef, String> titles) {
        return switch (value) {
            case List<?> many -> many.stream().map(each -> shown(type, column, each, titles)).collect(Collectors.joining("\n"));
            case DocumentRef ref -> titles.getOrDefault(ref, ref.toString());
            case String stage when column.builtIn() && column.id().equals("stage") -> type.stage(stage).map(found -> labels.text(found.name(), habits.language())).orElse(stage);
            case Object plain -> notation.show(column.field().withKind(column.kind()), plain, habits);
        };
    }

    private Map<DocumentRef, String> titles(List<Document> page, List<Column> columns) {
        Map<String, Set<Long>> wanted = new TreeMap<>();
        for (Document document : page) {
            for (Column column : columns) {
                column.of(document).ifPresent(value -> (value instanceof List<?> many ? many : List.of(value)).forEach(one -> {
                    if (one instanceof DocumentRef ref) {
                        wanted.computeIfAbsent(ref.type(), _ -> new TreeSet<>()).add(ref.id());
                    }
                }));
            }
        }
        Map<DocumentRef, String> titles = new HashMap<>();
        wanted.forEach((typeId, ids) -> types.find(typeId).ifPresent(target -> titles(target, List.copyOf(ids), titles)));
        return titles;
    }

    private void titles(DocumentType target, List<Long> ids, Map<DocumentRef, String> titles) {
        for (int from = 0; from < ids.size(); from += Query.MOST) {
            List<Object> some = new ArrayList<>(ids.subList(from, Math.min(from + Query.MOST, ids.size())).stream().map(BigDecimal::valueOf).toList());
            documents.find(Query.newest(target.id()).where(new Filter.In("id", some)).limited(Query.MOST).only(List.of(target.title().id())), actor)
                    .documents()
                    .forEach(document -> document.get(target.title()).ifPresent(title -> titles.put(document.ref(), title)));
        }
    }
}
