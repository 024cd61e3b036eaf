package org.kontor.ui.shell.internal.pipelines;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.kontor.api.documents.Amendment;
import org.kontor.api.documents.Pipeline;
import org.kontor.api.documents.Stage;
import org.kontor.api.labels.Label;
import org.kontor.ui.shell.internal.parts.DragOrder;
import org.kontor.ui.shell.internal.parts.Elements;

/// The stages of a pipeline in three groups, one of them open for change, and below how it all will look (LST-2 to 8).
final class StageEditor implements StageRow.Acts {
    private final Desk desk;
    private final String pipelineId;
    private final StagePreview preview;
    private final Div initial = Elements.div("order-list");
    private final Div work = Elements.div("order-list");
    private final Div ends = Elements.div("order-list");
    private final Div addWork = new Div();
    private final Div addEnd = new Div();
    private Optional<Stage> open = Optional.empty();
    private Pipeline drawn;

    StageEditor(Desk desk, String pipelineId) {
        this.desk = desk;
        this.pipelineId = pipelineId;
        this.drawn = desk.pipeline(pipelineId).orElseThrow();
        this.preview = new StagePreview(desk);
    }

    Component content() {
        Paragraph hint = new Paragraph(desk.text("stages.hint"));
        hint.addClassName("quiet");
        DragOrder.listen(work, this::place);
        name(initial, "stages.initial");
        name(work, "stages.work");
        name(ends, "stages.final");
        draw();
        Following.of(desk, this::follow);
        Div groups = Elements.div("stage-groups", group("stages.initial", initial, new Div()), group("stages.work", work, addWork), group("stages.final", ends, addEnd));
        return Elements.test(Elements.div("stack wide-gap", Elements.div("settings-head", new H1(desk.text("stages.of", desk.tab().text(drawn.name()), desk.tab().text(desk.type().many()))), hint),
                groups, preview.content()), "stage-editor");
    }

    private void name(Div list, String key) {
        list.getElement().setAttribute("role", "list").setAttribute("aria-label", desk.text(key));
    }

    private Component group(String key, Div list, Div below) {
        return Elements.div("stack tight", new H2(desk.text(key)), list, below);
    }

    private void follow() {
        if (open.isEmpty() && desk.pipeline(pipelineId).filter(now -> !now.equals(drawn)).isPresent()) {
            draw();
        }
    }

    private void draw() {
        drawn = desk.pipeline(pipelineId).orElse(drawn);
        List<Stage> middle = drawn.stages().stream().filter(stage -> stage.meaning() == Stage.Meaning.IN_WORK).toList();
        initial.removeAll();
        work.removeAll();
        ends.removeAll();
        for (Stage stage : drawn.stages()) {
            Div list = stage.meaning().closed() ? ends : stage.meaning() == Stage.Meaning.INITIAL ? initial : work;
            list.add(open.filter(each -> each.id().equals(stage.id())).isPresent() ? form(stage) : new StageRow(desk, drawn, stage, this).content(middle.indexOf(stage), middle.size()));
        }
        adder(addWork, Stage.Meaning.IN_WORK, "stages.add");
        adder(addEnd, Stage.Meaning.LOST, "stages.add-lost");
        preview.show(drawn, drawn.stages());
    }

    /// A button that opens the form for a new stage in its place.
    private void adder(Div place, Stage.Meaning meaning, String key) {
        place.removeAll();
        boolean adding = open.filter(stage -> stage.id().isEmpty() && stage.meaning() == meaning).isPresent();
        place.add(adding ? form(open.get()) : Elements.test(Elements.button("", "plus", desk.text(key), () -> edit(new Stage("", Label.verbatim(""), meaning, fresh(meaning)))),
                meaning == Stage.Meaning.LOST ? "add-lost" : "add-stage"));
    }

    /// The colour that is used least.
    private int fresh(Stage.Meaning meaning) {
        if (meaning == Stage.Meaning.LOST) {
            return 8;
        }
        List<Integer> used = drawn.stages().stream().map(Stage::colour).toList();
        int best = 1;
        for (int colour = 2; colour < 8; colour++) {
            int each = colour;
            int present = best;
            if (used.stream().filter(one -> one == each).count() < used.stream().filter(one -> one == present).count()) {
                best = colour;
            }
        }
        return best;
    }

    private Component form(Stage stage) {
        return new StageForm(desk, drawn, stage, this::typed, this::save, this::close).content();
    }

    private void typed(Stage draft) {
        preview.show(drawn, with(draft));
    }

    private List<Stage> with(Stage draft) {
        List<Stage> stages = new ArrayList<>(drawn.stages());
        if (draft.id().isEmpty()) {
            int end = (int) stages.stream().takeWhile(stage -> !stage.meaning().closed()).count();
            stages.add(draft.meaning() == Stage.Meaning.LOST ? stages.size() : end, draft);
        } else {
            stages.replaceAll(stage -> stage.id().equals(draft.id()) ? draft : stage);
        }
        return stages;
    }

    private void save(Stage draft, StageForm form) {
        Amendment<Pipeline> amendment = draft.id().isEmpty()
                ? desk.portal().pipelines.addStage(desk.typeId(), pipelineId, draft, drawn.stages().size(), desk.tab().actor())
                : desk.portal().pipelines.changeStage(desk.typeId(), draft, desk.tab().actor());
        switch (amendment) {
            case Amendment.Done<Pipeline> _ -> close();
            case Amendment.Refused<Pipeline>(var reasons) -> form.refuse(reasons);
        }
    }

    private void close() {
        Optional<Stage> former = open;
        open = Optional.empty();
        draw();
        former.filter(stage -> !stage.id().isEmpty()).ifPresent(stage -> work.getElement().executeJs("document.querySelector($0)?.focus()", "[data-test='stage-row-" + stage.id() + "'] [data-test=edit]"));
    }

    @Override
    public void edit(Stage stage) {
        open = Optional.of(stage);
        draw();
    }

    @Override
    public void delete(Stage stage) {
        Pipeline before = drawn;
        if (desk.done(desk.portal().pipelines.deleteStage(desk.typeId(), stage.id(), desk.tab().actor())).isPresent()) {
            desk.tab().tell(Label.of("pipelines.stage-deleted", stage.name()), Label.of("pipelines.undo"), () -> restore(before, stage));
        }
        draw();
    }

    /// Puts a stage back where it was, and back among the next ones of those that led to it.
    private void restore(Pipeline before, Stage stage) {
        boolean back = desk.done(desk.portal().pipelines.addStage(desk.typeId(), pipelineId, stage, before.stages().indexOf(stage), desk.tab().actor())).isPresent();
        if (back) {
            before.stages().stream().filter(each -> !each.equals(stage) && each.next().filter(next -> next.contains(stage.id())).isPresent())
                    .filter(each -> desk.type().stage(each.id()).map(Stage::next).equals(Optional.of(each.next().map(next -> less(next, stage)))))
                    .forEach(each -> desk.done(desk.portal().pipelines.changeStage(desk.typeId(), each, desk.tab().actor())));
        }
        draw();
    }

    private static Set<String> less(Set<String> next, Stage stage) {
        return next.stream().filter(id -> !id.equals(stage.id())).collect(java.util.stream.Collectors.toUnmodifiableSet());
    }

    private void place(String stageId, int place) {
        desk.done(desk.portal().pipelines.moveStage(desk.typeId(), stageId, place + 1, desk.tab().actor()));
        draw();
    }
}
