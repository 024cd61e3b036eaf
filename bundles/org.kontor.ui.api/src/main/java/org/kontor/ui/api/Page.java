package org.kontor.ui.api;

import com.vaadin.flow.component.Component;
import java.util.List;
import java.util.Map;
import org.kontor.api.labels.Label;
import org.osgi.annotation.versioning.ConsumerType;

/// A page of the portal under an address of its own. A service.
///
/// `open` is called for every visit, in the viewer's tab; the component it returns is dropped when the viewer leaves.
@ConsumerType
public interface Page {

    /// What the page is opened with: the segments behind its path, and the query of the address.
    record Address(List<String> rest, Map<String, String> query) {
        public Address {
            rest = List.copyOf(rest);
            query = Map.copyOf(query);
        }
    }

    /// Its address without slashes at the ends, as in `acme/parcels`; unique.
    String path();

    Label title();

    /// Whether it exists for this viewer at all.
    default boolean isFor(Viewer viewer) {
        return true;
    }

    Component open(Address address, Viewer viewer);
}
