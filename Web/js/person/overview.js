// @ts-check
// Somebody at a glance: what they do now, what today came to, what waits, and their last two weeks.
import { computed, onCleanup, signal, untrack } from "../core.js";
import { each, html, when } from "../template.js";
import { api, path } from "../api.js";
import { at, base, onTail, tails } from "../company.js";
import { attempt, button, empty, stateMark, toast, wordFor } from "../ui.js";
import { dayStarts } from "../chart-math.js";
import { chart, heat } from "../charts.js";
import { count, date, money, plain, plural, since } from "../format.js";
import { minute } from "../goals/outline.js";
import { go } from "../router.js";
import { openNewTicket } from "../shell.js";
import { keyOf, ticketAddress } from "../run/names.js";
import { outcome } from "../run/outcome.js";
import { why } from "../why.js";

/** @typedef {import("../../types/api").Run} Run */
const DAYS = 14;

/** @param {number} moment */
const startOfDay = (moment) => new Date(moment).setHours(0, 0, 0, 0);

/**
 * @param {{ id: string, who: () => import("../../types/api").Employee | null, reason: import("../why.js").Answers, runs: () => Run[], running: () => Run | null, queue: () => import("../queries.js").Answer<"GET /api/companies/{company}/queue">["items"], tickets: () => import("../board/tickets.js").Ticket[], ticketOf: (id: string | null | undefined) => any, row: (run: () => any) => any, reload: () => void }} known
 */
