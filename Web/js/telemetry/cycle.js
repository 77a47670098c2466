// @ts-check
// Where the time of tickets goes, from what the company's log, its runs and its questions say of them.
import { api, path } from "../api.js";
import { base } from "../company.js";
import { duration } from "../format.js";
import { PHASES, cycle, spans } from "../chart-math.js";
import { segments } from "../charts.js";

/** @typedef {import("../chart-math.js").Span} Span */
/** @typedef {Record<import("../chart-math.js").Phase, number>} Sums */

const PAGE = 500;
/** So many pages of the log are read; what lies before is not spoken of. */
const PAGES = 4;

/** @type {Record<import("../chart-math.js").Phase, string>} */
export const PHASE_WORDS = { queue: "in the queue", model: "model", tool: "tools", approval: "waiting for you", blocked: "blocked" };

/** @type {Record<import("../chart-math.js").Phase, string>} The same inside a sentence. */
export const PHASE_PLACES = { queue: "in the queue", model: "with the model", tool: "in tools", approval: "waiting for you", blocked: "blocked" };

/**
 * Events of some types since a moment, the oldest first.
 * @param {string[]} types
 * @param {number} since
 * @returns {Promise<{ events: any[], from: number }>} from: since when they are all there
 */
async function eventsSince(types, since) {
  /** @type {any[]} */
  const found = [];
  let before = "";
  for (let page = 0; page < PAGES; page++) {
    const { items, next } = await api.get(`${base()}/events?newest=true&limit=${PAGE}&type=${types.join(",")}${before}`);
    found.push(...items);
    const last = items[items.length - 1];
    if (next == null || !last || last.created_at < since) return { events: found.reverse(), from: since };
    before = `&before=${next}`;
  }
  return { events: found.reverse(), from: found[0]?.created_at ?? since };
}

/**
 * What tells where tickets' time went, since a moment.
 * @param {number} since
 */
export async function lives(since) {
  const [calls, blocks, questions] = await Promise.all([
    eventsSince(["tool.called", "tool.result"], since), eventsSince(["ticket.blocked", "ticket.unblocked", "ticket.closed"], since), api.get(`${base()}/questions`),
  ]);
  return {
    from: Math.max(calls.from, blocks.from),
    tools: byRun(spans(calls.events, { at: (one) => one.created_at, begins: (one) => one.event_type === "tool.called", key: (one) => `${one.payload.run_id} ${one.payload.tool_call_id}` })),
    blocked: spans(blocks.events, { at: (one) => one.created_at, begins: (one) => one.event_type === "ticket.blocked", key: (one) => one.payload.ticket_id }),
    questions: /** @type {any[]} */ (questions.items ?? []),
  };
}

/** @typedef {Awaited<ReturnType<typeof lives>>} Lives */

/** So many runs of one ticket are asked for their tool calls. */
const RUNS = 30;

/**
 * The same for one ticket alone.
 * @param {any} ticket
 * @param {readonly any[]} runs
 * @returns {Promise<Lives>}
 */
export async function lifeOf(ticket, runs) {
  const called = runs.filter((run) => run.tool_calls_count > 0).sort((a, b) => b.started_at - a.started_at);
  const [blocks, questions, calls] = await Promise.all([
    eventsSince(["ticket.blocked", "ticket.unblocked", "ticket.closed"], ticket.created_at), api.get(`${base()}/questions`),
    Promise.all(called.slice(0, RUNS).map(async (run) => /** @type {const} */ ([run.id, (await api.get(`${base()}/tool_calls${path`?run_id=${run.id}`}`)).items]))),
  ]);
  return {
    // Of runs whose calls were not asked for it is not known what was spent in tools.
    from: Math.max(blocks.from, called.length > RUNS ? called[RUNS - 1]?.started_at ?? 0 : 0),
    // A call is noted when it is over.
    tools: new Map(calls.map(([run, list]) => [run, list.map((/** @type {any} */ one) => ({ from: one.created_at - one.latency_ms, to: one.created_at }))])),
    blocked: spans(blocks.events, { at: (one) => one.created_at, begins: (one) => one.event_type === "ticket.blocked", key: (one) => one.payload.ticket_id }),
    questions: questions.items ?? [],
  };
}

/**
 * @param {Map<string, Span[]>} calls
 * @returns {Map<string, Span[]>}
 */
function byRun(calls) {
  /** @type {Map<string, Span[]>} */
  const found = new Map();
  for (const [key, list] of calls) {
    const run = key.slice(0, key.indexOf(" "));
    // A call that never came back says nothing about how long it took.
    found.set(run, [...(found.get(run) ?? []), ...list.filter((one) => one.to !== null)]);
  }
  return found;
}

/**
 * Where its time went, as far back as all is known.
 * @param {any} ticket
 * @param {readonly any[]} runs those of the ticket
 * @param {Lives} known
 * @param {number} now
 * @returns {Sums}
 */
export const cycleOf = (ticket, runs, known, now) => cycle({
  from: Math.max(ticket.created_at, known.from), to: ticket.closed_at ?? now,
  model: runs.map((run) => ({ from: run.started_at, to: run.ended_at })),
  tool: runs.flatMap((run) => known.tools.get(run.id) ?? []),
  approval: known.questions.filter((one) => one.ticket_id === ticket.id && (one.status === "open" || one.answered_at)).map((one) => ({ from: one.created_at, to: one.answered_at })),
  blocked: known.blocked.get(ticket.id) ?? [],
});

/** @param {Sums} sums */
export const whole = (sums) => PHASES.reduce((all, phase) => all + sums[phase], 0);

/** @param {Sums} sums */
export function cycleWords(sums) {
  const all = whole(sums);
  const longest = PHASES.reduce((a, b) => (sums[b] > sums[a] ? b : a));
  return all > 0 ? `${duration(all)}, ${Math.round((sums[longest] / all) * 100)} % of it ${PHASE_PLACES[longest]}.` : "No time has passed.";
}

/** @param {Sums} sums */
export const cycleBar = (sums) => segments(PHASES.map((phase) => ({ name: PHASE_WORDS[phase], kind: phase, value: sums[phase], text: duration(sums[phase]) })));
