package org.kontor.ui.shell.internal.vaadin;

import java.net.URL;
import java.util.Arrays;
import java.util.Optional;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

/// Files of bundles for browsers: `/plugins/<symbolic name>/<version>/x.js` is `web/x.js` of that bundle while it is active. The version only
/// defeats caches.
final class PluginResources {
    private static final String PREFIX = "/plugins/";

    private final BundleContext context;

    PluginResources(BundleContext context) {
        this.context = context;
    }

    static boolean matches(String path) {
        return path.startsWith(PREFIX);
    }

    Optional<URL> find(String path) {
        String[] parts = path.substring(PREFIX.length()).split("/", 3);
        if (parts.length < 3 || parts[2].isEmpty() || parts[2].contains("..")) {
            return Optional.empty();
        }
        return Arrays.stream(context.getBundles())
                .filter(bundle -> parts[0].equals(bundle.getSymbolicName()) && (bundle.getState() & (Bundle.ACTIVE | Bundle.STARTING)) != 0)
                .findFirst()
                .map(bundle -> bundle.getEntry("web/" + parts[2]));
    }
}
