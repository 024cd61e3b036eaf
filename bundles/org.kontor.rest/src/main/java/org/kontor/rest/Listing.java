package org.kontor.rest;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.kontor.api.documents.Count;
import org.kontor.api.documents.Documents;
import org.kontor.api.documents.Field;
import org.kontor.api.documents.Filter;
import org.kontor.api.documents.Query;
import tools.jackson.databind.node.ObjectNode;

/// A page of documents: filtered, sorted, behind a cursor.
final class Listing {
    static final int COUNTED = 10_000;

    private final Documents documents;
    private final DocumentJson json;

    Listing(Documents documents, DocumentJson json) {
        this.documents = documents;
        this.json = json;
    }

    Answer answer(Call call) {
        Query query = query(call, json);
        FieldChoice shown = FieldChoice.of(call.type(), call.parameters());
        boolean counted = call.parameters().yes("count");
        ObjectNode page = json.page(shown, Understanding.behind(query.after().isPresent(), () -> documents.find(query, call.actor())));
        if (counted) {
            page.set("count", count(Understanding.of(() -> documents.count(call.type().id(), query.filter(), COUNTED, call.actor()))));
        }
        return Answer.ok(page);
    }

    /// What the parameters `filter`, `q`, `zone`, `sort`, `fields`, `limit` and `after` ask for.
    static Query query(Call call, DocumentJson json) {
        Parameters given = call.parameters();
        String sort = given.one("sort").orElse("-id");
        boolean down = sort.startsWith("-");
        String by = json.filters(call.type(), call).sortable(down ? sort.substring(1) : sort);
        Optional<Set<String>> fields = given.one("fields").map(_ -> new HashSet<>(FieldChoice.of(call.type(), given).fields().stream().map(Field::id).toList()));
        return new Query(call.type().id(), filter(call, json), by, down, (int) given.number("limit", 50, 1, Query.MOST), given.one("after"), fields);
    }

    /// What the parameters `filter`, `q` and `zone` ask for.
    static Filter filter(Call call, DocumentJson json) {
        return json.filters(call.type(), call).all(call.parameters().all("filter"), call.parameters().one("q"));
    }

    /// How many, for programs and as a text for people: `10000+` when there are more than were counted.
    static ObjectNode count(Count count) {
        return Json.object().put("value", count.value()).put("exact", count.exact()).put("text", count.value() + (count.exact() ? "" : "+"));
    }
}
