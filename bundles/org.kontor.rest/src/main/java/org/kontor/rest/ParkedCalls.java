package org.kontor.rest;

import java.util.List;
import org.kontor.api.events.ParkedEntries;
import org.kontor.api.events.ParkedEntries.Parked;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Journal entries a reaction could not act on: seen, tried again, given up.
@Component(service = ParkedCalls.class)
public final class ParkedCalls {
    private final ParkedEntries parked;

    @Activate
    public ParkedCalls(@Reference ParkedEntries parked) {
        this.parked = parked;
    }

    Answer list(Call call) {
        int limit = (int) call.parameters().number("limit", 50, 1, 200);
        List<Parked> entries = parked.find(call.parameters().number("before", Long.MAX_VALUE, 1, Long.MAX_VALUE), limit, call.reader());
        ObjectNode node = Json.object().put("count", parked.count(call.reader()));
        ArrayNode all = node.putArray("entries");
        for (Parked entry : entries) {
            ObjectNode one = all.addObject().put("id", entry.id()).put("reaction", entry.reaction()).put("position", entry.position()).put("event", entry.event());
            entry.document().ifPresent(document -> one.put("document", document));
            one.put("since", entry.since().toString()).put("reason", entry.reason());
        }
        if (entries.size() == limit) {
            node.put("next", entries.getLast().id());
        }
        return Answer.ok(node);
    }

    Answer replay(Call call) {
        return switch (parked.replay(call.number("entry"), call.actor())) {
            case ParkedEntries.Replay.Done _ -> Answer.empty(204);
            case ParkedEntries.Replay.Failed(String reason) -> throw Problem.of(409, "replay-failed", ValueJson.shortened(reason));
            case ParkedEntries.Replay.Absent(String reaction) -> throw Problem.of(409, "reaction-absent", reaction);
            case ParkedEntries.Replay.Missing _ -> throw missing(call);
        };
    }

    Answer drop(Call call) {
        if (!parked.drop(call.number("entry"), call.actor())) {
            throw missing(call);
        }
        return Answer.empty(204);
    }

    private static Problem missing(Call call) {
        return Problem.of(404, "no-such-parked", call.at("entry"));
    }
}
