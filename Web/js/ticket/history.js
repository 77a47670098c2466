// @ts-check
// What happened to a ticket, from the company's log. It is read when it is asked for.
import { signal } from "../core.js";
import { each, html, when } from "../template.js";
import { api, path } from "../api.js";
import { when_ } from "../ui.js";
import { plain } from "../format.js";
import { at, base, person } from "../company.js";

const PAGE = 500;
/** So many pages are read of a log that cannot be asked for one ticket alone. */
const PAGES = 8;
/** What of the log can concern a ticket. */
const TYPES = ["ticket.created", "ticket.assigned", "ticket.updated", "ticket.blocked", "ticket.unblocked", "ticket.closed", "ticket.reopened", "ticket.commentAdded", "ticket.attachmentAdded",
  "review.requested", "review.completed", "work.started", "work.completed", "work.failed", "work.cancelled", "work.stopped", "question.asked", "question.answered", "question.withdrawn", "checkpoint.created", "checkpoint.resumed"];

/**
 * What the log says of a ticket, the newest first.
 * @param {import("../board/tickets.js").Ticket} ticket
 * @returns {Promise<{ events: import("../../types/api").Event[], isCut: boolean }>}
 */
async function eventsOf(ticket) {
  /** @type {import("../../types/api").Event[]} */
  const events = [];
  let before = "";
  for (let page = 0; page < PAGES; page++) {
    const { items, next } = await api.get(`${base()}/events?newest=true&limit=${PAGE}&type=${TYPES.join(",")}${before}`);
    for (const event of items) if (event.payload?.ticket_id === ticket.id || (ticket.thread_id && event.payload?.thread_id === ticket.thread_id)) events.push(event);
    const last = items[items.length - 1];
    if (next == null || !last || last.created_at < ticket.created_at) return { events, isCut: false };
    before = `&before=${next}`;
  }
  return { events, isCut: true };
}

/**
 * A sentence for an event, or nothing for what would only be noise.
 * @param {import("../../types/api").Event} event
 */
export function sentence(event) {
  const about = event.payload ?? {};
  const who = (/** @type {string | undefined} */ id) => plain(person(id)?.name ?? "somebody");
  const actor = event.actor_kind === "user" ? "You" : event.actor_kind === "employee" ? who(event.actor_id) : "Team-X";
  switch (event.event_type) {
    case "ticket.created": return `${actor} filed it`;
    case "ticket.assigned": return `${actor} gave it to ${who(about.assignee_id)}`;
    case "ticket.updated": return about.status ? `It is ${String(about.status).replace("-", " ")}` : `${actor} changed ${(about.patched_keys ?? []).map((/** @type {string} */ key) => key.replace("_at", "").replaceAll("_", " ")).join(", ")}`;
    case "ticket.blocked": return `Blocked: ${plain(about.reason ?? "")}`;
    case "ticket.unblocked": return `${actor} let it go on`;
    case "ticket.closed": return `${actor} closed it`;
    case "ticket.reopened": return `${actor} opened it again`;
    case "ticket.commentAdded": return `${who(about.author_id) === "somebody" ? actor : who(about.author_id)} commented`;
    case "ticket.attachmentAdded": return `${actor} added a file`;
    case "review.requested": return `${who(about.requested_by)} handed in a result`;
    case "review.completed": return about.outcome === "approved" ? `${who(about.reviewer_id)} accepted it` : `${who(about.reviewer_id)} sent it back`;
    case "work.started": return `${who(about.employee_id)} began to work`;
    case "work.completed": return `${who(about.employee_id)} ended a run`;
    case "work.failed": return `A run of ${who(about.employee_id)} failed`;
    default: return /^(?:question|checkpoint\.|work\.(?:cancelled|stopped))/.test(event.event_type) ? event.event_type.replace(/[._]/g, " ") : null;
  }
}

/** @param {import("./view.js").Desk} desk */
export function history(desk) {
  const lines = signal(/** @type {import("../../types/api").Event[] | null} */ (null));
  const isCut = signal(false);
  const problem = signal("");
  const read = async () => {
    problem.set("");
    try {
      const { events, isCut: cut } = await eventsOf(desk.ticket());
      lines.set(events.filter((one) => sentence(one)));
      isCut.set(cut);
    } catch (error) { problem.set(/** @type {Error} */ (error).message); }
  };
  return html`<section><details class="ticket-history" ontoggle=${(/** @type {any} */ event) => { if (event.target.open) void read(); }}><summary><h3>History</h3></summary>
    ${when(problem, () => html`<p class="small failing">${problem} <button type="button" class="link" onclick=${() => void read()}>Try again</button></p>`)}
    <ol class="ticket-events">${each(() => lines() ?? [], (one) => one.seq, (one) => html`<li><span>${() => sentence(one())}${() => (one().payload?.run_id ? html` <a href=${at(path`runs/${one().payload.run_id}`)}>run</a>` : null)}</span><span class="muted small">${when_(() => one().created_at)}</span></li>`,
      () => when(lines, () => html`<li class="muted">The log names nothing of it.</li>`))}</ol>
    ${when(isCut, () => html`<p class="muted small">The log goes further back; <a href=${at("audit")}>the audit</a> has all of it.</p>`)}</details></section>`;
}
