// @ts-check
// Answers that no single address gives: asked for when what they depend on changes. Only the newest asking counts.
import { computed, effect, onCleanup, signal, untrack } from "./core.js";
import { onReset } from "./live.js";

/** @type {Map<string, any>} What was answered last: shown at once when a page is opened again. */
const kept = new Map();
const KEPT = 24;

/**
 * What is there stays while the same is asked for again; once the key is another one it is gone.
 * @template T
 * @param {() => string | null} key all that the answer depends on, in one text; null while it is not wanted, which leaves what is there
 * @param {(key: string) => Promise<T>} ask
 * @param {{ again?: () => unknown }} [options] again: when what it reads has changed, the same is asked for again
 * @returns {import("./queries.js").Query<T>}
 */
export function latest(key, ask, options = {}) {
  const data = signal(/** @type {T | undefined} */ (undefined));
  const error = signal(/** @type {Error | null} */ (null));
  const isLoading = signal(true);
  const wanted = computed(key);
  /** @type {string | null} */
  let held = null;
  let turn = 0;

  const load = async () => {
    const asked = untrack(wanted);
    if (asked === null) return;
    const mine = ++turn;
    try {
      const found = await ask(asked);
      if (mine !== turn) return;
      remember(asked, found);
      data.set(found);
      error.set(null);
    } catch (failure) {
      if (mine === turn) error.set(/** @type {Error} */ (failure));
    } finally { if (mine === turn) isLoading.set(false); }
  };
  effect(() => {
    const next = wanted();
    options.again?.();
    if (next === null) return;
    untrack(() => {
      if (next !== held) {
        held = next;
        data.set(kept.get(next));
        error.set(null);
        isLoading.set(true);
      }
      void load();
    });
  });
  onCleanup(onReset(() => void load()));
  onCleanup(() => { turn++; });
  return { data, error, isLoading, reload: load, set: (value) => data.set(value) };
}

/**
 * What went wrong with the last asking, in a sentence; nothing if nothing did.
 * @param {Pick<import("./queries.js").Query<any>, "data" | "error">} asked
 */
export const trouble = ({ data, error }) => (error() ? `${data() === undefined ? "This could not be asked" : "What you see may be old"}: ${error()?.message ?? ""}` : "");

/**
 * @param {string} key
 * @param {any} answer
 */
function remember(key, answer) {
  kept.delete(key);
  kept.set(key, answer);
  if (kept.size > KEPT) kept.delete(kept.keys().next().value);
}
