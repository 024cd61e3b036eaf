package org.kontor.rest;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.kontor.api.documents.Board;
import org.kontor.api.documents.BoardQuery;
import org.kontor.api.documents.Documents;
import org.kontor.api.documents.Field;
import org.kontor.api.documents.Grouping;
import org.kontor.api.documents.Period;
import org.kontor.api.documents.Total;
import org.kontor.api.people.PersonId;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Counts and sums in groups, and the board of a pipeline.
@Component(service = GroupCalls.class)
public final class GroupCalls {
    private final Documents documents;
    private final DocumentJson json;

    @Activate
    public GroupCalls(@Reference Documents documents, @Reference DocumentJson json) {
        this.documents = documents;
        this.json = json;
    }

    /// Groups by the values of `by`, or by its days, weeks, months … when a `unit` is given.
    Answer groups(Call call) {
        Parameters given = call.parameters();
        String by = given.one("by").orElseThrow(() -> Problem.of(400, "missing-parameter", "by"));
        Optional<Period.Unit> unit = given.one("unit").map(GroupCalls::unit);
        Grouping.By what = unit.<Grouping.By>map(some -> new Grouping.By.Span(by, some, json.zone(call))).orElseGet(() -> new Grouping.By.Value(by));
        int bound = (int) given.number("bound", Grouping.BOUND, 1, 1_000_000);
        Grouping grouping = new Grouping(call.type().id(), Listing.filter(call, json), what, list(given, "sums"), bound);
        ObjectNode node = Json.object();
        ArrayNode all = node.putArray("groups");
        for (Grouping.Group group : Understanding.of(() -> documents.groups(grouping, call.actor()))) {
            ObjectNode one = all.addObject().putNull("key");
            group.key().ifPresent(key -> key(one, call, by, unit.isPresent(), key));
            one.set("count", Listing.count(group.count()));
            totals(one, group.totals());
        }
        return Answer.ok(node);
    }

    private void key(ObjectNode node, Call call, String by, boolean span, Object key) {
        Optional<Field<?>> field = call.type().field(by);
        if (key instanceof PersonId person) {
            node.put("key", json.values().login(person));
        } else if (span || field.isEmpty()) {
            node.put("key", key.toString());
        } else {
            json.values().write(node, "key", FilterText.single(field.get()), key);
        }
    }

    Answer board(Call call) {
        Parameters given = call.parameters();
        FieldChoice shown = FieldChoice.of(call.type(), given);
        Optional<Set<String>> fields = given.one("fields").map(_ -> new HashSet<>(shown.fields().stream().map(Field::id).toList()));
        BoardQuery query = new BoardQuery(call.type().id(), given.one("pipeline"), Listing.filter(call, json), (int) given.number("limit", 20, 1, 500), list(given, "sums"), fields);
        Board board = Understanding.of(() -> documents.board(query, call.actor()));
        ObjectNode node = Json.object();
        ArrayNode columns = node.putArray("columns");
        for (Board.Column column : board.columns()) {
            ObjectNode one = columns.addObject().put("stage", column.stage().id());
            one.set("count", Listing.count(column.count()));
            totals(one, column.totals());
            ArrayNode inside = one.putArray("documents");
            column.documents().forEach(document -> inside.add(json.document(shown, document)));
        }
        return Answer.ok(node);
    }

    private static void totals(ObjectNode node, List<Total> totals) {
        ArrayNode all = node.putArray("sums");
        for (Total total : totals) {
            ObjectNode one = all.addObject().put("field", total.fieldId()).put("amount", total.amount().toPlainString());
            total.currency().ifPresent(currency -> one.put("currency", currency.getCurrencyCode()));
        }
    }

    static List<String> list(Parameters given, String name) {
        return given.one(name).map(text -> Arrays.stream(text.split(",")).map(String::strip).filter(each -> !each.isEmpty()).distinct().limit(100).toList()).orElse(List.of());
    }

    private static Period.Unit unit(String text) {
        return Arrays.stream(Period.Unit.values()).filter(unit -> unit.name().toLowerCase(Locale.ROOT).equals(text)).findFirst()
                .orElseThrow(() -> Problem.of(400, "bad-choice", "unit", "day, week, month, quarter, year", ValueJson.shortened(text)));
    }
}
