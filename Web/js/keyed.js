// @ts-check
// Tickets in the server's sentences by the keys under which people know them.
import { company } from "./company.js";

/**
 * `Waiting for #20` becomes `Waiting for AUR-20`.
 * @param {string} text
 */
export const keyed = (text) => { const letters = company()?.ticket_prefix; return letters ? text.replace(/(?<![\w#&])#(\d+)\b/g, `${letters}-$1`) : text; };
