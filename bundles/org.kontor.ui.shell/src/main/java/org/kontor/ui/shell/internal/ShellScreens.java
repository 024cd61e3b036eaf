package org.kontor.ui.shell.internal;

import com.vaadin.flow.component.UI;
import org.kontor.ui.shell.internal.tab.Contributions;
import org.kontor.ui.shell.internal.tab.LiveChanges;
import org.kontor.ui.shell.internal.tab.Portal;
import org.kontor.ui.shell.internal.vaadin.Screens;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.util.tracker.ServiceTracker;

/// Makes the screen of each tab. Contributions are looked up when a tab opens: they need the open tabs, which need the servlet, which
/// needs this.
@Component
public final class ShellScreens implements Screens {
    private final Portal portal;
    private final LiveChanges live;
    private final Contributions contributions;

    @Activate
    public ShellScreens(@Reference Portal portal, @Reference LiveChanges live, @Reference Contributions contributions) {
        this.portal = portal;
        this.live = live;
        this.contributions = contributions;
    }

    @Override
    public Tab tab(String sessionKey, UI ui) {
        return portal.sessions.person(sessionKey).<Tab>map(person -> new ShellTab(portal, contributions, live, ui, sessionKey, person)).orElseGet(() -> new GoneTab(ui));
    }
}
