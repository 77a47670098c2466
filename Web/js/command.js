// @ts-check
// The same as a dialog does, as a line for a terminal.
import { html } from "./template.js";
import { announce, toast, values } from "./ui.js";
import { companies, company } from "./company.js";

/**
 * What follows `teamx`: the command, what it is about, and its options; what is empty is left out, true is an option without a value.
 * @typedef {string | number | null | undefined} Word
 * @typedef {{ does: string, words?: Word[], options?: Record<string, Word | boolean | Word[]> }} Command
 */

/** Commands that are about no company, or name it themselves. */
const OF_NO_COMPANY = /^(?:provider|key|settings|prices|company)\b/;
const LONGEST = 160;

/**
 * A word as shells read it: inside single quotes nothing means anything but the quote itself. What would work the terminal is left out.
 * @param {string} word
 */
function quoted(word) {
  // eslint-disable-next-line no-control-regex
  const text = word.replace(/\r\n?/g, "\n").replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, "");
  return /^[\w./@:+,-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}

/** @param {Word | boolean} value */
const isSaid = (value) => value != null && value !== "" && value !== false;

/** @param {Command} command */
export function commandLine({ does, words = [], options = {} }) {
  const said = words.filter(isSaid).map(String);
  const here = company();
  const all = { ...options, ...(companies().length > 1 && here && !OF_NO_COMPANY.test(does) ? { company: here.slug } : {}) };
  const flags = Object.entries(all).flatMap(([name, value]) => (Array.isArray(value) ? value : [value]).filter(isSaid).map((one) => {
    if (one === true) return `--${name}`;
    // What begins like an option is one, unless it hangs on its own.
    const text = quoted(String(one));
    return String(one).startsWith("-") ? `--${name}=${text}` : `--${name} ${text}`;
  }));
  const isDashed = said.some((word) => word.startsWith("-"));
  return ["teamx", does, ...(isDashed ? [...flags, "--", ...said.map(quoted)] : [...said.map(quoted), ...flags])].join(" ");
}

/**
 * A button that copies what a dialog would do. It asks for that when it is pressed, and says what it has copied.
 * @param {(given: Record<string, string>, form: HTMLFormElement | null) => Command | Command[] | string} make with the values of the form it stands in; a sentence says why there is no such line
 */
export const asCommand = (make) => html`<button type="button" class="quiet small as-command" data-testid="copy-command" onclick=${(/** @type {Event} */ event) => {
  const { form } = /** @type {HTMLButtonElement} */ (event.currentTarget);
  const made = make(form ? values(form) : {}, form);
  if (typeof made === "string") return toast(made, { kind: "needs" });
  const line = [made].flat().map(commandLine).join("\n");
  void (navigator.clipboard?.writeText(line) ?? Promise.reject()).then(
    () => toast(`Copied: ${line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line}`),
    () => { announce("Copying is not allowed here."); toast(line, { seconds: 30 }); });
}}>Copy as CLI</button>`;

/**
 * Why a command cannot say all of what was chosen, or null when it can.
 * @param {Record<string, unknown>} unsaid what the command line has no word for, by what it is called
 */
export function without(unsaid) {
  const names = Object.entries(unsaid).filter(([, value]) => Boolean(value)).map(([name]) => name);
  return names.length ? `The command line cannot say: ${names.join(", ")}.` : null;
}
