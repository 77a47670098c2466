// @ts-check
// One ticket, as a page of its own or beside the board.
import { computed, effect, signal, untrack } from "../core.js";
import { html, when } from "../template.js";
import { api, path } from "../api.js";
import { attempt, button, loaded, toast } from "../ui.js";
import { plain } from "../format.js";
import { at, base, person } from "../company.js";
import { headings } from "../heading.js";
import { markdown } from "../markdown.js";
import { query } from "../queries.js";
import { choose } from "../board/choose.js";
import { goalsQuery } from "../board/filters.js";
import { stageMark } from "../board/list.js";
import { assign, edit, move } from "../board/moves.js";
import { liveWork } from "../board/work.js";
import { STAGE_WORDS, keyOf, served, stage, ticketAddress, useTickets } from "../board/tickets.js";
import { acceptance, withoutTasks } from "./acceptance.js";
import { blockers, parts } from "./links.js";
import { ticketCycle } from "./cycle.js";
import { discussion, useTalk } from "./discussion.js";
import { facts } from "./facts.js";
import { files } from "./files.js";
import { history } from "./history.js";
import { reviewBox } from "./review.js";
import { cost, runList, useRuns } from "./runs.js";
import { useReason, waiting } from "./waiting.js";
import { wordLink } from "./words.js";
import { isAnswered, together } from "../together.js";

/**
 * @typedef {import("../board/tickets.js").Ticket} Ticket
 * @typedef {import("../board/tickets.js").Stage} Stage
 * @typedef {import("../queries.js").Answer<"GET /api/companies/{company}/tickets/{ticket}">} WholeTicket
 * @typedef {{ ticket: () => WholeTicket, tickets: import("../board/tickets.js").Tickets, reload: () => Promise<void>, work: () => import("../board/work.js").Work | undefined,
 *   goals: ReturnType<typeof goalsQuery> }} Desk
 */

/**
 * @param {string} handle from the address
 * @param {{ close?: () => void }} [options] close: it stands beside something and can be closed
 */
