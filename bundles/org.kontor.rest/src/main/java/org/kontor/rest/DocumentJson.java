package org.kontor.rest;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.kontor.api.documents.Document;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.DocumentTypes;
import org.kontor.api.documents.Draft;
import org.kontor.api.documents.Field;
import org.kontor.api.documents.Slice;
import org.kontor.api.people.People;
import org.kontor.api.people.Person;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Documents as JSON, and filters over them.
@Component(service = DocumentJson.class)
public final class DocumentJson {
    private static final Pattern TAG = Pattern.compile("\"([1-9][0-9]{0,17})\"");

    private final ValueJson values;
    private final DocumentTypes types;
    private final People people;

    @Activate
    public DocumentJson(@Reference ValueJson values, @Reference DocumentTypes types, @Reference People people) {
        this.values = values;
        this.types = types;
        this.people = people;
    }

    /// Reads a body with the given members.
    Draft draft(DocumentType type, Sender sender, ObjectNode body, List<String> members) {
        return new DocumentBody(type, values, sender).read(body, members);
    }

    /// Filters over documents of a type; periods that name no zone are meant in that of who asks.
    FilterTree filters(DocumentType type, Call call) {
        return new FilterTree(type, values, types, zone(call));
    }

    /// The time zone of who asks: the parameter `zone`, else the person's own.
    ZoneId zone(Call call) {
        Optional<String> given = call.parameters().one("zone");
        try {
            return given.map(ZoneId::of).or(() -> call.actor().person().flatMap(people::find).map(Person::zone)).orElse(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw Problem.of(400, "bad-zone", ValueJson.shortened(given.orElse("")));
        }
    }

    ValueJson values() {
        return values;
    }

    ObjectNode document(DocumentType type, Document document) {
        return document(FieldChoice.all(type), document);
    }

    ObjectNode document(FieldChoice shown, Document document) {
        ObjectNode node = Json.object();
        node.put("ref", document.ref().toString());
        node.put("id", document.ref().id());
        node.put("version", document.version());
        document.stage().ifPresent(stage -> node.put("stage", stage));
        document.stageSince().ifPresent(since -> node.put("stageSince", since.toString()));
        document.createdBy().ifPresent(person -> node.put("createdBy", values.login(person)));
        node.put("created", document.created().toString());
        node.put("changed", document.changed().toString());
        ObjectNode fields = node.putObject("fields");
        for (Field<?> field : shown.fields()) {
            document.values().any(field).ifPresent(value -> values.write(fields, field.id(), field, value));
        }
        return node;
    }

    ObjectNode page(FieldChoice shown, Slice slice) {
        ObjectNode node = Json.object();
        ArrayNode documents = node.putArray("documents");
        slice.documents().forEach(document -> documents.add(document(shown, document)));
        slice.next().ifPresent(next -> node.put("next", next));
        slice.previous().ifPresent(previous -> node.put("previous", previous));
        return node;
    }

    static String etag(Document document) {
        return "\"" + document.version() + "\"";
    }

    /// Whether a header with entity tags names this version. Web servers that compress an answer add `--gzip` to its tag, and not all take it away again.
    static boolean names(String header, Document document) {
        return header.replace("--gzip\"", "\"").contains(etag(document));
    }

    /// The versions a header with entity tags names.
    static List<Long> versions(String header) {
        return TAG.matcher(header.replace("--gzip\"", "\"")).results().map(tag -> Long.parseLong(tag.group(1))).toList();
    }

    static String location(Document document) {
        return "/api/v1/documents/" + document.ref();
    }
}
