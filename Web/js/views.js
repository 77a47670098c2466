// @ts-check
// Lists that somebody has kept under a name: what a page's address asks for, saved, opened again, renamed, and put away.
import { computed, signal } from "./core.js";
import { each, html, when } from "./template.js";
import { api, path } from "./api.js";
import { announce, attempt, button, dialog, toast, values } from "./ui.js";
import { at, company, person } from "./company.js";
import { go, place } from "./router.js";
import { exact, plain } from "./format.js";

/** @typedef {import("../types/api").SavedView} SavedView */

/**
 * The pages that have views, and what of their addresses a view keeps, with the words for it.
 * @type {Record<string, { label: string, keeps: Record<string, string> }>}
 */
const PAGES = {
  board: { label: "Board", keeps: { view: "as", q: "text", assignee: "assignee", priority: "priority", goal: "goal", status: "status", group: "grouped by", order: "order", done: "done" } },
  inbox: { label: "Inbox", keeps: { kind: "kind", who: "who" } },
  chat: { label: "Chat", keeps: { filter: "text", kind: "kind", unread: "unread", archived: "put away" } },
  runs: { label: "Runs", keeps: { q: "text", outcome: "outcome", who: "who", model: "model", ticket: "ticket", from: "from", to: "until" } },
  audit: { label: "Audit", keeps: { q: "text", type: "kind", actor: "who" } },
  files: { label: "Files", keeps: { tab: "only", standing: "which are", q: "text", type: "type", who: "author", days: "days" } },
};

const kept = signal(/** @type {SavedView[]} */ ([]));
let asked = "";

/** Asks for the views of the open company. */
export async function load() {
  const here = company()?.id;
  if (!here) return;
  if (asked !== here) kept.set([]);
  asked = here;
  const { items } = /** @type {import("../types/api").Answers["GET /api/views"]} */ (await api.get(path`/api/views?company=${here}`));
  if (asked === here) kept.set(items);
}

/**
 * What a view of a page keeps of a query, always in one order.
 * @param {string} page
 * @param {URLSearchParams} query
 */
function normal(page, query) {
  const found = new URLSearchParams();
  for (const name of Object.keys(PAGES[page]?.keeps ?? {})) {
    const value = query.get(name);
    if (value) found.set(name, value);
  }
  return found.toString();
}

/**
 * What a view asks for, in words.
 * @param {SavedView} view
 */
const words = (view) => [...new URLSearchParams(view.query)].map(([name, value]) => {
  const word = PAGES[view.page]?.keeps[name] ?? name;
  if (value === "1") return word;
  if (/^\d{12,}$/.test(value)) return `${word} ${exact(Number(value))}`;
  // An id says nothing to anybody.
  return `${word} ${plain(person(value)?.name ?? (/^[\w-]{20,}$/.test(value) ? "chosen" : value))}`;
}).join(", ") || "everything";

/** @param {SavedView} view */
const address = (view) => at(view.query ? `${view.page}?${view.query}` : view.page);

/**
 * @param {string} page
 * @param {string} name
 * @param {string} query
 */
const put = (page, name, query) => api.put("/api/views", { company_id: company()?.id ?? "", page, name, query });

/** @param {SavedView} view */
async function remove(view) {
  await attempt(async () => {
    await api.delete(path`/api/views/${view.id}`);
    await load();
    toast(`The view “${plain(view.name)}” is gone.`, { action: { label: "Undo", run: () => void attempt(async () => { await put(view.page, view.name, view.query); await load(); announce("Taken back."); }, "Undo") } });
  }, "Delete");
}

/**
 * @param {SavedView} view
 * @param {string} name
 */
async function rename(view, name) {
  if (name === view.name || !name) return true;
  if (kept().some((one) => one.page === view.page && one.name === name)) {
    toast(`There is a view “${plain(name)}” already.`, { kind: "bad" });
    return false;
  }
  return Boolean(await attempt(async () => {
    await api.patch(path`/api/views/${view.id}`, { name });
    await load();
    announce(`Renamed to ${name}.`);
    return true;
  }, "Rename"));
}

/** All views of the company, for the palette. */
export const viewEntries = () => kept().filter((view) => PAGES[view.page]).map((view) => /** @type {import("./actions.js").Entry} */ ({
  id: `view ${view.id}`, label: `${PAGES[view.page]?.label}: ${plain(view.name)}`, hint: "View", group: "Views", words: `${plain(view.name)},view`, run: () => go(address(view)),
}));

/**
 * The views of a page: a bar for its filters, its key, and its entries in the palette.
 * @param {string} page
 */
