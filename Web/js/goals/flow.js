// @ts-check
// Are we getting things done? What was filed and closed each day, and what was open at its end.
import { computed } from "../core.js";
import { html } from "../template.js";
import { date, plural } from "../format.js";
import { dayStarts, flow } from "../chart-math.js";
import { bars, chart } from "../charts.js";

/** @typedef {import("../board/tickets.js").Ticket} Ticket */

const DAYS = 14;

/**
 * @param {() => readonly Ticket[]} tickets
 * @param {() => number} now
 */
export function flowChart(tickets, now) {
  const starts = computed(() => dayStarts(now(), DAYS), (a, b) => String(a) === String(b));
  const days = computed(() => flow(tickets(), starts()));
  const sum = (/** @type {"filed" | "closed"} */ what) => days().reduce((all, one) => all + one[what], 0);
  const words = () => {
    const [filed, closed, open] = [sum("filed"), sum("closed"), days()[DAYS - 1]?.open ?? 0];
    return `${plural(filed, "ticket")} filed and ${closed} closed in ${DAYS} days; ${open} open now${closed >= filed ? "" : ", and more come than go"}.`;
  };
  return html`<div class="flow">${chart({
    question: "Are we getting things done?", answer: words, head: ["Day", "Filed", "Closed", "Open at its end"],
    rows: () => [...days()].reverse().map((one) => [date(one.day), one.filed, one.closed, one.open]),
    picture: () => bars(days().map((one) => date(one.day)), [{ name: "filed", values: days().map((one) => one.filed) }, { name: "closed", values: days().map((one) => one.closed) }],
      { format: (value) => (Number.isInteger(value) ? String(value) : ""), isBeside: true, line: { name: "open at the end of the day", values: days().map((one) => one.open) } }),
  })}</div>`;
}
