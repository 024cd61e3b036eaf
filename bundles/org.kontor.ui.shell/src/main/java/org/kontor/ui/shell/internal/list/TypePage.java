package org.kontor.ui.shell.internal.list;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.kontor.api.access.Operation;
import org.kontor.api.access.Reach;
import org.kontor.api.documents.Amendment;
import org.kontor.api.documents.Count;
import org.kontor.api.documents.DocumentRef;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.Grouping;
import org.kontor.api.documents.Layouts;
import org.kontor.api.documents.Pipeline;
import org.kontor.api.documents.Query;
import org.kontor.api.people.Person;
import org.kontor.ui.shell.internal.batch.BatchStrip;
import org.kontor.ui.shell.internal.lists.SectionChoice;
import org.kontor.ui.shell.internal.parts.Elements;
import org.kontor.ui.shell.internal.pipelines.FirstChooseWay;
import org.kontor.ui.shell.internal.pipelines.WayChoice;
import org.kontor.ui.shell.internal.pipelines.WayMenu;
import org.kontor.ui.shell.internal.tab.Contributions;
import org.kontor.ui.shell.internal.tab.PageTab;
import org.kontor.ui.shell.internal.tab.Portal;

/// The page of a document type: its documents as a list or a board, drawn from the type alone and kept current.
public final class TypePage implements FilterBar.Acts, LookDialog.Acts {
    private final WayChoice ways;
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
    private final SavedLooks looks;
    private final SavedMenu saved;
    private final ConditionBar conditions;
    private final BatchStrip batches;
    private final Counting counting;
    private final SectionChoice sections;
    private Layouts.ListLook look;
    private Lens lens;
    private DocumentsView view;

    public TypePage(PageTab tab, Portal portal, Contributions contributions, DocumentType type, Map<String, String> query) {
        this.contributions = contributions;
        ways = new WayChoice(tab, portal, type, query);
        showing = new Showing(tab, portal, ways.narrowed());
        viewer = tab.person();
        looks = new SavedLooks(showing);
        look = portal.layouts.list(type.id(), tab.actor());
        lens = within(looks.lens(WayChoice.without(query)));
        tab.ui().getPage().addJavaScript("/kontor/lists.js");
        moves = new Moves(showing, contributions, this::catchUp);
        filters = new FilterBar(showing, this);
        head = new TypeHead(showing, this::look, this::create);
        head.pipelines(new WayMenu(ways, tab, portal, () -> looks.address(lens)));
        head.add(new ListMenu(showing, this::chooseLook, this::export));
        saved = new SavedMenu(showing, looks, this::follow);
        conditions = new ConditionBar(showing, filter -> refine(lens.refined().where(filter)));
        batches = new BatchStrip(tab, portal, type.id(), this::catchUp);
        counting = new Counting(showing);
        sections = new SectionChoice(tab, portal, type, filter -> refine(lens.refined().where(filter)));
        view = fresh();
        pace = new Pace(tab, this::catchUp);
        if (readable()) {
            filters.content().getElement().insertChild(0, saved.content().getElement());
            filters.content().getElement().insertChild(2, sections.content().getElement());
            filters.beforeStages(conditions.content());
            page.add(head.content(), filters.content(), batches.content(), body);
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
        return ways.whole().equals(type) && viewer.equals(person) && readable();
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

    private void refine(Refinement refined) {
        show(lens.refined(refined), true);
    }

    /// Another lens altogether, as a saved one.
    private void follow(Lens other) {
        lens = within(other);
        view = fresh();
        show(lens, true);
    }

    private void enter(GroupBy by, Grouping.Group group) {
        follow(lens.as(Lens.View.LIST).refined(lens.refined().where(conditions.with(new GroupWords(showing).condition(by, group.key())))));
    }

    private List<String> columns() {
        return ColumnIds.shown(lens.refined().columns().isEmpty() ? look.columns() : lens.refined().columns(), showing.type());
    }

    private void chooseLook() {
        new LookDialog(showing, new Layouts.ListLook(columns(), look.filters()), this).open();
    }

    private void export() {
        new ExportDialog(showing, lens.query(showing.type(), viewer.id(), Query.MOST), columns()).open();
    }

    /// Where the lens has columns of its own, as a saved filter, these are changed instead.
    @Override
    public void choose(Layouts.ListLook wanted) {
        boolean own = !lens.refined().columns().isEmpty();
        Layouts.ListLook kept = own ? new Layouts.ListLook(look.columns(), wanted.filters()) : wanted;
        Lens now = own ? lens.refined(lens.refined().showing(wanted.columns())) : lens;
        settled(showing.portal().layouts.choose(showing.type().id(), kept, showing.tab().actor()), now);
    }

    @Override
    public void chooseForAll(Layouts.ListLook wanted) {
        Amendment<Layouts.ListLook> done = showing.portal().layouts.chooseForAll(showing.type().id(), wanted, showing.tab().actor());
        settled(done instanceof Amendment.Done<?> ? showing.portal().layouts.forget(showing.type().id(), showing.tab().actor()) : done, lens);
    }

    @Override
    public void forget() {
        settled(showing.portal().layouts.forget(showing.type().id(), showing.tab().actor()), lens.refined(lens.refined().showing(List.of())));
    }

    private void settled(Amendment<Layouts.ListLook> amendment, Lens now) {
        switch (amendment) {
            case Amendment.Done<Layouts.ListLook>(Layouts.ListLook chosen) -> {
                look = chosen;
                follow(now);
            }
            case Amendment.Refused<Layouts.ListLook> refused -> showing.tab().tell(refused.reasons().getFirst().reason());
        }
    }

    private void show(Lens wanted, boolean step) {
        lens = within(wanted);
        showing.tab().keep(ways.address(looks.address(lens)), step);
        draw();
    }

    /// A lens on the pipeline that is looked at.
    private Lens within(Lens other) {
        return other.refined(other.refined().within(ways.stages()));
    }

    private void draw() {
        filters.show(lens);
        saved.show(lens);
        sections.show(lens.refined().conditions());
        conditions.show(lens, look.filters());
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
        counting.count(lens.filter(showing.type(), viewer.id()), total, count -> head.show(lens, count));
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
        if (ways.several() && ways.chosen().isEmpty()) {
            new FirstChooseWay(showing.tab(), ways.visible(), this::create).open(showing.tab());
        } else {
            new CreateDialog(showing, contributions, ways.chosen().map(Pipeline::id), this::catchUp).open();
        }
    }

    private void create(Pipeline way) {
        Showing there = new Showing(showing.tab(), showing.portal(), ways.only(way));
        new CreateDialog(there, contributions, Optional.of(way.id()), this::catchUp).open();
    }

    private DocumentsView fresh() {
        return switch (lens.view()) {
            case LIST -> new DocumentTable(showing, moves, columns(), (by, downFirst) -> show(lens.sorted(by, downFirst), true), new Bulk(showing, contributions, batches));
            case GROUPS -> new GroupTable(showing, by -> refine(lens.refined().grouped(by)), this::enter);
            case BOARD -> new StageBoard(showing, moves);
        };
    }

    private boolean readable() {
        return showing.portal().access.reach(showing.tab().actor(), showing.type().id(), Operation.READ) != Reach.NONE;
    }
}
