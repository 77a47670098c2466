// @ts-check
// What a search finds, in groups, with the page of each.

/** @typedef {{ id: string, group: string, title: string, snippet: string, about: string, at: number | null, href: string }} Found */

/** The groups, in the order in which they are shown. */
export const GROUPS = [
  { id: "person", label: "People" }, { id: "ticket", label: "Tickets" }, { id: "message", label: "Messages" }, { id: "vault_file", label: "Files" },
  { id: "goal", label: "Goals" }, { id: "project", label: "Projects" }, { id: "meeting_minutes", label: "Meetings" },
];

/**
 * @param {import("../../types/api").Hit} hit
 * @param {{ slug: string, ticket_prefix?: string | null }} company
 * @returns {Found}
 */
export function foundOf(hit, company) {
  const place = hit.place ?? {};
  const own = (/** @type {string} */ page) => `/c/${encodeURIComponent(company.slug)}/${page}`;
  const id = encodeURIComponent(hit.source_id);
  const number = place.ticket_number ?? null;
  const key = number == null ? "" : company.ticket_prefix ? `${company.ticket_prefix}-${number}` : `#${number}`;
  /** @type {Record<string, string>} */
  const pages = {
    ticket: own(`t/${encodeURIComponent(number == null ? hit.source_id ?? "" : company.ticket_prefix ? key : String(number))}`),
    message: own(`chat/${encodeURIComponent(place.thread_id ?? "")}?message=${id}`),
    vault_file: own(`files/${id}`), goal: own(`goals/${id}`), project: own(`projects/${id}`), meeting_minutes: own(`meetings/${id}`),
  };
  return {
    id: `${hit.source_type} ${hit.source_id}`, group: hit.source_type, title: `${hit.source_type === "ticket" && key ? `${key} ` : ""}${place.title || hit.source_type}`, snippet: hit.snippet ?? "",
    about: [place.author, hit.reason === "meaning" ? "by its meaning" : ""].filter(Boolean).join(", "), at: place.created_at ?? null, href: pages[hit.source_type] ?? own("floor"),
  };
}

/**
 * @param {any} person
 * @param {{ slug: string }} company
 * @returns {Found}
 */
export const foundPerson = (person, company) => ({
  id: `person ${person.id}`, group: "person", title: person.name, snippet: "", about: `${person.title}, ${person.level}${person.dismissed_at ? ", fired" : ""}`, at: null, href: `/c/${encodeURIComponent(company.slug)}/people/${encodeURIComponent(person.id)}`,
});
