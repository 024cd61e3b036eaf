package org.kontor.ui.shell.internal.card;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.kontor.ui.api.CardPanel;
import org.kontor.ui.shell.internal.parts.Elements;
import org.kontor.ui.shell.internal.tab.Contributions;

/// The panels that bundles contribute below the fields.
final class CardPanels {
    private final OpenDocument open;
    private final Contributions contributions;
    private final Div content = Elements.div("card-panels");
    private final Map<CardPanel, Component> shown = new IdentityHashMap<>();

    CardPanels(OpenDocument open, Contributions contributions) {
        this.open = open;
        this.contributions = contributions;
        refresh();
    }

    Component content() {
        return content;
    }

    /// Adds panels that came, takes those away that went; the others stay as they are.
    void refresh() {
        List<CardPanel> present = contributions.cardPanels();
        shown.keySet().removeIf(panel -> {
            boolean gone = !present.contains(panel);
            if (gone) {
                content.remove(shown.get(panel));
            }
            return gone;
        });
        int place = 0;
        for (CardPanel panel : present) {
            if (!shown.containsKey(panel)) {
                add(panel, place);
            }
            if (shown.containsKey(panel)) {
                place++;
            }
        }
    }

    private void add(CardPanel panel, int place) {
        Component made = open.tab().guarded(() -> panel.isFor(open.type(), open.tab())
                ? Elements.div("card-panel", Elements.div("section-head", new H3(open.tab().text(panel.title()))), panel.open(open.document(), open.tab()))
                : Elements.div("nothing"));
        if (!made.getElement().getClassList().contains("nothing")) {
            content.addComponentAtIndex(place, made);
            shown.put(panel, made);
        }
    }
}
