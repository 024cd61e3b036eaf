package org.kontor.core.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kontor.api.documents.CustomTypes.NewType;
import org.kontor.api.documents.CustomTypes.Section;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.Field;
import org.kontor.api.documents.Kind;
import org.kontor.api.documents.Pipeline;
import org.kontor.api.documents.Stage;
import org.kontor.api.labels.Label;
import org.kontor.api.people.PersonId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A universal list: what an administrator said of it, and the document type made from that.
final class ListType {
    /// The field that tells in which section a document lies.
    static final String SECTION = "section";

    static final Field<String> TITLE = Field.text("title").named(Label.of("list.title")).asRequired().asListed();
    static final Field<PersonId> RESPONSIBLE = Field.of("responsible", new Kind.User()).named(Label.of("list.responsible")).asListed();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ListType() {}

    /// Whether the documents of a type lie in sections.
    static boolean sectioned(DocumentType type) {
        return type.custom() && type.field(SECTION).filter(field -> !field.custom()).isPresent();
    }

    static String write(NewType type) {
        ObjectNode node = JSON.createObjectNode().put("icon", type.icon()).put("staged", type.staged()).put("sectioned", type.sectioned());
        node.set("one", LabelText.node(type.name().one()));
        node.set("many", LabelText.node(type.name().many()));
        return JSON.writeValueAsString(node);
    }

    static NewType read(String body) {
        JsonNode node = JSON.readTree(body);
        return new NewType(
                new DocumentType.Name(LabelText.label(node.path("one")), LabelText.label(node.path("many"))),
                node.path("icon").asString("list"),
                node.path("staged").asBoolean(false),
                node.path("sectioned").asBoolean(false));
    }

    /// The type before its custom fields and pipelines are added.
    static DocumentType type(String id, NewType list, List<Section> sections) {
        List<Field<?>> fields = new ArrayList<>(List.of(TITLE));
        if (list.sectioned()) {
            fields.add(Field.of(SECTION, new Kind.Choice(Sections.options(sections))).named(Label.of("list.section")).asListed());
        }
        fields.add(RESPONSIBLE);
        return new DocumentType(id, list.icon(), fields, TITLE, Optional.of(RESPONSIBLE), list.staged() ? List.of(pipeline(id)) : List.of(), true, Optional.of(list.name()));
    }

    private static Pipeline pipeline(String id) {
        return new Pipeline(id, Label.of("list.pipeline"), List.of(
                new Stage("new", Label.of("list.stage.new"), Stage.Meaning.INITIAL, 1),
                new Stage("work", Label.of("list.stage.work"), Stage.Meaning.IN_WORK, 3),
                new Stage("done", Label.of("list.stage.done"), Stage.Meaning.WON, 4),
                new Stage("dropped", Label.of("list.stage.dropped"), Stage.Meaning.LOST, 8)));
    }
}
