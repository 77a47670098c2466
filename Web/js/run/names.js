// @ts-check
// Names for the ids that runs, files and finds carry.
import { computed } from "../core.js";
import { at, base, company } from "../company.js";
import { query } from "../queries.js";
import { plain } from "../format.js";
import { isAnswered } from "../together.js";

/** @typedef {import("../queries.js").Answer<"GET /api/companies/{company}/tickets">["items"][number]} Ticket */

/** Who works here or did, by id. */
export function staff() {
  /** @type {import("../queries.js").Asked<"GET /api/companies/{company}/employees">} */
  const asked = query(() => (company() ? `${base()}/employees?departed=true` : null), { on: /^employee\.(?:hired|fired|updated|promoted)/ });
  const byID = computed(() => new Map((asked.data()?.items ?? []).map((one) => [one.id, one])));
  return {
    isKnown: () => isAnswered(asked),
    all: computed(() => [...byID().values()].filter((one) => !one.is_system)),
    get: (/** @type {string} */ id) => byID().get(id) ?? null,
    name: (/** @type {string | null | undefined} */ id) => { const one = byID().get(id ?? ""); return one ? plain(one.name) : id ? "You" : ""; },
  };
}

/** The company's latest tickets, by id. */
export function tickets() {
  /** @type {import("../queries.js").Asked<"GET /api/companies/{company}/tickets">} */
  const asked = query(() => (company() ? `${base()}/tickets?limit=500` : null), { on: /^ticket\.(?:created|updated)/ });
  const byID = computed(() => new Map((asked.data()?.items ?? []).map((one) => [one.id, one])));
  return { isKnown: () => isAnswered(asked), all: computed(() => [...byID().values()]), get: (/** @type {string | null | undefined} */ id) => byID().get(id ?? "") ?? null };
}

/**
 * What a conversation is called besides its kind; of one between somebody and you, everything is said already.
 * @param {any} thread
 * @returns {string}
 */
export const nameOf = (thread) => (thread.kind === "dm" && (thread.members ?? []).filter((/** @type {any} */ one) => one.member_kind === "employee").length < 2 ? "" : thread.name ?? thread.subject ?? "");

/** The company's latest conversations, by id. */
export function threads() {
  const asked = query(() => (company() ? `${base()}/threads?limit=200` : null), { on: /^thread\.(?:created|updated)/ });
  const byID = computed(() => new Map(/** @type {any[]} */ (asked.data()?.items ?? []).map((one) => [one.id, one])));
  /** @type {Record<string, string>} */
  const kinds = { dm: "Direct messages", group: "Group", meeting: "Meeting", broadcast: "Announcements", ticket: "Ticket" };
  return (/** @type {string | null | undefined} */ id) => { const one = byID().get(id ?? ""); return one ? `${kinds[one.kind] ?? "Conversation"}${nameOf(one) ? `: ${plain(nameOf(one))}` : ""}` : ""; };
}

/**
 * `AUR-12` where the company has letters for it, else `#12`.
 * @param {Pick<Ticket, "id"> & Partial<Ticket>} ticket
 */
export const keyOf = (ticket) => ticket?.key ?? (ticket?.number == null ? "" : company()?.ticket_prefix ? `${company()?.ticket_prefix}-${ticket.number}` : `#${ticket.number}`);
/** @param {Pick<Ticket, "id"> & Partial<Ticket>} ticket */
export const ticketAddress = (ticket) => at(`t/${encodeURIComponent(ticket.key ?? (company()?.ticket_prefix ? keyOf(ticket) : ticket.number ?? ticket.id))}`);
