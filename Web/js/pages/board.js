// @ts-check
// The tickets: as columns, as a list, as a picture of what waits for what; one of them beside it.
import { computed, effect, onCleanup, signal, untrack } from "../core.js";
import { html, when } from "../template.js";
import { pageHead } from "../ui.js";
import { tabs } from "../tabs.js";
import { plural } from "../format.js";
import { setQuery } from "../router.js";
import { openNewTicket, stylesheet } from "../shell.js";
import { floor } from "../company.js";
import { MANY, columnsView } from "../board/columns.js";
import { makeDesk } from "../board/desk.js";
import { ticketProblem } from "../board/tickets.js";
import { savedViews } from "../views.js";
import { filterBar, goalsQuery, isFiltered } from "../board/filters.js";
import { listKeys } from "../list-keys.js";
import { together } from "../together.js";

export const css = "board";

/** @type {import("../router.js").Open} */
export function open({ query }) {
  const desk = makeDesk();
  const goals = goalsQuery();
  const views = savedViews("board");
  const view = computed(() => query().get("view") ?? "board");
  const isDoneWanted = computed(() => query().get("done") === "open" || query().get("status") === "done" || view() !== "board" || isFiltered());
  void desk.tickets.ensure(["open", "in-progress", "blocked"]).then(() => { if (desk.tickets.all().length <= MANY && !desk.tickets.complete().has("done")) void desk.tickets.ensure(); });
  effect(() => { if (isDoneWanted()) void desk.tickets.ensure(); });

  const others = signal(/** @type {Record<string, () => any>} */ ({}));
  effect(() => {
    const wanted = view();
    if (wanted === "list") void import("../board/list.js").then(({ listView }) => others.update((now) => ({ ...now, list: () => listView(desk) })));
    if (wanted === "graph") void import("../board/graph.js").then(({ graphView }) => others.update((now) => ({ ...now, graph: () => graphView(desk) })));
  });

  const panel = signal(/** @type {((key: string) => any) | null} */ (null));
  effect(() => {
    if (desk.panelKey() && !panel.peek()) void Promise.all([import("../ticket/view.js"), stylesheet("ticket")]).then(([{ ticketView }]) => panel.set((key) => ticketView(key, { close: () => setQuery({ t: null }) }).view));
  });
  // Columns are drawn when it is known how many there are and what stands in them: one that comes later would move the others.
  const isWhole = computed(() => {
    const all = desk.tickets.complete();
    return Boolean(floor()) && ["open", "in-progress", "blocked"].every((one) => all.has(one)) && (all.has("done") || desk.tickets.all().length > MANY);
  });
  const isThere = () => desk.tickets.all().length > 0 || desk.tickets.complete().size > 0;
  const isReady = together(isWhole, { from: isThere });
  const isHere = computed(() => isReady() || (desk.tickets.error() !== null && isThere()));
  const count = () => !isHere() ? "" : (isFiltered() ? `${desk.found().length} of ${desk.tickets.all().length}` : plural(desk.tickets.all().length, "ticket"));

  onCleanup(() => document.documentElement.classList.remove("is-dragging"));
  return {
    title: "Board",
    keys: [...desk.keys, ...listKeys("Board", { rows: "#main .ticket-list .long-list, #main [data-testid=ticket-card]", filter: "" }), ...views.keys],
    actions: views.actions,
    view: html`<div class="full board-page"><div class="board-main">
      ${pageHead("Board", { actions: html`${tabs("View", [{ id: "board", label: "Board" }, { id: "list", label: "List" }, { id: "graph", label: "Graph" }], view, (id) => setQuery({ view: id === "board" ? null : id }))}
        <button type="button" class="primary" data-testid="create-ticket" onclick=${() => void openNewTicket({})}>New ticket</button>` })}
      ${filterBar({ goals, hasReview: desk.hasReview, isWithGroup: () => view() === "board", shown: count, views: views.bar })}
      ${ticketProblem(desk.tickets)}
      ${when(isHere, () => when(() => desk.tickets.all().length > 0 || !desk.tickets.complete().has("done"), () => html`<div class="board-view">${() => {
        const shown = view();
        const draw = shown === "board" ? () => columnsView(desk, goals) : others()[shown];
        return draw ? untrack(draw) : null;
      }}</div>`, () => html`<div class="empty"><p>A ticket is one piece of work that an employee can do. There are none yet.</p><div class="actions"><button type="button" class="primary" onclick=${() => void openNewTicket({})}>File the first ticket</button>
        <button type="button" onclick=${() => void openNewTicket({ title: "Write a letter to our first reader", description: "Half a page, warm, no promises.\n\n- [ ] a greeting\n- [ ] one thing we do differently" })}>See an example</button></div></div>`),
      () => () => (desk.tickets.error() ? null : untrack(view) === "board" ? html`<div class="board-columns" aria-hidden="true">${["open", "in-progress", "blocked", "done"].map(() => html`<div class="board-column"></div>`)}</div>` : html`<div class="skeleton" aria-hidden="true"><i></i><i></i><i></i></div>`))}
      ${bulkBar(desk)}
    </div>
    ${when(desk.panelKey, () => html`<aside class="ticket-panel" aria-label="Ticket">${() => { const draw = panel(); const key = desk.panelKey(); return draw && key ? untrack(() => draw(key)) : null; }}</aside>`)}
    </div>`,
  };
}

/** @param {import("../board/desk.js").Desk} desk */
const bulkBar = (desk) => when(() => desk.selected().size > 0, () => html`<div class="bulk-bar" role="toolbar" aria-label="What to do with the selected tickets">
  <strong>${() => plural(desk.selected().size, "ticket")} selected</strong>
  <button type="button" class="small" onclick=${() => void desk.bulk.move()}>Move to…</button>
  <button type="button" class="small" onclick=${() => void desk.bulk.assign()}>Assign…</button>
  <button type="button" class="small" onclick=${() => void desk.bulk.priority()}>Priority…</button>
  <button type="button" class="quiet small" onclick=${() => desk.selected.set(new Set())}>Clear <kbd aria-hidden="true">Esc</kbd></button></div>`);
