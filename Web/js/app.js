// @ts-check
// Where the cockpit begins: what the server sent with the page, the session, the stream, and the frame.
import { effect, onError, untrack } from "./core.js";
import { html, mount } from "./template.js";
import { api, useCSRF, whenSignedOut } from "./api.js";
import * as live from "./live.js";
import * as keys from "./keys.js";
import { company, companies, keepFloor, reloadCompanies } from "./company.js";
import { go, listen, place } from "./router.js";
import { confirm } from "./ui.js";
import { applyAppearance, shell, wantedTopic } from "./shell.js";

/** @typedef {{ version: string, epoch: number, assets: string, signed_in: boolean, theme?: string, density?: string }} Boot */

/** Where the header's value is kept: this storage, unlike cookies, is the port's own. */
const KEY = "teamx.csrf";

/** @type {Boot} */
const boot = JSON.parse(document.getElementById("boot")?.textContent ?? "{}");
onError((error) => console.error(error));
// A browser that is new to this begins with the looks that were chosen in another.
for (const name of /** @type {const} */ (["theme", "density"])) if (boot[name]) localStorage[`teamx.${name}`] ??= boot[name];
applyAppearance();

const home = /** @type {HTMLElement} */ (document.getElementById("app"));

/** Waits for the first paint; a hidden tab has none. */
const drawn = () => new Promise((resolve) => {
  setTimeout(resolve, 300);
  new PerformanceObserver((_, one) => { one.disconnect(); resolve(undefined); }).observe({ type: "paint", buffered: true });
});

/** Shows the whole cockpit. */
async function begin() {
  // A page that is asked for before the frame is drawn holds it up.
  await Promise.all([reloadCompanies(), drawn()]);
  if (place().name === "home" || place().path === "/enter") {
    const last = localStorage.getItem("teamx.company");
    const open = companies().find((one) => one.id === last || one.slug === last) ?? companies()[0];
    go(wanted() ?? (open ? `/c/${encodeURIComponent(open.slug)}/floor` : "/welcome"), { replace: true });
  }
  listen(leaveFor);
  keys.listen();
  live.start();
  home.replaceChildren();
  mount(home, () => {
    const refresh = keepFloor();
    effect(() => {
      const here = company();
      const topic = wantedTopic();
      if (here) localStorage.setItem("teamx.company", here.slug);
      untrack(() => live.follow(here ? { company: here.id, ...topic } : null));
    });
    void import("./preferences.js").then((one) => one.keep());
    return shell({ version: boot.version, refresh });
  });
}

/**
 * Where somebody wanted to go before they had to come in; only an address of ours, which begins with one slash alone.
 * @returns {string | null}
 */
function wanted() {
  const address = new URLSearchParams(location.search).get("to") ?? "";
  return location.pathname === "/enter" && /^\/(?![/\\])/.test(address) ? address : null;
}

/**
 * Asks before another site is opened: an address that an employee wrote may carry away what they know.
 * @param {string} address
 */
async function leaveFor(address) {
  const url = new URL(address);
  if (await confirm({ title: `Open ${url.host}?`, effect: html`<p>This leads to another site.</p><p class="mono">${address.slice(0, 500)}</p>`, action: "Open it" })) open(address, "_blank", "noopener,noreferrer");
}

/**
 * Shows how to come in.
 * @param {string | null} problem
 */
async function waitForCode(problem) {
  const { signInPage } = await import("./frame.js");
  home.replaceChildren();
  mount(home, () => signInPage(problem, enter));
}

/** @param {string} code */
async function enter(code) {
  const { csrf } = await api.post("/api/session", { code });
  localStorage.setItem(KEY, csrf);
  const page = wanted() ?? (location.pathname === "/enter" ? "/" : location.pathname + location.search);
  location.replace(page);
}

const code = location.pathname === "/enter" ? location.hash.slice(1) : "";
// The code leaves the address, and with it the history, before anything else happens.
if (code) history.replaceState(null, "", location.pathname + location.search);
const key = localStorage.getItem(KEY);
useCSRF(key);
const isIn = boot.signed_in && key !== null;
if (isIn) void begin();
else if (code) enter(code).catch((error) => void waitForCode(error.message));
else void waitForCode(null);

let isOut = false;
whenSignedOut(() => {
  if (isOut || !isIn) return;
  isOut = true;
  localStorage.removeItem(KEY);
  location.reload();
});
