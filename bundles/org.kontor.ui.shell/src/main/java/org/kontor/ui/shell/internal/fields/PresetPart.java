package org.kontor.ui.shell.internal.fields;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.kontor.api.documents.Field;
import org.kontor.api.documents.Kind;
import org.kontor.api.documents.Preset;
import org.kontor.api.labels.Label;
import org.kontor.ui.shell.internal.parts.Elements;
import org.kontor.ui.shell.internal.parts.FieldBox;
import org.kontor.ui.shell.internal.parts.FieldInput;
import org.kontor.ui.shell.internal.tab.PageTab;
import org.kontor.ui.shell.internal.tab.Portal;

/// What new documents start with (FLD-17, 18): nothing, a value, or the moment they are created.
final class PresetPart {
    private final PageTab tab;
    private final Portal portal;
    private final FieldDraft draft;
    private final Div content = Elements.div("stack");
    private boolean fixedWanted;
    private Optional<FieldBox> box = Optional.empty();

    PresetPart(PageTab tab, Portal portal, FieldDraft draft) {
        this.tab = tab;
        this.portal = portal;
        this.draft = draft;
        draw();
    }

    Component content() {
        return content;
    }

    /// Whether what was typed can be read.
    boolean ready() {
        return box.map(some -> !some.refused()).orElse(true);
    }

    private void draw() {
        content.removeAll();
        boolean timed = draft.now().kind() instanceof Kind.Date || draft.now().kind() instanceof Kind.Moment;
        if (timed) {
            content.add(Line.choice(text("fields.preset"), "preset", ways(), way(), false, this::start, ""));
        }
        box = timed && !(draft.now().preset() instanceof Preset.Fixed) && !fixedWanted ? Optional.empty() : Optional.of(input());
        box.ifPresent(some -> content.add(timed ? some : Line.of(text("fields.preset"), some, text("fields.preset.hint"))));
    }

    private Map<String, String> ways() {
        Map<String, String> ways = new LinkedHashMap<>();
        ways.put("NONE", text("fields.preset.NONE"));
        ways.put("NOW", text(draft.now().kind() instanceof Kind.Date ? "fields.preset.TODAY" : "fields.preset.NOW"));
        ways.put("FIXED", text("fields.preset.FIXED"));
        return ways;
    }

    private String way() {
        return switch (draft.now().preset()) {
            case Preset.None _ -> fixedWanted ? "FIXED" : "NONE";
            case Preset.Now _ -> "NOW";
            case Preset.Fixed _ -> "FIXED";
        };
    }

    private void start(String way) {
        fixedWanted = way.equals("FIXED");
        draft.preset(way.equals("NOW") ? new Preset.Now() : new Preset.None());
        draw();
    }

    private FieldBox input() {
        Field<?> field = Field.of("preset", draft.now().kind()).named(Label.of("fields.preset")).shownAs(draft.now().display());
        Optional<Object> value = draft.now().preset() instanceof Preset.Fixed(Object fixed) ? Optional.of(fixed) : Optional.empty();
        return FieldInput.open(field, value, chosen -> draft.preset(chosen.<Preset>map(Preset.Fixed::new).orElseGet(Preset.None::new)), tab, portal);
    }

    private String text(String key, Object... arguments) {
        return tab.text(Label.of(key, arguments));
    }
}
