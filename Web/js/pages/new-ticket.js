// @ts-check
// Filing a ticket, from anywhere.
import { signal } from "../core.js";
import { each, html, when } from "../template.js";
import { api } from "../api.js";
import { announce, dialog, toast } from "../ui.js";
import { plain } from "../format.js";
import { base, company } from "../company.js";
import { go, place } from "../router.js";
import { stylesheet } from "../shell.js";
import { goalsQuery } from "../board/filters.js";
import { choosePerson } from "../board/people.js";
import { PRIORITIES, keyOf, ticketAddress, useTickets } from "../board/tickets.js";
import { endOf } from "../ticket/facts.js";
import { chooseTicket } from "../ticket/links.js";
import { asCommand, without } from "../command.js";

const DRAFT = "teamx.draft.new-ticket";

/** @returns {{ title?: string, description?: string }} */
function savedDraft() {
  try { return JSON.parse(localStorage.getItem(DRAFT) ?? "{}"); } catch { return {}; }
}

/**
 * @param {{ title?: string, description?: string, goal_id?: string | null, project_id?: string | null, assignee_id?: string | null, assignee_name?: string,
 *   parent?: any, priority?: string, due_at?: number | null, onCreated?: (ticket: any) => void }} [start]
 */
export async function openNewTicket(start = {}) {
  if (!company()) return;
  await Promise.all([stylesheet("board"), stylesheet("ticket")]);
  const draft = start.title ? {} : savedDraft();
  dialog(start.parent?.id ? `New part of ${keyOf(start.parent)}` : "New ticket", (close) => form({ ...draft, ...start }, close), { class: "new-ticket", testid: "new-ticket" });
}

/**
 * @param {Record<string, any>} start
 * @param {() => void} close
 */
