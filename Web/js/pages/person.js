// @ts-check
// Somebody who works here: what they do, what they cost, what they are told, and what can be done with them.
import { computed, untrack } from "../core.js";
import { each, html, when } from "../template.js";
import { api, path } from "../api.js";
import { at, base, company, floor, floorError, person } from "../company.js";
import { query } from "../queries.js";
import { calmly } from "../calm.js";
import { go, setQuery } from "../router.js";
import { attempt, avatar, button, empty, loaded, pageHead, stateMark, when_ } from "../ui.js";
import { tabs } from "../tabs.js";
import { plain, plural } from "../format.js";
import { stylesheet } from "../shell.js";
import { stateOf, stateWord } from "../floor/state.js";
import { history } from "../run/history.js";
import { runRows } from "../run/row.js";
import { keyOf, staff, ticketAddress, tickets as ticketNames } from "../run/names.js";
import { openMove } from "../org/move.js";
import { linesOf } from "../org/tree.js";
import { openFire, openSteer, pause, resume, stop, talk } from "../person/verbs.js";
import { openPromote } from "../person/promote.js";
import { overview } from "../person/overview.js";
import { role } from "../person/role.js";
import { budget } from "../person/budget.js";
import { memory } from "../person/memory.js";
import { listKeys } from "../list-keys.js";
import { isAnswered, together } from "../together.js";
import { askWhy } from "../why.js";

export const css = "person";
// Runs and the way to another manager look here as they do on their own pages.
await Promise.all([stylesheet("runs"), stylesheet("org")]);

/** While many work at once each event would have the whole queue asked for again. */
const PAUSE = 1500;
const TABS = [{ id: "overview", label: "Overview" }, { id: "runs", label: "Runs" }, { id: "role", label: "Role and instructions" }, { id: "budget", label: "Budget" }, { id: "memory", label: "Memory" }];

