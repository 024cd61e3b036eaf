package org.kontor.ui.shell.internal;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import java.util.Map;
import org.kontor.ui.shell.internal.vaadin.Screens;

/// A tab whose session ended: leads to the sign-in page.
record GoneTab(UI ui) implements Screens.Tab {
    @Override
    public Component content() {
        return new Div();
    }

    @Override
    public void open(String path, Map<String, String> query) {
        ui.getPage().setLocation("/sign-in?expired=1");
    }

    @Override
    public String title() {
        return "Kontor";
    }

    @Override
    public void refresh() {
        ui.getPage().setLocation("/sign-in?expired=1");
    }

    @Override
    public void close() {}
}
