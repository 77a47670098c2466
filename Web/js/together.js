// @ts-check
// Things that are asked for one by one and drawn together: what comes between other things later would move what is being read.
import { computed, effect, onCleanup, signal } from "./core.js";

/** So long is waited for all of them, in milliseconds; after that what is there is drawn, and the rest where it belongs. */
const PATIENCE = 2000;

/**
 * Whether a query has been answered in one way or the other.
 * @param {{ data: () => unknown, error: () => unknown }} query
 */
export const isAnswered = (query) => query.data() !== undefined || query.error() !== null;

/**
 * Becomes true when all is known, or when that took too long after what it is all about was there; and stays so.
 * @param {() => boolean} isKnown
 * @param {{ from?: () => boolean, patience?: number }} [options] from: whether there is anything to draw yet
 * @returns {() => boolean}
 */
export function together(isKnown, options = {}) {
  const { from = () => true, patience = PATIENCE } = options;
  const isReady = signal(false);
  const isBegun = computed(from);
  effect(() => {
    if (isReady.peek() || !isBegun()) return;
    const timer = setTimeout(() => isReady.set(true), patience);
    onCleanup(() => clearTimeout(timer));
  });
  effect(() => { if (isBegun() && isKnown()) isReady.set(true); });
  return isReady;
}
