// @ts-check
// What happened while nobody looked: shown when the floor is opened after half an hour or more.
import { effect, onCleanup, signal, untrack } from "../core.js";
import { html, when } from "../template.js";
import { api } from "../api.js";
import { at, base, company, floor } from "../company.js";
import { when_ } from "../ui.js";
import { money, plural } from "../format.js";

/** @typedef {{ since: number, done: number, failed: number, asked: number, cost: number, files: number, isMore: boolean }} Digest */

const ABSENCE = 30 * 60_000;
/** How many events are read at most to tell. */
const PAGES = 10;
const PAGE = 100;

/** @param {string} company */
const place = (company) => `teamx.seen.${company}`;

/** The strip with what happened, or nothing. */
export function digest() {
  const shown = signal(/** @type {Digest | null} */ (null));
  let isAsked = false;
  const remember = () => {
    const [here, now] = [untrack(company), floor.peek()];
    if (here && now?.seq && !document.hidden) localStorage.setItem(place(here.id), JSON.stringify({ seq: now.seq, at: now.now ?? Date.now() }));
  };
  effect(() => {
    const now = floor();
    if (!now) return;
    untrack(() => {
      if (!isAsked) {
        isAsked = true;
        if (now.since_you_left) shown.set(fromServer(now.since_you_left));
        else void ask();
      }
      remember();
    });
  });
  const timer = setInterval(remember, 60_000);
  onCleanup(() => clearInterval(timer));

  async function ask() {
    const here = company();
    const text = here ? localStorage.getItem(place(here.id)) : null;
    /** @type {{ seq: number, at: number } | null} */
    let seen = null;
    try { seen = text ? JSON.parse(text) : null; } catch { seen = null; }
    if (!seen?.at || Date.now() - seen.at < ABSENCE) return;
    try { shown.set(await read(seen)); } catch { /* it is only a greeting */ }
  }

  return when(shown, () => html`<section class="digest" aria-labelledby="digest-title" data-testid="since-you-left">
    <h2 id="digest-title">Since you left</h2><span class="muted small">${when_(() => shown()?.since)} ago</span>
    <p>${() => words(shown())}</p>
    ${() => (shown()?.asked ? html`<a href=${at("inbox")}>${plural(shown()?.asked ?? 0, "decision")} waiting</a>` : null)}
    <button type="button" class="small quiet" onclick=${() => shown.set(null)}>Dismiss</button>
  </section>`);
}

/** @param {Digest | null} told */
function words(told) {
  if (!told) return "";
  const parts = [plural(told.done, "ticket") + " done", `${money(told.cost)} spent`];
  if (told.files) parts.push(plural(told.files, "file") + " written");
  parts.push(told.failed ? plural(told.failed, "failure") : "no failures");
  return `${parts.join(" · ")}${told.isMore ? " · and more" : ""}`;
}

/**
 * @param {any} told
 * @returns {Digest}
 */
const fromServer = (told) => ({
  since: told.since ?? told.at ?? 0, done: told.tickets_done ?? told.done ?? 0, failed: told.failures ?? told.failed ?? 0,
  asked: told.decisions ?? told.questions ?? told.waiting ?? 0, cost: Number(told.cost ?? told.spent ?? 0), files: told.files ?? 0, isMore: Boolean(told.is_more),
});

/**
 * Reads the events since then.
 * @param {{ seq: number, at: number }} seen
 * @returns {Promise<Digest | null>}
 */
async function read(seen) {
  const told = { since: seen.at, done: 0, failed: 0, asked: floor.peek()?.needs_you?.count ?? 0, cost: 0, files: 0, isMore: true };
  let after = seen.seq;
  for (let page = 0; page < PAGES; page++) {
    const { items } = await api.get(`${base()}/events?after=${after}&limit=${PAGE}`);
    for (const event of items) {
      after = event.seq;
      if (event.event_type === "ticket.closed") told.done++;
      else if (event.event_type === "work.failed") told.failed++;
      else if (event.event_type === "vault.file_created") told.files++;
      else if (event.event_type === "work.completed") told.cost += Number(event.payload?.cost_usd ?? 0) || 0;
    }
    if (items.length < PAGE) { told.isMore = false; break; }
  }
  return after === seen.seq && !told.asked ? null : told;
}
