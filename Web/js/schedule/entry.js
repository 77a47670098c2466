// @ts-check
// One entry, as a line of the agenda or a note in a day.
import { html } from "../template.js";
import { api, path } from "../api.js";
import { attempt, toast } from "../ui.js";
import { time } from "../format.js";
import { base } from "../company.js";
import { go } from "../router.js";
import { isOverdue, moveBy } from "./entries.js";
import { openEntry } from "./dialog.js";

/**
 * @typedef {import("./entries.js").Entry} Entry
 * @typedef {{ again: () => Promise<void>, now: () => number, keepFocus: (id: string) => void }} Hands
 */

/** @type {Record<string, string>} */
const GLYPHS = { task: "▪", deadline: "⚑", milestone: "◆", reminder: "◔", routine: "↻", "wake-up": "☼" };
/** @param {string} kind */
const glyph = (kind) => GLYPHS[kind] ?? "⚑";

/** @param {Entry} entry */
export function hours(entry) {
  if (entry.kind.endsWith("due") || entry.kind === "deadline" || entry.kind === "milestone") return "";
  return entry.end ? `${time(entry.at)}–${time(entry.end)}` : time(entry.at);
}

/**
 * @param {Entry} entry
 * @param {Hands} hands
 */
function openIt(entry, hands) {
  if (entry.raw) openEntry({ raw: entry.raw, again: hands.again });
  else if (entry.href) go(entry.href);
}

/**
 * @param {Entry} entry
 * @param {number} days
 * @param {Hands} hands
 */
function nudge(entry, days, hands) {
  hands.keepFocus(entry.id);
  void moveBy(entry, days, hands.again);
}

/**
 * `[` and `]` move by a day, `e` says that it is done.
 * @param {KeyboardEvent} event
 * @param {Entry} entry
 * @param {Hands} hands
 */
function entryKey(event, entry, hands) {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "]") nudge(entry, 1, hands);
  else if (event.key === "[") nudge(entry, -1, hands);
  else if (event.key === "e" && entry.raw && entry.status === "scheduled") void settle(entry, "complete", hands);
  else return;
  event.preventDefault();
  event.stopPropagation();
}

/**
 * @param {Entry} entry
 * @param {"complete" | "cancel"} how
 * @param {Hands} hands
 */
async function settle(entry, how, hands) {
  const address = `${base()}${path`/schedule/${entry.id}`}`;
  await attempt(async () => {
    await api.post(`${address}/${how}`);
    await hands.again();
    toast(how === "complete" ? `${entry.title} is done.` : `${entry.title} is called off.`, {
      action: { label: "Undo", run: () => void attempt(async () => { await api.patch(address, { status: "scheduled" }); await hands.again(); }, "Undo") },
    });
  }, entry.title);
}

/**
 * @param {() => Entry} entry
 * @param {Hands} hands
 */
const standing = (entry, hands) => `${isOverdue(entry(), hands.now()) ? " overdue" : ""}${entry().status !== "scheduled" ? " past" : ""}`;

/**
 * @param {() => Entry} entry
 * @param {Hands} hands
 */
export const note = (entry, hands) => html`<li><button type="button" class=${() => `note-entry${standing(entry, hands)}`} data-entry-id=${() => entry().id}
  title=${() => [entry().title, entry().kind, entry().who].filter(Boolean).join(", ")} onclick=${() => openIt(entry(), hands)} onkeydown=${(/** @type {KeyboardEvent} */ event) => entryKey(event, entry(), hands)}>
  <span aria-hidden="true">${() => glyph(entry().kind)}</span><span class="unseen">${() => entry().kind}</span><span class="mono">${() => hours(entry()).split("–")[0] ?? ""}</span> <span class="entry-text">${() => entry().title}</span></button></li>`;

/**
 * @param {() => Entry} entry
 * @param {Hands} hands
 */
export const agendaLine = (entry, hands) => html`<li class=${() => `agenda-line${standing(entry, hands)}`}>
  <span class="mono entry-hours">${() => hours(entry()) || "all day"}</span>
  <span class="chip"><span aria-hidden="true">${() => glyph(entry().kind)}</span> ${() => entry().kind}</span>
  <button type="button" class="link entry-text" data-entry-id=${() => entry().id} onclick=${() => openIt(entry(), hands)} onkeydown=${(/** @type {KeyboardEvent} */ event) => entryKey(event, entry(), hands)}>${() => entry().title}</button>
  <span class="muted small entry-person">${() => entry().who}</span>
  <span class="actions">${() => (entry().status !== "scheduled" ? html`<span class="muted small">${entry().status === "completed" ? "done" : "called off"}</span>` : null)}
    ${() => (entry().move && entry().status === "scheduled" ? html`<span class="nudge">
      <button type="button" class="quiet small icon" aria-label=${`${entry().title}: a day earlier`} title="A day earlier [" onclick=${() => nudge(entry(), -1, hands)}>‹</button>
      <button type="button" class="quiet small icon" aria-label=${`${entry().title}: a day later`} title="A day later ]" onclick=${() => nudge(entry(), 1, hands)}>›</button></span>` : null)}
    ${() => (entry().raw && entry().status === "scheduled" ? html`<button type="button" class="small" aria-label=${`${entry().title} is done`} onclick=${() => void settle(entry(), "complete", hands)}>Done</button>
      <button type="button" class="small quiet" aria-label=${`Call ${entry().title} off`} onclick=${() => void settle(entry(), "cancel", hands)}>Call off</button>` : null)}</span></li>`;
