package org.kontor.ui.shell.internal.card;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kontor.api.access.Operation;
import org.kontor.api.documents.Document;
import org.kontor.api.documents.Draft;
import org.kontor.api.documents.Pipeline;
import org.kontor.api.documents.Stage;
import org.kontor.api.labels.Label;
import org.kontor.ui.shell.internal.parts.Elements;

/// The stages of the pipeline; a click moves the document.
final class StageBar {
    private final OpenDocument open;
    private final Div content = Elements.div("stages");
    private final Map<String, NativeButton> buttons = new HashMap<>();
    private List<Stage> drawn = List.of();

    StageBar(OpenDocument open) {
        this.open = open;
        content.getElement().setAttribute("role", "group");
        content.getElement().setAttribute("aria-label", open.tab().text(Label.of("card.stage")));
        update();
    }

    Component content() {
        return content;
    }

    /// Marks the stage the document is in now.
    void update() {
        List<Stage> stages = open.type().pipeline().map(Pipeline::stages).orElse(List.of());
        if (!stages.equals(drawn)) {
            draw(stages);
        }
        content.setVisible(!stages.isEmpty());
        Optional<Stage> present = open.document().stage().flatMap(open.type()::stage);
        int reached = present.map(stages::indexOf).orElse(-1);
        boolean lost = present.filter(stage -> stage.meaning() == Stage.Meaning.LOST).isPresent();
        boolean may = open.may(Operation.CHANGE);
        for (int i = 0; i < stages.size(); i++) {
            NativeButton button = buttons.get(stages.get(i).id());
            button.setClassName("passed", i < reached && !lost);
            button.setEnabled(may || i == reached);
            if (i == reached) {
                button.getElement().setAttribute("aria-current", "step");
            } else {
                button.getElement().removeAttribute("aria-current");
            }
        }
        present.map(Stage::id).map(buttons::get).ifPresent(button -> button.getElement().executeJs(
                "const bar = this.parentElement; bar.scrollTo({left: this.offsetLeft - bar.offsetLeft - (bar.clientWidth - this.offsetWidth) / 2})"));
    }

    private void draw(List<Stage> stages) {
        drawn = stages;
        content.removeAll();
        buttons.clear();
        for (Stage stage : stages) {
            NativeButton button = new NativeButton();
            button.add(Elements.text("name", open.tab().text(stage.name())));
            button.addClassName("stage-" + stage.colour());
            Elements.named(button, open.tab().text(stage.name()));
            button.getElement().setAttribute("type", "button");
            button.addClickListener(_ -> move(stage));
            buttons.put(stage.id(), Elements.test(button, "stage-" + stage.id()));
            content.add(button);
        }
    }

    private void move(Stage to) {
        Document before = open.document();
        if (before.stage().equals(Optional.of(to.id()))) {
            return;
        }
        open.change(Draft.move(to.id()).on(before.version()), reason -> open.tab().tell(Label.of("card.not-moved", to.name(), reason)), () -> {});
        if (open.present() && open.document().stage().equals(Optional.of(to.id())) && open.document().version() > before.version()) {
            before.stage().ifPresent(from -> open.tab().tell(Label.of("card.moved", to.name()), Label.of("card.undo"), () -> back(from)));
        }
    }

    /// Also when the card was left meanwhile; on the version it has then, so that later changes of others are kept.
    private void back(String from) {
        open.reload();
        if (open.present()) {
            open.change(Draft.move(from).on(open.document().version()), reason -> open.tab().tell(Label.verbatim(reason)), () -> {});
        }
    }
}
