// @ts-check
// Conversations: all threads, the open one, and what is known of it.
import { effect, signal, untrack } from "../core.js";
import { html, when } from "../template.js";
import { path } from "../api.js";
import { at, base } from "../company.js";
import { query } from "../queries.js";
import { go } from "../router.js";
import { savedViews } from "../views.js";
import { button, stateMark } from "../ui.js";
import { plain } from "../format.js";
import { person } from "../company.js";
import { threadList } from "../chat/list.js";
import { employeesOf, leadOf, titleOf } from "../chat/names.js";
import { openNewThread } from "../chat/new.js";
import { threadSide } from "../chat/side.js";
import { openThread } from "../chat/thread.js";

export const css = "chat";

const SIDE = "teamx.chat-side";

/** @type {import("../router.js").Open} */
export function open({ params, query: asked }) {
  const id = params.thread ?? null;
  const views = savedViews("chat");
  const isSideOpen = signal(localStorage.getItem(SIDE) === "open" && innerWidth > 1180);
  const toggleSide = () => { isSideOpen.update((is) => !is); localStorage.setItem(SIDE, isSideOpen.peek() ? "open" : "closed"); };
  /** @type {import("../queries.js").Asked<"GET /api/companies/{company}/threads/{thread}">} */
  const thread = query(() => (id ? `${base()}${path`/threads/${id}`}` : null), { on: (event) => /^(?:thread|employee)\b/.test(event.type) });
  const talk = id ? openThread(id, { message: asked().get("message"), label: "this thread" }) : null;
  let isOpened = false;
  effect(() => { const message = asked().get("message"); if (message && isOpened) untrack(() => talk?.show(message)); isOpened = true; });
  const meeting = () => thread.data()?.meeting;
  const said = (/** @type {(thread: import("../chat/names.js").Thread) => string} */ words, other = "") => { const one = thread.data(); return one ? words(one) : other; };
  const name = () => said(titleOf, "Chat");
  const partner = () => { const one = thread.data(); return one?.kind === "dm" ? employee(one) : null; };

  const view = html`<div class=${() => `full chat${id ? " opened" : ""}${isSideOpen() && id ? " with-side" : ""}`}>
    ${threadList(() => id, views.bar)}
    <div class="chat-main">${talk && id ? html`<header>
        <a class="button quiet small narrow-only" href=${() => at("chat")} aria-label="All threads">←</a>
        <div class="titles"><h1 tabindex="-1">${name}</h1><p class="lead">${() => said(leadOf)}</p></div>
        ${when(partner, () => stateMark(() => partner()?.status ?? "idle"))}
        ${when(() => thread.data()?.ticket_id, () => html`<a class="button small" href=${() => at(`t/${encodeURIComponent(thread.data()?.ticket?.key.replace("#", "") ?? thread.data()?.ticket_id ?? "")}`)} title=${() => plain(thread.data()?.ticket?.title ?? "")}>${() => thread.data()?.ticket?.key ?? "Ticket"}</a>`)}
        ${when(meeting, () => html`<a class="button small" href=${() => at(`meetings/${encodeURIComponent(meeting()?.id ?? "")}`)}>Meeting</a>`)}
        ${when(() => thread.data()?.archived_at, () => html`<span class="chip">put away</span>`)}
        <button type="button" class="small" aria-pressed=${() => String(isSideOpen())} onclick=${toggleSide}>About</button></header>
      ${when(() => thread.error() && !thread.data(), () => html`<div class="problem" role="alert"><span>${() => thread.error()?.message ?? ""}</span><a href=${at("chat")}>All threads</a></div>`)}
      ${talk.view}` : html`<div class="empty nobody"><h2>Conversations</h2><p>With one employee, in groups, with the whole company; and what they say to each other about tickets.</p>
        <div class="actions">${button("Write to somebody", () => openNewThread("dm"), { class: "primary" })}${button("New group", () => openNewThread("group"))}${button("Announce", () => openNewThread("broadcast"))}</div></div>`}</div>
    ${when(() => isSideOpen() && talk && id, () => (talk && id ? threadSide(thread, id, talk.talk, toggleSide) : null))}
  </div>`;

  return {
    title: () => name(), view,
    keys: [
      ...views.keys,
      { key: "m", label: "New thread", group: "Chat", action: () => openNewThread() },
      { key: "i", label: "About this thread", group: "Chat", action: toggleSide },
      { key: "enter", label: "Write", group: "Chat", action: () => talk?.focus() },
      { key: "k", label: "Message above", group: "Chat", action: () => talk?.move(-1) },
      { key: "j", label: "Message below", group: "Chat", action: () => talk?.move(1) },
      { key: ".", label: "What can be done with the message", group: "Chat", action: () => talk?.menu() },
      { key: "end", label: "Jump to latest", group: "Chat", action: () => talk?.toEnd() },
      { key: "f", label: "Filter threads", group: "Chat", action: () => /** @type {HTMLElement | null} */ (document.querySelector("[data-testid=thread-filter]"))?.focus() },
    ],
    actions: [
      ...views.actions,
      { id: "chat new", label: "New direct conversation", group: "Do", key: "m", words: "message,dm", run: () => openNewThread("dm") },
      { id: "chat group", label: "New group", group: "Do", run: () => openNewThread("group") },
      { id: "chat broadcast", label: "Announce to the company", group: "Do", words: "broadcast,announcement", run: () => openNewThread("broadcast") },
      { id: "chat threads", label: "All threads", group: "Go to", run: () => go(at("chat")) },
    ],
  };
}

/** @param {import("../chat/names.js").Thread} thread */
const employee = (thread) => person(employeesOf(thread)[0]?.member_id);
