// @ts-check
// Where a run's time went: the model, tools, and waiting.
import { computed } from "../core.js";
import { each, html, when } from "../template.js";
import { duration, exact, now } from "../format.js";
import { empty } from "../ui.js";
import { singleEntries } from "./outcome.js";

/** @typedef {{ id: string, name: string, kind: "model" | "tool" | "waiting" | "failed", from: number, to: number }} Bar */

/**
 * @param {import("./outcome.js").Run} run
 * @returns {Bar[]}
 */
export function barsOf(run) {
  /** @type {Bar[]} */
  const bars = [];
  const entries = singleEntries(run).flatMap((entry) => entry.tries ?? [entry]);
  const calls = entries.filter((entry) => entry.kind === "tool" && entry.at != null);
  for (const entry of entries) {
    if (entry.kind === "tool" && entry.at != null) bars.push({ id: entry.id, name: entry.title, kind: entry.isFailed ? "failed" : "tool", from: entry.at, to: entry.at + (entry.ms ?? 0) });
    if ((entry.kind === "plan" || entry.kind === "answer") && entry.at != null && entry.ms != null) {
      // A step ends with its tools; the model was done when the first of them began.
      const first = Math.min(...calls.filter((call) => call.step === entry.step).map((call) => call.at ?? Infinity));
      bars.push({ id: entry.id, name: `Model, step ${entry.step + 1}`, kind: "model", from: entry.at, to: Math.max(entry.at, Math.min(entry.at + entry.ms, first)) });
    }
    if (entry.kind === "attempt" && entry.at != null) bars.push({ id: entry.id, name: entry.title, kind: "failed", from: entry.at, to: entry.at });
  }
  bars.sort((a, b) => a.from - b.from || a.to - b.to);
  let until = run.started_at ?? bars[0]?.from ?? 0;
  /** @type {Bar[]} */
  const all = [];
  for (const bar of bars) {
    if (bar.from - until > 50) all.push({ id: `w${until}`, name: "Waiting", kind: "waiting", from: until, to: bar.from });
    all.push(bar);
    until = Math.max(until, bar.to);
  }
  return all;
}

/** @param {() => import("./outcome.js").Run} run */
export function timeline(run) {
  const end = computed(() => run().ended_at ?? now());
  const bars = computed(() => {
    const all = barsOf(run());
    const until = all[all.length - 1]?.to ?? run().started_at ?? 0;
    return end() - until > 300 ? [...all, /** @type {Bar} */ ({ id: "open", name: run().ended_at ? "Waiting" : "Going on", kind: run().ended_at ? "waiting" : "model", from: until, to: end() })] : all;
  });
  const start = computed(() => Math.min(run().started_at ?? Infinity, bars()[0]?.from ?? Infinity));
  const whole = computed(() => Math.max(1, end() - start()));
  const sum = (/** @type {Bar["kind"]} */ kind) => bars().filter((bar) => bar.kind === kind).reduce((all, bar) => all + bar.to - bar.from, 0);
  const share = (/** @type {number} */ part) => `${Math.round((part / whole()) * 100)} %`;
  const words = () => `${duration(whole())} in all: model ${duration(sum("model"))} (${share(sum("model"))}), tools ${duration(sum("tool") + sum("failed"))}, waiting ${duration(sum("waiting"))}`;
  return html`<figure class="panel stack" aria-label="Where did the time go?"><figcaption><h2>Where did the time go?</h2><p class="muted">${words}</p></figcaption>
    <p class="legend" aria-hidden="true"><span><i class="model"></i>model</span><span><i class="tool"></i>tool</span><span><i class="waiting"></i>waiting</span></p>
    ${when(() => bars().length > 0, () => html`<div class="timeline" role="img" aria-label=${words}>
      ${each(bars, (bar) => bar.id, (bar) => html`<div class="lane" title=${() => `${bar().name}: ${duration(bar().to - bar().from)}, ${exact(bar().from)}`}><span class="lane-name">${() => bar().name}</span>
        <span class="lane-track"><span class=${() => `lane-bar ${bar().kind}`} --from=${() => `${((bar().from - start()) / whole()) * 100}%`} --wide=${() => `${((bar().to - bar().from) / whole()) * 100}%`}></span></span>
        <span class="mono small muted lane-time">${() => duration(bar().to - bar().from)}</span></div>`)}</div>
      <details><summary>As a table</summary><div class="scroll-x" tabindex="0" role="region" aria-label="Timeline as a table"><table><thead><tr><th scope="col">What</th><th scope="col">Kind</th><th scope="col" class="num">After</th><th scope="col" class="num">Took</th></tr></thead>
        <tbody>${each(bars, (bar) => bar.id, (bar) => html`<tr><td>${() => bar().name}</td><td>${() => bar().kind}</td><td class="num">${() => duration(bar().from - start())}</td><td class="num">${() => duration(bar().to - bar().from)}</td></tr>`)}</tbody></table></div></details>`,
      () => empty("No step has ended yet."))}</figure>`;
}
