package org.kontor.ui.shell.internal.batch;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.kontor.api.documents.Batches.Progress;
import org.kontor.api.labels.Label;
import org.kontor.ui.shell.internal.parts.Elements;
import org.kontor.ui.shell.internal.tab.PageTab;
import org.kontor.ui.shell.internal.tab.Portal;

/// The viewer's batches over the documents of one type: those that go on, and those that ended while the page was open.
public final class BatchStrip {
    private final PageTab tab;
    private final Portal portal;
    private final String typeId;
    private final Runnable after;
    private final Div content = Elements.div("batch-strip");
    private final Map<Long, BatchLine> lines = new LinkedHashMap<>();
    private final Map<Long, Component> rows = new HashMap<>();
    private final Again again;

    /// `after` runs when a batch ended.
    public BatchStrip(PageTab tab, Portal portal, String typeId, Runnable after) {
        this.tab = tab;
        this.portal = portal;
        this.typeId = typeId;
        this.after = after;
        this.again = new Again(tab, this::look);
        content.setVisible(false);
        look();
        if (!lines.isEmpty()) {
            again.start();
        }
        tab.atLeave(again::stop);
    }

    public Component content() {
        return content;
    }

    /// Follows a batch that was just started.
    public void follow(Progress started) {
        show(started);
        again.start();
    }

    /// @return whether any goes on
    private boolean look() {
        boolean ended = false;
        for (Progress batch : portal.batches.latest(tab.actor())) {
            boolean known = lines.containsKey(batch.id());
            if (known && batch.undoneBy().isPresent()) {
                hide(batch.id());
                continue;
            }
            if (batch.typeId().equals(typeId) && (known || batch.ended().isEmpty() && batch.actor().equals(tab.actor()))) {
                boolean before = known && lines.get(batch.id()).over();
                show(batch);
                ended |= known && !before && lines.get(batch.id()).over();
            }
        }
        if (ended) {
            after.run();
        }
        return lines.values().stream().anyMatch(line -> !line.over());
    }

    private void show(Progress batch) {
        lines.computeIfAbsent(batch.id(), this::fresh).show(batch);
        content.setVisible(true);
    }

    private BatchLine fresh(long id) {
        BatchLine line = new BatchLine(tab, portal, () -> {
            look();
            again.start();
        });
        Div row = Elements.div("batch-row", line.content());
        row.add(Elements.iconButton("x", tab.text(Label.of("batch.hide")), () -> hide(id)));
        rows.put(id, row);
        content.add(row);
        return line;
    }

    private void hide(long id) {
        lines.remove(id);
        Optional.ofNullable(rows.remove(id)).ifPresent(content::remove);
        content.setVisible(!lines.isEmpty());
    }
}
