// @ts-check
// What is selected in the inbox: what exactly is asked, why, and what each decision does.
import { html, when } from "../template.js";
import { at, base, person } from "../company.js";
import { markdown } from "../markdown.js";
import { button, loaded, when_ } from "../ui.js";
import { plain } from "../format.js";
import { query } from "../queries.js";
import { isAnswered } from "../together.js";
import { ticketKey, ticketPage } from "../tickets.js";
import { kindMark, sentence } from "./kinds.js";
import { snooze } from "./deeds.js";
import { fileList, lastWords } from "./pieces.js";
import { question } from "./question.js";
import { result, stuck } from "./ticket.js";
import { budget, failure, message } from "./other.js";

/** @typedef {import("./kinds.js").Item} Item */

/**
 * @param {Item} item
 * @param {import("./deeds.js").Desk} desk
 */
export function detail(item, desk) {
  const id = item.ticket_id ?? (item.kind === "blocked_ticket" ? item.id : null);
  /** @type {import("../queries.js").Asked<"GET /api/companies/{company}/tickets/{ticket}">} */
  const ticket = query(() => (id ? `${base()}/tickets/${encodeURIComponent(id)}` : null), { on: /^(?:ticket|review|question|message|vault)\./ });
  return html`<article class="inbox-detail" data-testid="inbox-detail" data-inbox-item=${item.id}>
    <header><p class="inbox-facts">${kindMark(() => item)} <span class="muted">since ${when_(() => item.since)}</span></p>
      <h2 tabindex="-1">${item.kind === "question" ? (item.employee ? `${plain(item.employee)} asks you` : "A question for you") : sentence(item)}</h2>
      <p class="muted">${who(item)}${id && item.ticket_number != null ? html`<span> · <a href=${ticketPage(ticketKey(item.ticket_number))}>${ticketKey(item.ticket_number)}</a>${() => (ticket.data() ? ` ${plain(ticket.data()?.title ?? "")}` : "")}</span>` : null}</p></header>
    ${id ? loaded(ticket, () => asked(item, desk, () => ticket.data())) : asked(item, desk, () => undefined)}
    ${when(() => !id || isAnswered(ticket), () => html`<div class="actions inbox-more">${button("Snooze", () => snooze(item, desk), { class: "small", key: "z", testid: "snooze" })}
      ${item.thread_id && item.kind !== "unread_thread" ? html`<a class="button small" href=${id ? ticketPage(ticketKey(item.ticket_number)) : at(`chat/${item.thread_id}`)}>Open the conversation</a>` : null}</div>`)}
    ${when(() => ticket.data(), () => background(item, () => ticket.data()))}
  </article>`;
}

/** @param {Item} item */
function who(item) {
  if (!item.employee) return null;
  const title = person(item.employee_id)?.title;
  return html`<span><a href=${at(`people/${item.employee_id}`)}>${plain(item.employee)}</a>${title ? `, ${plain(title)}` : ""}</span>`;
}

/**
 * @param {Item} item
 * @param {import("./deeds.js").Desk} desk
 * @param {() => import("../queries.js").Answer<"GET /api/companies/{company}/tickets/{ticket}"> | undefined} ticket
 */
function asked(item, desk, ticket) {
  switch (item.kind) {
    case "question": return question(item, desk, ticket);
    case "blocked_ticket": return stuck(item, desk, ticket);
    case "review": return result(item, desk, ticket);
    case "budget": return budget(item, desk);
    case "unread_thread": return message(item, desk);
    default: return failure(item, desk);
  }
}

/**
 * Why it is asked: the ticket, its files, what was said last.
 * @param {Item} item
 * @param {() => import("../queries.js").Answer<"GET /api/companies/{company}/tickets/{ticket}"> | undefined} ticket
 */
function background(item, ticket) {
  const files = () => (item.question_kind === "approval" || ticket()?.review ? [] : ticket()?.files ?? []);
  const said = () => (ticket()?.messages ?? []).filter((one) => one.content);
  return html`<section class="inbox-why" aria-label="What it is about">
    <h3>What it is about</h3>
    <div class="ticket-text">${() => markdown(String(ticket()?.description ?? "") || "The ticket has no description.")}</div>
    ${when(() => files().length, () => html`<h3>Files</h3>${() => fileList(files())}`)}
    ${when(() => said().length, () => html`<h3>Said last</h3>${() => lastWords(said(), 3)}`)}
  </section>`;
}
