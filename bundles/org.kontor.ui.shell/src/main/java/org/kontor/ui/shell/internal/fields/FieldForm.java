package org.kontor.ui.shell.internal.fields;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kontor.api.documents.Amendment;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.Field;
import org.kontor.api.documents.Field.Trait;
import org.kontor.api.documents.Refusal;
import org.kontor.api.labels.Label;
import org.kontor.ui.shell.internal.parts.Control;
import org.kontor.ui.shell.internal.parts.Elements;
import org.kontor.ui.shell.internal.parts.NamesInput;
import org.kontor.ui.shell.internal.parts.Tick;
import org.kontor.ui.shell.internal.tab.PageTab;
import org.kontor.ui.shell.internal.tab.Portal;

/// One field of a type: added, or changed in what may change. Save goes back to the list, Apply stays (FLD-25).
final class FieldForm {
    private static final List<Trait> OFFERED = List.of(Trait.REQUIRED, Trait.FILTERED, Trait.LISTED, Trait.INDEXED);

    private final PageTab tab;
    private final Portal portal;
    private final DocumentType type;
    private final Div content = Elements.div("field-form");
    private final Div about = Elements.div("stack");
    private final Div extra = Elements.div("stack");
    private final Div several = new Div();
    private final Div presetPlace = new Div();
    private final Div flags = Elements.div("stack");
    private final Div note = Elements.div("stack");
    private final Div actions = Elements.div("form-actions");
    private FieldDraft draft;
    private FieldKind kind;
    private NamesInput names;
    private Optional<Control> id = Optional.empty();
    private boolean idTyped;
    private Optional<PresetPart> preset = Optional.empty();
    private RulesPart rules;

    FieldForm(PageTab tab, Portal portal, DocumentType type, FieldDraft draft) {
        this.tab = tab;
        this.portal = portal;
        this.type = type;
        note.getElement().setAttribute("role", "alert");
        take(draft);
    }

    Component content() {
        content.getElement().executeJs("this.closest('.content')?.scrollTo(0, 0)");
        return content;
    }

    private void take(FieldDraft given) {
        draft = given;
        kind = FieldKind.of(draft.now().kind(), portal.types);
        names = new NamesInput(tab, portal, "name", text("fields.name"), draft.now().name(), this::named);
        if (!draft.now().custom()) {
            names.otherwise(type.nameOf(draft.now()));
        }
        rules = new RulesPart(tab, portal, type, draft);
        content.removeAll();
        H1 title = new H1(draft.isFresh() ? text("fields.new", type.many()) : tab.text(type.nameOf(draft.now())));
        content.add(Elements.div("page-head", title, Elements.div("grow"), all()));
        if (!draft.now().custom()) {
            content.add(Elements.note("", "info", text("fields.declared.note")));
        }
        content.add(panel("fields.part.name", about), panel("fields.part.kind", extra), panel("fields.part.flags", flags), panel("fields.part.rules", rules.content()), actions);
        drawAbout();
        drawKind();
        drawFlags();
        drawActions();
        if (draft.isFresh()) {
            names.focus();
        }
    }

    private Component all() {
        Anchor all = Elements.link(FieldsPage.of(type.id()), Elements.icon("list"), Elements.text("", text("fields.of", type.many())));
        all.addClassNames("button", "plain");
        return all;
    }

    private Component panel(String title, Component inside) {
        return Elements.div("panel stack", new H2(text(title)), inside);
    }

    private void drawAbout() {
        about.removeAll();
        about.add(names.content());
        id = draft.isFresh() ? Optional.of(Control.line("text", "").with("aria-label", text("fields.id")).with("data-test", "field-id").with("maxlength", "50").with("spellcheck", "false")) : Optional.empty();
        id.ifPresent(control -> control.whenSettled((text, _) -> idTyped(text.strip())));
        about.add(id.<Component>map(control -> Line.of(text("fields.id"), control, text("fields.id.hint")))
                .orElseGet(() -> Line.of(text("fields.id"), Elements.text("code", draft.now().id()), "")));
    }

    /// Suggests an id as long as nobody typed one.
    private void named() {
        draft.name(names.read());
        if (draft.isFresh() && !idTyped) {
            String suggested = draft.now().name().map(name -> portal.customFields.idFor(type.id(), name)).orElse("field");
            draft.id(suggested);
            id.ifPresent(control -> control.getElement().executeJs("this.value = $0", suggested));
        }
    }

    private void idTyped(String text) {
        idTyped = !text.isEmpty();
        note.removeAll();
        if (!idTyped) {
            named();
            return;
        }
        try {
            draft.id(text);
        } catch (IllegalArgumentException _) {
            draft.id("field");
            idTyped = false;
            id.ifPresent(control -> control.getElement().executeJs("this.value = ''"));
            tell(Label.of("fields.id.wrong", text));
        }
    }

