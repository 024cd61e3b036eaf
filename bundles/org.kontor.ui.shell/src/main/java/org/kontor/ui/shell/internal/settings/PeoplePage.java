package org.kontor.ui.shell.internal.settings;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import java.util.List;
import java.util.Optional;
import org.kontor.api.access.Permission;
import org.kontor.api.labels.Label;
import org.kontor.api.people.Person;
import org.kontor.ui.api.SettingsPage;
import org.kontor.ui.api.Viewer;
import org.kontor.ui.shell.internal.parts.Elements;
import org.kontor.ui.shell.internal.tab.PageTab;
import org.kontor.ui.shell.internal.tab.Portal;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;

/// Everybody who may sign in, for administrators.
@org.osgi.service.component.annotations.Component
public final class PeoplePage implements SettingsPage {
    private final Portal portal;

    @Activate
    public PeoplePage(@Reference Portal portal) {
        this.portal = portal;
    }

    @Override
    public String path() {
        return "people";
    }

    @Override
    public Label title() {
        return Label.of("people.title");
    }

    @Override
    public Label hint() {
        return Label.of("people.hint");
    }

    @Override
    public String icon() {
        return "users";
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public boolean isFor(Viewer viewer) {
        return portal.access.may(viewer.actor(), Permission.ADMINISTER);
    }

    @Override
    public Component open(Viewer viewer) {
        Div list = new Div();
        draw(viewer, list);
        Component add = Elements.test(Elements.button("primary", "plus", viewer.text(Label.of("people.add")), () -> edit(viewer, Optional.empty(), list)), "add-person");
        return Elements.div("stack", Elements.div("toolbar", add), list);
    }

    private void draw(Viewer viewer, Div list) {
        list.removeAll();
        List<String> heads = List.of("people.field.name", "people.field.login", "people.field.role", "people.field.boss", "people.state").stream().map(key -> viewer.text(Label.of(key))).toList();
        SheetTable table = new SheetTable(viewer.text(title()), heads);
        for (Person person : portal.people.all()) {
            Component open = Elements.test(Elements.button("plain person", "", "", () -> edit(viewer, Optional.of(person), list)), "person-" + person.login());
            open.getElement().appendChild(Elements.avatar(person.name()).getElement(), Elements.text("strong", person.name()).getElement());
            table.row(
                    open,
                    Elements.text("quiet", person.login()),
                    Elements.text("", viewer.text(Label.of("people.role." + person.role()))),
                    Elements.text("quiet", person.boss().flatMap(portal.people::find).map(Person::name).orElse("–")),
                    Elements.text(person.active() ? "chip good" : "chip", viewer.text(Label.of(person.active() ? "people.state.active" : "people.state.left"))));
        }
        list.add(table.content());
    }

    private void edit(Viewer viewer, Optional<Person> person, Div list) {
        new PersonDialog((PageTab) viewer, portal, person, () -> draw(viewer, list)).open();
    }
}
