// @ts-check
// Work that recurs: when it is due, what it files, how it went.
import { computed, untrack } from "../core.js";
import { each, html, when } from "../template.js";
import { api, path } from "../api.js";
import { attempt, button, confirm, dialog, empty, field, loaded, pageHead, stateMark, toast, values, when_ } from "../ui.js";
import { query } from "../queries.js";
import { at, base, people, person } from "../company.js";
import { exact, plain } from "../format.js";
import { asCommand, without } from "../command.js";
import { listKeys } from "../list-keys.js";
import { isAnswered, together } from "../together.js";

/**
 * @typedef {import("../queries.js").Asked<"GET /api/companies/{company}/routines">} List
 * @typedef {import("../queries.js").Answer<"GET /api/companies/{company}/routines">["items"][number]} Routine
 */

export const css = "routines";

/** @type {Record<string, [string, string]>} How one of its times ended, in the words that runs have. */
const ENDS = { success: ["done", "finished"], error: ["failed", "failed"], skipped: ["stopped", "left out"], running: ["running", "running"] };
const DAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

/** @type {import("../router.js").Open} */
export function open({ params }) {
  /** @type {import("../queries.js").Asked<"GET /api/companies/{company}/routines">} */
  const list = query(() => `${base()}/routines`, { on: /^routine\./ });
  const shown = computed(() => (list.data()?.items ?? []).filter((one) => !params.id || one.id === params.id || one.slug === params.id));
  const ids = computed(() => shown().map((one) => one.id), (a, b) => String(a) === String(b));
  // How each went is asked before the cards are drawn: a card that grows would move the others.
  const books = computed(() => untrack(() => new Map(ids().map((id) => [id, lastTimes(id, Boolean(params.id))]))));
  const isReady = together(() => ids().every((id) => { const book = books().get(id); return !book || isAnswered(book); }), { from: () => list.data() !== undefined });
  const ready = { ...list, data: () => (isReady() ? list.data() : undefined) };
  return {
    title: "Routines", keys: listKeys("Routines", { rows: "#main .routine h2 a", filter: "" }),
    view: html`${pageHead("Routines", { back: params.id ? { href: at("routines"), label: "All routines" } : undefined, lead: "Each time a routine is due it files a ticket.", actions: button("Set up a routine", () => edit(null, list), { class: "primary" }) })}
      ${loaded(ready, () => html`<div class="stack">${each(shown, (one) => one.id, (routine) => card(routine, list, books().get(routine().id) ?? lastTimes(routine().id, Boolean(params.id))), () => empty("Nothing recurs yet. A routine files a ticket every morning, every Monday, or every ninety minutes.", button("Set up a routine", () => edit(null, list))))}</div>`)}`,
  };
}

/**
 * @param {string} id
 * @param {boolean} isAlone
 * @returns {import("../queries.js").Asked<"GET /api/companies/{company}/routines/{routine}/runs">}
 */
const lastTimes = (id, isAlone) => query(() => `${base()}${path`/routines/${id}/runs`}?limit=${isAlone ? 50 : 10}`, { on: /^(routine|ticket)\./ });

/**
 * When it is due, as a sentence.
 * @param {Routine["schedule"]} schedule
 */
export function due(schedule) {
  if (!schedule) return "";
  const zone = schedule.tz ? ` (${schedule.tz})` : "";
  if (schedule.triggerKind === "interval" || schedule.intervalMinutes) return `Every ${schedule.intervalMinutes} minutes`;
  const days = schedule.daysOfWeek ?? (schedule.dayOfWeek == null ? [] : [schedule.dayOfWeek]);
  if (days.length) return `${days.map((/** @type {number} */ day) => DAYS[day % 7]).join(", ")} at ${schedule.timeOfDay}${zone}`;
  return `Every day at ${schedule.timeOfDay}${zone}`;
}

