// @ts-check
// A thread in place: its messages, the answers that are being written, and the composer. Pages put it where they need it.
import { computed, effect, flush, onCleanup, signal, untrack } from "../core.js";
import { each, html, when } from "../template.js";
import { api, path } from "../api.js";
import { at, base } from "../company.js";
import { go } from "../router.js";
import { stylesheet, wantedTopic } from "../shell.js";
import { announce, attempt, button, toast } from "../ui.js";
import { conversation } from "./conversation.js";
import { composer } from "./composer.js";
import { answerRow, messageRow } from "./message.js";
import { knowCalls } from "./tools.js";
import { restRow, troubleRow, waitingRows } from "./waiting.js";
import { readSomething } from "../unread.js";
import { together } from "../together.js";

/**
 * @typedef {object} ThreadOptions
 * @property {string} [label] what the conversation is, for those who do not see it
 * @property {string} [placeholder]
 * @property {string | null} [ticket] a ticket to which files that are attached belong
 * @property {boolean} [isEmbedded] it stands among other things: it is as high as it needs, up to most of the window
 * @property {boolean} [isReadOnly]
 * @property {boolean} [isQueueing] false: what is written while somebody answers is sent at once
 * @property {boolean} [hasFiles] false: files cannot be sent along
 * @property {string} [hint] what the composer says under itself
 * @property {() => string | null} [closed] why nothing can be written, or null
 * @property {(text: string, files: string[], key?: string, replyTo?: string | null) => Promise<unknown>} [send] in place of writing into the thread
 * @property {any} [empty] what stands there while nothing was said
 * @property {boolean} [hasStream] false: somebody else asks for the stream of this thread
 * @property {string | null} [message] a message to begin at
 */

/** About so many messages are seen when a thread is opened. */
const SEEN = 12;

/**
 * A thread's messages with its composer, and its parts at hand. The view fills the height that it is given.
 * @param {string} thread
 * @param {ThreadOptions} [options]
 */
