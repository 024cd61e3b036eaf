package org.kontor.ui.shell.internal.lists;

import com.vaadin.flow.component.html.Div;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.Filter;
import org.kontor.api.labels.Label;
import org.kontor.ui.shell.internal.parts.Control;
import org.kontor.ui.shell.internal.tab.PageTab;
import org.kontor.ui.shell.internal.tab.Portal;

/// Narrows a list down to one of its sections, with all that lies in it; nothing is shown for a type without sections.
public final class SectionChoice {
    private final PageTab tab;
    private final Portal portal;
    private final DocumentType type;
    private final Consumer<Filter> chosen;
    private final Div content = new Div();

    /// `chosen` is given the conditions of the list with the section among them.
    public SectionChoice(PageTab tab, Portal portal, DocumentType type, Consumer<Filter> chosen) {
        this.tab = tab;
        this.portal = portal;
        this.type = type;
        this.chosen = chosen;
        content.addClassName("section-choice");
        content.setVisible(SectionTree.of(type).isPresent());
    }

    public Div content() {
        return content;
    }

    /// Shows which section the conditions name.
    public void show(Filter conditions) {
        if (!content.isVisible()) {
            return;
        }
        SectionOrder order = new SectionOrder(portal.customTypes.sections(type.id()));
        Map<String, String> names = new LinkedHashMap<>();
        names.put("", tab.text(Label.of("lists.section.all")));
        order.inOrder().forEach(section -> names.put(Long.toString(section.id()), order.way(section)));
        String present = SectionFilter.chosen(conditions).filter(names::containsKey).orElse("");
        Control control = Control.choice(names, present, false).with("aria-label", tab.text(Label.of("lists.sections"))).with("data-test", "section-choice");
        control.whenSettled((id, _) -> chosen.accept(SectionFilter.with(conditions, id.isEmpty() ? List.of() : order.withBelow(Long.parseLong(id)).stream().map(each -> Long.toString(each)).toList())));
        content.removeAll();
        content.add(control);
    }
}
