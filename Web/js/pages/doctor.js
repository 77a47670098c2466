// @ts-check
// What is well on this machine and what is not.
import { html, when } from "../template.js";
import { button, loaded, pageHead, toast } from "../ui.js";
import { query } from "../queries.js";

export const css = "settings";

/** @type {Record<string, [string, string]>} */
const WORDS = { well: ["done", "well"], note: ["idle", "note"], warning: ["wait", "look at this"], ill: ["bad", "does not work"], bad: ["bad", "does not work"] };

/** @type {import("../router.js").Open} */
export function open() {
  /** @type {import("../queries.js").Asked<"GET /api/doctor">} */
  const report = query(() => "/api/doctor");
  const findings = (/** @type {boolean} */ areWell) => (report.data()?.findings ?? []).filter((/** @type {any} */ one) => ["well", "note"].includes(one.state) === areWell);
  const bundle = async () => {
    await navigator.clipboard.writeText(JSON.stringify(report.data(), null, 2));
    toast("The report is in the clipboard. It holds no keys.");
  };
  return {
    title: "Doctor",
    view: html`${pageHead("Doctor", { lead: "What is well on this machine, and what is not.", actions: [button("Look again", () => report.reload()), button("Copy the report", bundle), html`<a class="button" href="/status">Status page</a>`] })}
      ${loaded(report, () => html`<div class="stack">
        <p class="muted">${() => `Team-X ${report.data()?.version ?? ""}, schema ${report.data()?.schema ?? ""}`}</p>
        ${when(() => findings(false).length > 0, () => html`<section class="panel"><h2>Needs a look</h2>${() => list(findings(false))}</section>`, () => html`<p class="note good">All is well.</p>`)}
        <section class="panel"><h2>Well, and notes</h2>${() => list(findings(true))}</section></div>`)}`,
  };
}

/** @param {any[]} findings */
const list = (findings) => html`<ul class="findings">${findings.map((one) => html`<li><span class=${`state ${WORDS[one.state]?.[0] ?? "idle"}`}><b>${WORDS[one.state]?.[1] ?? one.state}</b></span>
  <span class="muted">${one.topic}</span><span>${one.sentence}</span></li>`)}</ul>`;
