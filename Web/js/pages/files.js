// @ts-check
// What people and their employees have written and put in: to find, look at, and add to.
import { computed, signal, untrack } from "../core.js";
import { each, html, when } from "../template.js";
import { api, path } from "../api.js";
import { at, base, company } from "../company.js";
import { query } from "../queries.js";
import { setQuery } from "../router.js";
import { attempt, button, empty, loaded, pageHead, when_ } from "../ui.js";
import { tabs } from "../tabs.js";
import { plain, plural, size } from "../format.js";
import { stylesheet } from "../shell.js";
import { staff } from "../run/names.js";
import { kindOf, marked, whole, WORDS } from "../files/kinds.js";
import { dropAnywhere, uploads } from "../files/upload.js";
import { keepPushed } from "../pushed.js";
import { delivered } from "../files/delivered.js";
import { detail } from "../files/detail.js";
import { savedViews } from "../views.js";
import { listKeys } from "../list-keys.js";

/** @typedef {import("../queries.js").Answer<"GET /api/companies/{company}/files">["items"][number]} Listed */

export const css = "files";
await stylesheet("runs");

const PAGE = 200;
const SPANS = [{ id: "1", label: "today" }, { id: "7", label: "7 days" }, { id: "30", label: "30 days" }];

/** @type {import("../router.js").Open} */
export const open = ({ params, query: address }) => (params.id ? detail(params.id) : list(address));

const PARTS = [{ id: "files", label: "All files" }, { id: "deliverables", label: "Deliverables" }];

