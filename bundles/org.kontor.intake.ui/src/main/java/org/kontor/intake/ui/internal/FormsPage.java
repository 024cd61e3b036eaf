package org.kontor.intake.ui.internal;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import org.kontor.api.access.Access;
import org.kontor.api.access.Permission;
import org.kontor.api.documents.DocumentTypes;
import org.kontor.api.labels.Label;
import org.kontor.api.people.People;
import org.kontor.intake.WebForm;
import org.kontor.intake.WebForms;
import org.kontor.ui.api.SettingsPage;
import org.kontor.ui.api.Viewer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;

/// Web forms: their public addresses, and whether they are open.
@org.osgi.service.component.annotations.Component
public final class FormsPage implements SettingsPage {
    private final WebForms forms;
    private final DocumentTypes types;
    private final People people;
    private final Access access;

    @Activate
    public FormsPage(@Reference WebForms forms, @Reference DocumentTypes types, @Reference People people, @Reference Access access) {
        this.forms = forms;
        this.types = types;
        this.people = people;
        this.access = access;
    }

    @Override
    public String path() {
        return "forms";
    }

    @Override
    public Label title() {
        return Label.of("forms.title");
    }

    @Override
    public Label hint() {
        return Label.of("forms.hint");
    }

    @Override
    public String icon() {
        return "file-input";
    }

    @Override
    public int order() {
        return 50;
    }

    @Override
    public boolean isFor(Viewer viewer) {
        return access.may(viewer.actor(), Permission.ADMINISTER);
    }

    @Override
    public Component open(Viewer viewer) {
        Div page = new Div();
        page.addClassNames("stack", "wide-gap");
        List<WebForm> all = forms.all();
        if (all.isEmpty()) {
            Div empty = new Div(new H2(viewer.text(Label.of("forms.none"))), new Paragraph(viewer.text(Label.of("forms.none.hint"))));
            empty.addClassName("empty");
            page.add(empty);
        }
        all.forEach(form -> page.add(new FormPanel(form, forms, types, people, viewer).content()));
        return page;
    }
}
