// @ts-check
// Where the names in a text lead.
import { at, people } from "../company.js";

/**
 * Addresses for what a text names.
 * @param {string} word
 */
export function wordLink(word) {
  const name = word.slice(1);
  if (word.startsWith("#")) return /^(?:[A-Za-z][A-Za-z0-9]*-)?\d+$/.test(name) ? at(`t/${encodeURIComponent(name)}`) : null;
  const found = people().find((one) => one.name.toLowerCase() === name.toLowerCase() || one.name.toLowerCase().split(" ")[0] === name.toLowerCase());
  return found ? at(`people/${encodeURIComponent(found.id)}`) : null;
}
