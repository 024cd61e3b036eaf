package org.kontor.itests.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A portal in a process of its own, with a fresh data folder on a free port.
///
/// [#close] stops it and removes the folder. Nothing else of the machine is touched.
public final class Portal implements AutoCloseable {
    private static final Duration START = Duration.ofMinutes(2);
    private static final Duration STOP = Duration.ofSeconds(30);

    private final Path home;
    private final Path data;
    private final int port;
    private final List<String> options;
    private Process process;
    private Duration startTime = Duration.ZERO;

    private Portal(Path home, Path data, int port, List<String> options) {
        this.home = home;
        this.data = data;
        this.port = port;
        this.options = options;
        this.process = launch();
    }

    /// Starts a portal and waits until it answers. `options` go to the Java machine, as `-Dkontor.demo=true`: unless asked for there are
    /// neither demo people nor demo leads.
    public static Portal start(String... options) {
        try {
            Path data = Files.createTempDirectory("kontor-walk-");
            Portal portal = new Portal(Repository.distribution(), data, freePort(), List.of(options));
            portal.awaitReady();
            return portal;
        } catch (IOException e) {
            throw new UncheckedIOException("no folder for the data of a portal", e);
        }
    }

    /// `http://localhost:PORT`, without a slash at the end.
    public String address() {
        return "http://localhost:" + port;
    }

    public URI uri(String path) {
        return URI.create(address() + path);
    }

    public Path data() {
        return data;
    }

    public Path home() {
        return home;
    }

    public long pid() {
        return process.pid();
    }

    /// From the start of the process to its first answered page, of the last start.
    public Duration startTime() {
        return startTime;
    }

    /// The password of `admin`, made at the first start.
    public String firstPassword() {
        return Waiting.present("first-password.txt in " + data, START, () -> {
            Path file = data.resolve("first-password.txt");
            return Files.exists(file) ? java.util.Optional.of(Files.readString(file).strip()) : java.util.Optional.empty();
        });
    }

    /// Ends the process as a power cut would: no shut-down hook runs.
    public void kill9() {
        process.destroyForcibly();
        awaitEnd();
    }

    /// Stops it as Ctrl-C does.
    public void stop() {
        process.destroy();
        awaitEnd();
    }

    /// Starts it again over the same data.
    public void restart() {
        if (process.isAlive()) {
            stop();
        }
        process = launch();
        awaitReady();
    }

    /// Drops a bundle into the `deploy` folder, whole at once as the handbook tells.
    public void deploy(Path jar) {
        try {
            Path folder = Files.createDirectories(data.resolve("deploy"));
            Path half = Files.copy(jar, Files.createTempFile(data, "drop", ".part"), StandardCopyOption.REPLACE_EXISTING);
            Files.move(half, folder.resolve(jar.getFileName()), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("bundle " + jar + " can't be dropped", e);
        }
    }

    /// Removes a bundle from the `deploy` folder.
    public void undeploy(Path jar) {
        try {
            Files.deleteIfExists(data.resolve("deploy").resolve(jar.getFileName()));
        } catch (IOException e) {
            throw new UncheckedIOException("bundle " + jar + " can't be removed", e);
        }
    }

    /// The log so far.
    public String log() {
        try {
            Path file = data.resolve("log/kontor.log");
            return Files.exists(file) ? new String(Files.readAllBytes(file), StandardCharsets.UTF_8) : "";
        } catch (IOException e) {
            throw new UncheckedIOException("the log of the portal in " + data + " can't be read", e);
        }
    }

    /// The last `lines` of the log.
    public String logTail(int lines) {
        List<String> all = log().lines().toList();
        return String.join("\n", all.subList(Math.max(0, all.size() - lines), all.size()));
    }

    @Override
    public void close() {
        stop();
        try (Stream<Path> files = Files.walk(data)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException("the data folder " + data + " can't be removed", e);
        }
    }

    private Process launch() {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC", "-Xmx512m", "--sun-misc-unsafe-memory-access=allow", "--enable-native-access=ALL-UNNAMED",
                "-Dkontor.home=" + home, "-Dkontor.data=" + data, "-Dkontor.port=" + port, "-Dkontor.demo=false"));
        command.addAll(options);
        command.addAll(List.of("-cp", home.resolve("lib/launcher.jar") + java.io.File.pathSeparator + home.resolve("lib/felix.jar"), "org.kontor.launcher.Main"));
        try {
            Path out = Files.createDirectories(data.resolve("log")).resolve("terminal.txt");
            return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(out.toFile())).start();
        } catch (IOException e) {
            throw new UncheckedIOException("the portal in " + home + " can't be started", e);
        }
    }

    private void awaitReady() {
        long begin = System.nanoTime();
        Waiting.until("an answer of " + address(), START, () -> {
            if (!process.isAlive()) {
                throw new IllegalStateException("the portal ended with " + process.exitValue() + ": " + terminal());
            }
            return Web.answers(uri("/"));
        });
        startTime = Duration.ofNanos(System.nanoTime() - begin);
    }

    /// What the portal wrote to its terminal.
    public String terminal() {
        try {
            return Files.readString(data.resolve("log/terminal.txt"));
        } catch (IOException e) {
            return "";
        }
    }

    private void awaitEnd() {
        try {
            if (!process.waitFor(STOP.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
                throw new IllegalStateException("the portal did not stop within " + STOP.toSeconds() + " s: " + logTail(20));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the portal stops", e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
