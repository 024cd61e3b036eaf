package org.kontor.ui.shell.internal.card;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.kontor.api.documents.HistoryEntry;
import org.kontor.api.labels.Label;
import org.kontor.ui.shell.internal.parts.Elements;

/// Lines of the history, newest first, a page at a time; what happens while they are open is put on top.
final class EntryPages {
    private static final int PAGE = 30;
    /// So many pages are read for one that shows something, when most lines are filtered out.
    private static final int MOST_READ = 10;

    private final OpenDocument open;
    private final Predicate<HistoryEntry> wanted;
    private final EntryLine lines;
    private final UnorderedList list = new UnorderedList();
    private final NativeButton more;
    private final Div nothing;
    private final Div content = new Div();
    private long newest;
    private long oldest = Long.MAX_VALUE;

    EntryPages(OpenDocument open, Predicate<HistoryEntry> wanted, EntryLine lines) {
        this.open = open;
        this.wanted = wanted;
        this.lines = lines;
        list.addClassName("timeline");
        more = Elements.test(Elements.button("", "", open.tab().text(Label.of("card.earlier")), this::earlier), "earlier");
        nothing = Elements.div("quiet small", Elements.text("", open.tab().text(Label.of("card.history.none"))));
        content.add(list, nothing, Elements.div("more", more));
        earlier();
    }

    Component content() {
        return content;
    }

    /// Adds what happened since.
    void update() {
        List<HistoryEntry> latest = page(Long.MAX_VALUE);
        if (!latest.isEmpty() && latest.stream().noneMatch(entry -> entry.occurrence().position() <= newest)) {
            list.removeAll();
            newest = 0;
            oldest = Long.MAX_VALUE;
            earlier();
            return;
        }
        latest.reversed().stream().filter(entry -> entry.occurrence().position() > newest).forEach(entry -> {
            newest = entry.occurrence().position();
            if (wanted.test(entry)) {
                list.addComponentAsFirst(lines.of(entry));
            }
        });
        nothing.setVisible(list.getComponentCount() == 0);
    }

    private void earlier() {
        int before = list.getComponentCount();
        boolean full = true;
        for (int read = 0; read < MOST_READ && full && list.getComponentCount() == before; read++) {
            List<HistoryEntry> page = page(oldest);
            for (HistoryEntry entry : page) {
                newest = Math.max(newest, entry.occurrence().position());
                oldest = entry.occurrence().position();
                if (wanted.test(entry)) {
                    list.add(lines.of(entry));
                }
            }
            full = page.size() == PAGE;
        }
        more.setVisible(full);
        nothing.setVisible(list.getComponentCount() == 0);
    }

    private List<HistoryEntry> page(long before) {
        List<HistoryEntry> page = open.portal().documents.history(open.ref(), before, PAGE, open.tab().actor());
        open.prepare(page.stream().flatMap(entry -> Stream.concat(entry.others().stream(),
                entry.fields().stream().flatMap(diff -> Stream.concat(diff.before().stream(), diff.after().stream())).flatMap(OpenDocument::refs))));
        return page;
    }
}
