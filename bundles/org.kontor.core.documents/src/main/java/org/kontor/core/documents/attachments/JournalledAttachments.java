package org.kontor.core.documents.attachments;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.kontor.api.documents.Attachments;
import org.kontor.api.documents.Document;
import org.kontor.api.documents.DocumentRef;
import org.kontor.api.documents.DocumentTypes;
import org.kontor.api.documents.Documents;
import org.kontor.api.documents.HistoryEntry;
import org.kontor.api.files.FileRef;
import org.kontor.api.people.Actor;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// Files of documents, now and in their history.
@Component
public final class JournalledAttachments implements Attachments {
    private static final int PAGE = 100;

    private final DocumentTypes types;
    private final Documents documents;

    @Activate
    public JournalledAttachments(@Reference DocumentTypes types, @Reference Documents documents) {
        this.types = types;
        this.documents = documents;
    }

    @Override
    public Optional<FileRef> find(DocumentRef ref, long fileId, Actor actor) {
        Optional<Document> document = documents.get(ref, actor);
        return document.flatMap(found -> types.require(ref.type()).fields().stream()
                        .flatMap(field -> files(found.values().any(field)))
                        .filter(file -> file.id() == fileId)
                        .findFirst())
                .or(() -> document.flatMap(_ -> put(ref, _ -> true, file -> file.id() == fileId, 1, actor).stream().findFirst()).map(Version::file));
    }

    @Override
    public List<Version> versions(DocumentRef ref, String fieldId, int limit, Actor actor) {
        return put(ref, diff -> diff.field().id().equals(fieldId), _ -> true, limit, actor);
    }

    private List<Version> put(DocumentRef ref, Predicate<HistoryEntry.FieldDiff> fields, Predicate<FileRef> wanted, int limit, Actor actor) {
        List<Version> versions = new ArrayList<>();
        long before = Long.MAX_VALUE;
        for (List<HistoryEntry> page = documents.history(ref, before, PAGE, actor); !page.isEmpty() && versions.size() < limit; page = documents.history(ref, before, PAGE, actor)) {
            for (HistoryEntry entry : page) {
                before = entry.occurrence().position();
                entry.fields().stream()
                        .filter(fields)
                        .flatMap(diff -> files(diff.after()).filter(file -> files(diff.before()).noneMatch(file::equals)))
                        .filter(wanted)
                        .forEach(file -> versions.add(new Version(file, entry.occurrence().moment(), entry.occurrence().actor())));
            }
        }
        return versions.stream().limit(limit).toList();
    }

    private static Stream<FileRef> files(Optional<Object> value) {
        return value.stream().flatMap(some -> some instanceof List<?> many ? many.stream() : Stream.of(some)).filter(FileRef.class::isInstance).map(FileRef.class::cast);
    }
}
