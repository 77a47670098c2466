// @ts-check
// What stands beside a meeting's transcript: who speaks, who is next, what is decided.
import { computed, signal } from "../core.js";
import { each, html, when } from "../template.js";
import { api } from "../api.js";
import { at, base, person } from "../company.js";
import { attempt, avatar, button, confirm, dialog, field, toast } from "../ui.js";
import { elapsed, money, now, plain } from "../format.js";
import { modes, phases, pointsOf, queueOf, whoIs } from "./words.js";
import { outcome } from "./minutes.js";
import { asCommand } from "../command.js";

/** @typedef {import("./words.js").Meeting} Meeting */

/**
 * @param {() => Meeting} meeting
 * @param {() => Promise<void>} reload
 */
export function roomSide(meeting, reload) {
  const here = () => `${base()}/meetings/${encodeURIComponent(meeting().id)}`;
  const isOn = computed(() => meeting().status === "active");
  const queue = computed(() => queueOf(meeting()));
  const points = computed(() => pointsOf(meeting()));
  return html`<aside class="room-side" aria-label="The meeting">
    ${when(isOn, () => html`<section><h2>Speaks now</h2>
      ${() => { const { speaker_id: id } = meeting(); return id ? html`<div class="speaker">${avatar(() => whoIs(id))}<span><b>${whoIs(id)}</b><br><span class="muted small">${plain(person(id)?.title ?? "")}</span></span></div>` : html`<p class="muted">${meeting().is_end_wanted ? "It is being closed." : "The floor is being given."}</p>`; }}
      <h2>Next</h2><ol class="next">${each(queue, (one) => one.key, (one) => html`<li><b>${() => (one().who ? whoIs(one().who) : "")}</b> <span class="muted">${() => one().why}</span></li>`, () => html`<li class="muted nobody">Nobody after this.</li>`)}</ol></section>`)}
    ${outcome(meeting, reload)}
    <section><h2>Attendees</h2><ul>${each(() => meeting().attendees, (one) => one, (one) => html`<li class=${() => `who${meeting().speaker_id === one() ? " speaking" : ""}`}>${avatar(() => whoIs(one()))}
      <span class="names"><a href=${() => at(`people/${encodeURIComponent(one())}`)}>${() => whoIs(one())}</a><span class="muted small">${() => (one() === meeting().chair_id ? "chair · " : "")}${() => plain(person(one())?.title ?? "")}</span></span>
      ${when(() => isOn() && meeting().speaker_id !== one(), () => button("Call on", () => callOn(here(), one(), reload), { class: "small", label: `Call on ${whoIs(one())}` }))}</li>`)}</ul></section>
    ${when(() => points().length > 0, () => html`<section><h2>Agenda</h2><ul class="points">${each(points, (one) => one, (one) => html`<li>${one}</li>`)}</ul></section>`)}
    <section class="limits"><h2>Limits</h2><dl>${() => figures(meeting()).map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl></section>
  </aside>`;
}

/**
 * @param {Meeting} meeting
 * @returns {[string, any][]}
 */
const figures = (meeting) => [
  ["Who speaks", modes[meeting.mode]?.label ?? meeting.mode],
  ["Turns", `${meeting.turns_used}${meeting.limits.turns ? ` of ${meeting.limits.turns}` : ""}`],
  ["Rounds", meeting.mode === "round-robin" && meeting.limits.rounds ? `${meeting.status === "active" ? meeting.round : meeting.round || "–"} of ${meeting.limits.rounds}` : "–"],
  ["Time", () => `${elapsed((meeting.ended_at ?? now()) - meeting.started_at)}${meeting.limits.minutes ? ` of ${meeting.limits.minutes} min` : ""}`],
  ["Cost", `${money(meeting.cost_usd)}${meeting.limits.cost_usd ? ` of ${money(meeting.limits.cost_usd)}` : ""}`],
];

/**
 * Where the meeting stands on its way.
 * @param {() => Meeting} meeting
 */
export const phaseLine = (meeting) => html`<ol class="phases" aria-label="Phases">${phases.map(([id, label]) => html`<li aria-current=${() => (meeting().phase === id ? "step" : null)} class=${() => (isPast(meeting(), id) ? "past" : "")}>${label}</li>`)}</ol>`;

/**
 * @param {Meeting} meeting
 * @param {string} id
 */
function isPast(meeting, id) {
  const order = phases.map(([phase]) => phase);
  return meeting.phase === "ended" || order.indexOf(id) < order.indexOf(meeting.phase);
}

/**
 * @param {string} here
 * @param {string} employee
 * @param {() => Promise<void>} reload
 */
function callOn(here, employee, reload) {
  const question = signal("");
  dialog(`Call on ${whoIs(employee)}`, (close) => html`<form onsubmit=${(/** @type {SubmitEvent} */ event) => {
    event.preventDefault();
    void attempt(async () => {
      await api.post(`${here}/call-on`, { employee_id: employee, question: question().trim() || null });
      close();
      await reload();
      toast(`${whoIs(employee)} speaks next.`);
    }, "Call on");
  }}><div class="body">${field("Question", html`<textarea rows="3" autofocus oninput=${(/** @type {any} */ event) => question.set(event.target.value)}></textarea>`, "May be left empty: they speak next about what is said.")}</div>
    <footer>${asCommand(() => ({ does: "meeting call-on", words: [employee, question().trim()], options: { meeting: decodeURIComponent(here.split("/").pop() ?? "") } }))}<button type="button" onclick=${close}>Cancel</button><button class="primary">Let them speak</button></footer></form>`, { class: "narrow" });
}

/**
 * Ends a meeting: first by the chair's closing words, and at once when that is asked again.
 * @param {Meeting} meeting
 * @param {() => Promise<void>} reload
 */
export async function endMeeting(meeting, reload) {
  const here = `${base()}/meetings/${encodeURIComponent(meeting.id)}`;
  const isNow = meeting.is_end_wanted || meeting.phase === "closing";
  if (isNow && !(await confirm({ title: "End at once", effect: "What is being said is cut off and the minutes are made without the chair's closing words: action items and decisions of the closing turn are lost.", action: "End at once", isDestructive: true, command: asCommand(() => ({ does: "meeting end", words: [meeting.id], options: { now: true } })) }))) return;
  await attempt(async () => {
    await api.post(`${here}/end`, { now: isNow });
    await reload();
    toast(isNow ? "The meeting has ended; its minutes are kept." : `${whoIs(meeting.chair_id)} closes the meeting after this turn.`);
  }, "End the meeting");
}
