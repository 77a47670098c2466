// @ts-check
// Why a ticket does not go on, and the one thing that would move it.
import { computed, untrack } from "../core.js";
import { when } from "../template.js";
import { askWhy, why } from "../why.js";

/**
 * Asks why a ticket waits, as soon as it is known which one.
 * @param {() => import("../board/tickets.js").Ticket | undefined} ticket
 */
export function useReason(ticket) {
  const id = computed(() => { const one = ticket(); return one && one.status !== "done" ? one.id : null; });
  const answers = askWhy("ticket", id);
  const isAnswered = (/** @type {import("../queries.js").Query<any>} */ one) => one.data() !== undefined || one.error() !== null;
  /** Whether all is known that will be drawn, so that nothing comes between other things later. */
  const isKnown = computed(() => id() === null || (isAnswered(answers.explanation) && isAnswered(answers.queue)));
  return { id, answers, isKnown };
}

/** @typedef {ReturnType<typeof useReason>} Reason */

/**
 * @param {import("./view.js").Desk} desk
 * @param {Reason} reason
 */
export function waiting(desk, { id, answers }) {
  const found = () => answers.explanation.data();
  const isWaiting = computed(() => id() !== null && !desk.work() && Boolean(found()?.finding) && found()?.state !== "working");
  return when(isWaiting, () => untrack(() => why({ kind: "ticket", id, title: "Why is this waiting?", answers })));
}
