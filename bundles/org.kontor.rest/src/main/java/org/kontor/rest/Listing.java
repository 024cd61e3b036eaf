package org.kontor.rest;

import java.sql.SQLException;
import org.kontor.api.documents.Count;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.Documents;
import org.kontor.api.documents.Filter;
import org.kontor.api.documents.Query;
import org.kontor.api.documents.Slice;
import tools.jackson.databind.node.ObjectNode;

/// A page of documents: filtered, sorted, behind a cursor.
final class Listing {
    private static final int COUNTED = 10_000;

    private final Documents documents;
    private final DocumentType type;
    private final DocumentJson json;

    Listing(Documents documents, DocumentType type, DocumentJson json) {
        this.documents = documents;
        this.type = type;
        this.json = json;
    }

    Answer answer(Call call) {
        Parameters given = call.parameters();
        given.only("filter", "q", "sort", "fields", "limit", "after", "count");
        FilterText filters = json.filters(type);
        Filter filter = filters.all(given.all("filter"), given.one("q"));
        String sort = given.one("sort").orElse("-id");
        boolean down = sort.startsWith("-");
        String by = filters.sortable(down ? sort.substring(1) : sort);
        FieldChoice shown = FieldChoice.of(type, given);
        boolean counted = given.yes("count");
        ObjectNode page = json.page(shown, slice(new Query(type.id(), filter, by, down, (int) given.number("limit", 50, 1, Query.MOST), given.one("after")), call));
        if (counted) {
            Count count = documents.count(type.id(), filter, COUNTED, call.actor());
            page.putObject("count").put("value", count.value()).put("exact", count.exact());
        }
        return Answer.ok(page);
    }

    /// A cursor comes back from outside: what is wrong with one that was tampered with shows only here.
    private Slice slice(Query query, Call call) {
        try {
            return documents.find(query, call.actor());
        } catch (RuntimeException e) {
            if (query.after().isPresent() && (e instanceof IllegalArgumentException || misunderstood(e))) {
                throw Problem.of(400, "bad-cursor");
            }
            throw e;
        }
    }

    /// Whether the database could not make sense of a value (class 22 of the SQL standard).
    private static boolean misunderstood(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null && sql.getSQLState().startsWith("22")) {
                return true;
            }
        }
        return false;
    }
}
