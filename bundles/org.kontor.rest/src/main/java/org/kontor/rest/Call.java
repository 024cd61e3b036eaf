package org.kontor.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.kontor.api.documents.DocumentRef;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.people.Actor;
import org.kontor.api.people.TokenScope;

/// One request: who asks for what. `places` is what stands in the places of the route's address, `typed` the document type it names.
record Call(HttpServletRequest request, Actor actor, Locale language, List<String> path, Map<String, String> places, Optional<DocumentType> typed, Parameters parameters) {
    static final int LONGEST_BODY = 512 * 1024;
    private static final String READ = "kontor.rest.body";

    /// The parts of the path behind `/api/v1`, decoded.
    static List<String> path(HttpServletRequest request) {
        String path = Optional.ofNullable(request.getPathInfo()).orElse("");
        return Arrays.stream(path.split("/")).filter(part -> !part.isEmpty()).toList();
    }

    static Call of(HttpServletRequest request, Actor actor, Locale language) {
        return new Call(request, actor, language, path(request), Map.of(), Optional.empty(), Parameters.of(request.getQueryString()));
    }

    Call in(Map<String, String> found, Optional<DocumentType> type) {
        return new Call(request, actor, language, path, found, type, parameters);
    }

    /// The document type the address names.
    DocumentType type() {
        return typed.orElseThrow(() -> new IllegalStateException("the address " + path + " names no document type"));
    }

    /// The document the address names.
    DocumentRef ref() {
        if (!at("id").matches("[1-9][0-9]{0,17}")) {
            throw Problem.of(404, "no-such-document");
        }
        return new DocumentRef(type().id(), Long.parseLong(at("id")));
    }

    /// What stands in a place of the address.
    String at(String place) {
        return places.get(place);
    }

    /// A number in the address; nothing is at addresses with another text there.
    long number(String place) {
        String text = at(place);
        if (!text.matches("[1-9][0-9]{0,17}")) {
            throw nothing();
        }
        return Long.parseLong(text);
    }

    /// HEAD counts as GET: only the body stays away.
    String method() {
        return request.getMethod().equals("HEAD") ? "GET" : request.getMethod();
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(request.getHeader(name)).filter(value -> !value.isBlank());
    }

    /// Whether its token may only read.
    boolean readsOnly() {
        return actor instanceof Actor.Client client && client.scope() == TokenScope.READ;
    }

    /// Whose rights count where something is only looked at: the owner's, also behind a token that may only read.
    Actor reader() {
        return actor.person().<Actor>map(Actor.Human::new).orElse(actor);
    }

    /// The country assumed for telephone numbers without one; empty for none.
    String country() {
        String country = parameters.one("country").orElse("");
        if (!country.matches("([A-Z]{2})?")) {
            throw Problem.of(400, "bad-country", ValueJson.shortened(country));
        }
        return country;
    }

    /// The body, which must be JSON and not too long. Can be asked for again.
    byte[] body() throws IOException {
        if (request.getAttribute(READ) instanceof byte[] read) {
            return read;
        }
        String type = mediaType();
        if (!type.equals("application/json") && !type.equals("application/merge-patch+json")) {
            throw Problem.of(415, "not-json", type.isEmpty() ? "-" : ValueJson.shortened(type)).with("Accept", "application/json, application/merge-patch+json");
        }
        if (request.getContentLengthLong() > LONGEST_BODY) {
            throw tooLong(LONGEST_BODY);
        }
        try (InputStream in = request.getInputStream()) {
            byte[] body = in.readNBytes(LONGEST_BODY + 1);
            if (body.length > LONGEST_BODY) {
                throw tooLong(LONGEST_BODY);
            }
            request.setAttribute(READ, body);
            return body;
        }
    }

    /// The type of the body in small letters, without parameters; blank when none is named.
    String mediaType() {
        return Optional.ofNullable(request.getContentType()).orElse("").toLowerCase(Locale.ROOT).split(";")[0].strip();
    }

    static Problem tooLong(long most) {
        return Problem.of(413, "too-long", Long.toString(most)).with("Connection", "close");
    }

    /// There is nothing at the address.
    Problem nothing() {
        return Problem.of(404, "no-such-address", ValueJson.shortened("/" + String.join("/", path)));
    }

    Problem method(String allowed) {
        return Problem.of(405, "method", ValueJson.shortened(request.getMethod())).with("Allow", allowed);
    }
}
