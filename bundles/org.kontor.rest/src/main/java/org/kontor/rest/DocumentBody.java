package org.kontor.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.Draft;
import org.kontor.api.documents.Field;
import org.kontor.api.documents.Notation;
import org.kontor.api.documents.Values;
import org.kontor.api.labels.Label;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Reads `{"fields": {…}, "stage": "…", "version": 3}`; all that is wrong is reported at once.
final class DocumentBody {
    private final DocumentType type;
    private final ValueJson values;
    private final Sender sender;
    private final List<Problem.Place> wrong = new ArrayList<>();

    DocumentBody(DocumentType type, ValueJson values, Sender sender) {
        this.type = type;
        this.values = values;
        this.sender = sender;
    }

    Draft read(ObjectNode body, List<String> members) {
        for (String name : body.propertyNames()) {
            if (!members.contains(name)) {
                add(name, Label.of("rest.unknown-member", ValueJson.shortened(name), String.join(", ", members)));
            }
        }
        Draft draft = new Draft(fields(body.path("fields")), stage(body.path("stage")), version(body.path("version")));
        if (!wrong.isEmpty()) {
            throw Problem.places(422, "refused", wrong);
        }
        return draft;
    }

    private Values fields(JsonNode fields) {
        Values read = Values.none();
        if (!fields.isMissingNode() && !fields.isObject()) {
            add("fields", Label.of("rest.wrong.fields"));
            return read;
        }
        for (Map.Entry<String, JsonNode> each : fields.properties()) {
            Optional<Field<?>> field = type.field(each.getKey());
            if (field.isEmpty()) {
                add(each.getKey(), Label.of("rest.unknown-field", ValueJson.shortened(each.getKey()), FieldChoice.known(type)));
            } else {
                read = value(field.get(), each.getValue(), read);
            }
        }
        return read;
    }

    private Values value(Field<?> field, JsonNode node, Values read) {
        if (node.isNull()) {
            return read.cleared(field);
        }
        return switch (values.read(field, node, sender)) {
            case Notation.Reading.Value(Object value) -> read.withAny(field, value);
            case Notation.Reading.Nothing _ -> read.cleared(field);
            case Notation.Reading.Refused(Label reason) -> {
                add(field.id(), reason);
                yield read;
            }
        };
    }

    private Optional<String> stage(JsonNode stage) {
        if (stage.isMissingNode() || stage.isNull()) {
            return Optional.empty();
        }
        if (stage.isString() && type.stage(stage.asString()).isPresent()) {
            return Optional.of(stage.asString());
        }
        add("stage", Label.of("rest.unknown-stage", ValueJson.shortened(stage.toString()),
                stages(type)));
        return Optional.empty();
    }

    private static String stages(DocumentType type) {
        String all = type.pipelines().stream().flatMap(way -> way.stages().stream()).map(each -> each.id()).collect(Collectors.joining(", "));
        return all.isEmpty() ? "-" : all;
    }

    private Optional<Long> version(JsonNode version) {
        if (version.isMissingNode()) {
            return Optional.empty();
        }
        if (version.isIntegralNumber() && version.canConvertToLong() && version.asLong() > 0) {
            return Optional.of(version.asLong());
        }
        add("version", Label.of("rest.wrong.version"));
        return Optional.empty();
    }

    private void add(String name, Label reason) {
        wrong.add(Problem.Place.of(Optional.of(ValueJson.shortened(name)), reason));
    }
}
