package org.kontor.itests.walks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Maven as a partner runs it, in a process of its own.
final class MavenRun {
    private MavenRun() {}

    static void of(Path folder, String... goals) {
        List<String> command = new ArrayList<>(List.of(System.getProperty("kontor.maven", "mvn"), "-q", "-B", "-ntp"));
        if (Boolean.getBoolean("kontor.offline")) {
            command.add("-o");
        }
        command.addAll(List.of(goals));
        try {
            ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
            builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
            Process process = builder.start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new AssertionError("mvn " + String.join(" ", goals) + " failed in " + folder + ":\n" + output);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("mvn can't be run", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
