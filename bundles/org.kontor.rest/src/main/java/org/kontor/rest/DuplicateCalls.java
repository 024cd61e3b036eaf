package org.kontor.rest;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.kontor.api.documents.Document;
import org.kontor.api.documents.DocumentRef;
import org.kontor.api.documents.Duplicates;
import org.kontor.api.documents.Duplicates.Rule;
import org.kontor.api.documents.Values;
import org.kontor.api.labels.Label;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Documents that stand for the same thing: found, warned of, and the rules they are known by.
@Component(service = DuplicateCalls.class)
public final class DuplicateCalls {
    private static final int MOST_RULES = 50;

    private final Duplicates duplicates;
    private final DocumentJson json;

    @Activate
    public DuplicateCalls(@Reference Duplicates duplicates, @Reference DocumentJson json) {
        this.duplicates = duplicates;
        this.json = json;
    }

    Answer groups(Call call) {
        Parameters given = call.parameters();
        int limit = (int) given.number("limit", 20, 1, 100);
        FieldChoice shown = FieldChoice.of(call.type(), given);
        List<Duplicates.Group> groups = Understanding.behind(given.one("after").isPresent(), () -> duplicates.groups(call.type().id(), given.one("after"), limit, call.actor()));
        ObjectNode node = Json.object();
        ArrayNode all = node.putArray("groups");
        for (Duplicates.Group group : groups) {
            ObjectNode one = all.addObject();
            one.set("rule", rule(group.rule()));
            documents(one.putArray("documents"), shown, group.documents());
        }
        if (groups.size() == limit) {
            node.put("next", groups.getLast().place());
        }
        return Answer.ok(node);
    }

    private void documents(ArrayNode array, FieldChoice shown, List<Document> documents) {
        documents.forEach(document -> array.add(json.document(shown, document)));
    }

    /// What the given values match, without the document `except`.
    Answer like(Call call) throws IOException {
        Body body = Body.of(call, "fields", "except");
        ObjectNode draft = Json.object();
        draft.set("fields", body.object("fields", call.type().fields().stream().map(field -> field.id()).toArray(String[]::new)).whole());
        Values values = json.draft(call.type(), new Sender(call.country(), Sender.ANYBODY.files()), draft, List.of("fields")).values();
        Optional<DocumentRef> except = body.maybe("except").map(text -> MergeCalls.ref(body, "except", text));
        ObjectNode node = Json.object();
        ArrayNode all = node.putArray("like");
        for (Duplicates.Like like : Understanding.of(() -> duplicates.like(call.type().id(), values, except, call.actor()))) {
            ObjectNode one = all.addObject();
            one.set("rule", rule(like.rule()));
            one.set("document", json.document(call.type(), like.document()));
        }
        return Answer.ok(node);
    }

    Answer rules(Call call) {
        return rules(duplicates.rules(call.type().id()));
    }

    Answer set(Call call) throws IOException {
        List<Rule> rules = Body.of(call, "rules").objects("rules", MOST_RULES, "fields", "blocks").stream().map(DuplicateCalls::read).toList();
        return rules(Amended.now(Understanding.of(() -> duplicates.set(call.type().id(), rules, call.actor()))));
    }

    private static Rule read(Body body) {
        List<String> fields = body.texts("fields", Rule.MOST_FIELDS);
        if (fields.isEmpty() || fields.stream().distinct().count() < fields.size()) {
            throw body.wrong("fields", Label.of("rest.wrong.list-once", Integer.toString(Rule.MOST_FIELDS)));
        }
        return new Rule(fields, body.yes("blocks", false));
    }

    private static Answer rules(List<Rule> rules) {
        ObjectNode node = Json.object();
        ArrayNode all = node.putArray("rules");
        rules.forEach(rule -> all.add(rule(rule)));
        return Answer.ok(node);
    }

    private static ObjectNode rule(Rule rule) {
        ObjectNode node = Json.object().put("blocks", rule.blocks());
        rule.fields().forEach(node.putArray("fields")::add);
        return node;
    }
}
