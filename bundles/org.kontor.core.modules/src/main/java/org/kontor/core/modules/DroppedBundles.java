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
import java.util.zip.ZipFile;
import org.kontor.api.labels.Label;
import org.kontor.api.modules.DroppedBundle;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;

/// The jars in the `deploy` folder and how they are.
final class DroppedBundles {
    private static final Label LOOKING = Label.of("modules.looking");

    private final BundleContext context;
    private final Path folder;
    private final Components components;
    private final Notices notices;
    /// Why a bundle of a certain age did not start: asked once, since asking starts it, and on a thread where it may take its time.
    private final Map<String, Label> failures = new ConcurrentHashMap<>();

    DroppedBundles(BundleContext context, Path folder, Components components, Notices notices) {
        this.context = context;
        this.folder = folder;
        this.components = components;
        this.notices = notices;
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
        Optional<Bundle> found = Arrays.stream(context.getBundles()).filter(bundle -> lies(bundle, jar)).findFirst();
        if (found.isEmpty() || found.get().getSymbolicName() == null) {
            return new DroppedBundle(file, "", "", false, Optional.of(found.isEmpty() && fresh(jar) ? LOOKING : unfit(jar)));
        }
        Bundle bundle = found.get();
        boolean active = bundle.getState() == Bundle.ACTIVE;
        return new DroppedBundle(file, bundle.getSymbolicName(), bundle.getVersion().toString(), active, problem(bundle));
    }

    private static boolean lies(Bundle bundle, Path jar) {
        String path = jar.toUri().getRawPath();
        return bundle.getLocation().endsWith(path.substring(path.lastIndexOf('/', path.lastIndexOf('/') - 1)));
    }

    /// Whether it may not have been seen by who installs it.
    private static boolean fresh(Path jar) {
        try {
            return System.currentTimeMillis() - Files.getLastModifiedTime(jar).toMillis() < DeployFolder.SETTLED_MILLIS;
        } catch (IOException _) {
            return true;
        }
    }

    private static Label unfit(Path jar) {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            return Label.of("modules.not-a-bundle", jar.getFileName());
        } catch (IOException e) {
            return Label.of("modules.corrupt", String.valueOf(e.getMessage()));
        }
    }

    private Optional<Label> problem(Bundle bundle) {
        return switch (bundle.getState()) {
            case Bundle.ACTIVE -> components.problems(List.of(bundle)).stream().findFirst().map(problem -> Label.of("modules.component", problem));
            case Bundle.INSTALLED, Bundle.RESOLVED -> Optional.of(failure(bundle));
            case Bundle.STARTING -> Optional.of(Label.of("modules.starting"));
            default -> Optional.empty();
        };
    }

    private Label failure(Bundle bundle) {
        String key = key(bundle);
        Label known = failures.putIfAbsent(key, LOOKING);
        if (known == null) {
            notices.in(0, () -> {
                Label reason = why(bundle);
                failures.put(key, reason);
                // the attempt may have resolved it: the reason is the same
                failures.put(key(bundle), reason);
                notices.soon();
            });
        }
        return known == null ? LOOKING : known;
    }

    private static String key(Bundle bundle) {
        return bundle.getBundleId() + "@" + bundle.getLastModified() + "@" + bundle.getState();
    }

    private static Label why(Bundle bundle) {
        try {
            bundle.start(Bundle.START_TRANSIENT);
            return Label.of("modules.started-late", String.valueOf(bundle.getSymbolicName()));
        } catch (BundleException e) {
            if (e.getType() == BundleException.RESOLVE_ERROR || bundle.getState() == Bundle.INSTALLED) {
                return Label.of("modules.unresolved", Missing.in(String.valueOf(e.getMessage())));
            }
            Throwable cause = e.getCause() == null ? e : e.getCause();
            return Label.of("modules.failed", cause.toString());
        } catch (IllegalStateException _) {
            return LOOKING;
        }
    }
}
