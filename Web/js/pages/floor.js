// @ts-check
// Who is doing what now: cards, a wall for a second screen, or one stream of everything.
import { computed, onCleanup, signal } from "../core.js";
import { each, html, when } from "../template.js";
import { at, company, floor, floorError, people, person } from "../company.js";
import { onEvent } from "../live.js";
import { announce, empty, pageHead, when_ } from "../ui.js";
import { tabs } from "../tabs.js";
import { plain } from "../format.js";
import { setQuery } from "../router.js";
import { openHire } from "../shell.js";
import { needsYou } from "../floor/needs.js";
import { digest } from "../floor/digest.js";
import { ALL, card, untracked } from "../floor/card.js";
import { act, same } from "../why.js";
import { row } from "../floor/row.js";
import { feed } from "../floor/feed.js";
import { wall } from "../floor/wall.js";
import { ordered, slide, summary } from "../floor/state.js";
import { watchNeeds } from "../inbox/notify.js";
import { keepNotes } from "../floor/verbs.js";

export const css = "floor";

/** More people than this are shown as lines. */
const CARDS = 24;
/** So many lines are shown at first. */
const LINES = 100;
const VIEWS = [{ id: "cards", label: "Cards" }, { id: "wall", label: "Wall" }, { id: "stream", label: "Stream" }];

/** @type {import("../router.js").Open} */
export function open({ query }) {
  const view = computed(() => { const wanted = query().get("view"); return VIEWS.some((one) => one.id === wanted) ? String(wanted) : "cards"; });
  const choose = (/** @type {string} */ id) => setQuery({ view: id === "cards" ? null : id });
  keepNotes();
  watchNeeds();
  tellBoundaries();
  void coach();
  const isKnown = computed(() => Boolean(floor()));
  const isEmpty = computed(() => people().length === 0);
  return {
    title: "Floor",
    view: html`<div class="floor" data-testid="floor">${() => (view() === "wall" && (isKnown() || !floorError()) ? wall() : html`<div>
      ${pageHead("Floor", {
        lead: html`<span>${() => (isKnown() ? summary() : "")}</span>`,
        actions: html`${tabs("View", VIEWS, view, choose)}<a class="button" href=${at("runs")}>Runs</a><button type="button" data-testid="hire-dialog-trigger" onclick=${() => openHire()}>Hire</button>`,
      })}
      ${when(() => floorError() && !isKnown(), () => html`<div class="problem" role="alert"><strong>The floor could not be loaded.</strong><span>${() => floorError()?.message ?? ""}</span>
        <span class="actions"><button type="button" class="small" onclick=${() => location.reload()}>Try again</button><a href="/doctor">Doctor</a></span></div>`)}
      ${holdLine()}
      ${needsYou()}
      ${digest()}
      ${when(isKnown, practiceLine)}
      ${when(isKnown, () => when(isEmpty, nobody, () => () => (view() === "stream" ? feed() : everybody())), skeleton)}
    </div>`)}</div>`,
    keys: [
      { key: "j", label: "Next person", group: "Floor", action: () => step(1) },
      { key: "k", label: "Person before", group: "Floor", action: () => step(-1) },
      { key: "escape", label: "Leave the wall", group: "Floor", action: () => { if (view() === "wall") choose("cards"); } },
    ],
    actions: VIEWS.map((one) => ({ id: `floor ${one.id}`, label: `Floor: ${one.label.toLowerCase()} view`, group: "Do", run: () => choose(one.id) })),
  };
}

/** Cards, or lines when there are many; in order, and still under the pointer. */
function everybody() {
  const isOver = signal(false);
  const isInside = signal(false);
  const isAll = signal(false);
  const isLarge = computed(() => people().length > CARDS);
  /** @type {Element | null} */
  let home = null;
  const order = ordered(() => isOver() || isInside(), slide(() => home));
  const shown = computed(() => (isAll() || !isLarge() ? order() : order().slice(0, LINES)));
  return html`<div onpointerenter=${(/** @type {PointerEvent} */ event) => { if (event.pointerType === "mouse") isOver.set(true); }} onpointerleave=${() => isOver.set(false)}
      onfocusin=${() => isInside.set(true)} onfocusout=${() => isInside.set(false)}>
    ${() => (isLarge() ? html`<div class="floor-rows" ref=${(/** @type {Element} */ element) => { home = element; }}>${each(shown, (one) => one.id, row)}</div>`
      : html`<div class="cards" ref=${(/** @type {Element} */ element) => { home = element; }}>${each(shown, (one) => one.id, card)}</div>`)}
    ${when(() => shown().length < order().length, () => html`<button type="button" onclick=${() => isAll.set(true)}>${() => `Show all ${order().length}`}</button>`)}
  </div>`;
}

