// @ts-check
// What tickets handed in, told from the log: no page, no request.

/** @typedef {"drafted" | "handed in" | "accepted" | "sent back" | "no review"} Standing */
/** @typedef {{ file: string, ticket: string, by: string, at: number, standing: Standing, review: string | null, reviewer: string | null, round: number, words: string, decidedAt: number | null }} Deliverable */

/** The events that it is told from. */
export const TYPES = ["ticket.attachmentAdded", "ticket.attachmentRemoved", "ticket.closed", "review."];

/**
 * A file counts to the first review that is asked for after it was made, and stands as that review does.
 * @param {readonly { event_type: string, actor_kind: string, created_at: number, payload: any }[]} log the oldest first
 * @returns {Deliverable[]} the newest first
 */
export function deliverables(log) {
  /** @type {Map<string, Deliverable[]>} */
  const byTicket = new Map();
  for (const { event_type: type, actor_kind: kind, created_at: at, payload } of log) {
    const list = byTicket.get(payload.ticket_id) ?? [];
    if (type === "ticket.attachmentAdded") {
      // What people add is material for the work, not its result.
      if (kind !== "employee") continue;
      list.push({ file: payload.file_id, ticket: payload.ticket_id, by: payload.attached_by, at, standing: "drafted", review: null, reviewer: null, round: 0, words: "", decidedAt: null });
      byTicket.set(payload.ticket_id, list);
    } else if (type === "ticket.attachmentRemoved") {
      byTicket.set(payload.ticket_id, list.filter((one) => one.file !== payload.file_id));
    } else if (type === "review.requested") {
      for (const one of list) if (one.standing === "drafted") Object.assign(one, { standing: "handed in", review: payload.review_id, reviewer: payload.reviewer_id, round: payload.round ?? 1 });
    } else if (type === "review.completed") {
      for (const one of list) if (one.review === payload.review_id) Object.assign(one, { standing: payload.outcome === "approved" ? "accepted" : payload.outcome === "changes_requested" ? "sent back" : "no review", reviewer: payload.reviewer_id ?? one.reviewer, words: payload.summary ?? "", decidedAt: at });
    } else if (type === "ticket.closed") {
      for (const one of list) if (one.standing === "drafted" || one.standing === "handed in") Object.assign(one, { standing: "no review", decidedAt: at });
    }
  }
  return [...byTicket.values()].flat().sort((a, b) => b.at - a.at);
}
