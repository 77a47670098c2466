// @ts-check
// What the server knows, asked for once, kept, and asked for again when an event says that it has changed. No page polls.
import { effect, onCleanup, signal, untrack } from "./core.js";
import { api } from "./api.js";
import { onEvent, onRead, onReset } from "./live.js";

/**
 * @template T
 * @typedef {{ data: () => T | undefined, error: () => Error | null, isLoading: () => boolean, reload: () => Promise<void>, set: (value: T) => void }} Query
 */
/**
 * What a route answers with, as the server itself describes it.
 * @template {keyof import("../types/api").Answers} R
 * @typedef {import("../types/api").Answers[R]} Answer
 */
/**
 * A query of a route.
 * @template {keyof import("../types/api").Answers} R
 * @typedef {Query<Answer<R>>} Asked
 */

/** At least so long between two askings of the same address, in milliseconds. */
const PAUSE = 400;

/** @type {Map<string, any>} What was seen last at an address: shown at once when a page is opened again. */
const seen = new Map();
const SEEN_LIMIT = 60;

/**
 * Asks for an address, and again when it changes, when the stream was reset, and after each event that concerns it.
 * The last answer stays while the next is on its way.
 * @param {() => string | null} address null for nothing to ask
 * @param {{ on?: RegExp | ((event: import("./live.js").LogEvent) => boolean) }} [options] on: the events after which to ask again
 * @returns {Query<any>}
 */
export function query(address, options = {}) {
  const data = signal(/** @type {any} */ (undefined));
  const error = signal(/** @type {Error | null} */ (null));
  const isLoading = signal(true);
  /** @type {AbortController | null} */
  let running = null;
  let isAgain = false;
  let asked = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  let isOver = false;

  const ask = async () => {
    const wanted = untrack(address);
    if (wanted === null || isOver) return;
    if (running) { isAgain = true; return; }
    running = new AbortController();
    const mine = running;
    asked = Date.now();
    try {
      const answer = await api.get(wanted, { signal: mine.signal });
      if (isOver || mine.signal.aborted) return;
      remember(wanted, answer);
      data.set(answer);
      error.set(null);
    } catch (failure) {
      if (!mine.signal.aborted) error.set(/** @type {Error} */ (failure));
    } finally {
      if (running === mine) {
        running = null;
        isLoading.set(false);
        if (isAgain) { isAgain = false; soon(); }
      }
    }
  };
  const soon = () => {
    if (timer !== undefined || isOver) return;
    timer = setTimeout(() => { timer = undefined; void ask(); }, Math.max(0, asked + PAUSE - Date.now()));
  };

  effect(() => {
    const wanted = address();
    running?.abort();
    running = null;
    isAgain = false;
    untrack(() => {
      if (wanted === null) { data.set(undefined); isLoading.set(false); return; }
      if (seen.has(wanted)) data.set(seen.get(wanted));
      isLoading.set(true);
      void ask();
    });
  });
  const { on } = options;
  const stops = [onReset(soon)];
  // What tells of conversations tells how much of them is unread.
  if (on instanceof RegExp && on.test("thread.read")) stops.push(onRead(soon));
  if (on) stops.push(onEvent((event) => { if (on instanceof RegExp ? on.test(event.type) : on(event)) soon(); }));
  onCleanup(() => {
    isOver = true;
    running?.abort();
    clearTimeout(timer);
    for (const stop of stops) stop();
  });
  return { data, error, isLoading, reload: ask, set: (value) => data.set(value) };
}

/**
 * @param {string} address
 * @param {any} answer
 */
function remember(address, answer) {
  seen.delete(address);
  seen.set(address, answer);
  if (seen.size > SEEN_LIMIT) seen.delete(seen.keys().next().value);
}
