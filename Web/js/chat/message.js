// @ts-check
// One message, and an answer that is being written.
import { computed, onCleanup, signal, untrack } from "../core.js";
import { html, when } from "../template.js";
import { at, base, people, person } from "../company.js";
import { download } from "../api.js";
import { avatar, button, when_ } from "../ui.js";
import { markdown } from "../markdown.js";
import { count, date, duration, exact, money, plain, since, size } from "../format.js";
import { liveTools, toolChips } from "./tools.js";
import { nameOf } from "./conversation.js";

/** @typedef {import("./conversation.js").Message} Message */
/** @typedef {import("./conversation.js").Answer} Answer */
/** @typedef {{ label: string, run: () => unknown }} Verb */

/** Messages of one author that follow each other within this time share a head. */
const TOGETHER = 5 * 60_000;
/** From this length on, in characters, the end of a line ends a block of an answer that is being written. */
const BLOCK = 1500;

/**
 * Where `@ada` and `#AUR-12` lead.
 * @param {string} word
 */
export function linkFor(word) {
  const rest = word.slice(1).toLowerCase();
  if (word.startsWith("#")) return /^(?:[a-z][a-z0-9]*-)?\d+$/.test(rest) ? at(`t/${encodeURIComponent(rest.toUpperCase())}`) : null;
  const found = untrack(people).find((one) => one.name.toLowerCase().split(/\s+/)[0] === rest);
  return found ? at(`people/${encodeURIComponent(found.id)}`) : null;
}

/** @param {Message} message */
export function authorOf(message) {
  if (message.author_kind === "system") return "Team-X";
  if (message.author_kind === "user") return "You";
  return nameOf(message.author_id);
}

/** @param {number} moment */
const day = (moment) => new Date(moment).toDateString();

/**
 * The day's name: today, yesterday, or its date.
 * @param {number} moment
 */
function dayName(moment) {
  const away = Math.round((new Date().setHours(0, 0, 0, 0) - new Date(moment).setHours(0, 0, 0, 0)) / 86_400_000);
  if (away === 0) return "Today";
  if (away === 1) return "Yesterday";
  return new Date(moment).getFullYear() === new Date().getFullYear() ? date(moment) : `${date(moment)} ${new Date(moment).getFullYear()}`;
}

/**
 * @param {() => Message} item
 * @param {() => Message | undefined} before the message above it
 * @param {{ book: import("./conversation.js").Conversation["book"], verbs: (message: Message) => Verb[], isMarked: () => boolean, unreadFrom: () => string | null }} context
 */
export function messageRow(item, before, { book, verbs, isMarked, unreadFrom }) {
  const isNewDay = computed(() => { const above = before(); return !above || day(above.created_at) !== day(item().created_at); });
  const isFollowing = computed(() => {
    const above = before();
    return !isNewDay() && above !== undefined && above.author_id === item().author_id && item().created_at - above.created_at < TOGETHER;
  });
  const run = computed(() => book.of(item().id));
  const figures = computed(() => book.figures(item().id));
  const title = computed(() => (item().author_kind === "employee" ? plain(person(item().author_id)?.title ?? "") : ""));
  const name = () => authorOf(item());
  return html`<div class=${() => `entry${isFollowing() ? " following" : ""}`} data-message=${() => item().id}>
    ${when(isNewDay, () => html`<p class="day"><span>${() => dayName(item().created_at)}</span></p>`)}
    ${when(() => unreadFrom() === item().id, () => html`<p class="day new"><span>New</span></p>`)}
    <article tabindex="-1" class=${() => `message ${item().author_kind}${isMarked() ? " marked" : ""}`} aria-label=${() => `${name()}, ${exact(item().created_at)}`}>
      ${when(() => !isFollowing(), () => html`<header>${avatar(name)}<b>${name}</b> <span class="muted">${title}</span>
        ${when(() => run()?.provider === "practice", () => html`<span class="chip practice" title="The practice model wrote this; no AI was asked.">practice reply</span>`)}
        ${when_(() => item().created_at)}</header>`, () => html`<span class="beside" aria-hidden="true">${() => new Date(item().created_at).toTimeString().slice(0, 5)}</span>`)}
      <div class="said">${() => markdown(item().content, { link: linkFor })}</div>
      ${() => (item().attachments?.length ? html`<ul class="attached" aria-label="Files">${item().attachments?.map((file) => html`<li><a class="chip" href=${at(`files/${encodeURIComponent(file.file_id)}`)}>
        ${plain(file.name)} <span class="muted">${size(file.size_bytes)}</span></a>
        ${button("Download", () => download(`${base()}/files/${encodeURIComponent(file.file_id)}/content`, plain(file.name)), { class: "small quiet" })}</li>`)}</ul>` : null)}
      ${() => { const made = figures(); return made && made.ended_at && made.tool_calls_count > 0 ? toolChips(made.id, made.tool_calls_count) : null; }}
      ${() => { const made = figures(); return made ? html`<p class="figures"><span title="Tokens read and written">${count(made.prompt_tokens)} in · ${count(made.completion_tokens)} out</span>
        <span>${made.cost_kind === "unknown" ? "cost unknown" : money(made.cost_usd)}</span><span>${duration(made.latency_ms)}</span>
        <a href=${at(`runs/${encodeURIComponent(made.id)}`)}>Run</a></p>` : null; }}
      ${more(item, name, verbs)}
    </article></div>`;
}

