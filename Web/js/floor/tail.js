// @ts-check
// The last lines of what somebody is writing. Text goes straight into a text node, once a frame; nothing is drawn anew for it.
import { onCleanup } from "../core.js";
import { html } from "../template.js";
import { onTail, tails } from "../company.js";
import { plain } from "../format.js";

/** So much text stays in a node that only its end is seen of. */
const ROOM = 2400;
const PROBE = 48;
/** Farther than any text is long, in pixels. */
const END = 1e6;

/** @typedef {{ write: () => boolean, lead: () => void, isSeen: boolean, isOld: boolean }} Line */

/** @type {Set<Line>} */
const due = new Set();

/**
 * Draws a text in the next frame. All are written before any is led to its end, so that the page is laid out once for all of them.
 * @param {Line} line
 */
function later(line) {
  if (due.size === 0) requestAnimationFrame(draw);
  due.add(line);
}

function draw() {
  const written = [...due].filter((line) => line.write());
  due.clear();
  for (const line of written) line.lead();
}

/** @type {WeakMap<Element, Line>} */
const lines = new WeakMap();
/** Nothing is written where nobody can see it. */
const sight = new IntersectionObserver((entries) => {
  for (const { target, isIntersecting } of entries) {
    const line = lines.get(target);
    if (!line) continue;
    line.isSeen = isIntersecting;
    if (isIntersecting && line.isOld) later(line);
  }
}, { rootMargin: "100px" });

/**
 * Shows the end of a run's text in a box, which is scrolled: were the text moved, each of its lines would count as a shift of the page.
 * @param {HTMLElement} box
 * @param {string} run
 * @param {string} start what was written before the stream told
 * @param {{ changed?: (isEmpty: boolean) => void, home?: HTMLElement, isLine?: boolean }} [options] home: what the text is in, the box otherwise; isLine: it is one line
 */
export function liveText(box, run, start, options = {}) {
  const { changed, home = box, isLine = false } = options;
  const node = document.createTextNode("");
  home.append(node);
  let shown = "";
  /** @type {Line} */
  const line = {
    isSeen: true,
    isOld: false,
    write() {
      line.isOld = false;
      const next = plain(tails.get(run)?.text ?? start);
      if (next === shown) return false;
      const added = grown(shown, next);
      shown = next;
      if (added === null) node.data = next;
      else node.appendData(added);
      if (node.data.length > ROOM) node.deleteData(0, node.data.length - ROOM / 2);
      changed?.(node.data === "");
      return true;
    },
    lead() {
      if (isLine) box.scrollLeft = END;
      else box.scrollTop = END;
    },
  };
  line.write();
  // The box has no size yet: it is led to its end when it has been laid out.
  later({ ...line, write: () => true });
  lines.set(box, line);
  sight.observe(box);
  const stop = onTail(run, () => {
    if (line.isSeen) later(line);
    else line.isOld = true;
  });
  onCleanup(() => { stop(); due.delete(line); sight.unobserve(box); });
}

/**
 * What came to a text of which only the end is known; null when it is another text.
 * @param {string} before
 * @param {string} next
 * @returns {string | null}
 */
export function grown(before, next) {
  if (next.startsWith(before)) return next.slice(before.length);
  const gone = before.indexOf(next.slice(0, PROBE));
  if (gone < 0 || next.length < PROBE) return null;
  const kept = before.length - gone;
  return next.slice(0, kept) === before.slice(gone) ? next.slice(kept) : null;
}

/**
 * Five lines of it.
 * @param {string} run
 * @param {string} start
 * @param {string} whose
 */
export function tail(run, start, whose) {
  return html`<div class="live-tail" role="group" aria-label=${`What ${plain(whose)} is writing`} ref=${(/** @type {HTMLElement} */ box) => {
    const home = document.createElement("div");
    home.className = "live-text";
    box.append(home);
    liveText(box, run, start, { home, changed: (isEmpty) => home.classList.toggle("is-empty", isEmpty) });
    home.classList.toggle("is-empty", !home.textContent);
  }}></div>`;
}
