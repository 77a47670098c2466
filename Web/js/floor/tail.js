// @ts-check
// The last lines of what somebody is writing. Text goes straight into a text node, once a frame; nothing is drawn anew for it.
import { onCleanup } from "../core.js";
import { html } from "../template.js";
import { onTail, tails } from "../company.js";
import { plain } from "../format.js";

/** So much text stays in a node that only its end is seen of. */
const ROOM = 2400;
const PROBE = 48;

/**
 * Follows the text of a run in a text node.
 * @param {string} run
 * @param {string} start what was written before the stream told
 * @param {(isEmpty: boolean) => void} [changed]
 * @returns {Text}
 */
export function liveText(run, start, changed) {
  const node = document.createTextNode("");
  let shown = "";
  let frame = 0;
  const draw = () => {
    frame = 0;
    const next = plain(tails.get(run)?.text ?? start);
    if (next === shown) return;
    const added = grown(shown, next);
    shown = next;
    if (added === null) node.data = next;
    else node.appendData(added);
    if (node.data.length > ROOM) node.deleteData(0, node.data.length - ROOM / 2);
    changed?.(node.data === "");
  };
  draw();
  const stop = onTail(run, () => { frame ||= requestAnimationFrame(draw); });
  onCleanup(() => { stop(); cancelAnimationFrame(frame); });
  return node;
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
  return html`<div class="live-tail" role="group" aria-label=${`What ${plain(whose)} is writing`}>
    <div class="live-text" ref=${(/** @type {HTMLElement} */ box) => {
      box.append(liveText(run, start, (isEmpty) => box.classList.toggle("is-empty", isEmpty)));
      if (!box.textContent) box.classList.add("is-empty");
    }}></div></div>`;
}
