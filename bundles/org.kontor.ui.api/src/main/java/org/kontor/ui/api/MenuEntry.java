package org.kontor.ui.api;

import org.kontor.api.labels.Label;
import org.osgi.annotation.versioning.ConsumerType;

/// A line of the main menu. A service. Document types that are `listed` have one by themselves.
@ConsumerType
public interface MenuEntry {

    Label name();

    /// The name of one of the theme's icons (Lucide), as in `package`.
    String icon();

    /// Where it leads.
    String path();

    /// Lower comes first; document types are at 100.
    int order();

    default boolean isFor(Viewer viewer) {
        return true;
    }
}
