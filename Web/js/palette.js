// @ts-check
// One box for places, actions, people, tickets and files.
import { computed, effect, signal } from "./core.js";
import { each, html, when } from "./template.js";
import { actions } from "./actions.js";
import { globalActions } from "./frame.js";
import { api, path } from "./api.js";
import { announce, dialog } from "./ui.js";
import { at, base, company, people } from "./company.js";
import { go } from "./router.js";
import { shown } from "./keys.js";
import { plain } from "./format.js";
import { load as loadViews, viewEntries } from "./views.js";

/** @typedef {import("./actions.js").Entry} Entry */

/**
 * How well an entry answers a query: 0 exact, 1 beginning, 2 beginnings of words, 3 inside, null not at all.
 * Tiers, because sums of weights put strange things first.
 * @param {string} label
 * @param {string} query
 * @returns {number | null}
 */
export function tier(label, query) {
  const [text, wanted] = [fold(label), fold(query).trim()];
  if (!wanted) return 4;
  if (text === wanted) return 0;
  if (text.startsWith(wanted)) return 1;
  const words = text.split(/[^\p{L}\p{N}]+/u);
  let place = 0;
  const isInOrder = wanted.split(/\s+/).every((part) => {
    while (place < words.length && !words[place]?.startsWith(part)) place++;
    return place++ < words.length;
  });
  if (isInOrder) return 2;
  return text.includes(wanted) ? 3 : null;
}

/** @param {string} text */
const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

const RECENT = "teamx.recent";
/** @returns {string[]} */
const recent = () => { try { return JSON.parse(localStorage.getItem(RECENT) ?? "[]"); } catch { return []; } };
/** @param {string} id */
const remember = (id) => localStorage.setItem(RECENT, JSON.stringify([id, ...recent().filter((one) => one !== id)].slice(0, 20)));

/**
 * @param {Entry[]} entries
 * @param {string} query
 * @returns {Entry[]}
 */
export function rank(entries, query) {
  const used = recent();
  const age = (/** @type {Entry} */ entry) => { const place = used.indexOf(entry.id); return place < 0 ? used.length : place; };
  return entries
    .map((entry) => ({ entry, tier: best(entry, query) }))
    .filter((one) => one.tier !== null)
    .sort((a, b) => Number(a.tier) - Number(b.tier) || age(a.entry) - age(b.entry))
    .map((one) => one.entry);
}

/**
 * @param {Entry} entry
 * @param {string} query
 */
function best(entry, query) {
  const found = [tier(entry.label, query), ...(entry.words ?? "").split(",").filter(Boolean).map((word) => tier(word, query))].filter((one) => one !== null);
  return found.length ? Math.min(.../** @type {number[]} */ (found)) : null;
}

let isOpen = false;

