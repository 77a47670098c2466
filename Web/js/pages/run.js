// @ts-check
// One run: what it was for, what it did and how it ended; in short, step by step, and in time.
import { computed, signal, untrack } from "../core.js";
import { html, when } from "../template.js";
import { api, path } from "../api.js";
import { at, base, company } from "../company.js";
import { query } from "../queries.js";
import { go, setQuery } from "../router.js";
import { attempt, button, loaded, pageHead, stateMark, toast } from "../ui.js";
import { tabs } from "../tabs.js";
import { plain } from "../format.js";
import { wantedTopic } from "../shell.js";
import { openSteer } from "../person/verbs.js";
import { outcome } from "../run/outcome.js";
import { copy } from "../run/payload.js";
import { keyOf, staff, ticketAddress } from "../run/names.js";
import { summary } from "../run/summary.js";
import { steps } from "../run/steps.js";
import { timeline } from "../run/timeline.js";

export const css = "runs";

/** @type {import("../router.js").Open} */
export function open({ params, query: address }) {
  const id = params.id ?? "";
  const mine = () => `${base()}${path`/runs/${id}`}`;
  const asked = query(() => (company() ? mine() : null), { on: (event) => /^(?:run|work|tool|guidance|message)\b/.test(event.type) && (event.data?.payload?.run_id === undefined || event.data.payload.run_id === id) });
  const run = computed(() => asked.data() ?? {});
  const people = staff();
  const ticketID = computed(() => run().ticket_id ?? null);
  /** @type {import("../queries.js").Asked<"GET /api/companies/{company}/tickets/{ticket}">} */
  const ticket = query(() => (ticketID() ? `${base()}${path`/tickets/${ticketID()}`}` : null));
  const isStopping = signal(false);
  const isRunning = computed(() => run().status === "running");
  const end = computed(() => (isRunning() && isStopping() ? { word: "stopping", state: "running", meaning: "The present step is broken off." } : outcome(run())));
  const who = computed(() => people.name(run().employee_id));
  const purpose = computed(() => { const one = ticket.data(); return one ? `${keyOf(one)} ${plain(one.title)}` : run().kind === "copilot" ? "Copilot" : run().kind === "agentic" ? "A question" : "A conversation"; });
  const view = computed(() => { const wanted = address().get("view") ?? ""; return ["steps", "timeline"].includes(wanted) ? wanted : "summary"; });
  const show = (/** @type {string} */ name) => setQuery({ view: name === "summary" ? null : name });
  wantedTopic.set({ run: id });

  const stop = async () => {
    if (!untrack(isRunning)) return;
    isStopping.set(true);
    await attempt(async () => {
      try { await api.post(`${mine()}/stop`); } catch (error) { isStopping.set(false); throw error; }
      await asked.reload();
    }, "Stop");
  };
  const steer = () => openSteer({ id: run().employee_id, name: who() }, id, () => void asked.reload());
  // Work goes on from where it was noted last; where nothing was noted, whoever did it looks at it again.
  const retry = () => attempt(async () => {
    const { thread_id: thread, employee_id: employee, ticket_id: about } = run();
    /** @type {import("../../types/api").RunCheckpoint[]} */
    const notes = thread ? (await api.get(`${base()}${path`/threads/${thread}/checkpoints`}?limit=50`)).items : [];
    const note = notes.find((one) => one.run_id === id && !one.resumed_at) ?? null;
    if (note) await api.post(`${base()}${path`/checkpoints/${note.id}/resume`}`);
    else await api.post(`${base()}${path`/employees/${employee}/wake`}`, about ? { ticket_id: about } : {});
    toast(note ? `${who()} goes on from where this stood.` : `${who()} looks at it again.`, { action: { label: "See the runs", run: () => go(at(path`runs?who=${employee}`)) } });
  }, "Retry");
  const thread = () => { const one = run().thread_id; if (one) go(at(path`chat/${one}`)); };

  const shownView = () => {
    switch (view()) {
      case "steps": return untrack(() => steps(run, { isRunning }));
      case "timeline": return untrack(() => timeline(run));
      default: return untrack(() => summary(run, { end, ticket: () => ticket.data(), people, isRunning }));
    }
  };

  const isHere = computed(() => asked.data() !== undefined);
  const body = html`<div class="run">${pageHead(() => (isHere() ? shorter(purpose()) : "Run"), {
      back: { href: at("runs"), label: "Runs" },
      lead: when(isHere, () => html`<span class="run-head-line"><span data-testid="run-outcome">${stateMark(() => end().state, () => end().word)}</span><a href=${() => at(path`people/${run().employee_id ?? ""}`)}>${who}</a>
        ${() => { const one = ticket.data(); return one ? html`<a href=${ticketAddress(one)} title=${plain(one.title)}>${`Ticket ${keyOf(one)}`}</a>` : null; }}</span>`),
      actions: when(isHere, () => html`${when(isRunning, () => html`${button("Steer", steer)}${button(() => (isStopping() ? "Stopping…" : "Stop"), stop, { class: "danger", key: "s", testid: "run-stop", disabled: isStopping })}`,
          () => button("Retry from here", retry, { testid: "run-retry", title: "Goes on from where this run stood, or has them look at it again" }))}
        ${when(() => run().thread_id, () => button("Open thread", thread))}
        ${button("Copy as JSON", () => copy(JSON.stringify(run(), null, 2)))}`),
    })}
    ${loaded(asked, () => html`<div>${tabs("Views", [{ id: "summary", label: "Summary" }, { id: "steps", label: "Steps" }, { id: "timeline", label: "Timeline" }], view, show)}</div>
    <div class="run-view">${shownView}</div>`)}</div>`;

  return {
    title: () => (who() ? `Run: ${who()}` : "Run"),
    view: body,
    keys: [
      { key: "1", label: "Summary", group: "Run", action: () => show("summary") },
      { key: "2", label: "Steps", group: "Run", action: () => show("steps") },
      { key: "3", label: "Timeline", group: "Run", action: () => show("timeline") },
      { key: "s", label: "Stop", group: "Run", action: () => void stop() },
      { key: "j", label: "Next step", group: "Run", action: () => walk(1) },
      { key: "k", label: "Previous step", group: "Run", action: () => walk(-1) },
      { key: "e", label: "Open or close the step", group: "Run", action: () => { const step = document.activeElement?.closest("details.step"); if (step instanceof HTMLDetailsElement) step.open = !step.open; } },
    ],
    actions: [
      { id: `run copy ${id}`, label: "Copy this run as JSON", group: "Run", run: () => void copy(JSON.stringify(run(), null, 2)) },
      { id: `run retry ${id}`, label: "Retry this run", group: "Run", run: () => void retry() },
    ],
  };
}

/**
 * A head of a page must not take three lines.
 * @param {string} text
 */
const shorter = (text) => ([...text].length > 64 ? `${[...text].slice(0, 63).join("")}…` : text);

/** @param {number} by */
function walk(by) {
  const all = /** @type {HTMLElement[]} */ ([...document.querySelectorAll("details.step > summary")]);
  const place = all.indexOf(/** @type {HTMLElement} */ (document.activeElement));
  const next = all[place < 0 ? (by > 0 ? 0 : all.length - 1) : Math.max(0, Math.min(all.length - 1, place + by))];
  next?.focus();
  next?.scrollIntoView({ block: "nearest" });
}
