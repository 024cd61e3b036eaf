package org.kontor.rest;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kontor.api.documents.DocumentRef;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.DocumentTypes;
import org.kontor.api.documents.Duplicates;
import org.kontor.api.documents.Duplicates.Merge;
import org.kontor.api.documents.Duplicates.Plan;
import org.kontor.api.labels.Label;
import org.kontor.api.labels.Labels;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Several documents made one, and taken apart again.
@Component(service = MergeCalls.class)
public final class MergeCalls {
    private final Duplicates duplicates;
    private final DocumentTypes types;
    private final DocumentJson json;
    private final Labels labels;

    @Activate
    public MergeCalls(@Reference Duplicates duplicates, @Reference DocumentTypes types, @Reference DocumentJson json, @Reference Labels labels) {
        this.duplicates = duplicates;
        this.types = types;
        this.json = json;
        this.labels = labels;
    }

    Answer preview(Call call) throws IOException {
        Plan plan = plan(call);
        Duplicates.Preview preview = Understanding.of(() -> duplicates.preview(plan, call.actor())).orElseThrow(() -> Problem.of(404, "no-such-document"));
        ObjectNode node = Json.object().put("links", preview.links());
        ArrayNode choices = node.putArray("choices");
        for (Duplicates.Choice choice : preview.choices()) {
            ObjectNode one = choices.addObject().put("field", choice.field().id()).put("chosen", choice.chosen().toString());
            ObjectNode values = one.putObject("values");
            choice.values().forEach((ref, value) -> json.values().write(values, ref.toString(), choice.field(), value));
        }
        return Answer.ok(node);
    }

    Answer merge(Call call) throws IOException {
        Plan plan = plan(call);
        return done(Understanding.of(() -> duplicates.merge(plan, call.actor())), call, 201);
    }

    Answer unmerge(Call call) {
        return done(duplicates.unmerge(call.number("merge"), call.actor()), call, 200);
    }

    /// The merge a document was lost in.
    Answer find(Call call) {
        String loser = call.parameters().one("loser").orElseThrow(() -> Problem.of(400, "missing-parameter", "loser"));
        if (!ValueJson.isReference(loser) || types.find(DocumentRef.parse(loser).type()).isEmpty()) {
            throw Problem.of(404, "no-such-document");
        }
        return done(duplicates.mergedInto(DocumentRef.parse(loser), call.actor()).orElseThrow(() -> Problem.of(404, "not-merged", loser)), call, 200);
    }

    private Plan plan(Call call) throws IOException {
        Body body = Body.of(call, "survivor", "losers", "taking");
        DocumentRef survivor = ref(body, "survivor", body.text("survivor"));
        DocumentType type = types.find(survivor.type()).orElseThrow(() -> body.wrong("survivor", Label.of("rest.no-such-type", survivor.type())));
        List<DocumentRef> losers = body.texts("losers", Plan.MOST_LOSERS).stream().map(text -> ref(body, "losers", text)).toList();
        Map<String, DocumentRef> taking = new HashMap<>();
        body.map("taking").forEach((field, text) -> {
            if (type.field(field).isEmpty()) {
                throw body.wrong("taking", Label.of("rest.unknown-field", ValueJson.shortened(field), FieldChoice.known(type)));
            }
            taking.put(field, ref(body, "taking", text));
        });
        return Understanding.of(() -> new Plan(survivor, losers, taking));
    }

    /// A document written `lead/12` in a member of a body.
    static DocumentRef ref(Body body, String member, String text) {
        if (!ValueJson.isReference(text)) {
            throw body.wrong(member, Label.of("rest.wrong.document"));
        }
        return DocumentRef.parse(text);
    }

    private Answer done(Merge merge, Call call, int status) {
        return switch (merge) {
            case Merge.Done(long id, var survivor, var left) -> {
                ObjectNode node = Json.object().put("id", id);
                node.set("survivor", json.document(types.require(survivor.ref().type()), survivor));
                left.forEach(label -> node.withArray("left").add(labels.text(label, call.language())));
                yield Answer.json(status, node);
            }
            case Merge.Refused(var reasons) -> throw Problem.refused(reasons);
        };
    }
}
