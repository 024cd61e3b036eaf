package org.kontor.rest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.kontor.api.labels.Label;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// An object of the body. What is missing, unknown or of another kind ends the request with its place and what is wanted there. A member that is null counts as not there.
final class Body {
    private static final int LONGEST_TEXT = 20_000;

    private final ObjectNode node;
    private final String pointer;

    private Body(ObjectNode node, String pointer) {
        this.node = node;
        this.pointer = pointer;
    }

    /// The body of a call, which may have these members only.
    static Body of(Call call, String... members) throws IOException {
        return new Body(Json.parse(call.body()), "#").only(members);
    }

    static Body of(ObjectNode node, String... members) {
        return new Body(node, "#").only(members);
    }

    private Body only(String... members) {
        for (String name : node.propertyNames()) {
            if (!List.of(members).contains(name)) {
                throw wrong(name, Label.of("rest.unknown-member", ValueJson.shortened(name), String.join(", ", members)));
            }
        }
        return this;
    }

    boolean has(String name) {
        return !node.path(name).isMissingNode() && !node.path(name).isNull();
    }

    JsonNode node(String name) {
        return node.path(name);
    }

    ObjectNode whole() {
        return node;
    }

    String text(String name) {
        return maybe(name).orElseThrow(() -> wrong(name, Label.of("rest.missing")));
    }

    /// A text that is not blank, if there is one.
    Optional<String> maybe(String name) {
        return has(name) ? Optional.of(plain(name, node.path(name))).filter(text -> !text.isBlank()) : Optional.empty();
    }

    private String plain(String name, JsonNode each) {
        if (!each.isString()) {
            throw wrong(name, Label.of("rest.wrong.text"));
        }
        String text = each.asString();
        if (ValueJson.unpaired(text) || text.indexOf('\0') >= 0) {
            throw wrong(name, Label.of("rest.bad-text"));
        }
        if (text.length() > LONGEST_TEXT) {
            throw wrong(name, Label.of("rest.too-long-text", Integer.toString(LONGEST_TEXT)));
        }
        return text;
    }

    boolean yes(String name, boolean otherwise) {
        if (!has(name)) {
            return otherwise;
        }
        if (!node.path(name).isBoolean()) {
            throw wrong(name, Label.of("rest.wrong.yes-no"));
        }
        return node.path(name).asBoolean();
    }

    boolean yes(String name) {
        present(name);
        return yes(name, false);
    }

    long number(String name, long least, long most) {
        present(name);
        JsonNode number = node.path(name);
        if (!number.isIntegralNumber() || !number.canConvertToLong() || number.asLong() < least || number.asLong() > most) {
            throw wrong(name, Label.of("rest.wrong.between", Long.toString(least), Long.toString(most)));
        }
        return number.asLong();
    }

    int number(String name, int otherwise, int least, int most) {
        return has(name) ? (int) number(name, least, most) : otherwise;
    }

    /// One of the constants, in small letters.
    <E extends Enum<E>> Optional<E> oneOf(String name, E[] constants) {
        if (!has(name)) {
            return Optional.empty();
        }
        List<String> words = java.util.Arrays.stream(constants).map(Body::word).toList();
        int at = node.path(name).isString() ? words.indexOf(node.path(name).asString()) : -1;
        if (at < 0) {
            throw wrong(name, Label.of("rest.wrong.one-of", String.join(", ", words)));
        }
        return Optional.of(constants[at]);
    }

    /// A constant as it is written: `AT_LEAST` as `at-least`.
    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// A list of texts, empty when it is not there.
    List<String> texts(String name, int most) {
        List<String> all = new ArrayList<>();
        for (JsonNode each : array(name, most)) {
            all.add(plain(name, each));
        }
        return all;
    }

    /// A list of texts in which null stands for none.
    List<Optional<String>> maybeTexts(String name, int most) {
        List<Optional<String>> all = new ArrayList<>();
        for (JsonNode each : array(name, most)) {
            all.add(each.isNull() ? Optional.empty() : Optional.of(plain(name, each)).filter(text -> !text.isBlank()));
        }
        return all;
    }

    /// Whole numbers from 1.
    List<Long> numbers(String name, int most) {
        List<Long> all = new ArrayList<>();
        for (JsonNode each : array(name, most)) {
            if (!each.isIntegralNumber() || !each.canConvertToLong() || each.asLong() < 1) {
                throw wrong(name, Label.of("rest.wrong.between", "1", Long.toString(Long.MAX_VALUE)));
            }
            all.add(each.asLong());
        }
        return all;
    }

    private ArrayNode array(String name, int most) {
        if (!has(name)) {
            return Json.array();
        }
        if (!(node.path(name) instanceof ArrayNode array) || array.size() > most) {
            throw wrong(name, Label.of("rest.wrong.list", Integer.toString(most)));
        }
        return array;
    }

    /// An object inside, empty when it is not there.
    Optional<Body> maybeObject(String name, String... members) {
        return has(name) ? Optional.of(object(name, members)) : Optional.empty();
    }

    Body object(String name, String... members) {
        present(name);
        if (!(node.path(name) instanceof ObjectNode object)) {
            throw wrong(name, Label.of("rest.wrong.object"));
        }
        return new Body(object, pointer + "/" + escaped(name)).only(members);
    }

    /// Objects with the same members, empty when they are not there.
    List<Body> objects(String name, int most, String... members) {
        List<Body> all = new ArrayList<>();
        for (JsonNode each : array(name, most)) {
            if (!(each instanceof ObjectNode object)) {
                throw wrong(name, Label.of("rest.wrong.object"));
            }
            all.add(new Body(object, pointer + "/" + escaped(name) + "/" + all.size()).only(members));
        }
        return all;
    }

    /// An object whose members are texts: `{"new": "fresh"}`.
    Map<String, String> map(String name) {
        Map<String, String> all = new LinkedHashMap<>();
        if (has(name)) {
            if (!(node.path(name) instanceof ObjectNode object)) {
                throw wrong(name, Label.of("rest.wrong.object"));
            }
            object.properties().forEach(each -> all.put(each.getKey(), plain(name, each.getValue())));
        }
        return all;
    }

    void present(String name) {
        if (!has(name)) {
            throw wrong(name, Label.of("rest.missing"));
        }
    }

    Problem wrong(String name, Label reason) {
        return Problem.places(422, "refused", List.of(new Problem.Place(Optional.of(ValueJson.shortened(name)), Optional.of(pointer + "/" + escaped(ValueJson.shortened(name))), Problem.code(reason), reason)));
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
