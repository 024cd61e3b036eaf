package org.kontor.ui.shell.internal.settings;

import com.vaadin.flow.component.Component;
import org.kontor.api.access.Permission;
import org.kontor.api.labels.Label;
import org.kontor.ui.api.SettingsPage;
import org.kontor.ui.api.Viewer;
import org.kontor.ui.shell.internal.tab.Portal;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;

/// What robots and modules could not do after a change, however often they tried: to be tried again or given up.
@org.osgi.service.component.annotations.Component
public final class StuckWorkPage implements SettingsPage {
    private final Portal portal;

    @Activate
    public StuckWorkPage(@Reference Portal portal) {
        this.portal = portal;
    }

    @Override
    public String path() {
        return "stuck";
    }

    @Override
    public Label title() {
        return Label.of("stuck.title");
    }

    @Override
    public Label hint() {
        return Label.of("stuck.hint");
    }

    @Override
    public String icon() {
        return "circle-alert";
    }

    @Override
    public int order() {
        return 45;
    }

    @Override
    public boolean isFor(Viewer viewer) {
        return portal.access.may(viewer.actor(), Permission.ADMINISTER);
    }

    @Override
    public Component open(Viewer viewer) {
        return new StuckWork(viewer, portal).content();
    }
}