export function ticketView(handle, options = {}) {
  const tickets = useTickets();
  const works = liveWork();
  /** @type {() => WholeTicket | undefined} */
  let known = () => undefined;
  /** @type {import("../queries.js").Asked<"GET /api/companies/{company}/tickets/{ticket}">} */
  const asked = query(() => `${base()}${path`/tickets/${served(handle)}`}`, {
    on: (event) => {
      const ticket = known();
      const about = event.data?.payload ?? {};
      if (!ticket) return false;
      return event.type === "ticket.created" || about.ticket_id === ticket.id || (about.thread_id === ticket.thread_id && /^(?:message|work)\./.test(event.type))
        || [...ticket.children, ...ticket.waits_for, ...ticket.holds].some((one) => one.id === about.ticket_id) || ticket.parent_ticket_id === about.ticket_id;
    },
  });
  known = () => untrack(asked.data);
  effect(() => { const ticket = asked.data(); if (ticket) untrack(() => tickets.put(ticket)); });
  // What is shown before the server has agreed is shown here too.
  const ahead = computed(() => { tickets.version(); return tickets.ahead.get(asked.data()?.id ?? ""); });
  const shown = computed(() => { const told = asked.data(); return told ? { ...told, ...ahead() } : undefined; });
  // What reads it is drawn only when it is there.
  const ticket = () => /** @type {WholeTicket} */ (shown());
  // What has not changed is not drawn anew under the reader's eyes.
  const text = computed(() => withoutTasks(shown()?.description ?? ""));
  const work = computed(() => { const one = shown(); return one ? works().get(one.id) : undefined; });
  const id = computed(() => shown()?.id ?? null);
  const runs = useRuns(id);
  const reason = useReason(shown);
  /** @type {Desk} */
  const desk = { ticket: () => shown() ?? /** @type {WholeTicket} */ ({}), tickets, reload: () => asked.reload(), work, goals: goalsQuery() };
  const talk = useTalk(desk);
  const isGoalKnown = () => !shown()?.goal_id || isAnswered(desk.goals);
  // What is drawn between other things is waited for: it would move what is read.
  const isDrawn = together(() => reason.isKnown() && runs.isKnown() && isGoalKnown() && (talk()?.isReady() ?? true), { from: () => id() !== null });
  const ready = { ...asked, data: () => (isDrawn() ? asked.data() : undefined) };
  const isEditing = signal(false);
  const first = headings(handle, { isSeen: true });

  const chooseStage = async () => {
    const one = shown();
    if (!one) return;
    const stages = /** @type {Stage[]} */ (["open", "in-progress", "blocked", "done"]);
    const to = await choose(`Move ${keyOf(one)} to`, stages.map((word) => ({ value: word, label: STAGE_WORDS[word] ?? word, isNow: word === stage(one), hint: word === stage(one) ? "is there" : "" })));
    if (to) { await move(tickets, one, to); await asked.reload(); }
  };
  const to = (/** @type {Stage} */ word) => async () => { await move(tickets, ticket(), word); await asked.reload(); };

  const isOpen = () => ticket()?.status !== "done";
  const heading = () => (options.close ? html`<h2 class="ticket-title">${() => plain(ticket().title)}</h2>` : html`<h1 class="ticket-title" tabindex="-1" ref=${first.follow}>${() => plain(ticket().title)}</h1>`);
  const body = () => html`<article class="ticket-view" data-ticket-id=${() => ticket().id}>
    <header class="ticket-head">
      <div class="ticket-top">${options.close ? null : html`<a class="back" href=${at("board")}>← Board</a>`}<span class="mono">${() => keyOf(ticket())}</span>${stageMark(ticket)}
        ${when(work, () => html`<span class="state live"><span class="dot running" aria-hidden="true"></span>${() => plain(work()?.name ?? "")} works on it</span>`)}
        <span class="spacer"></span>
        ${options.close ? html`<a class="button small quiet" href=${() => ticketAddress(ticket())}>Open page</a>
          <button type="button" class="quiet icon" aria-label="Close" data-testid="ticket-detail-close" onclick=${options.close}>×</button>`
          : html`<a class="button quiet icon" aria-label="Close" title="Back to the board" data-testid="ticket-detail-close" href=${at("board")}>×</a>`}</div>
      ${when(() => !isEditing(), heading)}
      <div class="actions">
        ${when(() => stage(ticket()) === "review", () => null, () => when(isOpen, () => button("Close ticket", to("done"), { class: "small", testid: "ticket-close" }), () => button("Open it again", to("open"), { class: "small", testid: "ticket-reopen" })))}
        ${button("Move to…", chooseStage, { class: "small" })}
        ${when(isOpen, () => button(html`${() => (ticket().assignee_id ? "Give to somebody else…" : "Assign…")}`, async () => { await assign(tickets, ticket()); await asked.reload(); }, { class: "small" }))}
        ${when(work, () => button("Stop the work", () => stopRun(work()?.run), { class: "small danger" }))}
        ${when(() => !isEditing(), () => button("Edit", () => isEditing.set(true), { class: "small quiet" }))}
      </div>
    </header>
    ${when(isEditing, () => editor(ticket(), tickets, async () => { isEditing.set(false); await asked.reload(); }))}
    <div class="ticket-body">
      ${options.close ? null : html`<h2 class="unseen">What it is</h2>`}
      <div class="ticket-main">
        ${options.close ? facts(desk) : null}
        ${reviewBox(desk)}
        ${waiting(desk, reason)}
        ${when(() => !isEditing(), () => html`<section aria-label="Description">${() => { const words = text(); return words ? markdown(words, { link: wordLink }) : html`<p class="muted">No description. Whoever does it has only the title to go by.</p>`; }}</section>`)}
        ${acceptance(desk)}
        ${parts(desk)}
        ${blockers(desk)}
        ${discussion(desk, talk)}
      </div>
      <aside class="ticket-side" aria-label="Facts">
        ${options.close ? null : facts(desk)}
        ${cost(runs)}
        ${runList(runs)}
        ${files(desk)}
        ${history(desk)}
        ${options.close ? null : ticketCycle(desk, runs)}
      </aside>
    </div></article>`;
  return {
    title: () => { const one = ticket(); return one ? `${keyOf(one)} ${plain(one.title)}` : handle; },
    view: html`${when(() => !isDrawn(), () => (options.close ? html`<button type="button" class="quiet icon" aria-label="Close" data-testid="ticket-detail-close" onclick=${options.close}>×</button>` : first.early()))}${loaded(ready, body)}`,
    actions: /** @type {import("../actions.js").Entry[]} */ ([
      { id: "ticket block", label: "Block this ticket", group: "Ticket", words: "hold,stop,wait", run: () => void to("blocked")() },
      { id: "ticket open", label: "Let this ticket go on", group: "Ticket", words: "unblock,reopen", run: () => void to("open")() },
      { id: "ticket close", label: "Close this ticket", group: "Ticket", words: "done,finish", run: () => void to("done")() },
      { id: "ticket assign", label: "Assign this ticket", group: "Ticket", key: "a", run: () => { const one = ticket(); if (one) void assign(tickets, one).then(asked.reload); } },
    ]),
    keys: /** @type {import("../keys.js").Binding[]} */ ([
      { key: "a", label: "Assign", group: "Ticket", action: () => { const one = ticket(); if (one) void assign(tickets, one).then(asked.reload); } },
      { key: "e", label: "Edit", group: "Ticket", action: () => isEditing.set(true) },
      { key: "m", label: "Move to", group: "Ticket", action: () => void chooseStage() },
      { key: "r", label: "Write into the discussion", group: "Ticket", action: () => /** @type {HTMLElement | null} */ (document.querySelector(".ticket-view [data-composer]"))?.focus() },
      ...["open", "in-progress", "blocked", "done"].map((word, index) => ({ key: String(index + 1), label: STAGE_WORDS[word] ?? word, group: "Ticket", action: () => void to(/** @type {Stage} */ (word))() })),
    ]),
  };
}

