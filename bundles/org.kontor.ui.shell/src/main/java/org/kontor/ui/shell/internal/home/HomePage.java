package org.kontor.ui.shell.internal.home;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.kontor.api.access.Operation;
import org.kontor.api.access.Reach;
import org.kontor.api.documents.DocumentRef;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.Filter;
import org.kontor.api.labels.Label;
import org.kontor.ui.api.Widget;
import org.kontor.ui.shell.internal.parts.Elements;
import org.kontor.ui.shell.internal.tab.Contributions;
import org.kontor.ui.shell.internal.tab.PageTab;
import org.kontor.ui.shell.internal.tab.Portal;

/// Where the day begins: what is mine and open, what is next, and what modules add. An empty portal shows the first steps.
public final class HomePage {
    private static final int PAUSE_MILLIS = 1500;

    private final PageTab tab;
    private final Portal portal;
    private final Contributions contributions;
    private final Div page = Elements.div("page home");
    private final Div body = Elements.div("stack wide-gap");
    private final Map<String, MyDocuments> panels = new LinkedHashMap<>();
    private final Set<String> stale = new HashSet<>();

    public HomePage(PageTab tab, Portal portal, Contributions contributions) {
        this.tab = tab;
        this.portal = portal;
        this.contributions = contributions;
        Greeting greeting = Greeting.of(tab.person());
        Paragraph day = new Paragraph(greeting.day());
        day.addClassName("quiet");
        page.add(Elements.div("settings-head", new H1(tab.text(greeting.words())), day), body);
        draw();
        tab.live(this::changed);
    }

    public Component content() {
        return page;
    }

    private void draw() {
        body.removeAll();
        panels.clear();
        List<DocumentType> types = types();
        if (types.isEmpty()) {
            body.add(Elements.empty("package", text("home.no-types"), text("home.no-types.hint")));
        } else if (types.stream().allMatch(this::nothing)) {
            body.add(new FirstSteps(tab, portal, types.getFirst()).content());
        } else {
            Div mine = Elements.div("panels");
            for (DocumentType type : types) {
                type.pipeline().ifPresent(pipeline -> mine.add(tab.guarded(() -> {
                    MyDocuments panel = new MyDocuments(tab, portal, type, pipeline);
                    panels.put(type.id(), panel);
                    return panel.content();
                })));
            }
            body.add(mine);
        }
        Div widgets = Elements.div("panels");
        contributions.widgets().forEach(widget -> widgets.add(tab.guarded(() -> widget(widget))));
        body.add(widgets);
    }

    private Component widget(Widget widget) {
        return Elements.div("panel stack", new H2(tab.text(widget.title())), widget.open(tab));
    }

    private List<DocumentType> types() {
        return portal.types.all().stream().filter(type -> type.listed() && portal.access.reach(tab.actor(), type.id(), Operation.READ) != Reach.NONE).toList();
    }

    private boolean nothing(DocumentType type) {
        return portal.documents.count(type.id(), Filter.any(), 1, tab.actor()).value() == 0;
    }

    /// Many changes in a row are shown once, a moment later.
    private void changed(Set<DocumentRef> documents) {
        boolean idle = stale.isEmpty();
        stale.addAll(documents.stream().map(DocumentRef::type).collect(Collectors.toSet()));
        if (idle && !stale.isEmpty()) {
            page.getElement().executeJs("return new Promise(r => setTimeout(r, $0))", PAUSE_MILLIS).then(_ -> show());
        }
    }

    private void show() {
        Set<String> types = Set.copyOf(stale);
        stale.clear();
        if (panels.isEmpty()) {
            draw();
            return;
        }
        panels.forEach((type, panel) -> {
            if (types.contains(type)) {
                panel.draw();
            }
        });
    }

    private String text(String key) {
        return tab.text(Label.of(key));
    }
}
