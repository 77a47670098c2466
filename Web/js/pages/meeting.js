// @ts-check
// A meeting's room while it is on, its minutes and its transcript afterwards.
import { computed, onCleanup, signal } from "../core.js";
import { html, when } from "../template.js";
import { api } from "../api.js";
import { at, base, people } from "../company.js";
import { headings } from "../heading.js";
import { query } from "../queries.js";
import { button, loaded, stateMark, when_ } from "../ui.js";
import { money, plain, since } from "../format.js";
import { openThread } from "../chat/thread.js";
import { endMeeting, phaseLine, roomSide } from "../meetings/room.js";
import { endOf, subjectOf, whoIs } from "../meetings/words.js";

export const css = "meetings";

/** @typedef {import("../meetings/words.js").Meeting} Meeting */

/** @type {import("../router.js").Open} */
export function open({ params }) {
  const id = params.id ?? "";
  const here = () => `${base()}/meetings/${encodeURIComponent(id)}`;
  const asked = query(here, { on: (event) => /^(?:meeting|employee\.(?:paused|resumed|fired))\b/.test(event.type) || (event.type.startsWith("work.") && event.data.payload?.thread_id === asked.data()?.thread_id) });
  const meeting = () => /** @type {Meeting} */ (asked.data());
  const isOn = computed(() => asked.data()?.status === "active");
  const title = () => (asked.data() ? subjectOf(meeting()) : "Meeting");
  const isWide = signal(false);
  const first = headings("Meeting");

  return {
    title,
    view: html`<div class="full room" data-meeting-id=${id}>${when(() => !asked.data(), first.early)}${loaded(asked, () => {
      const talk = openThread(meeting().thread_id, {
        label: "the meeting", placeholder: "Say something: it is answered next", hint: "Answered next by whom you name with @, else by the chair", isQueueing: false, hasFiles: false,
        closed: () => (isOn() ? null : "The meeting has ended: nothing can be said any more."),
        send: (text, _files, key) => api.post(`${here()}/interject`, { content: text, to: named(text, meeting()) }, key ? { key } : {}).finally(() => void asked.reload()),
      });
      return html`<div class="room-main"><header ref=${(/** @type {HTMLElement} */ element) => {
          const watch = new ResizeObserver(() => /** @type {HTMLElement | null} */ (element.closest(".room"))?.style.setProperty("--room-head", `${element.offsetHeight}px`));
          watch.observe(element);
          onCleanup(() => watch.disconnect());
        }}><a class="back" href=${at("meetings")}>← Meetings</a>
          <div class="room-title"><h1 tabindex="-1" ref=${first.follow}>${title}</h1>
            ${when(isOn, () => html`<span class="actions">${stateMark(() => "meeting", () => "on now")}<span class="mono">${() => since(meeting().started_at)}</span><span class="mono">${() => money(meeting().cost_usd)}</span>
              ${button(html`${() => (meeting().is_end_wanted || meeting().phase === "closing" ? "End at once" : "End meeting")}`, () => endMeeting(meeting(), asked.reload), { class: "small danger", testid: "meeting-end" })}</span>`,
            () => html`<span class="muted">${() => `Ended: ${endOf(meeting())}`} · ${when_(() => meeting().ended_at)}</span>`)}
            <button type="button" class="small narrow-only" onclick=${() => isWide.update((is) => !is)}>${() => (isWide() ? "Transcript" : isOn() ? "Room" : "Minutes")}</button></div>
          ${phaseLine(meeting)}</header>
        ${talk.view}</div>
        <div class=${() => `room-beside${isWide() ? " shown" : ""}`}>${roomSide(meeting, asked.reload)}</div>`;
    })}</div>`,
    keys: [{ key: "shift+e", label: "End the meeting", group: "Meeting", action: () => { if (isOn()) void endMeeting(meeting(), asked.reload); } }],
  };
}

/**
 * Whom a text names with `@` among those who attend.
 * @param {string} text
 * @param {Meeting} meeting
 */
function named(text, meeting) {
  const low = text.toLowerCase();
  const found = people().find((one) => meeting.attendees.includes(one.id) && (low.includes(`@${plain(one.name).toLowerCase()}`) || new RegExp(`@${escaped(plain(whoIs(one.id)).split(" ")[0] ?? "")}\\b`, "iu").test(text)));
  return found?.id ?? null;
}

/** @param {string} text */
const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
