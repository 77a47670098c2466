// @ts-check
// Where does work wait? The time of finished tickets, on the whole and for those that took longest.
import { computed, untrack } from "../core.js";
import { html } from "../template.js";
import { base } from "../company.js";
import { duration, plain, plural } from "../format.js";
import { latest } from "../latest.js";
import { calmly, sight } from "../calm.js";
import { PHASES } from "../chart-math.js";
import { chart } from "../charts.js";
import { keyOf, ticketAddress } from "../run/names.js";
import { PHASE_PLACES, PHASE_WORDS, cycleBar, cycleOf, lives, whole } from "./cycle.js";

const LONGEST = 4;

/**
 * @param {{ from: () => number, finished: import("../queries.js").Query<any>, counted: import("../charts.js").Source, runs: () => any[] }} known finished: tickets that are done; counted: whether the runs are all there
 */
export function flowTime({ from, finished, counted, runs }) {
  const tickets = computed(() => /** @type {any[]} */ (finished.data()?.items ?? []));
  const seen = sight();
  const log = latest(() => (seen.isDue() ? `lives ${base()} ${from()}` : null), () => untrack(() => lives(from())));
  // What is told of a ticket changes no more once it is done.
  calmly(log, /^ticket\.(?:closed|reopened)/, seen);
  const measured = computed(() => {
    const all = log.data();
    if (!all) return [];
    /** @type {Map<string, any[]>} */
    const byTicket = new Map();
    for (const run of runs()) if (run.ticket_id) byTicket.set(run.ticket_id, [...(byTicket.get(run.ticket_id) ?? []), run]);
    // What waits for its parts would have their time a second time.
    const parents = new Set(tickets().map((one) => one.parent_ticket_id).filter(Boolean));
    return tickets().filter((one) => one.closed_at >= from() && one.created_at >= all.from && !parents.has(one.id) && byTicket.has(one.id))
      .map((ticket) => ({ ticket, sums: cycleOf(ticket, byTicket.get(ticket.id) ?? [], all, Date.now()) }));
  });
  const mean = computed(() => /** @type {import("./cycle.js").Sums} */ (Object.fromEntries(PHASES.map((phase) => [phase, measured().reduce((sum, one) => sum + one.sums[phase], 0) / Math.max(1, measured().length)]))));
  const longest = computed(() => [...measured()].sort((a, b) => whole(b.sums) - whole(a.sums)));
  const answer = () => {
    if (!measured().length) return "No ticket was finished in this time.";
    const top = PHASES.reduce((a, b) => (mean()[b] > mean()[a] ? b : a));
    return `${plural(measured().length, "ticket")} took ${duration(whole(mean()))} on average, ${Math.round((mean()[top] / Math.max(1, whole(mean()))) * 100)} % of it ${PHASE_PLACES[top]}.`;
  };
  return chart({
    seen, made: [log, finished, counted], question: "Where does work wait?", answer, isList: true, head: ["Ticket", ...PHASES.map((phase) => PHASE_WORDS[phase]), "in all"],
    rows: () => longest().map(({ ticket, sums }) => [{ text: `${keyOf(ticket)} ${plain(ticket.title)}`, href: ticketAddress(ticket) }, ...PHASES.map((phase) => duration(sums[phase])), duration(whole(sums))]),
    picture: () => (measured().length ? html`<div class="cycles">${cycleBar(mean())}
      ${longest().length > 1 ? html`<h3>Those that took longest</h3><ul class="cycle-list">${longest().slice(0, LONGEST).map(({ ticket, sums }) => html`<li><a href=${ticketAddress(ticket)} title=${plain(ticket.title)}>${`${keyOf(ticket)} ${plain(ticket.title)}`}</a>
        <span class="segments" aria-hidden="true">${PHASES.filter((phase) => sums[phase] > 0).map((phase) => html`<span class=${phase} --wide=${`${(sums[phase] / whole(longest()[0]?.sums ?? sums)) * 100}%`} title=${`${PHASE_WORDS[phase]}: ${duration(sums[phase])}`}></span>`)}</span>
        <b class="mono">${duration(whole(sums))}</b></li>`)}</ul>` : null}</div>` : null),
  });
}
