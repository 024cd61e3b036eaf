package org.kontor.ui.shell.internal.imports;

import com.vaadin.flow.component.Component;
import org.kontor.api.documents.DocumentType;
import org.kontor.ui.shell.internal.parts.Elements;
import org.kontor.ui.shell.internal.tab.Contributions;
import org.kontor.ui.shell.internal.tab.PageTab;
import org.kontor.ui.shell.internal.tab.Portal;

public final class ImportPage {
    public ImportPage(PageTab tab, Portal portal, DocumentType type) {}

    public Component content() {
        return Elements.div("page");
    }
}
