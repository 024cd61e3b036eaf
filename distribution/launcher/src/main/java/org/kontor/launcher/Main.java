package org.kontor.launcher;

import java.io.IOException;
import java.util.ServiceLoader;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;

/// Starts the portal and stays until it is told to stop.
public final class Main {
    private static final long STOP_MILLIS = 20_000;

    private Main() {}

    public static void main(String[] args) {
        try {
            run(Settings.read());
        } catch (Refused e) {
            System.err.println(e.getMessage());
            System.exit(2);
        } catch (IOException | BundleException e) {
            System.err.println("Kontor does not start: " + e.getMessage());
            System.exit(1);
        } catch (InterruptedException e) {
            System.exit(1);
        }
    }

    private static void run(Settings settings) throws IOException, BundleException, InterruptedException {
        try (DataFolder data = DataFolder.lock(settings.data())) {
            settings.checkPort();
            Framework framework = ServiceLoader.load(FrameworkFactory.class).findFirst().orElseThrow().newFramework(settings.framework());
            framework.init();
            new SystemBundles(settings.home().resolve("system")).bring(framework.getBundleContext());
            Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> stop(framework)));
            framework.start();
            Welcome.whenReady(settings, framework.getBundleContext());
            framework.waitForStop(0);
        }
    }

    private static void stop(Framework framework) {
        try {
            closeDoor(framework.getBundleContext());
            framework.stop();
            framework.waitForStop(STOP_MILLIS);
            System.out.println("stopped");
        } catch (BundleException e) {
            System.err.println("not stopped cleanly: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Stops the web server before what it shows: nobody is served by half a portal.
    private static void closeDoor(BundleContext context) throws BundleException {
        for (Bundle bundle : context.getBundles()) {
            if (bundle.getSymbolicName().startsWith("org.apache.felix.http.jetty")) {
                bundle.stop(Bundle.STOP_TRANSIENT);
            }
        }
    }
}
