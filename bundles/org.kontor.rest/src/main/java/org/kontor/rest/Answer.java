package org.kontor.rest;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// What goes back: a status, headers, and mostly a body.
record Answer(int status, Map<String, String> headers, Optional<Body> body) {

    /// What is sent behind the headers.
    sealed interface Body {
        String mediaType();

        record Text(String mediaType, String text) implements Body {}

        record Bytes(String mediaType, byte[] bytes) implements Body {}

        /// Written while it is sent; its length is known only at the end, or said by a header.
        record Stream(String mediaType, Writing writing) implements Body {}
    }

    /// Writes a body. A failure here tears the connection down, so that nobody takes a part for the whole.
    @FunctionalInterface
    interface Writing {
        void to(OutputStream out) throws IOException;
    }

    Answer {
        headers = Map.copyOf(headers);
    }

    static Answer ok(JsonNode body) {
        return json(200, body);
    }

    static Answer json(int status, JsonNode body) {
        return new Answer(status, Map.of(), Optional.of(new Body.Text("application/json", body.toString())));
    }

    static Answer empty(int status) {
        return new Answer(status, Map.of(), Optional.empty());
    }

    static Answer text(String mediaType, String text) {
        return new Answer(200, Map.of(), Optional.of(new Body.Text(mediaType, text)));
    }

    static Answer stream(String mediaType, Writing writing) {
        return new Answer(200, Map.of(), Optional.of(new Body.Stream(mediaType, writing)));
    }

    static Answer bytes(String mediaType, byte[] bytes) {
        return new Answer(200, Map.of(), Optional.of(new Body.Bytes(mediaType, bytes)));
    }

    Answer with(String header, String value) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.put(header, value);
        return new Answer(status, all, body);
    }

    /// To be kept as a file under a name: never shown by the browser itself.
    Answer named(String fileName) {
        StringBuilder encoded = new StringBuilder();
        for (byte b : fileName.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            encoded.append(c < 128 && (Character.isLetterOrDigit(c) || "-._~".indexOf(c) >= 0) ? String.valueOf(c) : "%%%02X".formatted((int) c));
        }
        return with("Content-Disposition", "attachment; filename*=UTF-8''" + encoded);
    }
}
