// @ts-check
// What of the inbox is shown: one kind, what one employee waits for. It stands in the address.
import { computed } from "../core.js";
import { html, when } from "../template.js";
import { plain } from "../format.js";
import { setQuery } from "../router.js";
import { kindOf } from "./kinds.js";

/** @typedef {import("./kinds.js").Item} Item */

/**
 * @param {{ all: () => readonly Item[], chosenKind: () => string, chosenWho: () => string }} state
 */
export function filterBar({ all, chosenKind, chosenWho }) {
  const same = (/** @type {unknown} */ a, /** @type {unknown} */ b) => String(a) === String(b);
  // What is chosen stays to be taken back, also when nothing of it is left.
  const kinds = computed(() => [...new Set([...all().map((one) => kindOf(one).word), ...(chosenKind() ? [chosenKind()] : [])])], same);
  const names = computed(() => new Map(all().flatMap((one) => (one.employee_id && one.employee ? [/** @type {const} */ ([one.employee_id, plain(one.employee)])] : []))));
  const who = computed(() => [...new Set([...names().keys(), ...(chosenWho() ? [chosenWho()] : [])])].sort((a, b) => (names().get(a) ?? "").localeCompare(names().get(b) ?? "")), same);
  return when(() => all().length > 1 || chosenKind() || chosenWho(), () => html`<div class="inbox-kinds" role="group" aria-label="Filters">
    ${when(() => kinds().length > 1, () => html`<span class="kinds">${() => ["", ...kinds()].map((kind) => html`<button type="button" class="small" aria-pressed=${() => String(chosenKind() === kind)} onclick=${() => setQuery({ kind, item: null })}>${kind || "All"}</button>`)}</span>`)}
    ${when(() => who().length > 1 || chosenWho(), () => html`<label><span class="unseen">Who</span><select class=${() => (chosenWho() ? "on" : null)} data-testid="inbox-who" onchange=${(/** @type {any} */ event) => setQuery({ who: event.target.value, item: null })}>
      ${() => ["", ...who()].map((id) => html`<option value=${id} ?selected=${id === chosenWho()}>${id ? names().get(id) ?? "Somebody" : "Anybody"}</option>`)}</select></label>`)}</div>`);
}
