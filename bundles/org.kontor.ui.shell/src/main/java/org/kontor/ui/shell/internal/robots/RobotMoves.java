package org.kontor.ui.shell.internal.robots;

import com.vaadin.flow.component.Component;

/// Dragging of robots between and in columns, and the same with Alt and the arrow keys. The browser works out the place; the server moves.
final class RobotMoves {
    interface Moved {
        void to(String robotId, String from, String to, int place);
    }

    private static final String SCRIPT = """
            const board = this;
            let dragged = null;
            const column = e => e.target.closest ? e.target.closest('[data-stage]') : null;
            const others = c => [...c.querySelectorAll('[data-robot]')].filter(t => t !== dragged);
            const place = (c, y) => { const i = others(c).findIndex(t => { const r = t.getBoundingClientRect(); return y < r.top + r.height / 2; });
              return i < 0 ? others(c).length : i; };
            const clean = () => board.querySelectorAll('.drop-here, .drop-before').forEach(t => t.classList.remove('drop-here', 'drop-before'));
            const send = (tile, to, at) => board.dispatchEvent(new CustomEvent('robot-moved', { detail: {
              robot: tile.dataset.robot, from: tile.closest('[data-stage]').dataset.stage, to, place: at } }));
            board.addEventListener('dragstart', e => { dragged = e.target.closest('[data-robot]');
              if (dragged) { e.dataTransfer.setData('text/plain', dragged.dataset.robot); e.dataTransfer.effectAllowed = 'move'; } });
            board.addEventListener('dragover', e => { const c = column(e); if (!dragged || !c) return; e.preventDefault(); clean();
              const before = others(c)[place(c, e.clientY)]; (before ?? c).classList.add(before ? 'drop-before' : 'drop-here'); });
            board.addEventListener('dragend', () => { clean(); dragged = null; });
            board.addEventListener('drop', e => { const c = column(e); if (!dragged || !c) return; e.preventDefault();
              const at = place(c, e.clientY); clean(); const tile = dragged; dragged = null; send(tile, c.dataset.stage, at); });
            board.addEventListener('keydown', e => { const tile = e.target.closest('[data-robot]');
              if (!tile || !e.altKey || !e.key.startsWith('Arrow')) return;
              e.preventDefault(); e.stopPropagation();
              const columns = [...board.querySelectorAll('[data-stage]')]; const here = tile.closest('[data-stage]');
              const at = [...here.querySelectorAll('[data-robot]')].indexOf(tile);
              const side = { ArrowLeft: -1, ArrowRight: 1 }[e.key];
              const target = side ? columns[columns.indexOf(here) + side] : here;
              if (!target) return;
              const id = tile.dataset.robot;
              send(tile, target.dataset.stage, side ? at : at + (e.key === 'ArrowUp' ? -1 : 1));
              const again = n => { const t = board.querySelector(`[data-robot="${id}"]`);
                if (t && t !== tile) t.querySelector('button').focus(); else if (n) setTimeout(() => again(n - 1), 50); };
              setTimeout(() => again(40), 50); });
            """;

    private RobotMoves() {}

    static void listen(Component board, Moved moved) {
        board.addAttachListener(_ -> board.getElement().executeJs("if (!this.robotMoves) { this.robotMoves = true;" + SCRIPT + "}"));
        board.getElement().addEventListener("robot-moved", event -> moved.to(
                        event.getEventData().get("event.detail.robot").asString(),
                        event.getEventData().get("event.detail.from").asString(),
                        event.getEventData().get("event.detail.to").asString(),
                        event.getEventData().get("event.detail.place").asInt()))
                .addEventData("event.detail.robot").addEventData("event.detail.from").addEventData("event.detail.to").addEventData("event.detail.place");
    }
}
