package org.kontor.rest;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.kontor.api.documents.DocumentRef;
import org.kontor.api.documents.Field;
import org.kontor.api.documents.Kind;
import org.kontor.api.documents.Money;
import org.kontor.api.documents.Notation;
import org.kontor.api.documents.Phone;
import org.kontor.api.documents.PostalAddress;
import org.kontor.api.files.FileRef;
import org.kontor.api.labels.Label;
import org.kontor.api.people.People;
import org.kontor.api.people.Person;
import org.kontor.api.people.PersonId;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Values as JSON: text, number, `{"amount":"12.50","currency":"EUR"}`, true, ISO dates, option id, login, E.164, `lead/1`.
@Component(service = ValueJson.class)
public final class ValueJson {
    private static final int LARGEST_SCALE = 100;
    private static final int LONGEST_OPTION = 100;
    private static final Pattern REFERENCE = Pattern.compile("[a-z][a-z0-9.-]{0,49}/[1-9][0-9]{0,17}");

    private final Notation notation;
    private final People people;

    @Activate
    public ValueJson(@Reference Notation notation, @Reference People people) {
        this.notation = notation;
        this.people = people;
    }

    /// Reads a value that is not null. `sender` tells the country of telephone numbers without one, and which files there are.
    Notation.Reading read(Field<?> field, JsonNode node, Sender sender) {
        if (node.isString() && (unpaired(node.asString()) || node.asString().indexOf('\0') >= 0)) {
            return refused("rest.bad-text");
        }
        Notation.Reading read = switch (field.kind()) {
            case Kind.Text _ -> node.isString() ? plain(node.asString()) : wrong("text");
            case Kind.Choice _ -> node.isString() && node.asString().length() <= LONGEST_OPTION ? plain(node.asString()) : wrong("choice");
            case Kind.Email _ -> node.isString() ? noted(field, node.asString(), sender.country()) : wrong("email");
            case Kind.WebLink _ -> node.isString() ? noted(field, node.asString(), sender.country()) : wrong("link");
            case Kind.Number _ -> number(field, node);
            case Kind.Sum sum -> sum(field, sum, node);
            case Kind.YesNo _ -> node.isBoolean() ? new Notation.Reading.Value(node.asBoolean()) : wrong("yes-no");
            case Kind.Date _ -> node.isString() ? day(node.asString()) : wrong("date");
            case Kind.Moment _ -> node.isString() ? moment(node.asString()) : wrong("moment");
            case Kind.User _ -> node.isString() ? user(node.asString()) : wrong("user");
            case Kind.PhoneNumber _ -> phone(field, node, sender);
            case Kind.Link _, Kind.Booking _ -> node.isString() && isReference(node.asString()) ? attempt(() -> DocumentRef.parse(node.asString()), "document") : wrong("document");
            case Kind.Attachment _ -> file(node, sender);
            case Kind.Address _ -> address(node);
            case Kind.Many<?> many -> many(field.withKind(many.of()), node, sender);
        };
        return read instanceof Notation.Reading.Value(Object value)
                ? notation.objection(field, value).<Notation.Reading>map(Notation.Reading.Refused::new).orElse(read)
                : read;
    }

    /// Adds a value to an object.
    void write(ObjectNode object, String name, Field<?> field, Object value) {
        switch (value) {
            case BigDecimal number -> object.put(name, number);
            case Boolean yes -> object.put(name, yes);
            case Money money -> object.putObject(name).put("amount", money.amount().toPlainString()).put("currency", money.currency().getCurrencyCode());
            case PostalAddress(String street, String city, String region, String postcode, String land) -> object.putObject(name)
                    .put("street", street).put("city", city).put("region", region).put("postcode", postcode).put("country", land);
            case FileRef file -> object.putObject(name).put("file", file.id()).put("name", file.name()).put("mediaType", file.mediaType()).put("size", file.size());
            case List<?> all when field.kind() instanceof Kind.Many<?> many -> {
                ArrayNode array = object.putArray(name);
                for (Object each : all) {
                    ObjectNode one = Json.object();
                    write(one, "value", field.withKind(many.of()), each);
                    array.add(one.get("value"));
                }
            }
            case Object other -> object.put(name, notation.write(field, other));
        }
    }

    /// A value as text for filters.
    String text(Field<?> field, Object value) {
        return notation.write(field, value);
    }

    String login(PersonId id) {
        return people.find(id).map(Person::login).orElse("#" + id.value());
    }

    private Notation.Reading noted(Field<?> field, String text, String country) {
        return notation.read(field, text, new Notation.Habits(java.util.Locale.ROOT, java.time.ZoneOffset.UTC, country));
    }

    private static Notation.Reading plain(String text) {
        return text.isBlank() ? new Notation.Reading.Nothing() : new Notation.Reading.Value(text.strip());
    }

    private Notation.Reading number(Field<?> field, JsonNode node) {
        if (node.isString()) {
            return noted(field, node.asString(), "");
        }
        return node.isNumber() ? number(node).<Notation.Reading>map(Notation.Reading.Value::new).orElse(refused("rest.too-large")) : wrong("number");
    }

    /// Empty when writing it out would fill the memory.
    private static Optional<BigDecimal> number(JsonNode node) {
        return Optional.of(node.decimalValue()).filter(some -> Math.abs((long) some.scale()) <= LARGEST_SCALE);
    }

