package org.kontor.ui.api;

import com.vaadin.flow.component.Component;
import org.kontor.api.labels.Label;
import org.osgi.annotation.versioning.ConsumerType;

/// A block on the home page. A service.
@ConsumerType
public interface Widget {

    Label title();

    /// Lower comes first.
    int order();

    Component open(Viewer viewer);
}
