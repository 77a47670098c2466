// @ts-check
// What can be named while writing: `@` employees and `#` tickets, in a list under the writer's own keys.
import { computed, onCleanup, signal } from "../core.js";
import { each, html, when } from "../template.js";
import { api } from "../api.js";
import { base, company, people } from "../company.js";
import { plain } from "../format.js";
import { announce } from "../ui.js";

/** @typedef {{ id: string, insert: string, label: string, hint: string }} Choice */

let lists = 0;

/**
 * @param {() => HTMLTextAreaElement | null} box
 * @param {(text: string) => void} changed called after a choice was put into the text
 */
export function suggestions(box, changed) {
  const id = `suggest${++lists}`;
  const query = signal(/** @type {{ sign: string, word: string, start: number } | null} */ (null));
  const active = signal(0);
  const tickets = signal(/** @type {any[]} */ ([]));
  let hasAsked = false;
  const choices = computed(() => {
    const wanted = query();
    if (!wanted) return [];
    const word = wanted.word.toLowerCase();
    return (wanted.sign === "@" ? employees() : ticketChoices(tickets()))
      .filter((one) => !word || one.label.toLowerCase().includes(word) || one.insert.toLowerCase().includes(word)).slice(0, 8);
  });
  const isOpen = computed(() => choices().length > 0);

  /** Looks at what stands before the caret. */
  function look() {
    const area = box();
    if (!area) return;
    const before = area.value.slice(0, area.selectionStart);
    const found = /(^|[\s(])([@#])([\p{L}\p{N}_-]{0,30})$/u.exec(before);
    const was = query.peek();
    query.set(found ? { sign: found[2] ?? "@", word: found[3] ?? "", start: before.length - (found[3] ?? "").length - 1 } : null);
    if (found?.[2] === "#" && !hasAsked) {
      hasAsked = true;
      api.get(`${base()}/tickets?limit=500`).then((answer) => tickets.set(answer.items.reverse())).catch(() => { hasAsked = false; });
    }
    if (found && (was?.word !== found[3])) active.set(0);
    if (found && !was && isOpen()) announce(`${choices().length} to choose from, arrow keys choose`);
  }

  /** @param {Choice | undefined} choice */
  function take(choice) {
    const [area, wanted] = [box(), query.peek()];
    if (!choice || !area || !wanted) return;
    const rest = area.value.slice(area.selectionStart);
    const text = `${area.value.slice(0, wanted.start)}${choice.insert} `;
    area.value = text + rest.replace(/^ /, "");
    area.setSelectionRange(text.length, text.length);
    query.set(null);
    changed(area.value);
    area.focus();
  }

  /**
   * @param {KeyboardEvent} event
   * @returns {boolean} whether the key was meant for the list
   */
  function key(event) {
    if (!isOpen()) return false;
    const size = choices().length;
    if (event.key === "ArrowDown") active.set((active() + 1) % size);
    else if (event.key === "ArrowUp") active.set((active() + size - 1) % size);
    else if ((event.key === "Enter" && !event.shiftKey) || event.key === "Tab") take(choices()[active()]);
    else if (event.key === "Escape") query.set(null);
    else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  }

  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let closing;
  onCleanup(() => clearTimeout(closing));
  return {
    id, isOpen, look, key,
    close: () => { closing = setTimeout(() => query.set(null), 150); },
    activeID: () => (isOpen() ? `${id}-${active()}` : null),
    view: when(isOpen, () => html`<ul class="suggest" id=${id} role="listbox" aria-label=${() => (query()?.sign === "#" ? "Tickets" : "Employees")}>
      ${each(choices, (one) => one.id, (one, index) => html`<li role="option" id=${() => `${id}-${index()}`} aria-selected=${() => String(index() === active())}
        onmousedown=${(/** @type {Event} */ event) => { event.preventDefault(); take(one()); }} onmousemove=${() => active.set(index())}>
        <b>${() => one().label}</b> <span class="muted">${() => one().hint}</span></li>`)}</ul>`),
  };
}

/** @returns {Choice[]} */
const employees = () => [
  ...people().map((one) => ({ id: one.id, insert: `@${plain(one.name)}`, label: plain(one.name), hint: plain(one.title ?? "") })),
  { id: "all", insert: "@everyone", label: "everyone", hint: "all members of this thread" },
];

/**
 * @param {any[]} tickets
 * @returns {Choice[]}
 */
const ticketChoices = (tickets) => tickets.map((one) => {
  const key = one.key ?? (company()?.ticket_prefix ? `${company()?.ticket_prefix}-${one.number}` : one.number);
  return { id: one.id, insert: `#${key}`, label: `${key} ${plain(one.title)}`, hint: String(one.status ?? "").replaceAll("-", " ") };
});
