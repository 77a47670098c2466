// @ts-check
// Where the cockpit begins: what the server sent with the page, the session, the stream, and the frame.
import { effect, onError, untrack } from "./core.js";
import { mount } from "./template.js";
import { api, useCSRF, whenSignedOut } from "./api.js";
import * as live from "./live.js";
import * as keys from "./keys.js";
import { company, companies, keepFloor } from "./company.js";
import { go, listen, place } from "./router.js";
import { applyAppearance, shell, signInPage, wantedTopic } from "./shell.js";

/** @typedef {{ version: string, epoch: number, assets: string, signed_in: boolean, csrf: string | null, me: { id: string, name: string } | null,
 *   companies: any[], last_company: string | null }} Boot */

/** @type {Boot} */
const boot = JSON.parse(document.getElementById("boot")?.textContent ?? "{}");
onError((error) => console.error(error));
applyAppearance();

const home = /** @type {HTMLElement} */ (document.getElementById("app"));

/**
 * Shows the whole cockpit.
 * @param {Boot} known
 */
function begin(known) {
  useCSRF(known.csrf);
  companies.set(known.companies ?? []);
  if (place().name === "home" || place().path === "/enter") {
    const last = localStorage.getItem("teamx.company") ?? known.last_company;
    const open = companies().find((one) => one.id === last || one.slug === last) ?? companies()[0];
    go(open ? `/c/${encodeURIComponent(open.slug)}/floor` : "/welcome", { replace: true });
  }
  listen();
  keys.listen();
  live.start();
  mount(home, () => {
    const refresh = keepFloor();
    effect(() => {
      const here = company();
      const topic = wantedTopic();
      if (here) localStorage.setItem("teamx.company", here.slug);
      untrack(() => live.follow(here ? { company: here.id, ...topic } : null));
    });
    return shell({ version: known.version, me: known.me, refresh });
  });
}

/**
 * Shows how to come in.
 * @param {string | null} problem
 */
function waitForCode(problem) {
  home.replaceChildren();
  mount(home, () => signInPage(problem, enter));
}

/** @param {string} code */
async function enter(code) {
  const { csrf } = await api.post("/api/session", { code });
  useCSRF(csrf);
  // The page that is loaded now carries what only those may see who are signed in.
  const wanted = new URLSearchParams(location.search).get("to") ?? "/";
  // Only an address of ours: one that begins with two slashes, or a backslash, is another site's.
  const isOurs = /^\/(?![/\\])/.test(wanted);
  location.replace(location.pathname === "/enter" ? (isOurs ? wanted : "/") : location.pathname + location.search);
}

const code = location.pathname === "/enter" ? location.hash.slice(1) : "";
// The code leaves the address, and with it the history, before anything else happens.
if (code) history.replaceState(null, "", location.pathname + location.search);
if (code && !boot.signed_in) enter(code).catch((error) => waitForCode(error.message));
else if (boot.signed_in) begin(boot);
else waitForCode(null);

let isOut = false;
whenSignedOut(() => {
  if (isOut || !boot.signed_in) return;
  isOut = true;
  location.reload();
});
