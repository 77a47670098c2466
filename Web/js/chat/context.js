// @ts-check
// What the next turn in a thread would tell the model: every part, its tokens, and what was left out and why.
import { computed, signal } from "../core.js";
import { each, html, when } from "../template.js";
import { base } from "../company.js";
import { query } from "../queries.js";
import { dialog, field, loaded, wordFor } from "../ui.js";
import { count, plain } from "../format.js";

/** @type {Record<string, string>} */
const WORDS = { role: "Role", policy: "How the company works", cause: "Why the turn is", message: "What was said", facts: "Pinned facts", digest: "Summary", retrieval: "What was found", tools: "Tools", image: "Picture" };
/** @type {Record<string, string>} */
const WHY = { window: "the window is full", "category-cap": "its kind has its share", irrelevant: "it does not bear on this", empty: "there is none", unsupported: "the model takes none", "too-large": "it is too large" };

/**
 * @param {string} thread
 * @param {import("./names.js").Member[]} staff
 */
export function openContext(thread, staff) {
  const employee = signal(staff[0]?.member_id ?? "");
  dialog("What the model would be told", () => {
    /** @type {import("../queries.js").Asked<"GET /api/companies/{company}/threads/{thread}/context">} */
    const report = query(() => `${base()}/threads/${encodeURIComponent(thread)}/context${employee() ? `?employee=${encodeURIComponent(employee())}` : ""}`);
    const kinds = computed(() => {
      /** @type {Map<string, number>} */
      const sums = new Map();
      for (const block of report.data()?.blocks ?? []) if (block.decision !== "dropped") sums.set(block.kind, (sums.get(block.kind) ?? 0) + block.tokens);
      const tools = report.data()?.reserves.tools;
      if (tools) sums.set("tools", tools);
      return [...sums].map(([kind, tokens]) => ({ kind, tokens })).sort((a, b) => b.tokens - a.tokens);
    });
    const total = computed(() => Math.max(1, kinds().reduce((sum, one) => sum + one.tokens, 0)));
    return html`<div class="body">
      ${staff.length > 1 ? field("As", html`<select onchange=${(/** @type {any} */ event) => employee.set(event.target.value)}>${staff.map((one) => html`<option value=${one.member_id}>${plain(one.name ?? "")}</option>`)}</select>`) : null}
      ${loaded(report, () => html`<p>${() => { const data = report.data(); return data ? `${count(data.used)} of ${count(data.target)} tokens for what is told (window ${count(data.window)}), by ${data.provider === data.model ? data.model : `${data.provider} ${data.model}`}.` : ""; }}</p>
        <figure><div class="context-bar" role="img" aria-label=${() => kinds().map((one) => `${labelOf(one.kind)} ${one.tokens} tokens`).join(", ")}>${each(kinds, (one) => one.kind, (one, index) => html`<i data-place=${() => String(index())} --share=${() => `${(one().tokens / total()) * 100}%`} title=${() => `${labelOf(one().kind)}: ${one().tokens} tokens`}></i>`)}</div>
          <figcaption class="muted small">${() => kinds().slice(0, 5).map((one) => `${labelOf(one.kind)} ${count(one.tokens)}`).join(" · ")}</figcaption></figure>
        <div>${each(() => (report.data()?.blocks ?? []).map((/** @type {any} */ block, /** @type {number} */ place) => ({ ...block, place })).filter((/** @type {any} */ block) => block.reason !== "empty"), (one) => one.place, (one) => html`<details class="context-block"><summary><b>${() => labelOf(one().kind)}</b>
          <span class="muted small beginning">${() => (one().decision === "included" ? plain(one().text).replace(/\s+/g, " ").slice(0, 90) : `${one().decision === "cut" ? "shortened" : "left out"}: ${WHY[one().reason ?? ""] ?? one().reason ?? ""}`)}</span>
          <span class="figure">${() => `${count(one().tokens)}${one().whole > one().tokens ? ` of ${count(one().whole)}` : ""}`}</span></summary><pre tabindex="0" aria-label=${() => labelOf(one().kind)}><code>${() => one().text}</code></pre></details>`)}
          ${when(() => report.data()?.tools?.length, () => html`<details class="context-block"><summary><b>Tools</b><span class="figure">${() => count(report.data()?.reserves?.tools)}</span></summary><ul>${each(() => report.data()?.tools ?? [], (one) => one.name, (one) => html`<li><code>${() => one().name}</code> <span class="muted small">${() => plain(one().description ?? "").slice(0, 140)}</span></li>`)}</ul></details>`)}</div>`)}</div>`;
  }, { class: "wide" });
}

/** @param {string} kind */
const labelOf = (kind) => WORDS[kind] ?? wordFor(kind).replace(/^./, (letter) => letter.toUpperCase());
