// @ts-check
// Will a budget's cap be reached, and when? What was spent so far, and the cone of where that leads.
import { computed, untrack } from "../core.js";
import { html, svg } from "../template.js";
import { api } from "../api.js";
import { base } from "../company.js";
import { date, money, now } from "../format.js";
import { DAY, nice, scale, spending } from "../chart-math.js";
import { latest } from "../latest.js";
import { chart, sized } from "../charts.js";
import { runsBetween } from "../telemetry/health.js";

/** @typedef {ReturnType<typeof spending>} Forecast */
/** @typedef {{ at: number, amount: number }} Day */

const [HEIGHT, LEFT, BOTTOM, TOP] = [150, 52, 22, 16];
const PAGE = 500;
/** So many pages of the ledger are read for one budget. */
const PAGES = 6;

/**
 * What was spent under a budget on each day of its month.
 * @param {any} budget
 * @returns {Promise<Day[]>}
 */
async function spentDays(budget) {
  // For the whole company the server sums by day itself; a month begins and its days end in UTC.
  if (budget.scope_kind === "company") {
    const { items } = await api.get(`${base()}/usage?by=day&from=${budget.period_start}`);
    return items.map((/** @type {any} */ one) => ({ at: Date.parse(`${one.key}T00:00:00Z`), amount: Number(one.billed.amount_usd ?? 0) }));
  }
  /** @type {Map<number, number>} */
  const days = new Map();
  let after = "";
  for (let page = 0; page < PAGES; page++) {
    const { items, next } = await api.get(`${base()}/ledger?scope_kind=${budget.scope_kind}&scope_ref_id=${encodeURIComponent(budget.scope_ref_id)}&limit=${PAGE}${after}`);
    for (const one of items) {
      const day = budget.period_start + Math.floor((one.occurred_at - budget.period_start) / DAY) * DAY;
      if (one.occurred_at >= budget.period_start) days.set(day, (days.get(day) ?? 0) + Number(one.amount_usd));
    }
    const last = items[items.length - 1];
    if (!next || !last || last.occurred_at < budget.period_start) break;
    after = `&after=${encodeURIComponent(next)}`;
  }
  return [...days].map(([at, amount]) => ({ at, amount }));
}

/** @type {Forecast} Before the days are known nothing is drawn or foretold. */
const UNKNOWN = { points: [], rates: null, reached: null, last: null };

/**
 * @param {() => any} budget
 */
export function useForecast(budget) {
  const asked = latest(() => `spent ${base()} ${budget().scope_kind} ${budget().scope_ref_id} ${budget().period_start}`, () => untrack(() => spentDays(budget())), { again: computed(() => budget().spent_usd) });
  // Once a minute is often enough for a line that is a month long.
  const minute = computed(() => Math.floor(now() / 60_000) * 60_000);
  const made = computed(() => (!asked.data() ? UNKNOWN : spending({ start: budget().period_start, end: budget().period_end, now: minute(), cap: Number(budget().hard_cap_usd), spent: Number(budget().spent_usd), days: asked.data() ?? [] })));
  return { asked, made, minute };
}

/**
 * When the cap will be reached, in a few words.
 * @param {Forecast} made
 */
export function reachedWords({ rates, reached, last }) {
  if (!rates || !reached || !last) return "";
  if (reached.likely) return `at this rate: ${date(reached.likely)}`;
  return "at this rate it lasts the month";
}

/**
 * @param {() => any} budget
 * @param {ReturnType<typeof useForecast>} forecast
 */
