// @ts-check
// What came of a meeting: decisions, where everybody stands, and action items that become tickets.
import { computed } from "../core.js";
import { each, html, when } from "../template.js";
import { api } from "../api.js";
import { at, base, people } from "../company.js";
import { attempt, button, confirm, dialog, field, toast } from "../ui.js";
import { date, plain, plural } from "../format.js";
import { go } from "../router.js";
import { markdown } from "../markdown.js";
import { itemsOf, whoIs } from "./words.js";
import { asCommand, without } from "../command.js";

/** @typedef {import("./words.js").Meeting} Meeting */
/** @typedef {import("./words.js").Item} Item */

/**
 * @param {() => Meeting} meeting
 * @param {() => Promise<void>} reload
 */
export function outcome(meeting, reload) {
  const here = () => `${base()}/meetings/${encodeURIComponent(meeting().id)}`;
  const items = computed(() => itemsOf(meeting()));
  const open = computed(() => items().filter((one) => !one.ticket && !one.isDeclined));
  const isOver = computed(() => meeting().status === "ended");
  return html`<div class="outcome">
    <section><h2>Decisions</h2>${each(() => meeting().decisions, (one) => `${one.at} ${one.text}`, (one) => html`<p class="decision">${() => plain(one().text)}</p>`, () => html`<p class="muted small">${() => (isOver() ? "Nothing was decided." : "None yet.")}</p>`)}</section>
    <section><div class="outcome-head"><h2>Action items</h2>${when(() => isOver() && open().length > 1, () => button(html`${() => `Make ${plural(open().length, "ticket")}`}`, () => makeAll(here(), open(), reload), { class: "small primary", testid: "make-all-tickets" }))}</div>
      ${each(items, (one) => one.number, (one) => item(one, here, isOver, reload), () => html`<p class="muted small">${() => (isOver() ? "None came of it." : "None yet.")}</p>`)}</section>
    ${when(() => meeting().positions.length > 0, () => html`<section><h2>Where they stand</h2><ul>${each(() => meeting().positions, (one) => one.employee_id, (one) => html`<li class="stand"><b>${() => whoIs(one().employee_id)}</b>
      <span class=${() => `chip ${one().stance}`}>${() => ({ agree: "agrees", disagree: "disagrees", abstain: "abstains" })[one().stance] ?? one().stance}</span><span class="muted">${() => plain(one().reason)}</span></li>`)}</ul></section>`)}
    ${when(() => meeting().departures.length > 0, () => html`<section><h2>Left</h2><ul>${each(() => meeting().departures, (one) => `${one.employee_id} ${one.at}`, (one) => html`<li>${() => `${plain(one().name)}: ${plain(one().reason)}${one().returned_at ? " (came back)" : ""}`}</li>`)}</ul></section>`)}
    ${when(() => meeting().minutes_md, () => html`<section><details class="minutes-text"><summary><b>Minutes as written</b></summary>${() => markdown(meeting().minutes_md ?? "")}</details>
      <p class="actions">${() => (meeting().minutes_file_id ? html`<a class="button small" href=${at(`files/${encodeURIComponent(meeting().minutes_file_id ?? "")}`)}>Minutes in files</a>` : null)}
        ${button("Copy", () => navigator.clipboard?.writeText(meeting().minutes_md ?? "").then(() => toast("Copied.")), { class: "small" })}</p></section>`)}
  </div>`;
}

/**
 * @param {() => Item} one
 * @param {() => string} here
 * @param {() => boolean} isOver
 * @param {() => Promise<void>} reload
 */
const item = (one, here, isOver, reload) => html`<div class=${() => `item${one().isDeclined ? " declined" : ""}`} data-action-item=${() => String(one().number)}>
  <p><b>${() => plain(one().title)}</b></p>
  <p class="muted small">${() => [one().assignee ? whoIs(one().assignee) : "nobody yet", one().priority, one().due ? `due ${date(one().due ?? 0)}` : ""].filter(Boolean).join(" · ")}</p>
  ${() => (one().description ? html`<details class="small"><summary>More</summary>${markdown(one().description)}</details>` : null)}
  ${when(isOver, () => html`<p class="actions">${() => {
    const made = one();
    if (made.ticket) return html`<a class="button small" href=${at(`t/${encodeURIComponent(made.ticket)}`)}>Open its ticket</a>`;
    if (made.isDeclined) return [html`<span class="muted small">declined</span>`, button("Take up again", () => patch(here(), made.number, { declined: false }, reload), { class: "quiet small" })];
    return [
      button("Make ticket", () => makeOne(here(), made, reload), { class: "small", testid: "make-ticket" }),
      button("Edit", () => edit(here(), made, reload), { class: "quiet small" }),
      button("Decline", () => decline(here(), made, reload), { class: "quiet small" }),
    ];
  }}</p>`)}</div>`;

