package org.kontor.ui.shell.internal.settings;

import com.vaadin.flow.component.Component;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.kontor.api.access.Permission;
import org.kontor.api.labels.Label;
import org.kontor.ui.api.SettingsPage;
import org.kontor.ui.api.Viewer;
import org.kontor.ui.shell.internal.tab.Portal;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;

/// Modules with their switches, and the bundles dropped by hand.
@org.osgi.service.component.annotations.Component
public final class ModulesPage implements SettingsPage {
    private final Portal portal;
    /// What is being switched now: every administrator sees it.
    private final Set<String> switching = ConcurrentHashMap.newKeySet();

    @Activate
    public ModulesPage(@Reference Portal portal) {
        this.portal = portal;
    }

    @Override
    public String path() {
        return "modules";
    }

    @Override
    public Label title() {
        return Label.of("modules.title");
    }

    @Override
    public Label hint() {
        return Label.of("modules.hint");
    }

    @Override
    public String icon() {
        return "puzzle";
    }

    @Override
    public int order() {
        return 40;
    }

    @Override
    public boolean isFor(Viewer viewer) {
        return portal.access.may(viewer.actor(), Permission.ADMINISTER);
    }

    @Override
    public Component open(Viewer viewer) {
        return new ModulesPanel(portal.modules, viewer, switching).content();
    }
}
