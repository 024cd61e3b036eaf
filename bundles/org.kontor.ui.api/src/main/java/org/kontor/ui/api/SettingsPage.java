package org.kontor.ui.api;

import com.vaadin.flow.component.Component;
import java.util.List;
import java.util.Optional;
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

    /// Opens an address below the page's own, `settings/<path>/<rest>`; `rest` holds at least one segment. What it returns has its own heading; the way back to the page is above it.
    /// Empty when there is nothing at this address.
    default Optional<Component> open(List<String> rest, Viewer viewer) {
        return Optional.empty();
    }
}
