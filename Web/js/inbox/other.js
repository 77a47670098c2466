// @ts-check
// What else waits: work that failed, a budget that is used up, messages.
import { html, when } from "../template.js";
import { api } from "../api.js";
import { at, base } from "../company.js";
import { markdown } from "../markdown.js";
import { button, fail, field, loaded } from "../ui.js";
import { date, money, plain } from "../format.js";
import { query } from "../queries.js";
import { isAnswered, together } from "../together.js";
import { askWhy, why } from "../why.js";
import { done, drafts } from "./deeds.js";
import { lastWords, shown, writing } from "./pieces.js";
import { effects } from "./question.js";
import { readSomething } from "../unread.js";

/** @typedef {import("./kinds.js").Item} Item */
/** @typedef {import("./deeds.js").Desk} Desk */

/**
 * @param {Item} item
 * @param {Desk} desk
 */
export function failure(item, desk) {
  const who = plain(item.employee ?? "The employee");
  const retry = async () => {
    try {
      await api.post(`${base()}/employees/${encodeURIComponent(item.employee_id ?? "")}/wake`, item.ticket_id ? { ticket_id: item.ticket_id } : {});
      desk.settled(item, `${who} tries again.`);
    } catch (error) { fail(error, "Try again"); }
  };
  const { box, isKnown, messages, reply } = talk(item, desk);
  const answers = item.employee_id ? askWhy("employee", () => item.employee_id) : null;
  const away = () => done(item, desk);
  return shown(together(() => isKnown() && (!answers || (isAnswered(answers.explanation) && isAnswered(answers.queue)))), desk, { a: retry, r: box, e: away }, () => html`<section class="inbox-ask" aria-label="The failure">
    <blockquote class="reason">${markdown(item.detail ?? item.title)}</blockquote>
    ${answers ? why({ kind: "employee", id: () => item.employee_id, answers, title: `How ${who} stands now`, isReasonOnly: true }) : null}
    ${effects(`${who} is woken and looks at it anew. If nothing has changed, it may fail the same way.`)}
    <div class="actions">${button("Try again", retry, { class: "primary", key: "a", testid: "retry", disabled: () => !item.employee_id })}${button("Put away", away, { key: "e" })}
      ${item.employee_id ? html`<a class="button" href=${at(`people/${item.employee_id}`)}>Model and settings of ${who}</a>` : null}</div>
    ${messages()}${item.thread_id ? reply() : null}</section>`);
}

/**
 * @param {Item} item
 * @param {Desk} desk
 */
export function message(item, desk) {
  const { box, isKnown, messages, reply } = talk(item, desk);
  const away = () => done(item, desk);
  return shown(together(isKnown), desk, { a: away, r: box, e: away }, () => html`<section class="inbox-ask" aria-label="What was written">${messages()}${reply()}
    <div class="actions">${button("Mark as read", away, { key: "e", testid: "mark-read" })}<a class="button" href=${at(`chat/${item.thread_id ?? item.id}`)}>Open the conversation</a></div></section>`);
}

/**
 * What was said in a thread, and a box to answer.
 * @param {Item} item
 * @param {Desk} desk
 */
function talk(item, desk) {
  const thread = item.thread_id ?? item.id;
  /** @type {import("../queries.js").Asked<"GET /api/companies/{company}/threads/{thread}/messages">} */
  const said = query(() => `${base()}/threads/${encodeURIComponent(thread)}/messages?limit=6`, { on: /^message\./ });
  /** @type {HTMLTextAreaElement | null} */
  let box = null;
  const send = async () => {
    const content = (drafts.get(item.id) ?? "").trim();
    if (!content) { box?.focus(); return; }
    try {
      await api.post(`${base()}/threads/${encodeURIComponent(thread)}/messages`, { content });
      await api.put(`${base()}/threads/${encodeURIComponent(thread)}/read`, {});
      readSomething();
      drafts.delete(item.id);
      desk.settled(item, "Sent.");
    } catch (error) { fail(error, "Send"); }
  };
  return {
    box: () => box?.focus(),
    isKnown: () => isAnswered(said),
    messages: () => loaded(said, () => html`<div>${() => lastWords(said.data()?.items ?? [])}</div>`),
    reply: () => html`${writing(item.id, { label: "Reply", send, ref: (element) => { box = element; } })}<div class="actions">${button("Send", send, { key: "r", testid: "reply" })}<span class="muted small">Ctrl+Enter sends</span></div>`,
  };
}

/**
 * @param {Item} item
 * @param {Desk} desk
 */
export function budget(item, desk) {
  /** @type {import("../queries.js").Asked<"GET /api/companies/{company}/budgets/{budget}">} */
  const row = query(() => `${base()}/budgets/${encodeURIComponent(item.id)}`, { on: /^budget\./ });
  const cap = () => row.data() ?? /** @type {Partial<import("./kinds.js").Budget>} */ ({});
  /** @type {HTMLInputElement | null} */
  let box = null;
  const raise = async () => {
    const value = box?.value.trim() ?? "";
    if (!/^\d+(\.\d+)?$/.test(value)) { box?.focus(); return; }
    try {
      await api.patch(`${base()}/budgets/${encodeURIComponent(item.id)}`, { hard_cap_usd: value });
      desk.settled(item, `Raised to ${money(value)}.`);
    } catch (error) { fail(error, "Raise the budget"); }
  };
  const verbs = { a: raise, r: () => box?.focus(), e: () => done(item, desk) };
  return loaded(row, () => shown(() => true, desk, verbs, () => html`<section class="inbox-ask" aria-label="The budget">
    <p>${() => `${money(cap().spent_usd)} of ${money(cap().hard_cap_usd)} are spent this month${cap().period_end ? `; the next begins on ${date(cap().period_end ?? 0)}` : ""}.`}</p>
    <progress class="budget-bar" max="100" value=${() => String(Number(cap().hard_cap_usd) > 0 ? Math.min(100, (Number(cap().spent_usd ?? 0) / Number(cap().hard_cap_usd)) * 100) : 100)} aria-label="Spent of the cap"></progress>
    ${effects("What waits for money goes on by itself as soon as the next model call fits.", "It waits until the month is over. Nothing is lost.", ["Raise", "Leave it"])}
    ${when(() => row.data(), () => field("New monthly cap in dollars", html`<input type="text" inputmode="decimal" data-inbox-writing="" .value=${String(Math.max(1, Math.ceil(Number(cap().hard_cap_usd ?? 1) * 2)))}
      ref=${(/** @type {HTMLInputElement} */ element) => { box = element; }} onkeydown=${(/** @type {KeyboardEvent} */ event) => { if (event.key === "Enter") void raise(); }}>`))}
    <div class="actions">${button("Raise", raise, { class: "primary", key: "a", testid: "raise-budget" })}<a class="button" href=${at("budgets")}>All budgets</a></div></section>`));
}
