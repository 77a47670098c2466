// @ts-check
// What of the board is shown. It stands in the address, so that a link shows the same.
import { computed, effect, signal, untrack } from "../core.js";
import { html, when } from "../template.js";
import { place, setQuery } from "../router.js";
import { query } from "../queries.js";
import { base } from "../company.js";
import { plain } from "../format.js";
import { colleagues } from "./work.js";
import { PRIORITIES, STAGE_WORDS, keyOf, stage } from "./tickets.js";

/** @typedef {import("./tickets.js").Ticket} Ticket */

const NAMES = ["q", "assignee", "priority", "goal", "status"];
/** @param {string} name */
const value = (name) => place().query.get(name) ?? "";

/** Whether anything is left out. */
export const isFiltered = () => NAMES.some((name) => value(name));
export const clearFilters = () => setQuery(Object.fromEntries(NAMES.map((name) => [name, null])));

/** A test of tickets for the filters of the address. */
export const filter = computed(() => {
  const [text, assignee, priority, goal, status] = NAMES.map(value);
  const words = (text ?? "").toLowerCase().split(/\s+/).filter(Boolean);
  return (/** @type {Ticket} */ ticket) => {
    if (assignee && (assignee === "nobody" ? ticket.assignee_id !== null : ticket.assignee_id !== assignee)) return false;
    if (priority && ticket.priority !== priority) return false;
    if (goal && (goal === "none" ? ticket.goal_id !== null : ticket.goal_id !== goal)) return false;
    if (status && stage(ticket) !== status) return false;
    if (words.length === 0) return true;
    const all = `${keyOf(ticket)} ${ticket.title} ${ticket.labels.join(" ")} ${ticket.description}`.toLowerCase();
    return words.every((word) => all.includes(word));
  };
});

/**
 * All goals of the company, for whoever names one.
 * @returns {import("../queries.js").Asked<"GET /api/companies/{company}/goals">}
 */
export const goalsQuery = () => query(() => `${base()}/goals`, { on: /^goal\./ });

/**
 * @param {{ goals: ReturnType<typeof goalsQuery>, hasReview: () => boolean, isWithGroup: () => boolean, shown: () => string, views: Node }} options
 */
export function filterBar({ goals, hasReview, isWithGroup, shown, views }) {
  const text = signal(untrack(() => value("q")));
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  // A view that is opened brings its own words.
  effect(() => { const wanted = value("q"); if (timer === undefined) text.set(wanted); });
  const choice = (/** @type {string} */ name, /** @type {string} */ label, /** @type {() => { value: string, label: string }[]} */ options) => html`<label class=${() => (value(name) ? "board-filter on" : "board-filter")}>
    <span class="unseen">${label}</span><select .value=${() => { options(); return value(name); }} onchange=${(/** @type {any} */ event) => setQuery({ [name]: event.target.value })}>
      ${() => [{ value: "", label }, ...options()].map((one) => html`<option value=${one.value} ?selected=${untrack(() => value(name)) === one.value}>${one.label}</option>`)}
    </select></label>`;
  const stages = () => ["open", "in-progress", ...(hasReview() ? ["review"] : []), "blocked", "done"].map((one) => ({ value: one, label: STAGE_WORDS[one] ?? one }));
  return html`<div class="board-filters" role="search" aria-label="Filters">
    <input type="search" class="filter-text" aria-label="Text in tickets" placeholder="Filter by text" .value=${text} data-filter=""
      oninput=${(/** @type {any} */ event) => { text.set(event.target.value); clearTimeout(timer); timer = setTimeout(() => { timer = undefined; setQuery({ q: text() }); }, 200); }}
      onkeydown=${(/** @type {KeyboardEvent} */ event) => { if (event.key === "Escape") { text.set(""); setQuery({ q: null }); /** @type {any} */ (event.target).blur(); } }}>
    ${choice("assignee", "Anybody", () => [{ value: "nobody", label: "Nobody" }, ...colleagues().map((one) => ({ value: one.id, label: plain(one.name) }))])}
    ${choice("priority", "Any priority", () => PRIORITIES.map((one) => ({ value: one, label: `${one[0]?.toUpperCase()}${one.slice(1)}` })))}
    ${choice("goal", "Any goal", () => [{ value: "none", label: "No goal" }, ...(goals.data()?.items ?? []).map((one) => ({ value: one.id, label: plain(one.title).slice(0, 60) }))])}
    ${choice("status", "Any status", stages)}
    ${when(isWithGroup, () => choice("group", "No groups", () => [{ value: "assignee", label: "By assignee" }, { value: "goal", label: "By goal" }, { value: "priority", label: "By priority" }]))}
    ${when(isFiltered, () => html`<button type="button" class="quiet small" onclick=${() => { text.set(""); clearFilters(); }}>Clear filters</button>`)}
    ${views}
    <span class="muted small count">${shown}</span></div>`;
}
