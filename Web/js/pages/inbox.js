// @ts-check
// Everything that waits for a person, in one list, with what exactly is asked beside it.
import { computed, signal, untrack } from "../core.js";
import { each, html, when } from "../template.js";
import { at, base, floor, people } from "../company.js";
import { announce, empty, loaded, pageHead, when_ } from "../ui.js";
import { plain, plural } from "../format.js";
import { query as ask } from "../queries.js";
import { go, setQuery } from "../router.js";
import { holds, kindMark, kindOf, sentence } from "../inbox/kinds.js";
import { putAwayThings } from "../inbox/away.js";
import { done, snooze } from "../inbox/deeds.js";
import { filterBar } from "../inbox/filters.js";
import { makeSelection } from "../inbox/selection.js";
import { savedViews } from "../views.js";
import { detail } from "../inbox/detail.js";
import { offer } from "../inbox/notify.js";
import { isWorking } from "../floor/state.js";

export const css = "inbox";

/** @typedef {import("../inbox/kinds.js").Item} Item */

const CHANGES = /^(?:question|ticket|work|message|thread|review|budget|company|employee|inbox|approval)\./;
const isNarrow = () => matchMedia("(max-width: 760px)").matches;

/** @type {import("../router.js").Open} */
export function open({ params, query }) {
  const most = signal(100);
  const inbox = ask(() => `${base()}/inbox?limit=${most()}`, { on: CHANGES });
  const away = putAwayThings(CHANGES);
  /** What was decided here a moment ago; the server's next list has it no more. */
  const gone = signal(/** @type {Set<string>} */ (new Set()));
  const all = computed(() => arranged(inbox.data()?.items ?? []).filter((one) => !gone().has(one.id)));
  const chosenKind = computed(() => query().get("kind") ?? "");
  const chosenWho = computed(() => query().get("who") ?? "");
  const items = computed(() => all().filter((one) => (!chosenKind() || kindOf(one).word === chosenKind()) && (!chosenWho() || one.employee_id === chosenWho())));
  const isCut = () => inbox.data()?.next != null;
  const filters = filterBar({ all, chosenKind, chosenWho });
  const views = savedViews("inbox");
  /** What is shown first stays: something more pressing that comes does not slide under the keys, nor under what is being typed. */
  let pinned = /** @type {string | null} */ (null);
  const first = () => { if (!items().some((one) => one.id === pinned)) pinned = items()[0]?.id ?? null; return pinned; };
  const selectedID = computed(() => query().get("item") ?? params.id ?? (isNarrow() ? null : first()));
  const selected = computed(() => all().find((one) => one.id === selectedID()) ?? null,
    // The same thing stays as it is drawn, with what is being typed, however old it has become meanwhile.
    (a, b) => a === b || (a != null && a.id === b?.id && a.kind === b.kind));
  const verbs = signal(/** @type {import("../inbox/deeds.js").Verbs} */ ({}));

  const select = (/** @type {string | null} */ id, isFocused = true) => {
    if (isNarrow() || (!id && params.id)) return go(id ? at(`inbox/${encodeURIComponent(id)}`) : at("inbox"), { replace: true });
    setQuery({ item: id });
    if (isFocused) queueMicrotask(() => /** @type {HTMLElement | null} */ (document.querySelector(`.inbox-list a[data-item="${CSS.escape(id ?? "")}"]`))?.focus());
  };
  /** @type {import("../inbox/deeds.js").Desk} */
  const desk = {
    verbs,
    back: (item) => { gone.update((set) => new Set([...set].filter((id) => id !== item.id))); return Promise.all([inbox.reload(), away.reload()]); },
    settled: (settled, words) => {
      const over = new Set([settled].flat().map((one) => one.id));
      const list = items.call(null);
      const place = list.findIndex((one) => over.has(one.id));
      const next = list.slice(Math.max(0, place)).find((one) => !over.has(one.id)) ?? list.slice(0, Math.max(0, place)).reverse().find((one) => !over.has(one.id)) ?? null;
      gone.update((set) => new Set([...set, ...over]));
      // The list that is on its way may still have them; after that only the server decides.
      void away.reload();
      void inbox.reload().then(() => setTimeout(() => gone.update((set) => new Set([...set].filter((id) => !over.has(id)))), 1500));
      announce(`${words} ${all().length} left.`);
      // Who has begun with something else meanwhile is not called back.
      const isHere = !document.activeElement || document.activeElement === document.body || Boolean(document.activeElement.closest(".inbox-list, .inbox-bulk, .inbox-pane, .inbox-side, dialog")) && !document.activeElement.matches("input:not([type=checkbox])");
      if (!over.has(selectedID() ?? "") && !isHere) return;
      select(next?.id ?? null, isHere);
      if (!next && isHere) queueMicrotask(() => /** @type {HTMLElement | null} */ (document.querySelector("#main h1"))?.focus());
    },
  };
  const selection = makeSelection(items, desk);
  const beside = (/** @type {number} */ by) => {
    const list = items();
    const place = list.findIndex((one) => one.id === selectedID());
    return list[Math.max(0, Math.min(list.length - 1, place + by))];
  };
  const move = (/** @type {number} */ by) => { const next = beside(by); if (next) select(next.id); };
  const extend = (/** @type {number} */ by) => { const next = beside(by); selection.add(...items().filter((one) => one.id === selectedID()), next); if (next) select(next.id); };
  const withSelected = (/** @type {(item: Item) => unknown} */ action) => () => { const one = selected(); if (one) void action(one); };
  const isOwnPage = Boolean(params.id);

  return {
    title: () => "Inbox",
    view: html`<div class=${`full inbox${isOwnPage ? " is-detail" : ""}`} data-testid="inbox">
      <section class="inbox-side" aria-label="What waits">
        ${pageHead("Inbox", { lead: html`<span>${() => (inbox.data() && all().length ? `${all().length}${isCut() ? "+" : ""} waiting for you` : "")}</span>`, actions: html`${when(() => all().length > 1 && !selection.isOn(), () => html`<button type="button" class="quiet small" data-testid="inbox-select" title="Select several (x)" onclick=${selection.offer}>Select</button>`)}${views.bar}` })}
        ${filters}
        ${selection.bar}
        ${loaded(inbox, () => html`<ul class="inbox-list">${each(items, (one) => `${one.kind} ${one.id}`, (one) => row(one, selectedID, select, selection))}</ul>
          ${when(() => items().length === 0, () => html`${when(() => all().length > 0, () => empty("Nothing of this kind waits.", html`<button type="button" onclick=${() => setQuery({ kind: null, who: null, item: null })}>Show all</button>`), nothing)}`)}
          ${when(() => isCut() && most() < 500, () => html`<p class="put-away"><button type="button" class="small" onclick=${() => most.set(500)}>Show more</button></p>`)}`)}
        ${when(inbox.data, offer)}
        ${when(inbox.data, () => away.line(desk))}
      </section>
      <section class="inbox-pane" aria-label="What is asked">
        ${isOwnPage ? html`<a class="back only-narrow" href=${at("inbox")}>← Inbox</a>` : null}
        ${() => { const one = selected(); return untrack(() => { verbs.set({}); return one ? detail(one, desk) : null; }); }}
        ${when(() => !selected() && isOwnPage && inbox.data(), () => html`<div class="empty"><p>This waits no more: it was decided, or it goes on by itself.</p><a class="button" href=${at("inbox")}>Inbox</a></div>`)}
        ${when(() => !selected() && !isOwnPage && all().length > 0, () => html`<p class="empty">Choose something on the left.</p>`)}
      </section></div>`,
    actions: views.actions,
    keys: [
      { key: "j", label: "Next", group: "Inbox", action: () => move(1) },
      { key: "k", label: "Before", group: "Inbox", action: () => move(-1) },
      { key: "arrowdown", label: "Next", group: "Inbox", isHidden: true, action: () => move(1) },
      { key: "arrowup", label: "Before", group: "Inbox", isHidden: true, action: () => move(-1) },
      { key: "a", label: "Approve, accept or do what clears it", group: "Inbox", action: () => void verbs().a?.() },
      { key: "d", label: "Deny or send back", group: "Inbox", action: () => void verbs().d?.() },
      { key: "r", label: "Reply", group: "Inbox", action: () => void verbs().r?.() },
      { key: "z", label: "Snooze", group: "Inbox", action: () => (selection.chosen().length ? selection.snoozeAll() : withSelected((one) => snooze(one, desk))()) },
      { key: "e", label: "Done", group: "Inbox", action: () => (selection.chosen().length ? selection.doneAll() : withSelected((one) => (verbs().e ? verbs().e?.() : done(one, desk)))()) },
      { key: "x", label: "Select", group: "Inbox", action: withSelected(selection.toggle) },
      { key: "shift+j", label: "Select this and the next", group: "Inbox", action: () => extend(1) },
      { key: "shift+k", label: "Select this and the one before", group: "Inbox", action: () => extend(-1) },
      { key: "home", label: "First", group: "Inbox", isHidden: true, action: () => move(-items().length) },
      { key: "end", label: "Last", group: "Inbox", isHidden: true, action: () => move(items().length) },
      { key: "f", label: "Filter", group: "Inbox", action: () => /** @type {HTMLElement | null} */ (document.querySelector(".inbox-kinds button, .inbox-kinds select"))?.focus() },
      { key: "escape", label: "Clear the selection", group: "Inbox", isHidden: true, when: selection.isOn, action: selection.clear },
      ...views.keys,
      { key: "o", label: "Look at it", group: "Inbox", action: () => /** @type {HTMLElement | null} */ (document.querySelector(".inbox-detail h2"))?.focus() },
    ],
  };
}

