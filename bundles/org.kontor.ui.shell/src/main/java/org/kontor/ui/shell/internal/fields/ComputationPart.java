package org.kontor.ui.shell.internal.fields;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.kontor.api.documents.Computation;
import org.kontor.api.documents.Computation.RollUp;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.Field;
import org.kontor.api.documents.Kind;
import org.kontor.api.labels.Label;
import org.kontor.ui.shell.internal.parts.Control;
import org.kontor.ui.shell.internal.parts.Elements;
import org.kontor.ui.shell.internal.tab.PageTab;
import org.kontor.ui.shell.internal.tab.Portal;

/// Whether a number or sum is entered, or follows: by a formula from the same document, or from the documents that link to it.
final class ComputationPart {
    private final PageTab tab;
    private final Portal portal;
    private final DocumentType type;
    private final FieldDraft draft;
    private final Runnable changed;
    private final Div content = Elements.div("stack");

    ComputationPart(PageTab tab, Portal portal, DocumentType type, FieldDraft draft, Runnable changed) {
        this.tab = tab;
        this.portal = portal;
        this.type = type;
        this.draft = draft;
        this.changed = changed;
        draw();
    }

    Component content() {
        return content;
    }

    private void draw() {
        content.removeAll();
        Map<String, String> ways = new LinkedHashMap<>();
        if (draft.isFresh() || !draft.computed()) {
            ways.put("NONE", text("fields.computed.NONE"));
        }
        if (draft.isFresh() || draft.computed()) {
            ways.put("FORMULA", text("fields.computed.FORMULA"));
            ways.put("ROLL_UP", text("fields.computed.ROLL_UP"));
        }
        content.add(Line.choice(text("fields.computed"), "computed", ways, way(), false, this::take, draft.isFresh() ? "" : text("fields.stays")));
        draft.now().computation().ifPresent(way -> content.add(switch (way) {
            case Computation.Formula(String expression) -> formula(expression);
            case RollUp over -> rollUp(over);
        }));
    }

    private String way() {
        return draft.now().computation().map(way -> switch (way) {
            case Computation.Formula _ -> "FORMULA";
            case RollUp _ -> "ROLL_UP";
        }).orElse("NONE");
    }

    private void take(String way) {
        draft.compute(switch (way) {
            case "FORMULA" -> Optional.of(new Computation.Formula(""));
            case "ROLL_UP" -> Optional.of(new RollUp("", "", RollUp.How.COUNT, Optional.empty()));
            default -> Optional.empty();
        });
        draw();
        changed.run();
    }

    private Component formula(String expression) {
        Control box = Control.lines(2, expression).with("aria-label", text("fields.formula")).with("data-test", "formula").with("maxlength", "500").with("spellcheck", "false");
        box.getElement().getClassList().add("code");
        box.whenSettled((text, _) -> draft.compute(Optional.of(new Computation.Formula(text.strip()))));
        String usable = type.fields().stream().filter(ComputationPart::number).filter(field -> !field.id().equals(draft.now().id()))
                .map(field -> field.id() + " (" + tab.text(type.nameOf(field)) + ")").collect(Collectors.joining(", "));
        return Elements.div("form-line", Elements.text("form-name", text("fields.formula")), box, Elements.text("quiet small", text("fields.formula.hint")),
                Elements.text("quiet small", usable.isEmpty() ? text("fields.formula.nothing") : text("fields.formula.usable", usable)));
    }

    private Component rollUp(RollUp over) {
        Map<String, String> links = new LinkedHashMap<>();
        for (DocumentType child : portal.types.all()) {
            child.fields().stream().filter(this::leadsHere).forEach(link -> links.put(child.id() + "/" + link.id(), tab.text(child.many()) + " – " + tab.text(child.nameOf(link))));
        }
        String present = over.typeId().isEmpty() ? "" : over.typeId() + "/" + over.linkField();
        Map<String, String> ways = new LinkedHashMap<>();
        for (RollUp.How how : RollUp.How.values()) {
            if (how != RollUp.How.COUNT || draft.one() instanceof Kind.Number) {
                ways.put(how.name(), text("fields.roll-up." + how));
            }
        }
        RollUp.How how = ways.containsKey(over.how().name()) ? over.how() : RollUp.How.SUM;
        Div part = Elements.div("stack",
                Line.choice(text("fields.roll-up.over"), "roll-up-over", links, present, present.isEmpty(), id -> over(id, how), links.isEmpty() ? text("fields.roll-up.none") : ""),
                Line.choice(text("fields.roll-up.how"), "roll-up-how", ways, how.name(), false, each -> {
                    draft.compute(Optional.of(new RollUp(over.typeId(), over.linkField(), RollUp.How.valueOf(each), Optional.empty())));
                    draw();
                }, ""));
        if (how != RollUp.How.COUNT) {
            part.add(Line.choice(text("fields.roll-up.field"), "roll-up-field", figures(over.typeId()), over.fieldId().orElse(""), over.fieldId().isEmpty(),
                    id -> draft.compute(Optional.of(new RollUp(over.typeId(), over.linkField(), how, Optional.of(id).filter(each -> !each.isEmpty())))), text("fields.roll-up.field.hint")));
        }
        return part;
    }

    private void over(String id, RollUp.How how) {
        List<String> parts = id.isEmpty() ? List.of("", "") : List.of(id.split("/"));
        draft.compute(Optional.of(new RollUp(parts.getFirst(), parts.getLast(), how, Optional.empty())));
        draw();
    }

    private boolean leadsHere(Field<?> field) {
        return field.kind() instanceof Kind.Link(List<String> to) && (to.isEmpty() || to.contains(type.id()));
    }

    private Map<String, String> figures(String typeId) {
        Map<String, String> figures = new LinkedHashMap<>();
        portal.types.find(typeId).ifPresent(child -> child.fields().stream().filter(field -> field.kind().getClass() == draft.one().getClass())
                .forEach(field -> figures.put(field.id(), tab.text(child.nameOf(field)))));
        return figures;
    }

    private static boolean number(Field<?> field) {
        return field.kind() instanceof Kind.Number || field.kind() instanceof Kind.Sum;
    }

    private String text(String key, Object... arguments) {
        return tab.text(Label.of(key, arguments));
    }
}
