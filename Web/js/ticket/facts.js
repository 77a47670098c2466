// @ts-check
// What is known of a ticket in few words, changed where it stands.
import { html, when } from "../template.js";
import { plain, date, exact } from "../format.js";
import { when_ } from "../ui.js";
import { at, person } from "../company.js";
import { assign, edit } from "../board/moves.js";
import { due, slaEnd } from "../board/card.js";
import { PRIORITIES, keyOf, ticketAddress } from "../board/tickets.js";

/**
 * A day as a date's control writes it, in the zone of whoever looks.
 * @param {number | null | undefined} moment
 */
export function dayOf(moment) {
  if (moment == null) return "";
  const day = new Date(moment);
  return `${day.getFullYear()}-${String(day.getMonth() + 1).padStart(2, "0")}-${String(day.getDate()).padStart(2, "0")}`;
}

/**
 * The end of a day, as what is due on it is due until then.
 * @param {string} day
 */
export const endOf = (day) => (day ? new Date(`${day}T18:00`).getTime() : null);

/** @param {import("./view.js").Desk} desk */
export function facts(desk) {
  const { ticket, tickets, goals } = desk;
  const goal = () => goals.data()?.items?.find((one) => one.id === ticket().goal_id);
  const change = async (/** @type {Record<string, any>} */ members, /** @type {string} */ said) => { await edit(tickets, ticket(), members, said); await desk.reload(); };
  const reporter = () => (ticket().reporter_kind === "user" ? "You" : ticket().reporter_kind === "system" ? "Team-X" : plain(person(ticket().reporter_id)?.name ?? "An employee who left"));
  const parent = () => { const told = ticket().parent; return told ? tickets.newest(told) : tickets.one(ticket().parent_ticket_id); };
  return html`<section><h3 class="unseen">Facts</h3><dl class="ticket-facts">
    <div><dt>Assignee</dt><dd><button type="button" class="quiet small value" data-testid="ticket-assignee" ?disabled=${() => ticket().status === "done"} onclick=${() => void assign(tickets, ticket()).then(desk.reload)}>${() => plain(person(ticket().assignee_id)?.name ?? "Nobody")}</button>
      ${() => (ticket().assignee_id ? html`<a class="small" href=${at(`people/${encodeURIComponent(ticket().assignee_id ?? "")}`)}>Profile</a>` : null)}</dd></div>
    <div><dt><label for="fact-priority">Priority</label></dt><dd><select id="fact-priority" class="value" .value=${() => ticket().priority ?? ""} onchange=${(/** @type {any} */ event) => void change({ priority: event.target.value }, `${keyOf(ticket())} has ${event.target.value} priority.`)}>
      ${PRIORITIES.map((one) => html`<option value=${one} ?selected=${one === ticket().priority}>${one}</option>`)}</select></dd></div>
    <div><dt><label for="fact-due">Due</label></dt><dd><input id="fact-due" type="date" class="value" .value=${() => dayOf(ticket().due_at)} onchange=${(/** @type {any} */ event) => { const day = endOf(event.target.value); if (day) void change({ due_at: day }, `${keyOf(ticket())} is due ${date(day)}.`); else event.target.value = dayOf(ticket().due_at); }}>
      ${() => { const word = due(ticket().due_at, ticket().status === "done"); return word?.kind ? html`<span class=${`small due ${word.kind}`}>${word.text}</span>` : null; }}</dd></div>
    ${when(() => ticket().sla_hours, () => html`<div><dt>Promise</dt><dd title=${() => exact(slaEnd(ticket()))}>${() => `${ticket().sla_hours} h after filing${due(slaEnd(ticket()), ticket().status === "done") ? `, ${due(slaEnd(ticket()), ticket().status === "done")?.text}` : ""}`}</dd></div>`)}
    ${when(() => ticket().goal_id, () => html`<div><dt>Goal</dt><dd><a href=${() => at(`goals/${encodeURIComponent(ticket().goal_id ?? "")}`)}>${() => plain(goal()?.title ?? "Its goal")}</a></dd></div>`)}
    ${when(() => ticket().parent_ticket_id, () => html`<div><dt>Part of</dt><dd>${() => { const one = parent(); return one ? html`<a href=${ticketAddress(one)}><span class="mono">${keyOf(one)}</span> ${plain(one.title)}</a>` : "…"; }}</dd></div>`)}
    ${when(() => ticket().labels?.length, () => html`<div><dt>Labels</dt><dd class="ticket-chips">${() => ticket().labels.map((/** @type {string} */ one) => html`<span class="chip">${plain(one)}</span>`)}</dd></div>`)}
    <div><dt>Filed</dt><dd><span>${reporter}, ${when_(() => ticket().created_at)}</span></dd></div>
    ${when(() => ticket().closed_at, () => html`<div><dt>Closed</dt><dd>${() => exact(ticket().closed_at)}</dd></div>`)}
  </dl></section>`;
}
