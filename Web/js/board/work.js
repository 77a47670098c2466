// @ts-check
// Which tickets somebody works on at this moment, since when, and at what cost.
import { computed } from "../core.js";
import { base, floor, people } from "../company.js";
import { query } from "../queries.js";

/** @typedef {{ person: string, name: string, since: number, cost: string | null, run: string }} Work */

/** @returns {() => Map<string, Work>} by ticket */
export function liveWork() {
  // A floor that says nothing of runs leaves the list of runs to be asked.
  const isTold = computed(() => people().some((one) => one.run) || !people().some((one) => /work|think|stream|run/.test(one.status)));
  /** @type {import("../queries.js").Asked<"GET /api/companies/{company}/runs">} */
  const runs = query(() => (floor() && !isTold() ? `${base()}/runs?limit=50` : null), { on: /^(?:run|work)\./ });
  return computed(() => {
    /** @type {Map<string, Work>} */
    const found = new Map();
    for (const one of people()) {
      if (one.run && one.ticket) found.set(one.ticket.id, { person: one.id, name: one.name, since: one.run.started_at, cost: one.run.cost ?? null, run: one.run.id });
    }
    for (const run of runs.data()?.items ?? []) {
      if (run.status !== "running" || !run.ticket_id || found.has(run.ticket_id)) continue;
      found.set(run.ticket_id, { person: run.employee_id, name: people().find((one) => one.id === run.employee_id)?.name ?? "Somebody", since: run.started_at, cost: run.cost_usd, run: run.id });
    }
    return found;
  });
}

/** Those who can be given work, in the order of their names. */
export const colleagues = computed(() => people()
  .filter((one) => one.level !== "system" && !/fired|archived/.test(one.status))
  .sort((a, b) => a.name.localeCompare(b.name)));
