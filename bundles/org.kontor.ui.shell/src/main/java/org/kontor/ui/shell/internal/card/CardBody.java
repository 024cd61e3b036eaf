package org.kontor.ui.shell.internal.card;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.kontor.api.access.Operation;
import org.kontor.api.documents.Document;
import org.kontor.api.documents.DocumentRef;
import org.kontor.api.labels.Label;
import org.kontor.ui.shell.internal.duplicates.LikeNotes;
import org.kontor.ui.shell.internal.parts.Elements;
import org.kontor.ui.shell.internal.tab.Contributions;

/// The parts of a card whose document is there, each kept up to date in place.
final class CardBody {
    private final StageBar stages;
    private final CardHead head;
    private final CardSections fields;
    private final CardPanels panels;
    private final LinkedDocuments linked;
    private final CardTabs tabs;
    private final LikeNotes likes;
    private final OpenDocument open;
    private final Div content;

    CardBody(OpenDocument open, Contributions contributions) {
        this.open = open;
        stages = new StageBar(open, contributions);
        fields = new CardSections(open, contributions);
        head = new CardHead(open, contributions, stages, fields::arrange);
        likes = new LikeNotes(open.ref().type(), Optional.of(open.ref()), this::merging, open.tab(), open.portal());
        likes.look(open.document().values());
        panels = new CardPanels(open, contributions);
        linked = new LinkedDocuments(open);
        tabs = new CardTabs(open, contributions);
        Div side = Elements.div("card-side", likes.content(), fields.content(), linked.content(), panels.content());
        content = Elements.div("card-all", head.content(), Elements.div("card-body", side, tabs.content()));
    }

    Component content() {
        return content;
    }

    void update() {
        stages.update();
        head.update();
        fields.update();
        likes.look(open.document().values());
        tabs.update();
    }

    private List<Component> merging(Document like) {
        if (!open.may(Operation.CHANGE)) {
            return List.of();
        }
        return List.of(Elements.test(Elements.button("small-button", "merge", open.tab().text(Label.of("card.merge")), () -> new MergeDialog(open, Optional.of(like.ref())).open()), "merge-like"));
    }

    /// These documents changed; some may link here, or be like this one.
    void linked(Set<DocumentRef> changed) {
        if (changed.stream().anyMatch(ref -> ref.type().equals(open.ref().type()) && !ref.equals(open.ref()))) {
            likes.refresh();
        }
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
