package org.kontor.rest;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import org.kontor.api.documents.Layouts;
import org.kontor.api.documents.Layouts.Card;
import org.kontor.api.documents.Layouts.ListLook;
import org.kontor.api.documents.Layouts.Section;
import org.kontor.api.documents.Pipeline;
import org.kontor.api.labels.Labels;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// How cards and lists of a type are laid out: for everybody, for a pipeline, for oneself.
@Component(service = LayoutCalls.class)
public final class LayoutCalls {
    private static final int MOST = 1_000;

    private final Layouts layouts;
    private final Labels labels;

    @Activate
    public LayoutCalls(@Reference Layouts layouts, @Reference Labels labels) {
        this.layouts = layouts;
        this.labels = labels;
    }

    Answer card(Call call) {
        return card(layouts.card(call.type().id()), false, call);
    }

    Answer changeCard(Call call) throws IOException {
        Card card = read(call);
        return card(Amended.now(Understanding.of(() -> layouts.change(call.type().id(), card, call.actor()))), false, call);
    }

    Answer pipelineCard(Call call) {
        Pipeline way = PipelineJson.pipeline(call);
        return card(layouts.card(call.type().id(), way.id()), layouts.ownCard(call.type().id(), way.id()), call);
    }

    Answer changePipelineCard(Call call) throws IOException {
        Pipeline way = PipelineJson.pipeline(call);
        Card card = read(call);
        return card(Amended.now(Understanding.of(() -> layouts.change(call.type().id(), way.id(), card, call.actor()))), true, call);
    }

    Answer resetPipelineCard(Call call) {
        return card(Amended.now(layouts.reset(call.type().id(), PipelineJson.pipeline(call).id(), call.actor())), false, call);
    }

    Answer list(Call call) {
        return list(layouts.list(call.type().id(), call.actor()));
    }

    Answer chooseList(Call call) throws IOException {
        ListLook look = look(call);
        return list(Amended.now(Understanding.of(() -> layouts.choose(call.type().id(), look, call.actor()))));
    }

    Answer forgetList(Call call) {
        return list(Amended.now(layouts.forget(call.type().id(), call.actor())));
    }

    Answer listForAll(Call call) {
        return list(layouts.listForAll(call.type().id()));
    }

    Answer chooseListForAll(Call call) throws IOException {
        ListLook look = look(call);
        return list(Amended.now(Understanding.of(() -> layouts.chooseForAll(call.type().id(), look, call.actor()))));
    }

    private static Card read(Call call) throws IOException {
        Body body = Body.of(call, "sections", "hidden", "own");
        List<Section> sections = body.objects("sections", MOST, "id", "title", "titleIn", "fields").stream()
                .map(each -> new Section(each.text("id"), NameJson.read(each, each.has("titleIn") ? "titleIn" : "title"), each.texts("fields", MOST))).toList();
        return new Card(sections, new HashSet<>(body.texts("hidden", MOST)));
    }

    private static ListLook look(Call call) throws IOException {
        Body body = Body.of(call, "columns", "filters");
        return new ListLook(body.texts("columns", MOST), body.texts("filters", MOST));
    }

    private Answer card(Card card, boolean own, Call call) {
        ObjectNode node = Json.object().put("own", own);
        ArrayNode sections = node.putArray("sections");
        for (Section section : card.sections()) {
            ObjectNode one = sections.addObject().put("id", section.id());
            NameJson.write(one, "title", section.title(), labels, call);
            section.fieldIds().forEach(one.putArray("fields")::add);
        }
        card.hidden().stream().sorted().forEach(node.putArray("hidden")::add);
        return Answer.ok(node);
    }

    private static Answer list(ListLook look) {
        ObjectNode node = Json.object();
        look.columns().forEach(node.putArray("columns")::add);
        look.filters().forEach(node.putArray("filters")::add);
        return Answer.ok(node);
    }
}
