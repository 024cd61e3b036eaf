package org.kontor.core.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kontor.api.documents.Kind;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Kinds of fields as JSON, by names that stay: `{"kind": "text", "longest": 250}`.
final class KindJson {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private KindJson() {}

    static ObjectNode write(Kind<?> kind) {
        ObjectNode node = JSON.createObjectNode();
        return switch (kind) {
            case Kind.Text(int longest, int lines) -> node.put("kind", "text").put("longest", longest).put("lines", lines);
            case Kind.Number(int decimals) -> node.put("kind", "number").put("decimals", decimals);
            case Kind.Sum(String currency) -> node.put("kind", "money").put("currency", currency);
            case Kind.YesNo _ -> node.put("kind", "yes-no");
            case Kind.Date _ -> node.put("kind", "date");
            case Kind.Moment _ -> node.put("kind", "moment");
            case Kind.Choice choice -> choice(node.put("kind", "choice"), choice);
            case Kind.User _ -> node.put("kind", "user");
            case Kind.PhoneNumber _ -> node.put("kind", "phone");
            case Kind.Email _ -> node.put("kind", "email");
            case Kind.WebLink _ -> node.put("kind", "web");
            case Kind.Link link -> {
                ArrayNode types = node.put("kind", "link").putArray("types");
                link.types().forEach(types::add);
                yield node;
            }
            case Kind.Attachment _ -> node.put("kind", "file");
            case Kind.Address _ -> node.put("kind", "address");
            case Kind.Booking _ -> node.put("kind", "booking");
            case Kind.Many<?> many -> node.put("kind", "many").set("of", write(many.of()));
        };
    }

    private static ObjectNode choice(ObjectNode node, Kind.Choice choice) {
        choice.directory().ifPresent(directory -> node.put("directory", directory));
        ArrayNode options = node.putArray("options");
        choice.options().forEach(option -> options.add(option(option)));
        return node;
    }

    static ObjectNode option(Kind.Choice.Option option) {
        ObjectNode node = JSON.createObjectNode().put("id", option.id());
        node.set("name", LabelText.node(option.name()));
        return option.offered() ? node : node.put("offered", false);
    }

    static Kind.Choice.Option option(JsonNode node) {
        return new Kind.Choice.Option(node.path("id").asString(), LabelText.label(node.path("name")), node.path("offered").asBoolean(true));
    }

    static String text(Kind<?> kind) {
        return JSON.writeValueAsString(write(kind));
    }

    static Kind<?> read(String text) {
        return read(JSON.readTree(text));
    }

    /// @throws IllegalArgumentException for an unknown kind
    static Kind<?> read(JsonNode node) {
        String name = node.path("kind").asString("");
        return switch (name) {
            case "text" -> new Kind.Text(node.path("longest").asInt(250), node.path("lines").asInt(1));
            case "number" -> new Kind.Number(node.path("decimals").asInt(0));
            case "money" -> new Kind.Sum(node.path("currency").asString("EUR"));
            case "yes-no" -> new Kind.YesNo();
            case "date" -> new Kind.Date();
            case "moment" -> new Kind.Moment();
            case "choice" -> {
                List<Kind.Choice.Option> options = new ArrayList<>();
                node.path("options").forEach(each -> options.add(option(each)));
                yield new Kind.Choice(options, Optional.ofNullable(node.path("directory").asString(null)));
            }
            case "user" -> new Kind.User();
            case "phone" -> new Kind.PhoneNumber();
            case "email" -> new Kind.Email();
            case "web" -> new Kind.WebLink();
            case "link" -> {
                List<String> types = new ArrayList<>();
                node.path("types").forEach(each -> types.add(each.asString()));
                yield new Kind.Link(types);
            }
            case "file" -> new Kind.Attachment();
            case "address" -> new Kind.Address();
            case "booking" -> new Kind.Booking();
            case "many" -> new Kind.Many<>(read(node.path("of")));
            default -> throw new IllegalArgumentException("a field can't be of kind '" + name + "'");
        };
    }
}
