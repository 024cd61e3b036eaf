package org.kontor.itests.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.kontor.itests.harness.Repository;

/// The baseline of a start: the same Java, framework and web server with nothing of ours in them.
final class BareServer implements AutoCloseable {
    private static final List<String> LEVELS = List.of("01", "02", "03", "04");

    private final Path home;
    private final Path data;
    private final int port;
    private final Process process;

    private BareServer(Path home, Path data, int port, Process process) {
        this.home = home;
        this.data = data;
        this.port = port;
        this.process = process;
    }

    static BareServer start() throws IOException {
        Path from = Repository.distribution();
        Path home = Files.createTempDirectory("kontor-bare-");
        copy(from.resolve("conf"), home.resolve("conf"));
        copy(from.resolve("lib"), home.resolve("lib"));
        for (String level : LEVELS) {
            copy(from.resolve("system").resolve(level), home.resolve("system").resolve(level));
        }
        Path data = Files.createTempDirectory("kontor-bare-data-");
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        Process process = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:+UseSerialGC", "-Xmx512m", "--sun-misc-unsafe-memory-access=allow",
                "-Dkontor.home=" + home, "-Dkontor.data=" + data, "-Dkontor.port=" + port,
                "-cp", home.resolve("lib/launcher.jar") + java.io.File.pathSeparator + home.resolve("lib/felix.jar"), "org.kontor.launcher.Main")
                .redirectErrorStream(true).redirectOutput(data.resolve("out.txt").toFile()).start();
        return new BareServer(home, data, port, process);
    }

    long pid() {
        return process.pid();
    }

    /// Waits until something listens at its port.
    void awaitPort() throws InterruptedException {
        while (process.isAlive()) {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress("localhost", port), 200);
                return;
            } catch (IOException e) {
                Thread.sleep(10);
            }
        }
        throw new IllegalStateException("the bare server ended with " + process.exitValue());
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join();
        for (Path folder : List.of(home, data)) {
            try (Stream<Path> files = Files.walk(folder)) {
                files.sorted(java.util.Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
            } catch (IOException e) {
                throw new UncheckedIOException("folder " + folder + " can't be removed", e);
            }
        }
    }
}
