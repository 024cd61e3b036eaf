package org.kontor.itests.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/// A folder below `bundles/`, as it was built.
record Bundle(Path folder) {
    static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();

    /// All bundles, those that only wrap the code of others included; not what is no bundle, as the parent of partners' poms.
    static List<Bundle> all() {
        try (Stream<Path> folders = Files.list(ROOT.resolve("bundles"))) {
            return folders.filter(folder -> Files.exists(folder.resolve("pom.xml")) && !text(folder.resolve("pom.xml")).contains("<packaging>pom</packaging>")).sorted().map(Bundle::new).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The bundles whose code is ours.
    static List<Bundle> ours() {
        return all().stream().filter(bundle -> Files.exists(bundle.sources()) && !bundle.name().equals("org.kontor.ui.frontend")).toList();
    }

    /// Those that are shipped: without what only tests use.
    static List<Bundle> shipped() {
        return ours().stream().filter(bundle -> !bundle.name().startsWith("org.kontor.testkit")).toList();
    }

    String name() {
        return folder.getFileName().toString();
    }

    Path sources() {
        return folder.resolve("src/main/java");
    }

    Path resources() {
        return folder.resolve("src/main/resources");
    }

    Path classes() {
        return folder.resolve("target/classes");
    }

    /// Files below a folder whose name ends so; none when there is no such folder.
    static List<Path> files(Path below, String ending) {
        if (!Files.exists(below)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(below)) {
            return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A header of the bundle's jar.
    Optional<String> header(String name) {
        Path jar = files(folder.resolve("target"), "-1.0.0-SNAPSHOT.jar").stream().findFirst()
                .orElseThrow(() -> new IllegalStateException("bundle " + name() + " is not built: ./kontor build"));
        try (JarFile file = new JarFile(jar.toFile())) {
            Attributes headers = file.getManifest().getMainAttributes();
            return Optional.ofNullable(headers.getValue(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return name();
    }
}
