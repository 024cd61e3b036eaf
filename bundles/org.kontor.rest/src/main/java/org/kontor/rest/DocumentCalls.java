package org.kontor.rest;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.kontor.api.documents.Attachments;
import org.kontor.api.documents.Change;
import org.kontor.api.documents.Creation;
import org.kontor.api.documents.Document;
import org.kontor.api.documents.DocumentRef;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.Documents;
import org.kontor.api.documents.Draft;
import org.kontor.api.files.FileRef;
import org.kontor.api.files.Files;
import org.kontor.api.labels.Label;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// Lists, creates, reads, changes, deletes and restores documents.
@Component(service = DocumentCalls.class)
public final class DocumentCalls {
    private static final List<String> NEW_MEMBERS = List.of("fields", "stage");
    private static final List<String> CHANGE_MEMBERS = List.of("fields", "stage", "version");

    private final Documents documents;
    private final DocumentJson json;
    private final Files files;
    private final Attachments attachments;

    @Activate
    public DocumentCalls(@Reference Documents documents, @Reference DocumentJson json, @Reference Files files, @Reference Attachments attachments) {
        this.documents = documents;
        this.json = json;
        this.files = files;
        this.attachments = attachments;
    }

    Answer list(Call call) {
        return new Listing(documents, json).answer(call);
    }

    Answer create(Call call) throws IOException {
        DocumentType type = call.type();
        Draft draft = json.draft(type, sender(call, Optional.empty()), Json.parse(call.body()), NEW_MEMBERS);
        return switch (documents.create(type.id(), draft.values(), draft.stage(), call.actor())) {
            case Creation.Created(Document document) -> Answer.json(201, json.document(type, document)).with("Location", DocumentJson.location(document)).with("ETag", DocumentJson.etag(document));
            case Creation.Refused(var reasons) -> throw Problem.refused(reasons);
            case Creation.Denied(Label rule) -> throw Problem.denied(rule);
        };
    }

    Answer get(Call call) {
        FieldChoice shown = FieldChoice.of(call.type(), call.parameters());
        Document document = documents.view(call.ref(), call.actor()).orElseThrow(() -> Problem.of(404, "no-such-document"));
        boolean known = call.header("If-None-Match").filter(header -> header.equals("*") || DocumentJson.names(header, document)).isPresent();
        return (known ? Answer.empty(304) : Answer.ok(json.document(shown, document))).with("ETag", DocumentJson.etag(document));
    }

    Answer change(Call call) throws IOException {
        Draft draft = json.draft(call.type(), sender(call, Optional.of(call.ref())), Json.parse(call.body()), CHANGE_MEMBERS);
        Optional<Long> matched = matched(call);
        return Changes.answer(call, json, matched.isPresent()
                ? documents.changeExactly(call.ref(), draft.on(matched.get()), call.actor())
                : documents.change(call.ref(), draft, call.actor()));
    }

    Answer delete(Call call) {
        Optional<Long> matched = matched(call);
        Answer answer = Changes.answer(call, json, matched.isPresent() ? documents.delete(call.ref(), matched.get(), call.actor()) : documents.delete(call.ref(), call.actor()));
        return Answer.empty(204).with("ETag", answer.headers().get("ETag"));
    }

    Answer restore(Call call) {
        return Changes.answer(call, json, documents.restore(call.ref(), call.actor()));
    }

    /// The version `If-Match` names; of several the one there is, when it is among them. The write itself asks again, so nobody can come between.
    private Optional<Long> matched(Call call) {
        Optional<String> header = call.header("If-Match").filter(value -> !value.equals("*"));
        if (header.isEmpty()) {
            return Optional.empty();
        }
        List<Long> named = DocumentJson.versions(header.get());
        if (named.size() == 1) {
            return Optional.of(named.getFirst());
        }
        Document present = documents.get(call.ref(), call.actor()).orElseThrow(() -> Problem.of(404, "no-such-document"));
        if (!named.contains(present.version())) {
            throw Changes.conflict(call, json, new Change.Conflict(present, List.of()));
        }
        return Optional.of(present.version());
    }

    /// Who writes may name files of their own, and those the document has or had.
    private Sender sender(Call call, Optional<DocumentRef> document) {
        return new Sender(call.country(), id -> files.find(id, call.actor()).or(() -> document.flatMap(ref -> present(ref, id, call))));
    }

    private Optional<FileRef> present(DocumentRef document, long id, Call call) {
        return attachments.find(document, id, call.actor());
    }
}
