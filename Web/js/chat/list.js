// @ts-check
// All threads by kind, with what is unread, a filter, and search in what was said.
import { computed, effect, onCleanup, signal, untrack } from "../core.js";
import { each, html, when } from "../template.js";
import { api } from "../api.js";
import { at, base } from "../company.js";
import { query } from "../queries.js";
import { avatar, button, loaded, when_ } from "../ui.js";
import { exact, plain } from "../format.js";
import { place, setQuery } from "../router.js";
import { groups, signOf, titleOf } from "./names.js";
import { openNewThread } from "./new.js";

/** @typedef {import("./names.js").Thread} Thread */

/** So many threads of a kind are shown before one asks for all. */
const FEW = 12;
/** Where the list was scrolled to, so that opening a thread does not lose the place. */
let scrolled = 0;

/**
 * @param {() => string | null} open the thread that is open
 * @param {Node} views what opens and keeps saved views
 */
export function threadList(open, views) {
  const isAway = computed(() => place().query.get("archived") === "1");
  /** @type {import("../queries.js").Asked<"GET /api/companies/{company}/threads">} */
  const threads = query(() => `${base()}/threads?limit=200&archived=${isAway()}`, { on: /^(?:thread|message|meeting\.(?:started|ended))\b/ });
  const filter = signal(place().query.get("filter") ?? "");
  // A view that is opened brings its own words.
  effect(() => { const wanted = place().query.get("filter") ?? ""; if (wanted !== untrack(filter).trim()) filter.set(wanted); });
  const kind = computed(() => place().query.get("kind") ?? "");
  const isOfKind = (/** @type {Thread} */ one, /** @type {string} */ wanted) => one.kind === wanted || (wanted === "dm" && one.kind === "proactive");
  const isUnreadOnly = computed(() => place().query.get("unread") === "1");
  const whole = signal(/** @type {string[]} */ ([]));
  const shown = computed(() => {
    const wanted = filter().trim().toLowerCase();
    const items = /** @type {Thread[]} */ (threads.data()?.items ?? []);
    return items.filter((one) => (Boolean(one.archived_at) === isAway()) && (!kind() || isOfKind(one, kind()) || one.id === open()) && (!wanted || titleOf(one).toLowerCase().includes(wanted)) && (!isUnreadOnly() || (one.unread ?? 0) > 0 || one.id === open()));
  });
  const found = search(filter);
  /** @type {HTMLElement | null} */
  let frame = null;
  /** @param {KeyboardEvent} event */
  const move = (event) => {
    const step = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 }[event.key];
    if (!step || !(event.target instanceof HTMLAnchorElement)) return;
    const links = /** @type {HTMLElement[]} */ ([...frame?.querySelectorAll("a[href]") ?? []]);
    links[links.indexOf(event.target) + step]?.focus();
    event.preventDefault();
    event.stopPropagation();
  };
  return html`<section class="chat-list" aria-label="Threads">
    <header><div>${open() ? html`<strong>Threads</strong>` : html`<h1 tabindex="-1" class="list-title">Chat</h1>`}<span class="actions">${views}${button("New", () => openNewThread(), { class: "small primary", key: "m", testid: "new-thread" })}</span></div>
      <input type="search" placeholder="Filter, or search what was said" aria-label="Filter threads and search messages" .value=${filter} data-testid="thread-filter"
        oninput=${(/** @type {any} */ event) => { filter.set(event.target.value); setQuery({ filter: event.target.value }); }}>
      <div class="thread-filters"><button type="button" class="small" aria-pressed=${() => String(isUnreadOnly())} onclick=${() => setQuery({ unread: isUnreadOnly() ? null : "1" })}>Unread</button>
        <button type="button" class="small" aria-pressed=${() => String(isAway())} onclick=${() => setQuery({ archived: isAway() ? null : "1" })}>Put away</button>
        <label><span class="unseen">Kind</span><select class=${() => (kind() ? "on" : null)} data-testid="thread-kind" onchange=${(/** @type {any} */ event) => setQuery({ kind: event.target.value })}>
          ${() => [["", "All"], ...groups].map(([id, label]) => html`<option value=${id} ?selected=${kind() === id}>${label}</option>`)}</select></label></div></header>
    <div class="groups" onkeydown=${move} ref=${(/** @type {HTMLElement} */ element) => {
      frame = element;
      requestAnimationFrame(() => { element.scrollTop = scrolled; });
      onCleanup(() => { scrolled = element.scrollTop; });
    }}>
      ${loaded(threads, () => html`${groups.map(([kind, label]) => {
        const all = computed(() => shown().filter((one) => isOfKind(one, kind)));
        const few = computed(() => (whole().includes(kind) || filter() ? all() : all().slice(0, FEW)));
        return when(() => all().length > 0, () => html`<section><h2>${label}</h2><ul>${each(few, (one) => one.id, (one) => row(one, open))}</ul>
          ${when(() => few().length < all().length, () => html`<button type="button" class="quiet small" onclick=${() => whole.update((list) => [...list, kind])}>${() => `${all().length - few().length} more`}</button>`)}</section>`);
      })}
      ${when(() => shown().length === 0 && !found.rows().length && !threads.isLoading() && !threads.error(), () => html`<div class="empty"><p>${() => (filter() ? "No thread is called so." : kind() ? "No thread of this kind." : isAway() ? "No thread was put away." : isUnreadOnly() ? "Everything is read." : "Nobody has said anything yet.")}</p>
        ${button("Write to somebody", () => openNewThread(), { class: "small" })}</div>`)}`)}
      ${when(() => found.rows().length > 0, () => html`<section class="found"><h2>Said</h2>${each(found.rows, (one) => one.message.id, (one) => html`<a href=${() => `${at(`chat/${encodeURIComponent(one().thread.id)}`)}?message=${encodeURIComponent(one().message.id)}`}>
        <span class="from"><b>${() => plain(one().author ?? "You")}</b> <span class="muted small">${() => titleOf((threads.data()?.items ?? []).find((/** @type {Thread} */ other) => other.id === one().thread.id) ?? one().thread)}</span></span><span class="small" title=${() => exact(one().message.created_at)}>${() => plain(one().snippet).slice(0, 160)}</span></a>`)}</section>`)}
    </div></section>`;
}

