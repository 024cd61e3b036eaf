package org.kontor.rest;

import java.io.IOException;
import org.kontor.api.documents.CustomTypes;
import org.kontor.api.documents.CustomTypes.Section;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.labels.Label;
import org.kontor.api.labels.Labels;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Universal lists: types that administrators define, with their sections (UI-10).
@Component(service = ListCalls.class)
public final class ListCalls {
    private static final String DEFAULT_ICON = "list";

    private final CustomTypes types;
    private final DocumentJson json;
    private final Labels labels;

    @Activate
    public ListCalls(@Reference CustomTypes types, @Reference DocumentJson json, @Reference Labels labels) {
        this.types = types;
        this.json = json;
        this.labels = labels;
    }

    Answer create(Call call) throws IOException {
        Body body = Body.of(call, "name", "names", "icon", "staged", "sectioned");
        CustomTypes.NewType wanted = new CustomTypes.NewType(
                new DocumentType.Name(NameJson.read(body, "name"), NameJson.read(body, "names")), icon(body, DEFAULT_ICON), body.yes("staged", false), body.yes("sectioned", false));
        DocumentType made = Amended.now(Understanding.of(() -> types.create(wanted, call.actor())));
        return Answer.json(201, TypeJson.type(made, json, labels, call)).with("Location", "/api/v1/types/" + made.id());
    }

    Answer rename(Call call) throws IOException {
        Body body = Body.of(call, "name", "names", "icon");
        DocumentType.Name name = new DocumentType.Name(NameJson.maybe(body, "name").orElse(call.type().one()), NameJson.maybe(body, "names").orElse(call.type().many()));
        DocumentType now = Amended.now(types.rename(custom(call).id(), name, icon(body, call.type().icon()), call.actor()));
        return Answer.ok(TypeJson.type(now, json, labels, call));
    }

    private static String icon(Body body, String otherwise) {
        String icon = body.maybe("icon").orElse(otherwise);
        if (!icon.matches("[a-z][a-z0-9-]{0,49}")) {
            throw body.wrong("icon", Label.of("rest.wrong.icon", ValueJson.shortened(icon)));
        }
        return icon;
    }

    Answer delete(Call call) {
        Amended.now(types.delete(custom(call).id(), call.actor()));
        return Answer.empty(204);
    }

    private static DocumentType custom(Call call) {
        if (!call.type().custom()) {
            throw Problem.refused(Label.of("rest.declared-type", call.type().id()));
        }
        return call.type();
    }

    Answer deleted(Call call) {
        ObjectNode node = Json.object();
        ArrayNode all = node.putArray("types");
        for (DocumentType type : types.deleted()) {
            ObjectNode one = all.addObject().put("id", type.id());
            NameJson.write(one, "name", type.one(), labels, call);
            NameJson.write(one, "names", type.many(), labels, call);
        }
        return Answer.ok(node);
    }

    Answer restore(Call call) {
        String id = call.at("list");
        if (types.deleted().stream().noneMatch(type -> type.id().equals(id))) {
            throw Problem.of(404, "no-such-type", ValueJson.shortened(id));
        }
        return Answer.ok(TypeJson.type(Amended.now(types.restore(id, call.actor())), json, labels, call));
    }

    Answer sections(Call call) {
        ObjectNode node = Json.object();
        ArrayNode all = node.putArray("sections");
        types.sections(call.type().id()).forEach(section -> all.add(section(section)));
        return Answer.ok(node);
    }

    Answer addSection(Call call) throws IOException {
        Section made = Amended.now(types.put(call.type().id(), section(Body.of(call, "name", "parent", "sort"), new Section(0, 0, "", 0)), call.actor()));
        return Answer.json(201, section(made)).with("Location", "/api/v1/types/" + call.type().id() + "/sections/" + made.id());
    }

    Answer changeSection(Call call) throws IOException {
        Section before = found(call);
        return Answer.ok(section(Amended.now(types.put(call.type().id(), section(Body.of(call, "name", "parent", "sort"), before), call.actor()))));
    }

    Answer deleteSection(Call call) {
        Amended.now(types.deleteSection(call.type().id(), found(call).id(), call.actor()));
        return Answer.empty(204);
    }

    private Section found(Call call) {
        long id = call.number("section");
        return types.sections(call.type().id()).stream().filter(section -> section.id() == id).findFirst().orElseThrow(() -> Problem.of(404, "no-such-section", Long.toString(id)));
    }

    private static Section section(Body body, Section before) {
        String name = body.maybe("name").orElse(before.name());
        if (name.isBlank()) {
            throw body.wrong("name", Label.of("rest.missing"));
        }
        long parent = body.has("parent") ? body.number("parent", 0, Long.MAX_VALUE) : before.parent();
        return new Section(before.id(), parent, name, body.number("sort", before.sort(), -1_000_000, 1_000_000));
    }

    private static ObjectNode section(Section section) {
        return Json.object().put("id", section.id()).put("parent", section.parent()).put("name", section.name()).put("sort", section.sort());
    }
}
