// @ts-check
// Accepting what was handed in, or sending it back.
import { html, when } from "../template.js";
import { api, path } from "../api.js";
import { button, toast, when_ } from "../ui.js";
import { plain } from "../format.js";
import { base, person } from "../company.js";
import { markdown } from "../markdown.js";
import { askWords } from "../board/people.js";
import { keyOf } from "../board/tickets.js";
import { wordLink } from "./words.js";

/** @param {import("./view.js").Desk} desk */
export function reviewBox(desk) {
  const review = () => desk.ticket().review;
  const decide = async (/** @type {"approved" | "changes_requested"} */ outcome) => {
    const ticket = desk.ticket();
    const comment = outcome === "approved" ? "" : await askWords(`Send ${keyOf(ticket)} back`, { label: "What must change?", action: "Send back", isNeeded: true });
    if (comment === null) return;
    desk.tickets.put(await api.post(`${base()}${path`/tickets/${ticket.id}/review`}`, { outcome, ...(comment ? { comment } : {}) }));
    await desk.reload();
    toast(outcome === "approved" ? `${keyOf(ticket)} is accepted.` : `${keyOf(ticket)} goes back to ${plain(person(ticket.assignee_id)?.name ?? "its assignee")}.`);
  };
  return html`${when(() => review()?.status === "pending" && review()?.result !== undefined, () => html`<section class="note ticket-review" aria-label="Review">
    <h3>${() => `${plain(person(review()?.requested_by)?.name ?? "Its assignee")} handed in a result`} <span class="muted small">${when_(() => review()?.created_at)}</span></h3>
    ${() => markdown(review()?.result ?? "", { link: wordLink })}
    <p class="muted small">${() => `${plain(person(review()?.reviewer_id)?.name ?? "A colleague")} is to review it${(review()?.round ?? 1) > 1 ? `, round ${review()?.round}` : ""}. You may decide instead.`}</p>
    <div class="actions">${button("Accept", () => decide("approved"), { class: "primary" })}${button("Send back…", () => decide("changes_requested"))}</div></section>`)}`;
}
