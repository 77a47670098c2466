// @ts-check
// Why somebody or something does not go on. The whole component is loaded when it is first needed; without it the server's own words stand here.
import { signal, untrack } from "../core.js";
import { html, when } from "../template.js";
import { call } from "../api.js";
import { query } from "../queries.js";
import { attempt, button } from "../ui.js";
import { plain } from "../format.js";

/** @type {import("../core.js").Signal<any>} */
const component = signal(null);
let isAsked = false;

/**
 * @param {"employee" | "ticket" | "thread"} kind
 * @param {() => string} id
 */
export function waiting(kind, id) {
  if (!isAsked) {
    isAsked = true;
    const address = "../why.js";
    import(address).then((module) => component.set(module), () => component.set({}));
  }
  return () => {
    const module = component();
    if (!module) return null;
    return untrack(() => (module.why ? module.why({ kind, id, isBare: true }) : words(kind, id)));
  };
}

/**
 * @param {string} kind
 * @param {() => string} id
 */
function words(kind, id) {
  /** @type {import("../queries.js").Asked<"GET /api/tickets/{ticket}/explain">} */
  const asked = query(() => (id() ? `/api/${kind}s/${encodeURIComponent(id())}/explain` : null), { on: /^(?:work|run|employee|company|ticket|budget|question)\./ });
  const finding = () => asked.data()?.finding ?? null;
  return html`<div class="stack" data-testid="why">${when(finding, () => html`<div class="stack"><p>${() => plain(finding()?.message ?? "")}</p>
    ${() => { const action = finding()?.action; return action && action.method !== "POST" || !action || action.path.endsWith("/tickets") ? null
      : html`<div>${button(action.label, () => attempt(() => call(action.method, action.path, {}), action.label).then(() => asked.reload()), { class: "small" })}</div>`; }}</div>`)}</div>`;
}
