package org.kontor.ui.shell.internal.pipelines;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeButton;
import java.util.List;
import java.util.Map;
import org.kontor.api.documents.Count;
import org.kontor.api.documents.Pipeline;
import org.kontor.api.documents.Stage;
import org.kontor.ui.shell.internal.parts.Elements;

/// How the stages will look: the scale on a card, and the funnel with the documents that are there now (LST-7).
///
/// A step of the funnel is as wide as the part of all documents on their way that came at least so far; those lost are counted beside it.
final class StagePreview {
    private static final int NARROWEST = 8;

    private final Desk desk;
    private final Div scale = Elements.test(Elements.div("stages"), "preview-scale");
    private final Div funnel = Elements.test(Elements.div("status-funnel"), "preview-funnel");
    private final Div lost = Elements.div("row wrap");
    private final Div fact = Elements.div("quiet small");
    private final Div content;
    private Map<String, Count> counts = Map.of();
    private String counted = "";
    private int reached = 1;

    StagePreview(Desk desk) {
        this.desk = desk;
        funnel.getElement().setAttribute("role", "list").setAttribute("aria-label", desk.text("preview.funnel"));
        scale.getElement().setAttribute("role", "group").setAttribute("aria-label", desk.text("preview.scale"));
        content = Elements.test(Elements.div("panel stack stage-preview", new H2(desk.text("preview")), new H3(desk.text("preview.scale")), scale,
                new H3(desk.text("preview.funnel")), funnel, lost, fact), "stage-preview");
    }

    Component content() {
        return content;
    }

    /// Shows `stages` as the pipeline would have them; the documents are counted once for each state that is kept.
    void show(Pipeline kept, List<Stage> stages) {
        String state = kept.stages().stream().map(Stage::id).toList().toString();
        if (!state.equals(counted)) {
            counted = state;
            counts = desk.counts(List.of(kept));
        }
        drawScale(stages);
        drawFunnel(stages.stream().filter(stage -> stage.meaning() != Stage.Meaning.LOST).toList());
        lost.removeAll();
        stages.stream().filter(stage -> stage.meaning() == Stage.Meaning.LOST).forEach(stage -> {
            Div chip = Elements.div("chip", Elements.dot(stage), Elements.text("", desk.tab().text(stage.name())), Elements.text("strong", desk.number(count(stage))));
            lost.add(chip);
        });
        long all = stages.stream().mapToLong(stage -> count(stage).value()).sum();
        fact.setText(all == 0 ? desk.text("preview.empty") : desk.text("preview.counted", desk.number(new Count(all, stages.stream().allMatch(stage -> count(stage).exact())))));
    }

    private Count count(Stage stage) {
        return counts.getOrDefault(stage.id(), new Count(0, true));
    }

    private void drawScale(List<Stage> stages) {
        scale.removeAll();
        for (int i = 0; i < stages.size(); i++) {
            Stage stage = stages.get(i);
            int place = i;
            NativeButton button = new NativeButton("", _ -> {
                reached = place;
                drawScale(stages);
            });
            button.add(Elements.text("name", desk.tab().text(stage.name())));
            button.addClassName("stage-" + stage.colour());
            button.setClassName("passed", i < reached && stages.get(Math.min(reached, stages.size() - 1)).meaning() != Stage.Meaning.LOST);
            button.getElement().setAttribute("type", "button").setAttribute("title", desk.tab().text(stage.name()));
            if (i == Math.min(reached, stages.size() - 1)) {
                button.getElement().setAttribute("aria-current", "step");
            }
            scale.add(button);
        }
    }

    private void drawFunnel(List<Stage> stages) {
        funnel.removeAll();
        long all = stages.stream().mapToLong(stage -> count(stage).value()).sum();
        long further = all;
        for (int i = 0; i < stages.size(); i++) {
            Stage stage = stages.get(i);
            long behind = further - count(stage).value();
            double from = all == 0 ? 100 - 70.0 * i / stages.size() : width(further, all);
            double to = all == 0 ? 100 - 70.0 * (i + 1) / stages.size() : width(i + 1 < stages.size() ? behind : further, all);
            Div shape = Elements.div("funnel-shape stage-" + stage.colour());
            shape.getElement().setAttribute("aria-hidden", "true").setAttribute("style", "--from:" + Math.round(from) + "%;--to:" + Math.round(to) + "%");
            Div step = Elements.div("funnel-step", Elements.text("funnel-name", desk.tab().text(stage.name())), Elements.div("funnel-drawing", shape), Elements.text("funnel-count", desk.number(count(stage))));
            step.getElement().setAttribute("role", "listitem");
            funnel.add(step);
            further = behind;
        }
    }

    private static double width(long part, long all) {
        return Math.max(NARROWEST, 100.0 * part / all);
    }
}