export function openThread(thread, options = {}) {
  void stylesheet("chat");
  const talk = conversation(thread);
  if (options.hasStream !== false) wantedTopic.set({ thread });
  const marked = signal(options.message ?? "");
  const unreadFrom = signal(/** @type {string | null} */ (null));
  const isFollowing = signal(true);
  /** @type {HTMLElement | null} */
  let log = null;
  const here = () => `${base()}${path`/threads/${thread}`}`;

  const writing = options.isReadOnly ? null : composer(talk, {
    label: options.label ? `Write to ${options.label}` : undefined, placeholder: options.placeholder, hint: options.hint, isQueueing: options.isQueueing, hasFiles: options.hasFiles, ticket: options.ticket, closed: options.closed,
    async send(text, files, key, replyTo) {
      const answer = options.send ? await options.send(text, files, key, replyTo)
        : await api.post(`${here()}/messages`, { content: text, ...(files.length ? { file_ids: files } : {}), ...(replyTo ? { reply_to: replyTo } : {}) }, key ? { key } : {});
      talk.trouble.set(null);
      tellReach(answer);
      toEnd();
      await talk.sync();
    },
    async edit(message, text) {
      await api.put(`${here()}${path`/messages/${message}`}`, { content: text });
      talk.trouble.set(null);
      await talk.sync();
    },
  });

  /** @param {import("./conversation.js").Message} message */
  const verbs = (message) => {
    const list = talk.messages.peek();
    const isLast = list.at(-1)?.id === message.id;
    const isMine = message.author_kind === "user";
    return [
      ...(writing ? [{ label: "Reply", run: () => writing.about({ message, kind: "reply" }) }] : []),
      ...(writing && isMine ? [{ label: "Edit and resend", run: () => writing.about({ message, kind: "edit" }) }] : []),
      ...(!isMine && isLast && message.author_kind === "employee" ? [{ label: "Another answer", run: () => attempt(async () => {
        await api.post(`${here()}${path`/messages/${message.id}/regenerate`}`);
        await talk.sync();
      }, "Another answer") }] : []),
      { label: "Pin", run: () => attempt(async () => {
        await api.post(`${here()}/digest/facts`, { fact: message.content.slice(0, 500), source_message_id: message.id });
        toast("Pinned: every later turn in this thread is told of it.");
      }, "Pin") },
      { label: "Fork from here", run: () => attempt(async () => {
        const fork = await api.post(`${here()}/fork`, { message_id: message.id });
        go(at(`chat/${encodeURIComponent(fork.id)}`));
        toast("A new thread that begins like this one.");
      }, "Fork") },
      { label: "Copy", run: () => navigator.clipboard?.writeText(message.content).then(() => announce("Copied")) },
    ];
  };

  const toEnd = () => {
    isFollowing.set(true);
    talk.fresh.set(0);
    if (talk.isDetached.peek()) void talk.load().then(pin);
    else pin();
  };
  const pin = () => { if (log && isFollowing.peek()) log.scrollTop = log.scrollHeight; };
  const isAsked = markRead(talk, here, isFollowing, unreadFrom);
  const waits = waitingRows(thread, talk);
  const rest = options.closed ? null : restRow(thread, talk, here);
  // A row that comes after the messages would push them away from under the reader.
  const areCallsKnown = signal(false);
  effect(() => {
    if (!talk.isLoaded() || untrack(areCallsKnown)) return;
    untrack(() => void knowCalls(talk.messages().slice(-SEEN).flatMap((one) => { const run = talk.book.figures(one.id); return run && run.ended_at && run.tool_calls_count > 0 ? [run.id] : []; })).then(() => areCallsKnown.set(true)));
  });
  const isReady = together(() => talk.isLoaded() && areCallsKnown() && isAsked() && waits.isKnown() && (rest?.isKnown() ?? true), { from: () => talk.isLoaded() || talk.error() !== null, patience: 1000 });
  effect(() => { if (isFollowing()) talk.fresh.set(0); else talk.fresh(); });
  effect(() => {
    const id = marked();
    if (!id || !talk.isLoaded() || !isReady()) return;
    // Before its neighbours are there, or the end would be kept in view and asked for.
    isFollowing.set(false);
    void untrack(() => talk.showAround(id)).then((isThere) => {
      // Rows get their true height only when they come near, which moves what is below them: hence more than once.
      const center = (/** @type {number} */ times) => requestAnimationFrame(() => {
        log?.querySelector(`[data-message="${CSS.escape(id)}"]`)?.scrollIntoView({ block: "center" });
        if (times > 1) center(times - 1);
      });
      if (isThere) center(5);
    });
  });

  const isLate = signal(false);
  const timer = setTimeout(() => isLate.set(true), 150);
  onCleanup(() => clearTimeout(timer));
  const shown = () => html`<div class="log" role="log" aria-live="off" tabindex="0" aria-label=${`Messages${options.label ? `: ${options.label}` : ""}`} ref=${(/** @type {HTMLElement} */ element) => { log = element; follow(element, isFollowing, talk); }}>
      <div class="entries">
        ${when(() => talk.error(), () => html`<div class="problem" role="alert"><span>${() => talk.error()?.message ?? ""}</span>${button("Try again", () => talk.load(), { class: "small" })}</div>`)}
        ${when(() => isLate() && !isReady() && !talk.error(), () => html`<div class="skeleton" aria-hidden="true"><i></i><i></i><i></i></div>`)}
        ${when(talk.hasEarlier, () => html`<p class="edge">${button("Earlier messages", () => talk.loadEarlier(), { class: "small" })}</p>`)}
        ${when(isReady, () => html`${each(talk.messages, (one) => one.id, (item, index) => messageRow(item, () => talk.messages()[index() - 1],
          { book: talk.book, verbs, isMarked: () => marked() === item().id, unreadFrom }))}
        ${when(talk.isDetached, () => html`<p class="edge">${button("Later messages", () => talk.loadLater(), { class: "small" })}</p>`)}
        ${when(() => talk.isLoaded() && talk.messages().length === 0 && !talk.isBusy(), () => options.empty ?? html`<div class="empty"><p>Nothing was said here yet.</p></div>`)}
        ${each(talk.answers, (one) => one.run, (answer) => answerRow(answer, talk))}
        ${waits.view}
        ${troubleRow(talk, here)}
        ${rest?.view ?? null}`)}
      </div>
    </div>
    ${when(() => !isFollowing(), () => html`<div class="jump"><button type="button" class="small" onclick=${toEnd}>${() => (talk.fresh() ? `Jump to latest (${talk.fresh()})` : "Jump to latest")}</button></div>`)}
    ${writing ? writing.view : null}`;
  // What stands among other things is as high as its messages: it is there as a whole or not yet.
  const view = html`<section class=${options.isEmbedded ? "thread inline" : "thread"} aria-label=${options.label ?? "Conversation"}>
    ${options.isEmbedded ? when(isReady, shown) : shown()}</section>`;
  const show = (/** @type {string} */ id) => { marked.set(""); marked.set(id); };
  /**
   * Goes from message to message, from the last one on.
   * @param {1 | -1} step
   */
  const move = (step) => {
    const rows = /** @type {HTMLElement[]} */ ([...log?.querySelectorAll("article.message") ?? []]);
    const at = rows.findIndex((row) => row.contains(document.activeElement));
    const next = rows[at < 0 ? rows.length - 1 : Math.max(0, Math.min(rows.length - 1, at + step))];
    next?.focus({ preventScroll: true });
    next?.scrollIntoView({ block: "nearest" });
  };
  /** Opens what can be done with the message that has the focus. */
  const menu = () => /** @type {HTMLElement | null | undefined} */ (document.activeElement?.closest("article.message")?.querySelector(".more summary"))?.click();
  return { view, talk, isReady, toEnd, show, move, menu, focus: () => writing?.focus() };
}

