package org.kontor.ui.shell.internal.vaadin;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.shared.communication.PushMode;
import com.vaadin.flow.shared.ui.Transport;
import com.vaadin.flow.theme.lumo.Lumo;

/// What every page begins with: push, the styles, the icon. Clicks travel as requests, so that a session is checked with each of them.
@Push(value = PushMode.AUTOMATIC, transport = Transport.WEBSOCKET_XHR)
@StyleSheet(Lumo.STYLESHEET)
@StyleSheet("/kontor/theme.css")
@StyleSheet("/kontor/lists.css")
@StyleSheet("/kontor/filters.css")
@StyleSheet("/kontor/card.css")
@StyleSheet("/kontor/sections.css")
@StyleSheet("/kontor/pages.css")
@StyleSheet("/kontor/pipelines.css")
@StyleSheet("/kontor/fields.css")
@StyleSheet("/kontor/duplicates.css")
public final class AppShell implements AppShellConfigurator {
    private static final long serialVersionUID = 1;

    @Override
    public void configurePage(AppShellSettings settings) {
        settings.setPageTitle("Kontor");
        settings.setViewport("width=device-width, initial-scale=1, viewport-fit=cover");
        settings.addMetaTag("theme-color", "#4f46e5");
        settings.addMetaTag("color-scheme", "light dark");
    }
}
