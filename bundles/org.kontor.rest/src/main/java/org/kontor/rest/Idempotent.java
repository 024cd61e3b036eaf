package org.kontor.rest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.kontor.api.documents.Once;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// Carries a request with an `Idempotency-Key` out once: sent again within a day, it gets the first answer. A refused request keeps no key.
@Component(service = Idempotent.class)
public final class Idempotent {
    private static final Duration KEPT = Duration.ofHours(24);
    private static final String NOTHING = "-";

    private final Once once;
    private final ReentrantLock shaping = new ReentrantLock();

    @Activate
    public Idempotent(@Reference Once once) {
        this.once = once;
    }

    /// Answers a call with a JSON body, or without one.
    Answer answer(Call call, Route.Handler handler) throws IOException {
        if (call.header("Idempotency-Key").isEmpty()) {
            return handler.answer(call);
        }
        boolean empty = call.request().getContentLengthLong() <= 0 && call.mediaType().isEmpty();
        return answer(call, empty ? new byte[0] : call.body(), handler);
    }

    /// Answers a call whose content is told by a digest, or is not asked to be known again.
    Answer answer(Call call, byte[] content, Route.Handler handler) throws IOException {
        Optional<String> key = call.header("Idempotency-Key");
        if (key.isEmpty()) {
            return handler.answer(call);
        }
        return answer(once.ask(request(call, key.get(), content), KEPT, () -> Optional.of(kept(handled(call, handler)))));
    }

    /// Answers a call that changes shapes. They are held in memory beside their tables, so they are changed before the answer is kept and not together with it; two at once wait for each other.
    Answer answerShaping(Call call, Route.Handler handler) throws IOException {
        Optional<String> key = call.header("Idempotency-Key");
        if (key.isEmpty()) {
            return handler.answer(call);
        }
        Once.Request request = request(call, key.get(), call.body());
        shaping.lock();
        try {
            Once.Answer known = once.ask(request, KEPT, Optional::empty);
            if (!(known instanceof Once.Answer.Fresh)) {
                return answer(known);
            }
            Answer answer = handler.answer(call);
            return answer(once.ask(request, KEPT, () -> Optional.of(kept(answer))));
        } finally {
            shaping.unlock();
        }
    }

    private static Once.Request request(Call call, String key, byte[] content) {
        if (!key.matches("[\\x21-\\x7e]{1,200}")) {
            throw Problem.of(400, "bad-key");
        }
        String scope = "rest:" + call.actor().person().map(person -> Long.toString(person.value())).orElse(NOTHING);
        String before = call.method() + " /" + String.join("/", call.path()) + "?" + Optional.ofNullable(call.request().getQueryString()).orElse("") + " ";
        return new Once.Request(scope, key, digest(before, content));
    }

    private static Answer answer(Once.Answer answer) {
        return switch (answer) {
            case Once.Answer.Fresh(Optional<String> text) -> read(text.orElseThrow());
            case Once.Answer.Again(String text) when text.isEmpty() -> throw Problem.of(409, "key-in-doubt");
            case Once.Answer.Again(String text) -> read(text).with("Idempotency-Replayed", "true");
            case Once.Answer.Other _ -> throw Problem.of(422, "key-used");
        };
    }

    private static Answer handled(Call call, Route.Handler handler) {
        try {
            return handler.answer(call);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Status, Location and ETag in the first line, the body behind it.
    private static String kept(Answer answer) {
        String body = answer.body().map(some -> some instanceof Answer.Body.Text text ? text.text() : "").orElse("");
        return answer.status() + " " + answer.headers().getOrDefault("Location", NOTHING) + " " + answer.headers().getOrDefault("ETag", NOTHING) + "\n" + body;
    }

    private static Answer read(String text) {
        int end = text.indexOf('\n');
        String[] head = text.substring(0, end).split(" ");
        String body = text.substring(end + 1);
        Answer answer = new Answer(Integer.parseInt(head[0]), Map.of(), Optional.of(body).filter(some -> !some.isEmpty()).map(some -> new Answer.Body.Text("application/json", some)));
        answer = head[1].equals(NOTHING) ? answer : answer.with("Location", head[1]);
        return head[2].equals(NOTHING) ? answer : answer.with("ETag", head[2]);
    }

    private static String digest(String before, byte[] content) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            sha.update(before.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sha.digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }
}