    private Notation.Reading sum(Field<?> field, Kind.Sum sum, JsonNode node) {
        if (node.isString()) {
            return noted(field, node.asString(), "");
        }
        if (!(node instanceof ObjectNode object) || !object.propertyNames().stream().allMatch(name -> name.equals("amount") || name.equals("currency"))) {
            return wrong("money");
        }
        JsonNode amount = object.path("amount");
        String currency = object.path("currency").isString() ? object.path("currency").asString() : object.has("currency") ? "?" : sum.currency();
        try {
            Optional<BigDecimal> number = amount.isNumber() ? number(amount) : amount.isString() && amount.asString().matches("-?[0-9]{1,20}(\\.[0-9]{1,10})?")
                    ? Optional.of(new BigDecimal(amount.asString())) : Optional.empty();
            return number.<Notation.Reading>map(some -> new Notation.Reading.Value(Money.of(some, Currency.getInstance(currency)))).orElse(wrong("money"));
        } catch (IllegalArgumentException | ArithmeticException e) {
            return wrong("money");
        }
    }

    private static Notation.Reading day(String text) {
        return attempt(() -> LocalDate.parse(text), "date") instanceof Notation.Reading.Value(LocalDate day) && usual(day.getYear())
                ? new Notation.Reading.Value(day) : wrong("date");
    }

    private static Notation.Reading moment(String text) {
        try {
            OffsetDateTime moment = OffsetDateTime.parse(text);
            return usual(moment.getYear()) ? new Notation.Reading.Value(moment.toInstant().truncatedTo(java.time.temporal.ChronoUnit.MICROS)) : wrong("moment");
        } catch (DateTimeException e) {
            return wrong("moment");
        }
    }

    /// Databases know fewer years than Java.
    private static boolean usual(int year) {
        return year >= 1 && year <= 9999;
    }

    private Notation.Reading user(String login) {
        return people.byLogin(login).<Notation.Reading>map(person -> new Notation.Reading.Value(person.id())).orElse(new Notation.Reading.Refused(Label.of("rest.unknown-login", shortened(login))));
    }

    private Notation.Reading phone(Field<?> field, JsonNode node, Sender sender) {
        if (node.isString()) {
            return noted(field, node.asString(), sender.country());
        }
        boolean object = node.isObject() && node.path("number").isString() && node.path("country").isString() && node.size() == 2;
        return object ? noted(field, node.path("number").asString(), node.path("country").asString()) : wrong("phone");
    }

    /// A file by number; what else an answer tells of it may be sent back, and is not looked at.
    private static Notation.Reading file(JsonNode node, Sender sender) {
        JsonNode id = node.path("file");
        if (!(node instanceof ObjectNode object) || !Set.of("file", "name", "mediaType", "size").containsAll(object.propertyNames()) || !id.isIntegralNumber() || !id.canConvertToLong()) {
            return wrong("file");
        }
        return sender.files().apply(id.asLong()).<Notation.Reading>map(Notation.Reading.Value::new).orElseGet(() -> new Notation.Reading.Refused(Label.of("rest.unknown-file", id.asString())));
    }

    private static Notation.Reading address(JsonNode node) {
        Set<String> parts = Set.of("street", "city", "region", "postcode", "country");
        if (!(node instanceof ObjectNode object) || !parts.containsAll(object.propertyNames()) || !object.valueStream().allMatch(JsonNode::isString)) {
            return wrong("address");
        }
        if (object.valueStream().anyMatch(part -> unpaired(part.asString()) || part.asString().indexOf('\0') >= 0)) {
            return refused("rest.bad-text");
        }
        return attempt(() -> new PostalAddress(object.path("street").asString(""), object.path("city").asString(""), object.path("region").asString(""),
                object.path("postcode").asString(""), object.path("country").asString("")), "address");
    }

    /// Each value alone; the first that can't be read is the answer for all.
    private Notation.Reading many(Field<?> one, JsonNode node, Sender sender) {
        if (!node.isArray() || node.size() > Kind.Many.MOST) {
            return wrong("many");
        }
        List<Object> values = new ArrayList<>();
        for (JsonNode each : node) {
            switch (read(one, each, sender)) {
                case Notation.Reading.Value(Object value) -> values.add(value);
                case Notation.Reading.Nothing _ -> {}
                case Notation.Reading.Refused refused -> {
                    return refused;
                }
            }
        }
        return values.isEmpty() ? new Notation.Reading.Nothing() : new Notation.Reading.Value(List.copyOf(values));
    }

    private static Notation.Reading attempt(Supplier<Object> parsing, String kind) {
        try {
            return new Notation.Reading.Value(parsing.get());
        } catch (DateTimeException | IllegalArgumentException e) {
            return wrong(kind);
        }
    }

    private static Notation.Reading wrong(String kind) {
        return refused("rest.wrong." + kind);
    }

    private static Notation.Reading refused(String key) {
        return new Notation.Reading.Refused(Label.of(key));
    }

    static String shortened(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }

    /// Whether a text is a document as in `lead/12`.
    static boolean isReference(String text) {
        return REFERENCE.matcher(text).matches();
    }

    static boolean unpaired(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean pair = Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1));
            if (Character.isSurrogate(c) && !pair) {
                return true;
            }
            i += pair ? 1 : 0;
        }
        return false;
    }
}
