// @ts-check
// A ticket that stands still, or whose result waits for a yes.
import { html, when } from "../template.js";
import { api } from "../api.js";
import { base, person } from "../company.js";
import { markdown } from "../markdown.js";
import { button, fail } from "../ui.js";
import { plain } from "../format.js";
import { isAnswered, together } from "../together.js";
import { askWhy, why } from "../why.js";
import { drafts } from "./deeds.js";
import { comment, fileList, shown, writing } from "./pieces.js";
import { effects } from "./question.js";

/** @typedef {import("./kinds.js").Item} Item */

/**
 * @param {Item} item
 * @param {import("./deeds.js").Desk} desk
 * @param {() => import("../queries.js").Answer<"GET /api/companies/{company}/tickets/{ticket}"> | undefined} ticket
 */
export const stuck = (item, desk, ticket) => html`${when(() => ticket()?.review, () => review(item, desk, ticket), () => blocked(item, desk))}`;

/**
 * What was handed in, as long as nobody has decided.
 * @param {Item} item
 * @param {import("./deeds.js").Desk} desk
 * @param {() => import("../queries.js").Answer<"GET /api/companies/{company}/tickets/{ticket}"> | undefined} ticket
 */
export const result = (item, desk, ticket) => html`${when(() => ticket()?.review?.status === "pending", () => review(item, desk, ticket), () => { desk.verbs.set({}); return html`<p class="muted">It is decided already.</p>`; })}`;

/**
 * @param {Item} item
 * @param {import("./deeds.js").Desk} desk
 */
function blocked(item, desk) {
  const path = `${base()}/tickets/${encodeURIComponent(item.ticket_id ?? item.id)}`;
  const who = plain(item.employee ?? "The assignee");
  /** @type {HTMLTextAreaElement | null} */
  let box = null;
  const unblock = async () => {
    const words = (drafts.get(item.id) ?? "").trim();
    try {
      if (words) await comment(item.ticket_id ?? item.id, words);
      await api.delete(`${path}/block`);
      drafts.delete(item.id);
      desk.settled(item, "Goes on.");
    } catch (error) { fail(error, "Let it go on"); }
  };
  const close = async () => {
    try {
      await api.put(`${path}/closure`, {});
      desk.settled(item, "Closed.");
    } catch (error) { fail(error, "Close it"); }
  };
  const answers = askWhy("ticket", () => item.ticket_id ?? item.id);
  return shown(together(() => isAnswered(answers.explanation) && isAnswered(answers.queue)), desk, { a: unblock, r: () => box?.focus(), d: close }, () => html`<section class="inbox-ask" aria-label="Why it is stuck">
    ${why({ kind: "ticket", id: () => item.ticket_id ?? item.id, isReasonOnly: true, answers })}
    ${effects(`${who} takes it up again, with what you write.`)}
    ${writing(item.id, { label: "What they should know (a comment on the ticket)", send: unblock, ref: (element) => { box = element; } })}
    <div class="actions">${button("Let it go on", unblock, { class: "primary", key: "a", testid: "unblock" })}${button("Close the ticket", close, { key: "d", title: "It counts as done" })}</div></section>`);
}

/**
 * @param {Item} item
 * @param {import("./deeds.js").Desk} desk
 * @param {() => import("../queries.js").Answer<"GET /api/companies/{company}/tickets/{ticket}"> | undefined} ticket
 */
function review(item, desk, ticket) {
  const path = `${base()}/tickets/${encodeURIComponent(item.ticket_id ?? item.id)}/review`;
  const asked = ticket()?.review;
  const who = plain(person(asked?.requested_by)?.name ?? item.employee ?? "Somebody");
  /** @type {HTMLTextAreaElement | null} */
  let box = null;
  const decide = async (/** @type {"approved" | "changes_requested"} */ outcome) => {
    const words = (drafts.get(item.id) ?? "").trim();
    if (outcome === "changes_requested" && !words) { box?.focus(); return; }
    try {
      await api.post(path, { outcome, ...(words ? { comment: words } : {}) });
      drafts.delete(item.id);
      desk.settled(item, outcome === "approved" ? "Accepted." : "Sent back.");
    } catch (error) { fail(error, outcome === "approved" ? "Accept" : "Send back"); }
  };
  const yes = () => decide("approved");
  const no = () => decide("changes_requested");
  desk.verbs.set({ a: yes, d: no, r: () => box?.focus() });
  const files = () => { const all = ticket()?.files ?? []; const named = new Set(asked?.files ?? []); return named.size ? all.filter((one) => named.has(one.id)) : all; };
  return html`<section class="inbox-ask" aria-label="The result">
    <p><strong>${who}</strong> handed this in${asked && asked.round > 1 ? ` for the ${asked.round}. time` : ""}${asked?.reviewer_id ? `; ${plain(person(asked.reviewer_id)?.name ?? "a colleague")} was to review it` : ""}.</p>
    ${asked?.result ? markdown(asked.result) : null}
    ${when(() => files().length, () => html`<h3>Files to look at</h3>${() => fileList(files())}`)}
    ${effects("The ticket is done, and what waits for it goes on.", `${who} changes it as you write, and hands it in again.`, ["Accept", "Send back"])}
    ${writing(item.id, { label: "What to change, or what was good", placeholder: "Needed to send it back", send: no, ref: (element) => { box = element; } })}
    <div class="actions">${button("Accept", yes, { class: "primary", key: "a", testid: "accept" })}${button("Send back", no, { key: "d", testid: "send-back" })}</div></section>`;
}
