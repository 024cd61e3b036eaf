package org.kontor.rest;

import java.util.List;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.DocumentTypes;
import org.kontor.api.documents.Search;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Words across all types.
@Component(service = SearchCalls.class)
public final class SearchCalls {
    private final Search search;
    private final DocumentTypes types;

    @Activate
    public SearchCalls(@Reference Search search, @Reference DocumentTypes types) {
        this.search = search;
        this.types = types;
    }

    Answer search(Call call) {
        Parameters given = call.parameters();
        String words = given.one("q").orElseThrow(() -> Problem.of(400, "missing-parameter", "q"));
        int limit = (int) given.number("limit", 20, 1, Search.Wanted.MOST);
        List<String> among = GroupCalls.list(given, "types");
        among.forEach(id -> types.find(id).orElseThrow(() -> Problem.of(400, "no-such-type", ValueJson.shortened(id))));
        ObjectNode node = Json.object();
        ArrayNode hits = node.putArray("hits");
        for (Search.Hit hit : Understanding.of(() -> search.find(new Search.Wanted(words, among, limit), call.actor()))) {
            DocumentType type = types.require(hit.document().ref().type());
            hits.addObject().put("ref", hit.document().ref().toString()).put("type", type.id()).put("title", hit.document().get(type.title()).orElse("")).put("byTitle", hit.byTitle());
        }
        return Answer.ok(node);
    }
}
