package org.kontor.ui.api;

import com.vaadin.flow.component.Component;
import org.osgi.annotation.versioning.ConsumerType;

/// Something small at the right of the header, such as the bell. A service.
@ConsumerType
public interface HeaderItem {

    /// Lower is further left.
    int order();

    Component open(Viewer viewer);
}
