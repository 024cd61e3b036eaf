package org.kontor.ui.shell.internal.card;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.kontor.api.access.Grant;
import org.kontor.api.access.Operation;
import org.kontor.api.documents.Document;
import org.kontor.api.documents.Draft;
import org.kontor.api.documents.Field;
import org.kontor.api.documents.Pipeline;
import org.kontor.api.documents.Refusal;
import org.kontor.api.documents.Stage;
import org.kontor.api.documents.Values;
import org.kontor.api.labels.Label;
import org.kontor.ui.shell.internal.parts.Elements;
import org.kontor.ui.shell.internal.pipelines.AskedFields;
import org.kontor.ui.shell.internal.tab.Contributions;

/// The stages of the pipeline; a click moves the document.
final class StageBar {
    private final OpenDocument open;
    private final Contributions contributions;
    private final Div content = Elements.div("stages");
    private final Map<String, NativeButton> buttons = new HashMap<>();
    private List<Stage> drawn = List.of();

    StageBar(OpenDocument open, Contributions contributions) {
        this.open = open;
        this.contributions = contributions;
        content.getElement().setAttribute("role", "group");
        content.getElement().setAttribute("aria-label", open.tab().text(Label.of("card.stage")));
        update();
    }

    Component content() {
        return content;
    }

    /// Marks the stage the document is in now.
    void update() {
        List<Stage> stages = stages();
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
            reachable(button, present, stages.get(i));
            if (i == reached) {
                button.getElement().setAttribute("aria-current", "step");
            } else {
                button.getElement().removeAttribute("aria-current");
            }
        }
        present.map(Stage::id).map(buttons::get).ifPresent(button -> button.getElement().executeJs(
                "const bar = this.parentElement; bar.scrollTo({left: this.offsetLeft - bar.offsetLeft - (bar.clientWidth - this.offsetWidth) / 2})"));
    }

    /// Of the pipeline it is in, as far as the viewer may see them.
    private List<Stage> stages() {
        Optional<Pipeline> way = open.document().stage().flatMap(open.type()::pipelineOf).or(open.type()::pipeline);
        Grant grant = open.portal().access.grant(open.tab().actor(), open.ref().type(), Operation.READ);
        return way.map(there -> open.type().stages(there, grant)).orElse(List.of());
    }

    /// A stage that the present one does not lead to says so.
    private void reachable(NativeButton button, Optional<Stage> present, Stage to) {
        Optional<Label> reason = present.filter(from -> !from.equals(to) && from.next().filter(next -> !next.contains(to.id())).isPresent())
                .map(from -> Label.of("card.no-way", from.name(), to.name()));
        String name = open.tab().text(to.name());
        button.getElement().setAttribute("title", reason.map(open.tab()::text).orElse(name)).setAttribute("aria-label", reason.map(why -> name + ": " + open.tab().text(why)).orElse(name))
                .setAttribute("aria-disabled", Boolean.toString(reason.isPresent()));
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
        Optional<Stage> from = before.stage().flatMap(open.type()::stage);
        if (from.flatMap(Stage::next).filter(next -> !next.contains(to.id())).isPresent()) {
            open.tab().tell(Label.of("card.no-way", from.orElseThrow().name(), to.name()));
            return;
        }
        List<Field<?>> lacking = AskedFields.lacking(open.type(), before, to);
        if (lacking.isEmpty()) {
            move(before, Draft.move(to.id()).on(before.version()), to, reason -> open.tab().tell(Label.of("card.not-moved", to.name(), reason)));
        } else {
            new AskedFields(open.tab(), open.portal(), contributions, open.type(), to, lacking, values -> filled(before, to, values)).open();
        }
    }

    private List<Refusal> filled(Document before, Stage to, Values values) {
        List<Refusal> reasons = new ArrayList<>();
        move(before, new Draft(values, Optional.of(to.id()), Optional.of(before.version())), to, reason -> reasons.add(Refusal.of(Label.verbatim(reason))));
        return reasons;
    }

    private void move(Document before, Draft draft, Stage to, Consumer<String> refused) {
        open.change(draft, refused, () -> {});
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
