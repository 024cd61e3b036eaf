package org.kontor.itests.harness;

import java.nio.file.Files;
import java.nio.file.Path;

/// Where things lie in the source tree and in what was built from it.
public final class Repository {
    private Repository() {}

    /// The folder with the root `pom.xml`.
    ///
    /// @throws IllegalStateException when the tests run outside the source tree
    public static Path root() {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.isDirectory(folder.resolve("distribution/server")) && Files.isDirectory(folder.resolve("bundles"))) {
                return folder;
            }
        }
        throw new IllegalStateException("no source tree above " + Path.of("").toAbsolutePath() + ": run the walks inside it");
    }

    /// The portal that is tested: system property `kontor.home`, else what the build put together.
    ///
    /// @throws IllegalStateException when it was not built
    public static Path distribution() {
        String given = System.getProperty("kontor.home", "");
        Path home = given.isEmpty() ? root().resolve("distribution/server/target/kontor") : Path.of(given);
        if (!Files.exists(home.resolve("lib/launcher.jar"))) {
            throw new IllegalStateException("no portal in " + home + ": build it with ./kontor build");
        }
        return home;
    }
}
