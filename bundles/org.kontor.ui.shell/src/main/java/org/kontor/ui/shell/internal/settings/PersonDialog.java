package org.kontor.ui.shell.internal.settings;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.stream.Collectors;
import org.kontor.api.labels.Label;
import org.kontor.api.people.Enrolment;
import org.kontor.api.people.NewPerson;
import org.kontor.api.people.Person;
import org.kontor.api.people.PersonId;
import org.kontor.api.people.Role;
import org.kontor.ui.shell.internal.parts.Elements;
import org.kontor.ui.shell.internal.parts.Popup;
import org.kontor.ui.shell.internal.tab.PageTab;
import org.kontor.ui.shell.internal.tab.Portal;

/// Adds a person or changes one.
final class PersonDialog {
    /// Without letters and digits that are taken for one another.
    private static final String PASSWORD_SIGNS = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final int PASSWORD_LENGTH = 14;

    private final PageTab tab;
    private final Portal portal;
    private final Optional<Person> person;
    private final Runnable saved;
    private final PersonFields fields;
    private final TextField login;
    private final TextField password;
    private final Select<Role> role = new Select<>();
    private final ComboBox<Person> boss;
    private final Checkbox active;
    private final Div problem = new Div();
    private final Popup popup;

    PersonDialog(PageTab tab, Portal portal, Optional<Person> person, Runnable saved) {
        this.tab = tab;
        this.portal = portal;
        this.person = person;
        this.saved = saved;
        fields = new PersonFields(tab, portal, person);
        login = Elements.test(new TextField(text("people.field.login")), "person-login");
        login.setMaxLength(100);
        password = Elements.test(new TextField(text(person.isEmpty() ? "people.first-password" : "people.new-password")), "person-password");
        password.setMaxLength(200);
        password.setHelperText(text(person.isEmpty() ? "people.first-password.hint" : "people.new-password.hint"));
        role.setLabel(text("people.field.role"));
        role.setItems(Role.values());
        role.setItemLabelGenerator(each -> text("people.role." + each));
        role.setValue(person.map(Person::role).orElse(Role.EMPLOYEE));
        boss = new ComboBox<>(text("people.field.boss"));
        boss.setItems(portal.people.all().stream().filter(each -> each.active() && !person.map(Person::id).equals(Optional.of(each.id()))).toList());
        boss.setItemLabelGenerator(Person::name);
        boss.setClearButtonVisible(true);
        person.flatMap(Person::boss).flatMap(portal.people::find).ifPresent(boss::setValue);
        active = new Checkbox(text("people.may-sign-in"), person.map(Person::active).orElse(true));
        popup = new Popup(person.map(Person::name).orElseGet(() -> text("people.add")), form());
    }

    void open() {
        popup.open(tab);
        fields.focus();
    }

    private Div form() {
        Div form = Elements.div("form two");
        form.add(fields.content().getFirst());
        if (person.isEmpty()) {
            form.add(login);
            password.setValue(suggestion());
        }
        form.add(fields.content().subList(1, fields.content().size()));
        form.add(role, boss);
        if (!isViewer()) {
            form.add(password);
        }
        if (person.isPresent() && !isViewer()) {
            form.add(active);
        }
        problem.addClassName("all");
        Div actions = Elements.div("row all", Elements.test(Elements.button("primary", "", text(person.isEmpty() ? "people.add" : "settings.save"), this::save), "save-person"));
        form.add(problem, actions);
        return form;
    }

    private boolean isViewer() {
        return person.map(Person::id).equals(Optional.of(tab.person().id()));
    }

    private void save() {
        problem.removeAll();
        if (!fields.complete()) {
            return;
        }
        switch (person.map(this::changed).orElseGet(this::enrolled)) {
            case Enrolment.Refused(Label reason) -> problem.add(Elements.note("bad", "circle-alert", tab.text(reason)));
            case Enrolment.Done(Person done) -> {
                popup.close();
                tab.tell(Label.of(person.isEmpty() ? "people.added" : "people.saved", done.name()));
                saved.run();
            }
        }
    }

    private Enrolment enrolled() {
        return portal.people.enrol(new NewPerson(login.getValue(), fields.name(), fields.email(), role.getValue(), chosenBoss(), fields.language(), fields.zone(), password.getValue()), tab.actor());
    }

    /// The password first: when it is refused nothing else is changed.
    private Enrolment changed(Person before) {
        if (!password.isEmpty()) {
            Enrolment set = portal.people.changePassword(before.id(), "", password.getValue(), tab.actor());
            if (set instanceof Enrolment.Refused) {
                return set;
            }
        }
        return portal.people.change(new Person(before.id(), before.login(), fields.name(), fields.email(), role.getValue(), chosenBoss(), fields.language(), fields.zone(), active.getValue()), tab.actor());
    }

    private Optional<PersonId> chosenBoss() {
        return boss.getOptionalValue().map(Person::id);
    }

    private static String suggestion() {
        return new SecureRandom().ints(PASSWORD_LENGTH, 0, PASSWORD_SIGNS.length()).mapToObj(PASSWORD_SIGNS::charAt).map(String::valueOf).collect(Collectors.joining());
    }

    private String text(String key) {
        return tab.text(Label.of(key));
    }
}
