// @ts-check
// Choosing one of a few, by pointer, arrows or number.
import { html } from "../template.js";
import { dialog } from "../ui.js";

/**
 * @template T
 * @param {string} title
 * @param {{ value: T, label: string, hint?: string, isNow?: boolean }[]} options
 * @returns {Promise<T | null>}
 */
export const choose = (title, options) => new Promise((resolve) => {
  /** @type {T | null} */
  let chosen = null;
  const take = (/** @type {{ value: T } | undefined} */ option, /** @type {() => void} */ close) => {
    if (!option) return;
    chosen = option.value;
    close();
  };
  dialog(title, (close) => html`<div class="body"><ul class="choices" onkeydown=${(/** @type {KeyboardEvent} */ event) => {
    const buttons = [.../** @type {Element} */ (event.currentTarget).querySelectorAll("button")];
    const at = buttons.indexOf(/** @type {any} */ (document.activeElement));
    if (event.key === "ArrowDown") buttons[(at + 1) % buttons.length]?.focus();
    else if (event.key === "ArrowUp") buttons[(at + buttons.length - 1) % buttons.length]?.focus();
    else if (/^[1-9]$/.test(event.key) && options[Number(event.key) - 1]) take(options[Number(event.key) - 1], close);
    else return;
    event.preventDefault();
  }}>${options.map((option, index) => html`<li><button type="button" class="quiet" autofocus=${index === 0} aria-current=${option.isNow ? "true" : null} onclick=${() => take(option, close)}>
      <span>${option.label}</span>${option.hint ? html`<small>${option.hint}</small>` : null}<kbd aria-hidden="true">${index + 1}</kbd></button></li>`)}</ul></div>`,
  { class: "narrow", onClose: () => resolve(chosen) });
});
