// @ts-check
// Runs, newest first, as far back as somebody looks.
import { computed, effect, onCleanup, signal, untrack } from "../core.js";
import { api } from "../api.js";
import { base, company } from "../company.js";
import { query } from "../queries.js";
import { calmly } from "../calm.js";
import { keepPushed } from "../pushed.js";

const PAGE = 100;
/** Whoever counts runs wants many of them, and few askings. */
const LARGE = 500;
/** While many work at once each event would have all rows asked for again. */
const PAUSE = 1500;

/** @typedef {{ older: import("../../types/api").Run[], next: string | null | undefined }} Known */
/** @type {Map<string, Known>} How far back somebody looked, by what was asked: there again at the next visit. */
const looked = new Map();
const KEPT = 3;

/**
 * The newest page is kept right by events; older ones are asked for when they are wanted.
 * @param {{ until?: (known: number) => number, filter?: () => Record<string, string>, pause?: number }} [options] until: looks back by itself as far as this moment, of which it is told how many are known;
 *   filter: what the server is asked to leave out, which an older server does not do; pause: at most so often the newest page is asked for again, in milliseconds
 */
export function history(options = {}) {
  const asked = computed(() => `${base()}/runs?${new URLSearchParams({ limit: String(PAGE), ...options.filter?.() })}`);
  /** @type {import("../queries.js").Asked<"GET /api/companies/{company}/runs">} */
  const first = query(() => (company() ? asked() : null));
  calmly(first, /^(?:run|work)\./, { pause: options.pause ?? PAUSE });
  const older = signal(/** @type {import("../../types/api").Run[]} */ ([]));
  const next = signal(/** @type {string | null | undefined} */ (undefined));
  const isLooking = signal(false);
  /** The last page could not be read; nothing asks again by itself until the newest one has changed. */
  const hasFailed = signal(false);
  let isFirst = true;
  effect(() => {
    const mine = asked();
    untrack(() => {
      // Only at a visit's beginning the newest page is of the same asking; without it nobody can tell whether the two are next to one another.
      const known = isFirst && first.data() ? looked.get(mine) : undefined;
      isFirst = false;
      older.set(known?.older ?? []);
      next.set(known?.next);
    });
    onCleanup(() => remember(mine, { older: older.peek(), next: next.peek() }));
  });
  keepPushed(() => first.data()?.items, older, next, (run) => run.id);
  effect(() => { first.data(); untrack(() => hasFailed.set(false)); });
  const all = computed(() => {
    const newest = first.data()?.items ?? [];
    const known = new Set(newest.map((run) => run.id));
    return [...newest, ...older().filter((run) => !known.has(run.id))];
  });
  const hasMore = computed(() => (next() === undefined ? Boolean(first.data()?.next) : Boolean(next())));
  /** @returns {Promise<void>} */
  async function more() {
    const from = next.peek() === undefined ? untrack(first.data)?.next : next.peek();
    if (!from || isLooking.peek()) return;
    const mine = untrack(asked);
    isLooking.set(true);
    try {
      const answer = await api.get(`${options.until ? mine.replace(`limit=${PAGE}`, `limit=${LARGE}`) : mine}&after=${encodeURIComponent(from)}`);
      if (mine !== untrack(asked)) return;
      older.update((list) => [...list, ...answer.items]);
      next.set(answer.next ?? null);
      hasFailed.set(false);
    } catch (error) {
      hasFailed.set(true);
      throw error;
    } finally { isLooking.set(false); }
  }
  /** Whether it looks back by itself and is not yet where it wants to be. */
  const isReading = computed(() => {
    const last = all()[all().length - 1];
    return Boolean(options.until && last && hasMore() && !hasFailed() && last.started_at > options.until(all().length));
  });
  if (options.until) {
    effect(() => {
      if (isReading() && !isLooking()) untrack(() => void more().catch(() => {}));
    });
  }
  return { first, all, hasMore, isLooking, isReading, hasFailed, more };
}

/**
 * @param {string} asked
 * @param {Known} known
 */
function remember(asked, known) {
  looked.delete(asked);
  // What went on then may have ended since, and nobody asks for older pages again.
  if (known.next === undefined || known.older.some((run) => run.status === "running")) return;
  looked.set(asked, known);
  if (looked.size > KEPT) looked.delete(looked.keys().next().value ?? "");
}
