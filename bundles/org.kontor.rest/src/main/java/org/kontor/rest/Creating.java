package org.kontor.rest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.kontor.api.documents.Creation;
import org.kontor.api.documents.Document;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.Documents;
import org.kontor.api.documents.Draft;
import org.kontor.api.documents.Once;
import org.kontor.api.labels.Label;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// Creates documents; with an `Idempotency-Key` a request that is sent again within a day gets the first answer.
@Component(service = Creating.class)
public final class Creating {
    private static final Duration KEPT = Duration.ofHours(24);
    private static final List<String> MEMBERS = List.of("fields", "stage");

    private final Documents documents;
    private final Once once;
    private final DocumentJson json;

    @Activate
    public Creating(@Reference Documents documents, @Reference Once once, @Reference DocumentJson json) {
        this.documents = documents;
        this.once = once;
        this.json = json;
    }

    Answer answer(Call call, DocumentType type) throws IOException {
        call.parameters().only("country");
        byte[] body = call.body();
        String country = call.country();
        Draft draft = json.draft(type, country, Json.parse(body), MEMBERS);
        Optional<String> key = call.header("Idempotency-Key");
        if (key.isEmpty()) {
            Document document = created(type, draft, call);
            return answer(DocumentJson.location(document), json.document(type, document).toString());
        }
        if (!key.get().matches("[\\x21-\\x7e]{1,200}")) {
            throw Problem.of(400, "bad-key");
        }
        String scope = "rest:" + call.actor().person().map(person -> Long.toString(person.value())).orElse("-");
        return once(new Once.Request(scope, key.get(), digest(type.id() + " " + country + " ", body)), type, draft, call);
    }

    private Answer once(Once.Request request, DocumentType type, Draft draft, Call call) {
        AtomicReference<Optional<Creation>> refusal = new AtomicReference<>(Optional.empty());
        Once.Answer answer = once.ask(request, KEPT, () -> {
            Creation creation = documents.create(type.id(), draft.values(), draft.stage(), call.actor());
            refusal.set(Optional.of(creation).filter(some -> !(some instanceof Creation.Created)));
            return creation instanceof Creation.Created(Document document) ? Optional.of(DocumentJson.location(document) + " " + json.document(type, document)) : Optional.empty();
        });
        return switch (answer) {
            case Once.Answer.Fresh(Optional<String> text) when text.isPresent() -> kept(text.get());
            case Once.Answer.Fresh _ -> throw refused(refusal.get().orElseThrow());
            case Once.Answer.Again(String text) -> kept(text).with("Idempotency-Replayed", "true");
            case Once.Answer.Other _ -> throw Problem.of(422, "key-used");
        };
    }

    private Document created(DocumentType type, Draft draft, Call call) {
        Creation creation = documents.create(type.id(), draft.values(), draft.stage(), call.actor());
        if (creation instanceof Creation.Created(Document document)) {
            return document;
        }
        throw refused(creation);
    }

    private static Problem refused(Creation creation) {
        return switch (creation) {
            case Creation.Refused(var reasons) -> Problem.refused(reasons);
            case Creation.Denied(Label rule) -> Problem.denied(rule);
            case Creation.Created(Document document) -> throw new IllegalStateException(document.ref() + " was created and is no refusal");
        };
    }

    private static Answer kept(String text) {
        int space = text.indexOf(' ');
        return answer(text.substring(0, space), text.substring(space + 1));
    }

    /// A fresh document is of version 1.
    private static Answer answer(String location, String body) {
        return new Answer(201, Map.of("Location", location, "ETag", "\"1\""), Optional.of(new Answer.Body("application/json", body)));
    }

    private static String digest(String before, byte[] body) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            sha.update(before.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sha.digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }
}
