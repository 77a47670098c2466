// @ts-check
// What the company's work costs and where it goes. Three ledgers that are never added up: billed, notional, unknown.
import { computed, signal, onCleanup } from "../core.js";
import { html, when } from "../template.js";
import { loaded, pageHead } from "../ui.js";
import { tabs } from "../tabs.js";
import { query } from "../queries.js";
import { calmly, later } from "../calm.js";
import { at, base } from "../company.js";
import { go, setQuery } from "../router.js";
import { bars, chart } from "../charts.js";
import { DAY, dayStarts, isoDay } from "../chart-math.js";
import { count, date, money, plural } from "../format.js";
import { history } from "../run/history.js";
import { dear } from "../telemetry/dear.js";
import { flowTime } from "../telemetry/flow-time.js";
import { endings, pace, runsBetween, success } from "../telemetry/health.js";

/** @typedef {"billed" | "notional" | "unknown"} Ledger */

/** @typedef {import("../queries.js").Answer<"GET /api/companies/{company}/usage">} Usage */

export const css = "telemetry";

const RANGES = [{ id: "7", label: "7 days" }, { id: "30", label: "30 days" }, { id: "90", label: "90 days" }];
/** By its clock days begin. */
const ZONE = Intl.DateTimeFormat().resolvedOptions().timeZone;
/** So many runs are looked through. */
const LOOKED = 1000;
/** Runs are asked for again at most so often, in milliseconds: all that is counted is counted again then. */
const PAUSE = 5000;
/** Of money that a day cost at least, a line is drawn for what a day may cost. */
const NEAR = 0.25;