/**
 * Keeps the end in view until the reader scrolls up; asks for more at either edge.
 * @param {HTMLElement} log
 * @param {import("../core.js").Signal<boolean>} isFollowing
 * @param {import("./conversation.js").Conversation} talk
 */
function follow(log, isFollowing, talk) {
  let last = 0;
  talk.holdWith((change) => {
    if (isFollowing.peek()) return change();
    const edge = log.getBoundingClientRect().top;
    const anchor = [...log.querySelectorAll("[data-message]")].find((row) => row.getBoundingClientRect().bottom > edge);
    const before = anchor?.getBoundingClientRect().top ?? 0;
    // Browsers keep the place themselves except at the very top, and some never; twice would be wrong.
    log.style.setProperty("overflow-anchor", "none");
    change();
    flush();
    if (anchor?.isConnected) log.scrollTop += anchor.getBoundingClientRect().top - before;
    requestAnimationFrame(() => log.style.removeProperty("overflow-anchor"));
  });
  const grown = new ResizeObserver(() => { if (isFollowing.peek()) log.scrollTop = log.scrollHeight; });
  grown.observe(log);
  queueMicrotask(() => { if (log.firstElementChild) grown.observe(log.firstElementChild); });
  onCleanup(() => grown.disconnect());
  log.addEventListener("scroll", () => {
    const { scrollTop, scrollHeight, clientHeight } = log;
    const isAtEnd = scrollHeight - scrollTop - clientHeight < 40;
    if (isAtEnd && !talk.isDetached.peek()) isFollowing.set(true);
    else if (scrollTop < last - 2) isFollowing.set(false);
    last = scrollTop;
    if (scrollTop < 300 && !isFollowing.peek()) void talk.loadEarlier();
    if (isAtEnd && talk.isDetached.peek()) void talk.loadLater();
  }, { passive: true });
}

/**
 * Marks a thread as read when its end was seen, and finds what was new when it was opened.
 * @param {import("./conversation.js").Conversation} talk
 * @param {() => string} here
 * @param {() => boolean} isFollowing
 * @param {import("../core.js").Signal<string | null>} unreadFrom
 */
function markRead(talk, here, isFollowing, unreadFrom) {
  let marked = "";
  const isSeen = signal(document.visibilityState === "visible");
  const seen = () => isSeen.set(document.visibilityState === "visible");
  document.addEventListener("visibilitychange", seen);
  onCleanup(() => document.removeEventListener("visibilitychange", seen));
  const isAsked = signal(false);
  const newest = computed(() => (talk.isDetached() ? "" : talk.messages().at(-1)?.id ?? ""));
  const address = untrack(here);
  const isHere = new Promise((/** @type {(value: void) => void} */ resolve) => { effect(() => { if (talk.isLoaded()) resolve(); }); });
  void api.get(address).then(async (answer) => {
    await isHere;
    if (answer.unread > 0) {
      const list = talk.messages.peek();
      const read = list.findIndex((one) => one.id === answer.read_up_to);
      const first = list.slice(read + 1).find((one) => one.author_kind !== "user");
      if (first && read >= 0) unreadFrom.set(first.id);
    }
  }).catch(() => {}).finally(() => isAsked.set(true));
  effect(() => {
    const id = newest();
    if (!id || !isAsked() || !isSeen() || !isFollowing() || id === marked) return;
    marked = id;
    void api.put(`${address}/read`, { message_id: id }).then(readSomething, () => { marked = ""; });
  });
  return isAsked;
}

/**
 * Says who is not reached by what was written.
 * @param {import("../queries.js").Answer<"POST /api/companies/{company}/threads/{thread}/messages">} answer
 */
function tellReach(answer) {
  if (answer?.unknown_names?.length) toast(`Nobody here is called ${answer.unknown_names.join(", ")}.`, { kind: "needs" });
  for (const one of answer?.departed ?? []) toast(one.sentence, { kind: "needs" });
}
