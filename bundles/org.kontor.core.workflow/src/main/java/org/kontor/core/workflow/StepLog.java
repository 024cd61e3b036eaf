package org.kontor.core.workflow;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kontor.api.documents.DocumentRef;
import org.kontor.api.labels.Label;
import org.kontor.api.workflow.RunState.Progress;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// How far the steps of a run are, in one compact value.
record StepLog(List<Entry> entries) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    record Entry(String robotId, Progress progress, Optional<Instant> when, Optional<Label> note, Optional<DocumentRef> made) {
        static Entry waiting(String robotId, Instant due) {
            return new Entry(robotId, Progress.WAITING, Optional.of(due), Optional.empty(), Optional.empty());
        }

        Entry with(Progress next, Optional<Instant> moment, Optional<Label> reason) {
            return new Entry(robotId, next, moment, reason, made);
        }
    }

    StepLog {
        entries = List.copyOf(entries);
    }

    StepLog with(int step, Entry entry) {
        List<Entry> all = new ArrayList<>(entries);
        all.set(step, entry);
        return new StepLog(all);
    }

    String write() {
        ArrayNode all = JSON.createArrayNode();
        for (Entry entry : entries) {
            ObjectNode node = all.addObject().put("r", entry.robotId()).put("p", entry.progress().name());
            entry.when().ifPresent(when -> node.put("w", when.toString()));
            entry.note().ifPresent(note -> node.set("n", label(note)));
            entry.made().ifPresent(made -> node.put("m", made.toString()));
        }
        return JSON.writeValueAsString(all);
    }

    static StepLog read(String text) {
        List<Entry> all = new ArrayList<>();
        for (JsonNode node : JSON.readTree(text)) {
            all.add(new Entry(
                    node.path("r").asString(),
                    Progress.valueOf(node.path("p").asString()),
                    node.has("w") ? Optional.of(Instant.parse(node.path("w").asString())) : Optional.empty(),
                    node.has("n") ? Optional.of(label(node.path("n"))) : Optional.empty(),
                    node.has("m") ? Optional.of(DocumentRef.parse(node.path("m").asString())) : Optional.empty()));
        }
        return new StepLog(all);
    }

    private static ObjectNode label(Label label) {
        ObjectNode node = JSON.createObjectNode();
        switch (label) {
            case Label.Verbatim(String text) -> node.put("t", text);
            case Label.Given(Map<String, String> byLanguage) -> byLanguage.forEach(node.putObject("g")::put);
            case Label.Keyed(String key, List<Label> arguments) -> {
                node.put("k", key);
                arguments.forEach(argument -> node.withArray("a").add(label(argument)));
            }
        }
        return node;
    }

    private static Label label(JsonNode node) {
        if (node.has("t")) {
            return Label.verbatim(node.path("t").asString());
        }
        if (node.has("g")) {
            Map<String, String> byLanguage = new LinkedHashMap<>();
            node.path("g").properties().forEach(each -> byLanguage.put(each.getKey(), each.getValue().asString()));
            return new Label.Given(byLanguage);
        }
        List<Label> arguments = new ArrayList<>();
        node.path("a").forEach(argument -> arguments.add(label(argument)));
        return new Label.Keyed(node.path("k").asString(), arguments);
    }
}
