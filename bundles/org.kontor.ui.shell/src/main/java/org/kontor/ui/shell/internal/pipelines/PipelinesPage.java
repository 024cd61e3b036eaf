package org.kontor.ui.shell.internal.pipelines;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import java.util.List;
import java.util.Optional;
import org.kontor.api.access.Permission;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.labels.Label;
import org.kontor.ui.api.SettingsPage;
import org.kontor.ui.api.Viewer;
import org.kontor.ui.shell.internal.parts.Elements;
import org.kontor.ui.shell.internal.tab.PageTab;
import org.kontor.ui.shell.internal.tab.Portal;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;

/// Pipelines and stages, for who may configure: the types that have any, behind each its pipelines, behind each of those its stages.
@org.osgi.service.component.annotations.Component
public final class PipelinesPage implements SettingsPage {
    private final Portal portal;

    @Activate
    public PipelinesPage(@Reference Portal portal) {
        this.portal = portal;
    }

    @Override
    public String path() {
        return "pipelines";
    }

    @Override
    public Label title() {
        return Label.of("pipelines.title");
    }

    @Override
    public Label hint() {
        return Label.of("pipelines.hint");
    }

    @Override
    public String icon() {
        return "milestone";
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
        List<DocumentType> types = portal.types.all().stream().filter(type -> !type.pipelines().isEmpty()).toList();
        if (types.isEmpty()) {
            return Elements.empty("milestone", viewer.text(Label.of("pipelines.none")), viewer.text(Label.of("pipelines.none.hint")));
        }
        Div cards = Elements.div("settings-cards");
        types.forEach(type -> cards.add(card(type, viewer)));
        return cards;
    }

    @Override
    public Optional<Component> open(List<String> rest, Viewer viewer) {
        Optional<Desk> desk = portal.types.find(rest.getFirst()).filter(type -> !type.pipelines().isEmpty()).map(type -> new Desk((PageTab) viewer, portal, type.id()));
        return switch (rest.size()) {
            case 1 -> desk.map(there -> new PipelineList(there).content());
            case 2 -> desk.filter(there -> there.pipeline(rest.get(1)).isPresent()).map(there -> new StageEditor(there, rest.get(1)).content());
            default -> Optional.empty();
        };
    }

    private static Component card(DocumentType type, Viewer viewer) {
        Div ways = Elements.div("row wrap");
        Ways.sorted(type, viewer).forEach(way -> ways.add(Elements.text("chip", viewer.text(way.name()))));
        Anchor card = Elements.link("settings/pipelines/" + type.id(), Elements.div("disc", Elements.icon(type.icon())), Elements.div("grow stack tight", new H2(viewer.text(type.many())), ways),
                Elements.icon("chevron-right"));
        card.addClassName("settings-card");
        return Elements.test(card, "pipelines-" + type.id());
    }
}
