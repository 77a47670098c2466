// @ts-check
// The stream view: what happens and what is being written, one below the other, the newest at the bottom.
import { onCleanup, signal, untrack } from "../core.js";
import { each, html, when } from "../template.js";
import { api } from "../api.js";
import { at, base, floor, person, tails } from "../company.js";
import { onEvent, onToken } from "../live.js";
import { fail, stateMark } from "../ui.js";
import { exact, plain, time } from "../format.js";
import { ticketKey, ticketPage } from "../tickets.js";
import { sentenceOf } from "./sentences.js";
import { liveText } from "./tail.js";

/** @typedef {{ id: string, at: number, kind: "event" | "text", event?: any, isQuiet?: boolean, run?: string, who?: string }} Entry */

const MOST = 300;
const BEGINNING = 120;

export function feed() {
  const entries = signal(/** @type {Entry[]} */ ([]));
  const isFollowing = signal(true);
  const isQuietShown = signal(false);
  const missed = signal(0);
  /** @type {Map<string, { key: string, title: string } | null>} */
  const tickets = new Map();
  /** Grows whenever tickets got a name, so that sentences can say it. */
  const named = signal(0);
  /** @type {HTMLElement | null} */
  let box = null;
  let lastTop = 0;

  const name = (/** @type {any} */ one) => tickets.set(one.id, { key: one.key ?? ticketKey(one.number), title: one.title });
  const ticketOf = (/** @type {string} */ id) => {
    if (!tickets.has(id)) void learn(id);
    return tickets.get(id) ?? null;
  };
  /** @param {string} id */
  async function learn(id) {
    tickets.set(id, null);
    try {
      name(await api.get(`${base()}/tickets/${encodeURIComponent(id)}`));
      named.update((count) => count + 1);
    } catch { /* the sentence does without */ }
  }
  const bottom = () => { if (box && isFollowing.peek()) box.scrollTop = box.scrollHeight; };
  const add = (/** @type {Entry[]} */ added) => {
    if (added.length === 0) return;
    entries.update((list) => {
      const next = [...list, ...added];
      // What is above goes only while nobody reads there.
      return isFollowing.peek() && next.length > MOST ? next.slice(-MOST) : next.length > MOST * 3 ? next.slice(-MOST * 2) : next;
    });
    if (!isFollowing.peek()) missed.update((count) => count + added.length);
    requestAnimationFrame(bottom);
  };
  const entryOf = (/** @type {any} */ event) => {
    const sentence = sentenceOf(event, ticketOf);
    return sentence ? /** @type {Entry} */ ({ id: `e${event.seq}`, at: event.created_at, kind: "event", event, isQuiet: Boolean(sentence.isQuiet) }) : null;
  };
  const textOf = (/** @type {string} */ run, /** @type {string} */ employee) => add([{ id: `t${run}`, at: Date.now(), kind: "text", run, who: employee }]);

  void (async () => {
    try {
      for (const one of (await api.get(`${base()}/tickets?limit=100`)).items) name(one);
      const last = floor.peek()?.seq ?? 0;
      const page = await api.get(`${base()}/events?after=${Math.max(0, last - BEGINNING)}&limit=100`);
      const known = new Set(entries.peek().map((one) => one.id));
      const before = page.items.map(entryOf).filter((/** @type {Entry | null} */ one) => one && !known.has(one.id));
      entries.update((list) => [...before, ...list]);
      const now = new Set(entries.peek().map((one) => one.id));
      for (const one of floor.peek()?.people ?? []) if (one.run && !now.has(`t${one.run.id}`)) textOf(one.run.id, one.id);
      requestAnimationFrame(bottom);
    } catch (error) { fail(error, "What happened before"); }
  })();

  onCleanup(onEvent((event) => {
    const entry = entryOf({ ...event.data, seq: event.seq });
    if (entry) add([entry]);
  }));
  const seen = new Set();
  onCleanup(onToken((token) => {
    if (seen.has(token.run_id)) return;
    seen.add(token.run_id);
    if (!entries.peek().some((one) => one.id === `t${token.run_id}`)) textOf(token.run_id, token.employee_id);
  }));

  const said = (/** @type {any} */ event) => { named(); return untrack(() => sentenceOf(event, ticketOf)) ?? { text: "", kind: "idle" }; };
  const shown = () => entries().filter((one) => isQuietShown() || !one.isQuiet);
  const latest = () => { isFollowing.set(true); missed.set(0); bottom(); };
  return html`<div class="feed-page">
    <div class="feed-bar"><label><input type="checkbox" onchange=${(/** @type {any} */ event) => { isQuietShown.set(event.target.checked); requestAnimationFrame(bottom); }}>Tools and assignments too</label>
      <span class="muted small">${() => (isFollowing() ? "Follows the newest" : "Stands still while you read")}</span></div>
    <div class="feed" role="log" aria-live="off" aria-label="What happens, the newest last" tabindex="0" data-testid="feed"
      ref=${(/** @type {HTMLElement} */ element) => {
        box = element;
        // Text grows without a new entry, so the end is watched rather than the entries.
        const watch = new MutationObserver(bottom);
        watch.observe(element, { childList: true, characterData: true, subtree: true });
        onCleanup(() => watch.disconnect());
      }}
      onscroll=${() => {
        if (!box) return;
        // Only the reader scrolls up; what grows meanwhile must not count as that.
        const isUp = box.scrollTop < lastTop - 2;
        lastTop = box.scrollTop;
        if (box.scrollHeight - box.scrollTop - box.clientHeight < 40) { isFollowing.set(true); missed.set(0); } else if (isUp) isFollowing.set(false);
      }}>
      ${each(shown, (one) => one.id, (one) => (one().kind === "text" ? textEntry(one(), bottom) : eventEntry(one(), said)), () => html`<p class="muted feed-nothing">Nothing has happened yet. What people do and write appears here.</p>`)}
    </div>
    ${when(() => !isFollowing(), () => html`<button type="button" class="jump" onclick=${latest}>${() => (missed() ? `Jump to latest (${missed()})` : "Jump to latest")}</button>`)}
  </div>`;
}

