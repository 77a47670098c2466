// @ts-check
// Where the time of one ticket went.
import { computed, untrack } from "../core.js";
import { html, when } from "../template.js";
import { date, duration } from "../format.js";
import { latest, trouble } from "../latest.js";
import { minute } from "../goals/outline.js";
import { PHASES } from "../chart-math.js";
import { chart } from "../charts.js";
import { PHASE_WORDS, cycleBar, cycleOf, cycleWords, lifeOf, whole } from "../telemetry/cycle.js";

/**
 * @param {import("./view.js").Desk} desk
 * @param {import("./runs.js").Runs} runs
 */
export function ticketCycle(desk, { runs, asked }) {
  // Read again when something of it has begun or ended.
  const shape = computed(() => (asked.data() ? [desk.ticket().id, desk.ticket().status, ...runs().map((one) => `${one.id} ${one.ended_at}`)].join() : ""));
  const known = latest(() => (shape() ? `life ${desk.ticket().id}` : null), () => untrack(() => lifeOf(desk.ticket(), runs())), { again: shape });
  const since = () => { const from = known.data()?.from ?? 0; return from > desk.ticket().created_at ? `Since ${date(from)}: ` : ""; };
  const sums = computed(() => { const all = known.data(); return all ? cycleOf(desk.ticket(), runs(), all, minute()) : null; });
  const isTold = computed(() => { const all = sums(); return all !== null && whole(all) > 0; });
  const shown = () => /** @type {import("../telemetry/cycle.js").Sums} */ (sums());
  return html`${when(isTold, () => html`<div class="bare">${chart({
    question: "Where did its time go?", answer: () => (sums() ? `${since()}${cycleWords(shown())}` : ""), head: ["Where", "Time", "Share"],
    rows: () => (sums() ? PHASES.map((phase) => [PHASE_WORDS[phase], duration(shown()[phase]), `${Math.round((shown()[phase] / whole(shown())) * 100)} %`]) : []),
    picture: () => (sums() ? cycleBar(shown()) : null),
  })}</div>`)}${when(() => known.error() && !isTold(), () => html`<p class="muted small">${() => `Where did its time go? ${trouble(known)}`}</p>`)}`;
}
