// @ts-check
// Who reports to whom, as an outline and as a picture.
import { computed, effect, signal, untrack } from "../core.js";
import { html, when } from "../template.js";
import { path } from "../api.js";
import { at, base, company, floor, floorError, person } from "../company.js";
import { query } from "../queries.js";
import { calmly } from "../calm.js";
import { go, setQuery } from "../router.js";
import { avatar, button, empty, loaded, pageHead, stateMark } from "../ui.js";
import { tabs } from "../tabs.js";
import { isAnswered, together } from "../together.js";
import { plain, plural } from "../format.js";
import { below, linesOf } from "../org/tree.js";
import { stateOf, stateWord } from "../floor/state.js";
import { outline } from "../org/outline.js";
import { chart } from "../org/chart.js";
import { loads } from "../org/load.js";
import { openMove } from "../org/move.js";
import { talk } from "../person/verbs.js";
import { openHire } from "../shell.js";

export const css = "org";

/** While many work at once each event would have the whole queue asked for again. */
const PAUSE = 1500;

/** @typedef {import("../org/tree.js").OrgNode} OrgNode */

/** @type {import("../router.js").Open} */
export function open({ query: address }) {
  /** @type {import("../queries.js").Asked<"GET /api/companies/{company}/org">} */
  const org = query(() => (company() ? `${base()}/org` : null), { on: /^employee\.(?!status)/ });
  /** @type {import("../queries.js").Asked<"GET /api/companies/{company}/queue">} */
  const queue = query(() => (company() ? `${base()}/queue?limit=500` : null));
  calmly(queue, /^work\./, { pause: PAUSE });
  // The floor is nearer to the present than the chart, which only changes when people do.
  /** @type {(node: OrgNode) => OrgNode} */
  const fresh = (node) => ({ ...node, status: stateNow(node), reports: node.reports.map(fresh) });
  const stateNow = (/** @type {OrgNode} */ node) => { const one = person(node.id); return one ? stateOf(one) : node.status; };
  const roots = computed(() => /** @type {OrgNode[]} */ (org.data()?.roots ?? []).filter((node) => node.level !== "system").map(fresh));
  const lines = computed(() => linesOf(roots()));
  const chosen = signal(address().get("who"));
  const view = computed(() => (address().get("view") === "chart" ? "chart" : "outline"));
  effect(() => { const first = roots()[0]?.id; untrack(() => { if (first && !lines().has(chosen() ?? "")) chosen.set(first); }); });

  const loadsNow = computed(() => {
    /** @type {Map<string, { running: number, waiting: number }>} */
    const found = new Map();
    for (const work of queue.data()?.items ?? []) {
      const one = found.get(work.agent_id) ?? { running: 0, waiting: 0 };
      if (work.status === "processing") one.running++; else one.waiting++;
      found.set(work.agent_id, one);
    }
    return found;
  });
  const load = (/** @type {string} */ id) => {
    const one = loadsNow().get(id);
    return one ? [one.running ? `${one.running} now` : "", one.waiting ? `${one.waiting} next` : ""].filter(Boolean).join(" · ") : "";
  };
  // What somebody works on is known from the floor, and would move what stands below.
  const isReady = together(() => floor() !== null || floorError() !== null, { from: () => isAnswered(org) });
  const ready = { ...org, data: () => (isReady() ? org.data() : undefined) };
  const openPerson = (/** @type {string} */ id) => go(at(`people/${encodeURIComponent(id)}`));
  const move = (/** @type {string} */ id, /** @type {string} */ to = "") => openMove(roots(), id, { to: to || undefined, done: () => void org.reload() });
  const moveChosen = () => { const id = chosen(); if (id) move(id); };

  const side = () => {
    const line = computed(() => lines().get(chosen() ?? ""));
    const node = () => line()?.node ?? /** @type {OrgNode} */ ({ id: "", name: "", title: "", level: "", status: "", reports: [] });
    const manager = computed(() => lines().get(line()?.manager ?? "")?.node ?? null);
    return html`<aside class="org-side panel" aria-label="Chosen person">
      <div class="org-side-head">${avatar(() => node().name)}<div><h2>${() => plain(node().name)}</h2><p class="muted">${() => plain(node().title)}</p></div></div>
      <dl class="facts">
        <div><dt>Status</dt><dd>${stateMark(() => node().status, () => stateWord(node().status))}</dd></div>
        <div><dt>Level</dt><dd>${() => node().level}</dd></div>
        <div><dt>Reports to</dt><dd>${() => { const above = manager(); return above ? html`<button type="button" class="link" onclick=${() => chosen.set(above.id)}>${plain(above.name)}</button>` : "nobody"; }}</dd></div>
        <div><dt>Leads</dt><dd>${() => { const direct = node().reports.length; const all = below(node()).length; return direct ? `${plural(direct, "report")}${all > direct ? `, ${all} in all` : ""}` : "nobody"; }}</dd></div>
        <div><dt>Work</dt><dd>${() => load(node().id) || "nothing in the queue"}</dd></div>
        ${() => { const ticket = person(node().id)?.ticket; return ticket ? html`<div><dt>Ticket</dt><dd><a href=${at(path`t/${ticket.key ?? ticket.id}`)}>${`${ticket.key ?? ""} ${plain(ticket.title ?? "")}`}</a></dd></div>` : null; }}
      </dl>
      <div class="actions"><a class="button primary" href=${() => at(path`people/${node().id}`)}>Open</a>
        ${button("Move", moveChosen, { key: "m", testid: "org-move" })}
        ${button("Chat", () => talk(node().id))}</div>
      <p class="muted small">Drag somebody onto their new manager, or press <kbd>m</kbd>. Arrows walk the outline, letters find a name, Enter opens.</p></aside>`;
  };

  const view_ = html`${pageHead("Org", {
    lead: () => { const count = lines().size; return count ? `${plural(count, "person", "people")}, ${plural([...lines().values()].filter((line) => line.node.reports.length > 0).length, "manager")}` : ""; },
    // What is said below the name decides where they stand on a narrow screen.
    actions: when(() => isAnswered(org), () => html`${tabs("View", [{ id: "outline", label: "Outline" }, { id: "chart", label: "Chart" }], view, (id) => setQuery({ view: id === "chart" ? id : null }))}
      <button type="button" class="primary" onclick=${() => void openHire()} data-testid="hire-dialog-trigger" title="Hire (h)">Hire</button>`),
  })}
  ${loaded(ready, () => when(() => lines().size > 0, () => html`<div class="org" data-view=${view}>
      <div class="org-main panel">${() => (view() === "chart"
        ? untrack(() => html`${chart(roots, { chosen, open: openPerson, move })}<div class="org-beside">${outline(roots, { chosen, load, open: openPerson, move })}</div>`)
        : untrack(() => outline(roots, { chosen, load, open: openPerson, move })))}</div>
      ${when(() => lines().get(chosen() ?? ""), () => side())}
      ${when(() => view() === "outline", () => loads(() => [...lines().values()].map((line) => line.node), (id) => loadsNow().get(id)))}</div>`,
    () => empty("Nobody works here yet. Somebody who is hired stands here, with who they report to.", button("Hire somebody", () => openHire(), { class: "primary" }))))}`;

  return {
    title: "Org",
    view: view_,
    keys: [
      { key: "m", label: "Move the chosen person", group: "Org", action: moveChosen },
      { key: "v", label: "Outline or chart", group: "Org", action: () => setQuery({ view: view() === "chart" ? null : "chart" }) },
    ],
  };
}
