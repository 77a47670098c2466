// @ts-check
// The company's projects with the tickets that count to each.
import { computed, effect, signal, untrack } from "../core.js";
import { api, path } from "../api.js";
import { base } from "../company.js";
import { query } from "../queries.js";

/**
 * @typedef {import("../../types/api").Project & { tickets: string[] }} Project with the ids of its tickets
 */

/** So many projects are asked for their tickets. */
const ASKED = 40;

export function useProjects() {
  /** @type {import("../queries.js").Asked<"GET /api/companies/{company}/projects">} */
  const asked = query(() => `${base()}/projects`, { on: /^project\./ });
  const members = signal(/** @type {Record<string, string[]>} */ ({}));
  effect(() => {
    const items = /** @type {any[]} */ (asked.data()?.items ?? []);
    untrack(() => void Promise.all(items.slice(0, ASKED).map(async (one) => {
      try {
        const { tickets } = await api.get(`${base()}${path`/projects/${one.id}`}`);
        return /** @type {const} */ ([one.id, tickets.map((/** @type {any} */ ticket) => ticket.id)]);
      } catch { return /** @type {const} */ ([one.id, []]); }
    })).then((found) => members.set(Object.fromEntries(found))));
  });
  const projects = computed(() => /** @type {Project[]} */ ((asked.data()?.items ?? []).map((/** @type {any} */ one) => ({ ...one, tickets: members()[one.id] ?? [] }))));
  return { projects, asked };
}
