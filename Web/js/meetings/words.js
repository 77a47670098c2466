// @ts-check
// A meeting in words.
import { person } from "../company.js";
import { plain } from "../format.js";

/**
 * @typedef {Meeting["action_items"][number]} RawItem
 * @typedef {{ number: number, title: string, assignee: string | null, priority: string, description: string, due: number | null, ticket: string | null, isDeclined: boolean }} Item
 * @typedef {import("../../types/api").Meeting & Partial<import("../queries.js").Answer<"GET /api/companies/{company}/meetings/{meeting}">>} Meeting as a list has it, or with its turns
 * @typedef {import("../../types/api").Turn} Turn
 */

/** @param {Meeting} meeting */
export const subjectOf = (meeting) => plain(meeting.agenda.split("\n").find((line) => line.trim()) ?? "Meeting").replace(/^#+\s*/, "").slice(0, 140);

/**
 * The agenda below its first line.
 * @param {Meeting} meeting
 */
export const pointsOf = (meeting) => meeting.agenda.split("\n").map((line) => line.replace(/^\s*(?:[-*+]|\d+[.)])\s*/, "").trim()).filter(Boolean).slice(1).map(plain);

/** @param {string | null | undefined} id */
export const whoIs = (id) => plain(person(id)?.name ?? "Somebody");

/**
 * The action items by their numbers. Members are written in two ways, and both are understood.
 * @param {Meeting} meeting
 * @returns {Item[]}
 */
export function itemsOf(meeting) {
  return meeting.action_items.map((one, place) => ({
    number: place + 1, title: one.title, assignee: one.assigneeId ?? null, priority: one.priority ?? "medium", description: one.description ?? "",
    due: one.dueAt ?? null, ticket: one.ticketId ?? null, isDeclined: Boolean(one.declinedAt),
  }));
}

/** @type {Record<string, string>} */
const ENDS = {
  completed: "everybody was heard", person: "you ended it", turns: "all turns were used", minutes: "the time was up", cost: "the money was used up", failures: "three turns in a row failed", deserted: "nobody was left",
};
/** @param {Meeting} meeting */
export const endOf = (meeting) => (meeting.end_reason ? ENDS[meeting.end_reason] ?? meeting.end_reason : "");

/** @type {Record<string, { label: string, says: string }>} */
export const modes = {
  "round-robin": { label: "Round robin", says: "Everybody speaks once a round, in the order chosen." },
  "chair-directed": { label: "Chair-directed", says: "The chair says who speaks next, and speaks between." },
  freeform: { label: "Freeform", says: "Whoever has most to say to what was said last speaks next." },
};

/** @type {readonly [string, string][]} */
export const phases = [["opening", "Opening"], ["discussion", "Discussion"], ["positions", "Positions"], ["closing", "Closing"]];

/**
 * Who speaks next and why, as far as the mode tells: those a person asked for come first.
 * @param {Meeting} meeting
 * @returns {{ key: string, who: string | null, why: string }[]}
 */
export function queueOf(meeting) {
  if (meeting.status !== "active") return [];
  const asked = meeting.requests.map((one, place) => ({ key: `asked ${place}`, who: one.employee_id ?? meeting.chair_id, why: one.question ? `you asked: ${plain(one.question).slice(0, 80)}` : one.message_id ? "answers you" : "you called on them" }));
  const gone = new Set(meeting.departures.filter((one) => !one.returned_at).map((one) => one.employee_id));
  const order = meeting.attendees.filter((id) => id !== meeting.chair_id && !gone.has(id));
  const spoken = meeting.speaker_id ? order.indexOf(meeting.speaker_id) : -1;
  const rest = (/** @type {string} */ why) => order.slice(spoken + 1).map((who) => ({ key: who, who: /** @type {string | null} */ (who), why }));
  /** @type {{ key: string, who: string | null, why: string }[]} */
  let next = [];
  if (meeting.is_end_wanted || meeting.phase === "closing") next = meeting.speaker_id === meeting.chair_id && meeting.phase === "closing" ? [] : [{ key: "chair", who: meeting.chair_id, why: "closes the meeting" }];
  else if (meeting.phase === "positions") {
    const said = new Set(meeting.positions.map((one) => one.employee_id));
    next = order.filter((who) => !said.has(who) && who !== meeting.speaker_id).map((who) => ({ key: who, who, why: "says where they stand" }));
  } else if (meeting.mode === "round-robin") next = rest(`round ${Math.max(1, meeting.round)}`);
  else if (meeting.mode === "chair-directed") next = [{ key: "mode", who: null, why: meeting.speaker_id === meeting.chair_id ? "whom the chair names" : "the chair, then whom they name" }];
  else next = [{ key: "mode", who: null, why: "whoever has most to say to it" }];
  return [...asked, ...next].slice(0, 6);
}