/**
 * @param {() => Routine} routine
 * @param {List} list
 * @param {ReturnType<typeof lastTimes>} runs
 */
function card(routine, list, runs) {
  const change = (/** @type {Partial<Routine>} */ body, /** @type {string} */ words) => attempt(async () => { await api.patch(`${base()}${path`/routines/${routine().id}`}`, body); await list.reload(); toast(words); }, "Routine");
  return html`<article class="panel routine"><header><h2><a href=${() => at(`routines/${encodeURIComponent(routine().slug ?? routine().id)}`)}>${() => plain(routine().name)}</a></h2>
      ${stateMark(() => (routine().enabled ? "done" : "stopped"), () => (routine().enabled ? "on" : "off"))}
      <span class="actions">${button("Run now", () => attempt(async () => { await api.post(`${base()}${path`/routines/${routine().id}/run`}`); await runs.reload(); toast("It files its ticket now."); }, "Run now"), { class: "small" })}
        ${button(() => (routine().enabled ? "Switch off" : "Switch on"), () => change({ enabled: !routine().enabled }, routine().enabled ? "The routine is off." : "The routine is on."), { class: "small" })}
        ${button("Change", () => edit(routine(), list), { class: "small" })}
        ${button("Remove", async () => {
          if (await confirm({ title: "Remove the routine", effect: `“${plain(routine().name)}” is dropped with the record of its runs. The tickets that it filed stay.`, action: "Remove", isDestructive: true, command: asCommand(() => ({ does: "routine remove", words: [routine().id] })) })) await attempt(async () => { await api.delete(`${base()}${path`/routines/${routine().id}`}`); await list.reload(); }, "Routine");
        }, { class: "small danger" })}</span></header>
    <p>${() => due(routine().schedule)}${() => (routine().enabled && routine().next_run_at ? html`<span> · next </span><b>${exact(routine().next_run_at)}</b>` : null)}</p>
    <p class="muted">${() => { const work = routine().work_config ?? {}; return `Files “${plain(work.title ?? routine().name)}”${work.assigneeId ? ` for ${plain(person(work.assigneeId)?.name ?? "somebody")}` : " for nobody yet"}, ${work.overlap === "queue" ? "also while the one before is open" : "unless the one before is still open"}.`; }}</p>
    ${when(() => routine().broken ?? routine().put_off_for, () => html`<p class="note">${() => String(routine().broken ?? `Put off: ${routine().put_off_for}`)}</p>`)}
    ${when(() => (runs.data()?.items ?? []).length > 0, () => html`<ol class="outcomes" aria-label="Last times">${() => (runs.data()?.items ?? []).map((run) => html`<li>
      ${stateMark(() => ENDS[run.status]?.[0] ?? run.status, () => ENDS[run.status]?.[1] ?? run.status)} ${when_(() => run.started_at)} ${run.ticket_id ? html`<a href=${at(`t/${encodeURIComponent(run.ticket_id)}`)}>ticket</a>` : null} <span class="muted">${run.error_message ?? run.message ?? (run.reason === "manual" ? "by hand" : run.reason ?? "")}</span></li>`)}</ol>`, () => html`<p class="muted">${() => (runs.data() ? "It has not been due yet." : runs.error() ? `How it went could not be asked: ${runs.error()?.message ?? ""}` : "…")}</p>`)}</article>`;
}

/**
 * @param {Routine | null} routine null for a new one
 * @param {List} list
 */
