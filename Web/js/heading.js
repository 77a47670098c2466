// @ts-check
// The heading of a page whose subject is known only a moment later.
import { html } from "./template.js";

/**
 * Two headings after each other: whoever has been led to the first stands at the second when it takes its place.
 * @param {string} word what is known already
 * @param {{ isSeen?: boolean }} [options] isSeen: the word says enough to be shown
 * @returns {{ early: () => any, follow: (heading: HTMLElement) => void }} follow: the `ref` of the second
 */
export function headings(word, options = {}) {
  let isLed = false;
  return {
    early: () => html`<h1 tabindex="-1" class=${options.isSeen ? "" : "unseen"} onfocus=${() => { isLed = true; }}>${word}</h1>`,
    follow: (heading) => queueMicrotask(() => {
      if (isLed && (document.activeElement ?? document.body) === document.body) heading.focus({ preventScroll: true });
      isLed = false;
    }),
  };
}
