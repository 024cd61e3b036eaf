package org.kontor.ui.shell.internal.lists;

import com.vaadin.flow.component.Component;
import java.util.List;
import java.util.Optional;
import org.kontor.api.access.Permission;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.labels.Label;
import org.kontor.ui.api.SettingsPage;
import org.kontor.ui.api.Viewer;
import org.kontor.ui.shell.internal.tab.PageTab;
import org.kontor.ui.shell.internal.tab.Portal;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;

/// Universal lists (UI-10): the document types that administrators define, and one of them.
@org.osgi.service.component.annotations.Component
public final class ListsPage implements SettingsPage {
    static final String ADDRESS = "settings/lists";
    /// Where a list is made; types of administrators begin with `list.`.
    static final String NEW = "new-list";

    private final Portal portal;

    @Activate
    public ListsPage(@Reference Portal portal) {
        this.portal = portal;
    }

    @Override
    public String path() {
        return "lists";
    }

    @Override
    public Label title() {
        return Label.of("lists.title");
    }

    @Override
    public Label hint() {
        return Label.of("lists.hint");
    }

    @Override
    public String icon() {
        return "list-tree";
    }

    @Override
    public int order() {
        return 55;
    }

    @Override
    public boolean isFor(Viewer viewer) {
        return portal.access.may(viewer.actor(), Permission.CONFIGURE);
    }

    @Override
    public Component open(Viewer viewer) {
        return new ListsOverview((PageTab) viewer, portal).content();
    }

    @Override
    public Optional<Component> open(List<String> rest, Viewer viewer) {
        PageTab tab = (PageTab) viewer;
        if (rest.equals(List.of(NEW))) {
            return Optional.of(new NewList(tab, portal).content());
        }
        Optional<DocumentType> type = portal.types.find(rest.getFirst()).filter(some -> some.custom() && rest.size() == 1);
        return type.map(some -> new ListSettings(tab, portal, some).content());
    }
}
