// @ts-check
// The runs of a ticket and what they cost.
import { computed } from "../core.js";
import { each, html, when } from "../template.js";
import { stateMark, when_ } from "../ui.js";
import { count, duration, money, plain, plural, since } from "../format.js";
import { at, base, person } from "../company.js";
import { query } from "../queries.js";
import { outcome } from "../run/outcome.js";

const PAGE = 200;

/** @param {() => string | null} id */
export function useRuns(id) {
  /** @type {import("../queries.js").Asked<"GET /api/companies/{company}/runs">} */
  const asked = query(() => (id() ? `${base()}/runs?limit=${PAGE}&ticket_id=${encodeURIComponent(id() ?? "")}` : null),
    { on: (event) => /^(?:work|run)\./.test(event.type) && (!event.data?.payload?.ticket_id || event.data.payload.ticket_id === id()) });
  const runs = computed(() => asked.data()?.items ?? []);
  const isCut = () => Boolean(asked.data()?.next);
  const isKnown = () => asked.data() !== undefined || asked.error() !== null;
  return { runs, isCut, asked, isKnown };
}

/** @typedef {ReturnType<typeof useRuns>} Runs */

/** @param {Runs} runs */
export function cost({ runs, isCut }) {
  // What was paid, what it would have cost, and what nobody knows are never added up.
  const sum = (/** @type {string} */ kind) => runs().filter((one) => one.cost_kind === kind).reduce((total, one) => total + Number(one.cost_usd ?? 0), 0);
  const has = (/** @type {string} */ kind) => runs().some((one) => one.cost_kind === kind);
  const tokens = () => runs().reduce((total, one) => total + (one.prompt_tokens ?? 0) + (one.completion_tokens ?? 0), 0);
  return html`${when(() => runs().length > 0, () => html`<section><h3>Cost</h3><dl class="ticket-facts">
    ${when(() => has("billed"), () => html`<div><dt>Billed</dt><dd class="mono">${() => money(sum("billed"))}</dd></div>`)}
    ${when(() => has("notional"), () => html`<div><dt>Not billed</dt><dd class="mono">${() => money(sum("notional"))}</dd></div>`)}
    ${when(() => has("unknown"), () => html`<div><dt>Price unknown</dt><dd>${() => plural(runs().filter((one) => one.cost_kind === "unknown").length, "run")}</dd></div>`)}
    <div><dt>Tokens</dt><dd class="mono">${() => count(tokens())}</dd></div></dl>${when(isCut, () => html`<p class="muted small">Of its latest ${PAGE} runs.</p>`)}</section>`)}`;
}

/** @param {Runs} runs */
export function runList({ runs, isCut }) {
  return html`<section><h3>Runs <span class="muted">${() => (runs().length ? `${runs().length}${isCut() ? "+" : ""}` : "")}</span></h3>
    <ul class="ticket-rows">${each(runs, (one) => one.id, (one) => html`<li><a href=${() => at(`runs/${encodeURIComponent(one().id)}`)}>
      ${stateMark(() => outcome(one()).state, () => outcome(one()).word)}
      <span class="name">${() => plain(person(one().employee_id)?.name ?? "Somebody")}</span>
      <span class="mono muted small">${() => (one().status === "running" ? since(one().started_at) : duration(one().latency_ms))}</span><span class="muted small">${when_(() => one().started_at)}</span></a>
      ${() => (one().error ? html`<p class="small failing">${plain(one().error ?? "").slice(0, 200)}</p>` : null)}</li>`, () => html`<li class="muted">Nobody has worked on it yet.</li>`)}</ul>
    ${when(() => runs().length > 0, () => html`<a class="small" href=${() => at(`runs?ticket=${encodeURIComponent(runs()[0]?.ticket_id ?? "")}`)}>In the list of runs</a>`)}</section>`;
}
