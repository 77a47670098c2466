// @ts-check
// One goal with its projects and tickets.
import { computed } from "../core.js";
import { each, html, when } from "../template.js";
import { path } from "../api.js";
import { loaded } from "../ui.js";
import { exact, plain, plural } from "../format.js";
import { at, base } from "../company.js";
import { headings } from "../heading.js";
import { markdown } from "../markdown.js";
import { query } from "../queries.js";
import { openNewTicket } from "../shell.js";
import { openNewProject } from "../goals/dialogs.js";
import { flowChart } from "../goals/flow.js";
import { isGoingOn, minute, statusMark, ticketLines } from "../goals/outline.js";
import { useProjects } from "../goals/projects.js";
import { goalActions, goalVerbs } from "../goals/standing.js";
import { forecast, forecastWords, riskMark, rollBar, rollUp } from "../goals/rollup.js";
import { ticketProblem, useTickets } from "../board/tickets.js";
import { together } from "../together.js";
import { listKeys } from "../list-keys.js";

export const css = "goals";

/** @type {import("../router.js").Open} */
export function open({ params }) {
  const id = params.id ?? "";
  /** @type {import("../queries.js").Asked<"GET /api/companies/{company}/goals/{goal}">} */
  const asked = query(() => `${base()}${path`/goals/${id}`}`, { on: /^(?:goal\.|ticket\.(?:created|closed|reopened))/ });
  const tickets = useTickets();
  void tickets.ensure();
  const { projects, isKnown } = useProjects();
  const isReady = together(() => isKnown() && (tickets.complete().size >= 4 || tickets.error() !== null), { from: () => asked.data() !== undefined, patience: 4000 });
  const ready = { ...asked, data: () => (isReady() ? asked.data() : undefined) };
  // What reads it is drawn only when it is there.
  const goal = () => /** @type {import("../queries.js").Answer<"GET /api/companies/{company}/goals/{goal}">} */ (asked.data());
  const all = computed(() => tickets.all().filter((one) => one.goal_id === id));
  const own = computed(() => projects().filter((one) => one.goal_id === id));
  const made = computed(() => rollUp(all()));
  const first = headings("Goal");
  const body = () => html`<header class="page-head"><div><a class="back" href=${at("goals")}>← Goals</a><h1 tabindex="-1" ref=${first.follow}>${() => plain(goal().title)}</h1>
      <p class="lead line-of">${statusMark(() => goal().status)} ${rollBar(made)} ${() => (goal().target_date ? html`<span title=${exact(goal().target_date)}>by ${exact(goal().target_date).replace(/,? \d{1,2}:\d\d.*$/, "")}</span>` : null)} ${riskMark(all, () => (isGoingOn(goal().status) ? goal().target_date : null), minute)}</p></div>
    <div class="actions">${goalVerbs(goal)}<a class="button" href=${at(`board?goal=${encodeURIComponent(id)}`)}>On the board</a><button type="button" onclick=${() => openNewProject({ goal: id })}>New project</button>
      <button type="button" class="primary" onclick=${() => void openNewTicket({ goal_id: id })}>New ticket</button></div></header>
    <div class="goal-body">
      ${when(() => goal().description, () => html`<section class="panel" aria-label="Description">${() => markdown(goal().description)}</section>`)}
      ${when(() => goal().status === "active" && tickets.complete().size >= 4, () => html`<p class="forecast-line">${() => forecastWords(forecast(all(), minute())) || (all().length ? "All its tickets are done." : "It has no tickets yet.")}
        ${() => (made().blocked ? html` <a href=${at(`board?goal=${encodeURIComponent(id)}&status=blocked`)}>${plural(made().blocked, "ticket")} blocked</a>` : null)}</p>`)}
      ${when(() => own().length > 0, () => html`<section class="panel"><h2>Projects</h2><ul class="outlines">${each(own, (one) => one.id, (one) => html`<li class="outline project"><div class="outline-line"><span class="outline-kind">project</span><a class="name" href=${() => at(`projects/${encodeURIComponent(one().id)}`)}>${() => plain(one().title)}</a>
        <span class="outline-cells">${statusMark(() => one().status)}${rollBar(() => rollUp(one().tickets.flatMap((ticket) => tickets.one(ticket) ?? [])))}</span></div></li>`)}</ul></section>`)}
      <section class="panel"><h2>Tickets <span class="muted">${() => all().length}</span></h2>${ticketLines(all, () => at(`board?view=list&goal=${encodeURIComponent(id)}`), "No tickets yet.")}</section>
      ${when(() => tickets.complete().has("done") && all().length > 0, () => html`${flowChart(all, minute)}`)}
    </div>`;
  return { title: () => plain(goal()?.title ?? "Goal"), actions: goalActions(asked.data), keys: listKeys("Goal", { rows: "#main :is(.outlines, .outline-tickets) a", filter: "" }), view: html`${when(() => !ready.data(), first.early)}${when(asked.data, () => ticketProblem(tickets))}${loaded(ready, body)}` };
}
