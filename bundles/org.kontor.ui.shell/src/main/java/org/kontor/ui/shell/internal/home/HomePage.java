package org.kontor.ui.shell.internal.home;

import com.vaadin.flow.component.Component;

import org.kontor.ui.shell.internal.parts.Elements;
import org.kontor.ui.shell.internal.tab.Contributions;
import org.kontor.ui.shell.internal.tab.PageTab;
import org.kontor.ui.shell.internal.tab.Portal;

public final class HomePage {
    public HomePage(PageTab tab, Portal portal, Contributions contributions) {}

    public Component content() {
        return Elements.div("page");
    }
}
