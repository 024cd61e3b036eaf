package org.kontor.rest;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// What goes back: a status, headers, and mostly a body.
record Answer(int status, Map<String, String> headers, Optional<Body> body) {

    record Body(String mediaType, String text) {}

    Answer {
        headers = Map.copyOf(headers);
    }

    static Answer ok(JsonNode body) {
        return json(200, body);
    }

    static Answer json(int status, JsonNode body) {
        return new Answer(status, Map.of(), Optional.of(new Body("application/json", body.toString())));
    }

    static Answer empty(int status) {
        return new Answer(status, Map.of(), Optional.empty());
    }

    static Answer text(String mediaType, String text) {
        return new Answer(200, Map.of(), Optional.of(new Body(mediaType, text)));
    }

    Answer with(String header, String value) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.put(header, value);
        return new Answer(status, all, body);
    }
}