const nobody = () => empty("Nobody works here yet. Hire somebody and give them a ticket, or start from a template.", html`<div class="actions">
  <button type="button" class="primary" data-testid="hire-first" onclick=${() => openHire()}>Hire</button><a class="button" href="/welcome">Start from a template</a></div>`);

function skeleton() {
  const isLate = signal(false);
  const timer = setTimeout(() => isLate.set(true), 150);
  onCleanup(() => clearTimeout(timer));
  return when(() => isLate() && !floorError(), () => html`<div class="skeleton" aria-hidden="true"><i></i><i></i><i></i></div>`);
}

/** That what is written is no work, until a model is connected. */
function practiceLine() {
  const place = () => `teamx.practice-told.${company()?.id ?? ""}`;
  const isTold = signal(localStorage.getItem(place()) === "1");
  return when(() => !isTold() && company()?.settings?.provider_id === "practice", () => html`<section class="digest" aria-label="Practice model" data-testid="practice-banner">
    <p><strong>No AI is running yet.</strong> The practice model plays everybody: scripted, free, and good for trying things out.</p>
    <a href=${at("settings/providers")}>Connect a model</a>
    <button type="button" class="small quiet" onclick=${() => { localStorage.setItem(place(), "1"); isTold.set(true); }}>Dismiss</button></section>`);
}

/** What holds the whole company, since when, and what ends it. */
function holdLine() {
  const hold = computed(() => floor()?.company?.paused ?? null, same);
  const pick = computed(() => people().find((one) => ALL.has(one.waiting?.reason ?? ""))?.waiting ?? null, same);
  return () => untracked(hold(), (found) => html`<section class="digest hold" aria-label="Why the company stands still" data-testid="paused-note">
    <p>${`${holdWords(found)}${found.note ? `: ${plain(found.note)}` : ""}.`}</p><span class="muted small">since ${when_(() => found.at)}</span>
    ${() => { const waiting = pick(); return waiting ? act({ ...waiting, message: waiting.text }, { kind: "company", id: "" }) : found.reason === "budget" ? html`<a class="button small" href=${at("budgets")}>Budgets</a>` : null; }}</section>`);
}

/** @param {any} hold */
function holdWords(hold) {
  switch (hold.reason) {
    case "budget": return "A budget is used up; what costs money waits";
    case "meeting": return "A meeting is on; other work goes on after it";
    case "quiet_hours": return "The company rests at this time of day";
    case "archived": return "The company was closed down";
    default: return `${plain(hold.by ?? "Somebody")} paused the company: present steps are finished, no new ones begun`;
  }
}

/**
 * Moves the focus from person to person.
 * @param {number} by
 */
function step(by) {
  const links = /** @type {HTMLElement[]} */ ([...document.querySelectorAll("[data-person] .who a")]);
  const here = links.findIndex((one) => one.closest("[data-person]")?.contains(document.activeElement));
  links[Math.max(0, Math.min(links.length - 1, here + by))]?.focus();
}

/** @type {Record<string, string>} What is said besides, where all that happens is to be heard. */
const SENTENCES = {
  "ticket.created": "A ticket was filed.", "ticket.assigned": "A ticket was given to somebody.", "ticket.blocked": "A ticket is blocked.", "ticket.closed": "A ticket is done.",
  "question.asked": "Somebody asks you something.", "meeting.started": "A meeting began.", "meeting.ended": "A meeting ended.", "company.paused": "The company is paused.", "company.resumed": "The company works again.",
};

/** Says to screen readers who began and who came to an end, and of what is in between only what they want to hear. */
function tellBoundaries() {
  onCleanup(onEvent((event) => {
    const level = localStorage.getItem("teamx.announce");
    if (level === "off") return;
    const sentence = SENTENCES[event.type];
    if (level === "verbose" && sentence) announce(sentence);
    const who = person(event.data?.payload?.employee_id);
    if (!who) return;
    if (event.type === "work.started") announce(`${plain(who.name)} began.`);
    else if (event.type === "work.completed") announce(`${plain(who.name)} finished.`);
    else if (event.type === "work.failed") announce(`${plain(who.name)} failed.`, { isUrgent: true });
  }));
}

/** The three marks of somebody's first visit. */
async function coach() {
  if (!company() || localStorage.getItem("teamx.coach") !== "due") return;
  (await import("../floor/coach.js")).coach();
}

