package org.kontor.ui.api;

import org.kontor.api.labels.Label;
import org.osgi.annotation.versioning.ConsumerType;

/// Something to do from the palette (Ctrl+K). A service.
@ConsumerType
public interface Command {

    Label name();

    /// The name of one of the theme's icons (Lucide).
    String icon();

    default boolean isFor(Viewer viewer) {
        return true;
    }

    void run(Viewer viewer);
}
