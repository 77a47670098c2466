// @ts-check
// Where the time of one ticket went.
import { computed, effect, signal, untrack } from "../core.js";
import { html, when } from "../template.js";
import { duration } from "../format.js";
import { minute } from "../goals/outline.js";
import { PHASES } from "../chart-math.js";
import { chart } from "../charts.js";
import { PHASE_WORDS, cycleBar, cycleOf, cycleWords, lifeOf, whole } from "../telemetry/cycle.js";

/**
 * @param {import("./view.js").Desk} desk
 * @param {import("./runs.js").Runs} runs
 */
export function ticketCycle(desk, { runs, asked }) {
  const known = signal(/** @type {import("../telemetry/cycle.js").Lives | null} */ (null));
  // Read again when something of it has begun or ended.
  const shape = computed(() => (asked.data() ? [desk.ticket().id, desk.ticket().status, ...runs().map((one) => `${one.id} ${one.ended_at}`)].join() : ""));
  effect(() => {
    if (!shape()) return;
    untrack(() => void lifeOf(desk.ticket(), runs()).then((found) => known.set(found), () => {}));
  });
  const sums = computed(() => { const all = known(); return all ? cycleOf(desk.ticket(), runs(), all, minute()) : null; });
  const isTold = computed(() => { const all = sums(); return all !== null && whole(all) > 0; });
  const shown = () => /** @type {import("../telemetry/cycle.js").Sums} */ (sums());
  return html`${when(isTold, () => html`<div class="bare">${chart({
    question: "Where did its time go?", answer: () => (sums() ? cycleWords(shown()) : ""), head: ["", "Time", "Share"],
    rows: () => (sums() ? PHASES.map((phase) => [PHASE_WORDS[phase], duration(shown()[phase]), `${Math.round((shown()[phase] / whole(shown())) * 100)} %`]) : []),
    picture: () => (sums() ? cycleBar(shown()) : null),
  })}</div>`)}`;
}
