// @ts-check
// Why a ticket does not go on, and the one thing that would move it.
import { computed, signal, untrack } from "../core.js";
import { html, when } from "../template.js";
import { api, call, path } from "../api.js";
import { button, toast } from "../ui.js";
import { exact, plain } from "../format.js";
import { query } from "../queries.js";
import { go } from "../router.js";
import { assign } from "../board/moves.js";
import { askWords } from "../board/people.js";
import { ticketAddress } from "../board/tickets.js";

/** The same question as it is answered for everything that can wait, where that is there. */
const SHARED = "../why.js";

/** @param {import("./view.js").Desk} desk */
export function waiting(desk) {
  const id = computed(() => desk.ticket().id);
  const isOpen = computed(() => Boolean(id()) && desk.ticket().status !== "done");
  const address = computed(() => (isOpen() ? path`/api/tickets/${id()}/explain` : null));
  const asked = query(address, { on: /^(?:ticket|work|question|review|run|company|employee\.(?:paused|resumed)|hold|budget|goal)/ });
  const finding = () => asked.data()?.finding;
  const isWaiting = () => isOpen() && !desk.work() && finding() && asked.data()?.state !== "working";
  const isTold = signal(false);
  const shared = signal(/** @type {((subject: any) => any) | null} */ (null));
  void import(SHARED).then((module) => shared.set(module.why ?? null), () => {});
  const common = () => (shared() ? untrack(() => shared()?.({ kind: "ticket", id, title: "Why is this waiting?" })) : null);
  const isShared = computed(() => isWaiting() && shared() !== null);
  const isOwn = computed(() => isWaiting() && shared() === null);
  return html`${when(isShared, common)}${when(isOwn, () => html`<section class="note ticket-waiting" aria-label="Why is this waiting?">
    <div><strong>Why is this waiting?</strong> <span>${() => plain(finding()?.message ?? "")}</span>${() => (finding()?.until ? html` <span class="muted">until ${exact(finding()?.until)}</span>` : null)}</div>
    <div class="actions">${() => { const action = finding()?.action; return action ? button(plain(action.label), () => act(desk, finding(), asked.reload), { class: "small" }) : null; }}
      ${() => (asked.data()?.holds?.length ? html`<button type="button" class="quiet small" aria-expanded=${() => String(isTold())} onclick=${() => isTold.update((is) => !is)}>What was looked at</button>` : null)}
      ${() => (finding()?.action?.command ? html`<code class="small">${plain(finding()?.action?.command)}</code>` : null)}</div>
    ${when(isTold, () => html`<ul class="waiting-holds muted small">${() => (asked.data()?.holds ?? []).map((/** @type {string} */ one) => html`<li>✓ ${plain(one)}</li>`)}</ul>`)}</section>`)}`;
}

/**
 * Does what the server says would move it; where that needs a person's word, asks for it.
 * @param {import("./view.js").Desk} desk
 * @param {import("../../types/api").Finding} finding
 * @param {() => Promise<void>} again
 */
async function act(desk, finding, again) {
  if (!finding.action) return;
  const { method, path: address, label } = finding.action;
  if (finding.reason === "unassigned") await assign(desk.tickets, desk.ticket());
  else if (finding.reason === "question") {
    const answer = await askWords("Answer", { label: finding.message.replace(/^It waits for an answer: /, ""), action: "Answer", isNeeded: true,
      command: (words) => ({ does: "question answer", words: [decodeURIComponent(/\/questions\/([^/]+)/.exec(address)?.[1] ?? ""), words] }) });
    if (answer === null) return;
    await api.put(address, { answer });
    toast("Answered. The work goes on.");
  } else if (method === "GET") {
    const other = /^\/api\/tickets\/([^/]+)\/explain$/.exec(address)?.[1];
    if (!other) return void (await again());
    await desk.tickets.read(decodeURIComponent(other));
    const ticket = desk.tickets.known.get(decodeURIComponent(other));
    if (ticket) go(ticketAddress(ticket));
    return;
  } else {
    await call(method, address, method === "POST" && address.endsWith("/wake") ? { ticket_id: desk.ticket().id } : /\/goals\/[^/]+$/.test(address) ? { status: "active" } : method === "DELETE" ? undefined : {});
    toast(`${label}: done.`);
  }
  await desk.reload();
  await again();
}
