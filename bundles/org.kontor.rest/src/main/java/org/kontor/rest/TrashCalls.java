package org.kontor.rest;

import java.io.IOException;
import java.util.Optional;
import org.kontor.api.documents.Trash;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What is in the trash, and deleting it for good. How long it stays there.
@Component(service = TrashCalls.class)
public final class TrashCalls {
    private static final int LONGEST_DAYS = 3_650;

    private final Trash trash;
    private final DocumentJson json;
    private final HistoryJson history;

    @Activate
    public TrashCalls(@Reference Trash trash, @Reference DocumentJson json, @Reference HistoryJson history) {
        this.trash = trash;
        this.json = json;
        this.history = history;
    }

    Answer list(Call call) {
        Parameters given = call.parameters();
        int limit = (int) given.number("limit", 50, 1, Trash.MOST);
        boolean counted = given.yes("count");
        FieldChoice shown = FieldChoice.of(call.type(), given);
        Trash.Page page = Understanding.behind(given.one("after").isPresent(), () -> trash.find(call.type().id(), limit, given.one("after"), call.actor()));
        ObjectNode node = Json.object();
        ArrayNode all = node.putArray("documents");
        for (Trash.Thrown thrown : page.documents()) {
            ObjectNode one = all.addObject().put("since", thrown.since().toString());
            history.actor(one.putObject("by"), thrown.by());
            one.set("document", json.document(shown, thrown.document()));
        }
        page.next().ifPresent(next -> node.put("next", next));
        if (counted) {
            node.set("count", Listing.count(trash.count(call.type().id(), Listing.COUNTED, call.actor())));
        }
        return Answer.ok(node);
    }

    Answer purge(Call call) {
        return switch (trash.purge(call.ref(), call.actor())) {
            case Trash.Purge.Purged _ -> Answer.empty(204);
            case Trash.Purge.Denied(var rule) -> throw Problem.denied(rule);
            case Trash.Purge.Missing _ -> throw Problem.of(404, "no-such-document");
        };
    }

    Answer days(Call call) {
        return days(trash.days());
    }

    Answer keep(Call call) throws IOException {
        Body body = Body.of(call, "days");
        Optional<Integer> days = body.has("days") ? Optional.of((int) body.number("days", 1, LONGEST_DAYS)) : Optional.empty();
        return days(Amended.now(trash.keepFor(days, call.actor())));
    }

    private static Answer days(Optional<Integer> days) {
        ObjectNode node = Json.object().putNull("days");
        days.ifPresent(some -> node.put("days", some));
        return Answer.ok(node);
    }
}
