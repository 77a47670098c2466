// @ts-check
// Lists whose newest page is kept right by events, with older pages behind it: what new rows push out of the newest page stays.
import { effect, untrack } from "./core.js";

/**
 * The older rows when the newest page has changed, or null where the two have a gap between them and must be read again.
 * @template T
 * @param {readonly T[]} before the newest page as it was
 * @param {readonly T[]} now
 * @param {readonly T[]} older
 * @param {(row: T) => unknown} id
 * @returns {T[] | null}
 */
export function pushed(before, now, older, id) {
  const there = new Set(now.map(id));
  if (before.length > 0 && !before.some((row) => there.has(id(row)))) return null;
  const known = new Set(older.map(id));
  return [...before.filter((row) => !known.has(id(row))), ...older];
}

/**
 * Keeps what is pushed out of the newest page, where older pages have been read.
 * @template T
 * @param {() => readonly T[] | undefined} newest
 * @param {{ peek: () => readonly T[], set: (rows: T[]) => void }} older
 * @param {{ peek: () => unknown, set: (value: undefined) => void }} next where the page behind them begins; undefined while there is none
 * @param {(row: T) => unknown} id
 */
export function keepPushed(newest, older, next, id) {
  /** @type {readonly T[]} */
  let before = [];
  effect(() => {
    const now = newest() ?? [];
    untrack(() => {
      if (next.peek() !== undefined) {
        const kept = pushed(before, now, older.peek(), id);
        older.set(kept ?? []);
        if (!kept) next.set(undefined);
      }
      before = now;
    });
  });
}
