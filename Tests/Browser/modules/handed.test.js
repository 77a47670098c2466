import { same, test } from "./check.js";

export const modules = ["files/handed"];

export function define({ "files/handed": { deliverables } }) {
  let at = 0;
  const added = (ticket, file, kind = "employee") => ({ event_type: "ticket.attachmentAdded", actor_kind: kind, created_at: ++at, payload: { ticket_id: ticket, file_id: file, attached_by: "ada" } });
  const asked = (ticket, review, round = 1) => ({ event_type: "review.requested", actor_kind: "employee", created_at: ++at, payload: { ticket_id: ticket, review_id: review, reviewer_id: "bo", requested_by: "ada", round } });
  const decided = (ticket, review, outcome) => ({ event_type: "review.completed", actor_kind: "employee", created_at: ++at, payload: { ticket_id: ticket, review_id: review, reviewer_id: "bo", outcome, summary: "So." } });
  const closed = (ticket) => ({ event_type: "ticket.closed", actor_kind: "employee", created_at: ++at, payload: { ticket_id: ticket } });
  const standing = (log) => deliverables(log).map((one) => [one.file, one.standing, one.round]);

  test("a file stands as the review that was asked for after it was made", () => {
    same(standing([added("t", "a"), asked("t", "r1"), decided("t", "r1", "changes_requested"), added("t", "b"), asked("t", "r2", 2), decided("t", "r2", "approved"), closed("t")]), [["b", "accepted", 2], ["a", "sent back", 1]]);
    same(standing([added("t", "a"), asked("t", "r1")]), [["a", "handed in", 1]]);
    same(standing([added("t", "a")]), [["a", "drafted", 0]]);
  });

  test("a ticket that is closed without a review has nothing that waits for one", () => {
    same(standing([added("t", "a"), closed("t")]), [["a", "no review", 0]]);
    same(standing([added("t", "a"), asked("t", "r1"), closed("t")]), [["a", "no review", 1]]);
  });

  test("what people add is no deliverable, what was taken away is gone, and tickets do not mix", () => {
    same(standing([added("t", "given", "user"), added("t", "a"), added("u", "b"), asked("u", "r1"), { event_type: "ticket.attachmentRemoved", actor_kind: "employee", created_at: ++at, payload: { ticket_id: "t", file_id: "a" } }]), [["b", "handed in", 1]]);
  });

  test("a decision whose asking is not in the log changes nothing", () => {
    same(standing([decided("t", "r9", "approved"), added("t", "a"), asked("t", "r1"), decided("t", "r9", "changes_requested")]), [["a", "handed in", 1]]);
  });
}
