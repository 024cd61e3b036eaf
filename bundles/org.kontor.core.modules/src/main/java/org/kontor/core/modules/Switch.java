package org.kontor.core.modules;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.startlevel.BundleStartLevel;
import org.osgi.framework.wiring.FrameworkWiring;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.feature.Feature;
import org.osgi.service.feature.FeatureBundle;
import org.osgi.service.feature.FeatureConfiguration;

/// Brings the bundles of one feature into the framework as a whole, and takes them out.
final class Switch {
    private static final String LOCATION = "module:";
    private static final int START_LEVEL = 30;
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final BundleContext context;
    private final ConfigurationAdmin configurations;
    private final Components components;
    private final FeatureFiles files;

    Switch(BundleContext context, ConfigurationAdmin configurations, Components components, FeatureFiles files) {
        this.context = context;
        this.configurations = configurations;
        this.components = components;
        this.files = files;
    }

    /// The bundles of a feature that are installed.
    List<Bundle> bundles(Feature feature) {
        List<Bundle> found = new ArrayList<>();
        for (FeatureBundle bundle : feature.getBundles()) {
            Bundle installed = context.getBundle(location(bundle));
            if (installed != null) {
                found.add(installed);
            }
        }
        return found;
    }

    /// Installs, resolves, configures and starts; when a step fails all before it are taken back.
    ///
    /// @throws IllegalStateException with the reason
    void on(Feature feature) {
        Undo undo = new Undo();
        List<Bundle> fresh = new ArrayList<>();
        try {
            for (FeatureBundle bundle : feature.getBundles()) {
                fresh.add(install(bundle, undo));
            }
            if (!context.getBundle(0).adapt(FrameworkWiring.class).resolveBundles(fresh)) {
                throw new IllegalStateException(unresolved(fresh));
            }
            configure(feature, undo);
            for (Bundle bundle : fresh) {
                if (bundle.getHeaders().get(Constants.FRAGMENT_HOST) == null && bundle.getState() != Bundle.ACTIVE) {
                    undo.push(bundle::stop);
                    bundle.start(Bundle.START_ACTIVATION_POLICY);
                }
            }
            verify(fresh);
        } catch (BundleException | IOException | RuntimeException | LinkageError e) {
            undo.all();
            refresh(fresh);
            throw new IllegalStateException(deepest(e), e);
        }
    }

    /// Stops and takes out; when a bundle does not stop those before it are started again.
    ///
    /// @throws IllegalStateException with the reason
    void off(Feature feature) {
        Undo undo = new Undo();
        List<Bundle> gone = bundles(feature).reversed();
        try {
            for (Bundle bundle : gone) {
                undo.push(() -> bundle.start(Bundle.START_ACTIVATION_POLICY));
                bundle.stop();
            }
            for (Bundle bundle : gone) {
                bundle.uninstall();
            }
        } catch (BundleException | RuntimeException e) {
            undo.all();
            throw new IllegalStateException(deepest(e), e);
        }
        refresh(gone);
    }

    private Bundle install(FeatureBundle wanted, Undo undo) throws IOException, BundleException {
        Path jar = files.jar(wanted.getID());
        if (!Files.exists(jar)) {
            throw new IllegalStateException("the bundle " + jar.getFileName() + " is not in the folder " + jar.getParent());
        }
        Bundle known = context.getBundle(location(wanted));
        try (InputStream content = Files.newInputStream(jar)) {
            if (known != null) {
                if (Files.getLastModifiedTime(jar).toMillis() > known.getLastModified()) {
                    known.update(content);
                }
                return known;
            }
            Bundle bundle = context.installBundle(location(wanted), content);
            undo.push(bundle::uninstall);
            bundle.adapt(BundleStartLevel.class).setStartLevel(START_LEVEL);
            return bundle;
        }
    }

    /// What an administrator set already wins over the feature's own values.
    private void configure(Feature feature, Undo undo) throws IOException {
        for (FeatureConfiguration wanted : feature.getConfigurations().values()) {
            Configuration configuration = configurations.getConfiguration(wanted.getPid(), "?");
            if (configuration.getProperties() == null) {
                configuration.update(new Hashtable<>(wanted.getValues()));
                undo.push(configuration::delete);
            }
        }
    }

    private void verify(List<Bundle> bundles) {
        long end = System.nanoTime() + PATIENCE_NANOS;
        List<String> problems = components.problems(bundles);
        while (!problems.isEmpty()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException(String.join("; ", problems));
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
            problems = components.problems(bundles);
        }
    }

    private static String unresolved(List<Bundle> bundles) {
        List<String> reasons = new ArrayList<>();
        for (Bundle bundle : bundles) {
            if (bundle.getState() == Bundle.INSTALLED) {
                try {
                    bundle.start(Bundle.START_TRANSIENT);
                } catch (BundleException e) {
                    reasons.add(String.valueOf(e.getMessage()));
                }
            }
        }
        return String.join("; ", reasons);
    }

    private void refresh(List<Bundle> bundles) {
        CountDownLatch done = new CountDownLatch(1);
        context.getBundle(0).adapt(FrameworkWiring.class).refreshBundles(bundles, _ -> done.countDown());
        try {
            done.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String location(FeatureBundle bundle) {
        return LOCATION + bundle.getID();
    }

    private static String deepest(Throwable e) {
        Throwable cause = e;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        return cause.getMessage() == null ? cause.toString() : cause.getMessage();
    }
}