export function savedViews(page) {
  const label = PAGES[page]?.label ?? page;
  void load().catch(() => {});
  const shown = computed(() => normal(page, place().query));
  const own = computed(() => kept().filter((view) => view.page === page));
  const current = computed(() => own().find((view) => normal(page, new URLSearchParams(view.query)) === shown()) ?? null);
  const open = () => openViews(page, label, { own, shown, current });
  const bar = html`<div class="views" role="group" aria-label="Saved views">
    <button type="button" class="small" aria-haspopup="dialog" data-testid="views" title="Saved views (v)" onclick=${open}>${() => (current() ? `View: ${plain(current()?.name ?? "")}` : own().length ? `Views (${own().length})` : "Views")}</button>
    ${when(() => shown() !== "" && !current(), () => html`<button type="button" class="quiet small" data-testid="save-view" onclick=${open}>Save view</button>`)}</div>`;
  return {
    bar,
    keys: [{ key: "v", label: "Saved views", group: label, action: open }],
    actions: [{ id: `views ${page}`, label: `Save or open a view: ${label}`, group: "Do", key: "v", words: "save view,saved views,filters", run: open }],
  };
}

/**
 * @param {string} page
 * @param {string} label
 * @param {{ own: () => SavedView[], shown: () => string, current: () => SavedView | null }} state
 */
function openViews(page, label, { own, shown, current }) {
  dialog(`Views: ${label}`, (close) => {
    const name = signal("");
    const isKnown = () => own().some((view) => view.name === name().trim());
    const save = async (/** @type {SubmitEvent} */ event) => {
      event.preventDefault();
      const wanted = name().trim();
      if (!wanted) return;
      await attempt(async () => {
        await put(page, wanted, shown());
        await load();
        close();
        toast(`Saved as “${plain(wanted)}”.`);
      }, "Save view");
    };
    return html`<form class="body" onsubmit=${save}>
        <label class="field"><span>Save what is shown now as</span><span class="with-button"><input name="name" maxlength="80" autocomplete="off" autofocus data-testid="view-name" placeholder="A name" oninput=${(/** @type {any} */ event) => name.set(event.target.value)}>
          <button class="primary" data-testid="view-save" ?disabled=${() => !name().trim()}>${() => (isKnown() ? "Replace" : "Save")}</button></span>
          <small>${() => (current() ? `What is shown is “${plain(current()?.name ?? "")}” already.` : shown() === "" ? "No filter is set: the view would show everything." : "The filters, the order and the way of showing are kept.")}</small></label></form>
      <div class="body"><ul class="view-list" data-testid="view-list">${each(own, (view) => view.id, (view) => row(view, shown, close), () => html`<li class="muted">No view of this page is saved yet.</li>`)}</ul></div>`;
  }, { testid: "views-dialog" });
}

/**
 * @param {() => SavedView} view
 * @param {() => string} shown
 * @param {() => void} close
 */
function row(view, shown, close) {
  const isRenaming = signal(false);
  const submit = async (/** @type {SubmitEvent} */ event) => {
    event.preventDefault();
    if (await rename(view(), String(values(/** @type {HTMLFormElement} */ (event.target)).name ?? "").trim())) isRenaming.set(false);
  };
  const isShown = () => normal(view().page, new URLSearchParams(view().query)) === shown();
  return html`<li data-view=${() => view().name}>${when(isRenaming, () => html`<form class="with-button" onsubmit=${submit}>
      <input name="name" aria-label="New name" maxlength="80" autocomplete="off" required .value=${view().name} ref=${(/** @type {HTMLInputElement} */ element) => queueMicrotask(() => element.select())}>
      <button class="small primary">Rename</button><button type="button" class="small" onclick=${() => isRenaming.set(false)}>Cancel</button></form>`,
    () => html`<div class="view-row"><a href=${() => address(view())} aria-current=${() => (isShown() ? "true" : null)} onclick=${close}><b>${() => plain(view().name)}</b><span class="muted small">${() => words(view())}</span></a>
      ${when(() => !isShown(), () => button("Update", () => attempt(async () => { await put(view().page, view().name, shown()); await load(); announce(`${view().name} shows what is shown now.`); }, "Update"), { class: "quiet small", label: `Make ${plain(view().name)} what is shown now`, title: "Keep what is shown now under this name" }))}
      ${button("Rename", () => isRenaming.set(true), { class: "quiet small", label: `Rename ${plain(view().name)}` })}
      ${button("Delete", () => remove(view()), { class: "quiet small", label: `Delete ${plain(view().name)}` })}</div>`)}</li>`;
}
