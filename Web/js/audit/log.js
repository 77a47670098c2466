// @ts-check
// The part of the log that is read: page by page from the newest back, of one kind and one actor, with what happens meanwhile.
import { onCleanup, signal, untrack } from "../core.js";
import { api } from "../api.js";
import { base } from "../company.js";
import { fail } from "../ui.js";
import { onEvent, onReset } from "../live.js";

/**
 * @typedef {import("../../types/api").Event} Event
 * @typedef {{ type: string, actor: string }} Wanted A kind is the first word of types, or a whole type; both may be empty
 */

const PAGE = 200;
const KEPT = 20_000;

/**
 * What the server is asked for, as the end of an address.
 * @param {Wanted} wanted
 */
export const asked = ({ type, actor }) => {
  const words = new URLSearchParams();
  if (type) words.set("type", type.includes(".") ? type : `${type}.`);
  if (actor) words.set("actor", actor);
  return words.toString();
};

/**
 * @param {Wanted} wanted
 * @param {Event} event
 */
export const isWanted = ({ type, actor }, event) => (!type || event.event_type === type || event.event_type.startsWith(`${type}.`)) && (!actor || event.actor_id === actor);

export function log() {
  const events = signal(/** @type {Event[]} */ ([]));
  const isDone = signal(false);
  const isLive = signal(true);
  const hasFailed = signal(false);
  const waiting = signal(/** @type {Event[]} */ ([]));
  /** @type {Wanted} */
  let wanted = { type: "", actor: "" };
  let [isAsking, round] = [false, 0];

  /** The page of events before those that are here. */
  async function more() {
    if (isAsking || untrack(isDone) || events.peek().length >= KEPT) return;
    isAsking = true;
    const mine = round;
    try {
      const oldest = events.peek()[events.peek().length - 1]?.seq;
      const { items } = await api.get(`${base()}/events?newest=true&limit=${PAGE}${oldest === undefined ? "" : `&before=${oldest}`}&${asked(wanted)}`);
      if (mine !== round) return;
      hasFailed.set(false);
      events.update((list) => { const known = new Set(list.map((event) => event.seq)); return [...list, ...items.filter((/** @type {Event} */ event) => !known.has(event.seq))].slice(0, KEPT); });
      if (items.length < PAGE) isDone.set(true);
    } catch (error) {
      if (mine !== round) return;
      fail(error, "The log");
      hasFailed.set(true);
    } finally { if (mine === round) isAsking = false; }
  }

  /** @param {Wanted} next */
  function want(next) {
    wanted = next;
    round++;
    isAsking = false;
    events.set([]);
    waiting.set([]);
    isDone.set(false);
    void more();
  }

  onCleanup(onEvent((event) => {
    if (event.data.seq === undefined || event.data.seq <= (events.peek()[0]?.seq ?? 0) || !isWanted(wanted, event.data)) return;
    if (isLive.peek()) events.update((list) => [event.data, ...list].slice(0, KEPT));
    else waiting.update((list) => [event.data, ...list]);
  }));

  // More has happened than the stream can tell: what is here has a gap.
  onCleanup(onReset(() => want(wanted)));

  /** New events stand at once, or wait until they are wanted. */
  function hold() {
    isLive.update((is) => !is);
    if (!isLive.peek()) return;
    events.update((list) => [...waiting.peek(), ...list].slice(0, KEPT));
    waiting.set([]);
  }

  return { events, isDone, isLive, hasFailed, waiting, more, want, hold };
}
