package org.kontor.rest;

import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.kontor.api.documents.Kind;
import org.kontor.api.labels.Label;
import org.kontor.api.labels.Labels;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Kinds of fields as members of a field: `"kind": "choice", "multiple": true, "options": […]`.
final class KindJson {
    static final List<String> MEMBERS = List.of("kind", "multiple", "longest", "lines", "decimals", "currency", "options", "directory", "types");
    private static final List<String> KINDS = List.of("text", "number", "money", "yes-no", "date", "moment", "choice", "user", "phone", "email", "link", "document", "booking", "file", "address");
    private static final int MOST_OPTIONS = 1_000;

    private KindJson() {}

    /// The kind a body describes; `before` is what a field that is changed has: its kind stays, only what belongs to it may change.
    static Kind<?> read(Body body, Optional<Kind<?>> before) {
        Optional<Kind<?>> single = before.map(kind -> kind instanceof Kind.Many<?> many ? many.of() : kind);
        String name = single.<String>map(FieldSchema::kind).orElseGet(() -> body.text("kind"));
        if (!KINDS.contains(name)) {
            throw body.wrong("kind", Label.of("rest.wrong.one-of", String.join(", ", KINDS)));
        }
        if (single.isPresent() && body.has("kind") && !body.text("kind").equals(name)) {
            throw body.wrong("kind", Label.of("rest.kind-stays", name));
        }
        boolean many = before.map(kind -> kind instanceof Kind.Many<?>).orElseGet(() -> body.yes("multiple", false));
        if (before.isPresent() && body.yes("multiple", many) != many) {
            throw body.wrong("multiple", Label.of("rest.kind-stays", name));
        }
        Kind<?> one = one(body, name, single);
        if (many && (one instanceof Kind.YesNo || one instanceof Kind.Booking)) {
            throw body.wrong("multiple", Label.of("rest.never-many", name));
        }
        return many ? new Kind.Many<>(one) : one;
    }

    private static Kind<?> one(Body body, String name, Optional<Kind<?>> before) {
        return switch (name) {
            case "text" -> text(body, before.map(Kind.Text.class::cast));
            case "number" -> new Kind.Number(body.number("decimals", before.map(kind -> ((Kind.Number) kind).decimals()).orElse(0), 0, 10));
            case "money" -> new Kind.Sum(currency(body, before.map(kind -> ((Kind.Sum) kind).currency()).orElse("EUR")));
            case "choice" -> choice(body, before.map(Kind.Choice.class::cast));
            case "document" -> body.has("types") || before.isEmpty() ? new Kind.Link(body.texts("types", 100)) : before.get();
            case "yes-no" -> new Kind.YesNo();
            case "date" -> new Kind.Date();
            case "moment" -> new Kind.Moment();
            case "user" -> new Kind.User();
            case "phone" -> new Kind.PhoneNumber();
            case "email" -> new Kind.Email();
            case "link" -> new Kind.WebLink();
            case "booking" -> new Kind.Booking();
            case "file" -> new Kind.Attachment();
            default -> new Kind.Address();
        };
    }

    private static Kind<?> text(Body body, Optional<Kind.Text> before) {
        return new Kind.Text(body.number("longest", before.map(Kind.Text::longest).orElse(250), 1, 100_000), body.number("lines", before.map(Kind.Text::lines).orElse(1), 1, 30));
    }

    private static String currency(Body body, String otherwise) {
        String code = body.maybe("currency").orElse(otherwise);
        return Currencies.of(code).map(Currency::getCurrencyCode).orElseThrow(() -> body.wrong("currency", Label.of("rest.wrong.currency", ValueJson.shortened(code))));
    }

    private static Kind<?> choice(Body body, Optional<Kind.Choice> before) {
        Optional<String> directory = body.maybe("directory").or(() -> before.flatMap(Kind.Choice::directory));
        if (!body.has("options")) {
            return new Kind.Choice(before.map(Kind.Choice::options).orElse(List.of()), directory);
        }
        List<Kind.Choice.Option> options = new ArrayList<>();
        for (Body each : body.objects("options", MOST_OPTIONS, "id", "name", "nameIn", "offered")) {
            String id = each.text("id");
            if (!id.matches("[a-zA-Z0-9][a-zA-Z0-9._-]{0,49}")) {
                throw each.wrong("id", Label.of("rest.wrong.option-id", ValueJson.shortened(id)));
            }
            options.add(new Kind.Choice.Option(id, NameJson.read(each, each.has("nameIn") ? "nameIn" : "name"), each.yes("offered", true)));
        }
        return new Kind.Choice(options, directory);
    }

    /// Adds kind and what belongs to it.
    static void write(ObjectNode node, Kind<?> kind, Labels labels, Call call) {
        node.put("kind", FieldSchema.kind(kind)).put("multiple", kind instanceof Kind.Many<?>);
        details(node, kind, labels, call);
    }

    private static void details(ObjectNode node, Kind<?> kind, Labels labels, Call call) {
        switch (kind) {
            case Kind.Choice choice -> {
                ArrayNode options = node.putArray("options");
                choice.options().forEach(option -> option(options.addObject(), option, labels, call));
                choice.directory().ifPresent(directory -> node.put("directory", directory));
            }
            case Kind.Text text -> node.put("longest", text.longest()).put("lines", text.lines());
            case Kind.Sum sum -> node.put("currency", sum.currency());
            case Kind.Number number -> node.put("decimals", number.decimals());
            case Kind.Link link -> link.types().forEach(node.putArray("types")::add);
            case Kind.Many<?> many -> details(node, many.of(), labels, call);
            case Kind.YesNo _, Kind.Date _, Kind.Moment _, Kind.User _, Kind.PhoneNumber _, Kind.Email _, Kind.WebLink _, Kind.Attachment _, Kind.Address _, Kind.Booking _ -> {}
        }
    }

    static void option(ObjectNode node, Kind.Choice.Option option, Labels labels, Call call) {
        node.put("id", option.id());
        NameJson.write(node, "name", option.name(), labels, call);
        node.put("offered", option.offered());
    }
}
