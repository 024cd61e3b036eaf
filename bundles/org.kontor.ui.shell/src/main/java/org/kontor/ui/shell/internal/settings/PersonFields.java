package org.kontor.ui.shell.internal.settings;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.TextField;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import org.kontor.api.labels.Label;
import org.kontor.api.people.Person;
import org.kontor.ui.api.Viewer;
import org.kontor.ui.shell.internal.parts.Elements;
import org.kontor.ui.shell.internal.tab.Portal;

/// The inputs for what everybody may say of themselves: name, mail, language, zone.
final class PersonFields {
    private final TextField name;
    private final EmailField email;
    private final Select<Locale> language = new Select<>();
    private final ComboBox<ZoneId> zone;
    private final Viewer viewer;

    PersonFields(Viewer viewer, Portal portal, Optional<Person> person) {
        this.viewer = viewer;
        name = new TextField(viewer.text(Label.of("people.field.name")));
        name.setMaxLength(200);
        name.setValue(person.map(Person::name).orElse(""));
        name.setRequiredIndicatorVisible(true);
        name.getElement().setAttribute("autocomplete", "off");
        email = new EmailField(viewer.text(Label.of("people.field.email")));
        email.setMaxLength(254);
        email.setValue(person.map(Person::email).orElse(""));
        email.setErrorMessage(viewer.text(Label.of("people.field.email.wrong")));
        language.setLabel(viewer.text(Label.of("people.field.language")));
        language.setItems(portal.labels.languages());
        language.setItemLabelGenerator(PersonFields::named);
        language.setValue(known(person.orElse(viewer.person()).language(), portal.labels.languages()));
        zone = new ComboBox<>(viewer.text(Label.of("people.field.zone")));
        zone.setItems(zones(person.orElse(viewer.person()).zone()));
        zone.setItemLabelGenerator(each -> each.getId().replace('_', ' '));
        zone.setValue(person.orElse(viewer.person()).zone());
        Elements.test(name, "person-name");
        Elements.test(language, "person-language");
    }

    List<Component> content() {
        return List.of(name, email, language, zone);
    }

    /// Whether everything is filled in so that it can be saved; what is not is marked.
    boolean complete() {
        boolean named = !name.getValue().isBlank();
        name.setErrorMessage(named ? "" : viewer.text(Label.of("people.field.name.missing")));
        name.setInvalid(!named);
        return named && !email.isInvalid();
    }

    String name() {
        return name.getValue();
    }

    String email() {
        return email.getValue();
    }

    Locale language() {
        return language.getValue();
    }

    ZoneId zone() {
        return zone.getOptionalValue().orElse(viewer.person().zone());
    }

    void focus() {
        name.focus();
    }

    /// A language by its own name, as its speakers look for it.
    private static String named(Locale language) {
        String own = language.getDisplayLanguage(language);
        return own.substring(0, 1).toUpperCase(language) + own.substring(1);
    }

    private static Locale known(Locale wanted, List<Locale> spoken) {
        return spoken.stream().filter(each -> each.getLanguage().equals(wanted.getLanguage())).findFirst().orElse(spoken.getFirst());
    }

    /// Zones named by a place, and the present one.
    private static List<ZoneId> zones(ZoneId present) {
        TreeSet<String> ids = new TreeSet<>();
        for (String id : ZoneId.getAvailableZoneIds()) {
            if (id.matches("(Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.*")) {
                ids.add(id);
            }
        }
        ids.add("UTC");
        ids.add(present.getId());
        return ids.stream().map(ZoneId::of).toList();
    }
}
