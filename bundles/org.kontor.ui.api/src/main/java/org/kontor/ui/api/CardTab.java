package org.kontor.ui.api;

import com.vaadin.flow.component.Component;
import org.kontor.api.documents.Document;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.labels.Label;
import org.osgi.annotation.versioning.ConsumerType;

/// A tab on the cards of documents. A service.
@ConsumerType
public interface CardTab {

    Label title();

    /// Lower comes first; the portal's own tabs are at 0 to 100.
    int order();

    /// Whether cards of a type have it.
    boolean isFor(DocumentType type, Viewer viewer);

    /// Its content for a document; called when the tab is chosen.
    Component open(Document document, Viewer viewer);
}
