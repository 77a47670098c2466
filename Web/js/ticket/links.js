// @ts-check
// What a ticket is a part of, its parts, and what waits for what.
import { computed, signal } from "../core.js";
import { each, html, when } from "../template.js";
import { dialog } from "../ui.js";
import { plain } from "../format.js";
import { person } from "../company.js";
import { openNewTicket } from "../shell.js";
import { stageMark } from "../board/list.js";
import { keyOf, ticketAddress } from "../board/tickets.js";

/** @typedef {import("../board/tickets.js").Ticket} Ticket */

/**
 * @param {() => Ticket} ticket
 * @param {any} [more]
 */
export const ticketLine = (ticket, more) => html`<li class="ticket-row"><a href=${() => ticketAddress(ticket())}><span class="mono">${() => keyOf(ticket())}</span> <span class="name">${() => plain(ticket().title)}</span></a>
  ${stageMark(ticket)}<span class="muted small who">${() => plain(person(ticket().assignee_id)?.name ?? "Nobody")}</span>${more ?? null}</li>`;

/** @param {import("./view.js").Desk} desk */
export function parts(desk) {
  const children = () => /** @type {Ticket[]} */ (desk.ticket().children ?? []);
  const done = () => children().filter((one) => one.status === "done").length;
  return html`<section><header class="ticket-section"><h3>Parts <span class="muted">${() => (children().length ? `${done()} of ${children().length} done` : "")}</span></h3>
      <button type="button" class="quiet small" onclick=${() => void openNewTicket({ parent: desk.ticket(), goal_id: desk.ticket().goal_id, onCreated: () => void desk.reload() })}>Add a part</button></header>
    ${when(() => children().length > 0, () => html`<div class="parts-bar" --part=${() => String(done() / Math.max(1, children().length))} role="img" aria-label=${() => `${done()} of ${children().length} parts done`}><i></i></div>
      <ul class="ticket-rows">${each(children, (one) => one.id, (one) => ticketLine(one))}</ul>`)}</section>`;
}

/** @param {import("./view.js").Desk} desk */
export function blockers(desk) {
  const newest = (/** @type {Ticket[] | undefined} */ all) => (all ?? []).map((one) => desk.tickets.newest(one));
  const before = computed(() => newest(desk.ticket().waits_for));
  const after = computed(() => newest(desk.ticket().holds).filter((one) => one.status !== "done"));
  return html`${when(() => before().length > 0 || after().length > 0, () => html`<section>
    ${when(() => before().length > 0, () => html`<header class="ticket-section"><h3>Waits for</h3></header><ul class="ticket-rows">${each(before, (one) => one.id, (one) => ticketLine(one))}</ul>
      <p class="muted small">What a ticket waits for is said when it is filed.</p>`)}
    ${when(() => after().length > 0, () => html`<h3 class="sub">Holds</h3><ul class="ticket-rows">${each(after, (one) => one.id, (one) => ticketLine(one))}</ul>`)}</section>`)}`;
}

/**
 * @param {string} title
 * @param {import("../board/tickets.js").Tickets} tickets
 * @param {(ticket: Ticket) => boolean} fits
 * @returns {Promise<Ticket | null>}
 */
export const chooseTicket = (title, tickets, fits) => new Promise((resolve) => {
  /** @type {Ticket | null} */
  let chosen = null;
  const isReading = signal(true);
  void tickets.ensure(["open", "in-progress", "blocked"]).then(() => isReading.set(false));
  dialog(title, (close) => {
    const text = signal("");
    const place = signal(0);
    const found = computed(() => {
      const words = text().toLowerCase().split(/\s+/).filter(Boolean);
      return tickets.all().filter((one) => fits(one) && words.every((word) => `${keyOf(one)} ${one.title}`.toLowerCase().includes(word))).reverse().slice(0, 40);
    });
    const take = (/** @type {Ticket | undefined} */ one) => { if (one) { chosen = one; close(); } };
    return html`<div class="body"><input type="text" role="combobox" aria-expanded="true" aria-controls="ticket-choice" aria-autocomplete="list" autocomplete="off" autofocus aria-label="Key or title" placeholder="Key or title"
      aria-activedescendant=${() => (found().length ? `ticket-choice-${place()}` : null)} oninput=${(/** @type {any} */ event) => { text.set(event.target.value); place.set(0); }}
      onkeydown=${(/** @type {KeyboardEvent} */ event) => {
        const size = Math.max(1, found().length);
        if (event.key === "ArrowDown") place.set((place() + 1) % size);
        else if (event.key === "ArrowUp") place.set((place() + size - 1) % size);
        else if (event.key === "Enter") take(found()[place()]);
        else return;
        event.preventDefault();
        document.getElementById(`ticket-choice-${place()}`)?.scrollIntoView({ block: "nearest" });
      }}>
      <ul class="ticket-choice" id="ticket-choice" role="listbox" aria-label="Tickets">${each(found, (one) => one.id, (one, index) => html`<li role="option" id=${() => `ticket-choice-${index()}`} aria-selected=${() => String(index() === place())}
        onclick=${() => take(one())} onmousemove=${() => place.set(index())}><span class="mono">${() => keyOf(one())}</span><span class="name">${() => plain(one().title)}</span></li>`)}</ul>
      ${when(() => found().length === 0, () => html`<p class="muted">${() => (isReading() ? "…" : tickets.error() ? "Not all tickets could be read." : "No ticket fits.")}</p>`)}</div>`;
  }, { onClose: () => resolve(chosen) });
});
