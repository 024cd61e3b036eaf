package org.kontor.core.documents;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kontor.api.documents.Document;
import org.kontor.api.documents.DocumentRef;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.Field;
import org.kontor.api.documents.HistoryEntry;
import org.kontor.api.documents.StageMove;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The JSON of a document's journal entry: the components of its event (`document`, `stage`, `fields`), and with them the version and
/// the values before and after.
final class EntryBody {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private EntryBody() {}

    static String write(DocumentRef ref, long version, Optional<StageMove> move, DocumentType type, Optional<Document> before, Document after) {
        ObjectNode body = start(ref, version);
        move.ifPresent(stage -> {
            ObjectNode node = body.putObject("stage");
            stage.from().ifPresent(from -> node.put("from", from));
            node.put("to", stage.to());
            before.flatMap(Document::stageSince).ifPresent(since -> node.put("since", since.toString()));
        });
        ArrayNode fields = body.putArray("fields");
        ObjectNode diff = body.putObject("diff");
        for (Field<?> field : type.fields()) {
            Optional<Object> old = before.flatMap(document -> document.values().any(field));
            Optional<Object> now = after.values().any(field);
            if (!old.equals(now)) {
                fields.add(field.id());
                ArrayNode pair = diff.putArray(field.id());
                add(pair, old);
                add(pair, now);
            }
        }
        return JSON.writeValueAsString(body);
    }

    /// The entry of a deletion or restoration.
    static String write(DocumentRef ref, long version) {
        return JSON.writeValueAsString(start(ref, version));
    }

    static JsonNode parse(String body) {
        return JSON.readTree(body);
    }

    static long version(JsonNode body) {
        return body.path("version").asLong(0);
    }

    /// The ids of what an entry changed; `stage` stands for the stage.
    static List<String> changed(JsonNode body) {
        List<String> all = new ArrayList<>();
        body.path("fields").forEach(node -> all.add(node.asString()));
        if (body.has("stage")) {
            all.add("stage");
        }
        return all;
    }

    static Optional<StageMove> stage(JsonNode body) {
        JsonNode stage = body.path("stage");
        return stage.isObject() ? Optional.of(new StageMove(Optional.ofNullable(stage.path("from").asString(null)), stage.path("to").asString())) : Optional.empty();
    }

    /// Since when the document was in the stage that it left with an entry.
    static Optional<Instant> formerSince(JsonNode body) {
        return Optional.ofNullable(body.path("stage").path("since").asString(null)).map(Instant::parse);
    }

    /// The differences of fields the type still has.
    static List<HistoryEntry.FieldDiff> diffs(DocumentType type, JsonNode body) {
        Map<String, HistoryEntry.FieldDiff> diffs = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> pair : body.path("diff").properties()) {
            type.field(pair.getKey()).ifPresent(field ->
                    diffs.put(field.id(), new HistoryEntry.FieldDiff(field, value(field, pair.getValue().path(0)), value(field, pair.getValue().path(1)))));
        }
        return List.copyOf(diffs.values());
    }

    /// The documents that were merged with an entry, or came back.
    static List<DocumentRef> others(JsonNode body) {
        List<DocumentRef> all = new ArrayList<>();
        body.path("losers").forEach(node -> all.add(DocumentRef.parse(node.asString())));
        return List.copyOf(all);
    }

    private static ObjectNode start(DocumentRef ref, long version) {
        ObjectNode body = JSON.createObjectNode();
        body.putObject("document").put("type", ref.type()).put("id", ref.id());
        return body.put("version", version);
    }

    private static void add(ArrayNode pair, Optional<Object> value) {
        value.ifPresentOrElse(some -> pair.add(ValueText.write(some)), pair::addNull);
    }

    private static Optional<Object> value(Field<?> field, JsonNode node) {
        return node.isString() ? Optional.of(ValueText.read(field.kind(), node.asString())) : Optional.empty();
    }
}
