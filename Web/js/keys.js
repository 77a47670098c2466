// @ts-check
// Keys. Single keys never act while somebody is typing or a dialog is open, and can all be switched off.
import { signal } from "./core.js";

/** @typedef {{ key: string, label: string, group: string, action: (event: KeyboardEvent) => void, isHidden?: boolean }} Binding */

const isMac = /mac|iphone|ipad/i.test(navigator.platform);
/** Whether keys without a modifier act. */
export const areSingleKeysOn = signal(localStorage.getItem("teamx.single-keys") !== "off");

/** @type {Set<Binding[]>} The last layer that was added comes first. */
const layers = new Set();
/** What has been typed of a sequence such as `g b`. */
export const pending = signal("");
/** @type {ReturnType<typeof setTimeout> | undefined} */
let timer;

/**
 * Adds keys.
 * @param {Binding[]} bindings
 * @returns {() => void} takes them away again
 */
export function bind(bindings) {
  layers.add(bindings);
  return () => layers.delete(bindings);
}

/** All that can be pressed now, for the sheet. */
export const all = () => [...layers].flat().filter((binding) => !binding.isHidden);

/**
 * `mod+k` as this platform writes it.
 * @param {string} key
 */
export const shown = (key) => key.split(" ").map((part) => part
  .replace(/mod\+/g, isMac ? "⌘" : "Ctrl+").replace(/shift\+/g, isMac ? "⇧" : "Shift+").replace(/^([a-z])$/, (letter) => letter)
  .replace("escape", "Esc").replace("enter", "Enter").replace("arrow", "")).join(" ");

/** @param {KeyboardEvent} event */
function name(event) {
  let key = event.key.toLowerCase();
  if (key === " ") key = "space";
  const modifier = event.ctrlKey || event.metaKey;
  // What needs the shift key to be typed, such as a question mark, is itself already.
  const shift = event.shiftKey && (key.length > 1 || /[a-z]/.test(key) || modifier);
  return `${modifier ? "mod+" : ""}${event.altKey ? "alt+" : ""}${shift ? "shift+" : ""}${key}`;
}

/** @param {EventTarget | null} target */
export const isTyping = (target) => target instanceof Element
  && Boolean(target.closest("input:not([type=checkbox]):not([type=radio]):not([type=button]), textarea, select, [contenteditable=true]"));

export function listen() {
  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.isComposing) return;
    const pressed = name(event);
    const hasModifier = pressed.startsWith("mod+");
    if (!hasModifier) {
      if (isTyping(event.target) || document.querySelector("dialog[open]") || !areSingleKeysOn()) return;
      // A button or link keeps the keys that work it.
      if ((pressed === "enter" || pressed === "space") && /** @type {Element} */ (event.target).closest?.("a, button, summary, [role=option], [role=treeitem]")) return;
    }
    const sequence = pending() ? `${pending()} ${pressed}` : pressed;
    clearTimeout(timer);
    for (const layer of [...layers].reverse()) {
      const found = layer.find((binding) => binding.key === sequence);
      if (!found) continue;
      pending.set("");
      event.preventDefault();
      found.action(event);
      return;
    }
    const isBeginning = !hasModifier && [...layers].flat().some((binding) => binding.key.startsWith(`${sequence} `));
    pending.set(isBeginning ? sequence : "");
    if (isBeginning) timer = setTimeout(() => pending.set(""), 1000);
  });
}