/** @param {() => URLSearchParams} address */
function list(address) {
  const filter = (/** @type {string} */ name) => address().get(name) ?? "";
  const words = computed(() => filter("q").trim());
  /** @type {import("../queries.js").Asked<"GET /api/companies/{company}/files">} */
  const asked = query(() => (company() ? `${base()}/files?limit=${PAGE}` : null), { on: /^vault\./ });
  /** @type {import("../queries.js").Asked<"GET /api/companies/{company}/files">} */
  const found = query(() => (company() && words().length > 1 ? `${base()}/files?limit=50&q=${encodeURIComponent(words())}` : null), { on: /^vault\./ });
  const older = signal(/** @type {Listed[]} */ ([]));
  const next = signal(/** @type {string | null | undefined} */ (undefined));
  keepPushed(() => asked.data()?.items, older, next, (file) => whole(file).id);
  const people = staff();
  const views = savedViews("files");
  const isFinding = computed(() => words().length > 1);
  const more = () => attempt(async () => {
    const from = next.peek() === undefined ? untrack(asked.data)?.next : next.peek();
    if (!from) return;
    const answer = await api.get(`${base()}/files?limit=${PAGE}&after=${encodeURIComponent(from)}`);
    older.update((all) => [...all, ...answer.items]);
    next.set(answer.next ?? null);
  }, "Older files");
  const hasMore = computed(() => !isFinding() && (next() === undefined ? Boolean(asked.data()?.next) : Boolean(next())));
  const rows = computed(() => {
    const all = isFinding() ? (found.data()?.items ?? []).map(whole) : [...new Map([...older(), ...(asked.data()?.items ?? [])].map(whole).map((file) => [file.id, file])).values()].sort((a, b) => b.created_at - a.created_at || (a.id < b.id ? 1 : -1));
    const since = filter("days") ? Date.now() - Number(filter("days")) * 86_400_000 : 0;
    const fitting = all.filter((file) => (!filter("type") || kindOf(file) === filter("type")) && (!filter("who") || file.uploaded_by === filter("who")) && file.created_at >= since);
    /** @type {Map<string, ReturnType<typeof whole> & { versions: number }>} */
    const byName = new Map();
    for (const file of fitting) {
      const known = byName.get(file.original_name);
      if (known && !isFinding()) { known.versions++; continue; }
      byName.set(isFinding() ? file.id : file.original_name, { ...file, versions: 1 });
    }
    return [...byName.values()];
  });
  const hasFilter = computed(() => ["type", "who", "days"].some((name) => filter(name)));
  const { add, view: sending } = uploads(() => void asked.reload());
  const overlay = dropAnywhere(add);
  /** @type {HTMLInputElement | null} */
  let picker = null;
  const choose = () => picker?.click();
  // What is typed stays in the box while the address follows it.
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;

  const select = (/** @type {string} */ name, /** @type {string} */ label, /** @type {() => { id: string, label: string }[]} */ options) => html`<label class="filter"><select aria-label=${label} data-filter=${name} onchange=${(/** @type {any} */ event) => setQuery({ [name]: event.target.value })}>
    <option value="">${label}: any</option>${() => options().map((one) => html`<option value=${one.id} ?selected=${filter(name) === one.id}>${one.label}</option>`)}</select></label>`;

  const row = (/** @type {() => ReturnType<typeof whole> & { versions: number }} */ file) => html`<a class="file-row" href=${() => at(path`files/${file().id}`)} data-file-id=${() => file().id}>
    <span class="file-name"><b>${() => (isFinding() ? marked(plain(file().original_name), words()) : plain(file().original_name))}</b>${() => (file().versions > 1 ? html`<span class="chip">${plural(file().versions, "version")}</span>` : null)}
      ${() => { const ticket = file().ticket; return ticket ? html`<span class="muted small file-ticket" title=${plain(ticket.title)}>${ticket.key}</span>` : null; }}
      ${() => (file().snippet ? html`<span class="snippet">${marked(plain(file().snippet ?? ""), words())}</span>` : null)}</span>
    <span class="muted file-kind">${() => WORDS[kindOf(file())]}</span><span class="mono muted num">${() => size(file().size_bytes)}</span>
    <span class="file-author">${() => people.name(file().uploaded_by)}</span><span class="muted num">${when_(() => file().created_at)}</span></a>`;

  const everything = () => html`<div class="stack">
    <div class="filters" role="group" aria-label="Find and filter">
      <input type="search" placeholder="Find in names and contents" aria-label="Find in names and contents" data-testid="file-search" .value=${() => filter("q")}
        oninput=${(/** @type {any} */ event) => { const text = event.target.value; clearTimeout(timer); timer = setTimeout(() => setQuery({ q: text }), 180); }}>
      ${select("type", "Type", () => Object.entries(WORDS).map(([id, label]) => ({ id, label })))}
      ${select("who", "Author", () => people.all().map((one) => ({ id: one.id, label: plain(one.name) })))}
      ${select("days", "When", () => SPANS)}
      ${when(() => hasFilter() || words(), () => html`<button type="button" class="quiet small" onclick=${() => setQuery({ q: null, type: null, who: null, days: null })}>Clear</button>`)}
      ${views.bar}
    </div>
    ${loaded(asked, () => html`${when(() => rows().length > 0, () => html`<div class="file-list" data-testid="file-list">${each(rows, (file) => file.id, row)}</div>`,
      () => (words() || hasFilter() ? (found.isLoading() && isFinding() ? html`<p class="muted">Looking…</p>` : empty("No file fits.", html`<button type="button" onclick=${() => setQuery({ q: null, type: null, who: null, days: null })}>Show all</button>`))
        : empty("No files yet. What employees hand in and what you upload stands here, to be found by its words.", html`<button type="button" class="primary" onclick=${choose}>Upload a file</button>`)))}
      ${when(hasMore, () => html`<p class="actions">${button("Show older files", more)}</p>`)}`)}</div>`;

  const part = computed(() => (filter("tab") === "deliverables" ? "deliverables" : "files"));
  const isDelivered = computed(() => part() === "deliverables");

  const view = html`<div class="files">${overlay}
    ${pageHead("Files", {
      lead: () => (isDelivered() ? "What tickets handed in, and how it stands." : asked.data() ? `${rows().length}${hasMore() ? "+" : ""} ${isFinding() ? `found for “${words()}”` : rows().length === 1 ? "file" : "files"}` : ""),
      actions: html`${tabs("Which files", PARTS, part, (id) => setQuery({ tab: id === "files" ? null : id, standing: null }))}<input type="file" multiple hidden data-testid="file-input" ref=${(/** @type {HTMLInputElement} */ element) => { picker = element; }}
          onchange=${(/** @type {any} */ event) => { add([...event.target.files]); event.target.value = ""; }}>
        <button type="button" class="primary" onclick=${choose} data-testid="file-upload" title="Upload (u); or drop files anywhere">Upload</button>`,
    })}
    ${sending}
    ${when(isDelivered, () => delivered(address, views.bar), everything)}</div>`;
  return { title: () => (isDelivered() ? "Deliverables" : "Files"), view, actions: views.actions, keys: [
    ...views.keys,
    { key: "u", label: "Upload", group: "Files", action: choose },
    ...listKeys("Files", { rows: "#main .file-row" }),
  ] };
}
