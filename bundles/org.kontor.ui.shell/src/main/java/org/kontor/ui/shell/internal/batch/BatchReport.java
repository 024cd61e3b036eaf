package org.kontor.ui.shell.internal.batch;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.kontor.api.documents.Batches.Left;
import org.kontor.api.documents.Batches.Progress;
import org.kontor.api.documents.DocumentRef;
import org.kontor.api.documents.Filter;
import org.kontor.api.documents.Query;
import org.kontor.api.labels.Label;
import org.kontor.ui.shell.internal.parts.Elements;
import org.kontor.ui.shell.internal.parts.Popup;
import org.kontor.ui.shell.internal.tab.PageTab;
import org.kontor.ui.shell.internal.tab.Portal;

/// The documents a batch left as they are, with the reasons, some at a time.
final class BatchReport {
    private static final int PAGE = 50;

    private final PageTab tab;
    private final Portal portal;
    private final Progress batch;
    private final Div lines = Elements.test(Elements.div("stack batch-report"), "batch-left");
    private final NativeButton more;
    private final Popup popup;
    private long place;

    BatchReport(PageTab tab, Portal portal, Progress batch) {
        this.tab = tab;
        this.portal = portal;
        this.batch = batch;
        more = Elements.button("plain", "", tab.text(Label.of("list.more")), this::more);
        popup = new Popup(tab.text(Label.of("batch.report.title")), lines, more);
        more();
    }

    void open() {
        popup.open(tab);
    }

    private void more() {
        List<Left> left = portal.batches.left(batch.id(), place, PAGE, tab.actor());
        Map<DocumentRef, String> titles = titles(left);
        left.forEach(each -> lines.add(line(each, titles)));
        place = left.isEmpty() ? place : left.getLast().place();
        more.setVisible(left.size() == PAGE);
    }

    private Div line(Left left, Map<DocumentRef, String> titles) {
        String reasons = left.reasons().stream().map(reason -> tab.text(reason.reason())).collect(Collectors.joining(" "));
        var link = Elements.link(left.ref().toString(), Elements.text("", titles.getOrDefault(left.ref(), "#" + left.ref().id())));
        link.getElement().addEventListener("click", _ -> popup.close());
        return Elements.div("batch-left", link, Elements.text("quiet small", reasons));
    }

    private Map<DocumentRef, String> titles(List<Left> left) {
        Map<DocumentRef, String> titles = new HashMap<>();
        if (!left.isEmpty()) {
            portal.types.find(batch.typeId()).ifPresent(type -> {
                Filter these = new Filter.In("id", left.stream().<Object>map(each -> each.ref().id()).toList());
                portal.documents.find(Query.newest(type.id()).where(these).limited(PAGE).only(List.of()), tab.actor()).documents()
                        .forEach(document -> document.get(type.title()).ifPresent(title -> titles.put(document.ref(), title)));
            });
        }
        return titles;
    }
}
