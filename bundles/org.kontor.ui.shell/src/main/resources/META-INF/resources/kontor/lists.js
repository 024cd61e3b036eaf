// What lists and boards do in the browser itself: whole rows as links, keys, drag and drop. The server decides everything else.
(() => {
  const typing = (target) => target.closest("input:not([type=checkbox]), textarea, select, [contenteditable], vaadin-text-field, vaadin-combo-box");
  const covered = () => document.querySelector(".dialog-veil, .card, vaadin-context-menu-overlay, vaadin-context-menu[opened]");

  function list(wrap) {
    const rowLink = (target) => target.closest("tbody tr")?.querySelector(".col-title a");
    const own = (target) => target.closest("a, button, input, label, .col-tick");
    wrap.addEventListener("click", (e) => {
      if (e.target.closest("td.col-tick") && !e.target.closest("input")) e.target.closest("td.col-tick").querySelector("input").click();
      const link = rowLink(e.target);
      if (!link || own(e.target) || String(getSelection())) return;
      if (e.ctrlKey || e.metaKey) window.open(link.href, "_blank");
      else link.click();
    });
    wrap.addEventListener("auxclick", (e) => {
      const link = rowLink(e.target);
      if (e.button === 1 && link && !own(e.target)) window.open(link.href, "_blank");
    });
    wrap.addEventListener("keydown", (e) => {
      const row = e.target.closest("tbody tr");
      if (!row || e.altKey || e.ctrlKey || e.metaKey) return;
      const next = { ArrowDown: row.nextElementSibling, ArrowUp: row.previousElementSibling }[e.key];
      if (next) {
        e.preventDefault();
        next.querySelector(e.target.type === "checkbox" ? "input" : ".col-title a").focus();
      } else if (e.key === "x" && e.target.matches("a")) {
        row.querySelector("input").click();
      }
    });
    const more = wrap.querySelector(".more");
    new IntersectionObserver(
      (seen) => seen.some((each) => each.isIntersecting) && wrap.scrollTop > 0 && more.querySelector("button")?.click(),
      { root: wrap, rootMargin: "400px" },
    ).observe(more);
  }

  function board(root) {
    let dragged = null;
    const column = (target) => target.closest(".column");
    const over = (now) => root.querySelectorAll(".column.over").forEach((each) => each !== now && each.classList.remove("over"));
    const move = (tile, to) => {
      if (!to || to === column(tile)) return;
      tile.classList.add("moving");
      root.dispatchEvent(new CustomEvent("kontor-move", { detail: { ref: tile.dataset.ref, stage: to.dataset.stage } }));
    };
    root.addEventListener("dragstart", (e) => {
      dragged = e.target.closest?.(".tile");
      if (!dragged) return;
      e.dataTransfer.effectAllowed = "move";
      e.dataTransfer.setData("text/plain", dragged.querySelector("a").href);
      requestAnimationFrame(() => dragged?.classList.add("dragged"));
    });
    root.addEventListener("dragend", () => {
      dragged?.classList.remove("dragged");
      dragged = null;
      over(null);
    });
    root.addEventListener("dragover", (e) => {
      const to = column(e.target);
      if (!dragged || !to) return;
      e.preventDefault();
      e.dataTransfer.dropEffect = "move";
      over(to);
      to.classList.toggle("over", to !== column(dragged));
    });
    root.addEventListener("dragleave", (e) => root.contains(e.relatedTarget) || over(null));
    root.addEventListener("drop", (e) => {
      const to = column(e.target);
      if (!dragged || !to) return;
      e.preventDefault();
      move(dragged, to);
    });
    root.addEventListener("click", (e) => {
      const tile = e.target.closest(".tile");
      if (!tile || e.target.closest("a") || String(getSelection())) return;
      const link = tile.querySelector("a");
      if (e.ctrlKey || e.metaKey) window.open(link.href, "_blank");
      else link.click();
    });
    root.addEventListener("keydown", (e) => {
      const tile = e.target.closest(".tile");
      const step = { ArrowRight: 1, ArrowLeft: -1 }[e.key];
      if (!tile || e.ctrlKey || e.metaKey) return;
      const columns = [...root.querySelectorAll(".column")];
      const at = columns.indexOf(column(tile));
      if (step && e.altKey) {
        e.preventDefault();
        root.dataset.focus = tile.dataset.ref;
        move(tile, columns[at + step]);
      } else if (step) {
        e.preventDefault();
        for (let i = at + step; columns[i]; i += step) {
          const link = columns[i].querySelector(".tile a");
          if (link) return link.focus();
        }
      } else if (e.key === "ArrowDown" || e.key === "ArrowUp") {
        e.preventDefault();
        (e.key === "ArrowDown" ? tile.nextElementSibling : tile.previousElementSibling)?.querySelector("a")?.focus();
      }
    });
  }

  // A move is over, one way or the other: the tile is where it belongs now, and keeps the focus if a key moved it.
  function settled(root, ref) {
    const tile = root.querySelector(`.tile[data-ref="${CSS.escape(ref)}"]`);
    tile?.classList.remove("moving");
    if (root.dataset.focus === ref) tile?.querySelector("a").focus();
    delete root.dataset.focus;
  }

  function shortcut(button, code) {
    const listen = (e) => {
      if (!button.isConnected) return document.removeEventListener("keydown", listen);
      if (e.code !== code || e.ctrlKey || e.metaKey || e.altKey || e.shiftKey || e.repeat || typing(e.target) || covered()) return;
      e.preventDefault();
      button.click();
    };
    document.addEventListener("keydown", listen);
  }

  // Enter in a field is as good as the button, once the field has handed over its value.
  function form(root, button) {
    root.addEventListener("keydown", (e) => {
      if (e.key !== "Enter" || e.defaultPrevented || e.isComposing || e.target.closest("textarea, button, [opened], [aria-expanded=true]")) return;
      e.target.blur();
      setTimeout(() => button.click(), 30);
    });
  }

  // Lines are put in order by dragging them, or by arrow keys on their grip. The server is told the wanted order and draws it.
  function order(root) {
    let dragged = null;
    const lines = () => [...root.children];
    const tell = (wanted, moved, focus) => {
      if (focus) root.dataset.focus = moved.dataset.id;
      root.dispatchEvent(new CustomEvent("kontor-order", { detail: wanted.map((line) => line.dataset.id).join(" ") }));
    };
    const put = (line, place, focus) => {
      const others = lines().filter((each) => each !== line);
      others.splice(Math.max(1, Math.min(place, others.length)), 0, line);
      if (others.some((each, at) => each !== lines()[at])) tell(others, line, focus);
    };
    const mark = (line) => lines().forEach((each) => each.classList.toggle("over", each === line));
    root.addEventListener("dragstart", (e) => {
      dragged = e.target.closest?.("[data-id]");
      e.dataTransfer.effectAllowed = "move";
      e.dataTransfer.setData("text/plain", dragged?.dataset.id ?? "");
    });
    root.addEventListener("dragover", (e) => {
      if (!dragged) return;
      e.preventDefault();
      mark(e.target.closest("[data-id]"));
    });
    root.addEventListener("drop", (e) => {
      const to = e.target.closest("[data-id]");
      if (!dragged || !to) return;
      e.preventDefault();
      put(dragged, lines().indexOf(to), false);
    });
    root.addEventListener("dragend", () => {
      dragged = null;
      mark(null);
    });
    root.addEventListener("keydown", (e) => {
      const step = { ArrowUp: -1, ArrowDown: 1 }[e.key];
      const line = e.target.closest(".grip")?.closest("[data-id]");
      if (!step || !line) return;
      e.preventDefault();
      put(line, lines().indexOf(line) + step, true);
    });
  }

  // The order was drawn: who moved a line by a key stays on it.
  function ordered(root) {
    if (root.dataset.focus) root.querySelector(`[data-id="${CSS.escape(root.dataset.focus)}"] .grip`)?.focus();
    delete root.dataset.focus;
  }

  window.kontorLists = { list, board, settled, shortcut, form, order, ordered };
})();
