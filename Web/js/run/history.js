// @ts-check
// Runs, newest first, as far back as somebody looks.
import { computed, effect, signal, untrack } from "../core.js";
import { api } from "../api.js";
import { base, company } from "../company.js";
import { query } from "../queries.js";
import { keepPushed } from "../pushed.js";

const PAGE = 100;

/**
 * The newest page is kept right by events; older ones are asked for when they are wanted.
 * @param {{ until?: (known: number) => number, filter?: () => Record<string, string> }} [options] until: looks back by itself as far as this moment, of which it is told how many are known;
 *   filter: what the server is asked to leave out, which an older server does not do
 */
export function history(options = {}) {
  const asked = computed(() => `${base()}/runs?${new URLSearchParams({ limit: String(PAGE), ...options.filter?.() })}`);
  /** @type {import("../queries.js").Asked<"GET /api/companies/{company}/runs">} */
  const first = query(() => (company() ? asked() : null), { on: /^(?:run|work)\./ });
  const older = signal(/** @type {import("../../types/api").Run[]} */ ([]));
  const next = signal(/** @type {string | null | undefined} */ (undefined));
  const isLooking = signal(false);
  /** The last page could not be read; nothing asks again by itself until the newest one has changed. */
  const hasFailed = signal(false);
  effect(() => { asked(); untrack(() => { older.set([]); next.set(undefined); }); });
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
      const answer = await api.get(`${mine}&after=${encodeURIComponent(from)}`);
      if (mine !== untrack(asked)) return;
      older.update((list) => [...list, ...answer.items]);
      next.set(answer.next ?? null);
      hasFailed.set(false);
    } catch (error) {
      hasFailed.set(true);
      throw error;
    } finally { isLooking.set(false); }
  }
  if (options.until) {
    const { until } = options;
    effect(() => {
      const last = all()[all().length - 1];
      if (last && hasMore() && !isLooking() && !hasFailed() && last.started_at > until(all().length)) untrack(() => void more().catch(() => {}));
    });
  }
  return { first, all, hasMore, isLooking, hasFailed, more };
}
