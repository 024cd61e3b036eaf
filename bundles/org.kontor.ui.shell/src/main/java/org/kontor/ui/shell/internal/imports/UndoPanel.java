package org.kontor.ui.shell.internal.imports;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.kontor.api.documents.Batches;
import org.kontor.api.documents.Imports;
import org.kontor.api.labels.Label;
import org.kontor.ui.shell.internal.parts.Elements;
import org.kontor.ui.shell.internal.settings.SheetTable;
import org.kontor.ui.shell.internal.tab.PageTab;
import org.kontor.ui.shell.internal.tab.Portal;

/// Takes a whole import back, what it changed too, and follows that: how far it is, and which documents were left as they are because somebody changed them since.
final class UndoPanel {
    private static final int LEFT_SHOWN = 50;

    private final PageTab tab;
    private final Portal portal;
    private final Runnable begun;
    private final Div content = Elements.test(Elements.div("stack"), "import-undo");
    private Optional<Long> importId = Optional.empty();
    private Optional<Batches.Progress> shown = Optional.empty();

    /// `begun` is called when it begins to take an import back.
    UndoPanel(PageTab tab, Portal portal, Runnable begun) {
        this.tab = tab;
        this.portal = portal;
        this.begun = begun;
        content.getElement().setAttribute("aria-live", "polite");
    }

    Component of(Imports.Progress progress) {
        importId = Optional.of(progress.id());
        shown = Optional.empty();
        content.removeAll();
        Optional<Batches.Progress> undo = undoOf(portal.batches.latest(tab.actor()), progress.id());
        undo.ifPresentOrElse(this::show, () -> content.add(button()));
        return content;
    }

    /// The batch that takes an import back, if it is among the latest.
    static Optional<Batches.Progress> undoOf(List<Batches.Progress> latest, long importId) {
        return latest.stream().filter(each -> each.undoes().equals(Optional.of(new Batches.Undone.Import(importId)))).findFirst();
    }

    private Component button() {
        return Elements.div("row wrap", Elements.test(Elements.button("", "undo-2", text("import.undo"), this::begin), "undo-import"), Elements.text("quiet small", text("import.undo.hint")));
    }

    private void begin() {
        switch (portal.batches.undo(new Batches.Undone.Import(importId.orElseThrow()), tab.actor())) {
            case Batches.Start.Refused(Label reason) -> content.add(Elements.note("bad", "circle-alert", tab.text(reason)));
            case Batches.Start.Started(Batches.Progress progress) -> {
                show(progress);
                begun.run();
            }
        }
    }

    /// Whether it is still on its way.
    boolean running() {
        return shown.filter(each -> each.state() == Batches.State.RUNNING).isPresent();
    }

    /// Reads anew how far it is.
    void update() {
        shown.filter(_ -> running()).flatMap(each -> portal.batches.find(each.id(), tab.actor())).ifPresent(this::show);
    }

    private void show(Batches.Progress progress) {
        shown = Optional.of(progress);
        content.removeAll();
        boolean over = progress.state() == Batches.State.DONE || progress.state() == Batches.State.CANCELLED;
        if (!over) {
            content.add(Elements.text("strong", text("import.undo.running")), new Meter(text("import.undo.running")).content(progress.done() + progress.left(), progress.total()));
        }
        progress.problem().ifPresent(problem -> content.add(Elements.note("warn", "triangle-alert", tab.text(problem))));
        if (over) {
            content.add(Elements.test(Elements.note(progress.left() > 0 ? "warn" : "good", "undo-2", tab.text(Label.of("import.undo.done", progress.done(), progress.left()))), "import-undone"));
        }
        if (over && progress.left() > 0) {
            content.add(left(progress));
        }
    }

    private Component left(Batches.Progress progress) {
        SheetTable table = new SheetTable(text("import.undo.left"), List.of(text("import.undo.document"), text("import.reasons")));
        for (Batches.Left each : portal.batches.left(progress.id(), 0, LEFT_SHOWN, tab.actor())) {
            String reasons = each.reasons().stream().map(reason -> tab.text(reason.reason())).collect(Collectors.joining(" "));
            table.row(Elements.link(each.ref().toString(), Elements.text("", each.ref().toString())), Elements.text("", reasons));
        }
        return table.content();
    }

    private String text(String key) {
        return tab.text(Label.of(key));
    }
}
