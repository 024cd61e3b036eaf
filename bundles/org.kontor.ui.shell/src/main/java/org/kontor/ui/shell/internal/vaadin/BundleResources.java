package org.kontor.ui.shell.internal.vaadin;

import com.vaadin.flow.server.VaadinServlet;
import java.io.IOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.osgi.framework.Bundle;
import org.osgi.framework.wiring.BundleWire;
import org.osgi.framework.wiring.BundleWiring;

/// Where Vaadin finds its resources: in the shell, then in the front-end bundle it is wired to, then in Vaadin's own.
final class BundleResources extends ClassLoader {
    private final List<ClassLoader> loaders = new ArrayList<>();

    BundleResources(Bundle shell) {
        super(BundleResources.class.getClassLoader());
        for (BundleWire wire : shell.adapt(BundleWiring.class).getRequiredWires("org.kontor.frontend")) {
            loaders.add(wire.getProviderWiring().getClassLoader());
        }
        loaders.add(VaadinServlet.class.getClassLoader());
    }

    @Override
    protected @org.jspecify.annotations.Nullable URL findResource(String name) {
        for (ClassLoader loader : loaders) {
            URL found = loader.getResource(name);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    @Override
    protected Enumeration<URL> findResources(String name) throws IOException {
        Set<URL> all = new LinkedHashSet<>();
        for (ClassLoader loader : loaders) {
            all.addAll(Collections.list(loader.getResources(name)));
        }
        return Collections.enumeration(all);
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        return VaadinServlet.class.getClassLoader().loadClass(name);
    }
}
