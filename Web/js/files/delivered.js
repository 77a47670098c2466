// @ts-check
// The files that tickets handed in, and how each stands.
import { keepPushed } from "../pushed.js";
import { computed, effect, signal, untrack } from "../core.js";
import { each, html, when } from "../template.js";
import { api, path } from "../api.js";
import { at, base, company } from "../company.js";
import { query } from "../queries.js";
import { setQuery } from "../router.js";
import { button, empty, loaded, stateMark, when_ } from "../ui.js";
import { tabs } from "../tabs.js";
import { plain, plural } from "../format.js";
import { keyOf, staff, ticketAddress } from "../run/names.js";
import { lookup } from "./lookup.js";
import { TYPES, deliverables } from "./handed.js";

const PAGE = 500;
/** So many files are asked for one by one that are not among the latest. */
const ASKED = 100;

/** @typedef {import("./handed.js").Standing} Standing */
/** @type {Record<Standing, string>} */
const MARKS = { drafted: "open", "handed in": "review", accepted: "done", "sent back": "stopped", "no review": "done" };
/** @type {Record<Standing, string>} */
const WORDS = { drafted: "in work", "handed in": "handed in", accepted: "accepted", "sent back": "sent back", "no review": "done, not reviewed" };
const SHOWN = /** @type {const} */ (["all", "handed in", "sent back", "accepted"]);

/**
 * @param {() => URLSearchParams} address
 * @param {any} views the bar of saved views
 */
export function delivered(address, views) {
  const log = query(() => (company() ? `${base()}/events?newest=true&limit=${PAGE}&type=${TYPES.join(",")}` : null), { on: /^(?:review\.|ticket\.(?:attachment|closed))/ });
  const known = query(() => (company() ? `${base()}/files?limit=${PAGE}` : null), { on: /^vault\./ });
  const older = signal(/** @type {any[]} */ ([]));
  const next = signal(/** @type {number | null | undefined} */ (undefined));
  keepPushed(() => log.data()?.items, older, next, (event) => event.seq);
  const people = staff();
  const all = computed(() => deliverables([...new Map([...older(), ...(log.data()?.items ?? [])].map((event) => [event.seq, event])).values()].sort((a, b) => a.seq - b.seq)));
  const which = computed(() => { const wanted = address().get("standing") ?? "all"; return SHOWN.find((one) => one === wanted) ?? "all"; });
  const shown = computed(() => all().filter((one) => which() === "all" || one.standing === which()));
  const isMore = computed(() => (next() === undefined ? log.data()?.next != null : next() !== null));
  const more = async () => {
    const from = next.peek() ?? untrack(log.data)?.next;
    if (from == null) return;
    const answer = await api.get(`${base()}/events?newest=true&limit=${PAGE}&type=${TYPES.join(",")}&before=${from}`);
    older.update((list) => [...list, ...answer.items]);
    next.set(answer.next ?? null);
  };

  const files = signal(/** @type {ReadonlyMap<string, any>} */ (new Map()));
  const look = lookup((id) => api.get(`${base()}${path`/files/${id}`}`), (id, file) => files.update((now) => new Map([...now, [id, file]])));
  effect(() => {
    const list = known.data()?.items;
    if (!list) return;
    const found = new Map([...untrack(files), ...list.map((/** @type {any} */ one) => /** @type {const} */ ([one.id, one]))]);
    const missing = all().filter((one) => !found.has(one.file)).slice(0, ASKED);
    untrack(() => {
      files.set(found);
      look(missing.map((one) => one.file));
    });
  });
  const nameOf = (/** @type {string} */ id) => { const file = files().get(id); return file ? plain(file.original_name) : file === null ? "A file that is gone" : "…"; };
  const count = (/** @type {string} */ standing) => all().filter((one) => one.standing === standing).length;

  const row = (/** @type {() => import("./handed.js").Deliverable} */ one) => html`<li class="delivered-row">
    <span class="delivered-state">${stateMark(() => MARKS[one().standing], () => WORDS[one().standing])}</span>
    <span class="delivered-what"><a class="file-link" href=${() => (files().get(one().file) === null ? null : at(path`files/${one().file}`))}>${() => nameOf(one().file)}</a>
      ${() => { const ticket = files().get(one().file)?.ticket; return ticket?.id === one().ticket ? html`<a class="delivered-ticket muted" href=${ticketAddress(ticket)}>${`${keyOf(ticket)} ${plain(ticket.title)}`}</a>` : files().get(one().file) === undefined ? null : html`<a class="delivered-ticket muted" href=${at(path`t/${one().ticket}`)}>Its ticket</a>`; }}
      ${when(() => one().standing === "sent back" && one().words, () => html`<span class="snippet">${() => plain(one().words)}</span>`)}</span>
    <span class="file-author">${() => people.name(one().by)}</span>
    <span class="muted small delivered-reviewer">${() => (one().reviewer ? `${one().standing === "handed in" ? "to be reviewed by" : "reviewed by"} ${people.name(one().reviewer)}${one().round > 1 ? `, round ${one().round}` : ""}` : "")}</span>
    <span class="muted num">${when_(() => one().at)}</span></li>`;

  return html`<div class="delivered"><div class="filters">${tabs("How they stand", SHOWN.map((one) => ({ id: one, label: one === "all" ? "All" : html`${one.charAt(0).toUpperCase()}${one.slice(1)} <span class="mono muted">${() => count(one) || ""}</span>` })), which, (id) => setQuery({ standing: id === "all" ? null : id }))}${views}</div>
    ${loaded(log, () => html`${when(() => shown().length > 0, () => html`<ul class="file-list" data-testid="delivered">${each(shown, (one) => `${one.file} ${one.ticket}`, row)}</ul>`,
      () => (all().length ? empty(`Nothing is “${which()}” now.`, html`<button type="button" onclick=${() => setQuery({ standing: null })}>Show all</button>`)
        : empty("Nothing was handed in yet. A file that somebody makes for a ticket stands here, with what its review said.", html`<a class="button primary" href=${at("board")}>Go to the board</a>`)))}
      ${when(isMore, () => html`<p class="actions">${button("Look further back", more)}<span class="muted small">${() => plural(all().length, "file")}</span></p>`)}`)}</div>`;
}
