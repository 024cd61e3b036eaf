package org.kontor.ui.shell.internal.list;

import com.vaadin.flow.dom.Element;
import org.kontor.api.documents.Document;

/// What shows one document: a row of the list, a tile of the board.
interface DocumentPart {
    Element element();

    /// Shows the document as it is now; called when its version changed.
    void show(Document document);
}
