package org.kontor.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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

/// Companies, contacts, deals and leads on their way, and tasks, each written by the person it belongs to.
final class DemoDocuments {
    /// A moment counted from today, as in `+2d 14:30`, or a day, as in `-3d`.
    private static final Pattern LATER = Pattern.compile("([+-]\\d+)d(?: (\\d\\d:\\d\\d))?");

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
        List<DocumentRef> companies = rows("companies.tsv").map(row -> create("company", values("company", row, false), Optional.empty(), actor(row))).toList();
        List<DocumentRef> contacts = rows("contacts.tsv")
                .map(row -> linked(row, "company", companies))
                .map(row -> create("contact", values("contact", row, false), Optional.empty(), actor(row)))
                .toList();
        rows("deals.tsv").map(row -> linked(linked(row, "company", companies), "contacts", contacts)).forEach(row -> goTheWay("deal", row));
        List<DocumentRef> leads = rows("leads.tsv").map(row -> goTheWay("lead", row)).toList();
        rows("tasks.tsv")
                .map(row -> linked(row, "about", leads))
                .forEach(row -> create("task", values("task", row, false).and(values("task", row, true)), Optional.of(row.get("stage")), actor(row)));
    }

    private static Stream<Map<String, String>> rows(String file) {
        return DemoTable.read(file).rows().stream();
    }

    /// The row with a document where the number of its row was, from 1.
    private static Map<String, String> linked(Map<String, String> row, String column, List<DocumentRef> documents) {
        row.compute(column, (_, number) -> documents.get(Integer.parseInt(String.valueOf(number)) - 1).toString());
        return row;
    }

    private DocumentRef goTheWay(String typeId, Map<String, String> row) {
        String[] way = row.get("way").split(">");
        DocumentRef ref = create(typeId, values(typeId, row, false), Optional.of(way[0]), actor(row));
        change(ref, Draft.of(values(typeId, row, true)), actor(row));
        for (int i = 1; i < way.length; i++) {
            change(ref, Draft.move(way[i]), actor(row));
        }
        return ref;
    }

    private DocumentRef create(String typeId, Values values, Optional<String> stage, Actor actor) {
        return switch (documents.create(typeId, values, stage, actor)) {
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
        if (later.group(2) == null) {
            return day.atOffset(ZoneOffset.UTC).toLocalDate().toString();
        }
        return day.atOffset(ZoneOffset.UTC).with(LocalTime.parse(later.group(2))).toInstant().toString();
    }
}
