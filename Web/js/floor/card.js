// @ts-check
// One person on the floor.
import { computed, untrack } from "../core.js";
import { html, when } from "../template.js";
import { at, tails } from "../company.js";
import { avatar, button, stateMark, when_ } from "../ui.js";
import { count, money, plain, since } from "../format.js";
import { openNewTicket } from "../shell.js";
import { act, same } from "../why.js";
import { ticketPage } from "../tickets.js";
import { isWorking, stateOf, wordOf } from "./state.js";
import { dropNote, goOn, isPaused, notes, pause, resume, steer, stop } from "./verbs.js";
import { tail } from "./tail.js";

/** @typedef {import("../company.js").Person} Person */

/** @param {() => Person} one */
export function card(one) {
  const run = computed(() => one().run?.id ?? null);
  const note = computed(() => notes().get(one().id) ?? null);
  const isDoing = computed(() => isWorking(one()));
  return html`<article class=${() => `panel card is-${stateOf(one())}`} data-person=${() => one().id} data-testid="person-card" aria-label=${() => plain(one().name)}>
    <header>${avatar(() => one().name)}
      <div class="who"><h2><a href=${() => at(`people/${one().id}`)}>${() => plain(one().name)}</a></h2><p class="muted">${() => plain(one().title)}</p></div>
      ${state(one)}</header>
    ${ticketLine(one)}
    ${() => { const id = run(); return id ? untrack(() => tail(id, one().run?.tail ?? "", one().name)) : null; }}
    ${when(() => !run(), () => standing(one))}
    ${when(note, () => noteLine(one, note))}
    <footer>${when(run, () => meters(one))}${verbs(one, run, isDoing)}</footer>
  </article>`;
}

/**
 * Shape, word, and since when.
 * @param {() => Person} one
 */
export function state(one) {
  const word = () => {
    const kind = notes().get(one().id)?.kind;
    if (one().run && kind === "stopping") return "stopping";
    if (one().run && kind === "pausing") return "pausing";
    return wordOf(one());
  };
  return html`<span class="how">${stateMark(() => stateOf(one()), word)}<span class="muted small">${when_(() => one().run?.started_at ?? one().since)}</span></span>`;
}

/** @param {() => Person} one */
export function ticketLine(one) {
  const ticket = computed(() => one().ticket ?? null, same);
  return () => {
    const found = ticket();
    return found ? html`<a class="ticket" href=${ticketPage(found.key)} data-ticket-id=${found.id}><span class="mono">${found.key}</span> <span>${plain(found.title)}</span></a>` : null;
  };
}

/**
 * Why somebody does nothing, what would change it, and what they did last.
 * @param {() => Person} one
 */
function standing(one) {
  const waiting = computed(() => one().waiting ?? null, same);
  const last = computed(() => one().last_done ?? null, same);
  return html`<div class="standing">
    <p class="reason" data-testid="reason">${() => words(one()) ?? one().idle_reason ?? (isWorking(one()) ? "Begins…" : "Nothing to do.")}</p>
    ${() => untracked(waiting(), (found) => (ALL.has(found.reason) ? null : act({ ...found, message: found.text }, { kind: "employee", id: one().id }) ?? why(one)))}
    ${() => {
      const done = last();
      if (!done) return html`<p class="muted small">Has not worked yet.</p>`;
      return html`<p class="muted small last">${`${OUTCOMES[done.outcome] ?? "Last"} `}${done.key ? html`<a href=${ticketPage(done.key)}>${done.key} ${plain(done.title ?? "")}</a>` : "a conversation"} · ${when_(() => done.at)}</p>`;
    }}</div>`;
}

/**
 * The reason without the ticket's name, which stands above it.
 * @param {Person} one
 */
export function words(one) {
  const text = one.waiting?.text;
  const title = one.ticket?.title;
  const place = title ? text?.indexOf(`${title}: `) ?? -1 : -1;
  return text && title && place >= 0 && place < 16 ? text.slice(place + title.length + 2) : text ?? null;
}

/** @param {() => Person} one */
const why = (one) => html`<a class="small" href=${() => at(`people/${one().id}`)}>Why?</a>`;

/** Reasons that hold everybody: what ends them stands once, above the cards. */
export const ALL = new Set(["company_paused", "quiet_hours", "meeting", "archived"]);

/**
 * Draws what is made from a value, and again only when that is another: what has the focus keeps it while people change.
 * @template T
 * @param {T | null} value
 * @param {(value: T) => any} draw
 */
export const untracked = (value, draw) => (value ? untrack(() => draw(value)) : null);

/** @type {Record<string, string>} */
const OUTCOMES = { success: "Last worked on", error: "Last failed at", cancelled: "Last stopped at" };

/**
 * Tokens, cost and time of what goes on.
 * @param {() => Person} one
 */
export const meters = (one) => html`<a class="run-meters mono" href=${() => at(`runs/${encodeURIComponent(one().run?.id ?? "")}`)} title="See the run" data-testid="floor-run">
  <span title="Time since it began">${() => since_(one())}</span>
  <span title="Tokens read and written, in all its model calls">${() => `${count(one().run?.tokens)} tok`}</span>
  <span title="Cost">${() => money(dearer(one().run))}</span></a>`;

/** @param {Person} one */
const since_ = ({ run }) => (run ? since(run.started_at) : "");

/**
 * What a run cost: the stream knows sooner than the floor.
 * @param {any} run
 */
const dearer = (run) => { const told = run ? tails.get(run.id)?.cost : null; return told != null && Number(told) > Number(run.cost ?? 0) ? told : run?.cost; };

/**
 * @param {() => Person} one
 * @param {() => string | null} run
 * @param {() => boolean} isDoing
 */
export function verbs(one, run, isDoing) {
  const isStopping = () => notes().get(one().id)?.kind === "stopping";
  return html`<span class="verbs">
    ${when(run, () => button("Steer", () => steer(one()), { class: "small quiet", testid: "steer", disabled: isStopping }),
      () => when(() => !isDoing(), () => html`<button type="button" class="small quiet" onclick=${() => openNewTicket({ assignee_id: one().id, assignee_name: one().name })}>Give a ticket</button>`))}
    ${when(() => isPaused(one()), () => button("Resume", () => resume(one()), { class: "small quiet", testid: "resume" }),
      () => button("Pause", () => pause(one()), { class: "small quiet", testid: "pause", title: "Finish the present step, take no new work" }))}
    ${when(() => run() || isDoing(), () => button(html`<span>${() => (isStopping() ? "Stopping…" : "Stop")}</span>`, () => stop(one()), { class: "small quiet stop", testid: "stop", disabled: isStopping }))}
  </span>`;
}

/**
 * What became of a verb.
 * @param {() => Person} one
 * @param {() => import("./verbs.js").Note | null} note
 */
export const noteLine = (one, note) => html`<div class="note small" data-testid="verb-note"><p>${() => note()?.text ?? ""}</p>
  ${() => (note()?.kind === "stopped" ? html`<span class="actions">${button("Go on", () => { const found = note(); return found ? goOn(one().id, found) : undefined; }, { class: "small" })}
    <button type="button" class="small quiet" onclick=${() => dropNote(one().id)}>Dismiss</button></span>` : note()?.isOver ? html`<button type="button" class="small quiet" onclick=${() => dropNote(one().id)}>Dismiss</button>` : null)}</div>`;
