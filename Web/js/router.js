// @ts-check
// Addresses and pages. A page is a module that is loaded when it is first visited.
import { signal } from "./core.js";

/**
 * @typedef {{ name: string, params: Record<string, string>, query: URLSearchParams, path: string, hash: string }} Place
 * @typedef {{ title: string | (() => string), view: any, keys?: import("./keys.js").Binding[], actions?: import("./actions.js").Entry[] }} Page
 * @typedef {(context: { params: Record<string, string>, query: () => URLSearchParams }) => Page | Promise<Page>} Open
 */

/** Every address, the module that draws it, and its title's first word. `:name` stands for one part. */
export const routes = /** @type {const} */ ([
  ["welcome", "/welcome"],
  ["floor", "/c/:co/floor"],
  ["inbox", "/c/:co/inbox"],
  ["inbox", "/c/:co/inbox/:id"],
  ["chat", "/c/:co/chat"],
  ["chat", "/c/:co/chat/:thread"],
  ["board", "/c/:co/board"],
  ["ticket", "/c/:co/t/:key"],
  ["goals", "/c/:co/goals"],
  ["goal", "/c/:co/goals/:id"],
  ["project", "/c/:co/projects/:id"],
  ["schedule", "/c/:co/schedule"],
  ["meetings", "/c/:co/meetings"],
  ["meeting", "/c/:co/meetings/:id"],
  ["files", "/c/:co/files"],
  ["files", "/c/:co/files/:id"],
  ["org", "/c/:co/org"],
  ["person", "/c/:co/people/:id"],
  ["runs", "/c/:co/runs"],
  ["run", "/c/:co/runs/:id"],
  ["telemetry", "/c/:co/telemetry"],
  ["budgets", "/c/:co/budgets"],
  ["routines", "/c/:co/routines"],
  ["routines", "/c/:co/routines/:id"],
  ["audit", "/c/:co/audit"],
  ["settings", "/c/:co/settings"],
  ["settings", "/c/:co/settings/:section"],
  ["search", "/search"],
  ["doctor", "/doctor"],
]);

const patterns = routes.map(([name, pattern]) => ({ name, pattern, parts: pattern.split("/") }));

/**
 * @param {string} address
 * @returns {Place}
 */
export function find(address) {
  const url = new URL(address, location.origin);
  const parts = url.pathname.replace(/\/+$/, "").split("/");
  for (const { name, parts: wanted } of patterns) {
    if (wanted.length !== parts.length) continue;
    /** @type {Record<string, string>} */
    const params = {};
    const fits = wanted.every((part, index) => {
      const given = parts[index] ?? "";
      if (!part.startsWith(":")) return part === given;
      try { params[part.slice(1)] = decodeURIComponent(given); } catch { return false; }
      return given !== "";
    });
    if (fits) return { name, params, query: url.searchParams, path: url.pathname, hash: url.hash };
  }
  return { name: url.pathname === "/" ? "home" : "nowhere", params: {}, query: url.searchParams, path: url.pathname, hash: url.hash };
}

/** Where we are. */
export const place = signal(find(location.href));

/**
 * Goes to an address of the cockpit.
 * @param {string} address
 * @param {{ replace?: boolean }} [options]
 */
export function go(address, options = {}) {
  const url = new URL(address, location.origin);
  if (url.href !== location.href) history[options.replace ? "replaceState" : "pushState"](null, "", url);
  place.set(find(url.href));
}

/**
 * Changes what stands after the question mark and stays on the page.
 * @param {Record<string, string | null | undefined>} changes
 */
export function setQuery(changes) {
  const url = new URL(location.href);
  for (const [name, value] of Object.entries(changes)) {
    if (value == null || value === "") url.searchParams.delete(name);
    else url.searchParams.set(name, value);
  }
  go(url.href, { replace: true });
}

/**
 * Lets links and the back button work without loading the page anew.
 * @param {(address: string) => void} onOutside called for a link that leads to another site
 */
export function listen(onOutside) {
  addEventListener("popstate", () => place.set(find(location.href)));
  document.addEventListener("click", (event) => {
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const link = /** @type {Element} */ (event.target).closest?.("a[href]");
    if (!(link instanceof HTMLAnchorElement) || link.hasAttribute("download")) return;
    if (link.origin !== location.origin) {
      if (!/^https?:$/.test(link.protocol)) return;
      event.preventDefault();
      return onOutside(link.href);
    }
    if (link.target) return;
    if (link.pathname.startsWith("/api/") || link.pathname.startsWith("/a/") || link.pathname === "/status") return;
    if (link.hash && link.pathname === location.pathname && link.search === location.search) return;
    event.preventDefault();
    go(link.href);
  });
}
