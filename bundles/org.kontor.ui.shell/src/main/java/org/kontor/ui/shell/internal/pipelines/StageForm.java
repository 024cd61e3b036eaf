package org.kontor.ui.shell.internal.pipelines;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.NativeLabel;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.kontor.api.documents.Field;
import org.kontor.api.documents.Pipeline;
import org.kontor.api.documents.Refusal;
import org.kontor.api.documents.Stage;
import org.kontor.api.labels.Label;
import org.kontor.ui.shell.internal.parts.Elements;
import org.kontor.ui.shell.internal.parts.GivenName;

/// Changes a stage or describes a new one: name, colour, what it asks for and where it leads. Everything touched is shown in the preview before it is saved.
final class StageForm {
    private final Desk desk;
    private final Stage stage;
    private final Consumer<Stage> typed;
    private final GivenName name;
    private final Set<String> requires;
    private final Set<String> next;
    private final Div content;
    private int colour;
    private boolean anywhere;

    StageForm(Desk desk, Pipeline way, Stage stage, Consumer<Stage> typed, BiConsumer<Stage, StageForm> save, Runnable left) {
        this.desk = desk;
        this.stage = stage;
        this.typed = typed;
        this.colour = stage.colour();
        this.requires = new LinkedHashSet<>(stage.requires());
        this.next = new LinkedHashSet<>(stage.next().orElse(Set.of()));
        this.anywhere = stage.next().isEmpty();
        this.name = new GivenName(desk.tab(), desk.portal(), stage.name(), desk.text("stage.name"));
        name.whenTyped(this::touched);
        NativeButton take = Elements.test(Elements.button("primary", "", desk.text("save"), () -> name.asked(desk.tab()).ifPresent(label -> save.accept(draft(label), this))), "save-stage");
        NativeButton leave = Elements.test(Elements.button("plain", "", desk.text("cancel"), left), "cancel-stage");
        content = Elements.div("order-row editing stage-form", Elements.div("stage-basics", name.content(), colours()), asked(), following(way), Elements.div("row", take, leave));
        content.getElement().setAttribute("role", stage.id().isEmpty() ? "group" : "listitem").setAttribute("aria-label", stage.id().isEmpty() ? desk.text("stage.new") : desk.text("stage.edit", desk.tab().text(stage.name())));
        NameForm.keys(content, take, leave);
        Elements.test(content, "stage-form");
        name.focus();
        content.addAttachListener(_ -> content.getElement().executeJs("setTimeout(() => this.scrollIntoView({block: 'nearest'}), 60)"));
    }

    Component content() {
        return content;
    }

    void refuse(List<Refusal> reasons) {
        name.refuse(reasons, desk.tab());
    }

    private void touched() {
        typed.accept(draft(name.label().orElseGet(() -> Label.verbatim(desk.text("stage.new")))));
    }

    private Stage draft(Label label) {
        return new Stage(stage.id(), label, stage.meaning(), colour, requires, anywhere ? Optional.empty() : Optional.of(next));
    }

    private Component colours() {
        String group = "colour-" + UUID.randomUUID().toString().substring(0, 8);
        Div swatches = Elements.div("swatches");
        for (int each = 1; each <= 8; each++) {
            int chosen = each;
            Element radio = new Element("input").setAttribute("type", "radio").setAttribute("name", group).setAttribute("value", Integer.toString(each))
                    .setAttribute("aria-label", desk.text("colour." + each)).setAttribute("title", desk.text("colour." + each)).setAttribute("data-test", "colour-" + each);
            radio.getClassList().add("stage-" + each);
            radio.setProperty("checked", each == colour);
            radio.addEventListener("change", _ -> {
                colour = chosen;
                touched();
            });
            swatches.getElement().appendChild(radio);
        }
        swatches.getElement().setAttribute("role", "radiogroup").setAttribute("aria-label", desk.text("stage.colour"));
        return Elements.div("stack tight", Elements.text("small", desk.text("stage.colour")), swatches);
    }

    private Component asked() {
        Div boxes = Elements.div("tick-grid");
        NativeDetails fold = new NativeDetails();
        Runnable summary = () -> fold.setSummaryText(requires.isEmpty() ? desk.text("stage.requires-nothing") : desk.text("stage.requires-count", requires.size()));
        for (Field<?> field : desk.type().fields().stream().filter(each -> !each.readOnly()).toList()) {
            boxes.add(tick(desk.tab().text(desk.type().nameOf(field)), "requires-" + field.id(), requires.contains(field.id()), on -> {
                toggle(requires, field.id(), on);
                summary.run();
            }));
        }
        summary.run();
        fold.setContent(boxes);
        return Elements.test(fold, "stage-requires");
    }

    private Component following(Pipeline way) {
        Div stages = Elements.div("tick-grid");
        NativeDetails fold = new NativeDetails();
        Runnable summary = () -> {
            fold.setSummaryText(anywhere ? desk.text("stage.next-any") : desk.text("stage.next-count", next.size()));
            stages.setVisible(!anywhere);
        };
        for (Stage other : way.stages().stream().filter(each -> !each.id().equals(stage.id())).toList()) {
            stages.add(tick(desk.tab().text(other.name()), "next-" + other.id(), next.contains(other.id()), on -> {
                toggle(next, other.id(), on);
                summary.run();
            }));
        }
        List<Component> all = new ArrayList<>();
        all.add(tick(desk.text("stage.next-any.tick"), "next-any", anywhere, on -> {
            anywhere = on;
            summary.run();
        }));
        all.add(stages);
        summary.run();
        fold.setContent(Elements.div("stack tight", all.toArray(Component[]::new)));
        return Elements.test(fold, "stage-next");
    }

    private Component tick(String text, String mark, boolean on, Consumer<Boolean> turned) {
        Element box = new Element("input").setAttribute("type", "checkbox").setAttribute("data-test", mark);
        box.setProperty("checked", on);
        box.addPropertyChangeListener("checked", "change", event -> {
            turned.accept(Boolean.TRUE.equals(event.getValue()));
            touched();
        });
        NativeLabel label = new NativeLabel();
        label.addClassName("tick");
        label.getElement().appendChild(box, new Span(text).getElement());
        return label;
    }

    private static void toggle(Set<String> all, String id, boolean on) {
        if (on) {
            all.add(id);
        } else {
            all.remove(id);
        }
    }
}
