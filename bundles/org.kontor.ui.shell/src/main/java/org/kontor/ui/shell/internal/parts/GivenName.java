package org.kontor.ui.shell.internal.parts;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.NativeLabel;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.kontor.api.documents.Refusal;
import org.kontor.api.labels.Label;
import org.kontor.ui.shell.internal.tab.PageTab;
import org.kontor.ui.shell.internal.tab.Portal;

/// Asks for a name in every language of the portal: the viewer's first, the others behind a fold. One that is left empty becomes the viewer's.
public final class GivenName {
    private static final int LONGEST = 100;
    private static final int TYPING_MILLIS = 120;

    private final Label present;
    private final Map<Locale, Input> inputs = new LinkedHashMap<>();
    private final Map<Locale, String> before = new LinkedHashMap<>();
    private final Locale own;
    private final Div trouble = Elements.div("trouble");
    private final Div content = Elements.div("given-name");
    private Runnable typed = () -> {};

    /// `present` is the name as it is, a blank one for something new; `what` says above the first input what is named.
    public GivenName(PageTab tab, Portal portal, Label present, String what) {
        this.present = present;
        List<Locale> languages = portal.labels.languages();
        own = languages.stream().filter(each -> each.getLanguage().equals(tab.person().language().getLanguage())).findFirst().orElse(languages.getFirst());
        Div others = Elements.div("given-others");
        content.add(line(own, what, portal), trouble);
        languages.stream().filter(each -> !each.equals(own)).forEach(language -> others.add(line(language, spoken(language, tab), portal)));
        NativeDetails fold = new NativeDetails(tab.text(Label.of("names.others")), others);
        content.add(Elements.test(fold, "name-languages"));
        trouble.getElement().setAttribute("role", "alert");
        trouble.setId("name-" + UUID.randomUUID().toString().substring(0, 8));
        inputs.get(own).getElement().setAttribute("aria-describedby", trouble.getId().orElseThrow());
        hint();
    }

    public Component content() {
        return content;
    }

    /// Calls `action` while the viewer types.
    public void whenTyped(Runnable action) {
        typed = action;
    }

    /// The name as typed; empty while nothing is. Untouched it is the name that was there.
    public Optional<Label> label() {
        String first = inputs.get(own).getValue().strip();
        if (first.isEmpty()) {
            return Optional.empty();
        }
        if (inputs.entrySet().stream().allMatch(each -> each.getValue().getValue().strip().equals(before.get(each.getKey())))) {
            return Optional.of(present);
        }
        Map<String, String> texts = new LinkedHashMap<>();
        inputs.forEach((language, input) -> texts.put(language.getLanguage(), input.getValue().isBlank() ? first : input.getValue().strip()));
        return Optional.of(new Label.Given(texts));
    }

    /// The name as typed, or a word below that there is none.
    public Optional<Label> asked(PageTab tab) {
        Optional<Label> label = label();
        refuse(label.isPresent() ? "" : tab.text(Label.of("names.missing")));
        return label;
    }

    /// Says below why the name, or what it is for, can't be taken.
    public void refuse(List<Refusal> reasons, PageTab tab) {
        refuse(tab.text(reasons.getFirst().reason()));
    }

    private void refuse(String why) {
        trouble.setText(why);
        inputs.get(own).getElement().setAttribute("aria-invalid", Boolean.toString(!why.isEmpty()));
        if (!why.isEmpty()) {
            focus();
        }
    }

    public void focus() {
        inputs.get(own).getElement().executeJs("setTimeout(() => { this.focus(); this.select(); })");
    }

    private Component line(Locale language, String title, Portal portal) {
        Input input = Elements.test(new Input(), "name-" + language.getLanguage());
        input.addClassName("input");
        String text = blank() ? "" : portal.labels.text(present, language);
        input.setValue(text);
        before.put(language, text);
        input.getElement().setAttribute("maxlength", Integer.toString(LONGEST)).setAttribute("autocomplete", "off").setAttribute("lang", language.getLanguage());
        input.setValueChangeMode(ValueChangeMode.LAZY);
        input.setValueChangeTimeout(TYPING_MILLIS);
        input.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                hint();
                typed.run();
            }
        });
        inputs.put(language, input);
        NativeLabel label = new NativeLabel(title);
        label.addClassName("given-line");
        label.add(input);
        return label;
    }

    private boolean blank() {
        return present instanceof Label.Verbatim(String text) && text.isBlank();
    }

    private void hint() {
        inputs.forEach((language, input) -> {
            if (!language.equals(own)) {
                input.setPlaceholder(inputs.get(own).getValue().strip());
            }
        });
    }

    private static String spoken(Locale language, PageTab tab) {
        String name = language.getDisplayLanguage(tab.person().language());
        return name.substring(0, 1).toUpperCase(tab.person().language()) + name.substring(1);
    }
}
