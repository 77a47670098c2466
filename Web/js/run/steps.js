// @ts-check
// A run step by step. What a step carries is drawn when it is opened.
import { computed, signal, untrack } from "../core.js";
import { each, html, when } from "../template.js";
import { empty, when_ } from "../ui.js";
import { count, duration, money, plain } from "../format.js";
import { markdown } from "../markdown.js";
import { entriesOf } from "./outcome.js";
import { payload } from "./payload.js";

/** @typedef {import("./outcome.js").Entry} Entry */

/** @type {Record<Entry["kind"], string>} */
const KINDS = { plan: "plan", answer: "answer", tool: "tool call", guidance: "guidance", attempt: "provider" };
const FIRST = 200;

/**
 * @param {() => import("./outcome.js").Run} run
 * @param {{ isRunning: () => boolean }} options
 */
export function steps(run, { isRunning }) {
  const entries = computed(() => entriesOf(run()));
  const limit = signal(FIRST);
  const isOnlyFailed = signal(false);
  const failed = computed(() => entries().filter((entry) => entry.isFailed || entry.tries?.length));
  const shown = computed(() => (isOnlyFailed() ? failed() : entries()).slice(0, limit()));
  return html`<section class="panel" aria-label="Steps"><div class="filters">
      <span class="muted">${() => `${entries().length} entries${failed().length ? `, ${failed().length} with failures` : ""}`}</span>
      ${when(() => failed().length > 0, () => html`<button type="button" class="small" aria-pressed=${() => String(isOnlyFailed())} onclick=${() => isOnlyFailed.update((is) => !is)}>Only failures</button>`)}
      <span class="muted small"><kbd>j</kbd> <kbd>k</kbd> walk, <kbd>e</kbd> opens</span></div>
    <div class="steps">${each(shown, (entry) => entry.id, step)}</div>
    ${when(() => shown().length < (isOnlyFailed() ? failed() : entries()).length, () => html`<button type="button" onclick=${() => limit.update((now) => now + FIRST)}>Show more</button>`)}
    ${when(() => entries().length === 0, () => empty(isRunning() ? "The first step has not ended yet." : "It ended before its first step was done."))}</section>`;
}

/** @param {() => Entry} entry */
function step(entry) {
  const first = untrack(entry);
  const isOpen = signal(first.isFailed);
  return html`<details class=${() => `step ${entry().kind}${entry().isFailed ? " failed" : ""}`} data-step-kind=${() => entry().kind} ?open=${first.isFailed}
      ontoggle=${(/** @type {any} */ event) => isOpen.set(event.currentTarget.open)}>
    <summary><svg class="fold" viewBox="0 0 10 10" width="10" height="10" aria-hidden="true"><path d="M3.5 2 6.5 5 3.5 8" fill="none" stroke="currentColor" stroke-width="1.5"/></svg>
      <span class="step-kind">${() => KINDS[entry().kind]}</span>
      <span class="step-title">${() => heading(entry())}</span>
      <span class="step-figures mono">${() => (entry().isFailed ? html`<span class="step-fail">${entry().note === "denied" ? "denied" : "failed"}</span>` : null)}
        ${() => { const { tokens } = entry(); return tokens ? html`<span>${`${count(tokens.in)} → ${count(tokens.out)} tok`}</span>` : null; }}
        ${() => (entry().cost != null && Number(entry().cost) > 0 ? html`<span>${money(entry().cost)}</span>` : null)}
        ${() => (entry().ms != null ? html`<span>${duration(entry().ms)}</span>` : null)}</span></summary>
    <div class="step-body">${when(isOpen, () => untrack(() => () => content(entry())))}</div></details>`;
}

/** @param {Entry} entry */
function heading(entry) {
  if (entry.kind === "tool") return html`<span><code>${entry.title}</code><span class="muted">${entry.isMissing ? "was not executed" : entry.tries ? entry.note : argument(entry.input)}</span></span>`;
  if (entry.kind === "plan") return html`<span>${entry.text?.trim() ? plain(entry.text.trim().split("\n")[0] ?? "") : html`<span class="muted">${`calls ${entry.note ?? ""}`}</span>`}</span>`;
  return html`<span>${plain((entry.text?.trim().split("\n")[0] || entry.title) ?? "")}${entry.note ? html`<span class="muted">${entry.note}</span>` : null}</span>`;
}

/**
 * What a call is about, in a few words.
 * @param {any} input
 */
function argument(input) {
  if (!input || typeof input !== "object") return plain(String(input ?? "")).slice(0, 80);
  const telling = ["name", "title", "path", "query", "question", "subject", "outcome", "ticket_id"].map((name) => input[name]).find((one) => typeof one === "string" && one);
  return plain(telling ?? Object.keys(input).join(", ")).slice(0, 80);
}

/**
 * @param {Entry} entry
 * @returns {any}
 */
function content(entry) {
  if (entry.tries) return html`<div class="tries">${entry.tries.map((one, index) => html`<div class=${`try${one.isFailed ? " failed" : ""}`}><p class="try-name">${`Try ${index + 1}${one.model ? `, ${one.model}` : ""}`}</p>${content({ ...one, tries: undefined })}</div>`)}</div>`;
  const about = html`${entry.at ? html`<p class="muted small">${when_(() => entry.at)}${entry.model ? html` · <span class="mono">${entry.model}</span>` : null}</p>` : null}`;
  if (entry.kind === "attempt") return html`<p>${entry.note}</p>${entry.error ? html`<p class="step-fail">${plain(entry.error)}</p>` : null}${about}`;
  if (entry.kind !== "tool") return html`${entry.text?.trim() ? markdown(entry.text) : html`<p class="muted">No words, only calls.</p>`}${entry.isFailed ? html`<p class="step-fail">Cut off at the model's limit of tokens.</p>` : null}${about}`;
  return html`${entry.isMissing ? html`<p class="step-fail">The run ended before this was executed.</p>` : null}${entry.error ? html`<p class="step-fail">${plain(entry.error)}</p>` : null}
    ${payload("Arguments", entry.input ?? {})}
    ${entry.output === undefined || entry.output === null ? null : payload("Result", entry.output)}${about}`;
}
