package org.kontor.ui.shell.internal.parts;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import org.kontor.api.labels.Label;
import org.kontor.ui.api.Viewer;

/// Puts the rows of a list into another order: by dragging, by arrow buttons, or with Alt and the arrow keys. The browser works out the place, the server moves and draws anew; then the
/// focus goes back to where it was.
public final class DragOrder {
    /// A row is to stand at a place among the rows of its list, 0 the first, counted without itself.
    public interface Moved {
        void to(String key, int place);
    }

    private static final String SCRIPT = """
            if (!this.dragOrder) {
              this.dragOrder = true;
              const list = this;
              let dragged = null;
              const rows = () => [...list.querySelectorAll('[data-key]')];
              const others = () => rows().filter(row => row !== dragged);
              const at = y => { const i = others().findIndex(row => { const r = row.getBoundingClientRect(); return y < r.top + r.height / 2; }); return i < 0 ? others().length : i; };
              const clean = () => rows().forEach(row => row.classList.remove('drop-before', 'drop-after'));
              const send = (row, place) => list.dispatchEvent(new CustomEvent('ordered', { detail: { key: row.dataset.key, place } }));
              const step = (row, by, mark) => {
                const place = rows().indexOf(row) + by;
                if (place < 0 || place >= rows().length) return;
                send(row, place);
                const again = n => {
                  const fresh = rows().find(each => each.dataset.key === row.dataset.key);
                  if (fresh && (fresh !== row || rows().indexOf(fresh) === place)) {
                    const all = [...fresh.querySelectorAll('button, a')].filter(each => !each.disabled);
                    (all.find(each => each.dataset.test === mark) ?? all.find(each => each.dataset.step) ?? all[0])?.focus();
                  } else if (n) setTimeout(() => again(n - 1), 50);
                };
                setTimeout(() => again(40), 50);
              };
              list.addEventListener('dragstart', e => {
                dragged = e.target.closest?.('[data-key]');
                if (dragged) { e.dataTransfer.setData('text/plain', dragged.dataset.key); e.dataTransfer.effectAllowed = 'move'; }
              });
              list.addEventListener('dragover', e => {
                if (!dragged) return;
                e.preventDefault();
                clean();
                const before = others()[at(e.clientY)];
                (before ?? others().at(-1))?.classList.add(before ? 'drop-before' : 'drop-after');
              });
              list.addEventListener('dragend', () => { clean(); dragged = null; });
              list.addEventListener('drop', e => {
                if (!dragged) return;
                e.preventDefault();
                const place = at(e.clientY), row = dragged, same = rows().indexOf(row) === place;
                clean();
                dragged = null;
                if (!same) send(row, place);
              });
              list.addEventListener('click', e => {
                const button = e.target.closest('[data-step]');
                if (button) step(button.closest('[data-key]'), Number(button.dataset.step), button.dataset.test);
              });
              list.addEventListener('keydown', e => {
                const by = { ArrowUp: -1, ArrowDown: 1 }[e.key], row = e.target.closest('[data-key]');
                if (!row || !by || !e.altKey) return;
                e.preventDefault();
                step(row, by, e.target.dataset.test);
              });
            }""";
    private static final String KEY = "event.detail.key";
    private static final String PLACE = "event.detail.place";

    private DragOrder() {}

    /// Lets the rows in `list` be moved.
    public static void listen(Component list, Moved moved) {
        list.addAttachListener(_ -> list.getElement().executeJs(SCRIPT));
        list.getElement().addEventListener("ordered", event -> moved.to(event.getEventData().get(KEY).asString(), event.getEventData().get(PLACE).asInt()))
                .addEventData(KEY).addEventData(PLACE);
    }

    /// Makes a row movable.
    public static <C extends Component> C row(C row, String key) {
        row.getElement().setAttribute("data-key", key).setAttribute("draggable", "true");
        return row;
    }

    /// What shows that a row can be dragged.
    public static Component grip() {
        return Elements.div("grip", Elements.icon("grip-vertical"));
    }

    /// Two buttons that move a row named `name`.
    public static Component arrows(Viewer viewer, String name, boolean first, boolean last) {
        Div both = Elements.div("row tight", arrow("chevron-up", viewer.text(Label.of("order.up", name)), -1, first), arrow("chevron-down", viewer.text(Label.of("order.down", name)), 1, last));
        return both;
    }

    private static NativeButton arrow(String icon, String name, int step, boolean end) {
        NativeButton button = Elements.iconButton(icon, name, () -> {});
        button.getElement().setAttribute("data-step", Integer.toString(step));
        button.setEnabled(!end);
        return Elements.test(button, step < 0 ? "move-up" : "move-down");
    }
}
