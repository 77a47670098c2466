// @ts-check
// How loaded is each person? Two weeks of model calls, one cell a day, and what waits for them.
import { computed, untrack } from "../core.js";
import { html } from "../template.js";
import { api, path } from "../api.js";
import { at, base } from "../company.js";
import { query } from "../queries.js";
import { latest } from "../latest.js";
import { calmly, sight } from "../calm.js";
import { go } from "../router.js";
import { date, plain, plural } from "../format.js";
import { minute } from "../goals/outline.js";
import { dayStarts } from "../chart-math.js";
import { chart, heat } from "../charts.js";

const DAYS = 14;
/** So many people have a row of their own. */
const ROWS = 24;

/**
 * @param {() => { id: string, name: string }[]} people
 * @param {(id: string) => { running: number, waiting: number } | undefined} queue
 */
export function loads(people, queue) {
  const starts = computed(() => dayStarts(minute(), DAYS), (a, b) => String(a) === String(b));
  const seen = sight();
  const past = latest(() => (seen.isDue() ? `load ${base()} ${starts()}` : null), () => untrack(() => Promise.all(starts().slice(0, -2).map((from, place) => pastDay(from, starts()[place + 1] ?? from)))));
  const today = query(() => `${base()}/usage?by=employee&from=${starts()[DAYS - 1]}`);
  calmly(today, /^(?:run|work)\.(?!queued)/, seen);
  const days = computed(() => [...past.data() ?? [], calls(today.data() ?? { items: [] })]);
  const rows = computed(() => people().map((one) => ({ ...one, days: days().map((day) => day.get(one.id) ?? 0), queue: queue(one.id) })).map((one) => ({ ...one, sum: one.days.reduce((sum, day) => sum + day, 0) })));
  const order = computed(() => [...rows()].sort((a, b) => b.sum - a.sum || a.name.localeCompare(b.name)));
  const busy = () => order().filter((one) => one.sum > 0);
  const waits = (/** @type {{ running: number, waiting: number } | undefined} */ one) => (one ? [one.running ? `${one.running} now` : "", one.waiting ? `${one.waiting} next` : ""].filter(Boolean).join(", ") : "");
  const rowsOf = (/** @type {string} */ id, /** @type {number} */ place) => at(`runs${path`?who=${id}`}&from=${starts()[place]}&to=${starts()[place + 1]}`);
  const answer = () => {
    const [first, idle] = [busy()[0], rows().length - busy().length];
    return first ? `Most: ${plain(first.name)}, ${plural(first.sum, "model call")} in ${DAYS} days${idle ? `; ${idle === 1 ? "one person" : `${idle} people`} had none` : ""}.` : `Nobody was at work in the last ${DAYS} days.`;
  };
  return html`<div class="load below">${chart({
    seen, made: [past, today], question: "How loaded is each person?", isList: true, answer, head: ["Person", "Calls", "Waiting", ...starts().slice(0, -1).map(date)],
    rows: () => order().map((one) => [{ text: plain(one.name), href: at(path`people/${one.id}`) }, one.sum, one.queue?.waiting ?? 0, ...one.days.map((value, place) => (value ? { text: value, href: rowsOf(one.id, place) } : 0))]),
    picture: () => heat(order().slice(0, ROWS).map((one) => ({
      label: plain(one.name), href: at(path`people/${one.id}`), after: [plural(one.sum, "call"), waits(one.queue)].filter(Boolean).join(" · "),
      cells: one.days.map((value, place) => ({ all: value, bad: 0, text: `${plain(one.name)}, ${date(starts()[place] ?? 0)}: ${plural(value, "model call")}`, open: () => go(rowsOf(one.id, place)) })),
    })), { ends: [date(starts()[0] ?? 0), "today"] }),
  })}</div>`;
}

/** @type {Map<string, Map<string, number>>} What a day that is over came to does not change any more. */
const over = new Map();

/**
 * @param {number} from
 * @param {number} to
 */
async function pastDay(from, to) {
  const address = `${base()}/usage?by=employee&from=${from}&to=${to}`;
  const known = over.get(address) ?? calls(await api.get(address));
  over.set(address, known);
  return known;
}

/**
 * @param {any} usage
 * @returns {Map<string, number>}
 */
const calls = (usage) => new Map(usage.items.map((/** @type {any} */ one) => [one.key, ["billed", "notional", "unknown"].reduce((sum, ledger) => sum + (one[ledger]?.calls ?? 0), 0)]));
