package org.kontor.ui.shell.internal.list;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.kontor.api.documents.Stage;
import org.kontor.ui.shell.internal.parts.Elements;

/// Words, "mine" and stages: what narrows the documents down.
final class FilterBar {
    private static final int TYPING_MILLIS = 250;

    /// What its parts do.
    interface Acts {
        void words(String words);

        void mine();

        void stage(String id);
    }

    private final Input words = Elements.test(new Input(), "filter-words");
    private final Optional<NativeButton> mine;
    private final Div stages = Elements.div("row chips");
    private final Map<String, NativeButton> chips = new LinkedHashMap<>();
    private final Div bar;

    FilterBar(Showing showing, Acts acts) {
        words.setType("search");
        words.setPlaceholder(showing.text("words"));
        words.getElement().setAttribute("aria-label", showing.text("words"));
        words.getElement().setAttribute("autocomplete", "off");
        words.setValueChangeMode(ValueChangeMode.LAZY);
        words.setValueChangeTimeout(TYPING_MILLIS);
        words.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                acts.words(event.getValue());
            }
        });
        mine = showing.type().responsible().map(_ -> {
            NativeButton button = chip(showing.text("mine"), acts::mine);
            button.addComponentAsFirst(Elements.icon("user"));
            return Elements.test(button, "filter-mine");
        });
        showing.way().ifPresent(way -> way.stages().forEach(stage -> stages.add(stage(stage, showing, acts))));
        stages.getElement().setAttribute("role", "group");
        stages.getElement().setAttribute("aria-label", showing.text("stages"));
        bar = Elements.div("toolbar filter-bar", Elements.div("search-field", Elements.icon("search"), words));
        mine.ifPresent(bar::add);
        bar.add(stages);
    }

    Component content() {
        return bar;
    }

    /// Puts more between the words and the stages.
    void beforeStages(Component more) {
        bar.addComponentAtIndex(bar.indexOf(stages), more);
    }

    /// Shows a lens; the words only when somebody else than the typing viewer set them.
    void show(Lens lens) {
        if (!words.getValue().strip().equals(lens.words())) {
            words.setValue(lens.words());
        }
        mine.ifPresent(button -> pressed(button, lens.mine()));
        stages.setVisible(lens.view() != Lens.View.BOARD && !chips.isEmpty());
        chips.forEach((id, chip) -> pressed(chip, lens.stages().contains(id)));
    }

    private NativeButton stage(Stage stage, Showing showing, Acts acts) {
        NativeButton chip = chip(showing.name(stage), () -> acts.stage(stage.id()));
        chip.addComponentAsFirst(Elements.dot(stage));
        chips.put(stage.id(), chip);
        return Elements.test(chip, "filter-stage-" + stage.id());
    }

    private static NativeButton chip(String name, Runnable act) {
        NativeButton chip = new NativeButton();
        chip.addClassName("chip");
        chip.getElement().setAttribute("type", "button");
        chip.add(new Text(name));
        chip.addClickListener(_ -> act.run());
        return chip;
    }

    private static void pressed(NativeButton button, boolean on) {
        button.getElement().setAttribute("aria-pressed", Boolean.toString(on));
    }
}
