// @ts-check
// Is it healthy? How runs ended, hour by hour, how long they took, and what went wrong.
import { computed } from "../core.js";
import { html } from "../template.js";
import { duration, plural, time } from "../format.js";
import { at } from "../company.js";
import { go } from "../router.js";
import { DAY, hours, niceTime, quantile } from "../chart-math.js";
import { barList, chart, heat, lines, successLegend } from "../charts.js";
import { classWords, filterWord, outcome } from "../run/outcome.js";

const DAYS = 7;
const HOUR = 3_600_000;
const weekday = new Intl.DateTimeFormat(undefined, { weekday: "short", day: "numeric" });

/**
 * @param {number} from
 * @param {number} to
 * @param {string} [more]
 */
export const runsBetween = (from, to, more = "") => at(`runs?from=${from}&to=${to}${more}`);

/** @typedef {{ runs: () => any[], counted: import("../charts.js").Source }} Runs counted: whether they are all there */

/**
 * @param {Runs & { now: () => number }} known
 */
export function success({ runs, counted, now }) {
  const ended = computed(() => runs().filter((run) => run.status === "success" || run.status === "error"));
  const rows = computed(() => hours(ended(), { now: now(), days: DAYS, at: (run) => run.started_at, isBad: (run) => run.status === "error" }));
  const cells = computed(() => rows().flatMap((row) => row.cells).filter((cell) => cell.all > 0));
  const words = (/** @type {{ at: number, all: number, bad: number }} */ cell) => `${weekday.format(cell.at)}, ${time(cell.at)}: ${cell.all ? `${plural(cell.all, "run")}, ${cell.bad ? `${cell.bad} failed` : "all well"}` : "none"}`;
  return html`<div class="success">${chart({
    made: [counted], question: "Do runs succeed?", head: ["Hour", "Runs", "Failed", "Succeeded"],
    answer: () => { const [all, bad] = [cells().reduce((sum, one) => sum + one.all, 0), cells().reduce((sum, one) => sum + one.bad, 0)]; return all ? `${Math.round(((all - bad) / all) * 100)} % of ${plural(all, "run")} in ${DAYS} days; ${bad ? `${bad} failed in ${plural(cells().filter((one) => one.bad).length, "hour")}` : "none failed"}.` : `Nothing ran in the last ${DAYS} days.`; },
    rows: () => [...cells()].reverse().map((cell) => [{ text: `${weekday.format(cell.at)}, ${time(cell.at)}`, href: runsBetween(cell.at, cell.at + HOUR) }, cell.all, cell.bad, `${Math.round(((cell.all - cell.bad) / cell.all) * 100)} %`]),
    picture: () => heat(rows().map((row) => ({ label: weekday.format(row.at), cells: row.cells.map((cell) => ({ all: cell.all, bad: cell.bad, text: words(cell), open: () => go(runsBetween(cell.at, cell.at + HOUR)) })) })), { ends: ["0:00", "6:00", "12:00", "18:00", "24:00"], legend: successLegend() }),
  })}</div>`;
}

/**
 * @param {Runs & { days: () => number[], labels: () => string[] }} known
 */
export function pace({ runs, counted, days, labels }) {
  const took = computed(() => days().slice(0, -1).map((start, place) => runs().filter((run) => run.status === "success" && run.started_at >= start && run.started_at < (days()[place + 1] ?? Infinity)).map((run) => run.latency_ms)));
  const all = computed(() => took().flat());
  const open = (/** @type {number} */ place) => go(runsBetween(days()[place] ?? 0, days()[place + 1] ?? 0));
  return chart({
    made: [counted], question: "How long do runs take?", head: ["Day", "Runs", "Half took less than", "19 of 20 took less than"],
    answer: () => (all().length ? `Half of ${plural(all().length, "run")} took less than ${duration(quantile(all(), 0.5))}, 19 of 20 less than ${duration(quantile(all(), 0.95))}.` : "No run has ended well in this time."),
    rows: () => took().map((list, place) => [{ text: labels()[place] ?? "", href: runsBetween(days()[place] ?? 0, days()[place + 1] ?? 0) }, list.length, duration(quantile(list, 0.5)), duration(quantile(list, 0.95))]),
    picture: () => lines(labels(), [{ name: "half took less", values: took().map((list) => quantile(list, 0.5)) }, { name: "19 of 20 took less", values: took().map((list) => quantile(list, 0.95)) }], { format: short, open, round: niceTime }),
  });
}

/**
 * A duration in as few signs as an axis has room for.
 * @param {number} ms
 */
const short = (ms) => (ms === 0 ? "0" : ms < 1000 ? `${Math.round(ms)} ms` : ms < 60_000 ? `${Number((ms / 1000).toFixed(1))} s` : ms < HOUR ? `${Number((ms / 60_000).toFixed(1))} m` : ms < DAY ? `${Number((ms / HOUR).toFixed(1))} h` : `${Number((ms / DAY).toFixed(1))} d`);

/**
 * @param {Runs & { from: () => number, to: () => number }} known
 */
export function endings({ runs, counted, from, to }) {
  const sorts = computed(() => {
    /** @type {Map<string, { word: string, asked: string, number: number, why: string }>} */
    const found = new Map();
    for (const run of runs()) {
      const { word } = outcome(run);
      const key = run.error_class && run.status === "error" ? `${word}: ${run.error_class}` : word;
      const one = found.get(key) ?? { word, asked: filterWord(run), number: 0, why: run.error_class && run.status === "error" ? classWords(run.error_class) : "" };
      one.number++;
      found.set(key, one);
    }
    return [...found.values()].sort((a, b) => b.number - a.number);
  });
  const named = (/** @type {{ word: string, why: string }} */ one) => (one.why ? `${one.word}: ${one.why.replace(/\.$/, "")}` : one.word);
  const href = (/** @type {{ asked: string }} */ one) => runsBetween(from(), to(), `&outcome=${encodeURIComponent(one.asked)}`);
  return chart({
    made: [counted], question: "How did runs end?", isList: true, head: ["Outcome", "Runs"],
    answer: () => { const all = sorts().reduce((sum, one) => sum + one.number, 0); return all ? `${plural(all, "run")}: ${sorts().slice(0, 3).map((one) => `${one.number} ${one.word}`).join(", ")}.` : "There were none."; },
    rows: () => sorts().map((one) => [{ text: named(one), href: href(one) }, one.number]),
    picture: () => barList(sorts().slice(0, 8).map((one) => ({ label: named(one), value: one.number, text: String(one.number), href: href(one) }))),
  });
}
