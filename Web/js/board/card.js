// @ts-check
// A ticket on the board.
import { html, when } from "../template.js";
import { plain, plural, since, date, money, now } from "../format.js";
import { avatar } from "../ui.js";
import { person } from "../company.js";
import { keyOf, ticketAddress } from "./tickets.js";

/** @typedef {import("./tickets.js").Ticket} Ticket */

const DAY = 86_400_000;

/**
 * When something is due, as a word and how urgent it is.
 * @param {number | null | undefined} moment
 * @param {boolean} isOver whether it is done
 */
export function due(moment, isOver) {
  if (moment == null) return null;
  const days = Math.floor((startOfDay(moment) - startOfDay(now())) / DAY + 0.5);
  if (isOver) return { text: date(moment), kind: "" };
  if (days < 0) return { text: `${plural(-days, "day")} late`, kind: "late" };
  return { text: days === 0 ? "due today" : days === 1 ? "due tomorrow" : `due ${date(moment)}`, kind: days <= 1 ? "soon" : "" };
}

/** @param {number} moment */
const startOfDay = (moment) => new Date(moment).setHours(0, 0, 0, 0);

/** @param {Ticket} ticket */
export function slaEnd(ticket) {
  return ticket.sla_hours ? ticket.created_at + ticket.sla_hours * 3_600_000 : null;
}

/** @param {() => string} priority */
export const priorityMark = (priority) => html`<span class=${() => `priority ${priority()}`}><svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
  <rect x="1" y="7" width="2.4" height="4" /><rect x="4.8" y="4" width="2.4" height="7" class="two"/><rect x="8.6" y="1" width="2.4" height="10" class="three"/></svg>${priority}</span>`;

/**
 * @typedef {{ work: () => Map<string, import("./work.js").Work>, waitsFor: (ticket: Ticket) => Ticket[], isActive: (id: string) => boolean, isSelected: (id: string) => boolean,
 *   isLifted: (id: string) => boolean, open: (ticket: Ticket, event: MouseEvent) => void, menu: (ticket: Ticket) => void, toggle: (ticket: Ticket) => void, focus: (ticket: Ticket) => void }} Hands
 */

/**
 * @param {() => Ticket} ticket
 * @param {Hands} hands
 */
export function card(ticket, hands) {
  const id = ticket().id;
  const work = () => hands.work().get(id);
  const blockers = () => hands.waitsFor(ticket()).length;
  const isDone = () => ticket().status === "done";
  return html`<li><div class=${() => `ticket-card${hands.isSelected(id) ? " selected" : ""}${hands.isLifted(id) ? " lifted" : ""}${isDone() ? " over" : ""}`} role="group" aria-roledescription="ticket"
      aria-label=${() => label(ticket(), work(), blockers(), hands.isSelected(id))} aria-describedby="board-help" data-ticket-id=${id} data-testid="ticket-card" tabindex=${() => (hands.isActive(id) ? "0" : "-1")}
      onfocusin=${() => hands.focus(ticket())} onclick=${(/** @type {MouseEvent} */ event) => hands.open(ticket(), event)}>
    <div class="card-top"><span class="mono key">${() => keyOf(ticket())}</span>${priorityMark(() => ticket().priority)}
      <button type="button" class="quiet small icon" tabindex="-1" aria-label=${() => `Actions for ${keyOf(ticket())}`} onclick=${(/** @type {Event} */ event) => { event.stopPropagation(); hands.menu(ticket()); }}>⋯</button></div>
    <a class="card-title" draggable="false" tabindex="-1" href=${() => ticketAddress(ticket())}>${() => plain(ticket().title)}</a>
    ${when(() => ticket().status === "blocked" && ticket().blocked_reason, () => html`<p class="card-why">${() => plain(ticket().blocked_reason ?? "").slice(0, 140)}</p>`)}
    ${when(work, () => html`<p class="card-live"><span class="dot running" aria-hidden="true"></span>${() => plain(work()?.name ?? "")} <span class="mono">${() => { const at = work()?.since; return at ? since(at) : ""; }}</span>
      ${() => (work()?.cost != null ? html`<span class="mono">${money(work()?.cost)}</span>` : null)}</p>`)}
    <div class="card-foot">
      ${() => { const name = person(ticket().assignee_id)?.name; return name ? html`<span class="who">${avatar(() => name)}<span>${plain(name)}</span></span>` : html`<span class="who">Nobody</span>`; }}
      ${() => (blockers() && !ticket().blocked_reason ? html`<span class="card-fact" title="Tickets that must be done before">waits for ${blockers()}</span>` : null)}
      ${() => dueFact(ticket(), isDone())}
      ${() => (hands.isSelected(id) ? html`<span class="card-fact chosen">selected</span>` : null)}
    </div></div></li>`;
}

/**
 * @param {Ticket} ticket
 * @param {boolean} isDone
 */
function dueFact(ticket, isDone) {
  const when = due(ticket.due_at, isDone) ?? (isDone ? null : due(slaEnd(ticket), false));
  return when ? html`<span class=${`card-fact due ${when.kind}`}>${when.text}</span>` : null;
}

/**
 * @param {Ticket} ticket
 * @param {import("./work.js").Work | undefined} work
 * @param {number} blockers
 * @param {boolean} isSelected
 */
function label(ticket, work, blockers, isSelected) {
  const who = person(ticket.assignee_id)?.name;
  return [`${keyOf(ticket)} ${plain(ticket.title)}`, `${ticket.priority} priority`, work ? `${plain(work.name)} works on it` : who ? plain(who) : "nobody has it",
    blockers ? `waits for ${blockers}` : "", due(ticket.due_at, ticket.status === "done")?.text ?? "", isSelected ? "selected" : ""].filter(Boolean).join(", ");
}
