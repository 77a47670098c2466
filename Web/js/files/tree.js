// @ts-check
// JSON as a tree that opens where one looks.
import { signal } from "../core.js";
import { html, when } from "../template.js";

const PIECE = 200;

/** @param {string} text */
export function jsonTree(text) {
  /** @type {any} */
  let value;
  try { value = JSON.parse(text); } catch (error) { return html`<p class="note">${`This is no right JSON: ${/** @type {Error} */ (error).message}`}</p>`; }
  return html`<div class="json mono">${node("", value, true)}</div>`;
}

/**
 * @param {string} name
 * @param {any} value
 * @param {boolean} isOpen
 * @returns {any}
 */
function node(name, value, isOpen) {
  const label = name === "" ? null : html`<span class="json-name">${name}</span>`;
  if (value === null || typeof value !== "object") {
    const kind = value === null ? "null" : typeof value;
    return html`<div class="json-line">${label}${name === "" ? null : ": "}<span class=${`json-${kind}`}>${kind === "string" ? JSON.stringify(value.length > 5000 ? `${value.slice(0, 5000)}…` : value) : String(value)}</span></div>`;
  }
  const entries = Array.isArray(value) ? value.map((one, index) => /** @type {[string, any]} */ ([String(index), one])) : Object.entries(value);
  const shape = Array.isArray(value) ? `[ ${entries.length} ]` : `{ ${entries.length} }`;
  if (!entries.length) return html`<div class="json-line">${label}${name === "" ? null : ": "}<span class="muted">${Array.isArray(value) ? "[]" : "{}"}</span></div>`;
  const open = signal(isOpen);
  const shown = signal(PIECE);
  return html`<details ?open=${isOpen} ontoggle=${(/** @type {any} */ event) => { event.stopPropagation(); open.set(event.currentTarget.open); }}><summary>${label}${name === "" ? null : " "}<span class="muted">${shape}</span></summary>
    ${when(open, () => html`<div class="json-body">${() => entries.slice(0, shown()).map(([key, one]) => node(key, one, false))}
      ${when(() => shown() < entries.length, () => html`<button type="button" class="small" onclick=${() => shown.update((now) => now + PIECE)}>${() => `${entries.length - shown()} more`}</button>`)}</div>`)}</details>`;
}
