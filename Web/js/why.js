// @ts-check
// “Why is this waiting?”: one answer for people, tickets, conversations, routines and runs, and the one thing that would change it.
import { keyed } from "./keyed.js";
import { computed, signal } from "./core.js";
import { html, when } from "./template.js";
import { base } from "./company.js";
import { query } from "./queries.js";
import { button, stateMark } from "./ui.js";
import { exact, now, time, date } from "./format.js";
import { remedy } from "./why-act.js";
import { stylesheet } from "./shell.js";

/**
 * @typedef {import("./why-act.js").Finding} Finding
 * @typedef {import("./queries.js").Answer<"GET /api/companies/{company}/queue">["items"][number]} Work
 */

// Whoever draws it has its looks: what gets them a moment later moves what is below.
await stylesheet("why");

/** @typedef {"employee" | "ticket" | "thread" | "routine" | "run"} WhyKind */

/** The events after which the reason may be another. */
const CHANGES = /^(?:work|ticket|question|review|employee|company|meeting|budget|provider|routine|run|goal)\./;

/** @typedef {ReturnType<typeof askWhy>} Answers */

/**
 * Asks for the reason, for whoever draws it only when it is known.
 * @param {WhyKind} kind
 * @param {() => string | null | undefined} id
 */
export function askWhy(kind, id) {
  /** @type {import("./queries.js").Asked<"GET /api/companies/{company}/queue">} */
  const queue = query(() => (kind === "run" || id() ? `${base()}/queue?limit=100` : null), { on: CHANGES });
  const explanation = query(() => { const one = id(); return kind === "run" || !one ? null : `/api/${kind}s/${encodeURIComponent(one)}/explain`; }, { on: CHANGES });
  return { queue, explanation };
}

/**
 * The reason with its action, kept right while it is shown.
 * @param {{ kind: WhyKind, id: () => string | null | undefined, run?: () => import("./run/outcome.js").Run | null | undefined, title?: string, isBare?: boolean, isReasonOnly?: boolean, depth?: number, answers?: Answers }} subject
 *   answers: what was asked already; run: the run's own row, for a run; isBare: without a frame; isReasonOnly: without its action, where the page has that itself
 */
export function why(subject) {
  const { kind, depth = 0 } = subject;
  const next = signal(/** @type {{ kind: string, id: string } | null} */ (null));
  const { queue, explanation } = subject.answers ?? askWhy(kind, subject.id);
  const work = computed(() => (queue.data()?.items ?? []).find((one) => concerns(one, kind, subject.id() ?? "", subject.run?.())) ?? null);
  const answer = computed(() => (kind === "run" ? ofRun(subject.run?.(), work()) : explanation.data() ?? null));
  const finding = computed(() => answer()?.finding ?? null, same);
  const isShown = computed(() => Boolean(answer()));

  return html`<section class=${`why${subject.isBare ? " bare" : ""}`} data-testid="why" aria-label=${subject.title ?? "Why it is as it is"}>
    ${when(() => explanation.error() && !explanation.data(), () => html`<p class="muted">${() => `Why it is as it is could not be asked: ${explanation.error()?.message ?? ""}`}</p>`)}
    ${when(isShown, () => html`<div class="why-body">
      <h3>${stateMark(() => answer()?.state ?? "idle", () => subject.title ?? heading(answer()?.state, kind === "employee" ? "them" : "it"))}</h3>
      <p class="reason">${() => keyed(finding()?.message ?? "")}</p>
      ${when(() => facts(work(), finding(), queue.data()?.items ?? []), () => html`<p class="why-facts muted">${() => facts(work(), finding(), queue.data()?.items ?? [])}</p>`)}
      ${() => (subject.isReasonOnly ? null : act(finding(), { kind, id: subject.id() ?? "" }, next))}
      ${() => { const command = finding()?.action?.command; return command && !subject.isReasonOnly ? html`<p class="command muted"><code>${command}</code></p>` : null; }}
    </div>`)}
    ${() => { const shown = next(); return shown && depth < 6 ? html`<div class="why-next">${why({ kind: /** @type {WhyKind} */ (shown.kind), id: () => shown.id, depth: depth + 1, isBare: true })}</div>` : null; }}
  </section>`;
}

