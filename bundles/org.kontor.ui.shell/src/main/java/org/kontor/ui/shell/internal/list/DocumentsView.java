package org.kontor.ui.shell.internal.list;

import com.vaadin.flow.component.Component;
import java.util.Set;
import org.kontor.api.documents.Count;
import org.kontor.api.documents.DocumentRef;

/// One way to show the documents of a type.
sealed interface DocumentsView permits DocumentTable, StageBoard, GroupTable {

    Component content();

    /// Reads and shows what the lens lets through, from the beginning; how many that are.
    Count open(Lens lens);

    /// Reads again what is on the screen and shows what changed; how many there are now.
    Count catchUp(Set<DocumentRef> changed);
}
