package org.kontor.ui.shell.internal.batch;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kontor.api.documents.Batches.Progress;
import org.kontor.api.documents.Field;
import org.kontor.api.documents.Kind;
import org.kontor.api.labels.Label;
import org.kontor.api.people.Person;
import org.kontor.ui.shell.internal.parts.Elements;
import org.kontor.ui.shell.internal.tab.PageTab;
import org.kontor.ui.shell.internal.tab.Portal;

/// The latest batches with their results: the viewer's own, all of them for administrators.
public final class BatchesPage {
    private static final Field<Instant> MOMENT = Field.of("moment", new Kind.Moment());

    private final PageTab tab;
    private final Portal portal;
    private final Div list = Elements.test(Elements.div("stack batches"), "batches");
    private final Div page;
    private final Map<Long, BatchLine> lines = new LinkedHashMap<>();
    private final Again again;

    public BatchesPage(PageTab tab, Portal portal) {
        this.tab = tab;
        this.portal = portal;
        this.again = new Again(tab, this::look);
        Paragraph hint = new Paragraph(tab.text(Label.of("batch.hint")));
        hint.addClassName("quiet");
        page = Elements.div("page", Elements.div("settings-head", new H1(tab.text(Label.of("batch.page"))), hint), list);
        if (look()) {
            again.start();
        }
        tab.atLeave(again::stop);
    }

    public Component content() {
        return page;
    }

    private boolean look() {
        List<Progress> latest = portal.batches.latest(tab.actor());
        if (latest.isEmpty()) {
            list.removeAll();
            list.add(Elements.empty("layers", tab.text(Label.of("batch.none")), tab.text(Label.of("batch.none.hint"))));
            return false;
        }
        boolean fresh = latest.stream().anyMatch(batch -> !lines.containsKey(batch.id()));
        latest.forEach(batch -> lines.computeIfAbsent(batch.id(), _ -> new BatchLine(tab, portal, this::steered)).show(batch));
        if (fresh) {
            list.removeAll();
            latest.forEach(batch -> list.add(panel(batch)));
        }
        return latest.stream().anyMatch(batch -> batch.ended().isEmpty());
    }

    private Component panel(Progress batch) {
        String who = batch.actor().person().flatMap(portal.people::find).map(Person::name).orElse("");
        String when = portal.notation.show(MOMENT, batch.started(), tab.habits());
        return Elements.div("panel", lines.get(batch.id()).content(), Elements.text("quiet small", who.isEmpty() ? when : who + " · " + when));
    }

    private void steered() {
        look();
        again.start();
    }
}
