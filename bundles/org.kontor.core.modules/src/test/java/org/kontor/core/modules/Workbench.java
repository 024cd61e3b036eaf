package org.kontor.core.modules;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.apache.felix.feature.impl.FeatureServiceImpl;
import org.apache.felix.framework.FrameworkFactory;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.feature.Feature;

/// A real framework and an installation's folder for tests: features and jars are written by hand.
final class Workbench implements AutoCloseable {
    private final Path home;
    private final Framework framework;

    Workbench(Path home) {
        this.home = home;
        try {
            Files.createDirectories(home.resolve("features"));
            Files.createDirectories(home.resolve("modules"));
            framework = new FrameworkFactory().newFramework(Map.of(
                    Constants.FRAMEWORK_STORAGE, home.resolve("cache").toString(),
                    Constants.FRAMEWORK_BEGINNING_STARTLEVEL, "40",
                    "felix.log.level", "0"));
            framework.start();
        } catch (BundleException | IOException e) {
            throw new IllegalStateException("the framework for tests does not start", e);
        }
    }

    BundleContext context() {
        return framework.getBundleContext();
    }

    FeatureFiles files() {
        return new FeatureFiles(home, new FeatureServiceImpl());
    }

    /// A switch whose bundles have no components and no configuration.
    Switch bundles() {
        return new Switch(context(), absent(ConfigurationAdmin.class), components(), files());
    }

    static Components components() {
        return new Components(absent(ServiceComponentRuntime.class));
    }

    /// A service that knows nothing: collections are empty.
    private static <S> S absent(Class<S> service) {
        return service.cast(Proxy.newProxyInstance(service.getClassLoader(), new Class<?>[] {service}, (_, method, _) ->
                Collection.class.isAssignableFrom(method.getReturnType()) ? List.of() : null));
    }

    Feature feature(String id, String... bundles) {
        String all = String.join(", ", List.of(bundles).stream().map(bundle -> "{\"id\": \"acme:" + bundle + ":1.0.0\"}").toList());
        write("features/" + id + ".json", "{\"feature-resource-version\": \"1.0\", \"id\": \"acme:feature." + id + ":1.0.0\", \"bundles\": [" + all + "]}");
        return files().read().get(id);
    }

    void write(String file, String text) {
        try {
            Files.writeString(home.resolve(file), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A jar in the folder of modules; `headers` are names and values.
    void jar(String name, String... headers) {
        jar(home.resolve("modules").resolve(name + "-1.0.0.jar"), name, headers);
    }

    static void jar(Path file, String name, String... headers) {
        Manifest manifest = new Manifest();
        Attributes attributes = manifest.getMainAttributes();
        attributes.putValue("Manifest-Version", "1.0");
        attributes.putValue("Bundle-ManifestVersion", "2");
        attributes.putValue("Bundle-SymbolicName", name);
        attributes.putValue("Bundle-Version", "1.0.0");
        for (int i = 0; i < headers.length; i += 2) {
            attributes.putValue(headers[i], headers[i + 1]);
        }
        try (OutputStream out = Files.newOutputStream(file); JarOutputStream jar = new JarOutputStream(out, manifest)) {
            jar.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            framework.stop();
            framework.waitForStop(10_000);
        } catch (BundleException | InterruptedException e) {
            throw new IllegalStateException("the framework for tests does not stop", e);
        }
    }
}