/**
 * What can be done with a message; its buttons are made when it is opened.
 * @param {() => Message} item
 * @param {() => string} name
 * @param {(message: Message) => Verb[]} verbs
 */
function more(item, name, verbs) {
  const isOpen = signal(false);
  const isUp = signal(false);
  /** @type {HTMLDetailsElement | null} */
  let box = null;
  const close = () => { if (box) box.open = false; };
  return html`<details class="more" ref=${(/** @type {HTMLDetailsElement} */ element) => { box = element; }} ontoggle=${() => {
        const frame = box?.closest(".log")?.getBoundingClientRect();
        // Below the last messages there is no room for it.
        isUp.set(Boolean(box && frame && frame.bottom - box.getBoundingClientRect().bottom < 230 && box.getBoundingClientRect().top - frame.top > 230));
        isOpen.set(Boolean(box?.open));
      }}
      onfocusout=${(/** @type {FocusEvent} */ event) => { if (box?.open && event.relatedTarget instanceof Node && !box.contains(event.relatedTarget)) close(); }}
      onkeydown=${(/** @type {KeyboardEvent} */ event) => {
        if (event.key !== "Escape" || !box?.open) return;
        event.stopPropagation();
        close();
        box.querySelector("summary")?.focus();
      }}>
    <summary aria-label=${() => `Actions for the message of ${name()}`}>⋯</summary>
    ${when(isOpen, () => html`<div class=${() => `menu${isUp() ? " up" : ""}`}>${verbs(item()).map((verb) => button(verb.label, () => { close(); return verb.run(); }, { class: "quiet" }))}</div>`)}
  </details>`;
}

/**
 * An answer while it is written. What comes is appended to a text node, once a frame: nothing else of the page is drawn anew.
 * @param {() => Answer} answer
 * @param {import("./conversation.js").Conversation} talk
 */
export function answerRow(answer, talk) {
  const { run } = untrack(answer);
  const home = document.createElement("div");
  home.className = "prose writing";
  let node = home.appendChild(document.createElement("div")).appendChild(document.createTextNode(""));
  /** What stands in the blocks above the last one. */
  let done = "";
  const hasText = signal(false);
  let isScheduled = false;
  const write = () => {
    isScheduled = false;
    const text = talk.text(run)?.text ?? "";
    if (!text.startsWith(done)) {
      done = "";
      while (home.childNodes.length > 1) home.firstChild?.remove();
    }
    const rest = text.slice(done.length);
    if (rest.startsWith(node.data)) node.appendData(rest.slice(node.length));
    else node.data = rest;
    // A browser lays out a whole block for each letter that is added, so a long text is many blocks.
    const end = node.length > BLOCK ? node.data.lastIndexOf("\n") : -1;
    if (end > 0) {
      const last = node.data.slice(end + 1);
      done += node.data.slice(0, end + 1);
      node.data = node.data.slice(0, end);
      node = home.appendChild(document.createElement("div")).appendChild(document.createTextNode(last));
    }
    hasText.set(text !== "");
  };
  const soon = () => {
    if (isScheduled) return;
    isScheduled = true;
    // Frames stop in a hidden tab; there the text is written when the tab is seen again.
    requestAnimationFrame(write);
  };
  onCleanup(talk.onGrow(run, soon));
  write();
  const name = () => nameOf(answer().employee);
  return html`<div class="entry"><div class="message employee live" role="group" aria-label=${() => `${name()} is answering`}>
    <header>${avatar(name)}<b>${name}</b> <span class="muted">${() => plain(person(answer().employee)?.title ?? "")}</span>
      ${when(() => answer().isPractice, () => html`<span class="chip practice">practice reply</span>`)}
      <span class="figure">${() => (answer().isStopping ? "stopping" : hasText() ? "writing" : "thinking")} ${() => since(answer().at)}</span>
      ${button("Stop", () => talk.stop(answer()), { class: "small danger", testid: "stop-answer", disabled: () => answer().isStopping, label: "Stop this answer" })}</header>
    ${liveTools(() => answer().tools)}
    <div class="said">${home}</div>
  </div></div>`;
}
