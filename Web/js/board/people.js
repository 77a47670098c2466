// @ts-check
// Choosing who does something.
import { stateOf, wordOf } from "../floor/state.js";
import { computed, signal } from "../core.js";
import { each, html, when } from "../template.js";
import { announce, avatar, dialog, stateMark } from "../ui.js";
import { plain, plural } from "../format.js";
import { colleagues } from "./work.js";
import { useTickets } from "./tickets.js";
import { asCommand } from "../command.js";

/** @typedef {import("../company.js").Person} Person */

/**
 * Asks for an employee. Whoever is free and has the least to do comes first.
 * @param {string} title
 * @param {{ suggested?: { employee_id: string, reason?: string }[], now?: string | null, command?: (employee: string) => import("../command.js").Command | import("../command.js").Command[] }} [options] command: what giving it to somebody is in a terminal
 * @returns {Promise<{ id: string, name: string } | null>}
 */
export const choosePerson = (title, options = {}) => new Promise((resolve) => {
  /** @type {{ id: string, name: string } | null} */
  let chosen = null;
  dialog(title, (close) => {
    const tickets = useTickets();
    const text = signal("");
    const place = signal(0);
    const load = computed(() => {
      /** @type {Map<string, number>} */
      const counts = new Map();
      for (const one of tickets.all()) if (one.assignee_id && one.status !== "done") counts.set(one.assignee_id, (counts.get(one.assignee_id) ?? 0) + 1);
      return counts;
    });
    const advice = new Map((options.suggested ?? []).map((one, index) => [one.employee_id, { place: index, reason: one.reason ?? "" }]));
    const found = computed(() => {
      const wanted = text().trim().toLowerCase();
      const weight = (/** @type {Person} */ one) => (advice.has(one.id) ? -100 + (advice.get(one.id)?.place ?? 0) : (one.status === "idle" ? 0 : 10) + (load().get(one.id) ?? 0));
      return colleagues().filter((one) => `${one.name} ${one.title}`.toLowerCase().includes(wanted)).sort((a, b) => weight(a) - weight(b));
    });
    const take = (/** @type {Person | undefined} */ one) => {
      if (!one) return;
      chosen = { id: one.id, name: one.name };
      close();
    };
    const said = (/** @type {Person} */ one) => {
      const open = load().get(one.id) ?? 0;
      return advice.get(one.id)?.reason || (open ? plural(open, "open ticket") : "nothing to do");
    };
    return html`<div class="body"><input type="text" role="combobox" aria-expanded="true" aria-controls="person-list" aria-autocomplete="list" autocomplete="off" autofocus
      aria-label="Name or title" placeholder="Name or title" aria-activedescendant=${() => (found().length ? `person-${place()}` : null)}
      oninput=${(/** @type {any} */ event) => { text.set(event.target.value); place.set(0); announce(plural(found().length, "person", "people")); }}
      onkeydown=${(/** @type {KeyboardEvent} */ event) => {
        const size = Math.max(1, found().length);
        if (event.key === "ArrowDown") place.set((place() + 1) % size);
        else if (event.key === "ArrowUp") place.set((place() + size - 1) % size);
        else if (event.key === "Enter") take(found()[place()]);
        else return;
        event.preventDefault();
        document.getElementById(`person-${place()}`)?.scrollIntoView({ block: "nearest" });
      }}>
      <ul class="people-list" id="person-list" role="listbox" aria-label="Employees">
        ${each(found, (one) => one.id, (one, index) => html`<li role="option" id=${() => `person-${index()}`} aria-selected=${() => String(index() === place())}
          onclick=${() => take(one())} onmousemove=${() => place.set(index())}>
          ${avatar(() => one().name)}<span class="who"><b>${() => plain(one().name)}</b><small>${() => plain(one().title ?? "")}</small></span>
          <span class="load">${stateMark(() => stateOf(one()), () => wordOf(one()))}<small>${() => (one().id === options.now ? "has it now" : said(one()))}</small></span></li>`)}
      </ul>${when(() => found().length === 0, () => html`<p class="muted">Nobody of that name works here.</p>`)}</div>
      ${options.command ? html`<footer>${asCommand(() => { const one = found()[place()]; return one && options.command ? options.command(one.id) : "Choose somebody first."; })}</footer>` : null}`;
  }, { class: "narrow", onClose: () => resolve(chosen) });
});

/**
 * Asks for a sentence.
 * @param {string} title
 * @param {{ label: string, action: string, isNeeded?: boolean, help?: string, command?: (words: string) => import("../command.js").Command }} options
 * @returns {Promise<string | null>}
 */
export const askWords = (title, options) => new Promise((resolve) => {
  /** @type {string | null} */
  let answer = null;
  const text = signal("");
  dialog(title, (close) => html`<form onsubmit=${(/** @type {Event} */ event) => { event.preventDefault(); answer = text(); close(); }}>
    <div class="body"><label class="field"><span>${options.label}</span>
      <textarea oninput=${(/** @type {any} */ event) => text.set(event.target.value)}
        onkeydown=${(/** @type {KeyboardEvent} */ event) => { if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) /** @type {any} */ (event.target).form.requestSubmit(); }}></textarea>
      ${options.help ? html`<small>${options.help}</small>` : null}</label></div>
    <footer>${options.command ? asCommand(() => (text().trim() && options.command ? options.command(text().trim()) : "Write something first.")) : null}<button type="button" onclick=${close}>Cancel</button><button class="primary" ?disabled=${() => Boolean(options.isNeeded) && !text().trim()}>${options.action}</button></footer></form>`,
  { class: "narrow", onClose: () => resolve(answer) });
});