    private void drawKind() {
        extra.removeAll();
        if (draft.now().custom()) {
            Map<String, String> kinds = new LinkedHashMap<>();
            (draft.isFresh() ? FieldKind.offered() : List.of(kind)).forEach(each -> kinds.put(each.name(), text("fields.kind." + each)));
            Div line = Line.choice(text("fields.kind"), "field-kind", kinds, kind.name(), false, this::kind, text(draft.isFresh() ? "fields.kind.hint" : "fields.stays"));
            extra.add(line);
            if (!draft.isFresh()) {
                line.getElement().getChild(1).setAttribute("disabled", "");
            }
            if (kind.repeats()) {
                extra.add(several);
                several.removeAll();
                several.add(Tick.line(text("fields.several"), "several", draft.many(), draft.isFresh(), this::several));
                several.setVisible(!draft.computed());
            }
        } else {
            extra.add(new FieldWords(tab, portal.types).kind(draft.now()));
        }
        new KindPart(tab, portal, draft, kind, this::drawPreset).content().forEach(extra::add);
        if (draft.now().custom() && kind.computes() && !draft.many()) {
            extra.add(new ComputationPart(tab, portal, type, draft, this::computed).content());
        }
        extra.add(presetPlace);
        drawPreset();
    }

    private void drawPreset() {
        presetPlace.removeAll();
        boolean wanted = draft.now().custom() && kind != FieldKind.FILE && kind != FieldKind.BOOKING && !draft.computed();
        preset = wanted ? Optional.of(new PresetPart(tab, portal, draft)) : Optional.empty();
        preset.ifPresent(part -> presetPlace.add(part.content()));
    }

    private void kind(String name) {
        kind = FieldKind.valueOf(name);
        draft.kind(kind);
        drawKind();
        drawFlags();
    }

    private void several(boolean wanted) {
        draft.several(wanted);
        drawKind();
    }

    private void computed() {
        several.setVisible(!draft.computed());
        drawPreset();
        drawFlags();
    }

    private void drawFlags() {
        flags.removeAll();
        Div ticks = Elements.div("tick-group");
        for (Trait trait : OFFERED) {
            if (trait != Trait.REQUIRED || !draft.computed()) {
                ticks.add(Tick.line(text("fields.trait." + trait), "trait-" + trait, draft.now().traits().contains(trait), true, on -> draft.trait(trait, on)));
            }
        }
        flags.add(ticks, Line.number(text("fields.sort"), "sort", draft.now().sort(), 0, 100_000, draft::sort, text("fields.sort.hint")));
    }

    private void drawActions() {
        note.removeAll();
        actions.removeAll();
        Anchor cancel = Elements.link(FieldsPage.of(type.id()), Elements.text("", text("fields.cancel")));
        cancel.addClassNames("button", "plain");
        actions.add(note, Elements.div("row wrap",
                Elements.test(Elements.button("primary", "", text("fields.save"), () -> store(false)), "save-field"),
                Elements.test(Elements.button("", "", text("fields.apply"), () -> store(true)), "apply-field"),
                cancel));
    }

    private void store(boolean stay) {
        note.removeAll();
        if (!rules.take() || !preset.map(PresetPart::ready).orElse(true)) {
            tell(Label.of("fields.incomplete"));
            return;
        }
        boolean fresh = draft.isFresh();
        switch (fresh ? portal.customFields.add(type.id(), draft.now(), tab.actor()) : portal.customFields.change(type.id(), draft.now(), tab.actor())) {
            case Amendment.Refused<Field<?>>(List<Refusal> reasons) -> reasons.forEach(reason -> tell(reason.reason()));
            case Amendment.Done<Field<?>>(Field<?> now) -> stored(now, fresh, stay);
        }
    }

    private void stored(Field<?> now, boolean fresh, boolean stay) {
        Label name = portal.types.require(type.id()).nameOf(now);
        if (fresh && type.listed()) {
            tab.tell(Label.of("fields.added", name), Label.of("fields.place"), () -> tab.go(CardPlace.of(type, tab, portal)));
        } else {
            tab.tell(Label.of("fields.saved", name));
        }
        String here = FieldsPage.of(type.id());
        if (!stay) {
            tab.go(here);
        } else if (fresh) {
            tab.go(here + "/" + now.id());
        } else {
            take(FieldDraft.of(now));
        }
    }

    private void tell(Label reason) {
        note.add(Elements.note("bad", "circle-alert", tab.text(reason)));
    }

    private String text(String key, Object... arguments) {
        return tab.text(Label.of(key, arguments));
    }
}
