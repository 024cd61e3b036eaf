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
record Call(HttpServletRequest request, Actor actor, Locale language, List<String> path) {
    static final int LONGEST_BODY = 512 * 1024;

    /// The parts of the path behind `/api/v1`, decoded.
    static List<String> path(HttpServletRequest request) {
        String path = Optional.ofNullable(request.getPathInfo()).orElse("");
        return Arrays.stream(path.split("/")).filter(part -> !part.isEmpty()).toList();
    }

    String method() {
        return request.getMethod().equals("HEAD") ? "GET" : request.getMethod();
    }

    Optional<String> parameter(String name) {
        return Optional.ofNullable(request.getParameter(name)).filter(value -> !value.isBlank());
    }

    List<String> parameters(String name) {
        return Optional.ofNullable(request.getParameterValues(name)).map(List::of).orElse(List.of());
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(request.getHeader(name)).filter(value -> !value.isBlank());
    }

    /// The body, which must be JSON and not too long.
    byte[] body() throws IOException {
        String type = Optional.ofNullable(request.getContentType()).orElse("").toLowerCase(Locale.ROOT).split(";")[0].strip();
        if (!type.equals("application/json") && !type.equals("application/merge-patch+json")) {
            throw Problem.of(415, "not-json", type.isEmpty() ? "-" : type);
        }
        if (request.getContentLengthLong() > LONGEST_BODY) {
            throw Problem.of(413, "too-long", LONGEST_BODY).with("Connection", "close");
        }
        try (InputStream in = request.getInputStream()) {
            byte[] body = in.readNBytes(LONGEST_BODY + 1);
            if (body.length > LONGEST_BODY) {
                throw Problem.of(413, "too-long", LONGEST_BODY).with("Connection", "close");
            }
            return body;
        }
    }

    /// A whole number among the parameters.
    long number(String name, long otherwise, long least, long most) {
        Optional<String> text = parameter(name);
        if (text.isEmpty()) {
            return otherwise;
        }
        try {
            long value = Long.parseLong(text.get());
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException e) {
            // refused below
        }
        throw Problem.of(400, "bad-number", name, least, most, text.get());
    }
}
