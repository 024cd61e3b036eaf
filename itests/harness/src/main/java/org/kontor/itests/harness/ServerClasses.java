package org.kontor.itests.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// Looks into a portal's Java machine from outside.
public final class ServerClasses {
    private ServerClasses() {}

    /// How many class loaders of bundles are reachable. The machine collects its garbage first.
    public static long bundleLoaders(Portal portal) {
        return instances(portal, "org.apache.felix.framework.BundleWiringImpl$BundleClassLoader");
    }

    /// How many objects of a class are reachable.
    public static long instances(Portal portal, String className) {
        String histogram = jcmd(portal, "GC.class_histogram");
        return histogram.lines()
                .map(line -> line.strip().split("\\s+"))
                .filter(parts -> parts.length >= 4 && parts[3].equals(className))
                .mapToLong(parts -> Long.parseLong(parts[1]))
                .sum();
    }

    /// A diagnostic command of the Java machine and its answer.
    public static String jcmd(Portal portal, String... command) {
        try {
            var line = new java.util.ArrayList<String>();
            line.add(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString());
            line.add(Long.toString(portal.pid()));
            line.addAll(java.util.List.of(command));
            Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
            String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException("jcmd failed: " + answer);
            }
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException("jcmd can't be run: is this a JDK?", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
