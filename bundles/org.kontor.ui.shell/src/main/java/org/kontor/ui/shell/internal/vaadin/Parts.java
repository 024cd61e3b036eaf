package org.kontor.ui.shell.internal.vaadin;

import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.di.DefaultInstantiator;
import com.vaadin.flow.di.InstantiatorFactory;
import com.vaadin.flow.di.Lookup;
import com.vaadin.flow.di.ResourceProvider;
import com.vaadin.flow.router.DefaultRoutePathProvider;
import com.vaadin.flow.router.RoutePathProvider;
import com.vaadin.flow.server.StaticFileHandlerFactory;
import com.vaadin.flow.server.StaticFileServer;
import com.vaadin.flow.server.VaadinContext;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.startup.AppShellPredicate;
import com.vaadin.flow.server.startup.ApplicationConfigurationFactory;
import com.vaadin.flow.server.startup.DefaultApplicationConfigurationFactory;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What Vaadin looks up while it starts and would else find by searching the class path.
final class Parts implements Lookup {
    private final Map<Class<?>, Object> parts = new HashMap<>();

    Parts(BundleResources resources, Screens screens) {
        parts.put(ResourceProvider.class, new Resources(resources));
        parts.put(InstantiatorFactory.class, (InstantiatorFactory) service -> new Instances(service, screens));
        parts.put(StaticFileHandlerFactory.class, (StaticFileHandlerFactory) StaticFileServer::new);
        parts.put(ApplicationConfigurationFactory.class, new Production());
        parts.put(AppShellPredicate.class, (AppShellPredicate) AppShellConfigurator.class::isAssignableFrom);
        parts.put(RoutePathProvider.class, new DefaultRoutePathProvider());
    }

    @Override
    public <T> @org.jspecify.annotations.Nullable T lookup(Class<T> type) {
        return type.cast(parts.get(type));
    }

    @Override
    public <T> Collection<T> lookupAll(Class<T> type) {
        T part = lookup(type);
        return part == null ? List.of() : List.of(part);
    }

    private record Resources(BundleResources loader) implements ResourceProvider {
        @Override
        public @org.jspecify.annotations.Nullable URL getApplicationResource(String path) {
            return loader.getResource(path);
        }

        @Override
        public List<URL> getApplicationResources(String path) throws IOException {
            return Collections.list(loader.getResources(path));
        }

        @Override
        public @org.jspecify.annotations.Nullable URL getClientResource(String path) {
            return loader.getResource(path);
        }

        @Override
        public InputStream getClientResourceAsStream(String path) throws IOException {
            return loader.getResource(path).openStream();
        }
    }

    /// Makes the one view with what it needs; everything else is made by constructors in our code.
    private static final class Instances extends DefaultInstantiator {
        private static final long serialVersionUID = 1;
        private final transient Screens screens;

        Instances(VaadinService service, Screens screens) {
            super(service);
            this.screens = screens;
        }

        @Override
        public <T> T getOrCreate(Class<T> type) {
            return type == RootView.class ? type.cast(new RootView(screens)) : super.getOrCreate(type);
        }
    }

    private static final class Production extends DefaultApplicationConfigurationFactory {
        @Override
        protected ApplicationConfigurationImpl doCreate(VaadinContext context, Map<String, String> properties) {
            properties.put("productionMode", "true");
            properties.put("react.enable", "false");
            return super.doCreate(context, properties);
        }
    }
}