export function openPalette(start = "") {
  if (isOpen) return;
  isOpen = true;
  void loadViews().catch(() => {});
  const query = signal(start);
  const chosen = signal(0);
  const found = signal(/** @type {Entry[]} */ ([]));
  const local = computed(() => {
    const own = people().map((one) => /** @type {Entry} */ ({
      id: `person ${one.id}`, label: plain(one.name), hint: plain(one.title ?? ""), group: "People", words: plain(one.title ?? ""), run: () => go(at(`people/${encodeURIComponent(one.id)}`)),
    }));
    return rank([...globalActions(), ...actions(), ...viewEntries(), ...own], query()).slice(0, 12);
  });
  const entries = computed(() => {
    const known = new Set(local().map((one) => one.id));
    return [...local(), ...found().filter((one) => !known.has(one.id))];
  });
  const close = dialog("Search and commands", () => {
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    let timer;
    let asked = 0;
    effect(() => {
      const text = query().trim();
      chosen.set(0);
      clearTimeout(timer);
      if (!company() || text.length < 2) return found.set([]);
      timer = setTimeout(async () => {
        const mine = ++asked;
        const entries = await remote(text);
        if (mine === asked) found.set(entries);
        announce(`${entries.length + local().length} results`);
      }, 160);
    });
    const run = (/** @type {Entry | undefined} */ entry) => {
      if (!entry) return;
      remember(entry.id);
      close();
      entry.run();
    };
    return html`<input type="text" class="palette-box" role="combobox" aria-expanded="true" aria-controls="palette-list" aria-autocomplete="list" autofocus autocomplete="off" spellcheck="false"
        aria-label="Search and commands" placeholder="Go somewhere, do something, find anything" .value=${start} data-testid="palette-input"
        aria-activedescendant=${() => (entries().length ? `palette-${chosen()}` : null)}
        oninput=${(/** @type {any} */ event) => query.set(event.target.value)}
        onkeydown=${(/** @type {KeyboardEvent} */ event) => {
          const size = entries().length;
          if (event.key === "ArrowDown") chosen.set(size ? (chosen() + 1) % size : 0);
          else if (event.key === "ArrowUp") chosen.set(size ? (chosen() + size - 1) % size : 0);
          else if (event.key === "Enter") run(entries()[chosen()]);
          else return;
          event.preventDefault();
          document.getElementById(`palette-${chosen()}`)?.scrollIntoView({ block: "nearest" });
        }}>
      <ul id="palette-list" role="listbox" aria-label="Results">
        ${each(entries, (entry) => entry.id, (entry, index) => html`<li role="option" id=${() => `palette-${index()}`} aria-selected=${() => String(index() === chosen())}
          onclick=${() => run(entry())} onmousemove=${() => chosen.set(index())}>
          <span class="label">${() => entry().label}</span><span class="hint">${() => entry().hint ?? entry().group}</span>${() => (entry().key ? html`<kbd>${shown(entry().key ?? "")}</kbd>` : null)}</li>`)}
      </ul>
      ${when(() => entries().length === 0, () => html`<p class="nothing">Nothing found.</p>`)}`;
  }, { class: "palette", testid: "palette", onClose: () => { isOpen = false; } });
}

/**
 * What the server finds.
 * @param {string} text
 * @returns {Promise<Entry[]>}
 */
async function remote(text) {
  const here = base();
  try {
    const answer = await api.get(`${here}/search?q=${encodeURIComponent(text)}&limit=12`);
    return (answer.items ?? answer.hits ?? []).map((/** @type {any} */ hit, /** @type {number} */ index) => ({
      id: `found ${hit.source_type ?? hit.kind} ${hit.source_id ?? hit.id ?? index}`, label: plain(hit.place?.title || hit.title || hit.name || hit.snippet || "").slice(0, 120), hint: wordOf(hit), group: "Found",
      run: () => go(addressOf(hit)),
    }));
  } catch { return []; }
}

/** @param {any} hit */
const wordOf = (hit) => String(hit.source_type ?? hit.kind ?? "").replace("vault_file", "file").replaceAll("_", " ");

/**
 * The page of something that was found.
 * @param {any} hit
 */
export function addressOf(hit) {
  const [kind, id] = [hit.source_type ?? hit.kind, encodeURIComponent(hit.source_id ?? hit.id ?? "")];
  switch (kind) {
    case "ticket": return at(`t/${encodeURIComponent(hit.key ?? hit.place?.ticket_number ?? hit.source_id ?? hit.id)}`);
    case "file": case "vault_file": case "artifact": return at(`files/${id}`);
    case "goal": return at(`goals/${id}`);
    case "project": return at(`projects/${id}`);
    case "meeting": case "minutes": case "meeting_minutes": return at(`meetings/${id}`);
    case "message": case "thread": return at(`chat/${encodeURIComponent(hit.place?.thread_id ?? hit.thread_id ?? hit.source_id ?? hit.id)}`);
    case "employee": return at(`people/${id}`);
    default: return path`/search?q=${hit.title ?? ""}`;
  }
}
