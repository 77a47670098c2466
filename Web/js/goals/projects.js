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
  const areMembersKnown = signal(false);
  const members = signal(/** @type {Record<string, string[]>} */ ({}));
  let turn = 0;
  effect(() => {
    const mine = ++turn;
    const items = asked.data()?.items;
    if (items) untrack(() => void Promise.all(items.slice(0, ASKED).map(async (one) => {
      try {
        /** @type {import("../queries.js").Answer<"GET /api/companies/{company}/projects/{project}">} */
        const { tickets } = await api.get(`${base()}${path`/projects/${one.id}`}`);
        return /** @type {const} */ ([one.id, tickets.map((ticket) => ticket.id)]);
      } catch { return /** @type {const} */ ([one.id, []]); }
    })).then((found) => { if (mine !== turn) return; members.set(Object.fromEntries(found)); areMembersKnown.set(true); }));
  });
  const projects = computed(() => /** @type {Project[]} */ ((asked.data()?.items ?? []).map((one) => ({ ...one, tickets: members()[one.id] ?? [] }))));
  const isKnown = () => asked.error() !== null || areMembersKnown();
  return { projects, asked, isKnown };
}
