// @ts-check
// The board's tickets as one long list.
import { computed } from "../core.js";
import { html, when } from "../template.js";
import { longList } from "../long-list.js";
import { empty, stateMark } from "../ui.js";
import { date, plain, plural } from "../format.js";
import { person } from "../company.js";
import { go, place, setQuery } from "../router.js";
import { assign, edit } from "./moves.js";
import { choose } from "./choose.js";
import { swaps } from "../keys.js";
import { due, priorityMark } from "./card.js";
import { isFiltered } from "./filters.js";
import { PRIORITIES, STAGE_WORDS, keyOf, stage, ticketAddress } from "./tickets.js";

/** @typedef {import("./tickets.js").Ticket} Ticket */

/** @type {Record<string, (a: Ticket, b: Ticket) => number>} */
const ORDERS = {
  number: (a, b) => (b.number ?? 0) - (a.number ?? 0),
  updated: (a, b) => b.updated_at - a.updated_at || (b.number ?? 0) - (a.number ?? 0),
  priority: (a, b) => PRIORITIES.indexOf(a.priority) - PRIORITIES.indexOf(b.priority) || (b.number ?? 0) - (a.number ?? 0),
  due: (a, b) => (a.due_at ?? Infinity) - (b.due_at ?? Infinity) || (b.number ?? 0) - (a.number ?? 0),
};

/** What a state's mark knows it by. */
const MARKS = /** @type {Record<string, string>} */ ({ "in-progress": "in_progress", review: "in_review" });
/** @param {() => Ticket} ticket */
export const stageMark = (ticket) => stateMark(() => MARKS[stage(ticket())] ?? stage(ticket()), () => (STAGE_WORDS[stage(ticket())] ?? stage(ticket())).toLowerCase());

/** @param {import("./desk.js").Desk} desk */
export function listView(desk) {
  const { found, tickets, selected } = desk;
  void tickets.ensure();
  const order = computed(() => place().query.get("order") ?? "number");
  const items = computed(() => [...found()].sort(ORDERS[order()] ?? ORDERS.number));
  const isComplete = computed(() => tickets.complete().size >= 4);

  /** @type {(ticket: Ticket, event: KeyboardEvent) => boolean} */
  const keys = (ticket, event) => {
    const key = swaps()[event.key] || event.key;
    const to = /** @type {Record<string, import("./tickets.js").Stage>} */ ({ 1: "open", 2: "in-progress", 3: "blocked", 4: "done" })[key];
    desk.active.set(ticket.id);
    if (to) void desk.moveTo(ticket, to);
    else if (key === "a") void assign(tickets, ticket);
    else if (key === "x" || event.key === " ") desk.toggle(ticket);
    else if (key === "o") desk.openPanel(ticket);
    else if (key === "p") void askPriority(ticket);
    else if (key === ".") void desk.menu(ticket);
    else return false;
    return true;
  };
  const askPriority = async (/** @type {Ticket} */ ticket) => {
    const priority = await choose(`Priority of ${keyOf(ticket)}`, PRIORITIES.map((one) => ({ value: one, label: one, isNow: one === ticket.priority })));
    if (priority && priority !== ticket.priority) await edit(tickets, ticket, { priority }, `${keyOf(ticket)} has ${priority} priority.`);
  };

  return html`<div class="ticket-list">
    <div class="list-head">
      <label class="board-filter"><span class="unseen">Order</span><select onchange=${(/** @type {any} */ event) => setQuery({ order: event.target.value === "number" ? null : event.target.value })}>
        ${[["number", "Newest first"], ["updated", "Last changed first"], ["priority", "By priority"], ["due", "By due date"]].map(([value, label]) => html`<option value=${value} ?selected=${order() === value}>${label}</option>`)}</select></label>
      <button type="button" class="quiet small" onclick=${() => desk.select(items())} ?disabled=${() => items().length === 0}>${() => `Select all ${items().length}`}</button>
      <span class="muted small">${() => (isComplete() ? plural(items().length, "ticket") : `${items().length} so far…`)}</span></div>
    ${when(() => items().length > 0, () => longList(items, {
      height: innerWidth <= 760 ? 64 : 40, key: (one) => one.id, label: "Tickets", open: (one) => go(ticketAddress(one)), keys, extend: desk.add, isSelected: (one) => selected().has(one.id), class: "tickets",
      row: (ticket) => html`<div class=${() => (selected().has(ticket().id) ? "list-line selected" : "list-line")} data-ticket-id=${() => ticket().id}>
        <input type="checkbox" tabindex="-1" aria-label=${() => `Select ${keyOf(ticket())}`} .checked=${() => selected().has(ticket().id)} onclick=${(/** @type {Event} */ event) => { event.stopPropagation(); desk.toggle(ticket()); }}>
        <span class="mono key">${() => keyOf(ticket())}</span>
        ${priorityMark(() => ticket().priority)}
        <a class="title" tabindex="-1" href=${() => ticketAddress(ticket())} onclick=${(/** @type {MouseEvent} */ event) => { if (event.metaKey || event.ctrlKey || event.shiftKey) return; event.preventDefault(); desk.openPanel(ticket()); }}>${() => plain(ticket().title)}</a>
        ${stageMark(ticket)}
        <button type="button" class="quiet small who" tabindex="-1" title="Assign" onclick=${() => void assign(tickets, ticket())}>${() => plain(person(ticket().assignee_id)?.name ?? "Nobody")}</button>
        <span class=${() => `due ${due(ticket().due_at, ticket().status === "done")?.kind ?? ""}`}>${() => due(ticket().due_at, ticket().status === "done")?.text ?? ""}</span>
        <span class="muted changed">${() => date(ticket().updated_at)}</span></div>`,
    }), () => when(isComplete, () => (isFiltered() ? empty("No ticket fits these filters.") : empty("There are no tickets yet. Press c to file the first."))))}
  </div>`;
}
