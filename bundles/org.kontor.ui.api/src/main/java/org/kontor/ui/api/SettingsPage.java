package org.kontor.ui.api;

import com.vaadin.flow.component.Component;
import org.kontor.api.labels.Label;
import org.osgi.annotation.versioning.ConsumerType;

/// A page under Settings, at `settings/<path>`. A service.
@ConsumerType
public interface SettingsPage {

    /// One segment, unique, as in `modules`.
    String path();

    Label title();

    /// One sentence about what is set here.
    Label hint();

    /// The name of one of the theme's icons (Lucide).
    String icon();

    /// Lower comes first.
    int order();

    boolean isFor(Viewer viewer);

    Component open(Viewer viewer);
}
