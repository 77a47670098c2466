// @ts-check
// How somebody likes the cockpit to be. The server keeps it for all of their browsers; each has a copy, so that the first paint is right.
import { onCleanup, signal } from "./core.js";
import { api } from "./api.js";
import { areSingleKeysOn } from "./keys.js";
import { applyAppearance } from "./shell.js";
import { toast } from "./ui.js";

/** @typedef {import("../types/api").Answers["GET /api/preferences"]} Preferences */

/** Where the copy of each is; the eager modules read these. @type {Record<keyof Preferences, string>} */
const COPIES = { theme: "teamx.theme", density: "teamx.density", announce: "teamx.announce", single_keys: "teamx.single-keys" };
/** What was chosen here and has not reached the server yet. */
const UNSENT = "teamx.unsent-preferences";
/** A browser that comes back to the front asks again, at most so often, in milliseconds. */
const CALM = 30_000;

/** @returns {Preferences} */
function copied() {
  const read = (/** @type {keyof Preferences} */ name, /** @type {string} */ usual) => localStorage.getItem(COPIES[name]) ?? usual;
  return { theme: read("theme", "system"), density: read("density", "comfortable"), announce: read("announce", "boundaries"), single_keys: read("single_keys", "on") !== "off" };
}

export const preferences = signal(copied(), (a, b) => JSON.stringify(a) === JSON.stringify(b));

/** @param {Partial<Preferences>} changes */
function apply(changes) {
  const next = { ...preferences.peek(), ...changes };
  for (const name of /** @type {(keyof Preferences)[]} */ (Object.keys(COPIES))) {
    const value = next[name];
    localStorage.setItem(COPIES[name], typeof value === "boolean" ? (value ? "on" : "off") : value);
  }
  preferences.set(next);
  areSingleKeysOn.set(next.single_keys);
  applyAppearance();
}

/** @returns {Partial<Preferences>} */
function unsent() {
  try { return JSON.parse(localStorage.getItem(UNSENT) ?? "{}"); } catch { return {}; }
}

let turn = 0;
let asked = 0;

/** Takes what the server has, after it was told what was chosen here without it. */
async function adopt() {
  const mine = ++turn;
  asked = Date.now();
  const waiting = unsent();
  /** @type {Preferences} */
  const answer = await (Object.keys(waiting).length ? api.put("/api/preferences", waiting) : api.get("/api/preferences"));
  // Something was chosen meanwhile: its own answer is the newer one.
  if (mine !== turn) return;
  localStorage.removeItem(UNSENT);
  apply(answer);
}

/**
 * Chooses something, here at once and for all browsers as soon as the server has it.
 * @param {Partial<Preferences>} changes
 */
export async function choose(changes) {
  apply(changes);
  localStorage.setItem(UNSENT, JSON.stringify({ ...unsent(), ...changes }));
  try { await adopt(); } catch { toast("Kept in this browser; your others get it when the server answers again.", { kind: "bad" }); }
}

/** Keeps the copy right while the cockpit is open. */
export function keep() {
  const quietly = () => adopt().catch(() => {});
  const onVisible = () => { if (!document.hidden && Date.now() - asked > CALM) void quietly(); };
  // Another tab of this browser has chosen.
  const onStorage = (/** @type {StorageEvent} */ event) => { if (event.key && Object.values(COPIES).includes(event.key)) apply(copied()); };
  document.addEventListener("visibilitychange", onVisible);
  addEventListener("storage", onStorage);
  onCleanup(() => { document.removeEventListener("visibilitychange", onVisible); removeEventListener("storage", onStorage); });
  void quietly();
}

/** Changes from what is seen now to the other. */
export function switchTheme() {
  const { theme } = document.documentElement.dataset;
  const isDark = theme === "dark" || (theme === "system" && matchMedia("(prefers-color-scheme: dark)").matches);
  void choose({ theme: isDark ? "light" : "dark" });
}
