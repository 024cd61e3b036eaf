package org.kontor.rest;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// JSON as the interface takes it: shallow, without doubled names, nothing behind its end.
final class Json {
    private static final int DEEPEST = 20;
    private static final int LONGEST_NUMBER = 200;
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEEPEST).maxNumberLength(LONGEST_NUMBER).maxNameLength(500).build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Json() {}

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    static ArrayNode array() {
        return MAPPER.createArrayNode();
    }

    /// A number written out, unless that would fill the memory.
    static Optional<String> plain(JsonNode number) {
        return Optional.of(number.decimalValue()).filter(some -> Math.abs((long) some.scale()) <= 100).map(BigDecimal::toPlainString);
    }

    /// A file of this bundle.
    static ObjectNode resource(String file) {
        try (InputStream in = Json.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("the file " + file + " is missing in this bundle");
            }
            return (ObjectNode) new JsonMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ObjectNode parse(byte[] body) {
        try {
            JsonNode node = MAPPER.readTree(body);
            if (node instanceof ObjectNode object) {
                return object;
            }
            throw Problem.of(400, "not-an-object");
        } catch (StreamConstraintsException e) {
            throw Problem.of(400, "excessive-json", DEEPEST, LONGEST_NUMBER);
        } catch (JacksonException e) {
            TokenStreamLocation at = e.getLocation();
            throw at == null ? Problem.of(400, "broken-json", 1, 1) : Problem.of(400, "broken-json", Math.max(at.getLineNr(), 1), Math.max(at.getColumnNr(), 1));
        }
    }
}
