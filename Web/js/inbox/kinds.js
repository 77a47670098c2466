// @ts-check
// The kinds of things that wait for a person, in words.
import { html, svg } from "../template.js";
import { plain, plural } from "../format.js";
import { ticketKey } from "../tickets.js";

/**
 * What the server lists.
 * @typedef {import("../queries.js").Answer<"GET /api/companies/{company}/inbox">["items"][number]} Listed
 * @typedef {import("../queries.js").Answer<"GET /api/companies/{company}/budgets">["items"][number]} Budget
 * @typedef {Omit<Listed, "action" | "age_seconds">} Item
 */

/** @type {Record<string, { word: string, tone: string, order: number }>} */
const KINDS = {
  approval: { word: "Approval", tone: "warn", order: 0 },
  question: { word: "Question", tone: "warn", order: 1 },
  review: { word: "Review", tone: "warn", order: 2 },
  budget: { word: "Budget", tone: "warn", order: 3 },
  failed_work: { word: "Failure", tone: "bad", order: 4 },
  failure: { word: "Failure", tone: "bad", order: 4 },
  blocked_ticket: { word: "Stuck", tone: "bad", order: 5 },
  stuck: { word: "Stuck", tone: "bad", order: 5 },
  action_items: { word: "To confirm", tone: "calm", order: 6 },
  unread_thread: { word: "Message", tone: "calm", order: 7 },
};

/** @param {Item} item */
export const kindOf = (item) => (item.kind === "question" && item.question_kind === "approval" ? KINDS.approval : KINDS[item.kind]) ?? { word: plain(item.kind).replaceAll("_", " "), tone: "calm", order: 8 };

/**
 * The kind's shape and word.
 * @param {() => Item} item
 */
export const kindMark = (item) => html`<span class=${() => `kind tone-${kindOf(item()).tone}`}>${() => shape(kindOf(item()).word)}<span>${() => kindOf(item()).word}</span></span>`;

/** @param {string} word */
function shape(word) {
  const picture = (/** @type {any} */ inner) => html`<svg class="glyph" viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">${inner}</svg>`;
  switch (word) {
    case "Approval": return picture(svg`<path d="M1.5 6.5 4.5 9.5 10.5 2.5" fill="none" stroke="currentColor" stroke-width="1.8"/>`);
    case "Question": return picture(svg`<g><circle cx="6" cy="6" r="5" fill="none" stroke="currentColor" stroke-width="1.4"/><circle cx="6" cy="6" r="1.6" fill="currentColor"/></g>`);
    case "Review": return picture(svg`<g><path d="M2 1.5h8v9H2z" fill="none" stroke="currentColor" stroke-width="1.4"/><path d="M4 4.5h4M4 7.5h4" stroke="currentColor" stroke-width="1.2"/></g>`);
    case "Budget": return picture(svg`<g><rect x="1" y="3" width="10" height="6" fill="none" stroke="currentColor" stroke-width="1.4"/><circle cx="6" cy="6" r="1.4" fill="currentColor"/></g>`);
    case "Failure": return picture(svg`<path d="M6 1 11 10.5H1z" fill="currentColor"/>`);
    case "Stuck": return picture(svg`<rect x="2" y="2" width="8" height="8" fill="currentColor"/>`);
    case "Message": return picture(svg`<path d="M1 2h10v6.5H5L2.5 11V8.5H1z" fill="none" stroke="currentColor" stroke-width="1.3"/>`);
    default: return picture(svg`<circle cx="6" cy="6" r="4.2" fill="none" stroke="currentColor" stroke-width="1.4"/>`);
  }
}

/**
 * What it is about, as a sentence.
 * @param {Item} item
 */
export function sentence(item) {
  const key = item.ticket_number != null ? ticketKey(item.ticket_number) : "";
  switch (item.kind) {
    case "blocked_ticket": case "review": return `${key} ${plain(item.title)}`.trim();
    case "unread_thread": return `${plain(item.title)}: ${plural(item.unread ?? 1, "new message")}`;
    case "failed_work": return plain(item.detail ?? item.title);
    default: return plain(item.title);
  }
}

/**
 * What stands still because of it.
 * @param {Item} item
 */
export function holds(item) {
  if (item.kind === "question" && item.ticket_number != null) return `holds ${ticketKey(item.ticket_number)}`;
  return item.kind === "blocked_ticket" || item.kind === "budget" ? plain(item.detail ?? "") : "";
}
