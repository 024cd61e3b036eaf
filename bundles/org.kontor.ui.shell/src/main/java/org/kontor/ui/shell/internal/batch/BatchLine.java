package org.kontor.ui.shell.internal.batch;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.Optional;
import org.kontor.api.documents.Batches.Progress;
import org.kontor.api.documents.Batches.Start;
import org.kontor.api.documents.Batches.State;
import org.kontor.api.documents.Batches.Undone;
import org.kontor.api.labels.Label;
import org.kontor.ui.shell.internal.parts.Elements;
import org.kontor.ui.shell.internal.tab.PageTab;
import org.kontor.ui.shell.internal.tab.Portal;

/// One batch: what it does, how far it is, and what can be done about it.
final class BatchLine {
    private final PageTab tab;
    private final Portal portal;
    private final Runnable changed;
    private final BatchWords words;
    private final Span title = Elements.text("strong", "");
    private final Span state = Elements.test(Elements.text("chip", ""), "batch-state");
    private final Span figures = Elements.test(Elements.text("quiet small", ""), "batch-figures");
    private final Span problem = Elements.text("small batch-problem", "");
    private final Div bar = new Div();
    private final Div meter = Elements.div("meter", bar);
    private final Div acts = Elements.div("row wrap batch-acts");
    private final Div content;
    private Optional<Progress> shown = Optional.empty();

    /// `changed` runs after the viewer steered a batch.
    BatchLine(PageTab tab, Portal portal, Runnable changed) {
        this.tab = tab;
        this.portal = portal;
        this.changed = changed;
        this.words = new BatchWords(tab, portal);
        meter.getElement().setAttribute("role", "progressbar").setAttribute("aria-valuemin", "0").setAttribute("aria-valuemax", "100");
        content = Elements.test(Elements.div("batch-line", Elements.div("row wrap", title, state, figures, Elements.div("grow"), acts), meter, problem), "batch");
    }

    Component content() {
        return content;
    }

    Optional<Progress> shown() {
        return shown;
    }

    void show(Progress batch) {
        if (shown.filter(batch::equals).isPresent()) {
            return;
        }
        boolean buttons = shown.filter(before -> before.state() == batch.state() && before.undoneBy().equals(batch.undoneBy()) && (before.left() == 0) == (batch.left() == 0)).isEmpty();
        shown = Optional.of(batch);
        title.setText(words.title(batch));
        state.setText(words.state(batch));
        figures.setText(words.figures(batch));
        problem.setText(batch.problem().map(tab::text).orElse(""));
        meter.setVisible(batch.ended().isEmpty());
        long percent = batch.total() == 0 ? 0 : Math.min(100, (batch.done() + batch.left()) * 100 / batch.total());
        bar.setWidth(percent + "%");
        meter.getElement().setAttribute("aria-label", words.title(batch)).setAttribute("aria-valuenow", Long.toString(percent));
        content.getElement().setAttribute("data-state", batch.state().name());
        if (buttons) {
            drawActs(batch);
        }
    }

    private void drawActs(Progress batch) {
        acts.removeAll();
        switch (batch.state()) {
            case RUNNING -> acts.add(button("pause", "batch.pause", "batch-pause", () -> portal.batches.pause(batch.id(), tab.actor())), cancel(batch));
            case PAUSED -> acts.add(button("play", "batch.resume", "batch-resume", () -> portal.batches.resume(batch.id(), tab.actor())), cancel(batch));
            case DONE, CANCELLED -> {
                if (batch.undoneBy().isEmpty()) {
                    acts.add(button("undo-2", batch.undoes().isPresent() ? "batch.redo" : "batch.undo", "batch-undo", () -> undo(batch)));
                }
            }
        }
        if (batch.left() > 0) {
            acts.add(button("list", "batch.report", "batch-report", () -> new BatchReport(tab, portal, batch).open()));
        }
    }

    private Component cancel(Progress batch) {
        return button("x", "batch.cancel", "batch-cancel", () -> portal.batches.cancel(batch.id(), tab.actor()));
    }

    private void undo(Progress batch) {
        switch (portal.batches.undo(new Undone.Batch(batch.id()), tab.actor())) {
            case Start.Started _ -> {}
            case Start.Refused(Label reason) -> tab.tell(reason);
        }
    }

    private Component button(String icon, String name, String test, Runnable act) {
        return Elements.test(Elements.button("", icon, tab.text(Label.of(name)), () -> {
            act.run();
            changed.run();
        }), test);
    }

    boolean over() {
        return shown.filter(batch -> batch.state() == State.DONE || batch.state() == State.CANCELLED).isPresent();
    }
}
