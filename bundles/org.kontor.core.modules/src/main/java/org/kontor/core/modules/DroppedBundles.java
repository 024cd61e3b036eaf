package org.kontor.core.modules;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.kontor.api.labels.Label;
import org.kontor.api.modules.DroppedBundle;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;

/// The jars in the `deploy` folder and how they are.
final class DroppedBundles {
    private final BundleContext context;
    private final Path folder;
    private final Components components;
    /// Why a bundle of a certain age did not start: asked once, since asking starts it.
    private final Map<String, Label> failures = new ConcurrentHashMap<>();

    DroppedBundles(BundleContext context, Path folder, Components components) {
        this.context = context;
        this.folder = folder;
        this.components = components;
    }

    List<DroppedBundle> all() {
        List<DroppedBundle> all = new ArrayList<>();
        try (DirectoryStream<Path> jars = Files.newDirectoryStream(folder, "*.jar")) {
            for (Path jar : jars) {
                all.add(dropped(jar));
            }
        } catch (IOException e) {
            return List.of(new DroppedBundle(folder.toString(), "", "", false, Optional.of(Label.of("modules.deploy-unreadable", e.getMessage()))));
        }
        all.sort(Comparator.comparing(DroppedBundle::file));
        return all;
    }

    private DroppedBundle dropped(Path jar) {
        String file = jar.getFileName().toString();
        Optional<Bundle> found = Arrays.stream(context.getBundles()).filter(bundle -> bundle.getLocation().endsWith("/" + jar.getParent().getFileName() + "/" + file)).findFirst();
        if (found.isEmpty()) {
            return new DroppedBundle(file, "", "", false, Optional.of(Label.of("modules.not-a-bundle", file)));
        }
        Bundle bundle = found.get();
        boolean active = bundle.getState() == Bundle.ACTIVE;
        return new DroppedBundle(file, String.valueOf(bundle.getSymbolicName()), bundle.getVersion().toString(), active, problem(bundle));
    }

    private Optional<Label> problem(Bundle bundle) {
        return switch (bundle.getState()) {
            case Bundle.ACTIVE -> components.problems(List.of(bundle)).stream().findFirst().map(problem -> Label.of("modules.component", problem));
            case Bundle.INSTALLED, Bundle.RESOLVED -> Optional.of(failures.computeIfAbsent(
                    bundle.getBundleId() + "@" + bundle.getLastModified() + "@" + bundle.getState(), _ -> why(bundle)));
            default -> Optional.empty();
        };
    }

    private static Label why(Bundle bundle) {
        try {
            bundle.start(Bundle.START_TRANSIENT);
            return Label.of("modules.started-late", String.valueOf(bundle.getSymbolicName()));
        } catch (BundleException e) {
            if (e.getType() == BundleException.RESOLVE_ERROR || bundle.getState() == Bundle.INSTALLED) {
                return Label.of("modules.unresolved", missing(String.valueOf(e.getMessage())));
            }
            Throwable cause = e.getCause() == null ? e : e.getCause();
            return Label.of("modules.failed", cause.toString());
        }
    }

    /// The requirement out of the framework's message, as `osgi.wiring.package; (osgi.wiring.package=acme.missing)`.
    private static String missing(String message) {
        int start = message.indexOf("missing requirement");
        String some = start < 0 ? message : message.substring(start + "missing requirement".length()).strip();
        return some.length() > 300 ? some.substring(0, 300) + "…" : some;
    }
}
