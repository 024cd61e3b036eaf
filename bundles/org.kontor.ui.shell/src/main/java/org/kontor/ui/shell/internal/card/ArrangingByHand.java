package org.kontor.ui.shell.internal.card;

/// Dragging fields and sections with the mouse; the keyboard has the buttons beside them.
final class ArrangingByHand {
    /// Shows where what is dragged would come to lie, and tells where it was let go.
    static final String SCRIPT = """
            let dragged = null;
            const clear = () => this.querySelectorAll('.drop-before, .drop-after').forEach(each => each.classList.remove('drop-before', 'drop-after'));
            const nearest = (all, y) => all.find(each => { const box = each.getBoundingClientRect(); return y < box.top + box.height / 2; });
            const sections = () => [...this.querySelectorAll('.arrange-section[draggable]')].filter(each => each !== dragged);
            const target = y => {
              if (dragged.dataset.field) {
                const under = [...this.querySelectorAll('.arrange-section[draggable]')].findLast(each => y >= each.getBoundingClientRect().top) ?? this.querySelector('.arrange-section[draggable]');
                const fields = [...under.querySelectorAll('[data-field]')].filter(each => each !== dragged);
                return {section: under, next: nearest(fields, y), last: fields.at(-1) ?? under.firstElementChild};
              }
              return {next: nearest(sections(), y), last: sections().at(-1)};
            };
            this.addEventListener('dragstart', e => {
              dragged = e.target.closest('[draggable]');
              e.dataTransfer.effectAllowed = 'move';
              e.dataTransfer.setData('text/plain', '');
              e.stopPropagation();
              dragged.classList.add('dragged');
            });
            this.addEventListener('dragover', e => {
              if (!dragged) return;
              e.preventDefault();
              clear();
              const {next, last} = target(e.clientY);
              (next ?? last)?.classList.add(next ? 'drop-before' : 'drop-after');
            });
            this.addEventListener('drop', e => {
              if (!dragged) return;
              e.preventDefault();
              const {section, next} = target(e.clientY);
              const detail = dragged.dataset.field
                  ? {id: dragged.dataset.field, section: section.dataset.section, before: next?.dataset.field ?? ''}
                  : {id: dragged.dataset.section, place: next ? sections().indexOf(next) : sections().length};
              this.dispatchEvent(new CustomEvent(dragged.dataset.field ? 'arranged-field' : 'arranged-section', {detail}));
            });
            this.addEventListener('dragend', () => { clear(); dragged?.classList.remove('dragged'); dragged = null; });
            """;

    private ArrangingByHand() {}
}
