package org.kontor.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.kontor.api.people.Actor;

/// One request: who asks for what.
record Call(HttpServletRequest request, Actor actor, Locale language, List<String> path, Parameters parameters) {
    static final int LONGEST_BODY = 512 * 1024;

    /// The parts of the path behind `/api/v1`, decoded.
    static List<String> path(HttpServletRequest request) {
        String path = Optional.ofNullable(request.getPathInfo()).orElse("");
        return Arrays.stream(path.split("/")).filter(part -> !part.isEmpty()).toList();
    }

    /// HEAD counts as GET: only the body stays away.
    String method() {
        return request.getMethod().equals("HEAD") ? "GET" : request.getMethod();
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(request.getHeader(name)).filter(value -> !value.isBlank());
    }

    /// The country assumed for telephone numbers without one; empty for none.
    String country() {
        String country = parameters.one("country").orElse("");
        if (!country.matches("([A-Z]{2})?")) {
            throw Problem.of(400, "bad-country", ValueJson.shortened(country));
        }
        return country;
    }

    /// The body, which must be JSON and not too long.
    byte[] body() throws IOException {
        String type = Optional.ofNullable(request.getContentType()).orElse("").toLowerCase(Locale.ROOT).split(";")[0].strip();
        if (!type.equals("application/json") && !type.equals("application/merge-patch+json")) {
            throw Problem.of(415, "not-json", type.isEmpty() ? "-" : ValueJson.shortened(type)).with("Accept", "application/json, application/merge-patch+json");
        }
        if (request.getContentLengthLong() > LONGEST_BODY) {
            throw tooLong();
        }
        try (InputStream in = request.getInputStream()) {
            byte[] body = in.readNBytes(LONGEST_BODY + 1);
            if (body.length > LONGEST_BODY) {
                throw tooLong();
            }
            return body;
        }
    }

    private static Problem tooLong() {
        return Problem.of(413, "too-long", Integer.toString(LONGEST_BODY)).with("Connection", "close");
    }

    /// There is nothing at the address.
    Problem nothing() {
        return Problem.of(404, "no-such-address", ValueJson.shortened("/" + String.join("/", path)));
    }

    Problem method(String allowed) {
        return Problem.of(405, "method", request.getMethod()).with("Allow", allowed);
    }
}
