// @ts-check
// Where one writes.
import { computed, effect, onCleanup, signal } from "../core.js";
import { each, html, when } from "../template.js";
import { api } from "../api.js";
import { base } from "../company.js";
import { announce, attempt, button, toast } from "../ui.js";
import { size } from "../format.js";
import { stylesheet } from "../shell.js";
import { pendingMessages } from "./pending.js";
import { suggestions } from "./suggest.js";

/** @typedef {{ id: string, name: string, size: number, state: "uploading" | "there" | "failed", problem?: string }} Upload */
/** @typedef {{ message: import("./conversation.js").Message, kind: "reply" | "edit" }} Subject */

const isMac = /mac|iphone|ipad/i.test(navigator.platform);
let boxes = 0;

/**
 * @param {import("./conversation.js").Conversation} talk
 * @param {{ label?: string, placeholder?: string, hint?: string, isQueueing?: boolean, hasFiles?: boolean, ticket?: string | null, send: (text: string, files: string[], key?: string, replyTo?: string | null) => Promise<unknown>,
 *   edit: (message: string, text: string) => Promise<unknown>, closed?: () => string | null }} work
 */
export function composer(talk, work) {
  const draft = `teamx.draft.${talk.thread}`;
  const id = `compose${++boxes}`;
  const text = signal(localStorage.getItem(draft) ?? "");
  const uploads = signal(/** @type {Upload[]} */ ([]));
  const subject = signal(/** @type {Subject | null} */ (null));
  const isSending = signal(false);
  const isOver = signal(false);
  const isUploading = computed(() => uploads().some((one) => one.state === "uploading"));
  const isBlank = computed(() => !text().trim() && !uploads().some((one) => one.state === "there"));
  const queues = work.isQueueing ?? true;
  /** @type {HTMLTextAreaElement | null} */
  let box = null;

  const set = (/** @type {string} */ value) => {
    text.set(value);
    if (box && box.value !== value) box.value = value;
    fit();
  };
  const fit = () => { if (box) { box.style.setProperty("height", "auto"); box.style.setProperty("height", `${Math.min(box.scrollHeight + 2, 240)}px`); } };
  effect(() => {
    const value = text();
    // Words that replace a message are no draft of a new one.
    if (subject()?.kind === "edit") return;
    if (value) localStorage.setItem(draft, value);
    else localStorage.removeItem(draft);
  });
  const choose = suggestions(() => box, (value) => { text.set(value); fit(); });
  const steer = async (/** @type {string} */ words, /** @type {string | undefined} */ key) => {
    const run = talk.answers.peek()[0]?.run;
    if (!run) return work.send(words, [], key);
    await api.post(`${base()}/runs/${encodeURIComponent(run)}/guidance`, { content: words }, key ? { key } : {});
    announce("Said to the answer that is being written; it is taken up before the next step.");
    toast("Steered: it is taken up before the next step.");
    void talk.sync();
  };
  const pending = pendingMessages(talk.thread, {
    isBusy: () => talk.isBusy() || isSending(), isReady: talk.isLoaded, steer, send: (words, files, key) => work.send(words, files, key),
    edit: (one) => {
      set([one.text, text.peek()].filter(Boolean).join("\n"));
      if (one.files.length) uploads.update((list) => [...list, ...one.files.map((file) => ({ id: file, name: "file", size: 0, state: /** @type {const} */ ("there") }))]);
      box?.focus();
    },
  });

  /** @param {boolean} isNow whether it is said to the answer that is being written */
  async function send(isNow) {
    const words = text.peek().trim();
    const files = uploads.peek().filter((one) => one.state === "there").map((one) => one.id);
    if ((!words && !files.length) || isUploading() || work.closed?.()) return;
    const [about, sent] = [subject.peek(), uploads.peek()];
    if (queues && (talk.isBusy() || isSending.peek()) && !isNow && !about) {
      subject.set(null);
      set("");
      uploads.set([]);
      pending.add(words, files);
      return announce("It is sent when the answer is there.");
    }
    if (isSending.peek()) return;
    isSending.set(true);
    // The box is free at once: what is written meanwhile is the next message. After a failure the words come back.
    subject.set(null);
    set("");
    uploads.set([]);
    try {
      if (about?.kind === "edit") await work.edit(about.message.id, words);
      else if (isNow && talk.isBusy() && !files.length) await steer(words, undefined);
      else await work.send(words, files, undefined, about?.message.id ?? null);
    } catch (error) {
      subject.set(about);
      set([words, text.peek()].filter(Boolean).join("\n"));
      uploads.update((list) => [...sent, ...list]);
      throw error;
    } finally { isSending.set(false); }
  }

  /** @param {Iterable<File>} files */
  function attach(files) {
    if (work.hasFiles === false) return;
    for (const file of files) {
      const key = `${file.name} ${Math.random()}`;
      const update = (/** @type {Partial<Upload>} */ change) => uploads.update((list) => list.map((one) => (one.id === key ? { ...one, ...change } : one)));
      uploads.update((list) => [...list, { id: key, name: file.name, size: file.size, state: "uploading" }]);
      const ticket = work.ticket ? `&ticket_id=${encodeURIComponent(work.ticket)}` : "";
      api.post(`${base()}/files?name=${encodeURIComponent(file.name)}${ticket}`, file).then((made) => update({ id: made.id, state: "there" }))
        .catch((error) => { update({ state: "failed", problem: error.message }); announce(`${file.name} could not be uploaded: ${error.message}`, { isUrgent: true }); });
    }
  }

  let escaped = 0;
  /** @param {KeyboardEvent} event */
  function key(event) {
    if (event.isComposing || choose.key(event)) return;
    if (event.key === "Enter" && !event.shiftKey && !event.altKey) {
      event.preventDefault();
      void attempt(() => send(event.metaKey || event.ctrlKey), "Send");
    } else if (event.key === "ArrowUp" && event.altKey && pending.takeBack()) event.preventDefault();
    else if (event.key === "Escape") {
      if (subject.peek()) { if (subject.peek()?.kind === "edit") set(localStorage.getItem(draft) ?? ""); subject.set(null); event.preventDefault(); return; }
      const answer = talk.answers.peek()[0];
      if (answer && Date.now() - escaped < 800) void attempt(() => talk.stop(answer), "Stop");
      else if (answer) announce("Escape once more stops the answer.");
      escaped = Date.now();
    }
  }

  const view = html`<form class=${() => `composer${isOver() ? " over" : ""}`} aria-label=${work.label ?? "Write a message"}
      onsubmit=${(/** @type {Event} */ event) => { event.preventDefault(); void attempt(() => send(false), "Send"); }}
      ondragover=${(/** @type {DragEvent} */ event) => { if (event.dataTransfer?.types.includes("Files")) { event.preventDefault(); isOver.set(true); } }}
      ondragleave=${() => isOver.set(false)}
      ondrop=${(/** @type {DragEvent} */ event) => { event.preventDefault(); isOver.set(false); attach(event.dataTransfer?.files ?? []); }}>
    ${pending.view}
    ${when(subject, () => html`<p class="about"><span>${() => (subject()?.kind === "edit" ? "Other words in place of" : "Answer to")} “${() => (subject()?.message.content ?? "").slice(0, 80)}”</span>
      ${button("×", () => { if (subject.peek()?.kind === "edit") set(localStorage.getItem(draft) ?? ""); subject.set(null); }, { class: "quiet small icon", label: "Leave it" })}</p>`)}
    ${when(() => uploads().length > 0, () => html`<ul class="attached" aria-label="Files to send">${each(uploads, (one) => one.id, (one) => html`<li class=${() => `chip ${one().state}`}>
      ${() => one().name} <span class="muted">${() => (one().state === "uploading" ? "uploading…" : one().state === "failed" ? one().problem ?? "failed" : one().size ? size(one().size) : "")}</span>
      ${button("×", () => uploads.update((list) => list.filter((other) => other.id !== one().id)), { class: "quiet small icon", label: "Take the file away" })}</li>`)}</ul>`)}
    <div class="box">${choose.view}
      <textarea id=${id} rows="1" aria-label=${work.label ?? "Write a message"} placeholder=${work.placeholder ?? "Write a message"} data-testid="chat-composer" enterkeyhint="send"
        aria-haspopup="listbox" aria-autocomplete="list" aria-controls=${() => (choose.isOpen() ? choose.id : null)} aria-activedescendant=${choose.activeID}
        ?disabled=${() => Boolean(work.closed?.())} .value=${text.peek()} ref=${(/** @type {HTMLTextAreaElement} */ element) => { box = element; void stylesheet("chat").then(() => requestAnimationFrame(fit)); }}
        oninput=${(/** @type {any} */ event) => { text.set(event.target.value); fit(); choose.look(); }} onclick=${choose.look} onblur=${choose.close} onkeydown=${key}
        onpaste=${(/** @type {ClipboardEvent} */ event) => { const files = [...event.clipboardData?.files ?? []]; if (files.length) { event.preventDefault(); attach(files); } }}></textarea>
      <div class="bar">${work.hasFiles === false ? null : html`<label class="button small attach"><input type="file" multiple class="unseen" onchange=${(/** @type {any} */ event) => { attach([...event.target.files]); event.target.value = ""; }}>Attach</label>`}
        <span class="muted hint">${() => (talk.isBusy() && queues ? `Enter: next · ${isMac ? "⌘" : "Ctrl+"}Enter: steer now · Esc Esc: stop` : work.hint ?? "Enter sends · Shift+Enter new line · @ # name")}</span>
        ${when(() => talk.isBusy() && queues && !subject(), () => html`<button type="button" class="small" ?disabled=${() => isBlank() || isSending()} onclick=${() => void attempt(() => send(true), "Steer")}>Steer now</button>`)}
        ${when(talk.isBusy, () => button("Stop", () => { const answer = talk.answers.peek()[0]; return answer ? talk.stop(answer) : undefined; }, { class: "small danger", testid: "chat-stop", label: "Stop what is being written", disabled: () => Boolean(talk.answers()[0]?.isStopping) }))}
        <button class="primary small" data-testid="chat-send" ?disabled=${() => isBlank() || isUploading() || Boolean(work.closed?.())}>${() => (subject()?.kind === "edit" ? "Resend" : talk.isBusy() && queues ? "Queue" : "Send")}</button></div>
    </div></form>`;
  onCleanup(() => { box = null; });
  return {
    view: work.closed ? when(() => !work.closed?.(), () => view, () => html`<p class="composer closed muted">${() => work.closed?.() ?? ""}</p>`) : view,
    focus: () => box?.focus(),
    /** @param {Subject} about */
    about(about) {
      subject.set(about);
      if (about.kind === "edit") set(about.message.content);
      box?.focus();
    },
  };
}
