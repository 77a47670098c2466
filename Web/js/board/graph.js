// @ts-check
// Which tickets wait for which: layers from left to right, and the same as a list.
import { computed } from "../core.js";
import { each, html, svg, when } from "../template.js";
import { empty } from "../ui.js";
import { plain, plural } from "../format.js";
import { stageMark } from "./list.js";
import { keyOf, stage, ticketAddress } from "./tickets.js";

/**
 * @typedef {import("./tickets.js").Ticket} Ticket
 * @typedef {{ ticket: Ticket, layer: number, row: number }} Knot
 */

const WIDTH = 208;
const HEIGHT = 54;
const ACROSS = 272;
const DOWN = 70;

/**
 * Puts each ticket one layer behind the last of those that it waits for. Circles end where they would begin again.
 * @param {readonly Ticket[]} tickets
 * @returns {{ knots: Knot[], edges: { from: Knot, to: Knot }[] }}
 */
export function layers(tickets) {
  const byID = new Map(tickets.map((one) => [one.id, one]));
  const involved = new Set();
  for (const ticket of tickets) {
    for (const id of ticket.dependencies) if (byID.has(id)) { involved.add(id); involved.add(ticket.id); }
  }
  /** @type {Map<string, number>} */
  const depth = new Map();
  /** @type {(id: string, path: Set<string>) => number} */
  const depthOf = (id, path) => {
    const known = depth.get(id);
    if (known !== undefined) return known;
    if (path.has(id)) return 0;
    path.add(id);
    const before = (byID.get(id)?.dependencies ?? []).filter((one) => byID.has(one));
    const found = before.length ? 1 + Math.max(...before.map((one) => depthOf(one, path))) : 0;
    path.delete(id);
    depth.set(id, found);
    return found;
  };
  /** @type {Knot[][]} */
  const columns = [];
  /** @type {Map<string, Knot>} */
  const knots = new Map();
  for (const ticket of tickets) {
    if (!involved.has(ticket.id)) continue;
    const layer = depthOf(ticket.id, new Set());
    const knot = { ticket, layer, row: 0 };
    (columns[layer] ??= []).push(knot);
    knots.set(ticket.id, knot);
  }
  // Each layer in the order of what it waits for, so that fewer lines cross.
  columns.forEach((column, layer) => {
    const middle = (/** @type {Knot} */ knot) => {
      const rows = knot.ticket.dependencies.flatMap((id) => { const other = knots.get(id); return other && other.layer < layer ? [other.row] : []; });
      return rows.length ? rows.reduce((sum, row) => sum + row, 0) / rows.length : Infinity;
    };
    const places = new Map(column.map((knot) => [knot, middle(knot)]));
    column.sort((a, b) => (places.get(a) ?? 0) - (places.get(b) ?? 0) || (a.ticket.number ?? 0) - (b.ticket.number ?? 0));
    column.forEach((knot, row) => { knot.row = row; });
  });
  const edges = [...knots.values()].flatMap((to) => to.ticket.dependencies.flatMap((id) => { const from = knots.get(id); return from ? [{ from, to }] : []; }));
  return { knots: [...knots.values()], edges };
}

/** @param {import("./desk.js").Desk} desk */
export function graphView(desk) {
  const { found, tickets } = desk;
  void tickets.ensure();
  const graph = computed(() => layers(found()));
  const waiting = computed(() => graph().knots.filter((one) => one.ticket.dependencies.length > 0).sort((a, b) => a.layer - b.layer || a.row - b.row));
  const x = (/** @type {Knot} */ knot) => 8 + knot.layer * ACROSS;
  const y = (/** @type {Knot} */ knot) => 8 + knot.row * DOWN;
  const picture = () => {
    const { knots, edges } = graph();
    const width = Math.max(...knots.map(x)) + WIDTH + 8;
    const height = Math.max(...knots.map(y)) + HEIGHT + 8;
    return html`<svg class="graph" width=${width} height=${height} viewBox=${`0 0 ${width} ${height}`} aria-hidden="true">
      ${edges.map(({ from, to }) => { const [a, b, c, d] = [x(from) + WIDTH, y(from) + HEIGHT / 2, x(to), y(to) + HEIGHT / 2]; return svg`<path class=${`edge${from.ticket.status === "done" ? " over" : ""}`} d=${`M${a} ${b} C${a + 32} ${b} ${c - 32} ${d} ${c} ${d}`} />`; })}
      ${knots.map((knot) => svg`<g class=${`knot ${stage(knot.ticket)}`} transform=${`translate(${x(knot)} ${y(knot)})`} onclick=${() => desk.openPanel(knot.ticket)}>
        <rect width=${WIDTH} height=${HEIGHT} rx="6"/><rect class="bar" width="4" height=${HEIGHT} rx="2"/>
        <text class="key" x="14" y="20">${keyOf(knot.ticket)}</text><text class="word" x=${WIDTH - 10} y="20" text-anchor="end">${stage(knot.ticket).replace("-", " ")}</text><text x="14" y="40">${cut(plain(knot.ticket.title), 30)}</text></g>`)}
    </svg>`;
  };
  return html`<div class="graph-view">${when(() => graph().knots.length > 0, () => html`<p class="muted">${() => `What stands left must be done before what stands right. ${plural(waiting().length, "ticket")} wait or waited for others.`}</p>
    <div class="scroll-x graph-frame" tabindex="0" role="group" aria-label="Picture of what waits for what; the list below says the same">${picture}</div>
    <section class="panel"><h2>What waits for what</h2><ul class="graph-waits">${each(waiting, (one) => one.ticket.id, (one) => html`<li>
      <a href=${() => ticketAddress(one().ticket)}><span class="mono">${() => keyOf(one().ticket)}</span> ${() => plain(one().ticket.title)}</a> ${stageMark(() => one().ticket)}
      <span class="muted">waits for</span> ${() => one().ticket.dependencies.map((id) => { const other = tickets.one(id); return other ? html`<a class=${other.status === "done" ? "chip over" : "chip"} href=${ticketAddress(other)}>${keyOf(other)}${other.status === "done" ? " done" : ""}</a>` : null; })}</li>`)}</ul></section>`,
  () => empty("No ticket that is shown waits for another. Blockers are named when a ticket is filed."))}</div>`;
}

/**
 * @param {string} text
 * @param {number} length
 */
const cut = (text, length) => (text.length > length ? `${text.slice(0, length - 1).trimEnd()}…` : text);
