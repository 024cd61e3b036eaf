package org.kontor.rest;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.kontor.api.access.Access;
import org.kontor.api.access.Operation;
import org.kontor.api.access.Reach;
import org.kontor.api.documents.Change;
import org.kontor.api.documents.Document;
import org.kontor.api.documents.DocumentRef;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.DocumentTypes;
import org.kontor.api.documents.Documents;
import org.kontor.api.documents.Draft;
import org.kontor.api.workflow.Runs;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tools.jackson.databind.node.ObjectNode;

/// What can be asked about documents: `/documents/{type}`, `/documents/{type}/{id}` and what hangs on it.
@Component(service = DocumentCalls.class)
public final class DocumentCalls {
    private static final List<String> CHANGE_MEMBERS = List.of("fields", "stage", "version");
    private static final int LONGEST_HISTORY = 200;

    private final Documents documents;
    private final DocumentTypes types;
    private final Access access;
    private final Runs runs;
    private final DocumentJson json;
    private final Creating creating;

    @Activate
    public DocumentCalls(
            @Reference Documents documents,
            @Reference DocumentTypes types,
            @Reference Access access,
            @Reference Runs runs,
            @Reference DocumentJson json,
            @Reference Creating creating) {
        this.documents = documents;
        this.types = types;
        this.access = access;
        this.runs = runs;
        this.json = json;
        this.creating = creating;
    }

    Answer answer(Call call) throws IOException {
        if (call.path().size() < 2 || call.path().size() > 4) {
            throw call.nothing();
        }
        DocumentType type = type(call);
        if (call.method().equals("GET") && access.reach(call.actor(), type.id(), Operation.READ) == Reach.NONE) {
            throw Problem.denied(access.explain(call.actor(), type.id(), Operation.READ).rule());
        }
        try {
            return answer(call, type);
        } catch (IllegalArgumentException e) {
            // the module may have gone while this was under way
            type(call);
            throw e;
        }
    }

    private DocumentType type(Call call) {
        String id = call.path().get(1);
        return types.find(id).orElseThrow(() -> Problem.of(404, "no-such-type", ValueJson.shortened(id)));
    }

    private Answer answer(Call call, DocumentType type) throws IOException {
        if (call.path().size() == 2) {
            return switch (call.method()) {
                case "GET" -> new Listing(documents, type, json).answer(call);
                case "POST" -> creating.answer(call, type);
                default -> throw call.method("GET, HEAD, POST");
            };
        }
        DocumentRef ref = ref(type, call.path().get(2));
        return call.path().size() == 3 ? one(call, type, ref) : part(call, type, ref, call.path().get(3));
    }

    private Answer one(Call call, DocumentType type, DocumentRef ref) throws IOException {
        return switch (call.method()) {
            case "GET" -> get(call, type, ref);
            case "PATCH" -> change(call, type, ref);
            case "DELETE" -> delete(call, type, ref);
            default -> throw call.method("GET, HEAD, PATCH, DELETE");
        };
    }

    private Answer part(Call call, DocumentType type, DocumentRef ref, String part) {
        return switch (part) {
            case "restore" -> restore(call, type, ref);
            case "history" -> history(call, ref);
            case "runs" -> runs(call, ref);
            default -> throw call.nothing();
        };
    }

    private Answer restore(Call call, DocumentType type, DocumentRef ref) {
        if (!call.method().equals("POST")) {
            throw call.method("POST");
        }
        call.parameters().only();
        return changed(type, documents.restore(ref, call.actor()), false);
    }

    private Answer history(Call call, DocumentRef ref) {
        if (!call.method().equals("GET")) {
            throw call.method("GET, HEAD");
        }
        call.parameters().only("before", "limit");
        int limit = (int) call.parameters().number("limit", 50, 1, LONGEST_HISTORY);
        long before = call.parameters().number("before", Long.MAX_VALUE, 1, Long.MAX_VALUE);
        present(call, ref);
        return Answer.ok(json.history(documents.history(ref, before, limit, call.actor()), limit));
    }

    private Answer runs(Call call, DocumentRef ref) {
        if (!call.method().equals("GET")) {
            throw call.method("GET, HEAD");
        }
        call.parameters().only();
        present(call, ref);
        return Answer.ok(json.runs(runs.of(ref, call.actor()), call.language()));
    }

    private Answer get(Call call, DocumentType type, DocumentRef ref) {
        call.parameters().only("fields");
        FieldChoice shown = FieldChoice.of(type, call.parameters());
        Document document = documents.view(ref, call.actor()).orElseThrow(() -> Problem.of(404, "no-such-document"));
        String etag = DocumentJson.etag(document);
        boolean known = call.header("If-None-Match").filter(header -> header.equals("*") || DocumentJson.names(header, document)).isPresent();
        return (known ? Answer.empty(304) : Answer.ok(json.document(shown, document))).with("ETag", etag);
    }

    private Answer change(Call call, DocumentType type, DocumentRef ref) throws IOException {
        call.parameters().only("country");
        ObjectNode body = Json.parse(call.body());
        Optional<Long> matched = matched(call, type, ref);
        Draft read = json.draft(type, call.country(), body, CHANGE_MEMBERS);
        Draft draft = new Draft(read.values(), read.stage(), matched.or(read::expectedVersion));
        return changed(type, documents.change(ref, draft, call.actor()), matched.isPresent());
    }

    private Answer delete(Call call, DocumentType type, DocumentRef ref) {
        call.parameters().only();
        matched(call, type, ref);
        Answer answer = changed(type, documents.delete(ref, call.actor()), true);
        return Answer.empty(204).with("ETag", answer.headers().get("ETag"));
    }

    /// The version of `If-Match`, which must be the one there is.
    private Optional<Long> matched(Call call, DocumentType type, DocumentRef ref) {
        Optional<String> header = call.header("If-Match").filter(value -> !value.equals("*"));
        if (header.isEmpty()) {
            return Optional.empty();
        }
        Document document = present(call, ref);
        if (!DocumentJson.names(header.get(), document)) {
            throw outdated(type, document);
        }
        return Optional.of(document.version());
    }

    private Problem outdated(DocumentType type, Document document) {
        return Problem.of(412, "outdated", Long.toString(document.version())).with("ETag", DocumentJson.etag(document)).with("current", json.document(type, document));
    }

    private Answer changed(DocumentType type, Change change, boolean precondition) {
        return switch (change) {
            case Change.Changed(Document document) -> Answer.ok(json.document(type, document)).with("ETag", DocumentJson.etag(document));
            case Change.Conflict(Document current, var _) when precondition -> throw outdated(type, current);
            case Change.Conflict(Document current, var clashes) -> throw Problem.of(409, "conflict", clashes.stream().map(Change.Clash::fieldId).sorted().collect(Collectors.joining(", ")))
                    .with("ETag", DocumentJson.etag(current)).with("current", json.document(type, current));
            case Change.Refused(var reasons) -> throw Problem.refused(reasons);
            case Change.Denied(var rule) -> throw Problem.denied(rule);
            case Change.Missing _ -> throw Problem.of(404, "no-such-document");
        };
    }

    private Document present(Call call, DocumentRef ref) {
        return documents.get(ref, call.actor()).orElseThrow(() -> Problem.of(404, "no-such-document"));
    }

    private static DocumentRef ref(DocumentType type, String id) {
        if (!id.matches("[1-9][0-9]{0,17}")) {
            throw Problem.of(404, "no-such-document");
        }
        return new DocumentRef(type.id(), Long.parseLong(id));
    }
}
