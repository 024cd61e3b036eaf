package org.kontor.ui.shell.internal.parts;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import org.kontor.api.labels.Label;
import org.kontor.ui.shell.internal.tab.PageTab;

/// A dialog over the page; Escape and a click beside it close it.
public final class Popup {
    /// A click beside it closes it, Tab stays inside, and the focus goes back to where it came from.
    private static final String BEHAVE = """
            const back = document.activeElement;
            const stops = () => [...this.querySelectorAll('a[href], button, input, select, textarea, [tabindex]')]
                .filter(each => !each.disabled && each.tabIndex >= 0 && each.getClientRects().length);
            this.addEventListener('click', e => { if (e.target === this) this.querySelector('[data-close]').click() });
            this.addEventListener('keydown', e => {
              if (e.key !== 'Tab') return;
              const all = stops(), from = e.shiftKey ? all[0] : all.at(-1), to = e.shiftKey ? all.at(-1) : all[0];
              if (document.activeElement === from) { e.preventDefault(); to.focus(); }
            });
            setTimeout(() => { if (this.isConnected && !this.contains(document.activeElement)) (stops()[1] ?? stops()[0])?.focus() }, 80);
            new MutationObserver((_, observer) => {
              if (this.isConnected) return;
              observer.disconnect();
              if (back?.isConnected && [null, document.body].includes(document.activeElement)) back.focus();
            }).observe(this.parentNode, {childList: true});
            """;

    private final Div veil = Elements.div("dialog-veil");
    private final Div box = Elements.div("dialog");

    public Popup(String title, Component... content) {
        box.getElement().setAttribute("role", "dialog");
        box.getElement().setAttribute("aria-modal", "true");
        box.getElement().setAttribute("aria-label", title);
        box.add(new H2(title));
        box.add(content);
        veil.add(box);
    }

    public void open(PageTab tab) {
        tab.overlays().add(veil);
        Shortcuts.addShortcutListener(veil, this::close, Key.ESCAPE).setEventPropagationAllowed(false);
        box.addComponentAsFirst(closer(tab));
        veil.getElement().executeJs(BEHAVE);
    }

    public void close() {
        veil.removeFromParent();
    }

    private Component closer(PageTab tab) {
        Component button = Elements.iconButton("x", tab.text(Label.of("shell.close")), this::close);
        button.getElement().setAttribute("data-close", "");
        button.getElement().getStyle().set("position", "absolute").set("inset-inline-end", "10px").set("top", "10px");
        box.getStyle().set("position", "relative");
        return button;
    }
}
