package org.kontor.intake.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.kontor.api.documents.Creation;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.Documents;
import org.kontor.api.documents.Notation;
import org.kontor.api.documents.Once;
import org.kontor.api.documents.Refusal;
import org.kontor.api.documents.Values;
import org.kontor.api.labels.Label;
import org.kontor.api.people.Actor;
import org.kontor.api.people.PersonId;
import org.kontor.intake.WebForm;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// Opens the document of a submission, once: the same answers from the same page are one message, however often the button was pressed.
@Component(service = Receiving.class)
public final class Receiving {
    static final Actor ROBOT = new Actor.Robot("intake.form");
    private static final Duration KEPT = Duration.ofHours(24);

    private final Documents documents;
    private final Once once;
    private final Notation notation;

    @Activate
    public Receiving(@Reference Documents documents, @Reference Once once, @Reference Notation notation) {
        this.documents = documents;
        this.once = once;
        this.notation = notation;
    }

    /// What is wrong, by field; the empty name stands for the whole. Empty when the document is there.
    Map<String, Label> receive(WebForm form, DocumentType type, Optional<PersonId> responsible, Submission submission, Notation.Habits habits) {
        Answers answers = Answers.of(form, type, submission, notation, habits);
        if (!answers.problems().isEmpty()) {
            return answers.problems();
        }
        Values values = type.responsible().flatMap(field -> responsible.map(person -> answers.values().with(field, person))).orElse(answers.values());
        AtomicReference<Map<String, Label>> problems = new AtomicReference<>(Map.of());
        String key = digest(submission);
        once.ask(new Once.Request("intake.form:" + form.id(), key, key), KEPT, () -> {
            Creation creation = documents.create(type.id(), values, ROBOT);
            problems.set(problems(form, creation));
            return creation instanceof Creation.Created(var document) ? Optional.of(document.ref().toString()) : Optional.empty();
        });
        return problems.get();
    }

    private static Map<String, Label> problems(WebForm form, Creation creation) {
        return switch (creation) {
            case Creation.Created _ -> Map.of();
            case Creation.Denied(Label rule) -> Map.of("", rule);
            case Creation.Refused(List<Refusal> reasons) -> {
                Map<String, Label> all = new LinkedHashMap<>();
                reasons.forEach(reason -> all.putIfAbsent(reason.field().filter(id -> asked(form, id)).orElse(""), reason.reason()));
                yield all;
            }
        };
    }

    private static boolean asked(WebForm form, String fieldId) {
        return form.questions().stream().anyMatch(question -> question.fieldId().equals(fieldId));
    }

    /// Of the page's key and all that was typed: whoever goes back and corrects something sends another message.
    private static String digest(Submission submission) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            new TreeMap<>(submission.texts()).forEach((name, text) -> sha.update((name + "\0" + text + "\0").getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(sha.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }
}
