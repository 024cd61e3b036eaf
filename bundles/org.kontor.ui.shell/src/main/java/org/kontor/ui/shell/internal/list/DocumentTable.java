package org.kontor.ui.shell.internal.list;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.kontor.api.documents.Batches;
import org.kontor.api.documents.Count;
import org.kontor.api.documents.Document;
import org.kontor.api.documents.DocumentRef;
import org.kontor.api.documents.Filter;
import org.kontor.api.documents.Query;
import org.kontor.api.documents.Slice;
import org.kontor.api.documents.Stage;
import org.kontor.api.people.PersonId;
import org.kontor.ui.shell.internal.parts.Elements;

/// Documents as a table, page by page.
///
/// Catching up reads what is on the screen in one query, and a second one for changed rows beyond the first [Query#MOST].
final class DocumentTable implements DocumentsView, SelectionBar.Acts {
    private static final int PAGE = 50;
    /// More than so many are changed in the background.
    private static final int FEW = 50;
    private static final int ROOMY = 8;

    private final Showing showing;
    private final Moves moves;
    private final List<Column> columns;
    private final List<String> fields;
    private final Bulk bulk;
    private final NativeTableBody body = new NativeTableBody();
    private final TableHead head;
    private final NativeButton more;
    private final Div content;
    private final SelectionBar bar;
    private final Ticked ticked = new Ticked(this::selectionChanged);
    private final Map<DocumentRef, Tick> ticks = new HashMap<>();
    private final Sequence<Row> rows = new Sequence<>(body.getElement(), this::row);
    private List<Document> shown = List.of();
    private Optional<String> next = Optional.empty();
    private Lens lens = Lens.plain();
    private boolean everything;

    DocumentTable(Showing showing, Moves moves, List<String> columnIds, TableHead.Sorting sorting, Bulk bulk) {
        this.showing = showing;
        this.moves = moves;
        this.columns = Column.of(showing, columnIds);
        this.bulk = bulk;
        this.fields = columnIds.stream().filter(id -> showing.type().field(id).isPresent()).toList();
        this.head = new TableHead(columns, showing, sorting, this::selectAll);
        this.bar = new SelectionBar(showing, this);
        this.more = Elements.test(Elements.button("plain", "", showing.text("more"), this::more), "load-more");
        NativeTable table = new NativeTable(head.content(), body);
        table.addClassName("list");
        table.setClassName("crowded", columns.size() > ROOMY);
        table.getElement().setAttribute("aria-label", showing.tab().text(showing.type().many()));
        Div wrap = Elements.div("table-wrap", table, Elements.div("more", more));
        content = Elements.div("list-view", wrap, bar.content());
        wrap.getElement().executeJs("kontorLists.list(this)");
    }

    @Override
    public Component content() {
        return content;
    }

    @Override
    public Count open(Lens wanted) {
        lens = wanted;
        head.show(lens.order());
        Slice slice = find(lens.query(showing.type(), viewer(), PAGE));
        show(slice.documents(), slice.next(), false);
        content.getElement().executeJs("this.firstElementChild.scrollTop = 0");
        return count();
    }

    @Override
    public Count catchUp(Set<DocumentRef> changed) {
        int again = Math.clamp(shown.size(), PAGE, Query.MOST);
        Slice slice = find(lens.query(showing.type(), viewer(), again));
        List<Document> now = new ArrayList<>(slice.documents());
        if (shown.size() > Query.MOST && slice.next().isPresent()) {
            now.addAll(beyond(now, changed));
            show(now, next, true);
        } else {
            show(now, slice.next(), true);
        }
        return count();
    }

    @Override
    public void move(Stage to) {
        if (everything || ticked.all().size() > FEW) {
            bulk.move(chosenForBatch(), to);
            clear();
            return;
        }
        List<Document> chosen = chosen();
        clear();
        moves.move(chosen, to);
    }

    @Override
    public void delete() {
        if (everything || ticked.all().size() > FEW) {
            bulk.delete(chosenForBatch());
            clear();
            return;
        }
        List<Document> chosen = chosen();
        clear();
        moves.delete(chosen);
    }

