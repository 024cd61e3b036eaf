package org.kontor.ui.shell.internal.card;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.kontor.api.labels.Label;
import org.kontor.ui.shell.internal.parts.Control;
import org.kontor.ui.shell.internal.parts.Elements;
import org.kontor.ui.shell.internal.parts.Popup;
import org.kontor.ui.shell.internal.tab.PageTab;
import org.kontor.ui.shell.internal.tab.Portal;

/// Asks for a name in the viewer's language, and if wanted in the others; a language that was left empty gets the same name.
final class NamesDialog {
    private final PageTab tab;
    private final Function<Label, Optional<Label>> take;
    private final Map<String, String> names = new LinkedHashMap<>();
    private final Div trouble = Elements.div("stack");
    private final Popup popup;

    /// `take` is asked to use the name, and says why it can't; `more` is shown below the names.
    NamesDialog(Label title, Optional<Label> present, Function<Label, Optional<Label>> take, PageTab tab, Portal portal, Component... more) {
        this.tab = tab;
        this.take = take;
        Div form = Elements.div("names-form");
        Locale own = tab.habits().language();
        portal.labels.languages().stream().sorted(java.util.Comparator.comparing((Locale language) -> !language.getLanguage().equals(own.getLanguage()))).forEach(language -> {
            String text = present.map(label -> portal.labels.text(label, language)).orElse("");
            names.put(language.getLanguage(), text);
            form.add(line(language, text));
        });
        trouble.getElement().setAttribute("role", "alert");
        NativeButton save = Elements.test(Elements.button("primary", "", tab.text(Label.of("card.names.save")), this::save), "save-names");
        Div buttons = Elements.div("row wrap actions", save, Elements.button("plain", "", tab.text(Label.of("card.section.cancel")), this::close));
        Div all = Elements.div("stack", form);
        all.add(more);
        all.add(trouble, buttons);
        form.getElement().executeJs("this.closest('.dialog').addEventListener('keydown', e => { if (e.key === 'Enter' && e.target.matches('input[type=text]')) { e.preventDefault(); e.target.blur(); setTimeout(() => $0.click()); } })", save.getElement());
        popup = new Popup(tab.text(title), all);
    }

    void open() {
        popup.open(tab);
    }

    private void close() {
        popup.close();
    }

    private Component line(Locale language, String text) {
        Control input = Control.line("text", text).with("data-test", "name-" + language.getLanguage()).with("maxlength", "100").with("lang", language.getLanguage());
        input.whenSettled((settled, _) -> names.put(language.getLanguage(), settled.strip()));
        com.vaadin.flow.dom.Element label = new com.vaadin.flow.dom.Element("label");
        label.appendChild(new com.vaadin.flow.dom.Element("span").setText(language.getDisplayLanguage(tab.habits().language())), input.getElement());
        Div line = new Div();
        line.getElement().appendChild(label);
        return line;
    }

    private void save() {
        trouble.removeAll();
        Optional<String> first = names.values().stream().filter(name -> !name.isBlank()).findFirst();
        if (first.isEmpty()) {
            refuse(Label.of("card.names.none"));
            return;
        }
        Map<String, String> all = new LinkedHashMap<>();
        names.forEach((language, name) -> all.put(language, name.isBlank() ? first.get() : name));
        take.apply(new Label.Given(all)).ifPresentOrElse(this::refuse, this::close);
    }

    private void refuse(Label why) {
        trouble.add(Elements.note("bad", "circle-alert", tab.text(why)));
    }
}
