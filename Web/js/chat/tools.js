// @ts-check
// What an answer did with tools: a chip for each call, opened for its arguments and its result.
import { signal } from "../core.js";
import { each, html, when } from "../template.js";
import { api } from "../api.js";
import { base } from "../company.js";
import { duration, plain, size } from "../format.js";
import { wordFor } from "../ui.js";

/** @typedef {import("../../types/api").ToolCallRecord} Call */

/** A value that is longer than this is shown when it is asked for once more. */
const LONG = 16_000;
/** @type {Map<string, Promise<Call[]>>} */
const asked = new Map();
/** @type {Map<string, Call[]>} What has come of it, to be drawn at once. */
const here = new Map();

/** @param {string} run */
function callsOf(run) {
  const known = asked.get(run);
  if (known) return known;
  const calls = api.get(`${base()}/tool_calls?run_id=${encodeURIComponent(run)}`).then((answer) => { here.set(run, answer.items); return answer.items; });
  asked.set(run, calls);
  calls.catch(() => asked.delete(run));
  if (asked.size > 300) {
    const oldest = asked.keys().next().value ?? "";
    asked.delete(oldest);
    here.delete(oldest);
  }
  return calls;
}

/**
 * Asks for the calls of runs that are about to be seen: chips that come later would push apart what is read.
 * @param {readonly string[]} runs
 */
export const knowCalls = (runs) => Promise.allSettled(runs.map(callsOf));

/**
 * The chips of a run that has ended; they are asked for when they come into view.
 * @param {string} run
 * @param {number} count
 */
export function toolChips(run, count) {
  const calls = signal(/** @type {Call[] | null} */ (here.get(run) ?? null));
  const open = signal("");
  const ask = () => callsOf(run).then((list) => calls.set(list)).catch(() => {});
  return html`<div class="tools" ref=${(/** @type {Element} */ element) => {
    const watch = new IntersectionObserver((entries) => {
      if (!entries.some((one) => one.isIntersecting)) return;
      watch.disconnect();
      void ask();
    });
    if (!calls.peek()) watch.observe(element);
  }}>
    ${when(calls, () => html`<ul class="tool-list" aria-label="Tool calls">${each(() => calls() ?? [], (one) => one.id, (one) => html`<li>
      <button type="button" class=${() => `tool ${one().status}`} aria-expanded=${() => String(open() === one().id)} onclick=${() => open.update((id) => (id === one().id ? "" : one().id))}>
        <b>${() => plain(one().tool_name)}</b><span class="summary">${() => summaryOf(one().input)}</span>
        <span class="figure">${() => duration(one().latency_ms)}</span><span class="outcome">${() => (one().status === "success" ? "ok" : wordFor(one().status))}</span></button></li>`)}</ul>`,
    () => html`<span class="muted small">${count === 1 ? "1 tool call" : `${count} tool calls`}</span>`)}
    ${() => { const call = calls()?.find((one) => one.id === open()); return call ? detail(call) : null; }}
  </div>`;
}

/** @param {Call} call */
const detail = (call) => html`<div class="tool-detail">
  ${payload("Arguments", call.input)}${call.error ? html`<p class="bad">${call.error}</p>` : null}${call.output == null ? null : payload("Result", call.output)}</div>`;

/**
 * @param {string} label
 * @param {any} value
 */
function payload(label, value) {
  const text = typeof value === "string" ? value : JSON.stringify(value, null, 2) ?? "";
  const isWhole = signal(text.length <= LONG);
  return html`<div><h4>${label}</h4><pre tabindex="0" aria-label=${label}><code>${() => (isWhole() ? text : `${text.slice(0, LONG)}…`)}</code></pre>
    ${when(() => !isWhole(), () => html`<button type="button" class="small" onclick=${() => isWhole.set(true)}>Show all ${size(text.length)}</button>`)}</div>`;
}

/**
 * What a call was about, in a few words: the first argument that says something.
 * @param {any} input
 */
export function summaryOf(input) {
  if (input == null) return "";
  if (typeof input !== "object") return plain(String(input)).slice(0, 80);
  for (const name of ["title", "name", "path", "query", "q", "summary", "subject", "question", "content", "comment"]) {
    if (typeof input[name] === "string" && input[name]) return plain(input[name]).slice(0, 80);
  }
  const first = Object.entries(input).find(([name, value]) => typeof value === "string" && !name.endsWith("_id"));
  return first ? plain(String(first[1])).slice(0, 80) : Object.keys(input).slice(0, 3).join(", ");
}

/** @param {() => import("./conversation.js").LiveTool[]} tools */
export const liveTools = (tools) => when(() => tools().length > 0, () => html`<ul class="tool-list" aria-label="Tool calls">${each(tools, (one) => one.id, (one) => html`<li>
  <span class=${() => `tool ${one().state}`}><b>${() => plain(one().name)}</b><span class="summary">${() => plain(one().summary)}</span>
  <span class="outcome">${() => (one().state === "running" ? "…" : one().state === "success" ? "ok" : "failed")}</span></span></li>`)}</ul>`);
