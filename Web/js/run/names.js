// @ts-check
// Names for the ids that runs, files and finds carry.
import { computed } from "../core.js";
import { at, base, company } from "../company.js";
import { query } from "../queries.js";
import { plain } from "../format.js";

/** Who works here or did, by id. */
export function staff() {
  /** @type {import("../queries.js").Asked<"GET /api/companies/{company}/employees">} */
  const asked = query(() => (company() ? `${base()}/employees?departed=true` : null), { on: /^employee\.(?:hired|fired|updated|promoted)/ });
  const byID = computed(() => new Map(/** @type {any[]} */ (asked.data()?.items ?? []).map((one) => [one.id, one])));
  return {
    all: computed(() => [...byID().values()].filter((one) => !one.is_system)),
    get: (/** @type {string} */ id) => byID().get(id) ?? null,
    name: (/** @type {string | null | undefined} */ id) => { const one = byID().get(id ?? ""); return one ? plain(one.name) : id ? "You" : ""; },
  };
}

/** The company's latest tickets, by id. */
export function tickets() {
  /** @type {import("../queries.js").Asked<"GET /api/companies/{company}/tickets">} */
  const asked = query(() => (company() ? `${base()}/tickets?limit=500` : null), { on: /^ticket\.(?:created|updated)/ });
  const byID = computed(() => new Map(/** @type {any[]} */ (asked.data()?.items ?? []).map((one) => [one.id, one])));
  return { all: computed(() => [...byID().values()]), get: (/** @type {string | null | undefined} */ id) => byID().get(id ?? "") ?? null };
}

/**
 * `AUR-12` where the company has letters for it, else `#12`.
 * @param {any} ticket
 */
export const keyOf = (ticket) => ticket?.key ?? (ticket?.number == null ? "" : company()?.ticket_prefix ? `${company()?.ticket_prefix}-${ticket.number}` : `#${ticket.number}`);
/** @param {any} ticket */
export const ticketAddress = (ticket) => at(`t/${encodeURIComponent(ticket.key ?? (company()?.ticket_prefix ? keyOf(ticket) : ticket.number ?? ticket.id))}`);
