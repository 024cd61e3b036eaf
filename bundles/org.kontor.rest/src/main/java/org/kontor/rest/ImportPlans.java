package org.kontor.rest;

import java.io.IOException;
import java.nio.charset.Charset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.DocumentTypes;
import org.kontor.api.documents.Field;
import org.kontor.api.documents.Imports;
import org.kontor.api.documents.Imports.Guess;
import org.kontor.api.documents.Imports.LinkKey;
import org.kontor.api.documents.Imports.Plan;
import org.kontor.api.files.FileRef;
import org.kontor.api.files.Files;
import org.kontor.api.labels.Label;
import tools.jackson.databind.node.ObjectNode;

/// Plans of imports as JSON. What a plan does not say is as guessed from the file.
final class ImportPlans {
    private static final String[] MEMBERS = {"file", "type", "format", "charset", "delimiter", "header", "country", "columns", "mode", "match", "links"};
    private static final int MOST_COLUMNS = 1_000;

    private final Imports imports;
    private final DocumentTypes types;
    private final Files files;

    ImportPlans(Imports imports, DocumentTypes types, Files files) {
        this.imports = imports;
        this.types = types;
        this.files = files;
    }

    /// What the body says of a file, on top of the guess.
    Guess guess(Call call) throws IOException {
        Body body = Body.of(call, MEMBERS);
        DocumentType type = types.find(body.text("type")).orElseThrow(() -> body.wrong("type", Label.of("rest.no-such-type", ValueJson.shortened(body.text("type")))));
        long id = body.number("file", 1, Long.MAX_VALUE);
        FileRef file = files.find(id, call.actor()).orElseThrow(() -> body.wrong("file", Label.of("rest.no-such-file", Long.toString(id))));
        Guess first = seen(Understanding.of(() -> imports.look(file, type.id(), call.actor())));
        Plan read = read(body, first.plan());
        Guess second = read.equals(first.plan()) ? first : seen(Understanding.of(() -> imports.look(read, call.actor())));
        return new Guess(mapped(body, type, second.plan()), second.heads(), second.sample(), second.remembered());
    }

    private static Guess seen(Imports.Look look) {
        return switch (look) {
            case Imports.Look.Seen(Guess guess) -> guess;
            case Imports.Look.Refused(Label reason) -> throw Problem.refused(reason);
        };
    }

    private static Plan read(Body body, Plan plan) {
        String delimiter = body.has("delimiter") ? body.node("delimiter").asString("") : String.valueOf(plan.delimiter());
        if (delimiter.length() != 1 || "\r\n\"\0".contains(delimiter) || Character.isSurrogate(delimiter.charAt(0))) {
            throw body.wrong("delimiter", Label.of("rest.wrong.delimiter"));
        }
        String charset = body.maybe("charset").orElse(plan.charset());
        String country = body.maybe("country").orElse(plan.country());
        if (!known(charset)) {
            throw body.wrong("charset", Label.of("rest.wrong.charset", ValueJson.shortened(charset)));
        }
        if (!country.matches("([A-Z]{2})?")) {
            throw body.wrong("country", Label.of("rest.bad-country", ValueJson.shortened(country)));
        }
        if (body.has("format") && !body.text("format").equals(plan.format().name().toLowerCase(Locale.ROOT))) {
            throw body.wrong("format", Label.of("rest.wrong.format", Body.word(plan.format())));
        }
        return plan.read(charset, delimiter.charAt(0), body.yes("header", plan.header()), country);
    }

    private static boolean known(String charset) {
        try {
            return Charset.isSupported(charset);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private Plan mapped(Body body, DocumentType type, Plan plan) {
        Plan columns = body.has("columns") ? plan.into(body.maybeTexts("columns", MOST_COLUMNS)) : plan;
        columns.columns().stream().flatMap(Optional::stream).forEach(id -> field(body, "columns", type, id));
        Optional<String> match = body.has("match") || body.has("mode") ? body.maybe("match") : columns.match();
        match.ifPresent(id -> field(body, "match", type, id));
        Plan matching = columns.matching(body.oneOf("mode", Imports.Mode.values()).orElse(columns.mode()), match);
        return body.has("links") ? matching.linking(links(body, type)) : matching;
    }

    private Map<String, LinkKey> links(Body body, DocumentType type) {
        Map<String, LinkKey> links = new HashMap<>();
        Body given = body.object("links", type.fields().stream().map(Field::id).toArray(String[]::new));
        for (String id : given.whole().propertyNames()) {
            Body key = given.object(id, "type", "field");
            DocumentType other = types.find(key.text("type")).orElseThrow(() -> key.wrong("type", Label.of("rest.no-such-type", ValueJson.shortened(key.text("type")))));
            field(key, "field", other, key.text("field"));
            links.put(id, new LinkKey(other.id(), key.text("field")));
        }
        return links;
    }

    private static void field(Body body, String member, DocumentType type, String id) {
        if (type.field(id).isEmpty()) {
            throw body.wrong(member, Label.of("rest.unknown-field", ValueJson.shortened(id), FieldChoice.known(type)));
        }
    }

    static ObjectNode write(Plan plan) {
        ObjectNode node = Json.object().put("file", plan.file().id()).put("type", plan.typeId()).put("format", Body.word(plan.format())).put("charset", plan.charset());
        node.put("delimiter", String.valueOf(plan.delimiter())).put("header", plan.header()).put("country", plan.country()).put("mode", Body.word(plan.mode()));
        List<Optional<String>> columns = plan.columns();
        var array = node.putArray("columns");
        columns.forEach(column -> column.ifPresentOrElse(array::add, array::addNull));
        plan.match().ifPresent(match -> node.put("match", match));
        ObjectNode links = node.putObject("links");
        plan.links().forEach((id, key) -> links.putObject(id).put("type", key.typeId()).put("field", key.fieldId()));
        return node;
    }
}
