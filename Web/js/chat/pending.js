// @ts-check
// What was written while an answer was on its way: it waits here, can be changed, and is sent when the answer is there.
import { effect, signal } from "../core.js";
import { each, html, when } from "../template.js";
import { button, fail } from "../ui.js";

/** @typedef {{ key: string, text: string, files: string[], at: number, isHeld: boolean }} Waiting */

/**
 * @param {string} thread
 * @param {{ isBusy: () => boolean, isReady: () => boolean, send: (text: string, files: string[], key: string) => Promise<unknown>, steer: (text: string, key: string) => Promise<unknown>, edit: (waiting: Waiting) => void }} work
 */
export function pendingMessages(thread, work) {
  const place = `teamx.pending.${thread}`;
  const list = signal(read(place));
  const save = (/** @type {Waiting[]} */ next) => {
    list.set(next);
    if (next.length) localStorage.setItem(place, JSON.stringify(next));
    else localStorage.removeItem(place);
  };
  const drop = (/** @type {string} */ key) => save(list.peek().filter((one) => one.key !== key));
  let isSending = false;

  /** @param {Waiting} one */
  async function send(one) {
    isSending = true;
    try {
      // The key makes a message that two tabs send one message.
      await work.send(one.text, one.files, one.key);
      drop(one.key);
    } catch (error) {
      save(list.peek().map((other) => (other.key === one.key ? { ...other, isHeld: true } : other)));
      fail(error, "Send");
    } finally { isSending = false; }
  }

  let isFirst = true;
  effect(() => {
    const [isBusy, isReady, waiting] = [work.isBusy(), work.isReady(), list()];
    if (!isReady) return;
    if (isFirst) {
      isFirst = false;
      // What was left behind when the page was closed is not sent by surprise.
      if (!isBusy && waiting.some((one) => !one.isHeld)) return save(waiting.map((one) => ({ ...one, isHeld: true })));
    }
    const next = waiting.find((one) => !one.isHeld);
    if (!isBusy && next && !isSending) void send(next);
  });

  return {
    list,
    /**
     * @param {string} text
     * @param {string[]} files
     */
    add: (text, files) => save([...list.peek(), { key: crypto.randomUUID?.() ?? String(Math.random()), text, files, at: Date.now(), isHeld: false }]),
    /** Takes the last one back into the composer. */
    takeBack() {
      const last = list.peek().at(-1);
      if (!last) return false;
      drop(last.key);
      work.edit(last);
      return true;
    },
    view: when(() => list().length > 0, () => html`<ul class="waiting" aria-label="Waiting to be sent">${each(list, (one) => one.key, (one) => html`<li class="chip-row">
      <span class="muted">${() => (one().isHeld ? "not sent" : "next")}</span><span class="text">${() => one().text || `${one().files.length} files`}</span>
      ${button("Edit", () => { const waiting = one(); drop(waiting.key); work.edit(waiting); }, { class: "quiet small" })}
      ${when(() => work.isBusy(), () => button("Steer now", async () => { await work.steer(one().text, one().key); drop(one().key); }, { class: "quiet small", title: "Say it to the answer that is being written" }))}
      ${when(() => one().isHeld, () => button("Send", () => send(one()), { class: "small" }))}
      ${button("×", () => drop(one().key), { class: "quiet small icon", label: "Do not send" })}</li>`)}</ul>`),
  };
}

/**
 * @param {string} place
 * @returns {Waiting[]}
 */
function read(place) {
  try { const list = JSON.parse(localStorage.getItem(place) ?? "[]"); return Array.isArray(list) ? list : []; } catch { return []; }
}
