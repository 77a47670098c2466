// @ts-check
// What happened while nobody looked, as the server tells it when somebody comes back after half an hour or more.
import { effect, signal, untrack } from "../core.js";
import { html, when } from "../template.js";
import { api } from "../api.js";
import { at, base, company, floor } from "../company.js";
import { when_ } from "../ui.js";
import { money, plural } from "../format.js";

const MINUTE = 60_000;

/** What the server told of the company at the first look, until it is put away. */
const told = signal(/** @type {{ company: string, since: number, [member: string]: any } | null} */ (null));
let isWatching = false;
let isKnown = true;

/** Says from now on, each minute while the page is looked at, up to where everything was seen. */
function watch() {
  if (isWatching) return;
  isWatching = true;
  const say = async () => {
    const seq = floor.peek()?.seq;
    if (!seq || !company() || !isKnown) return;
    try { await api.put(`${base()}/seen`, { seq }); } catch (error) { if (/** @type {any} */ (error).status === 404) isKnown = false; }
  };
  setInterval(() => { if (!document.hidden) void say(); }, MINUTE);
  document.addEventListener("visibilitychange", () => { if (document.hidden) void say(); });
}

/** The strip with what happened, or nothing. */
export function digest() {
  effect(() => {
    const now = floor();
    if (!now) return;
    untrack(() => {
      if (now.since_you_left) told.set({ company: now.company?.id, ...now.since_you_left });
      // Only now: what is said to be seen is not told again.
      watch();
    });
  });
  const shown = () => { const one = told(); return one && one.company === company()?.id ? one : null; };
  return when(shown, () => html`<section class="digest" aria-labelledby="digest-title" data-testid="since-you-left">
    <h2 id="digest-title">Since you left</h2><span class="muted small">${when_(() => shown()?.since)} ago</span>
    <p>${() => words(shown())}</p>
    ${() => { const count = shown()?.decisions_waiting ?? 0; return count ? html`<a href=${at("inbox")}>${plural(count, "decision")} waiting</a>` : null; }}
    <button type="button" class="small quiet" onclick=${() => told.set(null)}>Dismiss</button>
  </section>`);
}

/** @param {any} one */
function words(one) {
  if (!one) return "";
  const parts = [`${plural(one.tickets_done ?? 0, "ticket")} done`, `${money(one.spent ?? 0)} spent`, one.failures ? plural(one.failures, "failure") : "no failures"];
  if (one.questions_asked) parts.push(`${plural(one.questions_asked, "question")} asked`);
  return parts.join(" · ");
}