export function overview({ id, who, reason, runs, running, queue, tickets, ticketOf, row, reload }) {
  const today = computed(() => runs().filter((run) => run.started_at >= startOfDay(Date.now())));
  const failed = computed(() => today().filter((run) => run.status === "error").length);
  const sumOf = (/** @type {string} */ ledger) => today().reduce((sum, run) => sum + (run.cost_kind === ledger ? Number(run.cost_usd ?? 0) : 0), 0);
  const cost = () => [money(sumOf("billed")), sumOf("notional") > 0 ? `${money(sumOf("notional"))} not billed` : "", today().some((run) => run.cost_kind === "unknown") ? "some unknown" : ""].filter(Boolean).join(", ");
  const done = computed(() => tickets().filter((ticket) => ticket.status === "done" && (ticket.closed_at ?? 0) >= startOfDay(Date.now())).length);
  const open = computed(() => tickets().filter((ticket) => ticket.status !== "done"));
  const figure = (/** @type {string} */ label, /** @type {() => any} */ value) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`;
  const isRunning = computed(() => Boolean(running()));

  return html`<div class="person-columns"><div class="stack">
    <section class="panel stack"><h2>Now</h2>
      ${when(isRunning, () => html`<div class="stack"><p class="row-of"><a href=${() => at(path`runs/${running()?.id ?? ""}`)}>${stateMark(() => "running", () => { const run = running(); return run ? outcome(run).word : ""; })}</a>
          <span class="mono muted">${() => { const run = running(); return run ? since(run.started_at) : ""; }}</span></p>${tail(() => running()?.id)}</div>`,
        () => untrack(() => why({ kind: "employee", id: () => id, isBare: true, answers: reason })))}</section>
    <section class="panel stack"><h2>Next in the queue</h2>
      ${each(queue, (work) => work.id, (work) => html`<div class="queue-row"><span class="mono muted">${() => `${work().position + 1}.`}</span>
        <div><p><b>${() => causeWords(work())}</b> ${() => { const ticket = ticketOf(work().ticket_id); return ticket ? html`<a href=${ticketAddress(ticket)}>${`${keyOf(ticket)} ${plain(ticket.title)}`}</a>` : null; }}</p>
          <p class="muted small">${() => plain(work().waits_for?.message ?? (work().status === "processing" ? "It goes on now." : "It is next."))}</p></div>
        <span class="actions">${button("First", () => change("POST", work().id, "up"), { class: "small", title: "Put it before all else that waits" })}
          ${button("Take back", () => change("DELETE", work().id), { class: "small" })}</span></div>`,
        () => html`<p class="muted">Nothing waits for them.</p>`)}</section>
    <section class="panel stack"><h2>Last runs</h2><div class="row-list">${each(() => runs().slice(0, 6), (run) => run.id, (run) => html`<div>${row(run)}</div>`, () => html`<p class="muted">They have not worked yet.</p>`)}</div>
      ${when(() => runs().length > 0, () => html`<a href=${at(path`runs?who=${id}`)}>All runs</a>`)}</section>
    </div><div class="stack">
    <dl class="figures">${figure("Done today", () => plural(done(), "ticket"))}${figure("Cost today", cost)}${figure("Failures today", failed)}${figure("Runs today", () => today().length)}</dl>
    ${activity(id, runs)}
    <section class="panel stack"><h2>Open tickets</h2>
      ${each(open, (ticket) => ticket.id, (ticket) => html`<p class="ticket-line"><a href=${() => ticketAddress(ticket())}>${() => `${keyOf(ticket())} ${plain(ticket().title)}`}</a> ${stateMark(() => ticket().status.replaceAll("-", "_"))}</p>`,
        () => empty("No open ticket is theirs.", button("Give them one", () => openNewTicket({ assignee: id, assignee_id: id, name: who()?.name }), { class: "small" })))}</section>
    </div></div>`;

  /**
   * @param {"POST" | "DELETE"} method
   * @param {string} work
   * @param {string} [verb]
   */
  function change(method, work, verb) {
    return attempt(async () => {
      const address = `${base()}${path`/queue/${work}`}`;
      if (method === "DELETE") await api.delete(address); else await api.post(`${address}/${verb}`);
      reload();
      toast(method === "DELETE" ? "Taken back." : "It is the first of those that wait.");
    });
  }
}

/** @param {import("../../types/api").WakeupRequest} work */
const causeWords = (work) => { const words = wordFor(work.cause ?? "work"); return words.charAt(0).toUpperCase() + words.slice(1); };

/** @param {() => string | undefined} run */
function tail(run) {
  const text = signal("");
  const id = untrack(run);
  if (id) {
    const read = () => text.set(tails.get(id)?.text ?? "");
    read();
    onCleanup(onTail(id, read));
  }
  return html`<div class="tail" role="group" aria-label="What is being written">${() => plain(text()) || "Nothing written in this step yet."}</div>`;
}

/**
 * How loaded are they? Two weeks of runs, one cell a day.
 * @param {string} id
 * @param {() => any[]} runs
 */
function activity(id, runs) {
  const starts = computed(() => dayStarts(minute(), DAYS), (a, b) => String(a) === String(b));
  const days = computed(() => starts().slice(0, -1).map((at, place) => {
    const to = starts()[place + 1] ?? Infinity;
    const own = runs().filter((run) => run.started_at >= at && run.started_at < to);
    return { at, to, all: own.length, bad: own.filter((run) => run.status === "error").length, tokens: own.reduce((sum, run) => sum + (run.prompt_tokens ?? 0) + (run.completion_tokens ?? 0), 0) };
  }));
  const sum = (/** @type {"all" | "bad"} */ what) => days().reduce((all, day) => all + day[what], 0);
  const rowsOf = (/** @type {{ at: number, to: number }} */ day) => at(path`runs?who=${id}&from=${day.at}&to=${day.to}`);
  return html`<div class="load">${chart({
    question: "How loaded are they?", head: ["Day", "Runs", "Failed", "Tokens"],
    answer: () => `${plural(sum("all"), "run")} on ${days().filter((day) => day.all).length} of the last ${DAYS} days, ${sum("bad") ? `${sum("bad")} failed` : "none failed"}.`,
    rows: () => [...days()].reverse().map((day) => [{ text: date(day.at), href: rowsOf(day) }, day.all, day.bad, count(day.tokens)]),
    picture: () => heat([{ label: "", cells: days().map((day) => ({ all: day.all, bad: day.bad, text: `${date(day.at)}: ${plural(day.all, "run")}${day.bad ? `, ${day.bad} failed` : ""}, ${count(day.tokens)} tokens`, open: () => go(rowsOf(day)) })) }], { ends: [date(days()[0]?.at ?? 0), "today"] }),
  })}</div>`;
}
