// @ts-check
// What the model was told, part by part, and how much of its window that took.
import { computed, signal } from "../core.js";
import { each, html, when } from "../template.js";
import { api, path } from "../api.js";
import { base } from "../company.js";
import { button } from "../ui.js";
import { count } from "../format.js";
import { chart, segments } from "../charts.js";
import { payload } from "./payload.js";

/** @type {Record<string, string>} */
const WORDS = {
  role: "Role", policy: "House rules", cause: "Why it was woken", meeting: "Meeting", ticket: "Ticket", review: "Review", ancestry: "What the ticket serves", parts: "Sub-tickets", files: "Files", image: "Pictures",
  checkpoint: "Where it stood", facts: "Pinned facts", digest: "Summary of the thread", request: "Request", answer: "Answer", announcements: "Announcements", message: "Messages", questions: "Questions",
  approvals: "Approvals", meetings: "Meetings", reports: "Reports", manager: "Manager", colleagues: "Colleagues", retrieval: "Found in memory", company: "Company", task: "Task",
};
/** @type {Record<string, string>} */
const GROUP = {
  role: "role", policy: "role", company: "role", retrieval: "memory", facts: "memory", digest: "memory", checkpoint: "memory", files: "memory", message: "thread", request: "thread", answer: "thread", announcements: "thread", meeting: "thread", meetings: "thread",
};
/** @type {Record<string, string>} */
const REASONS = { window: "the window was full", "category-cap": "its kind had enough", irrelevant: "did not matter here", empty: "was empty", unsupported: "the model takes none", "too-large": "it was too large" };
const COLOURS = /** @type {const} */ ({ role: "c1", memory: "c2", thread: "c3", work: "c4", tools: "c5" });

/** @param {number} part */
const portion = (part) => `${part > 0 ? Math.max(0.1, Math.round(part * 1000) / 10) : 0} %`;

/** @param {() => any} run */
export function prompt(run) {
  const context = computed(() => run().context ?? null);
  const blocks = computed(() => /** @type {any[]} */ (context()?.blocks ?? []));
  const sums = computed(() => {
    /** @type {Record<keyof typeof COLOURS, number>} */
    const all = { role: 0, memory: 0, thread: 0, work: 0, tools: context()?.tools ?? 0 };
    for (const block of blocks()) if (block.decision !== "dropped") all[/** @type {keyof typeof COLOURS} */ (GROUP[block.kind] ?? "work")] += block.tokens ?? 0;
    return all;
  });
  const used = computed(() => Object.values(sums()).reduce((all, one) => all + one, 0));
  const window_ = computed(() => context()?.window ?? 0);
  const parts = signal(/** @type {any} */ (null));
  const shown = () => /** @type {(keyof typeof COLOURS)[]} */ (Object.keys(COLOURS)).map((name) => ({ name, kind: COLOURS[name], value: sums()[name], text: count(sums()[name]) }));
  const free = () => Math.max(0, window_() - used());
  const words = () => `${count(used())} of ${count(window_())} tokens, ${portion(used() / Math.max(1, window_()))}: ${shown().filter((one) => one.value).map((one) => `${one.name} ${one.text}`).join(", ")}; ${count(free())} free.`;

  return when(context, () => html`<section class="panel stack" data-testid="prompt-parts"><h2>What the model was told</h2>
    <p class="muted">${() => `About ${count(used())} tokens, as Team-X estimated before the first model call; what the provider counted is under “Tokens in”.`}</p>
    <div class="bare">${chart({
      question: "How is the context spent?", answer: words, head: ["", "Tokens", "Of the window"],
      rows: () => [...shown(), { name: "free", text: count(free()), value: free() }].map((one) => [one.name, one.text, portion(one.value / Math.max(1, window_()))]),
      // What was said in full, below it the same beside what stayed free: in one bar the parts would often be a hairline.
      picture: () => html`<div>${segments(shown(), { free: window_() ? count(free()) : undefined })}${window_() ? html`<div class="window-bar" aria-hidden="true" title=${words()}><i --part=${String(used() / window_())}></i></div>` : null}</div>`,
    })}</div>
    <table><thead><tr><th scope="col">Part</th><th scope="col" class="num">Tokens</th></tr></thead><tbody>
      ${each(() => blocks().map((block, index) => ({ ...block, index })), (block) => block.index, (block) => html`<tr><td>${() => WORDS[block().kind] ?? block().kind}${() => (block().count > 1 ? ` (${block().count})` : "")}
        ${() => (block().decision === "included" ? null : html` <span class="chip">${`${block().decision === "cut" ? "shortened" : "left out"}${block().reason ? `: ${REASONS[block().reason] ?? block().reason}` : ""}`}</span>`)}</td>
        <td class="num">${() => count(block().tokens)}</td></tr>`)}
      ${() => (context()?.tools ? html`<tr><td>Tools</td><td class="num">${count(context().tools)}</td></tr>` : null)}</tbody></table>
    ${when(() => run().thread_id && run().employee_id, () => html`<div>${button("What they would be told now", async () => {
      parts.set(await api.get(`${base()}${path`/threads/${run().thread_id}/context`}${path`?employee=${run().employee_id}`}`));
    }, { class: "small" })}</div>`)}
    ${() => { const now = parts(); return now ? html`<div class="stack">${(now.blocks ?? []).filter((/** @type {any} */ block) => block.decision !== "dropped").map((/** @type {any} */ block) => html`<details><summary>${`${WORDS[block.kind] ?? block.kind}, ${count(block.tokens)} tokens`}</summary>
      ${block.origins?.length ? html`<p class="muted small">${`from ${block.origins.map((/** @type {any} */ one) => `${one.table.replaceAll("_", " ")}${one.name ? ` “${one.name}”` : ""}`).join(", ")}`}</p>` : null}${payload("Text", block.text ?? "")}</details>`)}</div>` : null; }}</section>`);
}
