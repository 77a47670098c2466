// @ts-check
// Are we getting things done? What was filed and closed each day, and what was open at its end.
import { computed } from "../core.js";
import { html, svg } from "../template.js";
import { date } from "../format.js";

/** @typedef {import("../board/tickets.js").Ticket} Ticket */

const DAYS = 14;
const WIDTH = 760;
const HEIGHT = 150;

/**
 * @param {readonly Ticket[]} tickets
 * @param {number} now
 */
export function flow(tickets, now) {
  const today = new Date(now).setHours(0, 0, 0, 0);
  return Array.from({ length: DAYS }, (_, index) => {
    const day = new Date(today);
    day.setDate(day.getDate() - (DAYS - 1 - index));
    const from = day.getTime();
    day.setDate(day.getDate() + 1);
    const to = day.getTime();
    const isIn = (/** @type {number | null} */ moment) => moment != null && moment >= from && moment < to;
    return {
      day: from, opened: tickets.filter((one) => isIn(one.created_at)).length, closed: tickets.filter((one) => isIn(one.closed_at ?? null)).length,
      open: tickets.filter((one) => one.created_at < to && (one.closed_at == null || one.closed_at >= to)).length,
    };
  });
}

/**
 * @param {() => readonly Ticket[]} tickets
 * @param {() => number} now
 */
export function flowChart(tickets, now) {
  const days = computed(() => flow(tickets(), now()));
  const words = () => { const last = days()[DAYS - 1]; return `In ${DAYS} days ${days().reduce((sum, one) => sum + one.opened, 0)} filed and ${days().reduce((sum, one) => sum + one.closed, 0)} closed; ${last?.open ?? 0} open now.`; };
  return html`<figure class="flow"><figcaption><strong>Are we getting things done?</strong> <span class="muted">${words}</span></figcaption>
    ${() => picture(days(), words())}
    <p class="flow-legend small muted" aria-hidden="true"><span class="key filed">filed</span><span class="key closed">closed</span><span class="key open">open at the end of the day</span></p>
    <details><summary class="small">As a table</summary><table><thead><tr><th scope="col">Day</th><th scope="col" class="num">Filed</th><th scope="col" class="num">Closed</th><th scope="col" class="num">Open</th></tr></thead>
      <tbody>${() => days().map((one) => html`<tr><td>${date(one.day)}</td><td class="num">${one.opened}</td><td class="num">${one.closed}</td><td class="num">${one.open}</td></tr>`)}</tbody></table></details></figure>`;
}

/**
 * @param {ReturnType<typeof flow>} days
 * @param {string} words
 */
function picture(days, words) {
  const top = Math.max(1, ...days.map((one) => Math.max(one.opened, one.closed, one.open)));
  const step = (WIDTH - 40) / DAYS;
  const y = (/** @type {number} */ value) => 8 + (1 - value / top) * (HEIGHT - 30);
  const x = (/** @type {number} */ index) => 32 + index * step;
  const bar = (/** @type {number} */ value, /** @type {number} */ from, /** @type {string} */ kind) => svg`<rect class=${kind} x=${from} y=${y(value)} width=${step * 0.3} height=${Math.max(0, y(0) - y(value))} />`;
  return html`<svg viewBox=${`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label=${words}>
    ${[0, top].map((value) => svg`<g><line class="axis" x1="28" x2=${WIDTH} y1=${y(value)} y2=${y(value)} /><text x="22" y=${y(value) + 4} text-anchor="end">${value}</text></g>`)}
    ${days.map((one, index) => svg`<g>${bar(one.opened, x(index) + step * 0.15, "filed")}${bar(one.closed, x(index) + step * 0.5, "closed")}</g>`)}
    <polyline class="open" points=${days.map((one, index) => `${x(index) + step / 2},${y(one.open)}`).join(" ")} />
    ${[0, 7, DAYS - 1].map((index) => svg`<text x=${x(index) + step / 2} y=${HEIGHT - 4} text-anchor="middle">${date(days[index]?.day ?? 0)}</text>`)}</svg>`;
}
