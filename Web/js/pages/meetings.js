// @ts-check
// All meetings: the one that is on, and those that were.
import { computed, effect, signal, untrack } from "../core.js";
import { each, html, when } from "../template.js";
import { api } from "../api.js";
import { at, base } from "../company.js";
import { query } from "../queries.js";
import { go, setQuery } from "../router.js";
import { attempt, avatar, button, empty, loaded, pageHead, stateMark, when_ } from "../ui.js";
import { elapsed, money, plural, since } from "../format.js";
import { openCall } from "../meetings/call.js";
import { endOf, itemsOf, phases, subjectOf, whoIs } from "../meetings/words.js";

export const css = "meetings";

/** @typedef {import("../meetings/words.js").Meeting} Meeting */

/** @type {import("../router.js").Open} */
export function open({ query: asked }) {
  /** @type {import("../queries.js").Asked<"GET /api/companies/{company}/meetings">} */
  const meetings = query(() => `${base()}/meetings?limit=50`, { on: /^meeting\./ });
  const older = signal(/** @type {Meeting[]} */ ([]));
  const next = signal(/** @type {string | null | undefined} */ (undefined));
  const all = computed(() => [...(/** @type {Meeting[]} */ (meetings.data()?.items ?? [])), ...older()]);
  const active = computed(() => all().find((one) => one.status === "active") ?? null);
  const ended = computed(() => all().filter((one) => one.status !== "active"));
  const cursor = computed(() => (next() === undefined ? meetings.data()?.next ?? null : next()));
  const more = () => attempt(async () => {
    const answer = await api.get(`${base()}/meetings?limit=50&after=${encodeURIComponent(cursor())}`);
    older.update((list) => [...list, ...answer.items]);
    next.set(answer.next);
  }, "Older meetings");
  // The palette leads here with a wish in the address.
  effect(() => { if (asked().get("call") === "1") untrack(() => { setQuery({ call: null }); setTimeout(() => openCall(), 0); }); });

  return {
    title: "Meetings",
    view: html`${pageHead("Meetings", { lead: "Employees talk something through, decide, and say who does what. The company's other work waits meanwhile.", actions: button("Call a meeting", () => openCall(), { class: "primary", key: "m", testid: "call-meeting" }) })}
      ${loaded(meetings, () => html`<div class="stack">
        ${when(active, () => card(() => /** @type {Meeting} */ (active())))}
        ${when(() => ended().length > 0, () => html`<div class="scroll-x"><table class="meetings"><thead><tr><th scope="col">Subject</th><th scope="col">Attendees</th><th scope="col">Decided</th><th scope="col">Action items</th><th scope="col" class="num">Took</th><th scope="col" class="num">Cost</th><th scope="col">Held</th></tr></thead>
          <tbody>${each(ended, (one) => one.id, row)}</tbody></table></div>`)}
        ${when(() => all().length === 0, () => empty("A meeting brings some employees to one table: it ends with minutes, decisions and action items.", button("Call a meeting", () => openCall(), { class: "primary" })))}
        ${when(cursor, () => html`<p>${button("Older meetings", more)}</p>`)}</div>`)}`,
    keys: [{ key: "m", label: "Call a meeting", group: "Meetings", action: () => openCall() }],
    actions: [{ id: "meeting call", label: "Call a meeting", hint: "here", group: "Do", key: "m", run: () => openCall() }],
  };
}

/** @param {() => Meeting} meeting */
const card = (meeting) => html`<section class="panel on" aria-label="The meeting that is on" data-meeting-id=${() => meeting().id}><div><p>${stateMark(() => "meeting", () => "on now")} <span class="muted mono">${() => since(meeting().started_at)}</span></p>
    <h2><a href=${() => at(`meetings/${encodeURIComponent(meeting().id)}`)}>${() => subjectOf(meeting())}</a></h2>
    <p class="muted">${() => `${phases.find(([id]) => id === meeting().phase)?.[1] ?? meeting().phase} · ${meeting().speaker_id ? `${whoIs(meeting().speaker_id)} speaks` : "between two turns"} · turn ${meeting().turns_used + 1}${meeting().limits.turns ? ` of ${meeting().limits.turns}` : ""} · ${money(meeting().cost_usd)}`}</p></div>
  ${button("Go in", () => go(at(`meetings/${encodeURIComponent(meeting().id)}`)), { class: "primary" })}</section>`;

/** @param {() => Meeting} meeting */
const row = (meeting) => {
  const items = computed(() => itemsOf(meeting()));
  const open = computed(() => items().filter((one) => !one.ticket && !one.isDeclined).length);
  return html`<tr data-meeting-id=${() => meeting().id}><td><a class="subject" href=${() => at(`meetings/${encodeURIComponent(meeting().id)}`)}>${() => subjectOf(meeting())}</a>${() => (meeting().end_reason !== "completed" ? html`<br><span class="muted small">${`ended: ${endOf(meeting())}`}</span>` : null)}</td>
    <td><span class="faces">${each(() => meeting().attendees.slice(0, 5), (one) => one, (one) => html`<span title=${() => whoIs(one())}>${avatar(() => whoIs(one()))}<span class="unseen">${() => whoIs(one())}</span></span>`)}${() => (meeting().attendees.length > 5 ? `+${meeting().attendees.length - 5}` : null)}</span></td>
    <td>${() => plural(meeting().decisions.length, "decision")}</td>
    <td>${() => (open() ? html`<span class="warn">${`${open()} of ${items().length} without a ticket`}</span>` : items().length ? `${items().length}, all settled` : "–")}</td>
    <td class="num">${() => (meeting().ended_at ? elapsed((meeting().ended_at ?? 0) - meeting().started_at) : "–")}</td><td class="num">${() => money(meeting().cost_usd)}</td><td>${when_(() => meeting().started_at)}</td></tr>`;
};
