// @ts-check
// How far something is, counted from its tickets, and when it may be done at the pace of the last two weeks.
import { html, when } from "../template.js";
import { date, plural } from "../format.js";

/** @typedef {import("../board/tickets.js").Ticket} Ticket */

const DAY = 86_400_000;
const WINDOW = 14;

/**
 * @typedef {{ done: number, total: number, blocked: number, working: number }} RollUp
 * @typedef {{ from: number, to: number } | { why: string } | null} Forecast
 */

/**
 * @param {readonly Ticket[]} tickets
 * @returns {RollUp}
 */
export function rollUp(tickets) {
  const made = { done: 0, total: tickets.length, blocked: 0, working: 0 };
  for (const { status } of tickets) {
    if (status === "done") made.done++;
    else if (status === "blocked") made.blocked++;
    else if (status === "in-progress") made.working++;
  }
  return made;
}

/**
 * When the rest may be done: as fast as the better and as slow as the worse half of the last fourteen days.
 * @param {readonly Ticket[]} tickets
 * @param {number} now
 * @returns {Forecast} null when nothing is left
 */
export function forecast(tickets, now) {
  const left = tickets.filter((one) => one.status !== "done").length;
  if (left === 0) return null;
  const begun = Math.min(...tickets.map((one) => one.created_at));
  const days = Math.min(WINDOW, Math.max(1, (now - begun) / DAY));
  const closed = (/** @type {number} */ from, /** @type {number} */ to) => tickets.filter((one) => one.closed_at != null && one.closed_at > now - to * DAY && one.closed_at <= now - from * DAY).length;
  const all = closed(0, days) / days;
  if (all === 0) return { why: `nothing of it was closed in the last ${plural(Math.round(days), "day")}` };
  const half = days / 2;
  const rates = [closed(0, half) / half, closed(half, days) / half, all].filter((rate) => rate > 0);
  // Few closed tickets say little, so the range is never narrower than a third.
  const fast = Math.max(...rates, all * 1.25);
  const slow = Math.min(...rates, all * 0.75);
  return { from: now + (left / fast) * DAY, to: now + (left / slow) * DAY };
}

/**
 * @param {Forecast} made
 * @param {number | null | undefined} target
 * @param {number} now
 * @returns {{ word: string, kind: "late" | "soon" | "fine" } | null}
 */
export function risk(made, target, now) {
  if (target == null || made === null) return null;
  if (target < now) return { word: "late", kind: "late" };
  if ("why" in made) return { word: "at risk", kind: "soon" };
  if (made.from > target) return { word: "will be late", kind: "late" };
  return made.to > target ? { word: "at risk", kind: "soon" } : { word: "on track", kind: "fine" };
}

/** @param {() => RollUp} made */
export const rollBar = (made) => html`<span class="roll-up"><span class="roll-bar" role="img" aria-label=${() => `${made().done} of ${made().total} done`} --part=${() => String(made().total ? made().done / made().total : 0)}><i></i></span>
  <span class="mono small">${() => `${made().done}/${made().total}`}</span></span>`;

/**
 * The range in words.
 * @param {Forecast} made
 */
export function forecastWords(made) {
  if (made === null) return "";
  if ("why" in made) return `No forecast: ${made.why}.`;
  const [from, to] = [date(made.from), date(made.to)];
  return from === to ? `Done about ${from} at the present pace.` : `Done between ${from} and ${to} at the pace of the last two weeks.`;
}

/**
 * @param {() => readonly Ticket[]} tickets
 * @param {() => number | null | undefined} target
 * @param {() => number} now
 */
export const riskMark = (tickets, target, now) => when(() => risk(forecast(tickets(), now()), target(), now()), () => html`<span class=${() => `risk ${risk(forecast(tickets(), now()), target(), now())?.kind ?? ""}`}>${() => risk(forecast(tickets(), now()), target(), now())?.word ?? ""}</span>`);