/**
 * @param {() => Thread} thread
 * @param {() => string | null} open
 */
function row(thread, open) {
  const name = () => titleOf(thread());
  return html`<li><a class=${() => ((thread().unread ?? 0) > 0 ? "unread" : null)} href=${() => `${at(`chat/${encodeURIComponent(thread().id)}`)}${withoutMessage()}`} aria-current=${() => (open() === thread().id ? "page" : null)} title=${name} data-thread-id=${() => thread().id}>
    ${() => (thread().kind === "dm" ? avatar(name) : thread().ticket ? null : html`<span class="sign" aria-hidden="true">${signOf(thread().kind)}</span>`)}
    <span class="name">${() => { const one = thread(); return one.ticket ? html`<span class="mono">${one.ticket.key}</span> ${plain(one.ticket.title)}` : name(); }}</span>
    ${() => { const count = thread().kind === "ticket" ? 0 : open() === thread().id ? 0 : thread().unread ?? 0; return count ? html`<span class="badge" aria-label=${`${count} unread`}>${count > 50 ? "50+" : count}</span>` : when_(() => thread().last_message_at); }}</a></li>`;
}

function withoutMessage() {
  const query = new URLSearchParams(place().query);
  query.delete("message");
  return String(query) ? `?${query}` : "";
}

/**
 * What was said with the words of the filter in it, in all threads.
 * @param {() => string} words
 */
function search(words) {
  const rows = signal(/** @type {any[]} */ ([]));
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  let asked = 0;
  effect(() => {
    const text = words().trim();
    clearTimeout(timer);
    const mine = ++asked;
    if (text.length < 3) return rows.set([]);
    timer = setTimeout(async () => {
      try {
        const answer = await api.get(`${base()}/messages/search?limit=20&q=${encodeURIComponent(text)}`);
        if (mine === asked) rows.set(answer.items);
      } catch { if (mine === asked) rows.set([]); }
    }, 200);
  });
  onCleanup(() => { asked++; clearTimeout(timer); });
  return { rows };
}
