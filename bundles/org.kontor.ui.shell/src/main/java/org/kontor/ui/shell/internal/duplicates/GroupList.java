package org.kontor.ui.shell.internal.duplicates;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import java.util.List;
import java.util.Optional;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.Duplicates.Group;
import org.kontor.ui.shell.internal.parts.Aside;
import org.kontor.ui.shell.internal.parts.Elements;
import org.kontor.ui.shell.internal.tab.PageTab;
import org.kontor.ui.shell.internal.tab.Portal;

/// Groups of documents that match, looked for beside the tab and shown as they are found, so many at a time.
final class GroupList {
    private static final int AT_ONCE = 10;
    private static final int STRETCH = 50;

    private final PageTab tab;
    private final Portal portal;
    private final DocumentType type;
    private final Shown shown;
    private final Div state = Elements.div("row wrap");
    private final Div found = Elements.div("stack");
    private final Div more = new Div();
    private final Div content;
    private int round;
    private int count;

    GroupList(PageTab tab, Portal portal, DocumentType type, Shown shown) {
        this.tab = tab;
        this.portal = portal;
        this.type = type;
        this.shown = shown;
        state.getElement().setAttribute("aria-live", "polite");
        this.content = Elements.div("stack", new H2(shown.text("duplicates.groups")), state, found, more);
    }

    Component content() {
        return content;
    }

    /// Looks from the beginning.
    void search() {
        clear();
        read(Optional.empty(), STRETCH);
    }

    void clear() {
        stop();
        count = 0;
        state.removeAll();
        found.removeAll();
        more.removeAll();
    }

    /// What is still being read is not shown any more.
    void stop() {
        round++;
    }

    private void read(Optional<String> place, int rest) {
        int mine = round;
        more.removeAll();
        tell(true);
        Aside.read(tab, () -> portal.duplicates.groups(type.id(), place, AT_ONCE, tab.actor()), groups -> {
            if (mine == round) {
                show(groups, rest);
            }
        }, () -> {
            state.removeAll();
            state.add(Elements.note("bad", "circle-alert", shown.text("duplicates.failed")), Elements.button("", "refresh-cw", shown.text("duplicates.again"), this::search));
        });
    }

    private void show(List<Group> groups, int rest) {
        groups.forEach(group -> found.add(new GroupPanel(tab, portal, type, shown, group).content()));
        count += groups.size();
        if (groups.size() < AT_ONCE) {
            tell(false);
            return;
        }
        Optional<String> behind = Optional.of(groups.getLast().place());
        if (rest > AT_ONCE) {
            read(behind, rest - AT_ONCE);
            return;
        }
        tell(false);
        more.add(Elements.test(Elements.button("", "chevron-down", shown.text("duplicates.more"), () -> read(behind, STRETCH)), "more-groups"));
    }

    private void tell(boolean searching) {
        state.removeAll();
        if (searching) {
            state.add(Elements.div("row quiet", Elements.text("spinner", ""), Elements.text("", shown.text("duplicates.searching", count))));
        } else if (count == 0) {
            state.add(Elements.test(Elements.empty("circle-check", shown.text("duplicates.none"), shown.text("duplicates.none.hint")), "no-duplicates"));
        } else {
            state.add(Elements.test(Elements.text("quiet", shown.text("duplicates.found", count)), "groups-found"), Elements.test(Elements.button("plain", "refresh-cw", shown.text("duplicates.again"), this::search), "search-again"));
        }
    }
}