function form(start, close) {
  const tickets = useTickets();
  const goals = goalsQuery();
  const title = signal(start.title ?? "");
  const description = signal(start.description ?? "");
  const who = signal(/** @type {{ id: string, name: string } | null} */ (start.assignee_id ? { id: start.assignee_id, name: start.assignee_name ?? "Chosen" } : null));
  const before = signal(/** @type {import("../board/tickets.js").Ticket[]} */ ([]));
  const isBusy = signal(false);
  const problem = signal("");
  const isAnother = signal(false);
  /** One key for one ticket, however often it is sent. */
  let key = fresh();
  const keep = () => localStorage.setItem(DRAFT, JSON.stringify({ title: title(), description: description() }));

  const send = async (/** @type {HTMLFormElement} */ element) => {
    if (!title().trim() || isBusy()) return;
    const values = new FormData(element);
    const due = endOf(String(values.get("due") ?? ""));
    const labels = String(values.get("labels") ?? "").split(",").map((one) => one.trim()).filter(Boolean);
    isBusy.set(true);
    problem.set("");
    try {
      const ticket = await api.post(`${base()}/tickets`, {
        title: title().trim(), description: description(), priority: String(values.get("priority") ?? "medium"), labels,
        ...(who() ? { assignee_id: who()?.id } : {}), ...(values.get("goal") ? { goal_id: String(values.get("goal")) } : {}), ...(due ? { due_at: due } : {}),
        ...(start.parent?.id ? { parent_ticket_id: start.parent.id } : {}), ...(before().length ? { dependencies: before().map((one) => one.id) } : {}),
      }, { key });
      if (start.project_id) await api.put(`${base()}/projects/${encodeURIComponent(start.project_id)}/tickets/${encodeURIComponent(ticket.id)}`);
      localStorage.removeItem(DRAFT);
      tickets.put(ticket);
      start.onCreated?.(ticket);
      toast(`${keyOf(ticket)} is filed${who() ? ` and with ${plain(who()?.name ?? "")}` : ""}.`, { action: place().name === "board" ? undefined : { label: "Open", run: () => go(ticketAddress(ticket)) } });
      if (!isAnother()) return close();
      key = fresh();
      title.set("");
      description.set("");
      announce("Filed. Write the next.");
      /** @type {HTMLElement | null} */ (element.querySelector("[name=title]"))?.focus();
    } catch (error) {
      const failure = /** @type {any} */ (error);
      problem.set(`${failure.message}${failure.hint ? ` ${failure.hint}` : ""}`);
    } finally { isBusy.set(false); }
  };

  return html`<form onsubmit=${(/** @type {SubmitEvent} */ event) => { event.preventDefault(); void send(/** @type {HTMLFormElement} */ (event.target)); }}
      onkeydown=${(/** @type {KeyboardEvent} */ event) => { if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) /** @type {any} */ (event.currentTarget).requestSubmit(); }}>
    <div class="body">
      <label class="field"><span>Title</span><input name="title" required maxlength="300" autocomplete="off" placeholder="What is to be done" .value=${title} oninput=${(/** @type {any} */ event) => { title.set(event.target.value); keep(); }} data-testid="ticket-title"></label>
      <label class="field"><span>Description</span><textarea name="description" rows="6" placeholder="What it is for, what is known, what is out of it" .value=${description} oninput=${(/** @type {any} */ event) => { description.set(event.target.value); keep(); }}></textarea>
        <small>Markdown. Lines that begin with “- [ ]” are what must be true before it is accepted.</small></label>
      <div class="row-of">
        <div class="field"><span id="new-assignee">Assignee</span><button type="button" aria-describedby="new-assignee" data-testid="ticket-assign" onclick=${async () => { const chosen = await choosePerson("Who does it?", { now: who()?.id }); if (chosen) who.set(chosen); }}>${() => plain(who()?.name ?? "Nobody yet…")}</button></div>
        <label class="field"><span>Priority</span><select name="priority">${PRIORITIES.map((one) => html`<option value=${one} ?selected=${one === (start.priority ?? "medium")}>${one}</option>`)}</select></label>
        <label class="field"><span>Due</span><input type="date" name="due"></label></div>
      <div class="row-of">
        <label class="field"><span>Goal</span><select name="goal"><option value="">No goal</option>${each(() => goals.data()?.items ?? [], (one) => one.id, (one) => html`<option value=${one().id} ?selected=${one().id === start.goal_id}>${plain(one().title)}</option>`)}</select></label>
        <label class="field"><span>Labels</span><input name="labels" placeholder="ops, text" autocomplete="off"></label></div>
      <div class="field"><span>Waits for</span><div class="ticket-chips">${each(before, (one) => one.id, (one) => html`<button type="button" class="chip" aria-label=${() => `Do not wait for ${keyOf(one())}`} onclick=${() => before.update((list) => list.filter((other) => other.id !== one().id))}>${() => keyOf(one())} ×</button>`)}
        <button type="button" class="quiet small" onclick=${async () => { const other = await chooseTicket("What must be done before?", tickets, (one) => one.status !== "done" && !before().includes(one)); if (other) before.update((list) => [...list, other]); }}>Add a ticket…</button></div></div>
      ${when(() => problem(), () => html`<p class="problem" role="alert">${problem}</p>`)}
      ${when(() => !who(), () => html`<p class="muted small">With nobody to do it the ticket waits in Open until it is assigned.</p>`)}
    </div>
    <footer><label class="file-another"><input type="checkbox" onchange=${(/** @type {any} */ event) => isAnother.set(event.target.checked)}>File another after it</label>
      ${asCommand(({ priority, labels, goal, due }) => (title().trim() ? without({ labels, "the goal": goal, "the due date": due, "the ticket it is a part of": start.parent?.id, "what it waits for": before().length, "the project": start.project_id })
        ?? { does: "ticket create", words: [title().trim()], options: { description: description(), assign: who()?.id, priority } } : "Say first what is to be done."))}
      <button type="button" onclick=${close}>Cancel</button><button class="primary" data-testid="ticket-create" ?disabled=${() => isBusy() || !title().trim()}>File ticket <kbd aria-hidden="true">Ctrl Enter</kbd></button></footer></form>`;
}

const fresh = () => crypto.randomUUID?.() ?? String(Math.random());
