// @ts-check
// Goals, their projects and their tickets, one inside the other.
import { computed, signal } from "../core.js";
import { each, html, when } from "../template.js";
import { date, now, plain, plural } from "../format.js";
import { at, person } from "../company.js";
import { stateMark } from "../ui.js";
import { stageMark } from "../board/list.js";
import { keyOf, ticketAddress } from "../board/tickets.js";
import { forecast, forecastWords, riskMark, rollBar, rollUp } from "./rollup.js";

/**
 * @typedef {import("../board/tickets.js").Ticket} Ticket
 * @typedef {import("./projects.js").Project} Project
 */

/** So many tickets of a goal or project are shown in the outline. */
const SHOWN = 10;
/** @type {Record<string, string>} */
const MARKS = { achieved: "done", active: "active", abandoned: "abandoned", planning: "planned", completed: "done", archived: "archived" };
/** @type {Record<string, string>} */
const WORDS = { achieved: "reached", active: "active", abandoned: "given up", planning: "planned", completed: "done", archived: "archived" };

/** @param {() => string} status */
export const statusMark = (status) => stateMark(() => (status() === "active" ? "open" : MARKS[status()] ?? status()), () => WORDS[status()] ?? status());

/** The same minute for all forecasts, so that they do not move every second. */
export const minute = computed(() => Math.floor(now() / 60_000) * 60_000);

/**
 * @param {{ goals: () => any[], projects: () => Project[], tickets: () => Ticket[], isOpen: (id: string, first: boolean) => boolean, toggle: (id: string, is: boolean) => void }} outline
 */
export function outlineView({ goals, projects, tickets, isOpen, toggle }) {
  const byGoal = computed(() => group(tickets(), (one) => one.goal_id ?? null));
  const byID = computed(() => new Map(tickets().map((one) => [one.id, one])));
  const inProjects = computed(() => new Set(projects().flatMap((one) => one.tickets)));
  const ofProject = (/** @type {Project} */ one) => one.tickets.flatMap((id) => { const ticket = byID().get(id); return ticket ? [ticket] : []; });
  // Also that of a goal which is not shown now.
  const loose = computed(() => { const known = new Set(goals().map((one) => one.id)); return projects().filter((one) => !one.goal_id || !known.has(one.goal_id)); });

  const line = (/** @type {{ id: string, href: string, kind: string, title: () => string, status: () => string, all: () => readonly Ticket[], target: () => number | null, who: () => string, isFirst: boolean, inner: () => any }} */ one) => {
    const isShown = () => isOpen(one.id, one.isFirst);
    const made = computed(() => rollUp(one.all()));
    return html`<li class=${`outline ${one.kind}`}><div class="outline-line">
      <button type="button" class="quiet small icon" aria-expanded=${() => String(isShown())} aria-label=${() => `${isShown() ? "Hide" : "Show"} what belongs to ${one.title()}`} onclick=${() => toggle(one.id, !isShown())}>${() => (isShown() ? "▾" : "▸")}</button>
      <span class="outline-kind">${one.kind}</span><a class="name" href=${one.href}>${one.title}</a>
      <span class="outline-cells">${statusMark(one.status)}<span class="who muted small">${one.who}</span>${rollBar(made)}
        <span class="target small">${() => { const day = one.target(); return day ? date(day) : ""; }} ${riskMark(one.all, one.target, minute)}</span></span></div>
      ${when(isShown, () => html`<div class="outline-inner">${when(() => forecast(one.all(), minute()) && one.status() === "active", () => html`<p class="muted small forecast">${() => forecastWords(forecast(one.all(), minute()))}
        ${() => (made().blocked ? `${plural(made().blocked, "ticket")} blocked.` : "")}</p>`)}${one.inner()}</div>`)}</li>`;
  };

  const projectLine = (/** @type {() => Project} */ one, /** @type {boolean} */ isFirst) => line({
    id: one().id, kind: "project", href: at(`projects/${encodeURIComponent(one().id)}`), title: () => plain(one().title), status: () => one().status, all: () => ofProject(one()), target: () => one().target_date ?? null,
    who: () => plain(person(one().lead_id)?.name ?? ""), isFirst, inner: () => ticketLines(() => ofProject(one()), () => at(`projects/${encodeURIComponent(one().id)}`), "No ticket counts to it yet."),
  });

  return html`<ul class="outlines">${each(goals, (one) => one.id, (one, index) => line({
    id: one().id, kind: "goal", href: at(`goals/${encodeURIComponent(one().id)}`), title: () => plain(one().title), status: () => one().status, all: () => byGoal().get(one().id) ?? [], target: () => one().target_date ?? null, who: () => "",
    isFirst: index() < 3 && one().status === "active",
    inner: () => html`<ul class="outlines">${each(() => projects().filter((project) => project.goal_id === one().id), (project) => project.id, (project) => projectLine(project, false))}</ul>
      ${ticketLines(() => (byGoal().get(one().id) ?? []).filter((ticket) => !inProjects().has(ticket.id)), () => at(`board?goal=${encodeURIComponent(one().id)}`), "No tickets yet. The head of the company files them.")}`,
  }))}
  ${each(loose, (one) => one.id, (one) => projectLine(one, false))}</ul>`;
}

/**
 * @param {() => readonly Ticket[]} tickets
 * @param {() => string} rest where all of them are
 * @param {string} none
 */
export function ticketLines(tickets, rest, none) {
  const isAll = signal(false);
  const sorted = computed(() => [...tickets()].sort((a, b) => Number(a.status === "done") - Number(b.status === "done") || (a.number ?? 0) - (b.number ?? 0)));
  const shown = computed(() => (isAll() ? sorted().slice(0, 200) : sorted().slice(0, SHOWN)));
  return html`<ul class="outline-tickets">${each(shown, (one) => one.id, (one) => html`<li><a href=${() => ticketAddress(one())}><span class="mono">${() => keyOf(one())}</span><span class="name">${() => plain(one().title)}</span></a>
    ${stageMark(one)}<span class="muted small who">${() => plain(person(one().assignee_id)?.name ?? "Nobody")}</span></li>`, () => html`<li class="muted">${none}</li>`)}</ul>
    ${when(() => sorted().length > SHOWN && !isAll(), () => html`<p class="more-line"><button type="button" class="quiet small" onclick=${() => isAll.set(true)}>${() => `Show all ${sorted().length}`}</button> <a class="small" href=${rest}>Open on their own</a></p>`)}`;
}

/**
 * @template T
 * @param {readonly T[]} items
 * @param {(item: T) => string | null} key
 */
function group(items, key) {
  /** @type {Map<string, T[]>} */
  const groups = new Map();
  for (const item of items) {
    const name = key(item);
    if (name === null) continue;
    const list = groups.get(name);
    if (list) list.push(item);
    else groups.set(name, [item]);
  }
  return groups;
}
