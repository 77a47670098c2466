// @ts-check
// What was said about a ticket.
import { computed, signal, untrack } from "../core.js";
import { each, html, when } from "../template.js";
import { api, path } from "../api.js";
import { attempt, avatar, when_ } from "../ui.js";
import { plain, plural } from "../format.js";
import { at, base, person } from "../company.js";
import { markdown } from "../markdown.js";
import { openThread } from "../chat/thread.js";
import { stylesheet } from "../shell.js";
import { wordLink } from "./words.js";

/** @typedef {import("../chat/conversation.js").Message} Message */

// A thread without its looks would change its height when they come.
await stylesheet("chat");

/**
 * The conversation, as soon as it is known which one.
 * @param {import("./view.js").Desk} desk
 */
export function useTalk(desk) {
  const thread = computed(() => desk.ticket().thread_id ?? null);
  return computed(() => { const id = thread(); return id ? untrack(() => openThread(id, options(desk))) : null; });
}

/**
 * @param {import("./view.js").Desk} desk
 * @param {ReturnType<typeof useTalk>} talk
 */
export function discussion(desk, talk) {
  const messages = () => /** @type {any[]} */ (desk.ticket().messages ?? []);
  return html`<section class="discussion" aria-label="Discussion"><header class="ticket-section"><h3>Discussion <span class="muted">${() => (messages().length ? plural(messages().length, "message") : "")}</span></h3></header>
    ${when(talk, () => html`${() => talk()?.view ?? null}`, () => plainThread(desk, messages))}</section>`;
}

/**
 * What is written here is a comment on the ticket, and the log of the ticket names it; an answer to one message is a message like others.
 * @param {import("./view.js").Desk} desk
 */
function options(desk) {
  const { id, thread_id: thread, assignee_id: assignee } = desk.ticket();
  const name = plain(person(assignee)?.name ?? "");
  return {
    ticket: id, isEmbedded: true, label: "this ticket's discussion", placeholder: name ? `Write to ${name}; a comment wakes them` : "Write a comment",
    send: (/** @type {string} */ content, /** @type {string[]} */ files, /** @type {string | undefined} */ key, /** @type {string | null | undefined} */ replyTo) => (replyTo
      ? api.post(`${base()}${path`/threads/${thread}/messages`}`, { content, reply_to: replyTo, ...(files.length ? { file_ids: files } : {}) }, key ? { key } : {})
      : api.post(`${base()}${path`/tickets/${id}/comments`}`, { content, ...(files.length ? { file_ids: files } : {}) }, key ? { key } : {})),
  };
}

/**
 * @param {import("./view.js").Desk} desk
 * @param {() => Message[]} messages
 */
function plainThread(desk, messages) {
  const draft = `teamx.draft.ticket.${desk.ticket().id}`;
  const text = signal(localStorage.getItem(draft) ?? "");
  const earlier = signal(/** @type {Message[]} */ ([]));
  const write = (/** @type {string} */ words) => { text.set(words); if (words) localStorage.setItem(draft, words); else localStorage.removeItem(draft); };
  const send = async () => {
    const content = text().trim();
    if (!content) return;
    const sent = await attempt(() => api.post(`${base()}${path`/tickets/${desk.ticket().id}/comments`}`, { content }), "The comment");
    if (sent) { write(""); await desk.reload(); }
  };
  const before = async () => {
    const first = [...earlier(), ...messages()][0];
    const answer = await attempt(() => api.get(`${base()}${path`/threads/${desk.ticket().thread_id}/messages`}?limit=100&before=${encodeURIComponent(first?.id ?? "")}`), "Earlier messages");
    if (answer) earlier.update((list) => [...answer.items, ...list]);
  };
  return html`${when(() => messages().length >= 100, () => html`<button type="button" class="quiet small" onclick=${() => void before()}>Earlier messages</button>`)}
    <ol class="plain-said">${each(() => [...earlier(), ...messages()], (one) => one.id, (one) => html`<li>${avatar(() => author(one()))}<div>
      <p class="by"><b>${() => author(one())}</b> <span class="muted small">${when_(() => one().created_at)}</span></p>${() => markdown(one().content ?? "", { link: wordLink })}
      ${() => (one().attachments?.length ? html`<p class="ticket-chips">${one().attachments.map((/** @type {Message["attachments"][number]} */ file) => html`<a class="chip" href=${at(`files/${encodeURIComponent(file.file_id)}`)}>${plain(file.name)}</a>`)}</p>` : null)}</div></li>`,
      () => html`<li class="muted">Nothing was said yet.</li>`)}</ol>
    <form class="plain-composer" onsubmit=${(/** @type {Event} */ event) => { event.preventDefault(); void send(); }}>
      <textarea aria-label="Comment" data-composer="" rows="2" placeholder=${() => (desk.ticket().assignee_id ? `Write to ${plain(person(desk.ticket().assignee_id)?.name ?? "the assignee")}; a comment wakes them` : "Write a comment")} .value=${text}
        oninput=${(/** @type {any} */ event) => write(event.target.value)} onkeydown=${(/** @type {KeyboardEvent} */ event) => {
          if (event.key === "Enter" && !event.shiftKey && !event.isComposing) { event.preventDefault(); void send(); }
          if (event.key === "Escape") /** @type {any} */ (event.target).blur();
        }}></textarea>
      <div class="actions"><button class="small primary" ?disabled=${() => !text().trim()}>Send</button><span class="muted small">Enter sends, Shift+Enter begins a line</span></div></form>`;
}

/** @param {Message} message */
function author(message) {
  if (message.author_kind === "user") return "You";
  if (message.author_kind === "system") return "Team-X";
  return plain(person(message.author_id)?.name ?? "An employee who left");
}
