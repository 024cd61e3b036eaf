package org.kontor.ui.shell.internal.fields;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.kontor.api.documents.Kind;
import org.kontor.api.documents.Kind.Choice.Option;
import org.kontor.api.labels.Label;
import org.kontor.ui.shell.internal.parts.Control;
import org.kontor.ui.shell.internal.parts.Elements;
import org.kontor.ui.shell.internal.parts.NamesInput;
import org.kontor.ui.shell.internal.tab.PageTab;
import org.kontor.ui.shell.internal.tab.Portal;

/// The values of a choice: one by one in their order (FLD-15), or many lines at once (FLD-16).
final class OptionsPart {
    private static final int SHOWN = 50;

    private final PageTab tab;
    private final Portal portal;
    private final FieldDraft draft;
    private final Runnable changed;
    private final OptionDraft options;
    private final Div rows = Elements.div("option-rows");
    private final Div content = Elements.div("stack option-part");
    private int shown = SHOWN;
    private int open = -1;

    OptionsPart(PageTab tab, Portal portal, FieldDraft draft, Runnable changed) {
        this.tab = tab;
        this.portal = portal;
        this.draft = draft;
        this.changed = changed;
        this.options = new OptionDraft(((Kind.Choice) draft.one()).options(), label -> portal.labels.text(label, Locale.ENGLISH));
        rows.getElement().setAttribute("role", "list").setAttribute("aria-label", text("fields.options"));
        content.add(Elements.text("form-name", text("fields.options")), rows, adding(), lines());
        draw();
    }

    Component content() {
        return content;
    }

    private void draw() {
        rows.removeAll();
        List<Option> all = options.all();
        if (all.isEmpty()) {
            rows.getElement().removeAttribute("role");
            rows.add(Elements.text("quiet small", text("fields.options.none")));
            return;
        }
        rows.getElement().setAttribute("role", "list");
        for (int place = 0; place < Math.min(shown, all.size()); place++) {
            rows.add(row(place, all));
        }
        if (all.size() > shown) {
            rows.add(Elements.button("plain", "chevron-down", text("fields.options.more", all.size() - shown), () -> {
                shown += SHOWN * 4;
                draw();
            }));
        }
    }

    private Component row(int place, List<Option> all) {
        Option option = all.get(place);
        String name = tab.text(option.name());
        NativeButton up = act("arrow-up", "fields.options.up", name, () -> options.move(place, -1));
        NativeButton down = act("arrow-down", "fields.options.down", name, () -> options.move(place, 1));
        up.setEnabled(place > 0);
        down.setEnabled(place < all.size() - 1);
        Div line = Elements.div("option-row", Elements.text(option.offered() ? "grow" : "grow quiet struck", name),
                Elements.test(up, "option-up-" + place), Elements.test(down, "option-down-" + place),
                Elements.iconButton("pencil", text("fields.options.rename", name), () -> edit(place)),
                act(option.offered() ? "eye" : "eye-off", option.offered() ? "fields.options.hide" : "fields.options.show", name, () -> options.offer(place, !option.offered())),
                Elements.test(act("x", "fields.options.remove", name, () -> options.remove(place)), "option-remove-" + place));
        Div row = Elements.div("option", line);
        if (place == open) {
            row.add(names(place, option));
        }
        row.getElement().setAttribute("role", "listitem");
        return Elements.test(row, "option-" + option.id());
    }

    private void edit(int place) {
        open = open == place ? -1 : place;
        draw();
    }

    private Component names(int place, Option option) {
        NamesInput[] names = new NamesInput[1];
        names[0] = new NamesInput(tab, portal, "option-name", text("fields.options.name"), Optional.of(option.name()), () -> {
            names[0].read().ifPresent(name -> options.rename(place, name));
            keep();
        });
        names[0].focus();
        return names[0].content();
    }

    private NativeButton act(String icon, String key, String name, Runnable act) {
        return Elements.iconButton(icon, text(key, name), () -> {
            act.run();
            open = -1;
            keep();
            draw();
        });
    }

    private Component adding() {
        NamesInput names = new NamesInput(tab, portal, "new-option", text("fields.options.new"), Optional.empty(), () -> {});
        NativeButton add = Elements.test(Elements.button("", "plus", text("fields.options.add"), () -> {
            names.readForAll().ifPresent(options::add);
            names.clear();
            shown = Math.max(shown, options.all().size());
            keep();
            draw();
            names.focus();
        }), "add-option");
        return Elements.div("option-add", names.content(), add);
    }

    private Component lines() {
        Control box = Control.lines(6, "").with("aria-label", text("fields.options.lines")).with("data-test", "option-lines").with("placeholder", text("fields.options.lines.example"));
        String[] typed = {""};
        box.whenSettled((text, _) -> typed[0] = text);
        NativeButton take = Elements.test(Elements.button("", "list-plus", text("fields.options.take"), () -> {
            int added = options.addLines(typed[0], line -> NamesInput.everywhere(line, portal));
            box.getElement().executeJs("this.value = ''");
            typed[0] = "";
            keep();
            draw();
            tab.tell(Label.of("fields.options.taken", added));
        }), "take-lines");
        com.vaadin.flow.component.html.NativeDetails details = new com.vaadin.flow.component.html.NativeDetails(text("fields.options.lines"), Elements.div("stack", Elements.text("quiet small", text("fields.options.lines.hint")), box, take));
        details.addClassName("option-lines");
        return Elements.test(details, "bulk-options");
    }

    private void keep() {
        draft.one(new Kind.Choice(options.all()));
        changed.run();
    }

    private String text(String key, Object... arguments) {
        return tab.text(Label.of(key, arguments));
    }
}
