package org.kontor.core.labels;

import java.text.Format;
import java.text.MessageFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.kontor.api.labels.Label;
import org.kontor.api.labels.Labels;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.util.tracker.BundleTracker;
import org.osgi.util.tracker.BundleTrackerCustomizer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The label files of all bundles that are started or about to be, looked up by language and key.
@Component
public final class BundleLabels implements Labels {
    private static final Logger LOG = LoggerFactory.getLogger(BundleLabels.class);
    private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.of("ru"), Locale.ITALIAN);

    private final Map<Bundle, LabelFiles> files = new ConcurrentHashMap<>();
    private final BundleTracker<LabelFiles> tracker;
    private volatile Map<String, Map<String, String>> texts = Map.of();

    @Activate
    public BundleLabels(BundleContext context) {
        tracker = new BundleTracker<>(context, Bundle.STARTING | Bundle.ACTIVE, new Following());
        tracker.open();
    }

    @Deactivate
    void close() {
        tracker.close();
    }

    @Override
    public List<Locale> languages() {
        return LANGUAGES;
    }

    @Override
    public String text(Label label, Locale language) {
        return switch (label) {
            case Label.Verbatim(String text) -> text;
            case Label.Given given -> given.in(language);
            case Label.Keyed(String key, List<Label> arguments) -> {
                Locale known = LANGUAGES.contains(Locale.of(language.getLanguage())) ? Locale.of(language.getLanguage()) : Locale.ENGLISH;
                String pattern = found(key, known.getLanguage()).or(() -> found(key, "en")).orElse(key);
                yield arguments.isEmpty() ? pattern : filled(pattern, arguments, known);
            }
        };
    }

    @Override
    public boolean has(String key) {
        return found(key, "en").isPresent();
    }

    /// Whole numbers are handed over as numbers only where the pattern chooses by them: an ordinary place shows what it was given.
    private String filled(String pattern, List<Label> arguments, Locale language) {
        try {
            MessageFormat format = new MessageFormat(pattern.replace("'", "''"), language);
            Format[] formats = format.getFormatsByArgumentIndex();
            Object[] values = new Object[arguments.size()];
            for (int i = 0; i < values.length; i++) {
                String text = text(arguments.get(i), language);
                values[i] = i < formats.length && formats[i] != null && text.matches("-?[0-9]{1,18}") ? (Object) Long.valueOf(text) : text;
            }
            return format.format(values);
        } catch (IllegalArgumentException e) {
            LOG.warn("the text '{}' can't be filled with {} arguments", pattern, arguments.size(), e);
            return pattern;
        }
    }

    private Optional<String> found(String key, String language) {
        return Optional.ofNullable(texts.getOrDefault(language, Map.of()).get(key));
    }

    private synchronized void rebuild() {
        Map<String, Map<String, String>> all = new HashMap<>();
        for (LabelFiles each : files.values()) {
            each.byLanguage().forEach((language, some) -> all.computeIfAbsent(language, _ -> new HashMap<>()).putAll(some));
        }
        texts = all;
    }

    private final class Following implements BundleTrackerCustomizer<LabelFiles> {
        @Override
        public @org.jspecify.annotations.Nullable LabelFiles addingBundle(Bundle bundle, @org.jspecify.annotations.Nullable BundleEvent event) {
            LabelFiles found = LabelFiles.of(bundle);
            if (found.byLanguage().isEmpty()) {
                return null;
            }
            files.put(bundle, found);
            rebuild();
            return found;
        }

        @Override
        public void modifiedBundle(Bundle bundle, @org.jspecify.annotations.Nullable BundleEvent event, LabelFiles found) {}

        @Override
        public void removedBundle(Bundle bundle, @org.jspecify.annotations.Nullable BundleEvent event, LabelFiles found) {
            files.remove(bundle);
            rebuild();
        }
    }
}
