package org.kontor.core.labels;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.osgi.framework.Bundle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The texts in the folder `i18n/` of one bundle, by language, then key.
record LabelFiles(Map<String, Map<String, String>> byLanguage) {
    private static final Logger LOG = LoggerFactory.getLogger(LabelFiles.class);

    static LabelFiles of(Bundle bundle) {
        Map<String, Map<String, String>> all = new HashMap<>();
        Enumeration<URL> entries = bundle.findEntries("i18n", "*.properties", false);
        while (entries != null && entries.hasMoreElements()) {
            URL file = entries.nextElement();
            all.put(language(file.getPath()), read(file));
        }
        return new LabelFiles(all);
    }

    private static String language(String path) {
        String stem = path.substring(path.lastIndexOf('/') + 1, path.length() - ".properties".length());
        return stem.matches(".*_[a-z]{2}") ? stem.substring(stem.length() - 2) : "en";
    }

    private static Map<String, String> read(URL file) {
        Properties properties = new Properties();
        try (Reader reader = new InputStreamReader(file.openStream(), StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            LOG.error("label file {} can't be read: its texts are shown as keys", file, e);
        }
        return properties.stringPropertyNames().stream().collect(Collectors.toMap(key -> key, properties::getProperty));
    }
}
