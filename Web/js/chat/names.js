// @ts-check
// What a thread is called, and to which group it belongs.
import { person } from "../company.js";
import { plain } from "../format.js";

/**
 * @typedef {import("../queries.js").Answer<"GET /api/companies/{company}/threads">["items"][number]} Thread
 * @typedef {Thread["members"][number]} Member
 */

export const groups = /** @type {const} */ ([["dm", "Direct"], ["group", "Groups"], ["broadcast", "Broadcast"], ["meeting", "Meetings"], ["ticket", "Tickets"]]);

/** @param {Thread} thread */
export const employeesOf = (thread) => (thread.members ?? []).filter((one) => one.member_kind === "employee");

/** @param {Thread} thread */
export function titleOf(thread) {
  if (thread.ticket || thread.meeting) return plain(thread.name);
  if (thread.subject) return `${plain(thread.subject)}${thread.forked_from_thread_id ? " · fork" : ""}`;
  const names = employeesOf(thread).map((one) => plain(one.name ?? person(one.member_id)?.name ?? "Somebody"));
  if (names.length === 0) return thread.kind === "broadcast" ? "Announcements" : "Conversation";
  return names.length > 3 ? `${names.slice(0, 3).join(", ")} and ${names.length - 3} more` : names.join(", ");
}

/**
 * What stands under the title: who it is, or how many take part.
 * @param {Thread} thread
 */
export function leadOf(thread) {
  const staff = employeesOf(thread);
  if (thread.kind === "dm") return plain(person(staff[0]?.member_id)?.title ?? "Direct conversation");
  const who = staff.map((one) => plain(one.name ?? "").split(" ")[0]).join(", ");
  const kind = { group: "Group", broadcast: "Announcements to", meeting: "Meeting", ticket: "Ticket", dm: "", proactive: "" }[thread.kind] || "Conversation";
  return who ? `${kind}: ${who}` : kind;
}

/** @type {Record<string, string>} */
const SIGNS = { group: "⁂", broadcast: "!", meeting: "◇", ticket: "#" };
/**
 * The sign before a thread's name.
 * @param {string} kind
 */
export const signOf = (kind) => SIGNS[kind] ?? "@";
