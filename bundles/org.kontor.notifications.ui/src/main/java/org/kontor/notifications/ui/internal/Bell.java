package org.kontor.notifications.ui.internal;

import com.vaadin.flow.component.Component;
import org.kontor.api.documents.DocumentTypes;
import org.kontor.api.documents.Notation;
import org.kontor.notifications.Inbox;
import org.kontor.ui.api.HeaderItem;
import org.kontor.ui.api.Viewer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;

/// The bell in the header.
@org.osgi.service.component.annotations.Component
public final class Bell implements HeaderItem {
    private final Inbox inbox;
    private final Feed feed;
    private final Lines lines;

    @Activate
    public Bell(@Reference Inbox inbox, @Reference Feed feed, @Reference Notation notation, @Reference DocumentTypes types) {
        this.inbox = inbox;
        this.feed = feed;
        this.lines = new Lines(notation, types);
    }

    @Override
    public int order() {
        return 100;
    }

    @Override
    public Component open(Viewer viewer) {
        return new OpenBell(viewer, inbox, feed, lines).content();
    }
}
