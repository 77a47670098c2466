// @ts-check
// What is to happen when: as an agenda, a week, a month.
import { computed, signal, untrack } from "../core.js";
import { html } from "../template.js";
import { loaded, pageHead } from "../ui.js";
import { tabs } from "../tabs.js";
import { now } from "../format.js";
import { setQuery } from "../router.js";
import { stylesheet } from "../shell.js";
import { openEntry } from "../schedule/dialog.js";
import { dayStart, shiftDays, useEntries } from "../schedule/entries.js";
import { agendaView, daysOf, gridView } from "../schedule/views.js";
import { dayOf } from "../ticket/facts.js";
import { listKeys } from "../list-keys.js";

export const css = "schedule";

const AGENDA = 30;
const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
const monthWords = new Intl.DateTimeFormat(undefined, { month: "long", year: "numeric" });
const dayWords = new Intl.DateTimeFormat(undefined, { day: "numeric", month: "short" });

/** @type {import("../router.js").Open} */
export function open({ query }) {
  void stylesheet("board");
  const view = computed(() => query().get("view") ?? "agenda");
  const today = computed(() => dayStart(now()));
  const moment = computed(() => { const day = Date.parse(`${query().get("at") ?? ""}T00:00`); return Number.isFinite(day) ? day : today(); });
  const days = computed(() => (view() === "agenda" ? [] : daysOf(moment(), view() === "month")), (a, b) => b !== undefined && a.length === b.length && a[0] === b[0]);
  const from = computed(() => days()[0] ?? moment());
  const to = computed(() => shiftDays(days()[days().length - 1] ?? shiftDays(moment(), AGENDA - 1), 1));
  const minute = computed(() => Math.floor(now() / 60_000) * 60_000);
  const { all, asked } = useEntries(from, to);
  const isCalledOffShown = signal(false);
  const shown = computed(() => all().filter((one) => one.status !== "cancelled" || isCalledOffShown()));

  const again = () => asked.reload();
  /** @param {string} id */
  const keepFocus = (id) => {
    // The entry is drawn in another place once the server has agreed.
    const find = () => /** @type {HTMLElement | null} */ (document.querySelector(`[data-entry-id="${CSS.escape(id)}"]`));
    for (const wait of [60, 250, 600]) setTimeout(() => { if (document.activeElement === document.body) find()?.focus(); }, wait);
  };
  const hands = { again, now: minute, keepFocus };
  const step = (/** @type {number} */ by) => {
    const made = new Date(moment());
    if (view() === "month") made.setMonth(made.getMonth() + by, 1);
    else made.setDate(made.getDate() + by * (view() === "week" ? 7 : AGENDA));
    const day = dayOf(made.getTime());
    setQuery({ at: day === dayOf(today()) ? null : day });
  };
  const title = () => (view() === "month" ? monthWords.format(moment()) : `${dayWords.format(from())} – ${dayWords.format(to() - 1)}`);

  return {
    title: "Schedule",
    keys: [
      ...listKeys("Schedule", { rows: "#main [data-entry-id]", filter: "" }),
      { key: "t", label: "Today", group: "Schedule", action: () => setQuery({ at: null }) },
      { key: "arrowleft", label: "Earlier", group: "Schedule", action: () => step(-1) },
      { key: "arrowright", label: "Later", group: "Schedule", action: () => step(1) },
      { key: "[ ]", label: "The focused entry a day earlier or later", group: "Schedule", action: () => {} },
    ],
    view: html`${pageHead("Schedule", { lead: `Times of ${zone}. Tasks wake their assignee when they begin.`, actions: html`
        ${tabs("View", [{ id: "agenda", label: "Agenda" }, { id: "week", label: "Week" }, { id: "month", label: "Month" }], view, (id) => setQuery({ view: id === "agenda" ? null : id }))}
        <button type="button" class="primary" data-testid="create-entry" onclick=${() => openEntry({ day: Math.max(moment(), today()), again })}>New entry</button>` })}
      <div class="calendar-bar"><div class="actions"><button type="button" class="small" onclick=${() => setQuery({ at: null })}>Today</button>
        <button type="button" class="small icon" aria-label="Earlier" onclick=${() => step(-1)}>‹</button><button type="button" class="small icon" aria-label="Later" onclick=${() => step(1)}>›</button></div>
        <strong aria-live="polite">${title}</strong>
        <label class="muted small"><input type="checkbox" onchange=${(/** @type {any} */ event) => isCalledOffShown.set(event.target.checked)}>Called off too</label></div>
      ${loaded(asked, () => html`<div class="calendar">${() => {
        const which = view();
        return untrack(() => (which === "agenda" ? agendaView(shown, from, to, hands, none)
          : gridView(shown, days, { isMonth: which === "month", month: () => new Date(moment()).getMonth(), hands })));
      }}</div>`)}`,
  };

  function none() {
    return html`<div class="empty"><p>Nothing is in the calendar for these days. Deadlines of tickets, projects and goals appear here by themselves, and so do routines.</p>
      <button type="button" class="primary" onclick=${() => openEntry({ day: moment(), again })}>Put something in</button></div>`;
  }
}
