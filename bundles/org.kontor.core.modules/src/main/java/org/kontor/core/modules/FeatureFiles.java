package org.kontor.core.modules;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.osgi.service.feature.Feature;
import org.osgi.service.feature.FeatureService;
import org.osgi.service.feature.ID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The features there are: `features/*.json`, and their bundles in `modules/`.
final class FeatureFiles {
    private static final Logger LOG = LoggerFactory.getLogger(FeatureFiles.class);
    private static final String PREFIX = "feature.";

    private final Path home;
    private final FeatureService service;

    FeatureFiles(Path home, FeatureService service) {
        this.home = home;
        this.service = service;
    }

    /// Features by module id: the artifact id without `feature.`.
    Map<String, Feature> read() {
        Map<String, Feature> found = new TreeMap<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(home.resolve("features"), "*.json")) {
            for (Path file : files) {
                try (Reader reader = Files.newBufferedReader(file)) {
                    Feature feature = service.readFeature(reader);
                    found.put(feature.getID().getArtifactId().replaceFirst("^" + PREFIX, ""), feature);
                } catch (IOException | RuntimeException e) {
                    LOG.error("feature file {} can't be read: its module can't be switched on", file, e);
                }
            }
        } catch (IOException e) {
            LOG.error("the folder {} can't be read: there are no modules", home.resolve("features"), e);
        }
        return found;
    }

    /// Where a feature's bundle lies.
    Path jar(ID id) {
        return home.resolve("modules").resolve(id.getArtifactId() + "-" + id.getVersion() + ".jar");
    }
}
