package org.kontor.ui.shell.internal.tab;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.kontor.api.documents.DocumentTypes;
import org.kontor.ui.api.CardPanel;
import org.kontor.ui.api.CardTab;
import org.kontor.ui.api.Command;
import org.kontor.ui.api.FieldEditor;
import org.kontor.ui.api.HeaderItem;
import org.kontor.ui.api.MenuEntry;
import org.kontor.ui.api.Page;
import org.kontor.ui.api.SettingsPage;
import org.kontor.ui.api.Widget;
import org.kontor.ui.shell.internal.vaadin.OpenTabs;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.util.tracker.ServiceTracker;
import org.osgi.util.tracker.ServiceTrackerCustomizer;

/// What bundles add to the screens. Whatever comes or goes is shown in every open tab at once; of what goes nothing is kept.
@Component(service = Contributions.class)
public final class Contributions {
    private static final List<Class<?>> KINDS = List.of(
            Page.class, MenuEntry.class, CardTab.class, CardPanel.class, HeaderItem.class, Widget.class, Command.class, SettingsPage.class, FieldEditor.class);

    private final OpenTabs tabs;
    private final Map<Class<?>, List<Object>> services = new ConcurrentHashMap<>();
    private final List<ServiceTracker<Object, Object>> trackers = new ArrayList<>();
    private final AutoCloseable types;
    private volatile boolean ready;

    @Activate
    public Contributions(BundleContext context, @Reference OpenTabs tabs, @Reference DocumentTypes types) {
        this.tabs = tabs;
        for (Class<?> kind : KINDS) {
            services.put(kind, new CopyOnWriteArrayList<>());
            ServiceTracker<Object, Object> tracker = new ServiceTracker<>(context, kind.getName(), new Following(context, kind));
            trackers.add(tracker);
            tracker.open();
        }
        this.types = types.watch(tabs::refresh);
        ready = true;
    }

    @Deactivate
    void close() throws Exception {
        ready = false;
        types.close();
        trackers.forEach(ServiceTracker::close);
    }

    public Optional<Page> page(String path) {
        return all(Page.class).stream().filter(page -> path.equals(page.path()) || path.startsWith(page.path() + "/")).max(Comparator.comparing(page -> page.path().length()));
    }

    public List<MenuEntry> menu() {
        return all(MenuEntry.class).stream().sorted(Comparator.comparingInt(MenuEntry::order)).toList();
    }

    public List<CardTab> cardTabs() {
        return all(CardTab.class).stream().sorted(Comparator.comparingInt(CardTab::order)).toList();
    }

    public List<CardPanel> cardPanels() {
        return all(CardPanel.class).stream().sorted(Comparator.comparingInt(CardPanel::order)).toList();
    }

    public List<HeaderItem> headerItems() {
        return all(HeaderItem.class).stream().sorted(Comparator.comparingInt(HeaderItem::order)).toList();
    }

    public List<Widget> widgets() {
        return all(Widget.class).stream().sorted(Comparator.comparingInt(Widget::order)).toList();
    }

    public List<SettingsPage> settings() {
        return all(SettingsPage.class).stream().sorted(Comparator.comparingInt(SettingsPage::order)).toList();
    }

    public List<Command> commands() {
        return all(Command.class);
    }

    public List<FieldEditor> editors() {
        return all(FieldEditor.class);
    }

    private <T> List<T> all(Class<T> kind) {
        return services.get(kind).stream().map(kind::cast).toList();
    }

    private final class Following implements ServiceTrackerCustomizer<Object, Object> {
        private final BundleContext context;
        private final Class<?> kind;

        Following(BundleContext context, Class<?> kind) {
            this.context = context;
            this.kind = kind;
        }

        @Override
        public Object addingService(ServiceReference<Object> reference) {
            Object service = context.getService(reference);
            services.get(kind).add(service);
            if (ready) {
                tabs.refresh();
            }
            return service;
        }

        @Override
        public void modifiedService(ServiceReference<Object> reference, Object service) {}

        @Override
        public void removedService(ServiceReference<Object> reference, Object service) {
            services.get(kind).remove(service);
            if (ready) {
                tabs.leave(service.getClass().getClassLoader());
            }
            context.ungetService(reference);
        }
    }
}
