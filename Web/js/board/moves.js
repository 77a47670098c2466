// @ts-check
// Moving a ticket: shown at once, agreed with the server, taken back with its reason when it refuses.
import { api, path } from "../api.js";
import { base, person } from "../company.js";
import { announce, attempt, fail, toast } from "../ui.js";
import { plain } from "../format.js";
import { askWords, choosePerson } from "./people.js";
import { STAGE_WORDS, keyOf, stage } from "./tickets.js";

/**
 * @typedef {import("./tickets.js").Ticket} Ticket
 * @typedef {import("./tickets.js").Stage} Stage
 * @typedef {import("./tickets.js").Tickets} Tickets
 * @typedef {{ refusal: string }
 *   | { call: () => Promise<any>, undo?: () => Promise<any>, said?: string, waits?: boolean }
 *   | null} Step null when whoever was asked changed their mind
 */

/** How long a card waits in its new column for work to begin, in milliseconds. */
const PATIENCE = 5000;

/** @param {Ticket} ticket */
const of = (ticket) => `${base()}${path`/tickets/${ticket.id}`}`;

/**
 * What brings a ticket to a stage.
 * @param {Ticket} ticket
 * @param {Stage} to
 * @param {boolean} isAsking whether dialogs may be opened
 * @returns {Promise<Step>}
 */
async function stepTo(ticket, to, isAsking) {
  const from = stage(ticket);
  const close = () => api.put(`${of(ticket)}/closure`);
  const reopen = () => api.delete(`${of(ticket)}/closure`);
  if (to === "review") return { refusal: "A ticket comes into review when whoever does it hands in a result." };
  if (to === "done") return from === "review" ? { call: () => api.post(`${of(ticket)}/review`, { outcome: "approved" }), said: "accepted" } : { call: close, undo: reopen };
  if (to === "blocked") return block(ticket, isAsking);
  if (from === "done") return { call: reopen, undo: close, said: "open again" };
  if (from === "blocked") return { call: () => api.delete(`${of(ticket)}/block`), said: "let go on" };
  if (to === "open") return { refusal: "Work on it has begun, and what has begun is not undone. Close it, or stop its run." };
  if (from === "review") return sendBack(ticket, isAsking);
  return begin(ticket, isAsking);
}

/**
 * @param {Ticket} ticket
 * @param {boolean} isAsking
 * @returns {Promise<Step>}
 */
async function block(ticket, isAsking) {
  if (stage(ticket) === "done") return { refusal: "It is done. Open it again first." };
  const reason = isAsking ? await askWords(`Block ${keyOf(ticket)}`, { label: "What does it wait for?", action: "Block", isNeeded: true }) : "Blocked by hand.";
  if (reason === null) return null;
  return { call: () => api.put(`${of(ticket)}/block`, { reason }), undo: () => api.delete(`${of(ticket)}/block`) };
}

/**
 * @param {Ticket} ticket
 * @param {boolean} isAsking
 * @returns {Promise<Step>}
 */
async function sendBack(ticket, isAsking) {
  if (!isAsking) return { refusal: "Say in the ticket what must change." };
  const comment = await askWords(`Send ${keyOf(ticket)} back`, { label: "What must change?", action: "Send back", isNeeded: true });
  return comment === null ? null : { call: () => api.post(`${of(ticket)}/review`, { outcome: "changes_requested", comment }), said: "sent back" };
}

/**
 * Whom the server thinks of, with the reasons; nobody where it cannot say.
 * @param {Ticket} ticket
 */
async function suggested(ticket) {
  try {
    const found = await api.get(`${of(ticket)}/suggestions`);
    return found.items.map((/** @type {any} */ one) => ({ employee_id: one.employee_id, reason: one.reasons.join(" · ") }));
  } catch { return []; }
}

/**
 * @param {Ticket} ticket
 * @param {boolean} isAsking
 * @returns {Promise<Step>}
 */
async function begin(ticket, isAsking) {
  if (ticket.assignee_id) {
    const id = ticket.assignee_id;
    return { call: async () => { await api.post(`${base()}${path`/employees/${id}/wake`}`, { ticket_id: ticket.id }); return null; }, waits: true, said: `with ${plain(person(id)?.name ?? "its assignee")} now` };
  }
  if (!isAsking) return { refusal: "Nobody is to do it." };
  const chosen = await choosePerson(`Who does ${keyOf(ticket)}?`, { suggested: await suggested(ticket), command: (who) => ({ does: "ticket assign", words: [ticket.number, who] }) });
  return chosen && { call: () => api.put(`${of(ticket)}/assignee`, { assignee_id: chosen.id }), waits: true, said: `with ${plain(chosen.name)} now` };
}

/**
 * @param {Tickets} tickets
 * @param {Ticket} ticket
 * @param {Stage} to
 * @param {{ isQuiet?: boolean }} [options] quiet: no dialogs and no notices, failures are thrown
 * @returns {Promise<{ isMoved: boolean, undo?: () => Promise<any> }>}
 */