/**
 * @param {() => Item} one
 * @param {() => string | null} selected
 * @param {(id: string) => void} select
 * @param {ReturnType<typeof makeSelection>} selection
 */
const row = (one, selected, select, selection) => html`<li class=${() => (selection.has(one().id) ? "chosen" : null)}>${when(selection.isOn, () => html`<label class="inbox-choose"><input type="checkbox" aria-label=${() => `Select ${sentence(one())}`} .checked=${() => selection.has(one().id)} onchange=${() => selection.toggle(one())}></label>`)}<a href=${() => at(`inbox/${encodeURIComponent(one().id)}`)} data-item=${() => one().id} data-testid="inbox-row" aria-current=${() => (selected() === one().id ? "true" : null)}
  onclick=${(/** @type {MouseEvent} */ event) => {
    if (isNarrow() || event.metaKey || event.ctrlKey) return;
    event.preventDefault();
    select(one().id);
  }}>
  <span class="row-head">${kindMark(one)}<span class="muted small">${() => plain(one().employee ?? "")}</span><span class="muted small age">${when_(() => one().since)}</span></span>
  <span class="row-words">${() => sentence(one())}</span>
  ${when(() => holds(one()), () => html`<span class="muted small row-holds">${() => holds(one())}</span>`)}</a></li>`;

/** What the server lists, the most pressing kind first. */
const arranged = (/** @type {Item[]} */ items) => items.map((one, place) => ({ one, place })).sort((a, b) => kindOf(a.one).order - kindOf(b.one).order || a.place - b.place).map(({ one }) => one);

function nothing() {
  const working = () => people().filter(isWorking).length;
  return empty("Nothing needs you.", html`<p>${() => (working() ? `${plural(working(), "employee")} ${working() === 1 ? "is" : "are"} working.` : floor()?.queue?.waiting ? `${plural(floor()?.queue.waiting ?? 0, "piece")} of work ${floor()?.queue.waiting === 1 ? "waits" : "wait"} in the queue.` : "Nobody is at work, and nothing waits in the queue.")}</p><a class="button" href=${at("floor")}>See the floor</a>`);
}
