package org.kontor.ui.shell.internal.card;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kontor.api.access.Operation;
import org.kontor.api.documents.Draft;
import org.kontor.api.documents.Field;
import org.kontor.api.documents.HistoryEntry;
import org.kontor.api.documents.HistoryEntry.Act;
import org.kontor.api.labels.Label;
import org.kontor.ui.shell.internal.parts.Control;
import org.kontor.ui.shell.internal.parts.Elements;

/// The log of the document (TL-4, TL-5, TL-8, Q3): who did what when and how, whole or filtered; a former value can be brought back, an act taken back, the card looked at as it was.
final class HistoryTab {
    private static final Set<Act> UNDOABLE = EnumSet.of(Act.CHANGED, Act.DELETED, Act.RESTORED, Act.MERGED);

    private enum Show {
        ALL,
        WITHOUT_CUSTOM,
        CHANGES,
        STAGES,
        VIEWS
    }

    private final OpenDocument open;
    private final Div place = new Div();
    private final Div content;
    private Show show = Show.ALL;
    private EntryPages pages;

    HistoryTab(OpenDocument open) {
        this.open = open;
        this.pages = pages();
        place.add(pages.content());
        content = Elements.test(Elements.div("history", Elements.div("history-bar", filter(), asOf()), place), "history");
    }

    Component content() {
        return content;
    }

    void update() {
        pages.update();
    }

    private EntryPages pages() {
        return new EntryPages(open, this::wanted, new EntryLine(open, this::wanted, this::acts, this::fieldActs));
    }

    private boolean wanted(Field<?> field) {
        return show != Show.STAGES && (show != Show.WITHOUT_CUSTOM || !field.custom());
    }

    private boolean wanted(HistoryEntry entry) {
        return switch (show) {
            case ALL -> true;
            case WITHOUT_CUSTOM -> entry.act() != Act.CHANGED || entry.stage().isPresent() || entry.fields().stream().anyMatch(diff -> !diff.field().custom());
            case CHANGES -> entry.act() == Act.CHANGED && !entry.fields().isEmpty();
            case STAGES -> entry.stage().isPresent();
            case VIEWS -> entry.act() == Act.VIEWED;
        };
    }

    private Component filter() {
        Map<String, String> options = new LinkedHashMap<>();
        for (Show each : Show.values()) {
            options.put(each.name(), text("card.history.show." + each));
        }
        Control choice = Control.choice(options, show.name(), false).with("aria-label", text("card.history.show")).with("data-test", "history-filter");
        choice.whenSettled((chosen, _) -> {
            show = Show.valueOf(chosen);
            pages = pages();
            place.removeAll();
            place.add(pages.content());
        });
        return choice;
    }

    private Component asOf() {
        Control moment = Control.line("datetime-local", "").with("aria-label", text("card.as-of.moment")).with("data-test", "as-of-moment").with("step", "1");
        NativeButton button = Elements.test(Elements.button("", "history", text("card.as-of.show"), () -> {}), "as-of");
        button.getElement().addEventListener("click", event -> look(event.getEventData().get("element.previousElementSibling.value").asString())).addEventData("element.previousElementSibling.value");
        return Elements.div("row as-of", moment, button);
    }

    private void look(String local) {
        try {
            new FormerCard(open, LocalDateTime.parse(local).atZone(open.tab().habits().zone()).toInstant()).open();
        } catch (DateTimeParseException e) {
            open.tab().tell(Label.of("card.as-of.which"));
        }
    }

    private List<Component> acts(HistoryEntry entry) {
        List<Component> buttons = new ArrayList<>();
        Instant then = entry.occurrence().moment();
        buttons.add(Elements.test(Elements.iconButton("history", text("card.as-of.then"), () -> new FormerCard(open, then).open()), "then"));
        if (UNDOABLE.contains(entry.act()) && open.may(Operation.CHANGE)) {
            buttons.add(Elements.test(Elements.iconButton("undo-2", text("card.history.undo"), () -> undo(entry)), "undo-entry"));
        }
        return buttons;
    }

    private void undo(HistoryEntry entry) {
        if (entry.act() == Act.MERGED) {
            new TakenBack(open).merge(entry.others());
            return;
        }
        long version = open.document().version();
        open.undo(entry.occurrence().position(), () -> {});
        if (open.present() && open.document().version() > version) {
            open.tab().tell(Label.of("card.history.undone"));
        }
    }

    private List<Component> fieldActs(HistoryEntry.FieldDiff diff) {
        if (diff.field().readOnly() || !open.may(Operation.CHANGE)) {
            return List.of();
        }
        String name = open.tab().text(open.type().nameOf(diff.field()));
        String value = diff.before().map(before -> open.shown(diff.field(), before)).orElseGet(() -> text("card.no-value"));
        NativeButton back = Elements.iconButton("rotate-ccw", open.tab().text(Label.of("card.history.restore", name, value)), () -> restore(diff));
        back.addClassName("small-act");
        return List.of(Elements.test(back, "restore-" + diff.field().id()));
    }

    private void restore(HistoryEntry.FieldDiff diff) {
        var before = open.document();
        open.change(diff.back().on(before.version()), reason -> open.tab().tell(Label.verbatim(reason)), () -> {});
        if (open.present() && open.document().version() > before.version()) {
            open.tab().tell(Label.of("card.history.restored", open.type().nameOf(diff.field())), Label.of("card.undo"), () -> {
                open.reload();
                if (open.present()) {
                    var values = new HistoryEntry.FieldDiff(diff.field(), before.values().any(diff.field()), diff.before()).back();
                    open.change(new Draft(values.values(), values.stage(), java.util.Optional.of(open.document().version())), reason -> open.tab().tell(Label.verbatim(reason)), () -> {});
                }
            });
        }
    }

    private String text(String key) {
        return open.tab().text(Label.of(key));
    }
}
