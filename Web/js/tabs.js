// @ts-check
// The parts of a page of which one is shown.
import { html } from "./template.js";

/**
 * A row of buttons for them; the choice stands in the address.
 * @param {string} label
 * @param {{ id: string, label: any }[]} tabs
 * @param {() => string} chosen
 * @param {(id: string) => void} choose
 */
export const tabs = (label, tabs, chosen, choose) => html`<div class="tabs" role="group" aria-label=${label}>
  ${tabs.map((tab) => html`<button type="button" aria-pressed=${() => String(chosen() === tab.id)} onclick=${() => choose(tab.id)}>${tab.label}</button>`)}
</div>`;
