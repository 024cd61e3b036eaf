package org.kontor.ui.shell.internal.fields;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kontor.api.documents.Display;
import org.kontor.api.documents.DocumentType;
import org.kontor.api.documents.Kind;
import org.kontor.api.documents.Kind.Choice.Option;
import org.kontor.api.labels.Label;
import org.kontor.ui.shell.internal.parts.Elements;
import org.kontor.ui.shell.internal.parts.NamesInput;
import org.kontor.ui.shell.internal.parts.Tick;
import org.kontor.ui.shell.internal.tab.PageTab;
import org.kontor.ui.shell.internal.tab.Portal;

/// What a kind asks for beyond its name (FLD-11 to 16, 20 to 22).
final class KindPart {
    private static final List<String> USUAL = List.of("EUR", "USD", "GBP", "CHF", "RUB", "PLN", "CZK", "SEK", "NOK", "DKK", "TRY", "UAH", "KZT", "CNY", "JPY", "INR", "BRL", "CAD", "AUD");

    private final PageTab tab;
    private final Portal portal;
    private final FieldDraft draft;
    private final FieldKind kind;
    private final Runnable changed;

    /// `kind` tells directories from sections while none is named; `changed` runs when other parts of the form must follow: the options that a default is chosen from.
    KindPart(PageTab tab, Portal portal, FieldDraft draft, FieldKind kind, Runnable changed) {
        this.tab = tab;
        this.portal = portal;
        this.draft = draft;
        this.kind = kind;
        this.changed = changed;
    }

    List<Component> content() {
        boolean own = draft.now().custom();
        List<Component> all = new ArrayList<>();
        switch (draft.one()) {
            case Kind.Text text -> all.add(rows(text, own));
            case Kind.Number number when own -> all.add(decimals(number));
            case Kind.Sum sum when own -> all.add(currency(sum));
            case Kind.Choice choice -> all.addAll(choice(choice, own));
            case Kind.Link link -> all.addAll(link(link, own));
            default -> {}
        }
        return all;
    }

    private Component rows(Kind.Text text, boolean own) {
        return Line.number(text("fields.rows"), "rows", draft.now().display().rows() > 1 ? draft.now().display().rows() : text.lines(), 1, 30, rows -> {
            if (own) {
                draft.one(new Kind.Text(text.longest(), rows));
            }
            draft.display(look -> rowed(look, rows));
        }, text("fields.rows.hint"));
    }

    private Component decimals(Kind.Number number) {
        Map<String, String> all = new LinkedHashMap<>();
        for (int i = 0; i <= 10; i++) {
            all.put(Integer.toString(i), Integer.toString(i));
        }
        return fixed(Line.choice(text("fields.decimals"), "decimals", all, Integer.toString(number.decimals()), false, each -> draft.one(new Kind.Number(Integer.parseInt(each))), ""));
    }

    private Component currency(Kind.Sum sum) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put(sum.currency(), name(sum.currency()));
        USUAL.forEach(code -> all.put(code, name(code)));
        return fixed(Line.choice(text("fields.currency"), "currency", all, sum.currency(), false, code -> draft.one(new Kind.Sum(code)), text("fields.currency.hint")));
    }

    private String name(String code) {
        return code + " – " + Currency.getInstance(code).getDisplayName(tab.person().language());
    }

    private List<Component> choice(Kind.Choice choice, boolean own) {
        List<Component> all = new ArrayList<>();
        if (own) {
            all.add(choice.directory().isPresent() ? source(choice) : new OptionsPart(tab, portal, draft, changed).content());
        }
        Display display = draft.now().display();
        Map<String, String> looks = new LinkedHashMap<>();
        for (Display.Appearance each : Display.Appearance.values()) {
            looks.put(each.name(), text("fields.appearance." + each));
        }
        all.add(Line.choice(text("fields.appearance"), "appearance", looks, display.appearance().name(), false,
                each -> draft.display(look -> new Display(Display.Appearance.valueOf(each), look.rows(), look.emptyCaption(), look.activeOnly())), ""));
        all.add(Line.number(text("fields.height"), "height", display.rows(), 1, 30, rows -> draft.display(look -> rowed(look, rows)), text("fields.height.hint")));
        NamesInput[] caption = new NamesInput[1];
        caption[0] = new NamesInput(tab, portal, "empty-caption", text("fields.empty-caption"), display.emptyCaption(),
                () -> draft.display(look -> new Display(look.appearance(), look.rows(), caption[0].read(), look.activeOnly())));
        all.add(Line.of(text("fields.empty-caption"), caption[0].content(), text("fields.empty-caption.hint")));
        return all;
    }

    /// From where the values come: a directory, or the sections of a list.
    private Component source(Kind.Choice choice) {
        boolean sections = kind == FieldKind.SECTION;
        Map<String, String> all = new LinkedHashMap<>();
        if (sections) {
            portal.customTypes.all().stream().filter(type -> type.field("section").isPresent()).forEach(type -> all.put(type.id(), tab.text(type.many())));
        } else {
            portal.directories.all().forEach(each -> all.put(each.id(), tab.text(each.name())));
        }
        String present = choice.directory().orElse("");
        return fixed(Line.choice(text(sections ? "fields.section-of" : "fields.directory"), "directory", all, present, present.isEmpty(), id -> {
            draft.one(new Kind.Choice(id.isEmpty() ? List.of() : options(id, sections), Optional.of(id)));
            changed.run();
        }, all.isEmpty() ? text(sections ? "fields.section-of.none" : "fields.directory.none") : ""));
    }

    private List<Option> options(String id, boolean sections) {
        return sections
                ? portal.types.find(id).flatMap(type -> type.field("section")).map(field -> field.kind() instanceof Kind.Choice choice ? choice.options() : List.<Option>of()).orElse(List.of())
                : portal.directories.find(id).map(each -> each.values()).orElse(List.of());
    }

    private List<Component> link(Kind.Link link, boolean own) {
        List<Component> all = new ArrayList<>();
        if (own) {
            Div ticks = Elements.div("tick-group");
            ticks.getElement().setAttribute("role", "group").setAttribute("aria-label", text("fields.link-to"));
            List<String> chosen = new ArrayList<>(link.types());
            portal.types.all().stream().filter(DocumentType::listed).forEach(type -> ticks.add(
                    Tick.line(tab.text(type.many()), "link-" + type.id(), chosen.contains(type.id()), true, on -> {
                        if (on) {
                            chosen.add(type.id());
                        } else {
                            chosen.remove(type.id());
                        }
                        draft.one(new Kind.Link(chosen));
                        changed.run();
                    })));
            all.add(Line.of(text("fields.link-to"), ticks, text("fields.link-to.hint")));
        }
        all.add(Tick.line(text("fields.active-only"), "active-only", draft.now().display().activeOnly(), true,
                on -> draft.display(look -> new Display(look.appearance(), look.rows(), look.emptyCaption(), on))));
        return all;
    }

    private static Display rowed(Display look, int rows) {
        return new Display(look.appearance(), rows, look.emptyCaption(), look.activeOnly());
    }

    /// What stays as it was saved first.
    private Component fixed(Div line) {
        if (!draft.isFresh()) {
            line.getElement().getChild(1).setAttribute("disabled", "");
            line.add(Elements.text("quiet small", text("fields.stays")));
        }
        return line;
    }

    private String text(String key, Object... arguments) {
        return tab.text(Label.of(key, arguments));
    }
}
