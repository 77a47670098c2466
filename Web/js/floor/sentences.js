// @ts-check
// Events as sentences, for the feed. What is only of use to programs has none.
import { person } from "../company.js";
import { money, plain } from "../format.js";
import { ticketKey } from "../tickets.js";

/** @typedef {{ text: string, kind: string, ticket?: string, file?: string, isQuiet?: boolean }} Sentence */

/**
 * @param {import("../../types/api").Event} event as the server shows it
 * @param {(ticket: string) => { key: string, title: string } | null} ticketOf
 * @returns {Sentence | null}
 */
export function sentenceOf(event, ticketOf) {
  const it = event.payload ?? {};
  const who = (/** @type {string | null | undefined} */ id) => plain(person(id)?.name ?? it.name ?? "Somebody");
  const actor = event.actor_kind === "user" ? "You" : event.actor_kind === "employee" ? who(event.actor_id) : "Team-X";
  const ticket = it.ticket_id ? ticketOf(it.ticket_id) : null;
  const about = ticket ? `${ticket.key} ${plain(ticket.title).replace(/[….\s]+$/u, "")}` : it.number != null ? ticketKey(it.number) : "a ticket";
  const link = ticket?.key ?? (it.number != null ? ticketKey(it.number) : undefined);
  /** @type {(text: string, kind?: string, more?: Partial<Sentence>) => Sentence} */
  const say = (text, kind = "idle", more = {}) => ({ text, kind, ...(link ? { ticket: link } : {}), ...more });
  switch (event.event_type) {
    case "work.started": return say(`${who(it.employee_id)} began${ticket ? ` on ${about}` : ""}.`, "live");
    case "work.completed": return say(`${who(it.employee_id)} finished a turn${ticket ? ` on ${about}` : ""}${Number(it.cost_usd) ? ` for ${money(it.cost_usd)}` : ""}.`, "done");
    case "work.failed": return say(`${who(it.employee_id)} failed${ticket ? ` on ${about}` : ""}: ${plain(it.reason ?? it.error ?? it.message ?? "")}`, "bad");
    case "work.cancelled": return say(`${who(it.employee_id)}: ${plain(it.reason ?? "stopped.")}`, "off");
    case "work.stopping": return say(`${who(it.employee_id)} is being stopped.`, "off");
    case "tool.called": return say(`${who(it.employee_id)} uses ${plain(it.tool_name ?? it.tool ?? "a tool")}${it.summary ? `: ${plain(it.summary)}` : ""}`, "think", { isQuiet: true });
    case "ticket.created": return say(`${actor} filed ${about}.`);
    case "ticket.assigned": return say(`${about} goes to ${who(it.assignee_id)}.`, "idle", { isQuiet: true });
    case "ticket.closed": return say(`${about} is done.`, "done");
    case "ticket.reopened": return say(`${actor} opened ${about} again.`);
    case "ticket.blocked": return say(`${about} is blocked: ${plain(it.reason ?? "")}`, "blocked");
    case "ticket.unblocked": return say(`${about} goes on.`, "live");
    case "review.requested": return say(`${who(it.requested_by)} handed in ${about}; ${who(it.reviewer_id)} reviews it.`, "review");
    case "review.completed": return say(`${it.reviewer_id ? who(it.reviewer_id) : actor} ${it.outcome === "approved" ? "accepted" : "sent back"} ${about}.`, it.outcome === "approved" ? "done" : "review");
    case "question.asked": return say(`${who(it.employee_id)} asks you about ${ticket ? about : "their work"}.`, "review");
    case "question.answered": return say(`${actor} answered ${who(it.employee_id)}.`);
    case "goal.created": return say(`${actor} set a goal: ${plain(it.title ?? "")}`);
    case "goal.progressChanged": return it.progress_pct === 100 ? say("A goal is reached.", "done") : null;
    case "vault.file_created": return say(`${actor} wrote ${plain(it.original_name ?? "a file")}.`, "done", { file: it.file_id });
    case "meeting.started": return say("A meeting began.", "meet");
    case "meeting.ended": return say("A meeting ended.", "meet");
    case "employee.hired": return say(`${plain(it.name ?? "Somebody")}, ${plain(it.title ?? "")}, was hired.`);
    case "employee.fired": return say(`${who(it.employee_id)} was fired.`, "off");
    case "company.paused": return say(`${actor} paused the company.`, "wait");
    case "company.resumed": return say(`${actor} let the company go on.`, "live");
    case "budget.warning": return say("A budget is nearly used up.", "wait");
    case "budget.exceeded": return say("A budget is used up.", "blocked");
    case "provider.away": return say(`${plain(it.name ?? it.provider_id ?? "A provider")} does not answer and is left alone for a while.`, "bad");
    case "provider.back": return say(`${plain(it.name ?? it.provider_id ?? "A provider")} answers again.`, "live");
    default: return null;
  }
}
