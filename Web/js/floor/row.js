// @ts-check
// One person as a line, for companies of more than a few.
import { computed, untrack } from "../core.js";
import { html, when } from "../template.js";
import { at } from "../company.js";
import { plain } from "../format.js";
import { act, same } from "../why.js";
import { isWorking, stateOf } from "./state.js";
import { ALL, meters, state, untracked, verbs, words } from "./card.js";
import { liveText } from "./tail.js";
import { ticketPage } from "../tickets.js";
import { notes } from "./verbs.js";

/** @typedef {import("../company.js").Person} Person */

/** @param {() => Person} one */
export function row(one) {
  const run = computed(() => one().run?.id ?? null);
  const waiting = computed(() => one().waiting ?? null, same);
  const ticket = computed(() => one().ticket?.key ?? null);
  const isDoing = computed(() => isWorking(one()));
  return html`<article class=${() => `floor-row is-${stateOf(one())}`} data-person=${() => one().id} data-testid="person-row" aria-label=${() => plain(one().name)}>
    ${state(one)}
    <div class="who"><a href=${() => at(`people/${one().id}`)}>${() => plain(one().name)}</a> <span class="muted small">${() => plain(one().title)}</span></div>
    <div class="what">${() => { const key = ticket(); return key ? html`<a class="mono" href=${ticketPage(key)}>${key}</a>` : null; }}
      ${() => {
        const id = run();
        if (id) return untrack(() => html`<span class="one-line mono" ref=${(/** @type {HTMLElement} */ box) => liveText(box, id, one().run?.tail ?? "", { isLine: true })}></span>`);
        return html`<span class="muted">${() => notes().get(one().id)?.text ?? words(one()) ?? lastWords(one()) ?? one().idle_reason ?? ""}</span>`;
      }}</div>
    ${when(run, () => meters(one), () => html`<span class="run-meters"></span>`)}
    ${when(run, () => verbs(one, run, isDoing), () => html`<span class="verbs">${() => untracked(waiting(), (found) => (ALL.has(found.reason) ? null : act({ ...found, message: found.text }, { kind: "employee", id: one().id }) ?? html`<a class="small" href=${at(`people/${one().id}`)}>Why?</a>`))}</span>`)}
  </article>`;
}

/** @param {Person} one */
function lastWords(one) {
  const done = one.last_done;
  return done ? `${one.idle_reason ?? "Nothing to do."} ${done.outcome === "success" ? "Last worked on" : done.outcome === "error" ? "Last failed at" : "Last stopped at"} ${done.key ?? "a conversation"}${done.title ? ` ${plain(done.title)}` : ""}` : null;
}
