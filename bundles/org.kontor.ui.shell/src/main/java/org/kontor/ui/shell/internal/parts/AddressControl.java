package org.kontor.ui.shell.internal.parts;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.dom.Element;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.kontor.api.documents.PostalAddress;
import org.kontor.api.labels.Label;
import org.kontor.ui.shell.internal.tab.PageTab;

/// The parts of a postal address, each in a line of its own; the country by its name in the viewer's language.
final class AddressControl {
    /// The parts in the order in which they are written here, and the words by which browsers fill them in.
    private static final Map<String, String> PARTS = new LinkedHashMap<>();

    static {
        PARTS.put("street", "street-address");
        PARTS.put("postcode", "postal-code");
        PARTS.put("city", "address-level2");
        PARTS.put("region", "address-level1");
    }

    private final PageTab tab;
    private final Map<String, String> texts = new LinkedHashMap<>();
    private final List<Element> controls = new ArrayList<>();
    private final Div content = Elements.div("address");
    private BiConsumer<Optional<Object>, Optional<Label>> settled = (_, _) -> {};

    AddressControl(String fieldId, String name, Optional<PostalAddress> value, PageTab tab) {
        this.tab = tab;
        texts.put("street", value.map(PostalAddress::street).orElse(""));
        texts.put("postcode", value.map(PostalAddress::postcode).orElse(""));
        texts.put("city", value.map(PostalAddress::city).orElse(""));
        texts.put("region", value.map(PostalAddress::region).orElse(""));
        texts.put("country", value.map(PostalAddress::country).orElse(""));
        content.getElement().setAttribute("role", "group").setAttribute("aria-label", name);
        PARTS.forEach((part, filling) -> add(fieldId, part, Control.line("text", texts.getOrDefault(part, "")).with("maxlength", "250").with("autocomplete", filling)));
        add(fieldId, "country", Control.choice(countries(), texts.getOrDefault("country", ""), true));
    }

    private void add(String fieldId, String part, Control control) {
        String word = tab.text(Label.of("field.address." + part));
        control.with("data-test", "input-" + fieldId + "-" + part).with("aria-label", word).with("placeholder", word);
        control.whenSettled((text, _) -> {
            texts.put(part, text);
            hand();
        });
        controls.add(control.getElement());
        Div line = Elements.div("address-" + part, control);
        content.add(line);
    }

    Div content() {
        return content;
    }

    List<Element> controls() {
        return controls;
    }

    /// Hands over the address after each part that was changed, or why it is none.
    void whenSettled(BiConsumer<Optional<Object>, Optional<Label>> taker) {
        settled = taker;
    }

    private void hand() {
        if (texts.values().stream().allMatch(String::isBlank)) {
            settled.accept(Optional.empty(), Optional.empty());
            return;
        }
        try {
            settled.accept(Optional.of(new PostalAddress(text("street"), text("city"), text("region"), text("postcode"), text("country"))), Optional.empty());
        } catch (IllegalArgumentException e) {
            settled.accept(Optional.empty(), Optional.of(Label.of("field.address.wrong")));
        }
    }

    private String text(String part) {
        return texts.getOrDefault(part, "");
    }

    private Map<String, String> countries() {
        Locale language = tab.habits().language();
        java.text.Collator order = java.text.Collator.getInstance(language);
        return Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2).stream()
                .map(code -> Map.entry(code, Locale.of("", code).getDisplayCountry(language)))
                .sorted(Comparator.comparing(Map.Entry::getValue, order))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, _) -> a, LinkedHashMap::new));
    }
}
