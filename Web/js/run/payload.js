// @ts-check
// What a tool was given and gave back: drawn when it is opened, long ones only when they are asked for.
import { signal } from "../core.js";
import { html, when } from "../template.js";
import { size } from "../format.js";
import { announce } from "../ui.js";

/** From how many bytes on something is folded. */
const LIMIT = 64 * 1024;
const PIECE = 32 * 1024;

/**
 * Bytes that were written as letters say nothing to people: their kind and size does.
 * @param {unknown} value
 * @returns {unknown}
 */
export function readable(value) {
  if (typeof value === "string") {
    const data = /^data:([\w.+-]+\/[\w.+-]+)?[^,]{0,80};base64,/.exec(value);
    if (data) return `[${data[1] ?? "data"}, ${size(Math.floor((value.length - (data[0] ?? "").length) * 0.75))}, base64]`;
    if (value.length > 1024 && /^[A-Za-z0-9+/_-]{1024}/.test(value) && /^[A-Za-z0-9+/_=\s-]+$/.test(value.slice(0, 4096))) return `[data, ${size(Math.floor(value.length * 0.75))}, base64]`;
    return value;
  }
  if (Array.isArray(value)) return value.map(readable);
  if (value && typeof value === "object") return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, readable(one)]));
  return value;
}

/**
 * As text: words stay words, everything else is JSON.
 * @param {unknown} value
 */
export function written(value) {
  const made = readable(value);
  return typeof made === "string" ? made : JSON.stringify(made, null, 2) ?? "";
}

/** @param {string} text */
export const copy = (text) => navigator.clipboard?.writeText(text).then(() => announce("Copied."), () => announce("Copying is not allowed here."));

/**
 * @param {string} label
 * @param {unknown} value
 */
export function payload(label, value) {
  const text = written(value);
  const bytes = new TextEncoder().encode(typeof value === "string" ? value : JSON.stringify(value) ?? "").length;
  const shown = signal(text.length > LIMIT ? 0 : text.length);
  return html`<div class="payload" role="group" aria-label=${label}><header><b>${label}</b><span class="mono muted">${size(bytes)}</span>
      <button type="button" class="quiet small" onclick=${() => void copy(text)}>Copy</button></header>
    ${when(() => shown() > 0, () => html`<pre tabindex="0" aria-label=${label}><code>${() => text.slice(0, shown())}</code></pre>`)}
    ${when(() => shown() < text.length, () => html`<p class="actions">
      <button type="button" class="small" onclick=${() => shown.update((now) => now + PIECE)}>${() => (shown() ? "Show more" : `Show the first ${size(Math.min(PIECE, text.length))}`)}</button>
      <button type="button" class="small" onclick=${() => shown.set(text.length)}>${`Show all ${size(bytes)}`}</button></p>`)}</div>`;
}
