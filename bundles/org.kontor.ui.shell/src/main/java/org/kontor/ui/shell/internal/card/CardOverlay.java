package org.kontor.ui.shell.internal.card;

import com.vaadin.flow.component.Component;
import org.kontor.api.documents.DocumentRef;
import org.kontor.ui.shell.internal.parts.Elements;
import org.kontor.ui.shell.internal.tab.Contributions;
import org.kontor.ui.shell.internal.tab.LiveChanges;
import org.kontor.ui.shell.internal.tab.PageTab;
import org.kontor.ui.shell.internal.tab.Portal;

/// A document's card over the page.
public final class CardOverlay {
    private final DocumentRef ref;
    private final Component content = Elements.div("card");

    public CardOverlay(PageTab tab, Portal portal, Contributions contributions, LiveChanges live, DocumentRef ref) {
        this.ref = ref;
    }

    public DocumentRef ref() {
        return ref;
    }

    public Component content() {
        return content;
    }

    public String title() {
        return ref.toString();
    }

    /// What bundles contribute changed.
    public void refresh() {}

    public void close() {}
}
