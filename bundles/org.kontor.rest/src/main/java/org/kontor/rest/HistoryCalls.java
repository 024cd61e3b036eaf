package org.kontor.rest;

import java.io.IOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.kontor.api.documents.Document;
import org.kontor.api.documents.Documents;
import org.kontor.api.documents.Draft;
import org.kontor.api.documents.HistoryEntry;
import org.kontor.api.labels.Label;
import org.kontor.api.workflow.Runs;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/// What happened to a document, what it was at a moment, and the way back; what robots do for it.
@Component(service = HistoryCalls.class)
public final class HistoryCalls {
    static final int LONGEST = 200;

    private final Documents documents;
    private final Runs runs;
    private final DocumentJson json;
    private final HistoryJson history;

    @Activate
    public HistoryCalls(@Reference Documents documents, @Reference Runs runs, @Reference DocumentJson json, @Reference HistoryJson history) {
        this.documents = documents;
        this.runs = runs;
        this.json = json;
        this.history = history;
    }

    Answer history(Call call) {
        int limit = (int) call.parameters().number("limit", 50, 1, LONGEST);
        long before = call.parameters().number("before", Long.MAX_VALUE, 1, Long.MAX_VALUE);
        present(call);
        return Answer.ok(history.history(documents.history(call.ref(), before, limit, call.actor()), limit));
    }

    Answer runs(Call call) {
        present(call);
        return Answer.ok(history.runs(runs.of(call.ref(), call.actor()), call.language()));
    }

    /// The document as it was at `moment`.
    Answer asOf(Call call) {
        String moment = call.parameters().one("moment").orElse("");
        FieldChoice shown = FieldChoice.of(call.type(), call.parameters());
        return Answer.ok(json.document(shown, former(call, moment(moment).orElseThrow(() -> Problem.of(400, "bad-moment", ValueJson.shortened(moment))))));
    }

    /// Takes one entry back.
    Answer undo(Call call) throws IOException {
        long position = Body.of(call, "position").number("position", 1, Long.MAX_VALUE);
        return Changes.answer(call, json, documents.undo(call.ref(), position, call.actor()));
    }

    /// Brings a former value back, that of one field before an entry, or the whole state of a moment.
    Answer back(Call call) throws IOException {
        Body body = Body.of(call, "moment", "position", "field", "version");
        Draft draft = body.has("moment") ? whole(call, body) : field(call, body);
        Optional<Long> version = body.has("version") ? Optional.of(body.number("version", 1, Long.MAX_VALUE)) : Optional.empty();
        return Changes.answer(call, json, documents.change(call.ref(), version.map(draft::on).orElse(draft), call.actor()));
    }

    private Draft whole(Call call, Body body) {
        Instant moment = moment(body.text("moment")).orElseThrow(() -> body.wrong("moment", Label.of("rest.wrong.moment")));
        return Draft.back(call.type(), former(call, moment));
    }

    private Draft field(Call call, Body body) {
        long position = body.number("position", 1, Long.MAX_VALUE - 1);
        String field = body.text("field");
        present(call);
        Optional<HistoryEntry> entry = documents.history(call.ref(), position + 1, 1, call.actor()).stream().filter(each -> each.occurrence().position() == position).findFirst();
        return entry.flatMap(found -> found.fields().stream().filter(diff -> diff.field().id().equals(field)).findFirst())
                .map(HistoryEntry.FieldDiff::back)
                .orElseThrow(() -> body.wrong("position", Label.of("rest.no-such-entry", Long.toString(position), ValueJson.shortened(field))));
    }

    private Document former(Call call, Instant moment) {
        return documents.asOf(call.ref(), moment, call.actor()).orElseThrow(() -> Problem.of(404, "no-such-document-then"));
    }

    private static Optional<Instant> moment(String text) {
        try {
            OffsetDateTime moment = OffsetDateTime.parse(text);
            return Optional.of(moment.toInstant()).filter(_ -> moment.getYear() >= 1 && moment.getYear() <= 9998);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private Document present(Call call) {
        return documents.get(call.ref(), call.actor()).orElseThrow(() -> Problem.of(404, "no-such-document"));
    }
}
