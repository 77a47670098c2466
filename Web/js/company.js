// @ts-check
// The company that is open: who works there, what waits, and the floor as it is now.
import { computed, effect, onCleanup, signal, untrack } from "./core.js";
import { api, path } from "./api.js";
import { onEvent, onReset, onToken } from "./live.js";
import { setServerTime } from "./format.js";
import { place } from "./router.js";

/**
 * @typedef {import("../types/api").Company} Company
 * @typedef {import("../types/api").Answers["GET /api/companies/{company}/floor"]} Floor
 * @typedef {Floor["people"][number]} Person
 */

/** All companies. */
export const companies = signal(/** @type {Company[]} */ ([]));

/** What was open before: pages that belong to no company keep its frame. */
let last = "";

/** The company of the present address, by its slug or id. */
export const company = computed(() => {
  const { name, params } = place();
  const named = params.co ?? (name === "welcome" ? "" : last || localStorage.getItem("teamx.company") || "");
  const found = companies().find((one) => one.slug === named || one.id === named) ?? null;
  if (found) last = found.slug;
  return found;
});

/** The beginning of the open company's addresses in the API. */
export const base = () => path`/api/companies/${company()?.id ?? ""}`;

/**
 * An address of a page of the open company.
 * @param {string} page
 */
export const at = (page) => `/c/${encodeURIComponent(company()?.slug ?? "")}/${page}`;

/** The floor as the server told it last, kept right by the stream. */
export const floor = signal(/** @type {Floor | null} */ (null));
/** Why the floor could not be asked. */
export const floorError = signal(/** @type {Error | null} */ (null));
/** What each run is writing: its last 600 characters, its tokens' length, by run. */
export const tails = new Map();
/** @type {Map<string, Set<() => void>>} */
const tailListeners = new Map();

/**
 * Calls `action` whenever the text of a run has grown.
 * @param {string} run
 * @param {() => void} action
 */
export function onTail(run, action) {
  const set = tailListeners.get(run) ?? new Set();
  set.add(action);
  tailListeners.set(run, set);
  return () => { set.delete(action); if (set.size === 0) tailListeners.delete(run); };
}

export const people = computed(() => floor()?.people ?? []);
/** @param {string | null | undefined} id */
export const person = (id) => people().find((one) => one.id === id) ?? null;

const TAIL = 600;
const CALM = 500;

/** Keeps the floor of whatever company is open. */
export function keepFloor() {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  let asked = 0;
  let isAsking = false;
  let isAgain = false;
  const ask = async () => {
    const id = company()?.id;
    if (!id) return;
    if (isAsking) { isAgain = true; return; }
    isAsking = true;
    asked = Date.now();
    try {
      const answer = await api.get(path`/api/companies/${id}/floor`);
      if (company()?.id !== id) return;
      if (answer.now) setServerTime(answer.now);
      floor.set(answer);
      floorError.set(null);
    } catch (error) {
      floorError.set(/** @type {Error} */ (error));
    } finally {
      isAsking = false;
      if (isAgain) { isAgain = false; soon(); }
    }
  };
  const soon = () => {
    if (timer !== undefined) return;
    timer = setTimeout(() => { timer = undefined; void ask(); }, Math.max(0, asked + CALM - Date.now()));
  };
  // The list of companies comes anew after events; the floor is another one only with another company.
  const open = computed(() => company()?.id ?? null);
  effect(() => {
    open();
    floor.set(null);
    tails.clear();
    // What the asking reads must not bring this about again.
    untrack(() => void ask());
  });
  const stops = [
    onReset(() => { soon(); void reloadCompanies(); }),
    onEvent((event) => {
      if (/^(?:run|employee|ticket|company|work|question|meeting|review|inbox|budget|provider|goal|checkpoint|message|routine)\b/.test(event.type)) soon();
      if (/^company\./.test(event.type)) void reloadCompanies();
    }),
    onToken((token) => {
      const before = tails.get(token.run_id)?.text ?? "";
      // What begins at nothing is a new call of the model; it stands below what was said before.
      const isNew = !token.isSnapshot && token.n === token.text.length && before !== "";
      const text = (token.isSnapshot ? token.text : `${before}${isNew ? "\n" : ""}${token.text}`).slice(-TAIL);
      tails.set(token.run_id, { text, n: token.n, cost: token.cost ?? null, message: token.message_id });
      if (tails.size > 500) tails.delete(tails.keys().next().value);
      for (const action of tailListeners.get(token.run_id) ?? []) action();
    }),
  ];
  onCleanup(() => { for (const stop of stops) stop(); });
  return soon;
}

export async function reloadCompanies() {
  try { companies.set((await api.get("/api/companies?limit=100")).items); } catch { /* the stream's state tells it */ }
}
