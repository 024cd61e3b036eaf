package org.kontor.ui.shell.internal.pipelines;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import java.util.function.Consumer;
import org.kontor.api.labels.Label;
import org.kontor.ui.shell.internal.parts.Elements;
import org.kontor.ui.shell.internal.parts.GivenName;
import org.kontor.ui.shell.internal.tab.PageTab;

/// A name with buttons to take it or leave it; Enter takes, Escape leaves.
public final class NameForm {
    private static final String KEYS = """
            this.addEventListener('keydown', e => {
              if (e.key === 'Escape') { e.stopPropagation(); $1.click(); }
              if (e.key === 'Enter' && e.target.matches('input:not([type=radio]):not([type=checkbox])') && !e.isComposing) { e.target.blur(); setTimeout(() => $0.click(), 30); }
            })""";

    private final Div content;

    public NameForm(PageTab tab, GivenName name, String take, Consumer<Label> taken, Runnable left) {
        NativeButton save = Elements.test(Elements.button("primary", "", take, () -> name.asked(tab).ifPresent(taken)), "save-name");
        NativeButton cancel = Elements.test(Elements.button("plain", "", tab.text(Label.of("pipelines.cancel")), left), "cancel-name");
        content = Elements.div("name-form", name.content(), Elements.div("row", save, cancel));
        keys(content, save, cancel);
    }

    static void keys(Div form, NativeButton save, NativeButton cancel) {
        form.addAttachListener(_ -> form.getElement().executeJs(KEYS, save.getElement(), cancel.getElement()));
    }

    public Div content() {
        return content;
    }
}
