// @ts-check
// The wall: the same people in large type and without controls, for a second screen.
import { needing } from "./needs.js";
import { computed, untrack } from "../core.js";
import { each, html, when } from "../template.js";
import { company, floor, people } from "../company.js";
import { stateMark } from "../ui.js";
import { money, now, plain, since, time } from "../format.js";
import { go } from "../router.js";
import { at } from "../company.js";
import { ordered, stateOf, wordOf } from "./state.js";
import { liveText } from "./tail.js";

const MOST = 24;

/** @param {number | undefined} count nothing is said to be none before it is known */
const told = (count) => (floor() ? String(count ?? 0) : "–");

export function wall() {
  const order = ordered(() => false);
  const shown = computed(() => order().slice(0, MOST));
  const needs = needing;
  return html`<section class="full wall" aria-label="Wall" data-testid="wall">
    <header><h1 tabindex="-1">${() => plain(company()?.name ?? "")}</h1>
      <dl>
        <div class=${() => (needs() ? "asks" : "")}><dt>need you</dt><dd>${() => told(needs())}</dd></div>
        <div><dt>running</dt><dd>${() => told(floor()?.queue?.running)}</dd></div>
        <div><dt>waiting</dt><dd>${() => told(floor()?.queue?.waiting)}</dd></div>
        <div><dt>this month</dt><dd>${() => money(floor()?.burn?.month)}</dd></div>
        <div><dt>now</dt><dd>${() => time(now())}</dd></div>
      </dl></header>
    <div class="wall-people">${each(shown, (one) => one.id, (one) => {
      const run = computed(() => one().run?.id ?? null);
      return html`<article class=${() => `is-${stateOf(one())}`}>
        <h2>${() => plain(one().name)}</h2>
        <p class="wall-state">${stateMark(() => stateOf(one()), () => wordOf(one()))} <span class="mono muted">${() => { const { run } = one(); return run ? since(run.started_at) : ""; }}</span></p>
        <p class="wall-what">${() => { const ticket = one().ticket; return ticket ? `${ticket.key} ${plain(ticket.title)}` : one().waiting?.text ?? one().idle_reason ?? ""; }}</p>
        ${() => { const id = run(); return id ? untrack(() => html`<p class="wall-line mono" ref=${(/** @type {HTMLElement} */ box) => liveText(box, id, one().run?.tail ?? "", { isLine: true })}></p>`) : null; }}
      </article>`;
    })}</div>
    ${when(() => people().length > MOST, () => html`<p class="muted">${() => `and ${people().length - MOST} more`}</p>`)}
    <a class="leave muted" href=${() => at("floor")} onclick=${(/** @type {Event} */ event) => { event.preventDefault(); go(at("floor")); }}>Leave the wall (Esc)</a>
  </section>`;
}
