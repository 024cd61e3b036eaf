package org.kontor.ui.shell.internal.card;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.kontor.api.documents.Field;
import org.kontor.api.documents.HistoryEntry;
import org.kontor.api.documents.Stage;
import org.kontor.api.documents.StageMove;
import org.kontor.api.labels.Label;
import org.kontor.ui.shell.internal.parts.Elements;

/// One line of a document's history: who, when, on whose account, and what it was before.
final class EntryLine {
    private final OpenDocument open;
    private final ActorWords actors;
    private final Predicate<Field<?>> shown;
    private final Function<HistoryEntry, List<Component>> acts;
    private final Function<HistoryEntry.FieldDiff, List<Component>> fieldActs;

    /// Only diffs of fields that are `shown` appear; `acts` are put beside the line, `fieldActs` beside each value.
    EntryLine(OpenDocument open, Predicate<Field<?>> shown, Function<HistoryEntry, List<Component>> acts, Function<HistoryEntry.FieldDiff, List<Component>> fieldActs) {
        this.open = open;
        this.actors = new ActorWords(open.tab(), open.portal());
        this.shown = shown;
        this.acts = acts;
        this.fieldActs = fieldActs;
    }

    ListItem of(HistoryEntry entry) {
        String who = actors.name(entry.occurrence());
        String icon = actors.icon(entry.occurrence());
        Component mark = icon.isEmpty() ? Elements.avatar(who) : Elements.div("mark", Elements.icon(icon));
        Div head = Elements.div("entry-head", Elements.text("strong", who), Elements.text("quiet small", "·"), Moments.spoken(entry.occurrence().moment(), open.tab(), open.portal()));
        List<Component> buttons = acts.apply(entry);
        if (!buttons.isEmpty()) {
            head.add(Elements.div("entry-acts", buttons.toArray(Component[]::new)));
        }
        Div body = Elements.div("grow", head);
        what(entry, body);
        ListItem line = new ListItem(Elements.div("entry-mark", mark), body);
        line.getElement().setAttribute("data-position", Long.toString(entry.occurrence().position()));
        return Elements.test(line, "entry");
    }

    private void what(HistoryEntry entry, Div body) {
        switch (entry.act()) {
            case CREATED -> created(entry, body);
            case DELETED, RESTORED, VIEWED, PINNED, UNPINNED -> body.add(Elements.div("diff", Elements.text("", text("card.entry." + entry.act()))));
            case MERGED, UNMERGED -> {
                Div line = Elements.div("diff", Elements.text("", text("card.entry." + entry.act())));
                entry.others().forEach(other -> line.add(Elements.text("strong", open.titleOf(other))));
                body.add(line);
            }
            case CHANGED -> {
                entry.stage().ifPresent(move -> body.add(stage(move)));
                entry.fields().stream().filter(diff -> shown.test(diff.field())).forEach(diff -> body.add(diff(diff)));
            }
        }
    }

    private void created(HistoryEntry entry, Div body) {
        Div made = Elements.div("diff moved", Elements.text("", text("card.entry.CREATED")));
        entry.stage().ifPresent(move -> made.add(stageName(move.to())));
        body.add(made);
        List<HistoryEntry.FieldDiff> diffs = entry.fields().stream().filter(diff -> shown.test(diff.field())).toList();
        if (!diffs.isEmpty()) {
            NativeDetails details = new NativeDetails(open.tab().text(Label.of("card.entry.values", diffs.size())));
            details.addClassName("first-values");
            Div values = new Div();
            diffs.forEach(diff -> values.add(diff(diff)));
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
        fieldActs.apply(diff).forEach(line::add);
        line.getElement().setAttribute("data-field", diff.field().id());
        return line;
    }

    private static String shortened(String text) {
        return text.length() <= 300 ? text : text.substring(0, text.offsetByCodePoints(0, 250)) + " …";
    }

    private String text(String key) {
        return open.tab().text(Label.of(key));
    }
}
