package org.kontor.launcher;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;

/// Tells on the terminal when and where the portal can be used.
final class Welcome {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private Welcome() {}

    /// Waits until the first page is answered, then prints the address and, at the first start, how to sign in.
    static void whenReady(Settings settings, BundleContext context) throws IOException, InterruptedException {
        URI address = settings.page();
        long start = ManagementFactory.getRuntimeMXBean().getStartTime();
        if (!answers(address)) {
            System.err.println("Kontor does not answer at " + address + ": see " + settings.data().resolve("log/kontor.log"));
            for (Bundle bundle : context.getBundles()) {
                if (bundle.getState() != Bundle.ACTIVE && bundle.getHeaders().get(Constants.FRAGMENT_HOST) == null) {
                    System.err.println("  not started: " + bundle.getSymbolicName());
                }
            }
            return;
        }
        System.out.println();
        System.out.println("  Kontor is ready: " + address + "  (" + (System.currentTimeMillis() - start) + " ms)");
        Path password = settings.data().resolve("first-password.txt");
        if (Files.exists(password)) {
            System.out.println("  Sign in as admin with the password " + Files.readString(password).strip());
        }
        System.out.println("  Drop bundles into " + settings.data().resolve("deploy") + ", stop with Ctrl-C");
        System.out.println();
    }

    /// Asks for the first page until it comes, or patience ends.
    static boolean answers(URI address) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address.resolve("/")).header("Accept", "text/html").timeout(Duration.ofSeconds(10)).build();
        long end = System.nanoTime() + PATIENCE.toNanos();
        try (HttpClient client = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build()) {
            while (System.nanoTime() < end) {
                try {
                    if (client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
                        return true;
                    }
                } catch (IOException e) {
                    // Nothing listens yet: asked again below.
                }
                Thread.sleep(50);
            }
        }
        return false;
    }
}
