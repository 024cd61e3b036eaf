package org.kontor.ui.shell.internal.parts;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.kontor.api.labels.Label;
import org.kontor.ui.shell.internal.tab.PageTab;
import org.kontor.ui.shell.internal.tab.Portal;

/// The inputs for a name in each language of the portal (UI-6). Each is marked `<test>-<language>` for tests.
public final class NamesInput {
    private final PageTab tab;
    private final Portal portal;
    private final String test;
    private final Optional<Label> start;
    private final Runnable settled;
    private final Map<String, String> texts = new LinkedHashMap<>();
    private final Map<String, Control> inputs = new LinkedHashMap<>();
    private final Div content = Elements.div("names-input");

    /// `what` is said before each language, as in `Name`; `settled` runs after a text was changed.
    public NamesInput(PageTab tab, Portal portal, String test, String what, Optional<Label> start, Runnable settled) {
        this.tab = tab;
        this.portal = portal;
        this.test = test;
        this.start = start;
        this.settled = settled;
        for (Locale language : portal.labels.languages()) {
            content.add(line(what, language));
        }
    }

    public Component content() {
        return content;
    }

    public NamesInput marked(String classes) {
        content.addClassNames(classes.split(" "));
        return this;
    }

    /// Shows in each language what stands there while nothing is given.
    public NamesInput otherwise(Label label) {
        inputs.forEach((language, input) -> input.with("placeholder", portal.labels.text(label, Locale.forLanguageTag(language))));
        return this;
    }

    public void focus() {
        inputs.values().iterator().next().getElement().executeJs("setTimeout(() => this.focus())");
    }

    /// The name in the languages it was given in; empty when in none.
    public Optional<Label> read() {
        return texts.isEmpty() ? start.filter(Label.Keyed.class::isInstance) : Optional.of(new Label.Given(texts));
    }

    /// The name, where languages without one take that of the first that has one.
    public Optional<Label> readForAll() {
        return texts.isEmpty() ? Optional.empty() : Optional.of(everywhere(texts, portal));
    }

    /// A text as a name in every language.
    public static Label everywhere(String text, Portal portal) {
        return everywhere(Map.of("en", text), portal);
    }

    private static Label everywhere(Map<String, String> some, Portal portal) {
        Map<String, String> all = new LinkedHashMap<>();
        portal.labels.languages().forEach(each -> all.put(each.getLanguage(), some.getOrDefault(each.getLanguage(), some.values().iterator().next())));
        return new Label.Given(all);
    }

    public void clear() {
        texts.clear();
        inputs.values().forEach(input -> input.getElement().executeJs("this.value = ''"));
    }

    private Component line(String what, Locale language) {
        String code = language.getLanguage();
        given(code).ifPresent(text -> texts.put(code, text));
        String name = language.getDisplayLanguage(tab.person().language());
        String shown = name.substring(0, 1).toUpperCase(tab.person().language()) + name.substring(1);
        Control input = Control.line("text", texts.getOrDefault(code, "")).with("data-test", test + "-" + code).with("aria-label", what + ", " + shown).with("lang", code).with("maxlength", "100");
        input.whenSettled((text, _) -> settle(code, text.strip()));
        inputs.put(code, input);
        return Elements.div("name-line", Elements.text("name-language", shown), input);
    }

    private Optional<String> given(String code) {
        return start.flatMap(label -> switch (label) {
            case Label.Given given -> Optional.ofNullable(given.byLanguage().get(code));
            case Label.Verbatim(String text) -> Optional.of(text);
            case Label.Keyed _ -> Optional.empty();
        });
    }

    private void settle(String code, String text) {
        if (text.isEmpty()) {
            texts.remove(code);
        } else {
            texts.put(code, text);
        }
        settled.run();
    }
}
