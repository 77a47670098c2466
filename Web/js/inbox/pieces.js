// @ts-check
// What details of different kinds have in common: a box to write in, files to look at, what was said last.
import { signal } from "../core.js";
import { html, when } from "../template.js";
import { api, bytes } from "../api.js";
import { at, base, person } from "../company.js";
import { markdown } from "../markdown.js";
import { button, fail, when_ } from "../ui.js";
import { plain, size } from "../format.js";
import { drafts } from "./deeds.js";

/**
 * What is asked, as soon as all of it is known; only from then on do the keys decide it.
 * @param {() => boolean} isReady
 * @param {import("./deeds.js").Desk} desk
 * @param {import("./deeds.js").Verbs} verbs
 * @param {() => any} view
 */
export const shown = (isReady, desk, verbs, view) => when(isReady, () => { desk.verbs.set(verbs); return view(); }, () => {
  desk.verbs.set({ e: () => {} });
  return html`<div class="skeleton" aria-hidden="true"><i></i><i></i><i></i></div>`;
});

/**
 * A box whose words are kept while one looks elsewhere.
 * @param {string} id
 * @param {{ label: string, rows?: number, placeholder?: string, ref?: (box: HTMLTextAreaElement) => void, send?: () => unknown, name?: string }} options
 */
export function writing(id, { label, rows = 3, placeholder, ref, send, name }) {
  return html`<label class="field"><span>${label}</span><textarea rows=${String(rows)} name=${name ?? null} placeholder=${placeholder ?? null} data-inbox-writing="" .value=${drafts.get(id) ?? ""}
    ref=${(/** @type {HTMLTextAreaElement} */ box) => ref?.(box)}
    oninput=${(/** @type {any} */ event) => drafts.set(id, event.target.value)}
    onkeydown=${(/** @type {KeyboardEvent} */ event) => {
      if (event.key === "Enter" && (event.metaKey || event.ctrlKey)) { event.preventDefault(); void send?.(); }
      else if (event.key === "Escape") /** @type {HTMLElement} */ (event.target).blur();
    }}></textarea></label>`;
}

/**
 * Files with a look inside those that are text.
 * @param {import("../../types/api").VaultFile[]} files
 */
export const fileList = (files) => html`<ul class="inbox-files">${files.map((file) => {
  const { id } = file;
  const name = plain(file.original_name);
  const text = signal(/** @type {string | null} */ (null));
  const isReadable = /^text\/|json/.test(file.mime_type ?? "") && (file.size_bytes ?? 0) <= 200_000;
  const look = async () => {
    if (text.peek() !== null) return text.set(null);
    try { text.set(await content(id)); } catch (error) { fail(error, name); }
  };
  return html`<li><div class="file-head"><a href=${at(`files/${encodeURIComponent(id)}`)}>${name}</a> <span class="muted small">${size(file.size_bytes)}</span>
    ${isReadable ? button(html`<span>${() => (text() === null ? "Look" : "Close")}</span>`, look, { class: "small quiet", label: `Look at ${name}` }) : null}</div>
    ${when(() => text() !== null, () => html`<div class="file-look" tabindex="0" role="group" aria-label=${name}>${/markdown/.test(file.mime_type ?? "") ? markdown(text.peek() ?? "") : html`<pre>${text.peek()}</pre>`}</div>`)}</li>`;
})}</ul>`;

/** @param {string} id */
async function content(id) {
  return (await bytes(`${base()}/files/${encodeURIComponent(id)}/content`)).text();
}

/**
 * The last things that were said.
 * @param {any[]} messages
 * @param {number} [most]
 */
export const lastWords = (messages, most = 4) => html`<ol class="inbox-said">${messages.slice(-most).map((one) => html`<li>
  <p class="muted small"><strong>${one.author_kind === "employee" ? plain(person(one.author_id)?.name ?? "Employee") : one.author_kind === "user" ? "You" : "Team-X"}</strong> · ${when_(() => one.created_at)}</p>
  ${markdown(clip(one.content ?? ""))}</li>`)}</ol>`;

/** @param {string} text */
const clip = (text) => (text.length > 1500 ? `${text.slice(0, 1500)}…` : text);

/**
 * Says something in a ticket.
 * @param {string} ticket
 * @param {string} content
 */
export const comment = (ticket, content) => api.post(`${base()}/tickets/${encodeURIComponent(ticket)}/comments`, { content });
