// @ts-check
// What can be done from the palette: by the frame always, by a page while it is open.
import { signal } from "./core.js";

/** @typedef {{ id: string, label: string, hint?: string, key?: string, group: string, run: () => void, words?: string }} Entry */

export const actions = signal(/** @type {Entry[]} */ ([]));
/**
 * Adds actions; a page adds its own while it is open.
 * @param {Entry[]} entries
 * @returns {() => void}
 */
export function addActions(entries) {
  actions.update((list) => [...list, ...entries]);
  return () => actions.update((list) => list.filter((one) => !entries.includes(one)));
}

/**
 * Opens the palette, which is loaded when it is first asked for.
 * @param {string} [start]
 */
export const openPalette = async (start) => (await import("./palette.js")).openPalette(start);
