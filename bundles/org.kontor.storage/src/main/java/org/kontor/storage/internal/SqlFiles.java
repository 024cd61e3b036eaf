package org.kontor.storage.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;

/// The migrations of one part, found in a bundle or, in tests, on the class path. Flyway's own search finds nothing in a bundle.
final class SqlFiles implements ResourceProvider {
    private final List<SqlFile> files;

    SqlFiles(List<SqlFile> files) {
        this.files = files;
    }

    /// The SQL files in `folder` and in its sub-folder for one engine, by name.
    static List<SqlFile> of(Class<?> owner, String folder, String engine) {
        List<SqlFile> all = new ArrayList<>();
        for (String place : List.of(folder, folder + "/" + engine)) {
            all.addAll(Optional.ofNullable(FrameworkUtil.getBundle(owner)).map(bundle -> inBundle(bundle, place)).orElseGet(() -> onClassPath(owner, place)));
        }
        all.sort(Comparator.comparing(SqlFile::getFilename));
        return all;
    }

    private static List<SqlFile> inBundle(Bundle bundle, String folder) {
        List<SqlFile> found = new ArrayList<>();
        var entries = bundle.findEntries(folder, "*.sql", false);
        while (entries != null && entries.hasMoreElements()) {
            URL entry = entries.nextElement();
            try (InputStream in = entry.openStream()) {
                found.add(new SqlFile(entry.getPath().substring(entry.getPath().lastIndexOf('/') + 1), new String(in.readAllBytes(), StandardCharsets.UTF_8)));
            } catch (IOException e) {
                throw new UncheckedIOException("migration " + entry + " can't be read", e);
            }
        }
        return found;
    }

    private static List<SqlFile> onClassPath(Class<?> owner, String folder) {
        try {
            Path place = Path.of(owner.getProtectionDomain().getCodeSource().getLocation().toURI());
            if (Files.isDirectory(place)) {
                return inFolder(place.resolve(folder));
            }
            try (FileSystem jar = FileSystems.newFileSystem(place)) {
                return inFolder(jar.getPath(folder));
            }
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException("migrations beside " + owner.getName() + " can't be read", e);
        }
    }

    private static List<SqlFile> inFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> paths = Files.list(folder)) {
            List<SqlFile> found = new ArrayList<>();
            for (Path path : paths.filter(path -> path.toString().endsWith(".sql")).toList()) {
                found.add(new SqlFile(path.getFileName().toString(), Files.readString(path)));
            }
            return found;
        }
    }

    @Override
    public LoadableResource getResource(String name) {
        return files.stream().filter(file -> file.getFilename().equals(name)).findFirst().orElse(null);
    }

    @Override
    public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
        return files.stream()
                .filter(file -> file.getFilename().startsWith(prefix) && Arrays.stream(suffixes).anyMatch(file.getFilename()::endsWith))
                .map(LoadableResource.class::cast)
                .toList();
    }
}
