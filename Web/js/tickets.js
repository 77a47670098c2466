// @ts-check
// What a ticket is called, and where it is.
import { at, company } from "./company.js";

/**
 * `AUR-12`, or `#12` where the company has no prefix.
 * @param {number | string | null | undefined} number
 */
export function ticketKey(number) {
  if (number == null) return "";
  const prefix = company()?.ticket_prefix;
  return prefix ? `${prefix}-${number}` : `#${number}`;
}

/**
 * A ticket's page, by its key, its number or its id.
 * @param {string | number} key
 */
export const ticketPage = (key) => at(`t/${encodeURIComponent(String(key).replace(/^#/, ""))}`);
