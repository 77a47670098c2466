// @ts-check
// Text with its lines numbered, and what is different between two texts.
import { signal } from "../core.js";
import { html, when } from "../template.js";

const PIECE = 2000;

/** @param {string} text */
export function lines(text) {
  const all = text.split("\n");
  const shown = signal(PIECE);
  return html`<div class="code-frame" tabindex="0" role="region" aria-label="Content"><div class="lines">${() => all.slice(0, shown()).map((line, index) => html`<span class="line-number" aria-hidden="true">${index + 1}</span><span class="line">${line || " "}</span>`)}</div>
    ${when(() => shown() < all.length, () => html`<p class="actions"><button type="button" class="small" onclick=${() => shown.update((now) => now + PIECE)}>${() => `Show more: ${all.length - shown()} lines`}</button></p>`)}</div>`;
}

/** @typedef {{ kind: "same" | "out" | "in", text: string, old: number | null, now: number | null }} Line */

/** How many lines may differ before the two are told apart as wholes. */
const FAR = 2000;

/**
 * What must go and come so that `before` becomes `after`: as few lines as possible.
 * @param {string[]} before
 * @param {string[]} after
 * @returns {Line[] | null} null when they have too little in common
 */
export function difference(before, after) {
  let head = 0;
  while (head < before.length && head < after.length && before[head] === after[head]) head++;
  let foot = 0;
  while (foot < before.length - head && foot < after.length - head && before[before.length - 1 - foot] === after[after.length - 1 - foot]) foot++;
  const [a, b] = [before.slice(head, before.length - foot), after.slice(head, after.length - foot)];
  const middle = path(a, b);
  if (!middle) return null;
  /** @type {Line[]} */
  const all = [];
  let [old, now] = [0, 0];
  const put = (/** @type {Line["kind"]} */ kind, /** @type {string} */ text) => all.push({ kind, text, old: kind === "in" ? null : ++old, now: kind === "out" ? null : ++now });
  for (let index = 0; index < head; index++) put("same", before[index] ?? "");
  for (const [kind, text] of middle) put(kind, text);
  for (let index = before.length - foot; index < before.length; index++) put("same", before[index] ?? "");
  return all;
}

/**
 * The shortest way through the grid of two lists of lines, by how far each diagonal is reached with each number of changes.
 * @param {string[]} a
 * @param {string[]} b
 * @returns {[Line["kind"], string][] | null}
 */
function path(a, b) {
  const most = Math.min(a.length + b.length, FAR);
  /** @type {Map<number, number>[]} */
  const trace = [];
  /** @type {Map<number, number>} */
  const reach = new Map([[1, 0]]);
  for (let changes = 0; changes <= most; changes++) {
    trace.push(new Map(reach));
    for (let diagonal = -changes; diagonal <= changes; diagonal += 2) {
      const isDown = diagonal === -changes || (diagonal !== changes && (reach.get(diagonal - 1) ?? -1) < (reach.get(diagonal + 1) ?? -1));
      let x = isDown ? reach.get(diagonal + 1) ?? 0 : (reach.get(diagonal - 1) ?? 0) + 1;
      let y = x - diagonal;
      while (x < a.length && y < b.length && a[x] === b[y]) { x++; y++; }
      reach.set(diagonal, x);
      if (x >= a.length && y >= b.length) return back(a, b, trace);
    }
  }
  return null;
}

/**
 * @param {string[]} a
 * @param {string[]} b
 * @param {Map<number, number>[]} trace
 */
function back(a, b, trace) {
  /** @type {[Line["kind"], string][]} */
  const found = [];
  let [x, y] = [a.length, b.length];
  for (let changes = trace.length - 1; changes >= 0; changes--) {
    const reach = /** @type {Map<number, number>} */ (trace[changes]);
    const diagonal = x - y;
    const isDown = diagonal === -changes || (diagonal !== changes && (reach.get(diagonal - 1) ?? -1) < (reach.get(diagonal + 1) ?? -1));
    const before = isDown ? diagonal + 1 : diagonal - 1;
    const [fromX, fromY] = changes === 0 ? [0, 0] : [reach.get(before) ?? 0, (reach.get(before) ?? 0) - before];
    while (x > fromX && y > fromY) { found.push(["same", a[--x] ?? ""]); y--; }
    if (changes > 0) { if (isDown) found.push(["in", b[--y] ?? ""]); else found.push(["out", a[--x] ?? ""]); }
  }
  return found.reverse();
}

/**
 * @param {string} before
 * @param {string} after
 */
export function diffView(before, after) {
  const all = difference(before.split("\n"), after.split("\n"));
  if (!all) return html`<p class="muted">These two have too little in common to show what changed.</p>`;
  const [come, gone] = [all.filter((line) => line.kind === "in").length, all.filter((line) => line.kind === "out").length];
  if (!come && !gone) return html`<p class="muted">They hold the same.</p>`;
  // Three lines around each change are enough to know where one is.
  const near = all.map((_, index) => all.slice(Math.max(0, index - 3), index + 4).some((line) => line.kind !== "same"));
  const shown = all.map((line, index) => ({ line, isNear: near[index], isGap: !near[index] && (index === 0 || near[index - 1]) })).filter((one) => one.isNear || one.isGap);
  return html`<div class="stack"><p class="muted">${`${come} lines came, ${gone} went`}</p><div class="code-frame" tabindex="0" role="region" aria-label="What changed"><div class="lines diff">
    ${shown.slice(0, PIECE).map(({ line, isGap }) => (isGap ? html`<span class="line-number"></span><span class="line gap">⋯</span>`
      : html`<span class="line-number" aria-hidden="true">${line.now ?? line.old ?? ""}</span><span class=${`line ${line.kind}`}><span aria-hidden="true">${line.kind === "in" ? "+ " : line.kind === "out" ? "− " : "  "}</span>${line.kind === "same" ? null : html`<span class="unseen">${line.kind === "in" ? "came: " : "went: "}</span>`}${line.text}</span>`))}</div></div></div>`;
}
