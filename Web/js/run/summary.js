// @ts-check
// A run in short: what it was for, how it ended and why, what came of it, what it cost, and what the model was told.
import { computed, onCleanup, signal } from "../core.js";
import { each, html, when } from "../template.js";
import { path } from "../api.js";
import { at, onTail, tails } from "../company.js";
import { when_ } from "../ui.js";
import { count, duration, exact, money, now, plain } from "../format.js";
import { markdown } from "../markdown.js";
import { classWords, entriesOf, filesOf, notExecuted } from "./outcome.js";
import { ticketAddress } from "./names.js";
import { prompt } from "./prompt.js";

/**
 * @param {() => import("./outcome.js").Run} run
 * @param {{ end: () => import("./outcome.js").Outcome, ticket: () => import("../board/tickets.js").Ticket | null | undefined, people: ReturnType<typeof import("./names.js").staff>, isRunning: () => boolean }} known
 */
export function summary(run, { end, ticket, people, isRunning }) {
  const files = computed(() => filesOf(run()));
  const missing = computed(() => notExecuted(run()));
  const result = computed(() => {
    for (const entry of entriesOf(run()).reverse()) {
      if (entry.kind === "answer" && entry.text?.trim()) return entry.text;
      const said = /** @type {any} */ (entry.input)?.result ?? /** @type {any} */ (entry.input)?.comment ?? /** @type {any} */ (entry.input)?.summary;
      if (entry.kind === "tool" && !entry.isFailed && typeof said === "string") return said;
    }
    return "";
  });
  const calls = computed(() => { const number = run().steps?.length ?? 0; return number > 1 ? `counted by the provider in ${number} model calls` : "counted by the provider"; });
  // One sentence for why it is where it is; nothing ends silently.
  const why = () => {
    const one = run();
    const parts = [one.error ? plain(one.error) : "", end().meaning];
    if (one.status === "cancelled" && one.completion_tokens) parts.push(`${count(one.completion_tokens)} tokens kept.`);
    if (missing().length) parts.push(`${missing().map((name) => `“${name}”`).join(", ")} ${missing().length === 1 ? "was" : "were"} not executed.`);
    return parts.filter(Boolean).join(" ");
  };
  const figure = (/** @type {string} */ label, /** @type {() => any} */ value, /** @type {() => any} */ more = () => "") => html`<div><dt>${label}</dt><dd>${value} <small>${more}</small></dd></div>`;

  return html`<div class="run-columns"><div>
    <section class="panel stack"><h2>Outcome</h2><p>${why}</p>
      ${when(isRunning, () => live(run))}
      ${when(() => !isRunning() && result(), () => html`<div class="stack"><h3>Result</h3>${() => markdown(result())}</div>`)}
      ${when(() => files().length > 0, () => html`<div class="stack"><h3>Files</h3><ul class="plain-list files-made">${each(files, (file) => file.id, (file) => html`<li><a href=${() => at(path`files/${file().id}`)}>${() => plain(file().name)}</a></li>`)}</ul></div>`)}
    </section>
    <section class="panel stack"><h2>Objective</h2>
      ${() => { const one = ticket(); return one ? html`<div class="stack"><a href=${ticketAddress(one)}><b>${plain(one.title)}</b></a>${markdown(one.description ?? "")}</div>` : html`<p>${run().kind === "copilot" ? "A question to the copilot." : "An answer in a conversation."}</p>`; }}</section>
    ${attempts(run)}
    ${guidance(run)}
    </div><div>
    <dl class="figures">
      ${figure("Cost", () => (run().price_known === false ? "unknown" : money(run().cost_usd)), () => (run().price_known === false ? "" : run().cost_kind === "notional" ? "not billed" : ""))}
      ${figure("Time", () => duration((run().ended_at ?? now()) - (run().started_at ?? now())))}
      ${figure("Tokens in", () => count(run().prompt_tokens ?? 0), calls)}
      ${figure("Tokens out", () => count(run().completion_tokens ?? 0), calls)}
      ${figure("Steps", () => run().steps?.length ?? 0)}
      ${figure("Tool calls", () => run().tool_calls_count ?? 0)}</dl>
    <section class="panel"><dl class="facts">
      <div><dt>Model</dt><dd class="mono">${() => run().model}</dd></div>
      <div><dt>Provider</dt><dd>${() => (run().provider === "practice" ? "Practice model: it follows a script" : run().provider)}</dd></div>
      <div><dt>Began</dt><dd>${() => exact(run().started_at)}</dd></div>
      ${() => (run().attempt > 1 ? html`<div><dt>Try</dt><dd>${`number ${run().attempt} of this work`}</dd></div>` : null)}
      ${() => (run().ticket_id ? html`<div><dt>Others</dt><dd><a href=${at(path`runs?ticket=${run().ticket_id}`)}>Runs of this ticket</a></dd></div>` : null)}
      <div><dt>Id</dt><dd class="mono small">${() => run().id}</dd></div></dl></section>
    ${prompt(run)}</div></div>`;
}

/**
 * What is being written now.
 * @param {() => import("./outcome.js").Run} run
 */
function live(run) {
  const text = signal("");
  const id = run().id;
  const read = () => text.set(tails.get(id)?.text ?? "");
  read();
  onCleanup(onTail(id, read));
  return html`<div class="tail" role="group" aria-label="What is being written">${() => plain(text()) || "Nothing written in this step yet."}</div>`;
}

/**
 * Why it went from one provider to another.
 * @param {() => import("./outcome.js").Run} run
 */
const attempts = (run) => when(() => (run().attempts?.length ?? 0) > 0, () => html`<section class="panel stack"><h2>Why it moved on</h2>
  <ol class="stack">${each(() => run().attempts ?? [], (/** @type {any} */ one) => `${one.step}.${one.place}`, (one) => html`<li class="try failed">
    <p><b>${() => one().provider}</b> <span class="mono muted">${() => one().model}</span> <span class="muted">${() => `step ${one().step + 1}`}</span> ${when_(() => one().failed_at)}</p>
    <p>${() => classWords(one().error_class)} <span class="muted">${() => plain(one().error ?? "")}</span></p>
    <p class="muted">${() => `Went on with ${one().next_provider_id}.`}</p></li>`)}</ol></section>`);

/** @type {Record<string, string>} */
const HEARD = { waiting: "waits for the next step", taken: "taken up", message: "delivered as a message", dropped: "came too late" };
/** @param {() => import("./outcome.js").Run} run */
const guidance = (run) => when(() => (run().guidance?.length ?? 0) > 0, () => html`<section class="panel stack"><h2>What you said to it</h2>
  <ul class="stack">${each(() => run().guidance ?? [], (/** @type {any} */ one) => one.id, (one) => html`<li class="try"><p>${() => plain(one().content)}</p>
    <p class="muted small">${() => `${HEARD[one().status] ?? one().status}${one().taken_step != null ? ` in step ${Number(one().taken_step) + 1}` : ""}`} · ${when_(() => one().created_at)}</p></li>`)}</ul></section>`);

