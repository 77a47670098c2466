// @ts-check
// What must be true before a ticket is accepted: the lines of its description that can be ticked.
import { computed, signal } from "../core.js";
import { each, html, when } from "../template.js";
import { attempt } from "../ui.js";
import { plain } from "../format.js";
import { markdown } from "../markdown.js";
import { edit } from "../board/moves.js";
import { keyOf } from "../board/tickets.js";
import { wordLink } from "./words.js";

const TASK = /^\s*[-*+]\s+\[([ xX])\]\s+(.+)$/;

/** @param {string} description */
export const tasksOf = (description) => description.split("\n").flatMap((text, line) => {
  const found = TASK.exec(text);
  return found ? [{ line, isDone: found[1] !== " ", text: (found[2] ?? "").trim() }] : [];
});

/** @param {string} description */
export const withoutTasks = (description) => description.split("\n").filter((line) => !TASK.test(line)).join("\n").trim();

/**
 * The description with a line ticked or not.
 * @param {string} description
 * @param {number} line
 * @param {boolean} isDone
 */
export const ticked = (description, line, isDone) => description.split("\n")
  .map((text, index) => (index === line ? text.replace(/\[[ xX]\]/, isDone ? "[x]" : "[ ]") : text)).join("\n");

/** @param {import("./view.js").Desk} desk */
export function acceptance(desk) {
  const tasks = computed(() => tasksOf(desk.ticket().description ?? ""));
  const done = () => tasks().filter((one) => one.isDone).length;
  const text = signal("");
  const isAdding = signal(false);
  const save = (/** @type {string} */ description) => attempt(async () => {
    await edit(desk.tickets, desk.ticket(), { description }, `${keyOf(desk.ticket())}: the list is changed.`);
    await desk.reload();
  });
  const add = async () => {
    const words = text().trim().replace(/\s+/g, " ");
    if (!words) return isAdding.set(false);
    const before = desk.ticket().description ?? "";
    text.set("");
    await save(`${before}${before && !before.endsWith("\n") ? "\n" : ""}${tasks().length || !before ? "" : "\n"}- [ ] ${words}`);
  };
  return html`<section><header class="ticket-section"><h3>Acceptance <span class="muted">${() => (tasks().length ? `${done()} of ${tasks().length}` : "")}</span></h3>
      ${when(() => !isAdding(), () => html`<button type="button" class="quiet small" onclick=${() => isAdding.set(true)}>Add a line</button>`)}</header>
    <ul class="ticket-tasks">${each(tasks, (one) => `${one.line} ${one.text}`, (one) => html`<li><label><input type="checkbox" .checked=${() => one().isDone}
      onchange=${(/** @type {any} */ event) => void save(ticked(desk.ticket().description, one().line, event.target.checked))}><span class=${() => (one().isDone ? "ticked" : "")}>${() => markdown(plain(one().text), { link: wordLink })}</span></label></li>`,
      () => when(() => !isAdding(), () => html`<li class="muted">Nothing is named that must be true. Whoever reviews it decides by the description.</li>`))}</ul>
    ${when(isAdding, () => html`<form class="row-of" onsubmit=${(/** @type {Event} */ event) => { event.preventDefault(); void add(); }}>
      <input aria-label="What must be true" placeholder="What must be true" .value=${text} oninput=${(/** @type {any} */ event) => text.set(event.target.value)}
        ref=${(/** @type {HTMLElement} */ element) => setTimeout(() => element.focus())} onkeydown=${(/** @type {KeyboardEvent} */ event) => { if (event.key === "Escape") { event.stopPropagation(); isAdding.set(false); } }}>
      <button class="small">Add</button><button type="button" class="small quiet" onclick=${() => isAdding.set(false)}>Done</button></form>`)}</section>`;
}
