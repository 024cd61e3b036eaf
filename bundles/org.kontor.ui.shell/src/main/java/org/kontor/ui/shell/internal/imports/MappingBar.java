package org.kontor.ui.shell.internal.imports;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.Imports.Mapping;
import org.kontor.api.documents.Imports.Plan;
import org.kontor.api.labels.Label;
import org.kontor.ui.shell.internal.parts.Control;
import org.kontor.ui.shell.internal.parts.Elements;
import org.kontor.ui.shell.internal.tab.PageTab;
import org.kontor.ui.shell.internal.tab.Portal;

/// The mappings a person keeps: one is chosen, kept under a name, or deleted.
final class MappingBar {
    private final PageTab tab;
    private final Portal portal;
    private final DocumentType type;
    private final List<String> heads;
    private final Supplier<Plan> plan;
    private final Consumer<Mapping> chosen;
    private final Div content = Elements.div("reading");
    private Optional<Mapping> present = Optional.empty();
    private String name = "";

    MappingBar(PageTab tab, Portal portal, DocumentType type, List<String> heads, Supplier<Plan> plan, Consumer<Mapping> chosen) {
        this.tab = tab;
        this.portal = portal;
        this.type = type;
        this.heads = heads;
        this.plan = plan;
        this.chosen = chosen;
        draw();
    }

    Component content() {
        return content;
    }

    /// Shows which one is in use.
    void use(Mapping mapping) {
        present = Optional.of(mapping);
        name = mapping.name();
        draw();
    }

    private void draw() {
        content.removeAll();
        List<Mapping> all = portal.imports.mappings(type.id(), tab.actor());
        if (!all.isEmpty()) {
            Map<String, String> options = new LinkedHashMap<>();
            options.put("", text("import.mapping.none"));
            all.forEach(each -> options.put(Long.toString(each.id()), each.name()));
            content.add(PlainSelect.labelled(text("import.mapping"), new PlainSelect("import-mapping", options, present.map(each -> Long.toString(each.id())).orElse(""),
                    id -> all.stream().filter(each -> Long.toString(each.id()).equals(id)).findFirst().ifPresent(chosen))));
        }
        Control line = Control.line("text", name).with("maxlength", Integer.toString(Mapping.LONGEST_NAME)).with("placeholder", text("import.mapping.name")).with("aria-label", text("import.mapping.name"));
        line.whenSettled((typed, _) -> name = typed);
        content.add(Elements.test(line, "mapping-name"), Elements.test(Elements.button("", "save", text("import.mapping.keep"), this::keep), "keep-mapping"));
        present.ifPresent(mapping -> content.add(Elements.test(Elements.button("plain danger", "trash-2", text("import.mapping.forget"), () -> forget(mapping)), "forget-mapping")));
    }

    private void keep() {
        if (name.isBlank()) {
            tab.tell(Label.of("import.mapping.unnamed"));
            return;
        }
        use(portal.imports.keep(name, plan.get(), heads, tab.actor()));
        tab.tell(Label.of("import.mapping.kept", name.strip()));
    }

    private void forget(Mapping mapping) {
        Plan kept = mapping.on(plan.get(), heads);
        portal.imports.forget(mapping.id(), tab.actor());
        present = Optional.empty();
        name = "";
        draw();
        tab.tell(Label.of("import.mapping.forgotten", mapping.name()), Label.of("merge.undo"), () -> use(portal.imports.keep(mapping.name(), kept, heads, tab.actor())));
    }

    private String text(String key) {
        return tab.text(Label.of(key));
    }
}
