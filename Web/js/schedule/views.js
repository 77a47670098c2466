// @ts-check
// The calendar as a list of days, as a week, as a month.
import { computed, onCleanup, signal } from "../core.js";
import { each, html, when } from "../template.js";
import { announce } from "../ui.js";
import { dragging } from "../board/drag.js";
import { setQuery } from "../router.js";
import { dayOf } from "../ticket/facts.js";
import { dayStart, daysBetween, isOverdue, moveBy, shiftDays } from "./entries.js";
import { openEntry } from "./dialog.js";
import { agendaLine, note } from "./entry.js";

/**
 * @typedef {import("./entries.js").Entry} Entry
 * @typedef {import("./entry.js").Hands} Hands
 */

const dayWords = new Intl.DateTimeFormat(undefined, { weekday: "long", day: "numeric", month: "long" });
const weekday = new Intl.DateTimeFormat(undefined, { weekday: "short" });
/** So many entries of a day are shown in a month. */
const FEW = 3;

/** @param {number} day */
function dayTitle(day) {
  const away = daysBetween(Date.now(), day);
  const word = away === 0 ? "Today" : away === 1 ? "Tomorrow" : away === -1 ? "Yesterday" : "";
  return word ? `${word}, ${dayWords.format(day)}` : dayWords.format(day);
}

/** @param {readonly Entry[]} entries */
function groupByDay(entries) {
  /** @type {Map<number, Entry[]>} */
  const found = new Map();
  for (const one of entries) {
    const list = found.get(dayStart(one.at));
    if (list) list.push(one);
    else found.set(dayStart(one.at), [one]);
  }
  return found;
}

/**
 * @param {() => Entry[]} entries
 * @param {() => number} from
 * @param {() => number} to
 * @param {Hands} hands
 * @param {() => any} none
 */
export function agendaView(entries, from, to, hands, none) {
  const isOld = (/** @type {Entry} */ one) => isOverdue(one, hands.now()) && dayStart(one.at) < dayStart(hands.now());
  const late = computed(() => entries().filter(isOld));
  const days = computed(() => [...groupByDay(entries().filter((one) => !isOld(one) && one.at >= from() && one.at < to()))].map(([day, items]) => ({ day, items })));
  return html`<div class="agenda">
    ${when(() => late().length > 0, () => html`<section class="agenda-day late" aria-label="Overdue"><h2>Overdue <span class="muted small">${() => late().length}</span></h2>
      <ul>${each(late, (one) => one.id, (one) => html`<li class="dated">${() => (isFirstOfDay(late(), one()) ? html`<span class="muted small">${dayWords.format(one().at)}</span>` : null)}<ul>${agendaLine(one, hands)}</ul></li>`)}</ul></section>`)}
    ${each(days, (one) => one.day, (one) => html`<section class="agenda-day" aria-label=${() => dayTitle(one().day)}><h2>${() => dayTitle(one().day)}</h2>
      <ul>${each(() => one().items, (entry) => entry.id, (entry) => agendaLine(entry, hands))}</ul></section>`, none)}</div>`;
}

/**
 * Whether the day of an entry has not stood above the one before.
 * @param {readonly Entry[]} list
 * @param {Entry} one
 */
function isFirstOfDay(list, one) {
  const before = list[list.findIndex((entry) => entry.id === one.id) - 1];
  return !before || dayStart(before.at) !== dayStart(one.at);
}

/**
 * A grid of days.
 * @param {() => Entry[]} entries
 * @param {() => number[]} days
 * @param {{ isMonth: boolean, month: () => number, hands: Hands }} options
 */
export function gridView(entries, days, { isMonth, month, hands }) {
  const over = signal(/** @type {string | null} */ (null));
  const byDay = computed(() => groupByDay(entries()));
  const drop = (/** @type {string} */ id, /** @type {string | null} */ to) => {
    const entry = entries().find((one) => one.id === id);
    if (!entry || !to) return announce("It stays where it was.");
    hands.keepFocus(id);
    void moveBy(entry, daysBetween(entry.at, Number(to)), hands.again);
  };
  const toAgenda = (/** @type {number} */ day) => setQuery({ view: null, at: dayOf(day) });
  const cell = (/** @type {() => number} */ day) => {
    const all = () => byDay().get(day()) ?? [];
    const isCut = () => isMonth && all().length > FEW + 1;
    const looks = () => [
      "calendar-day", day() === dayStart(hands.now()) ? "today" : "", isMonth && new Date(day()).getMonth() !== month() ? "other" : "", over() === String(day()) ? "target" : "",
    ].filter(Boolean).join(" ");
    return html`<section class=${looks} data-day=${() => String(day())} aria-label=${() => dayTitle(day())}>
      <header><h2><button type="button" class="quiet small" title="This day in the agenda" onclick=${() => toAgenda(day())}>${() => (isMonth ? String(new Date(day()).getDate()) : `${weekday.format(day())} ${new Date(day()).getDate()}`)}</button></h2>
        <button type="button" class="quiet small icon day-add" aria-label=${() => `New entry on ${dayWords.format(day())}`} onclick=${() => openEntry({ day: day(), again: hands.again })}>+</button></header>
      <ul>${each(() => (isCut() ? all().slice(0, FEW) : all()), (one) => one.id, (one) => note(one, hands))}</ul>
      ${when(isCut, () => html`<button type="button" class="link small" onclick=${() => toAgenda(day())}>${() => `${all().length - FEW} more`}</button>`)}
      ${when(() => isMonth && all().length > 0, () => html`<span class="day-count" aria-hidden="true">${() => all().length}</span>`)}</section>`;
  };
  return html`<div class=${isMonth ? "grid-of-days month" : "grid-of-days week"} ref=${(/** @type {HTMLElement} */ element) => {
    onCleanup(dragging(element, { item: "data-entry-id", place: "data-day" }, { begin: () => announce("Dragging."), over: (to) => over.set(to), drop }));
  }}>
    ${isMonth ? html`<div class="weekdays" aria-hidden="true">${() => days().slice(0, 7).map((day) => html`<span>${weekday.format(day)}</span>`)}</div>` : null}
    ${each(days, (day) => day, cell)}</div>`;
}

/**
 * The seven days of a moment's week, or the weeks of its month; a week begins as it does where the reader lives.
 * @param {number} moment
 * @param {boolean} isMonth
 */
export function daysOf(moment, isMonth) {
  const first = new Date(dayStart(moment));
  if (isMonth) first.setDate(1);
  const begin = (first.getDay() - firstWeekday() + 7) % 7;
  const start = shiftDays(first.getTime(), -begin);
  const last = new Date(first.getFullYear(), first.getMonth() + 1, 0);
  const length = isMonth ? Math.ceil((begin + last.getDate()) / 7) * 7 : 7;
  return Array.from({ length }, (_, index) => shiftDays(start, index));
}

function firstWeekday() {
  try {
    const locale = /** @type {any} */ (new Intl.Locale(navigator.language));
    return ((locale.getWeekInfo?.() ?? locale.weekInfo)?.firstDay ?? 1) % 7;
  } catch { return 1; }
}