function edit(routine, list) {
  const [schedule, work] = [routine?.schedule ?? {}, routine?.work_config ?? {}];
  const kind = schedule.triggerKind ?? "weekly";
  const zone = schedule.tz ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  const days = schedule.daysOfWeek ?? (schedule.dayOfWeek == null ? [1] : [schedule.dayOfWeek]);
  dialog(routine ? `Change “${plain(routine.name)}”` : "Set up a routine", (close) => html`<form onsubmit=${async (/** @type {SubmitEvent} */ event) => {
    event.preventDefault();
    const form = /** @type {HTMLFormElement} */ (event.target);
    const given = values(form);
    const chosen = [...new FormData(form).getAll("day")].map(Number);
    const when = given.kind === "interval" ? { triggerKind: "interval", intervalMinutes: Number(given.minutes) }
      : { triggerKind: given.kind, timeOfDay: given.time, tz: given.zone, ...(given.kind === "weekly" ? { daysOfWeek: chosen } : {}) };
    const body = { name: given.name, schedule: when, work_config: { title: given.title || given.name, description: given.description || null, assigneeId: given.assignee || null, priority: given.priority, overlap: given.overlap } };
    await attempt(async () => {
      if (routine) await api.patch(`${base()}${path`/routines/${routine.id}`}`, body);
      else await api.post(`${base()}/routines`, body);
      close();
      await list.reload();
    }, "Routine");
  }}><div class="body">
    ${field("Name", html`<input name="name" required maxlength="200" value=${routine?.name ?? ""} autofocus>`)}
    <div class="row-of">${field("When", html`<select name="kind"><option value="daily" ?selected=${kind === "daily"}>Every day</option><option value="weekly" ?selected=${kind === "weekly"}>On days of the week</option><option value="interval" ?selected=${kind === "interval"}>Every so many minutes</option></select>`)}
      ${field("At", html`<input name="time" type="time" value=${schedule.timeOfDay ?? "09:00"}>`)}
      ${field("Zone", html`<input name="zone" value=${zone}>`)}
      ${field("Minutes", html`<input name="minutes" type="number" min="1" max="10080" value=${String(schedule.intervalMinutes ?? 90)}>`, "For “every so many minutes”.")}</div>
    <fieldset class="days"><legend>Days, for “on days of the week”</legend>${DAYS.map((name, day) => html`<label><input type="checkbox" name="day" value=${String(day)} ?checked=${days.includes(day)}>${name.slice(0, 3)}</label>`)}</fieldset>
    ${field("Title of the ticket", html`<input name="title" maxlength="200" value=${work.title ?? ""}>`, "May hold {date}, {time} and {week}.")}
    ${field("What is to be done", html`<textarea name="description" .value=${work.description ?? ""}></textarea>`)}
    <div class="row-of">${field("Who", html`<select name="assignee"><option value="">Nobody yet</option>${people().map((one) => html`<option value=${one.id} ?selected=${one.id === work.assigneeId}>${plain(one.name)}</option>`)}</select>`)}
      ${field("Priority", html`<select name="priority">${["low", "medium", "high", "critical"].map((one) => html`<option ?selected=${one === (work.priority ?? "medium")}>${one}</option>`)}</select>`)}
      ${field("While the one before is open", html`<select name="overlap"><option value="skip">skip it</option><option value="queue" ?selected=${work.overlap === "queue"}>file it all the same</option></select>`)}</div>
  </div><footer>${asCommand((given, form) => {
    const days = [...new FormData(/** @type {HTMLFormElement} */ (form)).getAll("day")].map((day) => DAYS[Number(day)]?.slice(0, 3).toLowerCase()).join(",");
    const when = given.kind === "interval" ? { every: given.minutes } : given.kind === "daily" ? { daily: given.time, zone: given.zone } : { weekly: `${days} ${given.time}`, zone: given.zone };
    const options = { ...when, title: given.title || given.name, description: given.description, assign: given.assignee || "nobody", priority: given.priority, overlap: given.overlap };
    if (!given.name) return "Name it first.";
    if (given.kind === "weekly" && !days) return "Choose a day first.";
    return without({ "an empty description": routine && work.description && !given.description }) ?? (routine ? { does: "routine edit", words: [routine.id], options: { name: given.name, ...options } } : { does: "routine add", words: [given.name], options });
  })}<button type="button" onclick=${close}>Cancel</button><button class="primary">Save</button></footer></form>`);
}