export function forecastChart(budget, { asked, made, minute }) {
  const cap = () => Number(budget().hard_cap_usd);
  const answer = () => {
    const { reached, last } = made();
    if (!last) return Number(budget().spent_usd) > 0 ? "The month is too young to say where it leads." : "Nothing was spent yet this month.";
    const range = `${money(last.low)} to ${money(last.high)} by ${date(budget().period_end - 1)}`;
    if (!reached) return `It is; without it the month would come to ${range}.`;
    if (reached.likely) return `Yes, at this rate on ${date(reached.likely)}${reached.soonest && date(reached.soonest) !== date(reached.likely) ? `, at the earliest on ${date(reached.soonest)}` : ""}.`;
    return reached.soonest ? `Not at this rate, which leads to ${money(last.likely)}; at the fastest of the last days, on ${date(reached.soonest)}.` : `No: the month comes to ${range}.`;
  };
  return chart({
    made: [asked], question: "Will the cap be reached?", answer, head: ["Day (UTC)", "Spent", "In all"],
    rows: () => { let sum = 0; return [...(asked.data() ?? [])].sort((a, b) => a.at - b.at).filter((one) => one.amount > 0).map((one) => { sum += one.amount; return [{ text: new Date(one.at).toISOString().slice(0, 10), href: runsBetween(one.at, one.at + DAY, budget().scope_kind === "employee" ? `&who=${budget().scope_ref_id}` : "") }, money(one.amount), money(sum)]; }); },
    picture: () => sized(HEIGHT, (width) => cone(width, made(), { start: budget().period_start, end: budget().period_end, now: minute(), cap: cap() })),
  });
}

/**
 * @param {number} width
 * @param {Forecast} made
 * @param {{ start: number, end: number, now: number, cap: number }} frame
 */
function cone(width, { points, last, reached }, { start, end, now: moment, cap }) {
  const spent = points[points.length - 1] ?? { at: start, total: 0 };
  // The fastest may lead far beyond the cap; what is of interest is where it passes it.
  const top = nice(Math.max(cap * 1.15, spent.total, Math.min(last?.high ?? 0, cap * 1.6 || Infinity)));
  const [x, y] = [scale([start, end], [LEFT, width - 2]), scale([0, top], [HEIGHT - BOTTOM, TOP])];
  const clip = (/** @type {number} */ total) => (total <= top ? [x(end), y(total)] : [x(spent.at + ((top - spent.total) / (total - spent.total)) * (end - spent.at)), y(top)]).join(",");
  const here = `${x(spent.at)},${y(spent.total)}`;
  const label = reached?.likely ? { at: x(reached.likely), text: `at this rate: ${date(reached.likely)}` } : null;
  const ticks = [0, 7, 14, 21, 28].map((day) => start + day * DAY).filter((at) => at < end);
  return html`<svg width=${width} height=${HEIGHT} class="picture cone" aria-hidden="true">
    ${[0, top / 2, top].map((value) => svg`<g class="axis"><line x1=${LEFT} x2=${width} y1=${y(value)} y2=${y(value)}></line><text x=${LEFT - 6} y=${y(value) + 4} text-anchor="end">${money(value)}</text></g>`)}
    ${ticks.map((at) => svg`<text x=${Math.max(x(at), LEFT + 14)} y=${HEIGHT - 6} text-anchor="middle">${date(at)}</text>`)}
    ${last ? svg`<polygon class="may" points=${[here, clip(last.low), ...(last.high > top ? [`${x(end)},${y(Math.min(top, Math.max(last.low, 0)))}`, `${x(end)},${y(top)}`] : []), clip(last.high)].join(" ")}></polygon>` : null}
    ${last ? svg`<polyline class="likely" points=${`${here} ${clip(last.likely)}`}></polyline>` : null}
    <polyline class="so-far" points=${points.map((one) => `${x(one.at)},${y(one.total)}`).join(" ")}></polyline>
    <line class="guide" x1=${LEFT} x2=${width} y1=${y(cap)} y2=${y(cap)}></line><text class="guide-word" x=${LEFT + 4} y=${y(cap) - 6}>${`cap ${money(cap)}`}</text>
    <line class="today" x1=${x(moment)} x2=${x(moment)} y1=${TOP} y2=${HEIGHT - BOTTOM}></line>
    ${label ? svg`<g><circle class="reached" cx=${label.at} cy=${y(cap)} r="4"></circle><text class="guide-word" x=${Math.min(label.at + 6, width)} y=${y(cap) - 6} text-anchor="end">${label.text}</text></g>` : null}</svg>`;
}