/**
 * @param {Entry} one
 * @param {(event: any) => import("./sentences.js").Sentence} said
 */
function eventEntry(one, said) {
  return html`<div class="entry"><time class="mono muted" title=${exact(one.at)}>${time(one.at)}</time>
    ${stateMark(() => SHAPES[said(one.event).kind] ?? "idle", () => "")}
    <p>${() => {
      const { text, file, ticket } = said(one.event);
      return file ? html`<a href=${at(`files/${file}`)}>${text}</a>` : ticket ? html`<a class="plain" href=${ticketPage(ticket)}>${text}</a>` : text;
    }}</p></div>`;
}

/** @type {Record<string, string>} States whose shapes the kinds of sentences have. */
const SHAPES = { live: "working", think: "thinking", done: "done", bad: "failed", off: "stopped", review: "review", blocked: "blocked", meet: "meeting", wait: "waiting", idle: "idle" };

/**
 * @param {Entry} one
 * @param {() => void} grown
 */
function textEntry(one, grown) {
  const run = one.run ?? "";
  const who = plain(person(one.who)?.name ?? "Somebody");
  return html`<div class="entry text"><time class="mono muted" title=${exact(one.at)}>${time(one.at)}</time>
    ${stateMark(() => "working", () => "")}
    <div><p><a href=${at(`runs/${run}`)}>${who}</a> <span class="muted small">${() => (person(one.who)?.run?.id === run ? "writes" : "wrote")}</span></p>
      <p class="written" role="group" aria-label=${`What ${who} writes`} ref=${(/** @type {HTMLElement} */ box) => liveText(box, run, tails.get(run)?.text ?? person(one.who)?.run?.tail ?? "", { changed: grown })}></p></div></div>`;
}

