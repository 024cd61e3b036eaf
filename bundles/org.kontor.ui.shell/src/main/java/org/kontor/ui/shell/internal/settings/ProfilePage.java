package org.kontor.ui.shell.internal.settings;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import java.util.Optional;
import org.kontor.api.labels.Label;
import org.kontor.api.people.Enrolment;
import org.kontor.api.people.Person;
import org.kontor.ui.api.SettingsPage;
import org.kontor.ui.api.Viewer;
import org.kontor.ui.shell.internal.parts.Elements;
import org.kontor.ui.shell.internal.tab.Portal;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;

/// What a person says of themselves, and their password.
@org.osgi.service.component.annotations.Component
public final class ProfilePage implements SettingsPage {
    private final Portal portal;

    @Activate
    public ProfilePage(@Reference Portal portal) {
        this.portal = portal;
    }

    @Override
    public String path() {
        return "profile";
    }

    @Override
    public Label title() {
        return Label.of("profile.title");
    }

    @Override
    public Label hint() {
        return Label.of("profile.hint");
    }

    @Override
    public String icon() {
        return "user";
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public boolean isFor(Viewer viewer) {
        return true;
    }

    @Override
    public Component open(Viewer viewer) {
        return Elements.div("panels", about(viewer), new PasswordPanel(viewer, portal).content());
    }

    private Component about(Viewer viewer) {
        PersonFields fields = new PersonFields(viewer, portal, Optional.of(viewer.person()));
        Div form = Elements.div("form");
        form.add(fields.content());
        Div problem = new Div();
        form.add(problem, Elements.test(Elements.button("primary", "", viewer.text(Label.of("settings.save")), () -> save(viewer, fields, problem)), "save-profile"));
        return Elements.div("panel stack", new H2(viewer.text(Label.of("profile.about"))), form);
    }

    private void save(Viewer viewer, PersonFields fields, Div problem) {
        problem.removeAll();
        if (!fields.complete()) {
            return;
        }
        Person before = portal.people.find(viewer.person().id()).orElse(viewer.person());
        Person after = new Person(before.id(), before.login(), fields.name(), fields.email(), before.role(), before.boss(), fields.language(), fields.zone(), before.active());
        switch (portal.people.change(after, viewer.actor())) {
            case Enrolment.Refused(Label reason) -> problem.add(Elements.note("bad", "circle-alert", viewer.text(reason)));
            case Enrolment.Done(Person person) -> {
                viewer.tell(Label.of("profile.saved"));
                if (!person.language().equals(before.language()) || !person.name().equals(before.name())) {
                    problem.getUI().ifPresent(ui -> ui.getPage().reload());
                }
            }
        }
    }
}
