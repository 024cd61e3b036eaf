// The stops of a parcel's way as a line with dots. Attributes: stops="a|b|c", at="1" (from 0), returned.
// It takes colours and sizes from the portal's tokens, so light, dark and phone come by themselves.
const TAG = 'acme-parcel-route';

const STYLE = `
  :host { display: block; container-type: inline-size; }
  ol { display: flex; margin: 0; padding: 0; list-style: none; font-size: var(--k-text-xs, 12px); color: var(--k-ink-2); }
  li { flex: 1; position: relative; padding-top: 18px; text-align: center; }
  li::before { content: ''; position: absolute; z-index: 1; top: 2px; left: 50%; width: 10px; height: 10px; margin-left: -5px; border-radius: 50%;
    background: var(--k-surface); border: 2px solid var(--k-line-strong); box-sizing: border-box; }
  li + li::after { content: ''; position: absolute; top: 6px; right: 50%; width: 100%; height: 2px; background: var(--k-line); }
  li.passed::before, li.here::before { background: var(--way); border-color: var(--way); }
  li.passed::after, li.here::after { background: var(--way) !important; }
  li.here { color: var(--k-ink); font-weight: 600; }
  li.here::before { box-shadow: 0 0 0 4px var(--k-accent-soft); }
  :host { --way: var(--k-accent-fill); }
  :host([returned]) { --way: var(--k-bad); }
  :host([returned]) li.here::before { box-shadow: 0 0 0 4px var(--k-bad-soft); }
`;

function paint(element) {
  const root = element.shadowRoot ?? element.attachShadow({ mode: 'open' });
  const stops = (element.getAttribute('stops') ?? '').split('|').filter(Boolean);
  const at = Number(element.getAttribute('at') ?? 0);
  const style = document.createElement('style');
  style.textContent = STYLE;
  const list = document.createElement('ol');
  list.setAttribute('aria-hidden', 'true');
  stops.forEach((name, index) => {
    const stop = document.createElement('li');
    stop.className = index < at ? 'passed' : index === at ? 'here' : '';
    stop.textContent = name;
    list.append(stop);
  });
  root.replaceChildren(style, list);
}

class ParcelRoute extends HTMLElement {
  static observedAttributes = ['stops', 'at', 'returned'];
  static paint = paint;

  connectedCallback() {
    ParcelRoute.paint(this);
  }

  attributeChangedCallback() {
    if (this.isConnected) {
      ParcelRoute.paint(this);
    }
  }
}

// A tab that stays open over an update knows the element already, and a name can't be defined twice: it only learns the new way to paint.
const known = customElements.get(TAG);
if (known) {
  known.paint = paint;
  document.querySelectorAll(TAG).forEach(paint);
} else {
  customElements.define(TAG, ParcelRoute);
}
