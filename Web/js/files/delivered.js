// @ts-check
// The files that tickets handed in, and how each stands.
import { computed, effect, signal, untrack } from "../core.js";
import { each, html, when } from "../template.js";
import { api, path } from "../api.js";
import { at, base, company } from "../company.js";
import { query } from "../queries.js";
import { setQuery } from "../router.js";
import { attempt, button, empty, loaded, stateMark, when_ } from "../ui.js";
import { tabs } from "../tabs.js";
import { plain } from "../format.js";
import { staff, ticketAddress } from "../run/names.js";

/**
 * @typedef {import("../queries.js").Answer<"GET /api/companies/{company}/deliverables">} Answer
 * @typedef {Answer["items"][number]} Deliverable
 * @typedef {Deliverable["standing"]} Standing
 */

const PAGE = 200;
/** What a review, or the lack of one, changes. */
const CHANGES = /^(?:review\.|vault\.|ticket\.(?:attachment|closed|reopened|assigned))/;

/** @type {Record<Standing, string>} */
const MARKS = { in_work: "open", awaiting_review: "review", accepted: "done", sent_back: "stopped", not_reviewed: "done" };
/** @type {Record<Standing, string>} */
const WORDS = { in_work: "in work", awaiting_review: "handed in", accepted: "accepted", sent_back: "sent back", not_reviewed: "done, not reviewed" };
const SHOWN = /** @type {const} */ (["all", "awaiting_review", "sent_back", "accepted"]);

/**
 * @param {() => URLSearchParams} address
 * @param {any} views the bar of saved views
 */
export function delivered(address, views) {
  // Views that were saved earlier have the words instead.
  const which = computed(() => { const wanted = address().get("standing") ?? "all"; return SHOWN.find((one) => one === wanted || (one !== "all" && WORDS[one] === wanted)) ?? "all"; });
  const who = computed(() => address().get("who") ?? "");
  const asked = computed(() => `${base()}/deliverables?${new URLSearchParams({ limit: String(PAGE), ...(which() === "all" ? {} : { standing: which() }), ...(who() ? { author_id: who() } : {}) })}`);
  /** @type {import("../queries.js").Asked<"GET /api/companies/{company}/deliverables">} */
  const first = query(() => (company() ? asked() : null), { on: CHANGES });
  const people = staff();

  const older = signal(/** @type {{ items: readonly Deliverable[], pages: number, next: string | null }} */ ({ items: [], pages: 0, next: null }));
  let round = 0;
  /**
   * Reads the pages behind the first one: each of their files may stand otherwise than it did.
   * @param {number} pages
   */
  async function look(pages) {
    const mine = ++round;
    let next = untrack(first.data)?.next ?? null;
    /** @type {Deliverable[]} */
    const items = [];
    for (let page = 0; page < pages && next !== null; page++) {
      const answer = /** @type {Answer} */ (await api.get(`${untrack(asked)}&after=${encodeURIComponent(next)}`));
      if (mine !== round) return;
      items.push(...answer.items);
      next = answer.next;
    }
    older.set({ items, pages, next });
  }
  effect(() => { asked(); round++; older.set({ items: [], pages: 0, next: null }); });
  effect(() => { first.data(); untrack(() => { if (older.peek().pages > 0) void look(older.peek().pages).catch(() => {}); }); });
  const next = () => (older().pages > 0 ? older().next : first.data()?.next ?? null);
  const more = () => attempt(() => look(older.peek().pages + 1), "Older files");

  // Until the answer to another choice is there, what is known of it already.
  const fits = (/** @type {Deliverable} */ one) => (which() === "all" || one.standing === which()) && (!who() || one.author_id === who());
  const shown = computed(() => [...new Map([...older().items, ...(first.data()?.items ?? [])].map((one) => [one.id, one])).values()].filter(fits).sort((a, b) => b.attached_at - a.attached_at || (a.id < b.id ? 1 : -1)));
  const counts = () => /** @type {Record<string, number>} */ (first.data()?.counts ?? {});
  const number = (/** @type {string} */ one) => (one === "all" ? Object.values(counts()).reduce((sum, some) => sum + some, 0) : counts()[one]) || "";
  const isAny = computed(() => number("all") !== "" || who() !== "");
  const reviewed = (/** @type {Deliverable} */ one) => (one.review?.reviewer ? `${one.standing === "awaiting_review" ? "to be reviewed by" : "reviewed by"} ${plain(one.review.reviewer)}${one.review.round > 1 ? `, round ${one.review.round}` : ""}` : "");
  const all = { standing: null, who: null };

  const row = (/** @type {() => Deliverable} */ one) => html`<li class="delivered-row">
    <span class="delivered-state">${stateMark(() => MARKS[one().standing], () => WORDS[one().standing])}</span>
    <span class="delivered-what"><a class="file-link" href=${() => at(path`files/${one().file.id}`)}>${() => plain(one().file.original_name)}</a>
      <a class="delivered-ticket muted" href=${() => ticketAddress(one().ticket)}>${() => `${one().ticket.key} ${plain(one().ticket.title)}`}</a>
      ${when(() => one().standing === "sent_back" && one().review?.comment, () => html`<span class="snippet">${() => plain(one().review?.comment ?? "")}</span>`)}</span>
    <span class="file-author">${() => plain(one().author ?? "") || people.name(one().author_id)}</span>
    <span class="muted small delivered-reviewer">${() => reviewed(one())}</span>
    <span class="muted num">${when_(() => one().attached_at)}</span></li>`;
  const label = (/** @type {typeof SHOWN[number]} */ one) => { const words = one === "all" ? "all" : WORDS[one]; return `${words.charAt(0).toUpperCase()}${words.slice(1)}`; };

  return html`<div class="delivered"><div class="filters">${tabs("How they stand", SHOWN.map((one) => ({ id: one, label: html`${label(one)} <span class="mono muted">${() => number(one)}</span>` })), which, (id) => setQuery({ standing: id === "all" ? null : id }))}
      <label class="filter"><select aria-label="Author" data-filter="who" onchange=${(/** @type {any} */ event) => setQuery({ who: event.target.value })}><option value="">Author: any</option>${() => people.all().map((one) => html`<option value=${one.id} ?selected=${who() === one.id}>${plain(one.name)}</option>`)}</select></label>${views}</div>
    ${loaded(first, () => html`${when(() => shown().length > 0, () => html`<ul class="file-list" data-testid="delivered">${each(shown, (one) => one.id, row)}</ul>`,
      () => when(first.isLoading, () => html`<p class="muted">Looking…</p>`, () => (isAny() ? empty(which() === "all" ? "They have handed in nothing yet." : `Nothing is “${label(which()).toLowerCase()}” now.`, html`<button type="button" onclick=${() => setQuery(all)}>Show all</button>`)
        : empty("Nothing was handed in yet. A file that somebody makes for a ticket stands here, with what its review said.", html`<a class="button primary" href=${at("board")}>Go to the board</a>`))))}
      ${when(next, () => html`<p class="actions">${button("Look further back", more)}</p>`)}`)}</div>`;
}
