package org.kontor.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.startlevel.BundleStartLevel;
import org.osgi.framework.wiring.FrameworkWiring;

/// The bundles the portal consists of: `system/<start level>/*.jar`. They are used where they lie; what the framework remembers of
/// former ones is brought in line.
final class SystemBundles {
    private final Path folder;

    SystemBundles(Path folder) {
        this.folder = folder;
    }

    void bring(BundleContext context) throws IOException, BundleException {
        Map<String, Bundle> former = new HashMap<>();
        for (Bundle bundle : context.getBundles()) {
            if (bundle.getLocation().startsWith("reference:")) {
                former.put(bundle.getLocation(), bundle);
            }
        }
        List<Bundle> changed = new ArrayList<>();
        List<Bundle> all = new ArrayList<>();
        for (Path jar : jars()) {
            String location = "reference:" + jar.toUri();
            Bundle known = former.remove(location);
            Bundle bundle = known == null ? context.installBundle(location) : known;
            if (known != null && Files.getLastModifiedTime(jar).toMillis() > known.getLastModified()) {
                known.update();
                changed.add(known);
            }
            bundle.adapt(BundleStartLevel.class).setStartLevel(Integer.parseInt(jar.getParent().getFileName().toString()));
            all.add(bundle);
        }
        for (Bundle gone : former.values()) {
            gone.uninstall();
            changed.add(gone);
        }
        if (!changed.isEmpty()) {
            context.getBundle(0).adapt(FrameworkWiring.class).refreshBundles(changed);
        }
        for (Bundle bundle : all) {
            if (bundle.getHeaders().get(Constants.FRAGMENT_HOST) == null) {
                bundle.start(Bundle.START_ACTIVATION_POLICY);
            }
        }
    }

    private List<Path> jars() throws IOException {
        try (Stream<Path> paths = Files.walk(folder, 2)) {
            return paths.filter(path -> path.toString().endsWith(".jar")).sorted().toList();
        }
    }
}
