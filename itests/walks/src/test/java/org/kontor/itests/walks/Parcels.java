package org.kontor.itests.walks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.kontor.itests.harness.Repository;

/// The sample partner bundle, built apart as a partner builds it.
final class Parcels {
    private Parcels() {}

    /// The newest jar of `samples/acme.parcels`; built now when it is missing.
    static Path jar() {
        Path folder = Repository.root().resolve("samples/acme.parcels");
        return built(folder).or(() -> {
            build(folder);
            return built(folder);
        }).orElseThrow(() -> new IllegalStateException("the build of " + folder + " left no jar"));
    }

    private static java.util.Optional<Path> built(Path folder) {
        if (!Files.isDirectory(folder.resolve("target"))) {
            return java.util.Optional.empty();
        }
        try (Stream<Path> jars = Files.list(folder.resolve("target"))) {
            return jars.filter(jar -> jar.getFileName().toString().matches("acme\\.parcels-[0-9.]+(-SNAPSHOT)?\\.jar")).findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(folder + " can't be read", e);
        }
    }

    private static void build(Path folder) {
        MavenRun.of(folder, "package", "-DskipTests");
    }
}
