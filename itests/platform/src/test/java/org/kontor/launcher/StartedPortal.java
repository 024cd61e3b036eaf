package org.kontor.launcher;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;
import org.osgi.framework.startlevel.FrameworkStartLevel;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;

/// The distribution, started as the launcher starts it, in the process of the test.
final class StartedPortal implements AutoCloseable {
    private static final int LAST_LEVEL = 40;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path data;
    private final Framework framework;
    private final Settings settings;

    StartedPortal(Path home) throws IOException, BundleException {
        data = Files.createTempDirectory("kontor-platform-");
        System.setProperty("kontor.home", home.toString());
        System.setProperty("kontor.data", data.toString());
        System.setProperty("kontor.port", Integer.toString(freePort()));
        System.setProperty("kontor.demo", "true");
        // The test asks the components' runtime, so both see the same classes of it.
        System.setProperty(Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA, String.join(",",
                "org.osgi.service.component.runtime;version=1.5.1", "org.osgi.service.component.runtime.dto;version=1.5.1", "org.osgi.util.promise;version=1.3.0", "org.osgi.util.function;version=1.2.0"));
        settings = Settings.read();
        framework = ServiceLoader.load(FrameworkFactory.class).findFirst().orElseThrow().newFramework(settings.framework());
        framework.init();
        new SystemBundles(home.resolve("system")).bring(context());
        framework.start();
        await(() -> framework.adapt(FrameworkStartLevel.class).getStartLevel() == LAST_LEVEL ? List.of() : List.of("start level"));
    }

    BundleContext context() {
        return framework.getBundleContext();
    }

    List<Bundle> bundles() {
        return Stream.of(context().getBundles()).filter(bundle -> bundle.getBundleId() != 0 && bundle.getHeaders().get(Constants.FRAGMENT_HOST) == null).toList();
    }

    List<Bundle> ours() {
        return bundles().stream().filter(bundle -> bundle.getSymbolicName().startsWith("org.kontor.")).toList();
    }

    List<String> notActive() {
        return bundles().stream().filter(bundle -> bundle.getState() != Bundle.ACTIVE).map(Bundle::getSymbolicName).toList();
    }

    /// Whether the sign-in page is served.
    boolean answers() throws InterruptedException {
        return Welcome.answers(settings.page());
    }

    /// Components that wait for something, with what they wait for; asked again for a while, since parts come back one after the other.
    List<String> unsatisfied() {
        return await(this::waiting);
    }

    private List<String> waiting() {
        ServiceComponentRuntime runtime = context().getService(java.util.Objects.requireNonNull(context().getServiceReference(ServiceComponentRuntime.class), "component runtime"));
        return runtime.getComponentDescriptionDTOs().stream()
                .flatMap(description -> runtime.getComponentConfigurationDTOs(description).stream())
                .filter(component -> component.state != ComponentConfigurationDTO.ACTIVE && component.state != ComponentConfigurationDTO.SATISFIED)
                .map(component -> component.description.name + " waits for " + Arrays.stream(component.unsatisfiedReferences).map(reference -> reference.name).toList())
                .toList();
    }

    /// What `problems` still tells when it is empty at last, or when patience ends.
    private static List<String> await(Supplier<List<String>> problems) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        List<String> left = problems.get();
        while (!left.isEmpty() && System.nanoTime() < end) {
            java.util.concurrent.locks.LockSupport.parkNanos(20_000_000);
            left = problems.get();
        }
        return left;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() throws Exception {
        framework.stop();
        framework.waitForStop(PATIENCE.toMillis());
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
