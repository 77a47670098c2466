// @ts-check
// A question of an employee: what it is about, what each answer does, and the answer.
import { signal } from "../core.js";
import { html, when } from "../template.js";
import { api } from "../api.js";
import { base } from "../company.js";
import { markdown } from "../markdown.js";
import { button, fail, field } from "../ui.js";
import { plain } from "../format.js";
import { query } from "../queries.js";
import { ticketKey } from "../tickets.js";
import { drafts } from "./deeds.js";
import { fileList, writing } from "./pieces.js";

/** @typedef {import("./kinds.js").Item} Item */

/**
 * @param {Item} item
 * @param {import("./deeds.js").Desk} desk
 * @param {() => any} ticket the ticket it belongs to, when there is one
 */
export function question(item, desk, ticket) {
  const path = `${base()}/questions/${encodeURIComponent(item.id)}`;
  const who = plain(item.employee ?? "They");
  const choice = signal("");
  /** @type {HTMLTextAreaElement | null} */
  let box = null;
  const words = () => (drafts.get(item.id) ?? "").trim();
  const finish = (/** @type {string} */ said) => { drafts.delete(item.id); desk.settled(item, said); };
  const answer = async (/** @type {string} */ text, /** @type {string} */ said, /** @type {string | undefined} */ comment = undefined) => {
    if (!text) { box?.focus(); return; }
    try {
      await api.put(`${path}/answer`, { answer: text, ...(comment ? { comment } : {}) });
      finish(said);
    } catch (error) { fail(error, "Answer"); }
  };
  const withdraw = async () => {
    const reason = words();
    if (!reason) { box?.focus(); return; }
    try {
      await api.put(`${path}/withdrawal`, { reason, resume: true });
      finish("Answered that it is not needed.");
    } catch (error) { fail(error, "Not needed"); }
  };
  const kind = item.question_kind ?? "text";
  const writingFor = (/** @type {string} */ label, /** @type {() => unknown} */ send, placeholder = "") => writing(item.id, { label, placeholder, send, ref: (element) => { box = element; } });
  const parts = kind === "approval" ? approval() : kind === "choice" ? choices() : kind === "file" ? file() : text();
  return html`<section class="inbox-ask" aria-label="The question">${markdown(item.title)}${parts}</section>`;

  function approval() {
    const yes = () => answer("approved", "Approved.", words() || undefined);
    const no = () => (words() ? answer("denied", "Denied.", words()) : (box?.focus(), undefined));
    desk.verbs.set({ a: yes, d: no, r: () => box?.focus() });
    return html`${effects(`${who} goes on${about()}.`, `${who} is told no, with your reason, and decides what to do instead.`, ["Approve", "Deny"])}
      ${when(() => ticket()?.files?.length, () => html`<h3>Files to look at</h3>${() => fileList(ticket()?.files ?? [])}`)}
      ${writingFor("Reason, or what to mind", yes, "Needed to deny")}
      <div class="actions">${button("Approve", yes, { class: "primary", key: "a", testid: "approve" })}${button("Deny", no, { class: "danger", key: "d", testid: "deny" })}</div>`;
  }

  function choices() {
    const send = () => (choice() ? answer(choice(), `Answered: ${choice()}.`, words() || undefined) : undefined);
    desk.verbs.set({ a: send, r: () => box?.focus(), d: withdraw });
    return html`<fieldset class="options"><legend class="unseen">Options</legend>${item.options.map((option) => html`<label><input type="radio" name=${`option-${item.id}`} value=${option} onchange=${() => choice.set(option)}>${plain(option)}</label>`)}</fieldset>
      ${effects(`${who} goes on${about()}, as you chose.`)}
      ${writingFor("What to mind besides", send)}
      <div class="actions">${button("Answer", send, { class: "primary", key: "a", testid: "answer", disabled: () => !choice() })}${button("Not needed", withdraw, { key: "d", title: "They go on without an answer; write why" })}</div>`;
  }

  function text() {
    const send = () => answer(words(), "Answered.");
    desk.verbs.set({ a: send, r: () => box?.focus(), d: withdraw });
    return html`${effects(`${who} reads your answer and goes on${about()}.`)}
      ${writingFor("Your answer", send)}
      <div class="actions">${button("Answer", send, { class: "primary", key: "a", testid: "answer" })}${button("Not needed", withdraw, { key: "d", title: "They go on without an answer; write why" })}
        <span class="muted small">Ctrl+Enter sends</span></div>`;
  }

  function file() {
    /** @type {import("../queries.js").Asked<"GET /api/companies/{company}/files">} */
    const files = query(() => `${base()}/files?limit=50`, { on: /^vault\./ });
    const send = () => (choice() ? answer(choice(), "Answered with a file.", words() || undefined) : undefined);
    desk.verbs.set({ a: send, r: () => box?.focus(), d: withdraw });
    const upload = async (/** @type {Event} */ event) => {
      const chosen = /** @type {HTMLInputElement} */ (event.target).files?.[0];
      if (!chosen) return;
      try {
        const made = await api.post(`${base()}/files?name=${encodeURIComponent(chosen.name)}`, chosen);
        await files.reload();
        choice.set(made.id);
      } catch (error) { fail(error, "Upload"); }
    };
    return html`${field("A file of the company", html`<select .value=${choice} onchange=${(/** @type {any} */ event) => choice.set(event.target.value)}><option value="">Choose…</option>
        ${() => (files.data()?.items ?? []).map((/** @type {any} */ one) => html`<option value=${one.id} ?selected=${() => choice() === one.id}>${plain(one.original_name)}</option>`)}</select>`)}
      ${field("Or one from this machine", html`<input type="file" onchange=${upload}>`)}
      ${effects(`${who} gets the file and goes on${about()}.`)}
      ${writingFor("What to mind besides", send)}
      <div class="actions">${button("Answer", send, { class: "primary", key: "a", testid: "answer", disabled: () => !choice() })}${button("Not needed", withdraw, { key: "d", title: "They go on without a file; write why" })}</div>`;
  }

  function about() { return item.ticket_number != null ? ` with ${ticketKey(item.ticket_number)}` : ""; }
}

/**
 * What happens on each of the two buttons, or on the only one.
 * @param {string} yes
 * @param {string} [no]
 * @param {[string, string]} [labels] what the buttons say
 */
export const effects = (yes, no, labels = ["Yes", "No"]) => html`<dl class="effects">${no ? html`<div><dt>${labels[0]}</dt><dd>${yes}</dd></div><div><dt>${labels[1]}</dt><dd>${no}</dd></div>` : html`<div><dt>Then</dt><dd>${yes}</dd></div>`}</dl>`;
