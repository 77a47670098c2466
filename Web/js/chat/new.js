// @ts-check
// Beginning a conversation: with one, with several, or for all to read.
import { computed, signal } from "../core.js";
import { each, html, when } from "../template.js";
import { api } from "../api.js";
import { at, base, people } from "../company.js";
import { go } from "../router.js";
import { attempt, dialog, field } from "../ui.js";
import { plain } from "../format.js";
import { asCommand } from "../command.js";

/**
 * A list of employees to choose from, with a filter once there are many.
 * @param {import("../core.js").Signal<string[]>} chosen
 * @param {{ isSingle?: boolean, without?: () => string[], label: string }} options
 */
export function choosePeople(chosen, { isSingle, without, label }) {
  const filter = signal("");
  const shown = computed(() => people().filter((one) => !without?.().includes(one.id) && `${one.name} ${one.title}`.toLowerCase().includes(filter().trim().toLowerCase())));
  const name = `people-${label.replace(/\W/g, "")}`;
  return html`<fieldset class="stack bare"><legend class="small"><b>${label}</b>${isSingle ? null : html` <span class="muted">${() => (chosen().length ? `${chosen().length} chosen` : "")}</span>`}</legend>
    ${when(() => people().length > 2, () => html`<input type="search" placeholder="Name or title" aria-label=${`Filter: ${label}`} oninput=${(/** @type {any} */ event) => filter.set(event.target.value)}
      onkeydown=${(/** @type {KeyboardEvent} */ event) => {
        const first = shown()[0];
        // The first Enter chooses whom the words fit, the second one goes on.
        if (event.key !== "Enter" || !isSingle || !first || !filter().trim() || chosen()[0] === first.id) return;
        event.preventDefault();
        chosen.set([first.id]);
      }}>`)}
    <div class="choose-people">${each(shown, (one) => one.id, (one) => html`<label><input type=${isSingle ? "radio" : "checkbox"} name=${name} .checked=${() => chosen().includes(one().id)}
      onchange=${(/** @type {any} */ event) => {
        const { id } = one();
        chosen.update((list) => (isSingle ? [id] : event.target.checked ? [...list, id] : list.filter((other) => other !== id)));
      }}>${() => plain(one().name)}<span class="muted">${() => plain(one().title ?? "")}</span></label>`,
      () => html`<p class="muted">Nobody is called so.</p>`)}</div></fieldset>`;
}

/** @param {"dm" | "group" | "broadcast"} [start] */
export function openNewThread(start = "dm") {
  const kind = signal(/** @type {"dm" | "group" | "broadcast"} */ (start));
  const chosen = signal(/** @type {string[]} */ ([]));
  const subject = signal("");
  const problem = computed(() => {
    if (kind() === "broadcast") return "";
    if (chosen().length === 0) return kind() === "dm" ? "Choose somebody." : "Choose who takes part.";
    return kind() === "group" && !subject().trim() ? "Say what it is about." : "";
  });
  dialog("New thread", (close) => html`<form onsubmit=${(/** @type {SubmitEvent} */ event) => {
    event.preventDefault();
    if (problem()) return;
    void attempt(async () => {
      const made = kind() === "dm" ? await api.post(`${base()}/employees/${encodeURIComponent(chosen()[0] ?? "")}/thread`)
        : await api.post(`${base()}/threads`, { kind: kind(), subject: subject().trim() || null, employee_ids: kind() === "broadcast" && !chosen().length ? people().map((one) => one.id) : chosen() });
      close();
      go(at(`chat/${encodeURIComponent(made.id)}`));
      // Who has just chosen whom to write to wants to write.
      setTimeout(() => /** @type {HTMLElement | null} */ (document.querySelector("[data-testid=chat-composer]"))?.focus(), 400);
    }, "New thread");
  }}><div class="body">
    <div class="tabs" role="group" aria-label="Kind">${/** @type {const} */ ([["dm", "Direct"], ["group", "Group"], ["broadcast", "Broadcast"]]).map(([id, label]) => html`<button type="button" aria-pressed=${() => String(kind() === id)}
      onclick=${() => { kind.set(id); chosen.set([]); }}>${label}</button>`)}</div>
    <p class="muted small">${() => ({ dm: "You and one employee; whoever it is answers everything you write.", group: "Several employees; whom you name with @ answers, else the one it fits best.",
      broadcast: "All those chosen read it and keep it in mind; nobody answers." })[kind()]}</p>
    ${when(() => kind() !== "dm", () => field("Subject", html`<input name="subject" maxlength="200" autocomplete="off" placeholder=${() => (kind() === "group" ? "What it is about" : "Announcements")} oninput=${(/** @type {any} */ event) => subject.set(event.target.value)}>`))}
    ${() => (kind() === "dm" ? choosePeople(chosen, { isSingle: true, label: "With" }) : choosePeople(chosen, { label: kind() === "broadcast" ? "To (nobody chosen: everybody)" : "With" }))}</div>
    <footer>${asCommand(() => problem() || { does: "thread create", words: [...(kind() === "dm" ? [] : [subject().trim() || "Announcements"]), ...(kind() === "broadcast" && !chosen().length ? people().map((one) => one.id) : chosen())], options: { kind: kind() === "group" ? null : kind() } })}<span class="muted small grow">${problem}</span><button type="button" onclick=${close}>Cancel</button><button class="primary" ?disabled=${() => Boolean(problem())}>${() => (kind() === "dm" ? "Open" : "Create")}</button></footer></form>`, { testid: "new-thread-dialog" });
}
