package org.kontor.ui.shell.internal.fields;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.kontor.api.documents.Kind.Choice.Option;
import org.kontor.api.labels.Label;

/// The values of a choice while they are edited: added one by one, brought into order, or taken over as lines of text (FLD-15, 16).
final class OptionDraft {
    private static final int LONGEST_ID = 40;

    private final List<Option> options;
    private final Function<Label, String> plain;

    /// `plain` is the text that an id is made from, and that tells whether two values are the same.
    OptionDraft(List<Option> options, Function<Label, String> plain) {
        this.options = new ArrayList<>(options);
        this.plain = plain;
    }

    List<Option> all() {
        return List.copyOf(options);
    }

    /// Adds a value at the end, unless there is one of the same name; says whether it did.
    boolean add(Label name) {
        String text = plain.apply(name).strip();
        if (text.isEmpty() || options.stream().anyMatch(option -> plain.apply(option.name()).strip().equalsIgnoreCase(text))) {
            return false;
        }
        options.add(new Option(freeId(text), name));
        return true;
    }

    /// Adds a value for each line that is not blank and not there yet; the number of those added.
    int addLines(String lines, Function<String, Label> name) {
        return (int) lines.lines().map(String::strip).filter(line -> !line.isEmpty()).filter(line -> add(name.apply(line))).count();
    }

    /// Changes places with the value above (-1) or below (1); at the end nothing happens.
    void move(int place, int by) {
        if (place + by >= 0 && place + by < options.size()) {
            Collections.swap(options, place, place + by);
        }
    }

    void rename(int place, Label name) {
        Option option = options.get(place);
        options.set(place, new Option(option.id(), name, option.offered()));
    }

    /// Offers a value, or only shows it where documents have it.
    void offer(int place, boolean offered) {
        Option option = options.get(place);
        options.set(place, new Option(option.id(), option.name(), offered));
    }

    void remove(int place) {
        options.remove(place);
    }

    private String freeId(String text) {
        Set<String> taken = new HashSet<>(options.stream().map(Option::id).toList());
        String latin = Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}", "").toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
        String wanted = latin.isEmpty() ? "value" : latin.substring(0, Math.min(latin.length(), LONGEST_ID));
        String id = wanted;
        for (int number = 2; taken.contains(id); number++) {
            id = wanted + "-" + number;
        }
        return id;
    }
}
