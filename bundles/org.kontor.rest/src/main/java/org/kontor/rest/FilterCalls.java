package org.kontor.rest;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.SavedFilters;
import org.kontor.api.documents.SavedFilters.Look;
import org.kontor.api.documents.SavedFilters.SavedFilter;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Filters under a name: one's own, and those shared by all.
@Component(service = FilterCalls.class)
public final class FilterCalls {
    private static final String[] MEMBERS = {"name", "shared", "filter", "sort", "columns", "view"};
    private static final int MOST_COLUMNS = 100;

    private final SavedFilters filters;
    private final DocumentJson json;

    @Activate
    public FilterCalls(@Reference SavedFilters filters, @Reference DocumentJson json) {
        this.filters = filters;
        this.json = json;
    }

    Answer list(Call call) {
        ObjectNode node = Json.object();
        ArrayNode all = node.putArray("filters");
        filters.of(call.type().id(), call.actor()).forEach(each -> all.add(filter(each, call)));
        filters.start(call.type().id(), call.actor()).ifPresent(start -> node.put("start", start.id()));
        return Answer.ok(node);
    }

    Answer get(Call call) {
        return Answer.ok(filter(found(call), call));
    }

    Answer create(Call call) throws IOException {
        Body body = Body.of(call, MEMBERS);
        SavedFilter wanted = SavedFilter.of(call.type().id(), body.text("name"), look(body, call, Optional.empty())).sharing(body.yes("shared", false));
        SavedFilter saved = Amended.now(Understanding.of(() -> filters.save(wanted, call.actor())));
        return Answer.json(201, filter(saved, call)).with("Location", "/api/v1/filters/" + call.type().id() + "/" + saved.id());
    }

    Answer change(Call call) throws IOException {
        SavedFilter before = found(call);
        Body body = Body.of(call, MEMBERS);
        SavedFilter wanted = before.named(body.maybe("name").orElse(before.name())).sharing(body.yes("shared", before.shared())).looking(look(body, call, Optional.of(before.look())));
        return Answer.ok(filter(Amended.now(Understanding.of(() -> filters.save(wanted, call.actor()))), call));
    }

    Answer delete(Call call) {
        Amended.now(filters.delete(found(call).id(), call.actor()));
        return Answer.empty(204);
    }

    /// What one's list starts with; with `forAll` the lists of all who chose nothing. No filter when it is null.
    Answer start(Call call) throws IOException {
        Body body = Body.of(call, "filter", "forAll");
        long id = body.has("filter") ? body.number("filter", 1, Long.MAX_VALUE) : 0;
        Amended.now(body.yes("forAll", false) ? filters.startAllWith(call.type().id(), id, call.actor()) : filters.startWith(call.type().id(), id, call.actor()));
        return Answer.empty(204);
    }

    private SavedFilter found(Call call) {
        long id = call.number("filter");
        return filters.find(id, call.actor()).filter(each -> each.typeId().equals(call.type().id())).orElseThrow(() -> Problem.of(404, "no-such-filter", Long.toString(id)));
    }

    private Look look(Body body, Call call, Optional<Look> before) {
        DocumentType type = call.type();
        FilterTree text = json.filters(type, call);
        String sort = body.maybe("sort").or(() -> before.map(look -> (look.descending() ? "-" : "") + look.sortBy())).orElse("-id");
        boolean down = sort.startsWith("-");
        List<String> columns = body.has("columns") ? body.texts("columns", MOST_COLUMNS) : before.map(Look::columns).orElse(List.of());
        return new Look(
                body.has("filter") ? text.read(body.node("filter")) : before.map(Look::filter).orElseGet(() -> text.read(body.node("filter"))),
                text.sortable(down ? sort.substring(1) : sort),
                down,
                columns.stream().map(text::sortable).toList(),
                body.maybe("view").or(() -> before.map(Look::view)).orElse("list"));
    }

    private ObjectNode filter(SavedFilter filter, Call call) {
        Look look = filter.look();
        ObjectNode node = Json.object().put("id", filter.id()).put("name", filter.name()).put("shared", filter.shared());
        filter.owner().ifPresent(person -> node.put("owner", json.values().login(person)));
        json.filters(call.type(), call).write(look.filter()).ifPresent(written -> node.set("filter", written));
        node.put("sort", (look.descending() ? "-" : "") + look.sortBy()).put("view", look.view());
        look.columns().forEach(node.putArray("columns")::add);
        return node.put("address", filters.address(filter.typeId(), look));
    }
}
