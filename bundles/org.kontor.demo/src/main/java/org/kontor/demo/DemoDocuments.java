package org.kontor.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kontor.api.documents.Change;
import org.kontor.api.documents.Creation;
import org.kontor.api.documents.DocumentRef;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.DocumentTypes;
import org.kontor.api.documents.Documents;
import org.kontor.api.documents.Draft;
import org.kontor.api.documents.Field;
import org.kontor.api.documents.Notation;
import org.kontor.api.documents.Values;
import org.kontor.api.people.Actor;
import org.kontor.api.people.PersonId;

/// Leads on their way and tasks about them, each written by the person it belongs to.
final class DemoDocuments {
    /// A moment counted from today, as in `+2d 14:30`.
    private static final Pattern LATER = Pattern.compile("([+-]\\d+)d (\\d\\d:\\d\\d)");

    private static final Set<String> NOT_FIELDS = Set.of("way", "stage");

    /// What is entered after the first call: it makes a second line in the history.
    private static final Set<String> LEARNT = Set.of("amount", "nextContact", "comments");

    private final Documents documents;
    private final DocumentTypes types;
    private final Notation notation;
    private final Map<String, PersonId> people;
    private final Instant now;

    DemoDocuments(Documents documents, DocumentTypes types, Notation notation, Map<String, PersonId> people, Instant now) {
        this.documents = documents;
        this.types = types;
        this.notation = notation;
        this.people = people;
        this.now = now;
    }

    void write() {
        List<DocumentRef> leads = new ArrayList<>();
        for (Map<String, String> row : DemoTable.read("leads.tsv").rows()) {
            leads.add(lead(row));
        }
        for (Map<String, String> row : DemoTable.read("tasks.tsv").rows()) {
            row.compute("about", (_, number) -> leads.get(Integer.parseInt(String.valueOf(number)) - 1).toString());
            create("task", values("task", row, false).and(values("task", row, true)), row.get("stage"), actor(row));
        }
    }

    private DocumentRef lead(Map<String, String> row) {
        String[] way = row.get("way").split(">");
        DocumentRef ref = create("lead", values("lead", row, false), way[0], actor(row));
        change(ref, Draft.of(values("lead", row, true)), actor(row));
        for (int i = 1; i < way.length; i++) {
            change(ref, Draft.move(way[i]), actor(row));
        }
        return ref;
    }

    private DocumentRef create(String typeId, Values values, String stage, Actor actor) {
        return switch (documents.create(typeId, values, Optional.of(stage), actor)) {
            case Creation.Created created -> created.document().ref();
            case Creation.Refused refused -> throw new IllegalStateException("the demo's " + typeId + " is refused: " + refused.reasons());
            case Creation.Denied denied -> throw new IllegalStateException("the demo's " + typeId + " is denied to " + actor + ": " + denied.rule());
        };
    }

    private void change(DocumentRef ref, Draft draft, Actor actor) {
        if (!(documents.change(ref, draft, actor) instanceof Change.Changed)) {
            throw new IllegalStateException("the demo's " + ref + " can't be changed by " + actor);
        }
    }

    private Actor actor(Map<String, String> row) {
        return new Actor.Human(people.get(row.get("responsible")));
    }

    private Values values(String typeId, Map<String, String> row, boolean learnt) {
        DocumentType type = types.require(typeId);
        Values values = Values.none();
        for (Map.Entry<String, String> cell : row.entrySet()) {
            if (!NOT_FIELDS.contains(cell.getKey()) && LEARNT.contains(cell.getKey()) == learnt) {
                values = with(values, type.field(cell.getKey()).orElseThrow(), cell.getValue());
            }
        }
        return values;
    }

    private Values with(Values values, Field<?> field, String text) {
        return switch (notation.read(field, dated(text), Notation.Habits.MACHINE)) {
            case Notation.Reading.Value(Object value) -> values.withAny(field, value);
            case Notation.Reading.Nothing _ -> values;
            case Notation.Reading.Refused refused -> throw new IllegalStateException("'" + text + "' of the demo is no " + field.id() + ": " + refused.reason());
        };
    }

    private String dated(String text) {
        Matcher later = LATER.matcher(text);
        if (!later.matches()) {
            return text;
        }
        Instant day = now.plus(Duration.ofDays(Long.parseLong(later.group(1))));
        return day.atOffset(ZoneOffset.UTC).with(LocalTime.parse(later.group(2))).toInstant().toString();
    }
}
