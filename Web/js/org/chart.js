// @ts-check
// Reporting lines as a picture to pan and zoom. The outline says the same to those who do not see it.
import { computed, effect, onCleanup, signal, untrack } from "../core.js";
import { each, html, svg, when } from "../template.js";
import { stateWord } from "../floor/state.js";
import { kindOf } from "../ui.js";
import { initials, plain } from "../format.js";
import { layout } from "./tree.js";

/** @typedef {import("./tree.js").OrgNode} OrgNode */
/** @typedef {import("./tree.js").Placed} Placed */

const CARD = { width: 172, height: 58, gap: 14, drop: 44 };
const MARGIN = 24;
/** From how many people on a small map of the whole helps. */
const MAP_FROM = 40;
/** How far the pointer goes before a press is a drag. */
const SLACK = 5;

/**
 * @param {() => OrgNode[]} roots
 * @param {{ chosen: import("../core.js").Signal<string | null>, open: (id: string) => void, move: (id: string, to?: string) => void }} options
 */
export function chart(roots, { chosen, open, move }) {
  const picture = computed(() => layout(roots(), CARD));
  const frame = signal({ width: 800, height: 500 });
  const view = signal({ x: 0, y: 0, scale: 1 });
  const lifted = signal(/** @type {{ id: string, x: number, y: number } | null} */ (null));
  const target = signal(/** @type {string | null} */ (null));

  const fit = () => {
    const { width, height } = untrack(picture);
    const room = frame.peek();
    const scale = Math.max(0.08, Math.min(1, (room.width - 2 * MARGIN) / width, (room.height - 2 * MARGIN) / height));
    view.set({ scale, x: (room.width - width * scale) / 2, y: height * scale < room.height - 2 * MARGIN ? Math.min(56, (room.height - height * scale) / 2) : MARGIN });
  };
  const zoom = (/** @type {number} */ by, /** @type {number} */ x = frame.peek().width / 2, /** @type {number} */ y = frame.peek().height / 2) => view.update((now) => {
    const scale = Math.max(0.08, Math.min(2, now.scale * by));
    const ratio = scale / now.scale;
    return { scale, x: x - (x - now.x) * ratio, y: y - (y - now.y) * ratio };
  });
  const pan = (/** @type {number} */ x, /** @type {number} */ y) => view.update((now) => ({ ...now, x: now.x + x, y: now.y + y }));
  // On a small screen the whole would be too small to read: the top of it comes first.
  const begin = () => {
    fit();
    const now = view.peek();
    if (now.scale >= 0.6) return;
    const top = untrack(picture).placed[0];
    view.set({ scale: 0.6, x: frame.peek().width / 2 - ((top?.x ?? 0) + CARD.width / 2) * 0.6, y: MARGIN });
  };
  // A company that grows or shrinks is fitted again; a mere change of state is not.
  const count = computed(() => picture().placed.length);
  effect(() => { count(); frame(); untrack(begin); });

  /** @type {SVGElement | null} */
  let canvas = null;
  const inPicture = (/** @type {PointerEvent} */ event) => {
    const box = /** @type {SVGElement} */ (canvas).getBoundingClientRect();
    const now = view.peek();
    return { x: (event.clientX - box.left - now.x) / now.scale, y: (event.clientY - box.top - now.y) / now.scale };
  };
  const whoIsAt = (/** @type {{ x: number, y: number }} */ spot) => picture().placed.find((one) => spot.x >= one.x && spot.x <= one.x + CARD.width && spot.y >= one.y && spot.y <= one.y + CARD.height) ?? null;

  /** @param {PointerEvent} event */
  function press(event) {
    if (event.button !== 0 || !canvas) return;
    const held = canvas;
    const start = { x: event.clientX, y: event.clientY };
    let last = start;
    const who = whoIsAt(inPicture(event));
    let isDrag = false;
    held.setPointerCapture(event.pointerId);
    const go = (/** @type {PointerEvent} */ moved) => {
      if (!isDrag && Math.hypot(moved.clientX - start.x, moved.clientY - start.y) < SLACK) return;
      isDrag = true;
      // A finger pans: who is to be moved by touch is moved with the button.
      if (who && moved.pointerType !== "touch") {
        const spot = inPicture(moved);
        lifted.set({ id: who.node.id, ...spot });
        const under = whoIsAt(spot);
        target.set(under && under.node.id !== who.node.id ? under.node.id : null);
      } else pan(moved.clientX - last.x, moved.clientY - last.y);
      last = { x: moved.clientX, y: moved.clientY };
    };
    const end = (/** @type {PointerEvent} */ ended) => {
      held.removeEventListener("pointermove", go);
      held.removeEventListener("pointerup", end);
      held.removeEventListener("pointercancel", end);
      const to = target.peek();
      lifted.set(null);
      target.set(null);
      if (ended.type === "pointercancel") return;
      if (!isDrag && who) { if (chosen.peek() === who.node.id) open(who.node.id); else chosen.set(who.node.id); }
      if (isDrag && who && to) move(who.node.id, to);
    };
    held.addEventListener("pointermove", go);
    held.addEventListener("pointerup", end);
    held.addEventListener("pointercancel", end);
  }

  const link = (/** @type {{ from: Placed, to: Placed }} */ { from, to }) => {
    const [x1, y1, x2, y2] = [from.x + CARD.width / 2, from.y + CARD.height, to.x + CARD.width / 2, to.y];
    const middle = (y1 + y2) / 2;
    return `M${x1} ${y1}V${middle}H${x2}V${y2}`;
  };

  const card = (/** @type {() => Placed} */ one) => svg`<g class=${() => `card state ${kindOf(one().node.status)}${chosen() === one().node.id ? " chosen" : ""}${target() === one().node.id ? " target" : ""}${lifted()?.id === one().node.id ? " lifted" : ""}`}
      data-chart-id=${() => one().node.id} transform=${() => `translate(${one().x} ${one().y})`}>
    <rect class="box" width=${CARD.width} height=${CARD.height} rx="8"/>
    <circle class="face" cx="26" cy="29" r="15"/><text class="face-text" x="26" y="33" text-anchor="middle">${() => initials(plain(one().node.name))}</text>
    <text class="name" x="50" y="21">${() => cut(plain(one().node.name), 17)}</text>
    <text class="title" x="50" y="36">${() => cut(plain(one().node.title), 18)}</text>
    <g transform="translate(50 42)"><rect class="mark" width="7" height="7" rx=${() => (kindOf(one().node.status) === "blocked" ? 0 : 4)} y="1"/></g>
    <text class="word" x="62" y="50">${() => stateWord(one().node.status)}</text></g>`;

  const map = () => {
    const small = () => { const { width, height } = picture(); const scale = Math.min(160 / width, 90 / height); return { scale, width: width * scale, height: height * scale }; };
    return html`<svg class="org-map" width=${() => small().width} height=${() => small().height} onpointerdown=${(/** @type {PointerEvent} */ event) => {
        const box = /** @type {Element} */ (event.currentTarget).getBoundingClientRect();
        const now = view.peek();
        const room = frame.peek();
        view.set({ ...now, x: room.width / 2 - ((event.clientX - box.left) / small().scale) * now.scale, y: room.height / 2 - ((event.clientY - box.top) / small().scale) * now.scale });
      }}>
      ${each(() => picture().placed, (one) => one.node.id, (one) => svg`<rect class="dot" x=${() => one().x * small().scale} y=${() => one().y * small().scale} width=${() => CARD.width * small().scale} height=${() => CARD.height * small().scale} />`)}
      <rect class="sight" x=${() => (-view().x / view().scale) * small().scale} y=${() => (-view().y / view().scale) * small().scale}
        width=${() => (frame().width / view().scale) * small().scale} height=${() => (frame().height / view().scale) * small().scale} /></svg>`;
  };

  return html`<div class="org-chart" data-testid="org-chart" ref=${(/** @type {HTMLElement} */ element) => {
      const watch = new ResizeObserver(() => frame.set({ width: element.clientWidth, height: element.clientHeight }));
      watch.observe(element);
      onCleanup(() => watch.disconnect());
      element.addEventListener("wheel", (event) => {
        event.preventDefault();
        const box = element.getBoundingClientRect();
        if (event.ctrlKey || event.metaKey) zoom(Math.exp(-event.deltaY / 200), event.clientX - box.left, event.clientY - box.top);
        else pan(-event.deltaX, -event.deltaY);
      }, { passive: false });
    }}>
    <svg class="org-canvas" aria-hidden="true" width=${() => frame().width} height=${() => frame().height} onpointerdown=${press} ref=${(/** @type {SVGElement} */ element) => { canvas = element; }}>
      <g transform=${() => `translate(${view().x} ${view().y}) scale(${view().scale})`}>
        ${each(() => picture().links, (one) => one.to.node.id, (one) => svg`<path class="link" d=${() => link(one())} />`)}
        ${each(() => picture().placed, (one) => one.node.id, card)}
        ${() => { const ghost = lifted(); return ghost ? svg`<rect class="ghost" x=${ghost.x - CARD.width / 2} y=${ghost.y - CARD.height / 2} width=${CARD.width} height=${CARD.height} rx="8"/>` : null; }}
      </g></svg>
    <div class="org-zoom" role="group" aria-label="Zoom">
      <button type="button" class="small" onclick=${() => zoom(1 / 1.25)} aria-label="Smaller">−</button>
      <span class="mono small">${() => `${Math.round(view().scale * 100)} %`}</span>
      <button type="button" class="small" onclick=${() => zoom(1.25)} aria-label="Larger">+</button>
      <button type="button" class="small" onclick=${fit} data-testid="org-fit">Fit</button>
      <button type="button" class="small icon" onclick=${() => pan(120, 0)} aria-label="Look left">←</button>
      <button type="button" class="small icon" onclick=${() => pan(0, 120)} aria-label="Look up">↑</button>
      <button type="button" class="small icon" onclick=${() => pan(0, -120)} aria-label="Look down">↓</button>
      <button type="button" class="small icon" onclick=${() => pan(-120, 0)} aria-label="Look right">→</button>
    </div>
    ${when(() => count() > MAP_FROM, () => html`<div class="org-map-frame" aria-hidden="true">${map()}</div>`)}
  </div>`;
}

/**
 * @param {string} text
 * @param {number} limit
 */
const cut = (text, limit) => ([...text].length > limit ? `${[...text].slice(0, limit - 1).join("")}…` : text);
