// @ts-check
// A run as a line of a list.
import { html } from "../template.js";
import { path } from "../api.js";
import { at } from "../company.js";
import { stateMark, when_ } from "../ui.js";
import { count, duration, money, now, plain } from "../format.js";
import { outcome } from "./outcome.js";
import { keyOf, threads } from "./names.js";

/**
 * @param {{ name: (id: string) => string }} people
 * @param {{ get: (id: string | null | undefined) => import("./names.js").Ticket | null }} tickets
 */
export function runRows(people, tickets) {
  const named = threads();
  /** @param {import("./outcome.js").Run} run */
  function labelOf(run) {
    const ticket = tickets.get(run.ticket_id);
    if (ticket) return `${keyOf(ticket)} ${plain(ticket.title)}`;
    return run.kind === "copilot" ? "Copilot" : run.kind === "agentic" ? "Question" : run.thread_id ? named(run.thread_id) || "Conversation" : "Work";
  }
  const row = (/** @type {() => any} */ run) => html`<a class="run-row" href=${() => at(path`runs/${run().id}`)} tabindex="-1">
    <span class="run-outcome">${stateMark(() => outcome(run()).state, () => outcome(run()).word)}</span>
    <span class="run-what"><b>${() => people.name(run().employee_id)}</b> <span>${() => labelOf(run())}</span>${() => (run().error ? html`<span class="run-error">${plain(run().error)}</span>` : null)}</span>
    <span class="run-model muted">${() => run().model}${() => (run().attempt > 1 ? html`<span class="chip">try ${run().attempt}</span>` : null)}</span>
    <span class="num mono" title="Tokens read and written, in all its model calls">${() => `${count(run().prompt_tokens + run().completion_tokens)} tok`}</span>
    <span class="num mono">${() => (run().cost_kind === "unknown" ? "unknown" : money(run().cost_usd))}${() => (run().cost_kind === "notional" && Number(run().cost_usd) > 0 ? html`<small class="muted"> not billed</small>` : null)}</span>
    <span class="num mono muted">${() => duration(run().ended_at ? run().ended_at - run().started_at : Math.max(0, now() - run().started_at))}</span>
    <span class="num muted">${when_(() => run().started_at)}</span></a>`;
  return { row, labelOf };
}
