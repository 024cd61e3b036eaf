package org.kontor.ui.shell.internal.pipelines;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kontor.api.documents.Amendment;
import org.kontor.api.documents.Count;
import org.kontor.api.documents.Pipeline;
import org.kontor.api.labels.Label;
import org.kontor.ui.shell.internal.parts.DragOrder;
import org.kontor.ui.shell.internal.parts.Elements;
import org.kontor.ui.shell.internal.parts.GivenName;
import org.kontor.ui.shell.internal.settings.Armed;

/// The pipelines of a type in their order (PIPE-1, 3 to 9): the default one stands out and can't be deleted.
final class PipelineList {
    private final Desk desk;
    private final Div rows = Elements.test(Elements.div("order-list"), "pipelines");
    private final Div below = new Div();
    private Optional<String> renaming = Optional.empty();
    private List<Pipeline> drawn = List.of();

    PipelineList(Desk desk) {
        this.desk = desk;
    }

    Component content() {
        Paragraph hint = new Paragraph(desk.text("list.hint"));
        hint.addClassName("quiet");
        rows.getElement().setAttribute("role", "list").setAttribute("aria-label", desk.text("of", desk.tab().text(desk.type().many())));
        DragOrder.listen(rows, this::move);
        draw();
        rest();
        Following.of(desk, this::follow);
        return Elements.div("stack wide-gap", Elements.div("settings-head", new H1(desk.text("of", desk.tab().text(desk.type().many()))), hint), rows, below, new MovesSwitch(desk).content());
    }

    private void follow() {
        if (renaming.isEmpty() && !desk.sorted().equals(drawn)) {
            draw();
        }
    }

    private void draw() {
        rows.removeAll();
        drawn = desk.sorted();
        Map<String, Count> counts = desk.counts(drawn);
        for (int i = 0; i < drawn.size(); i++) {
            Pipeline way = drawn.get(i);
            rows.add(renaming.equals(Optional.of(way.id())) ? renamer(way) : row(way, i, counts));
        }
    }

    private Component row(Pipeline way, int index, Map<String, Count> counts) {
        String name = desk.tab().text(way.name());
        boolean standard = desk.standard(way);
        Anchor stages = Elements.link("settings/pipelines/" + desk.typeId() + "/" + way.id(), Elements.text("strong", name));
        Div title = Elements.div("grow row wrap", stages);
        if (standard) {
            title.add(Elements.text("chip accent", desk.text("default")));
        }
        title.add(strip(way), Elements.text("quiet small", documents(way, counts)));
        Div acts = Elements.div("row-acts", DragOrder.arrows(desk.tab(), name, index == 0, index == drawn.size() - 1),
                Elements.test(Elements.iconButton("pencil", desk.text("rename", name), () -> rename(Optional.of(way.id()))), "rename"),
                Elements.test(go("milestone", desk.text("stages-of", name), way), "stages"));
        if (!standard) {
            acts.add(new Armed(desk.tab(), Label.of("pipelines.delete"), Label.of("pipelines.delete.sure"), () -> delete(way)).content());
        }
        Div row = DragOrder.row(Elements.div(standard ? "order-row default" : "order-row", DragOrder.grip(), title, acts), way.id());
        row.getElement().setAttribute("role", "listitem");
        return Elements.test(row, "pipeline-" + way.id());
    }

    private Component go(String icon, String name, Pipeline way) {
        return Elements.iconButton(icon, name, () -> desk.tab().go("settings/pipelines/" + desk.typeId() + "/" + way.id()));
    }

    private static Component strip(Pipeline way) {
        Div strip = Elements.div("stage-strip");
        way.stages().forEach(stage -> strip.add(Elements.div("stage-" + stage.colour())));
        strip.getElement().setAttribute("aria-hidden", "true");
        return strip;
    }

    private String documents(Pipeline way, Map<String, Count> counts) {
        List<Count> all = way.stages().stream().map(stage -> counts.getOrDefault(stage.id(), new Count(0, true))).toList();
        Count total = new Count(all.stream().mapToLong(Count::value).sum(), all.stream().allMatch(Count::exact));
        return desk.text("facts", way.stages().size(), desk.number(total));
    }

    private Component renamer(Pipeline way) {
        GivenName name = new GivenName(desk.tab(), desk.portal(), way.name(), desk.text("name"));
        name.focus();
        Div form = new NameForm(desk.tab(), name, desk.text("save"), label -> named(desk.portal().pipelines.rename(desk.typeId(), way.id(), label, desk.tab().actor()), name), () -> rename(Optional.empty())).content();
        Div row = Elements.div("order-row editing", form);
        row.getElement().setAttribute("role", "listitem");
        return Elements.test(row, "renaming");
    }

    private void rename(Optional<String> id) {
        renaming = id;
        draw();
    }

    private void named(Amendment<Pipeline> amendment, GivenName name) {
        switch (amendment) {
            case Amendment.Done<Pipeline> _ -> rename(Optional.empty());
            case Amendment.Refused<Pipeline>(var reasons) -> name.refuse(reasons, desk.tab());
        }
    }

    private void rest() {
        below.removeAll();
        below.add(Elements.test(Elements.button("", "plus", desk.text("add"), this::add), "add-pipeline"));
    }

    private void add() {
        below.removeAll();
        below.add(new NewPipeline(desk, way -> desk.tab().go("settings/pipelines/" + desk.typeId() + "/" + way.id()), this::rest).content());
    }

    private void move(String id, int place) {
        List<String> order = new ArrayList<>(drawn.stream().map(Pipeline::id).filter(each -> !each.equals(id)).toList());
        order.add(Math.clamp(place, 0, order.size()), id);
        desk.done(desk.portal().pipelines.sort(desk.typeId(), order, desk.tab().actor()));
        draw();
    }

    private void delete(Pipeline way) {
        if (desk.done(desk.portal().pipelines.delete(desk.typeId(), way.id(), desk.tab().actor())).isPresent()) {
            desk.tab().tell(Label.of("pipelines.deleted", way.name()));
        }
        draw();
    }
}
