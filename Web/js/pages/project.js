// @ts-check
// One project with its tickets.
import { computed } from "../core.js";
import { html, when } from "../template.js";
import { api, path } from "../api.js";
import { button, loaded, toast } from "../ui.js";
import { exact, plain, plural } from "../format.js";
import { at, base, person } from "../company.js";
import { headings } from "../heading.js";
import { markdown } from "../markdown.js";
import { query } from "../queries.js";
import { openNewTicket, stylesheet } from "../shell.js";
import { flowChart } from "../goals/flow.js";
import { minute, statusMark, ticketLines } from "../goals/outline.js";
import { forecast, forecastWords, riskMark, rollBar, rollUp } from "../goals/rollup.js";
import { goalsQuery } from "../board/filters.js";
import { keyOf, useTickets } from "../board/tickets.js";
import { chooseTicket } from "../ticket/links.js";
import { listKeys } from "../list-keys.js";
import { isAnswered, together } from "../together.js";

export const css = "goals";

/** @type {import("../router.js").Open} */
export function open({ params }) {
  const id = params.id ?? "";
  void stylesheet("ticket");
  /** @type {import("../queries.js").Asked<"GET /api/companies/{company}/projects/{project}">} */
  const asked = query(() => `${base()}${path`/projects/${id}`}`, { on: /^(?:project\.|ticket\.)/ });
  const tickets = useTickets();
  const goals = goalsQuery();
  const isReady = together(() => isAnswered(goals), { from: () => asked.data() !== undefined });
  const ready = { ...asked, data: () => (isReady() ? asked.data() : undefined) };
  // What reads it is drawn only when it is there.
  const project = () => /** @type {import("../queries.js").Answer<"GET /api/companies/{company}/projects/{project}">} */ (asked.data());
  const all = computed(() => /** @type {import("../board/tickets.js").Ticket[]} */ (asked.data()?.tickets ?? []));
  const made = computed(() => rollUp(all()));
  const goal = () => goals.data()?.items?.find((one) => one.id === project()?.goal_id);
  const add = async () => {
    const known = new Set(all().map((one) => one.id));
    const chosen = await chooseTicket("Which ticket counts to it?", tickets, (one) => !known.has(one.id));
    if (!chosen) return;
    asked.set(await api.put(`${base()}${path`/projects/${id}/tickets/${chosen.id}`}`));
    toast(`${keyOf(chosen)} counts to ${plain(project()?.title ?? "the project")}.`);
  };
  const first = headings("Project");
  const body = () => html`<header class="page-head"><div><a class="back" href=${at("goals")}>← Goals</a><h1 tabindex="-1" ref=${first.follow}>${() => plain(project().title)}</h1>
      <p class="lead line-of">${statusMark(() => project().status)} ${rollBar(made)} ${() => (person(project().lead_id) ? html`<span>led by <a href=${at(`people/${encodeURIComponent(project().lead_id ?? "")}`)}>${plain(person(project().lead_id)?.name ?? "")}</a></span>` : html`<span>nobody leads it</span>`)}
        ${() => { const one = goal(); return one ? html`<span>for <a href=${at(`goals/${encodeURIComponent(one.id)}`)}>${plain(one.title)}</a></span>` : null; }}
        ${() => (project().target_date ? html`<span>by ${exact(project().target_date).replace(/,? \d{1,2}:\d\d.*$/, "")}</span>` : null)} ${riskMark(all, () => project().target_date, minute)}</p></div>
    <div class="actions">${button("Add a ticket…", add)}<button type="button" class="primary" onclick=${() => void openNewTicket({ project_id: id, goal_id: project().goal_id, onCreated: () => void asked.reload() })}>New ticket</button></div></header>
    <div class="goal-body">
      ${when(() => project().description, () => html`<section class="panel" aria-label="Description">${() => markdown(project().description)}</section>`)}
      <p class="forecast-line">${() => forecastWords(forecast(all(), minute())) || (all().length ? "All its tickets are done." : "")} ${() => (made().blocked ? `${plural(made().blocked, "ticket")} blocked.` : "")}</p>
      <section class="panel"><h2>Tickets <span class="muted">${() => all().length}</span></h2>${ticketLines(all, () => at("board?view=list"), "No ticket counts to it yet. Add one that exists, or file one.")}</section>
      ${when(() => all().length > 0, () => html`${flowChart(all, minute)}`)}
    </div>`;
  return { title: () => plain(project()?.title ?? "Project"), keys: listKeys("Project", { rows: "#main .outline-tickets a", filter: "" }), view: html`${when(() => !ready.data(), first.early)}${loaded(ready, body)}` };
}
