// @ts-check
// The board as columns, moved through and sorted by pointer or by keys.
import { computed, effect, onCleanup, signal, untrack } from "../core.js";
import { each, html, when } from "../template.js";
import { announce } from "../ui.js";
import { person } from "../company.js";
import { plain, plural } from "../format.js";
import { place, setQuery } from "../router.js";
import { card } from "./card.js";
import { dragging } from "./drag.js";
import { PRIORITIES, STAGE_WORDS, keyOf, stage } from "./tickets.js";

/**
 * @typedef {import("./tickets.js").Ticket} Ticket
 * @typedef {import("./tickets.js").Stage} Stage
 * @typedef {{ key: string, ticket?: Ticket, label?: string, count?: number }} Line
 */

/** More tickets than this are shown a few at a time. */
export const MANY = 100;
const STEP = 20;

/**
 * @param {import("./desk.js").Desk} desk
 * @param {ReturnType<typeof import("./filters.js").goalsQuery>} goals
 */
export function columnsView(desk, goals) {
  const { tickets, found, active, stages } = desk;
  const isMany = computed(() => tickets.all().length > MANY);
  const limits = signal(/** @type {Record<string, number>} */ ({}));
  const over = signal(/** @type {string | null} */ (null));
  const lifted = signal(/** @type {{ id: string, to: Stage } | null} */ (null));
  const isRailOpen = computed(() => place().query.get("done") === "open" || place().query.get("status") === "done");
  const isRail = (/** @type {Stage} */ one) => one === "done" && isMany() && !isRailOpen();
  const byStage = computed(() => {
    /** @type {Record<string, Ticket[]>} */
    const groups = Object.fromEntries(stages().map((one) => [one, []]));
    for (const ticket of found()) (groups[stage(ticket)] ??= []).push(ticket);
    for (const [name, list] of Object.entries(groups)) list.sort(name === "done" ? (a, b) => (b.closed_at ?? 0) - (a.closed_at ?? 0) : byUrgency);
    return groups;
  });
  const visible = (/** @type {Stage} */ one) => {
    const all = byStage()[one] ?? [];
    return isMany() ? all.slice(0, limits()[one] ?? STEP) : all;
  };
  const status = computed(() => place().query.get("status"));
  const shownStages = computed(() => stages().filter((one) => !status() || status() === one));
  const ordered = computed(() => Object.fromEntries(shownStages().map((one) => [one, isRail(one) ? [] : lines(visible(one), place().query.get("group") ?? "", goals)])));
  const cardsOf = (/** @type {string} */ one) => (ordered()[one] ?? []).flatMap((line) => (line.ticket ? [line.ticket] : []));
  // One card can be reached with the tab key; another takes its place when it is gone.
  effect(() => {
    const all = shownStages().flatMap(cardsOf);
    if (!all.some((one) => one.id === active())) untrack(() => active.set(all[0]?.id ?? null));
  });

  // The tab key stops once in each column: at the active card, elsewhere at the first.
  const firsts = computed(() => new Set(shownStages().flatMap((one) => { const list = cardsOf(one); return list[0] && !list.some((card) => card.id === active()) ? [list[0].id] : []; })));

  /** @type {HTMLElement | null} */
  let home = null;
  const focus = (/** @type {string | null} */ id) => {
    const card = id && /** @type {HTMLElement | null} */ (home?.querySelector(`[data-ticket-id="${CSS.escape(id)}"]`));
    if (card) card.focus();
  };
  /**
   * @param {string} name
   * @param {boolean} [isAtOnce]
   */
  const reveal = (name, isAtOnce = false) => {
    const column = /** @type {HTMLElement | null} */ (home?.querySelector(`[data-stage="${name}"]`));
    // Only the columns scroll: what scrolls a thing into view would move the page around them too.
    if (home && column) home.scrollTo({ left: column.offsetLeft - home.clientLeft, behavior: isAtOnce || matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth" });
  };
  // A card that changes its column is drawn anew; the focus goes with it.
  let hadFocus = /** @type {string | null} */ (null);
  effect(() => {
    ordered();
    const id = hadFocus;
    setTimeout(() => { if (id && (document.activeElement === document.body || document.activeElement === null)) focus(id); });
  });

  /** @type {import("./card.js").Hands} */
  const hands = {
    work: desk.work,
    waitsFor: (ticket) => ticket.dependencies.flatMap((id) => { const other = tickets.one(id); return other && other.status !== "done" ? [other] : []; }),
    isActive: (id) => active() === id || firsts().has(id),
    isSelected: (id) => desk.selected().has(id),
    isLifted: (id) => lifted()?.id === id,
    open: (ticket, event) => {
      if (event.defaultPrevented || getSelection()?.toString()) return;
      if (event.shiftKey) { event.preventDefault(); return desk.toggle(ticket); }
      if (event.metaKey || event.ctrlKey) return;
      event.preventDefault();
      desk.openPanel(ticket);
    },
    menu: (ticket) => void desk.menu(ticket),
    toggle: desk.toggle,
    focus: (ticket) => { active.set(ticket.id); hadFocus = ticket.id; },
  };

  const drop = async (/** @type {string} */ id, /** @type {string | null} */ to) => {
    const ticket = tickets.one(id);
    if (!ticket) return;
    if (!to || to === stage(ticket)) return announce(`${keyOf(ticket)} stays in ${STAGE_WORDS[stage(ticket)]}.`);
    hadFocus = id;
    const moving = desk.moveTo(ticket, /** @type {Stage} */ (to));
    setTimeout(() => focus(id), 30);
    const { isMoved } = await moving;
    setTimeout(() => {
      if (document.activeElement === document.body) focus(id);
      const now = tickets.one(id);
      if (!isMoved || !now) return;
      const column = byStage()[stage(now)] ?? [];
      announce(`${keyOf(now)} moved to ${STAGE_WORDS[stage(now)]}, position ${column.findIndex((one) => one.id === id) + 1} of ${column.length}.`);
    }, 30);
  };

  const key = (/** @type {KeyboardEvent} */ event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const target = /** @type {HTMLElement} */ (event.target);
    const id = target.closest?.("[data-ticket-id]")?.getAttribute("data-ticket-id");
    const ticket = tickets.one(id);
    if (!ticket) return;
    const isOnCard = target.matches("[data-ticket-id]");
    const held = lifted();
    if (held) return liftedKey(event, ticket, held);
    if (event.key === " " && isOnCard) {
      lifted.set({ id: ticket.id, to: stage(ticket) });
      over.set(stage(ticket));
      announce(`${keyOf(ticket)} lifted in ${STAGE_WORDS[stage(ticket)]}. Left and right arrows choose a column, space drops, escape takes it back.`, { isUrgent: true });
    } else if (!walk(event, ticket)) return;
    event.preventDefault();
    event.stopPropagation();
  };

  const liftedKey = (/** @type {KeyboardEvent} */ event, /** @type {Ticket} */ ticket, /** @type {{ id: string, to: Stage }} */ held) => {
    const columns = shownStages();
    const at = columns.indexOf(held.to);
    const step = event.key === "ArrowRight" || event.key === "l" ? 1 : event.key === "ArrowLeft" || event.key === "h" ? -1 : 0;
    if (step) {
      const to = columns[Math.max(0, Math.min(columns.length - 1, at + step))] ?? held.to;
      lifted.set({ id: held.id, to });
      over.set(to);
      reveal(to);
      announce(`${STAGE_WORDS[to]}, ${plural((byStage()[to] ?? []).length, "ticket")}.`, { isUrgent: true });
    } else if (event.key === " " || event.key === "Enter") {
      lifted.set(null);
      over.set(null);
      void drop(ticket.id, held.to);
    } else if (event.key === "Escape") {
      lifted.set(null);
      over.set(null);
      announce(`${keyOf(ticket)} stays in ${STAGE_WORDS[stage(ticket)]}.`, { isUrgent: true });
    } else if (event.key === "Tab") {
      lifted.set(null);
      over.set(null);
      return;
    } else if (!event.key.startsWith("Arrow")) return;
    event.preventDefault();
    event.stopPropagation();
  };

  const walk = (/** @type {KeyboardEvent} */ event, /** @type {Ticket} */ ticket) => {
    const columns = shownStages().map(cardsOf).filter((list) => list.length > 0);
    const at = columns.findIndex((list) => list.some((one) => one.id === ticket.id));
    const column = columns[at] ?? [];
    const row = column.findIndex((one) => one.id === ticket.id);
    /** @type {Ticket | undefined} */
    let to;
    if (event.key === "ArrowDown" || event.key === "j") to = column[row + 1];
    else if (event.key === "ArrowUp" || event.key === "k") to = column[row - 1];
    else if (event.key === "ArrowRight") to = columns[at + 1]?.[Math.min(row, (columns[at + 1]?.length ?? 1) - 1)];
    else if (event.key === "ArrowLeft") to = columns[at - 1]?.[Math.min(row, (columns[at - 1]?.length ?? 1) - 1)];
    else if (event.key === "Home") to = column[0];
    else if (event.key === "End") to = column[column.length - 1];
    else if ((event.key === "J" || event.key === "K") && event.shiftKey) {
      to = column[row + (event.key === "J" ? 1 : -1)];
      if (!desk.selected().has(ticket.id)) desk.toggle(ticket);
      if (to && !desk.selected().has(to.id)) desk.toggle(to);
    } else return false;
    if (to) { active.set(to.id); focus(to.id); }
    return true;
  };

  return html`<div class="columns-frame">
    <p id="board-help" class="unseen">Space lifts the ticket, arrows choose a column, space drops it. Enter opens it, o opens it beside the board, the full stop shows all actions.</p>
    <div class="column-picker" role="group" aria-label="Columns">${() => shownStages().map((one) => html`<button type="button" class="small" onclick=${() => reveal(one)}>
      ${STAGE_WORDS[one]} <span class="mono">${() => countOf(one)}</span></button>`)}</div>
    <div class="board-columns" onkeydown=${key} ref=${(/** @type {HTMLElement} */ element) => {
      home = element;
      // Where only one column is seen at a time it is the first in which something stands.
      if (innerWidth <= 760) requestAnimationFrame(() => { const first = shownStages().find((one) => countOf(one) !== "0"); if (first && first !== shownStages()[0]) reveal(first, true); });
      onCleanup(dragging(element, { item: "data-ticket-id", place: "data-stage", list: ".ticket-cards" }, {
        begin: (id) => { active.set(id); announce("Dragging."); },
        over: (to) => over.set(to),
        drop: (id, to) => void drop(id, to),
      }));
      element.addEventListener("focusout", (event) => { if (event.relatedTarget && !element.contains(/** @type {Node} */ (event.relatedTarget))) hadFocus = null; });
    }}>
      ${each(shownStages, (one) => one, (one) => column(one()))}
    </div></div>`;

  /** @param {Stage} one */
  function countOf(one) {
    const size = (byStage()[one] ?? []).length;
    const isCut = !isRead(one);
    return isCut ? (size ? `${size}+` : "") : String(size);
  }

  /** @param {Stage} one */
  function isRead(one) { return tickets.complete().has(one === "review" ? "in-progress" : one); }

  /** @param {Stage} name */
  function column(name) {
    const all = () => byStage()[name] ?? [];
    const rest = () => all().length - visible(name).length;
    return html`<section class=${() => `board-column ${name}${isRail(name) ? " rail" : ""}${over() === name ? " target" : ""}`} data-stage=${name} aria-labelledby=${`column-${name}`}>
      <header><h2 id=${`column-${name}`}>${STAGE_WORDS[name]} <span class="mono muted">${() => countOf(name)}</span></h2>
        ${name === "done" ? when(isMany, () => html`<button type="button" class="quiet small" aria-expanded=${() => String(!isRail("done"))} onclick=${() => { setQuery({ done: isRailOpen() ? null : "open" }); }}>${() => (isRail("done") ? "Show" : "Hide")}</button>`) : null}</header>
      ${when(() => !isRail(name), () => html`<ul class="ticket-cards" aria-label=${STAGE_WORDS[name]}>
        ${each(() => ordered()[name] ?? [], (line) => line.key, (line) => (line().ticket ? card(() => /** @type {Ticket} */ (line().ticket), hands)
          : html`<li class="group-head"><h3>${() => line().label}</h3><span class="mono muted">${() => line().count}</span></li>`),
          () => html`<li class="nothing muted">${() => (isRead(name) ? EMPTY[name] ?? "" : tickets.error() ? "These could not be read." : "…")}</li>`)}
      </ul>
      ${when(() => rest() > 0, () => html`<button type="button" class="quiet column-more" onclick=${() => limits.update((now) => ({ ...now, [name]: (now[name] ?? STEP) + STEP }))}>${() => `Show ${Math.min(STEP, rest())} more of ${rest()}`}</button>`)}`,
      () => html`<p class="muted rail-words">Drop here to close</p>`)}
    </section>`;
  }
}

/** @type {Record<string, string>} */
const EMPTY = {
  open: "Nothing waits to be begun.", "in-progress": "Nobody works on anything here. Drag a ticket here, or assign one.", review: "Nothing waits for a review.",
  blocked: "Nothing is blocked.", done: "Nothing is done yet.",
};

/**
 * @param {Ticket} a
 * @param {Ticket} b
 */
const byUrgency = (a, b) => PRIORITIES.indexOf(a.priority) - PRIORITIES.indexOf(b.priority) || (a.due_at ?? Infinity) - (b.due_at ?? Infinity) || (a.number ?? 0) - (b.number ?? 0);

/**
 * @param {Ticket[]} list
 * @param {string} group
 * @param {ReturnType<typeof import("./filters.js").goalsQuery>} goals
 * @returns {Line[]}
 */
function lines(list, group, goals) {
  if (!group) return list.map((ticket) => ({ key: ticket.id, ticket }));
  const name = (/** @type {Ticket} */ ticket) => {
    if (group === "assignee") return plain(person(ticket.assignee_id)?.name ?? "Nobody");
    if (group === "priority") return ticket.priority;
    return plain(goals.data()?.items?.find((one) => one.id === ticket.goal_id)?.title ?? "No goal");
  };
  /** @type {Map<string, Ticket[]>} */
  const groups = new Map();
  for (const ticket of list) groups.set(name(ticket), [...(groups.get(name(ticket)) ?? []), ticket]);
  const names = [...groups.keys()];
  if (group === "priority") names.sort((a, b) => rankOf(a) - rankOf(b));
  else names.sort((a, b) => a.localeCompare(b));
  return names.flatMap((label) => [{ key: `group ${label}`, label, count: groups.get(label)?.length ?? 0 }, ...(groups.get(label) ?? []).map((ticket) => ({ key: ticket.id, ticket }))]);
}

/** @param {string} priority */
const rankOf = (priority) => /** @type {readonly string[]} */ (PRIORITIES).indexOf(priority);
