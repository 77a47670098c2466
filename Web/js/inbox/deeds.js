// @ts-check
// What is decided about things in the inbox, and what is put away.
import { html } from "../template.js";
import { api } from "../api.js";
import { base } from "../company.js";
import { announce, dialog, fail, toast } from "../ui.js";
import { date, time } from "../format.js";
import { readSomething } from "../unread.js";

/** @typedef {import("./kinds.js").Item} Item */
/** @typedef {{ a?: () => unknown, d?: () => unknown, r?: () => unknown, e?: () => unknown }} Verbs what the keys do with what is selected */
/** @typedef {{ settled: (items: Item | readonly Item[], words: string) => void, back: (item: { id: string }) => unknown, verbs: import("../core.js").Signal<Verbs> }} Desk */

/** What was typed and not sent, by item, so that looking elsewhere loses nothing. */
export const drafts = /** @type {Map<string, string>} */ (new Map());

const WEEK = 7 * 86_400_000;

/**
 * Puts something away until a moment, or has it back at once.
 * @param {{ id: string }} item
 * @param {number | null} until
 */
export const putAway = (item, until) => api.put(`${base()}/inbox/${encodeURIComponent(item.id)}/snooze`, { until });

/**
 * @param {{ id: string }} item
 * @param {Desk} desk
 */
export async function takeBack(item, desk) {
  try { await putAway(item, null); } catch (error) { fail(error, "Bring back"); }
  await desk.back(item);
}

/**
 * Asks until when.
 * @param {(until: number) => unknown} then
 */
export function chooseMoment(then) {
  const tomorrow = new Date();
  tomorrow.setDate(tomorrow.getDate() + 1);
  tomorrow.setHours(9, 0, 0, 0);
  const monday = new Date(tomorrow);
  monday.setDate(monday.getDate() + ((8 - monday.getDay()) % 7 || 7) * (monday.getDay() === 1 ? 0 : 1));
  const choices = [["In an hour", Date.now() + 3_600_000], ["In four hours", Date.now() + 4 * 3_600_000], ["Tomorrow morning", tomorrow.getTime()], ["Monday morning", monday.getTime()]];
  dialog("Snooze until", (close) => html`<div class="body"><ul class="snooze-choices">${choices.map(([label, until], place) => html`<li><button type="button" ?autofocus=${place === 0} onclick=${() => {
    close();
    void then(Number(until));
  }}><span>${label}</span><span class="muted">${date(Number(until))}, ${time(Number(until))}</span></button></li>`)}</ul>
    <p class="muted small">What waits for it goes on waiting.</p></div>`, { class: "narrow", testid: "snooze-dialog" });
}

/**
 * @param {Item} item
 * @param {Desk} desk
 */
export const snooze = (item, desk) => chooseMoment(async (until) => {
  try {
    await putAway(item, until);
    toast("Snoozed.", { action: { label: "Undo", run: () => void takeBack(item, desk) } });
    desk.settled(item, `Snoozed until ${date(until)}, ${time(until)}.`);
  } catch (error) { fail(error, "Snooze"); }
});

/**
 * Whether something is over without a decision.
 * @param {Item} item
 */
export const canBeDone = (item) => !["question", "review", "blocked_ticket"].includes(item.kind);

/**
 * Puts something away that needs no decision: messages are read, work that failed is away for good, a budget for a week.
 * @param {Item} item
 */
export async function setAside(item) {
  if (item.kind === "unread_thread") await api.put(`${base()}/threads/${encodeURIComponent(item.id)}/read`, {});
  else if (item.kind === "failed_work") await api.put(`${base()}/inbox/${encodeURIComponent(item.id)}/done`, {});
  else await putAway(item, Date.now() + WEEK);
  readSomething();
}

/**
 * @param {Item} item
 * @param {Desk} desk
 */
export async function done(item, desk) {
  if (!canBeDone(item)) return announce("This needs a decision. It can be snoozed.");
  try {
    await setAside(item);
    if (item.kind !== "unread_thread") toast("Put away.", { action: { label: "Undo", run: () => void takeBack(item, desk) } });
    desk.settled(item, item.kind === "unread_thread" ? "Read." : "Put away.");
  } catch (error) { fail(error, "Done"); }
}