export async function move(tickets, ticket, to, options = {}) {
  const from = stage(ticket);
  if (from === to) return { isMoved: false };
  const name = keyOf(ticket);
  tickets.show(ticket.id, to === "review" ? /** @type {Partial<Ticket>} */ ({ review: { status: "pending" } }) : { status: to, review: null });
  const back = (/** @type {string} */ why) => {
    tickets.settle(ticket.id);
    if (options.isQuiet) throw new Error(`${name}: ${why}`);
    toast(`${name} stays in ${STAGE_WORDS[from]}. ${why}`, { kind: "bad", seconds: 9 });
    return { isMoved: false };
  };
  const step = await stepTo(ticket, to, !options.isQuiet);
  if (step === null) {
    tickets.settle(ticket.id);
    announce(`${name} stays in ${STAGE_WORDS[from]}.`);
    return { isMoved: false };
  }
  if ("refusal" in step) return back(step.refusal);
  try {
    const answer = await step.call();
    if (answer?.id === ticket.id) tickets.put(answer);
    else await tickets.read(ticket.id);
  } catch (error) {
    const failure = /** @type {any} */ (error);
    return back(`${failure.message}${failure.hint ? ` ${failure.hint}` : ""}`);
  }
  if (step.waits) void awaitBegin(tickets, ticket, to);
  else tickets.settle(ticket.id);
  const { undo } = step;
  const takeBack = undo && (async () => { const answer = await undo(); if (answer?.id) tickets.put(answer); });
  // Where it stands now is the server's to say: what is opened again may be blocked at once.
  const now = tickets.known.get(ticket.id);
  const isElsewhere = !step.waits && now && stage(now) !== to;
  if (!options.isQuiet) {
    const words = isElsewhere ? `now in ${STAGE_WORDS[stage(now)]}${now.blocked_reason ? `: ${plain(now.blocked_reason)}` : ""}` : step.said ?? STAGE_WORDS[to]?.toLowerCase();
    toast(`${name} is ${words}.`, {
      action: takeBack ? { label: "Undo", run: () => void attempt(takeBack, "Undo") } : undefined, seconds: 6,
    });
  }
  return { isMoved: true, undo: takeBack };
}

/**
 * Leaves the card where it was put until work begins; where it does not, says why.
 * @param {Tickets} tickets
 * @param {Ticket} ticket
 * @param {Stage} to
 */
async function awaitBegin(tickets, ticket, to) {
  const end = Date.now() + PATIENCE;
  const isThere = () => tickets.known.get(ticket.id)?.status !== "open";
  while (Date.now() < end && !isThere()) await new Promise((resolve) => { setTimeout(resolve, 250); });
  tickets.settle(ticket.id);
  if (isThere()) return;
  try {
    const why = await api.get(path`/api/tickets/${ticket.id}/explain`);
    toast(`${keyOf(ticket)} is not ${STAGE_WORDS[to]?.toLowerCase()} yet. ${why.finding?.message ?? ""}`, { kind: "needs", seconds: 9 });
  } catch { /* The ticket's page says it too. */ }
}

/**
 * Gives a ticket to somebody, whom the caller has chosen or who is asked for.
 * @param {Tickets} tickets
 * @param {Ticket} ticket
 * @param {{ id: string, name: string } | null} [who]
 */
export async function assign(tickets, ticket, who) {
  const chosen = who ?? await choosePerson(`Who does ${keyOf(ticket)}?`, { suggested: await suggested(ticket), now: ticket.assignee_id, command: (one) => ({ does: "ticket assign", words: [ticket.number, one] }) });
  if (!chosen || chosen.id === ticket.assignee_id) return;
  const before = ticket.assignee_id;
  await change(tickets, ticket, { assignee_id: chosen.id }, {
    call: () => api.put(`${of(ticket)}/assignee`, { assignee_id: chosen.id }),
    undo: before ? () => api.put(`${of(ticket)}/assignee`, { assignee_id: before }) : undefined,
    said: `${keyOf(ticket)} is with ${plain(chosen.name)}.`,
  });
}

/**
 * Changes members that need no ceremony.
 * @param {Tickets} tickets
 * @param {Ticket} ticket
 * @param {Partial<Ticket>} members
 * @param {string} [said]
 */
export function edit(tickets, ticket, members, said) {
  const before = Object.fromEntries(Object.keys(members).map((name) => [name, ticket[/** @type {keyof Ticket} */ (name)]]));
  const isTakenBack = Object.values(before).every((value) => value != null);
  return change(tickets, ticket, members, {
    call: () => api.patch(of(ticket), members),
    undo: isTakenBack ? () => api.patch(of(ticket), before) : undefined,
    said: said ?? `${keyOf(ticket)} is changed.`,
  });
}

/**
 * @param {Tickets} tickets
 * @param {Ticket} ticket
 * @param {Record<string, any>} members
 * @param {{ call: () => Promise<any>, undo?: () => Promise<any>, said: string }} how
 * @returns {Promise<boolean>}
 */
async function change(tickets, ticket, members, { call, undo, said }) {
  tickets.show(ticket.id, members);
  try {
    tickets.put(await call());
    tickets.settle(ticket.id);
    toast(said, { action: undo ? { label: "Undo", run: () => void attempt(async () => tickets.put(await undo()), "Undo") } : undefined, seconds: 6 });
    return true;
  } catch (error) {
    tickets.settle(ticket.id);
    fail(error, keyOf(ticket));
    return false;
  }
}
