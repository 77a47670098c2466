// @ts-check
// What is drawn and asked for only as far as somebody sees it.
import { effect, onCleanup, signal, untrack } from "./core.js";
import { onEvent } from "./live.js";

/** @typedef {{ isInSight: () => boolean, isDue: () => boolean, ref: (element: Element) => void }} Sight */

/** At least so long between two askings for the same, in milliseconds. */
const PAUSE = 5000;
/** Events seldom come alone. */
const SOON = 400;
/** How far beyond the edge what comes into sight soon counts as in sight. */
const MARGIN = "200px";
/** At the latest after so long what is out of sight is drawn too, also where the browser is never idle. */
const LATEST = 2000;

/**
 * Whether an element is in sight, and whether it is due to be drawn: as soon as it is in sight, else when the browser has nothing else to do.
 * @returns {Sight}
 */
export function sight() {
  const isInSight = signal(false);
  const isDue = signal(false);
  return { isInSight, isDue, ref: (element) => {
    const watcher = new IntersectionObserver((entries) => {
      // Of several the last is how it stands now.
      isInSight.set(Boolean(entries.at(-1)?.isIntersecting));
      if (isInSight.peek()) isDue.set(true);
    }, /** @type {any} */ ({ rootMargin: MARGIN, scrollMargin: MARGIN }));
    watcher.observe(element);
    const leave = idle(() => isDue.set(true));
    onCleanup(() => { watcher.disconnect(); leave(); });
  } };
}

/**
 * True once the browser has nothing else to do: the time for what a page's first look can do without.
 * @returns {() => boolean}
 */
export function later() {
  const isTime = signal(false);
  onCleanup(idle(() => isTime.set(true)));
  return isTime;
}

/**
 * @param {() => void} action
 * @returns {() => void} takes it back
 */
function idle(action) {
  if (typeof requestIdleCallback !== "function") { const timer = setTimeout(action, SOON); return () => clearTimeout(timer); }
  const number = requestIdleCallback(action, { timeout: LATEST });
  return () => cancelIdleCallback(number);
}

/**
 * Asks for something again after events, but not each time: while they go on at most every few seconds, and only while somebody sees it.
 * @param {Pick<import("./queries.js").Query<any>, "reload">} asked
 * @param {RegExp | ((event: import("./live.js").LogEvent) => boolean)} on the events after which to ask
 * @param {{ isInSight?: () => boolean, pause?: number }} [options]
 */
export function calmly(asked, on, options = {}) {
  const { isInSight = () => true, pause = PAUSE } = options;
  const isStale = signal(false);
  let last = Date.now();
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  onCleanup(onEvent((event) => { if (on instanceof RegExp ? on.test(event.type) : on(event)) isStale.set(true); }));
  onCleanup(() => clearTimeout(timer));
  effect(() => {
    if (!isStale() || !isInSight() || timer !== undefined) return;
    timer = setTimeout(() => {
      timer = undefined;
      last = Date.now();
      untrack(() => isStale.set(false));
      void asked.reload();
    }, Math.max(SOON, last + pause - Date.now()));
  });
}
