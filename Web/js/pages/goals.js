// @ts-check
// What the company is there for: goals, projects, tickets, and how far they are.
import { computed, signal } from "../core.js";
import { html, when } from "../template.js";
import { loaded, pageHead } from "../ui.js";
import { tabs } from "../tabs.js";
import { plural } from "../format.js";
import { setQuery } from "../router.js";
import { openNewGoal, openNewProject } from "../goals/dialogs.js";
import { flowChart } from "../goals/flow.js";
import { minute, outlineView } from "../goals/outline.js";
import { useProjects } from "../goals/projects.js";
import { goalsQuery } from "../board/filters.js";
import { ticketProblem, useTickets } from "../board/tickets.js";
import { isAnswered, together } from "../together.js";
import { listKeys } from "../list-keys.js";

export const css = "goals";

/** What was opened or closed by hand stays so while the cockpit is open. */
const turned = signal(/** @type {Record<string, boolean>} */ ({}));

/** @type {import("../router.js").Open} */
export function open({ query }) {
  const goals = goalsQuery();
  const { projects, isKnown } = useProjects();
  const tickets = useTickets();
  void tickets.ensure();
  // Without its tickets a goal would seem to have none.
  const isReady = together(() => isKnown() && (tickets.complete().size >= 4 || tickets.error() !== null), { from: () => isAnswered(goals), patience: 4000 });
  const ready = { ...goals, data: () => (isReady() ? goals.data() : undefined) };
  const which = computed(() => query().get("show") ?? "active");
  const all = computed(() => /** @type {any[]} */ (goals.data()?.items ?? []));
  const shown = computed(() => all().filter((one) => which() === "all" || one.status === "active"));
  const hidden = computed(() => all().length - shown().length);
  const shownProjects = computed(() => projects().filter((one) => which() === "all" || /planning|active/.test(one.status)));
  return {
    title: "Goals", keys: listKeys("Goals", { rows: "#main .outlines a", filter: "" }),
    view: html`${pageHead("Goals", { lead: "What is to be reached, and how far it is, counted from tickets.", actions: html`
      ${tabs("Which goals", [{ id: "active", label: "Active" }, { id: "all", label: "All" }], which, (id) => setQuery({ show: id === "active" ? null : id }))}
      <button type="button" onclick=${() => openNewProject({})}>New project</button><button type="button" class="primary" data-testid="create-goal" onclick=${() => openNewGoal()}>New goal</button>` })}
      ${when(goals.data, () => ticketProblem(tickets))}${loaded(ready, () => html`${when(() => shown().length + shownProjects().length > 0, () => html`<section class="panel goals-panel" aria-label="Outline">
        ${outlineView({ goals: shown, projects: shownProjects, tickets: tickets.all, isOpen: (id, first) => turned()[id] ?? first, toggle: (id, is) => turned.update((now) => ({ ...now, [id]: is })) })}</section>`,
      () => html`<div class="empty"><p>${() => (hidden() ? "No goal is active now." : "A goal is what the company works towards: its head breaks it into tickets.")}</p>
        <div class="actions"><button type="button" class="primary" onclick=${() => openNewGoal()}>Set a goal</button>${() => (hidden() ? html`<button type="button" onclick=${() => setQuery({ show: "all" })}>Show all goals</button>` : html`<button type="button" onclick=${() => openNewGoal({ title: "A weekly letter that a thousand people read", description: "Short, useful, never late." })}>See an example</button>`)}</div></div>`)}
        ${when(() => hidden() > 0 && shown().length + shownProjects().length > 0, () => html`<p class="muted small below">${() => `${plural(hidden(), "goal")} reached or given up.`} <button type="button" class="link" onclick=${() => setQuery({ show: "all" })}>Show all</button></p>`)}
        ${when(() => tickets.complete().has("done") && tickets.all().length > 0, () => html`<div class="below">${flowChart(tickets.all, minute)}</div>`)}`)}`,
  };
}
