// @ts-check
// How somebody is, in one word, and the order in which people are looked at.
import { computed, effect, signal, untrack } from "../core.js";
import { people } from "../company.js";

/** @typedef {import("../company.js").Person} Person */

/** Reasons of waiting that only somebody else can end. */
const BLOCKING = new Set(["dependency", "blocked", "part"]);
/** Reasons that somebody chose. */
const PAUSING = new Set(["employee_paused", "company_paused", "quiet_hours", "budget", "archived"]);

/**
 * The state that is shown, which says more than what the server calls status.
 * @param {Person} one
 */
export function stateOf(one) {
  if (one.run) return one.status === "thinking" || one.status === "meeting" ? one.status : "streaming";
  const reason = one.waiting?.reason;
  if (reason === "question") return "needs_approval";
  if (one.status === "blocked") return "blocked";
  if (reason) return BLOCKING.has(reason) ? "blocked" : PAUSING.has(reason) ? "paused" : reason === "working" ? "thinking" : "waiting";
  return one.status === "error" ? "blocked" : one.status;
}

/**
 * A state as a word, the same wherever somebody is shown.
 * @param {string} state
 */
export const stateWord = (state) => (state === "needs_approval" ? "asks you" : String(state).replaceAll("_", " "));
/** @param {Person} one */
export const wordOf = (one) => stateWord(stateOf(one));

/** @param {Person} one */
export const isWorking = (one) => Boolean(one.run) || one.status === "thinking" || one.status === "streaming";

const ORDER = ["needs_approval", "blocked", "streaming", "thinking", "meeting", "waiting", "paused", "idle", "offline"];
/** @param {Person} one */
const rank = (one) => { const place = ORDER.indexOf(stateOf(one)); return place < 0 ? ORDER.length : place; };

/**
 * People in their order. Whoever changes state moves, nobody else does, and nobody moves while `isHeld`: what is under the
 * pointer or has the focus stays there.
 * @param {() => boolean} isHeld
 * @param {() => void} [beforeMove]
 */
export function ordered(isHeld, beforeMove) {
  const order = signal(/** @type {string[]} */ ([]));
  effect(() => {
    const list = people();
    const held = isHeld();
    untrack(() => {
      const byID = new Map(list.map((one) => [one.id, one]));
      const known = order.peek().filter((id) => byID.has(id));
      const seen = new Set(known);
      let next = [...known, ...list.filter((one) => !seen.has(one.id)).map((one) => one.id)];
      if (!held) {
        const ranks = new Map(next.map((id) => [id, rank(/** @type {Person} */ (byID.get(id)))]));
        next = next.map((id, place) => ({ id, place, rank: ranks.get(id) ?? 0 })).sort((a, b) => a.rank - b.rank || a.place - b.place).map((one) => one.id);
      }
      if (next.join() === order.peek().join()) return;
      if (known.length > 0) beforeMove?.();
      order.set(next);
    });
  });
  return computed(() => {
    const byID = new Map(people().map((one) => [one.id, one]));
    return /** @type {Person[]} */ (order().map((id) => byID.get(id)).filter(Boolean));
  });
}

/**
 * Lets cards slide to their new places.
 * @param {() => Element | null} home what holds them
 */
export function slide(home) {
  const isStill = matchMedia("(prefers-reduced-motion: reduce)").matches;
  return () => {
    const box = home();
    if (!box || isStill || document.hidden) return;
    const before = new Map([...box.children].map((card) => [card, card.getBoundingClientRect()]));
    requestAnimationFrame(() => {
      for (const [card, was] of before) {
        if (!card.isConnected) continue;
        const is = card.getBoundingClientRect();
        const [x, y] = [was.left - is.left, was.top - is.top];
        if (x || y) card.animate([{ transform: `translate(${x}px, ${y}px)` }, { transform: "none" }], { duration: 160, easing: "ease-out" });
      }
    });
  };
}

/** How many are in which state, in words. */
export function summary() {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const one of people()) {
    const state = wordOf(one);
    const word = state === "streaming" || state === "thinking" ? "working" : state === "meeting" ? "in a meeting" : state;
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return ["asks you", "blocked", "working", "in a meeting", "waiting", "paused", "idle", "offline"].filter((word) => counts.has(word)).map((word) => `${counts.get(word)} ${word === "asks you" && counts.get(word) !== 1 ? "ask you" : word}`).join(" · ");
}
