package org.kontor.ui.shell.internal.card;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import java.util.Set;
import org.kontor.api.documents.DocumentRef;
import org.kontor.ui.shell.internal.parts.Elements;
import org.kontor.ui.shell.internal.tab.Contributions;

/// The parts of a card whose document is there, each kept up to date in place.
final class CardBody {
    private final StageBar stages;
    private final CardHead head;
    private final FieldList fields;
    private final CardPanels panels;
    private final LinkedDocuments linked;
    private final CardTabs tabs;
    private final Div content;

    CardBody(OpenDocument open, Contributions contributions) {
        stages = new StageBar(open);
        head = new CardHead(open, contributions, stages);
        fields = new FieldList(open, contributions);
        panels = new CardPanels(open, contributions);
        linked = new LinkedDocuments(open);
        tabs = new CardTabs(open, contributions);
        Div side = Elements.div("card-side", fields.content(), linked.content(), panels.content());
        content = Elements.div("card-all", head.content(), Elements.div("card-body", side, tabs.content()));
    }

    Component content() {
        return content;
    }

    void update() {
        stages.update();
        head.update();
        fields.update();
        tabs.update();
    }

    /// These documents changed; some may link here.
    void linked(Set<DocumentRef> changed) {
        if (linked.concerns(changed)) {
            linked.update();
        }
    }

    void refresh() {
        head.title().dropForeignEditor();
        head.responsible().ifPresent(FieldCell::dropForeignEditor);
        fields.dropForeignEditors();
        update();
        panels.refresh();
        linked.update();
        tabs.refresh();
    }
}
