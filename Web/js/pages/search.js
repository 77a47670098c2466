// @ts-check
// Everything that a company has said, done and kept, by words and by meaning, in groups.
import { keyed } from "../keyed.js";
import { computed, onCleanup, signal, untrack } from "../core.js";
import { each, html, when } from "../template.js";
import { path } from "../api.js";
import { companies } from "../company.js";
import { query } from "../queries.js";
import { go, place, setQuery } from "../router.js";
import { empty, pageHead, when_ } from "../ui.js";
import { plain, plural } from "../format.js";
import { stylesheet } from "../shell.js";
import { marked } from "../files/kinds.js";
import { foundOf, foundPerson, GROUPS } from "../search/hits.js";

export const css = "files";
await stylesheet("runs");

const FEW = 8;

/** @type {import("../router.js").Open} */
export function open({ query: address }) {
  const words = computed(() => (address().get("q") ?? "").trim());
  const group = computed(() => address().get("in") ?? "");
  // There is no company in this address: the one that was open last is meant, unless another is named.
  const here = computed(() => {
    const named = address().get("co") ?? localStorage.getItem("teamx.company");
    return companies().find((one) => one.slug === named || one.id === named) ?? companies()[0] ?? null;
  }, (a, b) => a?.id === b?.id);
  const base = computed(() => (here() ? path`/api/companies/${here()?.id ?? ""}` : ""));
  const isAsked = computed(() => words().length > 1 && base() !== "");
  /** @type {import("../queries.js").Asked<"GET /api/companies/{company}/search">} */
  const hits = query(() => (isAsked() ? `${base()}/search?q=${encodeURIComponent(words())}&limit=50` : null));
  /** @type {import("../queries.js").Asked<"GET /api/companies/{company}/employees">} */
  const staff = query(() => (base() ? `${base()}/employees?departed=true` : null));
  const found = computed(() => {
    const company = here();
    if (!company || !isAsked()) return [];
    const parts = words().toLowerCase().split(/\s+/);
    const people = /** @type {any[]} */ (staff.data()?.items ?? []).filter((one) => !one.is_system && parts.every((part) => `${one.name} ${one.title}`.toLowerCase().includes(part))).map((one) => foundPerson(one, company));
    return [...people, ...(hits.data()?.items ?? []).map((hit) => foundOf(hit, company))];
  });
  const groups = computed(() => GROUPS.map((one) => ({ ...one, items: found().filter((hit) => hit.group === one.id) })).filter((one) => one.items.length && (!group() || group() === one.id)));
  const counts = computed(() => new Map(GROUPS.map((one) => [one.id, found().filter((hit) => hit.group === one.id).length])));
  const opened = signal(/** @type {ReadonlySet<string>} */ (new Set()));
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  onCleanup(() => clearTimeout(timer));

  const walk = (/** @type {number} */ by) => {
    const all = /** @type {HTMLElement[]} */ ([...document.querySelectorAll(".found a")]);
    const now = all.indexOf(/** @type {HTMLElement} */ (document.activeElement));
    all[Math.max(0, Math.min(all.length - 1, now + by))]?.focus();
  };

  const row = (/** @type {() => import("../search/hits.js").Found} */ one) => html`<li class="found"><a href=${() => one().href}><b>${() => marked(plain(one().title), words())}</b>
    ${() => { const rest = beyond(one()); return rest ? html`<span class="snippet">${marked(rest, words())}</span>` : null; }}
    <span class="muted small">${() => plain(one().about)}${() => (one().at ? html`<span> · </span>${when_(() => one().at)}` : null)}</span></a></li>`;

  const view = html`<div class="search-page">${pageHead("Search", { lead: () => (here() ? `Everything in ${plain(here()?.name ?? "")}` : "") })}
    <div class="filters"><input type="search" autofocus aria-label="What to find" placeholder="Words, or what it is about" data-testid="search-box" .value=${() => address().get("q") ?? ""}
        oninput=${(/** @type {any} */ event) => { const text = event.target.value; clearTimeout(timer); timer = setTimeout(() => setQuery({ q: text }), 200); }}
        onkeydown=${(/** @type {KeyboardEvent} */ event) => { if (event.key === "ArrowDown") { event.preventDefault(); walk(1); } }}>
      ${when(() => companies().length > 1, () => html`<select aria-label="Company" onchange=${(/** @type {any} */ event) => setQuery({ co: event.target.value })}>
        ${each(companies, (one) => one.id, (one) => html`<option value=${() => one().slug} ?selected=${() => here()?.id === one().id}>${() => plain(one().name)}</option>`)}</select>`)}</div>
    ${when(() => found().length > 0, () => html`<div class="tabs search-groups" role="group" aria-label="Groups"><button type="button" aria-pressed=${() => String(!group())} onclick=${() => setQuery({ in: null })}>All</button>
      ${GROUPS.map((one) => html`<button type="button" aria-pressed=${() => String(group() === one.id)} ?hidden=${() => !counts().get(one.id)} onclick=${() => setQuery({ in: one.id })}>${() => `${one.label} ${counts().get(one.id) ?? 0}`}</button>`)}</div>`)}
    ${when(() => hits.error(), () => html`<div class="problem" role="alert"><strong>The search failed.</strong><span>${() => hits.error()?.message ?? ""}</span><span class="actions"><button type="button" class="small" onclick=${() => void hits.reload()}>Try again</button><a href="/doctor">Doctor</a></span></div>`)}
    ${when(() => hits.data()?.remark, () => html`<p class="muted small">${() => hits.data()?.remark}</p>`)}
    <p class="unseen" role="status">${() => (isAsked() && !hits.isLoading() ? `${plural(found().length, "result")}` : "")}</p>
    ${each(groups, (one) => one.id, (one) => html`<section class="panel stack"><h2>${() => one().label}</h2><ul class="found-list">${each(() => (opened().has(one().id) || group() ? one().items : one().items.slice(0, FEW)), (hit) => hit.id, row)}</ul>
      ${when(() => one().items.length > FEW && !opened().has(one().id) && !group(), () => html`<button type="button" class="small" onclick=${() => opened.update((set) => new Set([...set, one().id]))}>${() => `${one().items.length - FEW} more`}</button>`)}</section>`,
      () => html`<div>${() => (!here() ? empty("There is no company to search yet.", html`<a class="button primary" href="/welcome">Start one</a>`)
        : !isAsked() ? empty("Tickets, messages, files, goals, projects, minutes and people, by their words and by what they mean. Write two letters or more.")
          : hits.error() ? null : hits.isLoading() || !hits.data() ? html`<p class="muted">Looking…</p>` : empty(`Nothing was found for “${words()}”. Fewer or other words find more.`))}</div>`)}</div>`;

  return {
    title: () => (words() ? `Search: ${words()}` : "Search"),
    view,
    keys: [
      { key: "j", label: "Next result", group: "Search", action: () => walk(1) },
      { key: "k", label: "Previous result", group: "Search", action: () => walk(-1) },
      { key: "escape", label: "Back to the company", group: "Search", action: () => { const company = untrack(here); if (company && untrack(place).name === "search") go(`/c/${encodeURIComponent(company.slug)}/floor`); } },
    ],
  };
}

/**
 * What a snippet says beyond the title that stands above it.
 * @param {import("../search/hits.js").Found} found
 */
function beyond({ title, snippet }) {
  const [name, text] = [title.replace(/^\p{L}+-\d+ /u, ""), plain(snippet).trim()];
  return keyed(text.startsWith(name) ? text.slice(name.length).trim() : text);
}