/**
 * @param {string} here
 * @param {number} number
 * @param {Record<string, unknown>} change
 * @param {() => Promise<void>} reload
 */
const patch = (here, number, change, reload) => attempt(async () => { await api.patch(`${here}/action-items/${number}`, change); await reload(); }, "Action item");

/**
 * @param {string} here
 * @param {Item} one
 * @param {() => Promise<void>} reload
 */
async function decline(here, one, reload) {
  await patch(here, one.number, { declined: true }, reload);
  toast("Declined: no ticket comes of it.", { action: { label: "Undo", run: () => void patch(here, one.number, { declined: false }, reload) } });
}

/**
 * @param {string} here
 * @param {Item} one
 * @param {() => Promise<void>} reload
 */
const makeOne = (here, one, reload) => attempt(async () => {
  const ticket = await api.post(`${here}/action-items/${one.number}/confirm`);
  await reload();
  toast(`A ticket was made${one.assignee ? ` for ${whoIs(one.assignee)}` : ""}.`, { action: { label: "Open", run: () => go(at(`t/${encodeURIComponent(ticket.key ?? ticket.id)}`)) } });
}, "Make ticket");

/**
 * @param {string} here
 * @param {Item[]} open
 * @param {() => Promise<void>} reload
 */
async function makeAll(here, open, reload) {
  const meeting = decodeURIComponent(here.split("/").pop() ?? "");
  const isSure = await confirm({
    title: `Make ${plural(open.length, "ticket")}`, action: `Make ${plural(open.length, "ticket")}`,
    effect: html`<p>Each is given to its assignee, who begins with it.</p><ul class="sure">${open.map((one) => html`<li><b>${plain(one.title)}</b> <span class="muted">${one.assignee ? whoIs(one.assignee) : "nobody yet"}</span></li>`)}</ul>`,
    command: asCommand(() => ({ does: "meeting confirm", words: [meeting] })),
  });
  if (!isSure) return;
  await attempt(async () => {
    const made = await api.post(`${here}/action-items/confirm`);
    await reload();
    toast(`${plural(made.items?.length ?? open.length, "ticket")} made.`, { action: { label: "Board", run: () => go(at("board")) } });
  }, "Make tickets");
}

/**
 * @param {string} here
 * @param {Item} one
 * @param {() => Promise<void>} reload
 */
function edit(here, one, reload) {
  dialog("Action item", (close) => html`<form onsubmit=${(/** @type {SubmitEvent} */ event) => {
    event.preventDefault();
    const form = new FormData(/** @type {HTMLFormElement} */ (event.target));
    const due = String(form.get("due") ?? "");
    void attempt(async () => {
      await api.patch(`${here}/action-items/${one.number}`, {
        title: String(form.get("title") ?? "").trim(), description: String(form.get("description") ?? ""), priority: form.get("priority"),
        ...(form.get("assignee") ? { assignee_id: form.get("assignee") } : {}), ...(due ? { due_at: new Date(`${due}T12:00`).getTime() } : {}),
      });
      await reload();
      close();
    }, "Action item");
  }}><div class="body">
    ${field("Title", html`<input name="title" required .value=${one.title}>`)}
    ${field("What is to be done", html`<textarea name="description" rows="5" .value=${one.description}></textarea>`)}
    <div class="row-of">${field("For", html`<select name="assignee"><option value="">Nobody yet</option>${people().map((other) => html`<option value=${other.id} ?selected=${other.id === one.assignee}>${plain(other.name)}</option>`)}</select>`)}
      ${field("Priority", html`<select name="priority">${["low", "medium", "high", "critical"].map((word) => html`<option value=${word} ?selected=${word === one.priority}>${word}</option>`)}</select>`)}
      ${field("Due", html`<input name="due" type="date" .value=${one.due ? new Date(one.due).toISOString().slice(0, 10) : ""}>`)}</div></div>
    <footer>${asCommand((given) => without({ "what is to be done": (given.description ?? "") !== one.description, "when it is due": given.due && given.due !== (one.due ? new Date(one.due).toISOString().slice(0, 10) : "") })
      ?? { does: "meeting item", words: [one.number], options: { title: given.title?.trim(), owner: given.assignee, priority: given.priority, meeting: decodeURIComponent(here.split("/").pop() ?? "") } })}<button type="button" onclick=${close}>Cancel</button><button class="primary">Keep</button></footer></form>`);
}
