package org.kontor.ui.shell.internal.list;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.kontor.api.access.Operation;
import org.kontor.api.access.Reach;
import org.kontor.api.documents.Count;
import org.kontor.api.documents.DocumentRef;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.people.Person;
import org.kontor.ui.shell.internal.parts.Elements;
import org.kontor.ui.shell.internal.tab.Contributions;
import org.kontor.ui.shell.internal.tab.PageTab;
import org.kontor.ui.shell.internal.tab.Portal;

/// The page of a document type: its documents as a list or a board, drawn from the type alone and kept current.
public final class TypePage implements FilterBar.Acts {
    private final Showing showing;
    private final Contributions contributions;
    private final Person viewer;
    private final Moves moves;
    private final Pace pace;
    private final Set<DocumentRef> changed = new HashSet<>();
    private final Div body = Elements.div("view");
    private final Div page = Elements.div("page wide type-page");
    private final FilterBar filters;
    private final TypeHead head;
    private Lens lens;
    private DocumentsView view;

    public TypePage(PageTab tab, Portal portal, Contributions contributions, DocumentType type, Map<String, String> query) {
        this.contributions = contributions;
        showing = new Showing(tab, portal, type);
        viewer = tab.person();
        lens = Lens.of(query, type);
        tab.ui().getPage().addJavaScript("/kontor/lists.js");
        moves = new Moves(showing, this::catchUp);
        filters = new FilterBar(showing, this);
        head = new TypeHead(showing, this::look, this::create);
        view = fresh();
        pace = new Pace(tab, this::catchUp);
        if (readable()) {
            page.add(head.content(), filters.content(), body);
            draw();
            tab.live(this::changed);
            tab.atLeave(pace::stop);
        } else {
            page.add(Elements.empty("shield", showing.text("denied.title"), showing.text("denied.hint", tab.text(type.many()))));
        }
    }

    public Component content() {
        return page;
    }

    /// Whether it is still right for a type and a viewer: then it need not be drawn anew when bundles come and go.
    public boolean fits(DocumentType type, Person person) {
        return showing.type().equals(type) && viewer.equals(person) && readable();
    }

    @Override
    public void words(String words) {
        show(lens.saying(words.strip()), false);
    }

    @Override
    public void mine() {
        show(lens.mine(!lens.mine()), true);
    }

    @Override
    public void stage(String id) {
        show(lens.toggled(id, showing.type()), true);
    }

    private void look(Lens.View other) {
        if (other != lens.view()) {
            lens = lens.as(other);
            view = fresh();
            show(lens, true);
        }
    }

    private void show(Lens wanted, boolean step) {
        lens = wanted;
        showing.tab().keep(lens.address(), step);
        draw();
    }

    private void draw() {
        filters.show(lens);
        settle(view.open(lens));
    }

    private void changed(Set<DocumentRef> refs) {
        refs.stream().filter(ref -> ref.type().equals(showing.type().id())).forEach(changed::add);
        if (!changed.isEmpty()) {
            pace.beat();
        }
    }

    private void catchUp() {
        Set<DocumentRef> seen = Set.copyOf(changed);
        changed.clear();
        settle(view.catchUp(seen));
    }

    private void settle(Count total) {
        head.show(lens, total);
        Component wanted = total.value() > 0 ? view.content() : nothing();
        if (!wanted.getParent().equals(Optional.of(body))) {
            body.removeAll();
            body.add(wanted);
        }
    }

    private Component nothing() {
        return new NothingYet(showing, head, this::create, () -> show(lens.unfiltered(), true)).content(lens.filters());
    }

    private void create() {
        new CreateDialog(showing, contributions, this::catchUp).open();
    }

    private DocumentsView fresh() {
        return switch (lens.view()) {
            case LIST -> new DocumentTable(showing, moves, (by, downFirst) -> show(lens.sorted(by, downFirst), true));
            case BOARD -> new StageBoard(showing, moves);
        };
    }

    private boolean readable() {
        return showing.portal().access.reach(showing.tab().actor(), showing.type().id(), Operation.READ) != Reach.NONE;
    }
}