/** @type {import("../router.js").Open} */
export function open({ query: asked }) {
  const moment = signal(Date.now());
  const timer = setInterval(() => moment.set(Date.now()), 60_000);
  onCleanup(() => clearInterval(timer));
  const days = computed(() => Number(asked().get("days") ?? "30") || 30);
  /** The beginning of each day where the reader is, and of tomorrow. */
  const starts = computed(() => dayStarts(moment(), days()), (a, b) => String(a) === String(b));
  const from = computed(() => starts()[0] ?? 0);
  const to = computed(() => starts()[starts().length - 1] ?? 0);
  const byDay = query(() => `${base()}/usage?by=day&zone=${encodeURIComponent(ZONE)}&from=${from()}`);
  calmly(byDay, /^(?:run|work|goal|meeting)\./);
  const budget = query(() => `${base()}/spending`, { on: /^budget\./ });
  const isLater = later();
  const finished = query(() => (isLater() ? `${base()}/tickets?status=done&sort=updated&limit=500` : null));
  calmly(finished, /^ticket\.(?:closed|reopened)/);
  const log = history({ pause: PAUSE, until: (known) => (known > LOOKED ? Infinity : from()) });
  const runs = computed(() => log.all().filter((run) => run.started_at >= from()));
  // Drawn once all are there, not page by page.
  const counted = { data: () => (log.first.data() && !log.isReading() ? true : undefined), error: log.first.error };
  const isCut = () => log.all().length > LOOKED && log.hasMore();

  const labels = computed(() => starts().slice(0, -1).map(isoDay));
  const perDay = (/** @type {string} */ ledger, /** @type {string} */ member) => {
    const found = new Map((byDay.data()?.items ?? []).map((/** @type {any} */ item) => [item.key, Number(item[ledger]?.[member] ?? 0)]));
    return labels().map((day) => Number(found.get(day) ?? 0));
  };
  const total = (/** @type {string} */ ledger) => byDay.data()?.total?.[ledger] ?? {};
  const short = computed(() => starts().slice(0, -1).map((start) => date(start + DAY / 2)));
  const allCalls = () => ["billed", "notional", "unknown"].reduce((sum, ledger) => sum + (total(ledger).calls ?? 0), 0);
  const hasPrice = computed(() => ["billed", "notional"].some((ledger) => Number(total(ledger).amount_usd ?? 0) > 0) || allCalls() === 0);
  const rowsOf = (/** @type {number} */ place) => runsBetween(starts()[place] ?? 0, starts()[place + 1] ?? 0);
  const show = (/** @type {number} */ place) => go(rowsOf(place));
  const dayCell = (/** @type {number} */ place) => ({ text: labels()[place] ?? "", href: rowsOf(place) });
  // What a day may cost so that the month's cap holds; where days cost next to nothing beside it, the line would only press them flat.
  const guide = () => {
    const cap = (budget.data()?.budgets ?? []).find((/** @type {any} */ one) => one.scope_kind === "company" && one.enabled);
    const daily = cap ? Number(cap.hard_cap_usd) / Math.max(1, (cap.period_end - cap.period_start) / DAY) : 0;
    return daily > 0 && Math.max(...perDay("billed", "amount_usd")) > daily * NEAR ? daily : null;
  };

  return {
    title: "Telemetry",
    view: html`${pageHead("Telemetry", { lead: "What the work cost, where it waits, and whether it is healthy.", actions: html`<a class="button" href=${at("runs")}>All runs</a>${tabs("Range", RANGES, () => String(days()), (id) => setQuery({ days: id }))}` })}
      ${loaded(byDay, () => html`<div class="tiles">
          ${tile("Billed", () => money(total("billed").amount_usd ?? "0"), () => plural(total("billed").calls ?? 0, "call"))}
          ${tile("Not billed", () => money(total("notional").amount_usd ?? "0"), () => `${plural(total("notional").calls ?? 0, "call")}, at list price`)}
          ${tile("Price unknown", () => plural(total("unknown").calls ?? 0, "call"), () => "not counted as zero")}
          ${tile("Tokens", () => count(tokens(total("billed")) + tokens(total("notional")) + tokens(total("unknown"))), () => "read and written")}
        </div>
        <div class="charts">
          ${when(hasPrice, () => chart({ question: "What did each day cost?", head: ["Day", "Billed", "Not billed", "Calls"],
            answer: () => `${money(total("billed").amount_usd ?? "0")} billed and ${money(total("notional").amount_usd ?? "0")} not billed in ${days()} days.${guide() ? ` The line is what a day may cost: ${money(guide())}.` : ""}`,
            rows: () => labels().map((_, place) => [dayCell(place), money(perDay("billed", "amount_usd")[place]), money(perDay("notional", "amount_usd")[place]), calls(perDay, place)]),
            picture: () => bars(short(), [{ name: "billed", values: perDay("billed", "amount_usd") }, { name: "not billed", values: perDay("notional", "amount_usd") }], { format: money, guide: guide(), open: show }) }),
          () => chart({ question: "How much was asked of models?", head: ["Day", "Calls"],
            answer: () => `${plural(allCalls(), "call")} in ${days()} days; none of them has a price.`,
            rows: () => labels().map((_, place) => [dayCell(place), calls(perDay, place)]),
            picture: () => bars(short(), [{ name: "calls", values: labels().map((_, place) => calls(perDay, place)) }], { format: (value) => count(Math.round(value * 10) / 10), open: show }) }))}
          ${dear({ from, to, finished })}
          ${flowTime({ from, finished, counted, runs })}
          ${success({ runs, counted, now: moment })}
          ${pace({ runs, counted, days: starts, labels: short })}
          ${endings({ runs, counted, from, to })}
        </div>
        ${when(isCut, () => html`<p class="muted small">Of runs, the latest ${String(LOOKED)} are counted; costs and calls count all.</p>`)}`)}`,
  };
}

/**
 * @param {(ledger: Ledger, member: "calls") => number[]} perDay
 * @param {number} place
 */
const calls = (perDay, place) => /** @type {Ledger[]} */ (["billed", "notional", "unknown"]).reduce((sum, ledger) => sum + (perDay(ledger, "calls")[place] ?? 0), 0);
/** @param {Partial<Usage["total"]["billed"]>} ledger */
const tokens = (ledger) => (ledger.prompt_tokens ?? 0) + (ledger.completion_tokens ?? 0);

/**
 * @param {string} name
 * @param {() => string} value
 * @param {() => string} words
 */
const tile = (name, value, words) => html`<div class="panel tile"><h2>${name}</h2><b class="mono">${value}</b><p class="muted small">${words}</p></div>`;
