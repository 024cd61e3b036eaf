package org.kontor.ui.shell.internal.card;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.dom.Element;
import java.util.List;
import java.util.Optional;
import org.kontor.api.documents.HistoryEntry;
import org.kontor.api.documents.Stage;
import org.kontor.api.documents.StageMove;
import org.kontor.api.labels.Label;
import org.kontor.ui.shell.internal.parts.Elements;

/// The history of the document, newest first, a page at a time; what happens while it is open is put on top.
final class Timeline {
    private static final int PAGE = 30;

    private final OpenDocument open;
    private final ActorWords actors;
    private final UnorderedList list = new UnorderedList();
    private final NativeButton more;
    private final Div content = new Div();
    private long newest;
    private long oldest = Long.MAX_VALUE;

    Timeline(OpenDocument open) {
        this.open = open;
        this.actors = new ActorWords(open.tab(), open.portal());
        list.addClassName("timeline");
        more = Elements.test(Elements.button("", "", text("card.earlier"), this::earlier), "earlier");
        content.add(list, Elements.div("more", more));
        earlier();
    }

    Component content() {
        return content;
    }

    /// Adds what happened since.
    void update() {
        List<HistoryEntry> latest = open.portal().documents.history(open.ref(), Long.MAX_VALUE, PAGE, open.tab().actor());
        if (!latest.isEmpty() && latest.stream().noneMatch(entry -> entry.occurrence().position() <= newest)) {
            restart();
            return;
        }
        latest.reversed().stream().filter(entry -> entry.occurrence().position() > newest).forEach(entry -> {
            list.addComponentAsFirst(line(entry));
            newest = entry.occurrence().position();
        });
    }

    private void restart() {
        list.removeAll();
        newest = 0;
        oldest = Long.MAX_VALUE;
        earlier();
    }

    private void earlier() {
        List<HistoryEntry> page = open.portal().documents.history(open.ref(), oldest, PAGE, open.tab().actor());
        for (HistoryEntry entry : page) {
            list.add(line(entry));
            newest = Math.max(newest, entry.occurrence().position());
            oldest = entry.occurrence().position();
        }
        more.setVisible(page.size() == PAGE);
    }

    private ListItem line(HistoryEntry entry) {
        String who = actors.name(entry.occurrence());
        String icon = actors.icon(entry.occurrence());
        Component mark = icon.isEmpty() ? Elements.avatar(who) : Elements.div("mark", Elements.icon(icon));
        Div head = Elements.div("entry-head", Elements.text("strong", who), Elements.text("quiet small", "·"), Moments.spoken(entry.occurrence().moment(), open.tab(), open.portal()));
        Div body = Elements.div("grow", head);
        what(entry, body);
        return Elements.test(new ListItem(Elements.div("entry-mark", mark), body), "entry");
    }

    private void what(HistoryEntry entry, Div body) {
        switch (entry.act()) {
            case CREATED -> created(entry, body);
            case DELETED -> body.add(Elements.div("diff", Elements.text("", text("card.entry.deleted"))));
            case RESTORED -> body.add(Elements.div("diff", Elements.text("", text("card.entry.restored"))));
            case VIEWED -> body.add(Elements.div("diff", Elements.text("", text("card.entry.viewed"))));
            case CHANGED -> {
                entry.stage().ifPresent(move -> body.add(stage(move)));
                entry.fields().forEach(diff -> body.add(diff(diff)));
            }
        }
    }

    private void created(HistoryEntry entry, Div body) {
        Div made = Elements.div("diff moved", Elements.text("", text("card.entry.created")));
        entry.stage().ifPresent(move -> made.add(stageName(move.to())));
        body.add(made);
        if (!entry.fields().isEmpty()) {
            NativeDetails details = new NativeDetails(open.tab().text(Label.of("card.entry.values", entry.fields().size())));
            details.addClassName("first-values");
            Div values = new Div();
            entry.fields().forEach(diff -> values.add(diff(diff)));
            details.setContent(values);
            body.add(details);
        }
    }

    private Div stage(StageMove move) {
        Div line = Elements.div("diff moved", Elements.text("label", text("card.stage")));
        move.from().ifPresent(from -> line.add(stageName(from), Elements.icon("arrow-right"), Elements.text("out-of-sight", "→")));
        line.add(stageName(move.to()));
        return line;
    }

    private Span stageName(String id) {
        Optional<Stage> stage = open.type().stage(id);
        Span name = Elements.text("stage-name", "");
        stage.ifPresent(known -> name.add(Elements.dot(known)));
        name.add(Elements.text("", stage.map(Stage::name).map(open.tab()::text).orElse(id)));
        return name;
    }

    private Div diff(HistoryEntry.FieldDiff diff) {
        Div line = Elements.div("diff", Elements.text("label", open.tab().text(open.type().nameOf(diff.field()))));
        diff.before().ifPresent(before -> {
            line.getElement().appendChild(new Element("del").setText(shortened(open.shown(diff.field(), before))));
            line.add(Elements.icon("arrow-right"));
        });
        line.add(Elements.text("after", diff.after().map(after -> shortened(open.shown(diff.field(), after))).orElseGet(() -> text("card.no-value"))));
        return line;
    }

    private static String shortened(String text) {
        return text.length() <= 300 ? text : text.substring(0, text.offsetByCodePoints(0, 250)) + " …";
    }

    private String text(String key) {
        return open.tab().text(Label.of(key));
    }
}
