// @ts-check
// How somebody likes the cockpit to be. The server keeps it for all of their browsers; each has a copy, so that the first paint is right.
import { onCleanup, signal } from "./core.js";
import { api } from "./api.js";
import { areSingleKeysOn, swaps } from "./keys.js";
import { applyAppearance } from "./shell.js";
import { toast } from "./ui.js";

/** @typedef {import("../types/api").Answers["GET /api/preferences"]} Told */
/** @typedef {Omit<Told, "keys"> & { keys: string }} Preferences keys: those that stand for one another, as `c=y y=c` */

/** Where the copy of each is; the eager modules read these. */
const COPIES = { theme: "teamx.theme", density: "teamx.density", announce: "teamx.announce", single_keys: "teamx.single-keys", keys: "teamx.keys" };
/** What was chosen here and has not reached the server yet. */
const UNSENT = "teamx.unsent-preferences";
/** Set once this browser has taken what a server keeps. */
const ADOPTED = "teamx.adopted";
/** A browser that comes back to the front asks again, at most so often, in milliseconds. */
const CALM = 30_000;

/** @returns {Preferences} */
function copied() {
  const copy = (/** @type {keyof Preferences} */ name, /** @type {string} */ usual) => localStorage.getItem(COPIES[name]) ?? usual;
  return { theme: copy("theme", "system"), density: copy("density", "comfortable"), announce: copy("announce", "boundaries"), single_keys: copy("single_keys", "on") !== "off", keys: copy("keys", "") };
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
  const keys = pairs(next.keys);
  if (JSON.stringify(keys) !== JSON.stringify(swaps.peek())) swaps.set(keys);
  applyAppearance();
}

/**
 * @param {string} text
 * @returns {Record<string, string>}
 */
const pairs = (text) => Object.fromEntries(text.split(" ").filter((pair) => pair.includes("=")).map((pair) => pair.split("=")));

/** @param {Record<string, string>} keys */
const written = (keys) => Object.entries(keys).map((pair) => pair.join("=")).join(" ");

/**
 * @param {Told} answer
 * @returns {Preferences}
 */
const read = (answer) => ({ ...answer, keys: written(answer.keys) });

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
  /** @type {Told} */
  let answer = await api.get("/api/preferences");
  // Keys that this browser kept before any server did are told once rather than lost.
  const old = localStorage.getItem(COPIES.keys);
  if (!localStorage.getItem(ADOPTED) && old && waiting.keys === undefined && Object.keys(answer.keys).length === 0) waiting.keys = old;
  // Something was chosen meanwhile: its own asking tells all that is not sent yet, and its answer is the newer one.
  if (mine !== turn) return;
  if (Object.keys(waiting).length) answer = await api.put("/api/preferences", { ...waiting, ...(waiting.keys === undefined ? {} : { keys: pairs(waiting.keys) }) });
  if (mine !== turn) return;
  // Another tab may have chosen something that is not sent yet: only what the server has is taken off.
  const left = Object.fromEntries(Object.entries(unsent()).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(/** @type {Record<string, unknown>} */ (waiting)[name])));
  if (Object.keys(left).length) localStorage.setItem(UNSENT, JSON.stringify(left));
  else localStorage.removeItem(UNSENT);
  localStorage.setItem(ADOPTED, "1");
  apply({ ...read(answer), ...left });
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

/**
 * Lets two keys change places; both leave whom they had changed with before. Nothing for nothing puts all back.
 * @param {string} from
 * @param {string} to
 */
export function swapKeys(from, to) {
  const left = Object.entries(swaps()).filter(([a, b]) => from && b && ![from, to].includes(a) && ![from, to].includes(b));
  const next = Object.fromEntries([...left, ...(from && from !== to ? [[from, to], [to, from]] : [])]);
  void choose({ keys: written(next) });
}

/** Changes from what is seen now to the other. */
export function switchTheme() {
  const { theme } = document.documentElement.dataset;
  const isDark = theme === "dark" || (theme === "system" && matchMedia("(prefers-color-scheme: dark)").matches);
  void choose({ theme: isDark ? "light" : "dark" });
}
