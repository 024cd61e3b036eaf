package org.kontor.ui.shell.internal.list;

import com.vaadin.flow.component.Component;
import java.util.Map;
import org.kontor.api.documents.DocumentType;
import org.kontor.ui.shell.internal.parts.Elements;
import org.kontor.ui.shell.internal.tab.Contributions;
import org.kontor.ui.shell.internal.tab.PageTab;
import org.kontor.ui.shell.internal.tab.Portal;

public final class TypePage {
    public TypePage(PageTab tab, Portal portal, DocumentType type, Map<String, String> query) {}

    public Component content() {
        return Elements.div("page");
    }
}
