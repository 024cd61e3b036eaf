package org.kontor.intake.ui.internal;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.kontor.api.documents.DocumentTypes;
import org.kontor.api.documents.Refusal;
import org.kontor.api.labels.Label;
import org.kontor.api.people.People;
import org.kontor.api.people.Person;
import org.kontor.api.people.PersonId;
import org.kontor.intake.WebForm;
import org.kontor.intake.WebForms;
import org.kontor.ui.api.Viewer;

/// One form: where it is, whether it is open, who gets what comes in, and which sites may show it.
final class FormPanel {
    private final WebForm form;
    private final WebForms forms;
    private final DocumentTypes types;
    private final Viewer viewer;
    private final Div content = new Div();
    private final NativeButton toggle = new NativeButton();
    private final Span state = new Span();
    private final Select<Person> responsible = new Select<>();
    private final TextArea sites = new TextArea();
    private WebForms.Settings settings;

    FormPanel(WebForm form, WebForms forms, DocumentTypes types, People people, Viewer viewer) {
        this.form = form;
        this.forms = forms;
        this.types = types;
        this.viewer = viewer;
        this.settings = forms.settings(form.id());
        responsible.setItems(people.all().stream().filter(person -> person.active() || settings.responsible().equals(Optional.of(person.id()))).toList());
        draw();
        content.addClassNames("panel", "stack");
        content.getElement().setAttribute("data-test", "form-" + form.id());
        content.add(head(), address(), questions());
        show();
    }

    Component content() {
        return content;
    }

    private void draw() {
        responsible.setLabel(text("forms.responsible"));
        responsible.setHelperText(text("forms.responsible.hint"));
        responsible.setItemLabelGenerator(Person::name);
        responsible.getElement().setAttribute("data-test", "form-responsible");
        sites.setLabel(text("forms.sites"));
        sites.setHelperText(text("forms.sites.hint"));
        sites.setPlaceholder("https://example.org");
        sites.setMaxLength(2000);
        sites.setMinRows(2);
        sites.getElement().setAttribute("data-test", "form-sites");
        toggle.addClassName("switch");
        toggle.getElement().setAttribute("type", "button").setAttribute("role", "switch").setAttribute("aria-label", text("forms.switch", form.heading())).setAttribute("data-test", "switch-form-" + form.id());
        toggle.addClickListener(_ -> decide(new WebForms.Settings(!settings.on(), settings.responsible().or(() -> Optional.of(viewer.person().id())), settings.sites()),
                settings.on() ? "forms.closed" : "forms.opened"));
    }

    private Component head() {
        String opens = types.find(form.typeId()).map(type -> text("forms.opens", type.many())).orElseGet(() -> text("forms.type-away", form.typeId()));
        Paragraph hint = new Paragraph(opens);
        hint.addClassNames("quiet", "small");
        hint.getStyle().set("margin", "0");
        Div words = new Div(new H2(viewer.text(form.heading())), hint);
        words.addClassName("grow");
        Div head = new Div(words, state, toggle);
        head.addClassName("row");
        return head;
    }

    private Component address() {
        Anchor link = new Anchor("/forms/" + form.id(), "/forms/" + form.id());
        link.setTarget("_blank");
        link.getElement().setAttribute("router-ignore", true).setAttribute("rel", "noopener").setAttribute("data-test", "form-link");
        link.getStyle().set("overflow-wrap", "anywhere");
        // only the browser knows under which name the portal is reached
        link.addAttachListener(_ -> link.getElement().executeJs("this.textContent = this.href"));
        Div line = new Div(link, button("", text("forms.copy"), "copy-form", () -> link.getElement()
                .executeJs("return navigator.clipboard ? navigator.clipboard.writeText(this.href).then(() => true, () => false) : false")
                .then(Boolean.class, done -> viewer.tell(Label.of(done ? "forms.copied" : "forms.copy.failed")))));
        line.addClassNames("row", "wrap");
        return line;
    }

    private Component questions() {
        Div save = new Div(button("primary", text("forms.save"), "save-form", () -> decide(new WebForms.Settings(settings.on(),
                responsible.getOptionalValue().map(Person::id), lines(sites.getValue())), "forms.saved")));
        Div all = new Div(responsible, sites, save);
        all.addClassName("stack");
        all.getStyle().set("max-width", "520px");
        return all;
    }

    private static List<String> lines(String text) {
        return Arrays.stream(text.strip().split("\\s+")).filter(line -> !line.isEmpty()).toList();
    }

    private void decide(WebForms.Settings wanted, String told) {
        List<Refusal> reasons = forms.decide(form.id(), wanted, viewer.actor());
        sites.setInvalid(!reasons.isEmpty());
        sites.setErrorMessage(reasons.isEmpty() ? "" : viewer.text(reasons.getFirst().reason()));
        if (!reasons.isEmpty()) {
            viewer.tell(reasons.getFirst().reason());
            return;
        }
        settings = forms.settings(form.id());
        show();
        viewer.tell(Label.of(told));
    }

    private void show() {
        toggle.getElement().setAttribute("aria-checked", Boolean.toString(settings.on()));
        state.setText(text(settings.on() ? "forms.state.open" : "forms.state.closed"));
        state.setClassName("state");
        state.setClassName("good", settings.on());
        Optional<PersonId> who = settings.responsible();
        responsible.setValue(responsible.getListDataView().getItems().filter(person -> who.equals(Optional.of(person.id()))).findFirst().orElse(null));
        sites.setValue(String.join("\n", settings.sites()));
    }

    private static NativeButton button(String kind, String text, String test, Runnable click) {
        NativeButton button = new NativeButton(text, _ -> click.run());
        button.addClassName("button");
        if (!kind.isEmpty()) {
            button.addClassName(kind);
        }
        button.getElement().setAttribute("type", "button").setAttribute("data-test", test);
        return button;
    }

    private String text(String key, Object... arguments) {
        return viewer.text(Label.of(key, arguments));
    }
}
