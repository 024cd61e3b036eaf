package org.kontor.ui.shell.internal.fields;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import java.util.List;
import java.util.Optional;
import org.kontor.api.access.Permission;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.Field;
import org.kontor.api.labels.Label;
import org.kontor.ui.api.SettingsPage;
import org.kontor.ui.api.Viewer;
import org.kontor.ui.shell.internal.parts.Elements;
import org.kontor.ui.shell.internal.tab.PageTab;
import org.kontor.ui.shell.internal.tab.Portal;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;

/// The fields of documents: first the types (FLD-3), below each its fields, below that one field.
@org.osgi.service.component.annotations.Component
public final class FieldsPage implements SettingsPage {
    /// Where a new field is made; ids of fields have no hyphen.
    static final String NEW = "new-field";

    private final Portal portal;

    @Activate
    public FieldsPage(@Reference Portal portal) {
        this.portal = portal;
    }

    /// The address of the fields of a type.
    public static String of(String typeId) {
        return "settings/fields/" + typeId;
    }

    @Override
    public String path() {
        return "fields";
    }

    @Override
    public Label title() {
        return Label.of("fields.title");
    }

    @Override
    public Label hint() {
        return Label.of("fields.hint");
    }

    @Override
    public String icon() {
        return "list-plus";
    }

    @Override
    public int order() {
        return 50;
    }

    @Override
    public boolean isFor(Viewer viewer) {
        return portal.access.may(viewer.actor(), Permission.CONFIGURE);
    }

    @Override
    public Component open(Viewer viewer) {
        Div cards = Elements.div("settings-cards");
        portal.types.all().forEach(type -> cards.add(card(type, viewer)));
        return cards;
    }

    @Override
    public Optional<Component> open(List<String> rest, Viewer viewer) {
        PageTab tab = (PageTab) viewer;
        Optional<DocumentType> type = portal.types.find(rest.getFirst());
        return switch (rest.size()) {
            case 1 -> type.map(some -> new FieldList(tab, portal, some.id()).content());
            case 2 -> type.flatMap(some -> draft(some, rest.get(1)).map(draft -> new FieldForm(tab, portal, some, draft).content()));
            default -> Optional.empty();
        };
    }

    private static Optional<FieldDraft> draft(DocumentType type, String fieldId) {
        return fieldId.equals(NEW) ? Optional.of(FieldDraft.fresh()) : type.field(fieldId).map(FieldDraft::of);
    }

    private Component card(DocumentType type, Viewer viewer) {
        long own = type.fields().stream().filter(Field::custom).count();
        Anchor card = Elements.link(of(type.id()), Elements.div("disc", Elements.icon(type.icon())),
                Elements.div("grow", new H2(viewer.text(type.many())), Elements.text("quiet small", viewer.text(Label.of("fields.count", type.fields().size(), own)))),
                Elements.icon("chevron-right"));
        card.addClassName("settings-card");
        return Elements.test(card, "fields-of-" + type.id());
    }
}
