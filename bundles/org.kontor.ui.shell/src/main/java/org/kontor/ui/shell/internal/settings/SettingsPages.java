package org.kontor.ui.shell.internal.settings;

import com.vaadin.flow.component.Component;

import org.kontor.ui.shell.internal.parts.Elements;
import org.kontor.ui.shell.internal.tab.Contributions;
import org.kontor.ui.shell.internal.tab.PageTab;
import org.kontor.ui.shell.internal.tab.Portal;

public final class SettingsPages {
    public SettingsPages(PageTab tab, Portal portal, Contributions contributions) {}

    public Component open(String path) {
        return Elements.div("page");
    }
}
