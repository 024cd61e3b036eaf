package org.kontor.rest;

import java.util.List;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Makes bodies and texts that nobody should send, by a seed: the same seed makes the same ones.
final class Hostile {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final List<String> TEXTS = List.of(
            "", " ", "'; drop table doc_parcel; --", "\" or \"1\"=\"1", "<script>alert(1)</script>", "=cmd|' /C calc'!A0", "+1+1", "@SUM(1)", "{{title}}", "${jndi:ldap://x}", "%s%n%x", "../../etc/passwd", "..\\..\\boot.ini",
            "a\u0000b", "\u202eevil", "\ud800", "\udc00x", "😀", "x".repeat(300), "я".repeat(25_000), "NaN", "-Infinity", "1e400", "9".repeat(40), "-1", "0", "null", "true", "2026-02-30", "9999-12-31T23:59:59-18:00",
            "parcel/99999999999999999999", "parcel/1", "nothing/1", "javascript:alert(1)", "a@b@c", "+", "eq:eq:eq", "weight:ge:", "title:in:", "day:within:days(-9999..9999)", "id:eq:1e5", "stage", "new", "\r\nSet-Cookie: a=b", "con", "nul.txt");
    private static final List<String> NODES = List.of(
            "null", "true", "0", "-1", "1.5", "1e10", "1e999999999", "-9223372036854775808", "9223372036854775808", "99999999999999999999999999", "[]", "{}", "[[]]", "[null]", "[1, \"a\", {}]", "{\"\": 1}", "{\"a\": {\"b\": {\"c\": []}}}",
            "{\"file\": 999999}", "{\"file\": -1}", "{\"amount\": \"1\", \"currency\": \"???\"}", "{\"all\": [{\"any\": [{\"not\": {\"not\": \"title:empty\"}}]}]}", "{\"through\": \"parent\", \"type\": \"nothing\"}", "{\"through\": \"title\", \"type\": \"parcel\"}",
            "{\"words\": \"\\u0000\"}", "{\"field\": \"tags\", \"in\": [1, null, {}]}", "{\"en\": \"\"}", "{\"en\": \"x\"}", "{\"xx\": 5}", "{\"title\": []}");

    private final Random random;

    Hostile(long seed) {
        random = new Random(seed);
    }

    String text() {
        return random.nextInt(4) > 0 ? TEXTS.get(random.nextInt(TEXTS.size())) : random.ints(random.nextInt(40), 0, 0x2600).collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }

    private JsonNode node() {
        return random.nextBoolean() ? MAPPER.getNodeFactory().stringNode(text()) : MAPPER.readTree(NODES.get(random.nextInt(NODES.size())));
    }

    /// A body that was right, with one to three places of it spoilt.
    String spoilt(String body) {
        ObjectNode root = (ObjectNode) MAPPER.readTree(body);
        int times = 1 + random.nextInt(3);
        for (int i = 0; i < times; i++) {
            spoil(root, 0);
        }
        return random.nextInt(40) == 0 ? "{\"deep\": ".repeat(3_000) + "1" + "}".repeat(3_000) : root.toString();
    }

    private void spoil(JsonNode at, int depth) {
        if (at instanceof ObjectNode object) {
            List<String> names = List.copyOf(object.propertyNames());
            if (names.isEmpty() || random.nextInt(8) == 0) {
                object.set(random.nextBoolean() ? "unknown" : text(), node());
                return;
            }
            String name = names.get(random.nextInt(names.size()));
            if (object.get(name).isContainer() && !object.get(name).isEmpty() && random.nextInt(3) > 0 && depth < 6) {
                spoil(object.get(name), depth + 1);
            } else if (random.nextInt(10) == 0) {
                object.remove(name);
            } else {
                object.set(name, node());
            }
        } else if (at instanceof ArrayNode array) {
            int place = random.nextInt(array.size());
            if (array.get(place).isContainer() && !array.get(place).isEmpty() && random.nextBoolean()) {
                spoil(array.get(place), depth + 1);
            } else if (random.nextInt(4) == 0) {
                array.add(node());
            } else {
                array.set(place, node());
            }
        }
    }
}
