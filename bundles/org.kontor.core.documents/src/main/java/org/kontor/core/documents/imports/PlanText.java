package org.kontor.core.documents.imports;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.kontor.api.documents.Imports.Format;
import org.kontor.api.documents.Imports.Fresh;
import org.kontor.api.documents.Imports.LinkKey;
import org.kontor.api.documents.Imports.Mode;
import org.kontor.api.documents.Imports.Plan;
import org.kontor.api.files.FileRef;
import org.kontor.storage.Row;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Plans in columns of tables: the fields as `title,,phone`, the links as `company=acme.company/name`, by commas.
final class PlanText {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private PlanText() {}

    static String columns(Plan plan) {
        return plan.columns().stream().map(column -> column.orElse("")).collect(Collectors.joining(","));
    }

    static List<Optional<String>> columns(String text) {
        return Arrays.stream(text.split(",", -1)).map(id -> Optional.of(id).filter(some -> !some.isEmpty())).toList();
    }

    static String links(Plan plan) {
        return plan.links().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(link -> link.getKey() + "=" + link.getValue().typeId() + "/" + link.getValue().fieldId())
                .collect(Collectors.joining(","));
    }

    static Map<String, LinkKey> links(String text) {
        Map<String, LinkKey> links = new HashMap<>();
        for (String part : text.split(",")) {
            String[] pieces = part.split("[=/]", 3);
            if (pieces.length == 3) {
                links.put(pieces[0], new LinkKey(pieces[1], pieces[2]));
            }
        }
        return links;
    }

    static String fresh(Fresh fresh) {
        ObjectNode node = JSON.createObjectNode();
        fresh.stage().ifPresent(stage -> node.put("stage", stage));
        ObjectNode values = node.putObject("values");
        fresh.values().forEach(values::put);
        return JSON.writeValueAsString(node);
    }

    static Fresh fresh(String text) {
        if (text.isEmpty()) {
            return Fresh.NOTHING;
        }
        JsonNode node = JSON.readTree(text);
        Map<String, String> values = new HashMap<>();
        node.path("values").propertyStream().forEach(value -> values.put(value.getKey(), value.getValue().asString()));
        return new Fresh(Optional.of(node.path("stage").asString("")).filter(stage -> !stage.isEmpty()), values);
    }

    static Plan read(Row row, FileRef file) {
        return new Plan(
                file,
                row.text("type_id"),
                Format.valueOf(row.text("file_format")),
                row.text("charset"),
                row.text("delimiter").charAt(0),
                row.yes("header"),
                columns(row.text("field_ids")),
                row.text("country"),
                Mode.valueOf(row.text("mode")),
                row.optionalText("match_field").filter(text -> !text.isEmpty()),
                links(row.text("links")),
                row.text("sheet"),
                fresh(row.text("fresh")));
    }
}
