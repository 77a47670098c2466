// @ts-check
// How loaded is each person? Two weeks of model calls, one cell a day, and what waits for them.
import { computed, effect, signal, untrack } from "../core.js";
import { html, when } from "../template.js";
import { api, path } from "../api.js";
import { at, base } from "../company.js";
import { query } from "../queries.js";
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
  /** What each day but the present one came to does not change any more. */
  const past = signal(/** @type {Map<string, number>[]} */ ([]));
  effect(() => {
    const days = starts();
    untrack(() => void Promise.all(days.slice(0, -2).map((from, place) => api.get(`${base()}/usage?by=employee&from=${from}&to=${days[place + 1]}`).then(calls)))
      .then((found) => past.set(found), () => {}));
  });
  const today = query(() => `${base()}/usage?by=employee&from=${starts()[DAYS - 1]}`, { on: /^(?:run|work)\.(?!queued)/ });
  const days = computed(() => [...past(), calls(today.data() ?? { items: [] })]);
  const rows = computed(() => people().map((one) => ({ ...one, days: days().map((day) => day.get(one.id) ?? 0), queue: queue(one.id) })).map((one) => ({ ...one, sum: one.days.reduce((sum, day) => sum + day, 0) })));
  const order = computed(() => [...rows()].sort((a, b) => b.sum - a.sum || a.name.localeCompare(b.name)));
  const busy = () => order().filter((one) => one.sum > 0);
  const waits = (/** @type {{ running: number, waiting: number } | undefined} */ one) => (one ? [one.running ? `${one.running} now` : "", one.waiting ? `${one.waiting} next` : ""].filter(Boolean).join(", ") : "");
  const rowsOf = (/** @type {string} */ id, /** @type {number} */ place) => at(`runs${path`?who=${id}`}&from=${starts()[place]}&to=${starts()[place + 1]}`);
  const answer = () => {
    const [first, idle] = [busy()[0], rows().length - busy().length];
    return first ? `Most: ${plain(first.name)}, ${plural(first.sum, "model call")} in ${DAYS} days${idle ? `; ${idle === 1 ? "one person" : `${idle} people`} had none` : ""}.` : `Nobody was at work in the last ${DAYS} days.`;
  };
  return html`${when(() => past().length > 0, () => html`<div class="load below">${chart({
    question: "How loaded is each person?", isList: true, answer, head: ["Person", "Calls", "Waiting", ...starts().slice(0, -1).map(date)],
    rows: () => order().map((one) => [{ text: plain(one.name), href: at(path`people/${one.id}`) }, one.sum, one.queue?.waiting ?? 0, ...one.days.map((value, place) => (value ? { text: value, href: rowsOf(one.id, place) } : 0))]),
    picture: () => heat(order().slice(0, ROWS).map((one) => ({
      label: plain(one.name), href: at(path`people/${one.id}`), after: [plural(one.sum, "call"), waits(one.queue)].filter(Boolean).join(" · "),
      cells: one.days.map((value, place) => ({ all: value, bad: 0, text: `${plain(one.name)}, ${date(starts()[place] ?? 0)}: ${plural(value, "model call")}`, open: () => go(rowsOf(one.id, place)) })),
    })), { ends: [date(starts()[0] ?? 0), "today"] }),
  })}</div>`)}`;
}

/**
 * @param {any} usage
 * @returns {Map<string, number>}
 */
const calls = (usage) => new Map(usage.items.map((/** @type {any} */ one) => [one.key, ["billed", "notional", "unknown"].reduce((sum, ledger) => sum + (one[ledger]?.calls ?? 0), 0)]));
