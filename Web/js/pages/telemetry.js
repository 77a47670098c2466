// @ts-check
// What the company's work costs and where it goes. Three ledgers that are never added up: billed, notional, unknown.
import { computed } from "../core.js";
import { html } from "../template.js";
import { loaded, pageHead, tabs } from "../ui.js";
import { query } from "../queries.js";
import { at, base } from "../company.js";
import { setQuery } from "../router.js";
import { barList, bars, chart } from "../charts.js";
import { count, money, plain, plural } from "../format.js";
import { outcome } from "../run/outcome.js";

/** @typedef {"billed" | "notional" | "unknown"} Ledger */

/** @typedef {import("../queries.js").Answer<"GET /api/companies/{company}/usage">} Usage */

export const css = "telemetry";

const RANGES = [{ id: "7", label: "7 days" }, { id: "30", label: "30 days" }, { id: "90", label: "90 days" }];
const DAY = 86_400_000;

/**
 * The day of a moment as the server writes days.
 * @param {number} moment
 */
const local = (moment) => { const date = new Date(moment); return `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, "0")}-${String(date.getDate()).padStart(2, "0")}`; };

/** @type {import("../router.js").Open} */
export function open({ query: asked }) {
  const days = computed(() => Number(asked().get("days") ?? "30") || 30);
  /** The beginning of the first day, in the operator's zone. */
  const from = computed(() => new Date().setHours(0, 0, 0, 0) - (days() - 1) * DAY);
  /** @returns {import("../queries.js").Asked<"GET /api/companies/{company}/usage">} */
  const usage = (/** @type {string} */ by) => query(() => `${base()}/usage?by=${by}&from=${from()}`, { on: /^(run|goal|meeting)\./ });
  const [byDay, byEmployee, byModel, byProvider] = [usage("day"), usage("employee"), usage("model"), usage("provider")];
  /** @type {import("../queries.js").Asked<"GET /api/companies/{company}/runs">} */
  const runs = query(() => `${base()}/runs?limit=100`, { on: /^run\./ });

  const labels = computed(() => Array.from({ length: days() }, (_, place) => local(from() + place * DAY + DAY / 2)));
  const perDay = (/** @type {Ledger} */ ledger, /** @type {"amount_usd" | "calls"} */ member) => {
    const found = new Map((byDay.data()?.items ?? []).map((item) => [item.key, Number(item[ledger][member] ?? 0)]));
    return labels().map((day) => Number(found.get(day) ?? 0));
  };
  const total = (/** @type {Ledger} */ ledger) => byDay.data()?.total[ledger] ?? /** @type {Partial<Usage["total"]["billed"]>} */ ({});
  const short = computed(() => labels().map((day) => `${Number(day.slice(8))}.${Number(day.slice(5, 7))}.`));

  return {
    title: "Telemetry",
    view: html`${pageHead("Telemetry", { lead: "What the work cost, where it went, and whether it is healthy.", actions: html`<a class="button" href=${at("runs")}>All runs</a>${tabs("Range", RANGES, () => String(days()), (id) => setQuery({ days: id }))}` })}
      ${loaded(byDay, () => html`<div class="tiles">
          ${tile("Billed", () => money(total("billed").amount_usd ?? "0"), () => `${plural(total("billed").calls ?? 0, "call")} that somebody charges for`)}
          ${tile("Notional", () => money(total("notional").amount_usd ?? "0"), () => `${plural(total("notional").calls ?? 0, "call")} on this machine or a subscription, at list price`)}
          ${tile("Unknown", () => plural(total("unknown").calls ?? 0, "call"), () => "with no price known; not counted as zero")}
          ${tile("Tokens", () => count(tokens(total("billed")) + tokens(total("notional")) + tokens(total("unknown"))), () => "read and written")}
        </div>
        <div class="charts">
          ${chart({ question: "What did each day cost?", answer: () => `${money(total("billed").amount_usd ?? "0")} billed and ${money(total("notional").amount_usd ?? "0")} notional in ${days()} days.`,
            head: ["Day", "Billed", "Notional"], rows: () => labels().map((day, place) => [day, money(perDay("billed", "amount_usd")[place]), money(perDay("notional", "amount_usd")[place])]),
            picture: () => bars(short(), [{ name: "billed", values: perDay("billed", "amount_usd") }, { name: "notional", values: perDay("notional", "amount_usd") }], { format: money }) })}
          ${chart({ question: "How much was asked of models?", answer: () => `${/** @type {Ledger[]} */ (["billed", "notional", "unknown"]).reduce((sum, ledger) => sum + (total(ledger).calls ?? 0), 0)} calls in ${days()} days.`,
            head: ["Day", "Calls"], rows: () => labels().map((day, place) => [day, calls(perDay, place)]),
            picture: () => bars(short(), [{ name: "calls", values: labels().map((_, place) => calls(perDay, place)) }], { format: (value) => count(Math.round(value)) }) })}
          ${ranked("Who is dear?", byEmployee, (item) => at(`people/${encodeURIComponent(item.key)}`))}
          ${ranked("Which models are dear?", byModel)}
          ${ranked("Who is paid?", byProvider)}
          ${health(runs)}
        </div>`)}`,
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

/**
 * @param {string} question
 * @param {import("../queries.js").Asked<"GET /api/companies/{company}/usage">} usage
 * @param {(item: Usage["items"][number]) => string} [href]
 */
function ranked(question, usage, href) {
  const isMoney = () => (usage.data()?.items ?? []).some((item) => dollars(item) > 0);
  const worth = (/** @type {Usage["items"][number]} */ item) => (isMoney() ? dollars(item) : tokens(item.billed) + tokens(item.notional) + tokens(item.unknown));
  const text = (/** @type {Usage["items"][number]} */ item) => (isMoney() ? money(dollars(item)) : `${count(worth(item))} tokens`);
  const items = () => [...(usage.data()?.items ?? [])].sort((a, b) => worth(b) - worth(a)).slice(0, 10);
  return chart({
    question, isList: true, head: ["", "Billed", "Notional", "Calls of unknown price"],
    answer: () => { const first = items()[0]; return first ? `Most: ${plain(first.name ?? first.key)}, ${text(first)}.` : "Nothing was asked yet."; },
    rows: () => items().map((item) => [plain(item.name ?? item.key), money(item.billed.amount_usd ?? "0"), money(item.notional.amount_usd ?? "0"), item.unknown.calls ?? 0]),
    picture: () => barList(items().map((item) => ({ label: plain(item.name ?? item.key), value: worth(item), text: text(item), href: href && item.key ? href(item) : undefined }))),
  });
}

/**
 * What is billed and what is notional are told apart in the table; a bar shows whichever there is.
 * @param {Usage["items"][number]} item
 */
const dollars = (item) => Number(item.billed?.amount_usd ?? 0) || Number(item.notional?.amount_usd ?? 0);

/** @param {import("../queries.js").Asked<"GET /api/companies/{company}/runs">} runs */
function health(runs) {
  const counted = () => {
    /** @type {Map<string, number>} */
    const outcomes = new Map();
    for (const run of runs.data()?.items ?? []) {
      const { word } = outcome(run);
      const name = word.startsWith("stopped") ? "stopped" : run.status === "running" ? "running" : word;
      outcomes.set(name, (outcomes.get(name) ?? 0) + 1);
    }
    return [...outcomes].sort((a, b) => b[1] - a[1]);
  };
  return chart({
    question: "How did the last runs end?", isList: true, head: ["Outcome", "Runs"], rows: counted,
    answer: () => counted().map(([name, number]) => `${number} ${name}`).join(", ") || "There were none.",
    picture: () => barList(counted().map(([name, number]) => ({ label: name, value: number, text: String(number), href: at(`runs?outcome=${encodeURIComponent(name)}`) }))),
  });
}