/**
 * Whether two answers say the same, so that what shows them is not drawn anew.
 * @param {unknown} a
 * @param {unknown} b
 */
export const same = (a, b) => a === b || JSON.stringify(a) === JSON.stringify(b);

/**
 * The action that would change it, as a link or a button.
 * @param {Finding} finding
 * @param {{ kind: string, id: string }} subject
 * @param {import("./core.js").Signal<{ kind: string, id: string } | null>} [next] where the answer to another “why” is shown
 */
export function act(finding, subject, next) {
  const found = finding ? remedy(finding, subject) : null;
  if (!found) return null;
  const { label, href, run, next: other } = found;
  if (href) return html`<a class="button small" href=${href}>${label}</a>`;
  if (other) return next ? html`<button type="button" class="small" onclick=${() => next.update((shown) => (shown ? null : other))}>${label}</button>` : null;
  return button(label, () => run?.(), { class: "small" });
}

/**
 * @param {string | undefined} state
 * @param {string} what
 */
function heading(state, what) {
  switch (state) {
    case "working": return "At work";
    case "waiting": return what === "it" ? "Why it waits" : "Why they wait";
    case "blocked": return `What blocks ${what}`;
    case "done": return "Done";
    default: return "Why nothing happens";
  }
}

/**
 * @param {Work} one a row of the queue
 * @param {WhyKind} kind
 * @param {string} id
 * @param {import("./run/outcome.js").Run | null | undefined} run
 */
function concerns(one, kind, id, run) {
  switch (kind) {
    case "employee": return one.agent_id === id;
    case "ticket": return one.ticket_id === id;
    case "thread": return one.thread_id === id;
    case "run": return one.id === run?.wakeup_id;
    default: return false;
  }
}

/**
 * Where it stands in the queue, and when it ends by itself.
 * @param {Work | null} work
 * @param {Finding} finding
 * @param {Work[]} queue
 */
function facts(work, finding, queue) {
  const parts = [];
  const waiting = queue.filter((one) => one.status === "pending");
  const place = work ? waiting.indexOf(work) : -1;
  if (place >= 0) parts.push(place === 0 ? `First of ${waiting.length} in the queue` : `${place + 1} of ${waiting.length} in the queue`);
  if (work?.status === "pending" && work.failure_count > 0) parts.push(`failed ${work.failure_count === 1 ? "once" : `${work.failure_count} times`} so far`);
  if (finding?.until) parts.push(finding.until > now() ? `until ${moment(finding.until)}` : "over at any moment");
  const text = parts.join(" · ");
  return text && text.charAt(0).toUpperCase() + text.slice(1);
}

/** @param {number} until */
function moment(until) {
  if (until - now() < 60_000) return `in ${Math.max(1, Math.round((until - now()) / 1000))} s`;
  return until - now() < 20 * 3600_000 ? time(until) : `${date(until)}, ${time(until)}`;
}

/**
 * What can be said of a run from its own row and the queue's.
 * @param {import("./run/outcome.js").Run | null | undefined} run
 * @param {Work | null} work
 */
function ofRun(run, work) {
  if (!run) return null;
  if (run.status === "running") return { state: "working", finding: { reason: "working", message: `It goes on since ${exact(run.started_at)}.` } };
  if (work?.waits_for) return { state: "waiting", finding: work.waits_for };
  if (run.status === "success") return { state: "done", finding: { reason: "done", message: "It ended by itself." } };
  return { state: run.status === "cancelled" ? "idle" : "blocked", finding: { reason: run.error_class ?? run.status, message: run.error ?? "It ended before it was done." } };
}