/** @type {import("../router.js").Open} */
export function open({ params, query: address }) {
  const id = params.id ?? "";
  /** @type {import("../queries.js").Asked<"GET /api/companies/{company}/employees/{employee}">} */
  const asked = query(() => (company() ? `${base()}${path`/employees/${id}`}` : null), { on: (event) => event.type.startsWith("employee.") && (event.data.payload?.employee_id ?? id) === id });
  /** @type {import("../queries.js").Asked<"GET /api/companies/{company}/holds">} */
  const holds = query(() => (company() ? `${base()}/holds` : null));
  calmly(holds, /^(?:employee|company|work|budget|meeting)\./, { pause: PAUSE });
  /** @type {import("../queries.js").Asked<"GET /api/companies/{company}/queue">} */
  const line = query(() => (company() ? `${base()}/queue?limit=500` : null));
  calmly(line, /^work\./, { pause: PAUSE });
  /** @type {import("../queries.js").Asked<"GET /api/companies/{company}/tickets">} */
  const theirs = query(() => (company() ? `${base()}/tickets?assignee_id=${encodeURIComponent(id)}&limit=200` : null), { on: /^ticket\./ });
  const people = staff();
  const names = ticketNames();
  const log = history({ until: () => Date.now() - 14 * 86_400_000, filter: () => ({ employee_id: id }) });
  const runs = computed(() => log.all().filter((run) => run.employee_id === id));
  const running = computed(() => runs().find((run) => run.status === "running") ?? null);
  const queue = computed(() => (line.data()?.items ?? []).filter((work) => work.agent_id === id && work.status !== "processing"));
  const who = computed(() => asked.data() ?? people.get(id));
  const hold = computed(() => (holds.data()?.items ?? []).find((one) => one.employee_id === id && one.reason === "user") ?? null);
  const status = computed(() => (hold() ? "paused" : quiet(stateNow())));
  const stateNow = () => { const one = person(id); return one ? stateOf(one) : who()?.status ?? "idle"; };
  // Whose work waits is not idle.
  const quiet = (/** @type {string} */ now) => (now === "idle" && queue().length > 0 ? "waiting" : now);
  const hasLeft = computed(() => Boolean(who()?.dismissed_at));
  const ticket = computed(() => { const current = person(id)?.ticket; return current ? names.get(current.id) ?? current : names.get(running()?.ticket_id); });
  const view = computed(() => TABS.find((tab) => tab.id === address().get("tab"))?.id ?? "overview");
  const { row } = runRows(people, names);
  const reason = askWhy("employee", () => id);
  // Each of these has something that stands above other things, in the head or below it.
  const isDrawn = together(() => [holds, line, theirs, log.first, reason.queue, reason.explanation].every(isAnswered) && people.isKnown() && names.isKnown() && Boolean(floor() || floorError()), { from: () => isAnswered(asked) });
  const ready = { ...asked, data: () => (isDrawn() ? asked.data() : undefined) };

  const reload = () => { void asked.reload(); void holds.reload(); void line.reload(); void log.first.reload(); };
  const subject = () => ({ id, name: who()?.name ?? "", manager_id: asked.data()?.manager_id });
  const togglePause = () => (hold() ? resume(subject(), reload) : pause(subject(), reload));
  const steer = () => { const run = running(); if (run) openSteer(subject(), run.id, reload); };
  const chart = async () => (await api.get(`${base()}/org`)).roots;
  const move = () => attempt(async () => openMove(await chart(), id, { done: reload }), "Move");
  const fire = () => attempt(async () => {
    const lines = linesOf(await chart());
    const reports = lines.get(id)?.node.reports ?? [];
    const open = (theirs.data()?.items ?? []).filter((one) => one.status !== "done");
    openFire(subject(), [...lines.values()].filter((one) => one.node.id !== id && one.node.level !== "system").map((one) => one.node), [
      open.length ? `${plural(open.length, "open ticket")} ${open.length === 1 ? "goes" : "go"} over: ${open.slice(0, 4).map(keyOf).join(", ")}${open.length > 4 ? " …" : ""}.` : "No open ticket is theirs.",
      reports.length ? `${plural(reports.length, "report")} ${reports.length === 1 ? "comes" : "come"} under ${plain(people.get(asked.data()?.manager_id ?? "")?.name ?? "nobody")}: ${reports.map((one) => plain(one.name)).join(", ")}.` : "Nobody reports to them.",
      running() ? "What they do now is stopped." : "",
    ].filter(Boolean), () => go(at("org")));
  }, "Fire");

  const head = pageHead(html`<span class="person-name">${avatar(() => who()?.name ?? "")}<span>${() => plain(who()?.name ?? "Person")}</span></span>`, {
    back: { href: at("org"), label: "Org" },
    lead: when(() => who() && isDrawn(), () => html`<span class="run-head-line"><span>${() => plain(who()?.title ?? "")}</span><span class="muted">${() => who()?.level}</span>
      ${() => (hasLeft() ? html`<span class="chip">fired</span>` : html`<span data-testid="person-status">${stateMark(status, () => stateWord(status()))}</span>`)}
      ${() => { const since = hold()?.placed_at ?? person(id)?.since; return since && !hasLeft() ? html`<span class="muted">${when_(() => since)}</span>` : null; }}
      ${() => { const one = ticket(); return one ? html`<a href=${ticketAddress(one)}>${`${keyOf(one)} ${plain(one.title ?? "")}`}</a>` : null; }}
      ${() => { const above = people.get(asked.data()?.manager_id ?? ""); return above ? html`<span class="muted">reports to <a href=${at(path`people/${above.id}`)}>${plain(above.name)}</a></span>` : null; }}</span>`),
    actions: when(() => who() && isDrawn() && !hasLeft(), () => html`
      ${when(running, () => button("Steer", steer, { testid: "person-steer" }))}
      ${button(() => (hold() ? "Resume" : "Pause"), togglePause, { testid: "person-pause", title: "Finish the present step, take no new work" })}
      ${when(() => running() || queue().length > 0, () => button("Stop", () => stop(subject(), reload), { class: "danger", testid: "person-stop", title: "Break off what goes on and take back what waits" }))}
      ${button("Chat", () => talk(id), { class: "primary", testid: "person-chat" })}
      ${button("Promote", () => { const one = who(); if (one) openPromote(one, reload); })}
      ${button("Move", move, { testid: "person-move" })}
      ${button("Fire", fire, { class: "danger", testid: "person-fire" })}`),
  });

  const shown = () => {
    switch (view()) {
      case "runs": return untrack(() => html`<section class="panel run-table">${loaded(log.first, () => html`<div>${each(() => runs().slice(0, 100), (run) => run.id, (run) => html`<div>${row(run)}</div>`, () => empty("They have not worked yet."))}
        ${when(() => runs().length > 0, () => html`<p><a href=${at(path`runs?who=${id}`)}>Filter and look further back</a></p>`)}</div>`)}</section>`);
      case "role": return untrack(() => role(who, reload));
      case "budget": return untrack(() => budget(who));
      case "memory": return untrack(() => memory(id));
      default: return untrack(() => overview({ id, who, reason, runs, running, queue, tickets: () => theirs.data()?.items ?? [], ticketOf: (one) => names.get(one), row, reload }));
    }
  };
  return {
    title: () => plain(who()?.name ?? "Person"),
    view: html`<div class="person run">${head}${loaded(ready, () => html`<div>${tabs("Parts", TABS, view, (tab) => setQuery({ tab: tab === "overview" ? null : tab }))}</div><div>${shown}</div>`)}</div>`,
    keys: [
      ...listKeys("Person", { rows: "#main .run-row", filter: "" }),
      { key: "m", label: "Move to another manager", group: "Person", action: () => void move() },
      { key: "s", label: "Steer what goes on", group: "Person", action: steer },
      ...TABS.map((tab, index) => ({ key: String(index + 1), label: tab.label, group: "Person", action: () => setQuery({ tab: tab.id === "overview" ? null : tab.id }) })),
    ],
    actions: [
      { id: `person pause ${id}`, label: "Pause or resume this person", group: "Person", run: () => void togglePause() },
      { id: `person chat ${id}`, label: "Chat with this person", group: "Person", run: () => void talk(id) },
    ],
  };
}
