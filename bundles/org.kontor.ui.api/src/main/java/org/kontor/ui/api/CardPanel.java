package org.kontor.ui.api;

import com.vaadin.flow.component.Component;
import org.kontor.api.documents.Document;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.labels.Label;
import org.osgi.annotation.versioning.ConsumerType;

/// A panel beside the fields on the cards of documents. A service.
@ConsumerType
public interface CardPanel {

    Label title();

    /// Lower comes first.
    int order();

    boolean isFor(DocumentType type, Viewer viewer);

    Component open(Document document, Viewer viewer);
}
