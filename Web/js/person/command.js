// @ts-check
// The same as a dialog does, as a line for a terminal.
import { html } from "../template.js";
import { companies, company } from "../company.js";
import { plain } from "../format.js";
import { copy } from "../run/payload.js";

/** @param {string} word */
const quoted = (word) => (/^[\w./@:+-]+$/.test(word) ? word : `'${plain(word).replaceAll("'", "'\\''")}'`);

/**
 * @param {(string | null | undefined | false)[]} words what follows `teamx`; what is missing is left out
 */
export function commandLine(words) {
  const all = ["teamx", ...words.filter((word) => typeof word === "string" && word !== ""), ...(companies().length > 1 && company() ? ["--company", company()?.slug ?? ""] : [])];
  return all.map((word) => quoted(String(word))).join(" ");
}

/** @param {() => (string | null | undefined | false)[]} words */
export const asCommand = (words) => html`<button type="button" class="quiet small as-command" title=${() => commandLine(words())} onclick=${() => void copy(commandLine(words()))}>Copy as CLI</button>`;