    @Override
    public void change() {
        bulk.change(chosenForBatch(), everything ? Optional.empty() : Optional.of(ticked.all().size()), this::clear);
    }

    /// Rows that are not shown are left out: as many as are on the page can be moved, and seen to arrive.
    @Override
    public void cross() {
        List<Document> chosen = chosen();
        moves.cross(chosen);
    }

    @Override
    public void everything() {
        everything = true;
        selectionChanged();
    }

    private Batches.Choice chosenForBatch() {
        return everything ? new Batches.Choice.Passing(lens.filter(showing.type(), viewer())) : new Batches.Choice.Chosen(ticked.all().stream().map(DocumentRef::id).sorted().toList());
    }

    @Override
    public void clear() {
        everything = false;
        selectAll(false);
    }

    /// The rows behind the first ones: as they were, changed ones as they are now.
    private List<Document> beyond(List<Document> first, Set<DocumentRef> changed) {
        Set<DocumentRef> known = first.stream().map(Document::ref).collect(Collectors.toSet());
        List<Document> tail = shown.subList(Query.MOST, shown.size()).stream().filter(document -> !known.contains(document.ref())).toList();
        List<Object> ids = tail.stream().map(Document::ref).filter(changed::contains).limit(Query.MOST).<Object>map(DocumentRef::id).toList();
        if (ids.isEmpty()) {
            return tail;
        }
        Map<DocumentRef, Document> now = find(lens.query(showing.type(), viewer(), Query.MOST).where(new Filter.In("id", ids))).documents().stream()
                .collect(Collectors.toMap(Document::ref, document -> document));
        return tail.stream().filter(document -> !changed.contains(document.ref()) || now.containsKey(document.ref()))
                .map(document -> now.getOrDefault(document.ref(), document)).toList();
    }

    private void more() {
        next.ifPresent(cursor -> {
            Slice slice = find(lens.query(showing.type(), viewer(), PAGE).from(cursor));
            List<Document> added = slice.documents().stream().filter(document -> !rows.has(document.ref())).toList();
            rows.append(added);
            List<Document> all = new ArrayList<>(shown);
            all.addAll(added);
            remember(all, slice.next());
        });
    }

    private void show(List<Document> documents, Optional<String> cursor, boolean fresh) {
        rows.show(documents, fresh);
        remember(documents, cursor);
        Set<DocumentRef> refs = documents.stream().map(Document::ref).collect(Collectors.toSet());
        ticks.keySet().retainAll(refs);
        ticked.keep(refs);
    }

    private void remember(List<Document> documents, Optional<String> cursor) {
        shown = List.copyOf(documents);
        next = cursor;
        more.setVisible(cursor.isPresent());
    }

    private Row row(Document document) {
        Tick tick = new Tick(document, ticked, showing);
        ticks.put(document.ref(), tick);
        return new Row(columns, tick);
    }

    private void selectAll(boolean on) {
        ticks.forEach((ref, tick) -> {
            tick.set(on);
            ticked.set(ref, on);
        });
    }

    private void selectionChanged() {
        int selected = ticked.all().size();
        everything &= selected > 0 && selected == shown.size();
        bar.show(selected, everything, selected == shown.size() && next.isPresent());
        head.selected(selected > 0 && selected == shown.size());
        content.getElement().getClassList().set("selecting", selected > 0);
    }

    private List<Document> chosen() {
        Set<DocumentRef> refs = ticked.all();
        return shown.stream().filter(document -> refs.contains(document.ref())).toList();
    }

    private Slice find(Query query) {
        Slice slice = showing.portal().documents.find(query.only(fields), showing.tab().actor());
        showing.links().prepare(slice.documents());
        return slice;
    }

    /// What is known at once: exact when all are shown, else so many at least.
    private Count count() {
        return new Count(shown.size(), next.isEmpty());
    }

    private PersonId viewer() {
        return showing.tab().person().id();
    }
}