/** @param {string | undefined} run */
async function stopRun(run) {
  if (!run) return;
  await attempt(async () => {
    await api.post(`${base()}${path`/runs/${run}/stop`}`);
    toast("Stopping. What was written is kept; what was not begun is not done.");
  }, "Stop");
}

/**
 * @param {Ticket} ticket
 * @param {import("../board/tickets.js").Tickets} tickets
 * @param {() => Promise<void>} done
 */
function editor(ticket, tickets, done) {
  const before = person(ticket.assignee_id);
  return html`<form class="stack ticket-editor" onkeydown=${(/** @type {KeyboardEvent} */ event) => {
    if (event.key === "Escape") { event.stopPropagation(); void done(); }
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) /** @type {any} */ (event.currentTarget).requestSubmit();
  }} onsubmit=${async (/** @type {SubmitEvent} */ event) => {
    event.preventDefault();
    const form = new FormData(/** @type {HTMLFormElement} */ (event.target));
    const [title, description] = [String(form.get("title") ?? "").trim(), String(form.get("description") ?? "")];
    if (title === ticket.title && description === ticket.description) return done();
    if (await edit(tickets, ticket, { title, description }, `${keyOf(ticket)} is changed.`)) await done();
  }}>
    <label class="field"><span>Title</span><input name="title" required maxlength="300" value=${ticket.title} ref=${(/** @type {HTMLElement} */ element) => setTimeout(() => element.focus())}></label>
    <label class="field"><span>Description</span><textarea name="description" rows="10" .value=${ticket.description}></textarea><small>Markdown. Lines that begin with “- [ ]” are what is checked before it is accepted.</small></label>
    ${before && ticket.status !== "done" ? html`<p class="muted small">${plain(before.name)} sees the change at the next step.</p>` : null}
    <div class="actions"><button class="primary">Save</button><button type="button" onclick=${() => void done()}>Cancel</button></div></form>`;
}
