// @ts-check
// What ran, when, for whom, how it ended and what it cost.
import { computed, effect, signal, untrack } from "../core.js";
import { html, when } from "../template.js";
import { path } from "../api.js";
import { at } from "../company.js";
import { longList } from "../long-list.js";
import { go, setQuery } from "../router.js";
import { attempt, empty, loaded, pageHead } from "../ui.js";
import { date, plain, plural, time } from "../format.js";
import { history } from "../run/history.js";
import { hasOutcome, OUTCOMES } from "../run/outcome.js";
import { runRows } from "../run/row.js";
import { keyOf, staff, tickets } from "../run/names.js";
import { savedViews } from "../views.js";
import { listKeys } from "../list-keys.js";

export const css = "runs";

/** How many runs are looked through by themselves for those that a filter wants. */
const LOOK = 1000;
const ENOUGH = 40;
const [HOUR, DAY] = [3_600_000, 86_400_000];

/** @type {import("../router.js").Open} */
export function open({ query: address }) {
  const filter = (/** @type {string} */ name) => address().get(name) ?? "";
  const runs = history({ filter: () => {
    /** @type {Record<string, string>} */
    const wanted = {};
    if (filter("who")) wanted.employee_id = filter("who");
    if (filter("ticket")) wanted.ticket_id = filter("ticket");
    return wanted;
  } });
  const people = staff();
  const names = tickets();
  const views = savedViews("runs");
  const span = computed(() => (filter("from") && filter("to") ? { from: Number(filter("from")), to: Number(filter("to")) } : null));
  const spanWords = () => { const one = span(); return one ? (one.to - one.from > 2 * DAY ? `${date(one.from)} – ${date(one.to - 1)}` : one.to - one.from > HOUR ? date(one.from) : `${date(one.from)}, ${time(one.from)}–${time(one.to)}`) : ""; };
  const hasFilter = computed(() => ["who", "outcome", "model", "ticket", "q", "from"].some((name) => filter(name)));
  const { row, labelOf } = runRows(people, names);
  const shown = computed(() => runs.all().filter((run) => (!filter("who") || run.employee_id === filter("who"))
    && (!filter("outcome") || hasOutcome(run, filter("outcome")))
    && (!filter("model") || run.model === filter("model"))
    && (!span() || (run.started_at >= (span()?.from ?? 0) && run.started_at < (span()?.to ?? 0)))
    && (!filter("ticket") || run.ticket_id === filter("ticket"))
    && (!filter("q") || `${labelOf(run)} ${people.name(run.employee_id)} ${run.error ?? ""} ${run.id}`.toLowerCase().includes(filter("q").toLowerCase()))));
  const models = computed(() => [...new Set(runs.all().map((run) => run.model))].filter(Boolean).sort());
  // A filter that finds little in what is here looks further back, but not for ever.
  effect(() => {
    if (hasFilter() && shown().length < ENOUGH && runs.hasMore() && !runs.isLooking() && !runs.hasFailed() && runs.all().length < LOOK && !(span() && (runs.all().at(-1)?.started_at ?? 0) < (span()?.from ?? 0))) untrack(() => void runs.more().catch(() => {}));
  });
  const clear = () => setQuery(Object.fromEntries(["q", "outcome", "who", "model", "ticket", "from", "to"].map((name) => [name, null])));
  const look = () => attempt(() => runs.more(), "Older runs");
  const isNarrow = signal(innerWidth < 760);
  const total = () => `${shown().length}${runs.hasMore() ? "+" : ""}`;

  const select = (/** @type {string} */ name, /** @type {string} */ label, /** @type {() => { id: string, label: string }[]} */ options) => html`<label class="filter"><span class="unseen">${label}</span>
    <select aria-label=${label} data-filter=${name} onchange=${(/** @type {any} */ event) => setQuery({ [name]: event.target.value })}>
      <option value="">${label}: any</option>
      ${() => options().map((one) => html`<option value=${one.id} ?selected=${filter(name) === one.id}>${one.label}</option>`)}</select></label>`;

  const list = () => untrack(() => longList(shown, {
    height: isNarrow() ? 64 : 40, key: (run) => run.id, label: "Runs", row, open: (run) => go(at(path`runs/${run.id}`)), more: () => { if (untrack(runs.hasMore) && !untrack(hasFilter)) void look(); },
  }));

  const view = html`<div class="full runs">
    ${pageHead("Runs", { lead: () => (runs.first.data() ? `${total()} ${hasFilter() ? "that fit" : shown().length === 1 ? "run" : "runs"}, the newest first` : "") })}
    <div class="filters" role="group" aria-label="Filters">
      <input type="search" placeholder="Find in these runs" aria-label="Find in these runs" data-filter="q" .value=${() => filter("q")} oninput=${(/** @type {any} */ event) => setQuery({ q: event.target.value })}>
      ${select("outcome", "Outcome", () => OUTCOMES.map((id) => ({ id, label: id })))}
      ${select("who", "Who", () => people.all().map((one) => ({ id: one.id, label: plain(one.name) })))}
      ${select("model", "Model", () => models().map((id) => ({ id, label: id })))}
      ${when(() => filter("ticket"), () => html`<button type="button" class="chip" onclick=${() => setQuery({ ticket: null })} aria-label="Take the ticket filter away">${() => { const ticket = names.get(filter("ticket")); return ticket ? `${keyOf(ticket)} ×` : "ticket ×"; }}</button>`)}
      ${when(span, () => html`<button type="button" class="chip" onclick=${() => setQuery({ from: null, to: null })} aria-label=${() => `Take the filter ${spanWords()} away`}>${() => `${spanWords()} ×`}</button>`)}
      ${when(hasFilter, () => html`<button type="button" class="quiet small" onclick=${clear}>Clear</button>`)}
      ${views.bar}
    </div>
    <div class="runs-list">${loaded(runs.first, () => when(() => shown().length > 0, list, () => (hasFilter()
      ? empty(runs.isLooking() ? "Looking further back…" : runs.hasFailed() ? "Older runs could not be read." : `Of ${plural(runs.all().length, "run")} none fits.`, html`<div class="actions"><button type="button" onclick=${clear}>Clear the filters</button>
          ${runs.hasMore() ? html`<button type="button" onclick=${() => void look()}>Look further back</button>` : null}</div>`)
      : empty("Nothing has run yet. Each time somebody is woken to work, answer or review, that is a run, and it stands here with what it did and cost.", html`<a class="button primary" href=${at("board")}>Go to the board</a>`))))}</div></div>`;
  return { title: "Runs", view, keys: [...listKeys("Runs"), ...views.keys], actions: views.actions };
}
