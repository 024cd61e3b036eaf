package org.kontor.ui.shell.internal.directories;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.kontor.api.access.Permission;
import org.kontor.api.documents.Directories.Directory;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.Kind;
import org.kontor.api.labels.Label;
import org.kontor.ui.api.SettingsPage;
import org.kontor.ui.api.Viewer;
import org.kontor.ui.shell.internal.parts.Elements;
import org.kontor.ui.shell.internal.tab.PageTab;
import org.kontor.ui.shell.internal.tab.Portal;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;

/// Every directory on one page, stages among them (DIR-1, DIR-6); behind each its values.
@org.osgi.service.component.annotations.Component
public final class DirectoriesPage implements SettingsPage {
    private static final int NAMED = 4;

    private final Portal portal;

    /// A line of the page: a directory, or the stages of a pipeline.
    private record Entry(String name, String icon, String hint, String path, String mark) {}

    @Activate
    public DirectoriesPage(@Reference Portal portal) {
        this.portal = portal;
    }

    @Override
    public String path() {
        return "directories";
    }

    @Override
    public Label title() {
        return Label.of("directories.title");
    }

    @Override
    public Label hint() {
        return Label.of("directories.hint");
    }

    @Override
    public String icon() {
        return "library";
    }

    @Override
    public int order() {
        return 52;
    }

    @Override
    public boolean isFor(Viewer viewer) {
        return portal.access.may(viewer.actor(), Permission.CONFIGURE);
    }

    @Override
    public Component open(Viewer viewer) {
        List<Entry> entries = new ArrayList<>();
        portal.directories.all().forEach(directory -> entries.add(entry(directory, viewer)));
        portal.types.all().forEach(type -> stages(type, viewer).forEach(entries::add));
        if (entries.isEmpty()) {
            return Elements.empty("library", viewer.text(Label.of("directories.none")), viewer.text(Label.of("directories.none.hint")));
        }
        Div cards = Elements.div("settings-cards");
        entries.stream().sorted(Comparator.comparing(Entry::name, String.CASE_INSENSITIVE_ORDER)).forEach(entry -> cards.add(card(entry)));
        return cards;
    }

    @Override
    public Optional<Component> open(List<String> rest, Viewer viewer) {
        return rest.size() == 1 ? portal.directories.find(rest.getFirst()).map(there -> new DirectoryValues((PageTab) viewer, portal, there.id()).content()) : Optional.empty();
    }

    private Entry entry(Directory directory, Viewer viewer) {
        List<Kind.Choice.Option> offered = directory.values().stream().filter(Kind.Choice.Option::offered).toList();
        String some = offered.stream().limit(NAMED).map(option -> viewer.text(option.name())).collect(Collectors.joining(", "));
        return new Entry(viewer.text(directory.name()), "list", offered.size() > NAMED ? some + " …" : some, "settings/directories/" + directory.id(), "directory-" + directory.id());
    }

    /// A single entry while there is only the default pipeline under its first name, else one for each pipeline.
    private List<Entry> stages(DocumentType type, Viewer viewer) {
        boolean plain = type.pipelines().size() == 1 && !(type.pipelines().getFirst().name() instanceof Label.Given);
        String many = viewer.text(type.many());
        return type.pipelines().stream()
                .map(way -> {
                    String name = viewer.text(plain ? Label.of("directories.stages", many) : Label.of("directories.stages-of", many, way.name()));
                    String some = way.stages().stream().limit(NAMED).map(stage -> viewer.text(stage.name())).collect(Collectors.joining(", "));
                    return new Entry(name, "milestone", some + (way.stages().size() > NAMED ? " …" : ""), "settings/pipelines/" + type.id() + "/" + way.id(), "stages-" + type.id() + "-" + way.id());
                })
                .toList();
    }

    private static Component card(Entry entry) {
        Anchor card = Elements.link(entry.path(), Elements.div("disc", Elements.icon(entry.icon())),
                Elements.div("grow", new H2(entry.name()), Elements.text("quiet small", entry.hint())), Elements.icon("chevron-right"));
        card.addClassName("settings-card");
        return Elements.test(card, entry.mark());
    }
}
