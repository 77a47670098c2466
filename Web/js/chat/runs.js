// @ts-check
// Which run made which message, and what it took.
import { computed, signal } from "../core.js";
import { api } from "../api.js";
import { base } from "../company.js";

/**
 * What is shown of a run; the event of its end knows which message it made.
 * @typedef {Pick<import("../../types/api").Run, "id" | "employee_id" | "thread_id" | "prompt_tokens" | "completion_tokens" | "cost_usd" | "latency_ms" | "tool_calls_count" | "provider" | "model" | "started_at" | "ended_at" | "status">
 *   & { cost_kind?: import("../../types/api").Run["cost_kind"], message_id?: string | null }} Run
 */

const PAGE = 60;
const PAGES = 4;

/**
 * @param {string} thread
 * @param {() => import("./conversation.js").Message[]} messages
 */
export function runBook(thread, messages) {
  const runs = signal(/** @type {Run[]} */ ([]));
  let cursor = /** @type {string | null} */ ("");
  let reached = Number.POSITIVE_INFINITY;
  /** @type {Promise<void> | null} */
  let loading = null;

  /** Asks for the runs back to the first message that is shown, a few pages at most; whoever asks meanwhile waits for the same. */
  const load = () => (loading ??= pages().finally(() => { loading = null; }));

  async function pages() {
    try {
      // The messages may come while the first page is asked for.
      const isShort = () => { const first = messages().find((one) => one.author_kind === "employee")?.created_at; return first !== undefined && reached > first; };
      for (let page = 0; page < PAGES && cursor !== null && (page === 0 && cursor === "" || isShort()); page++) {
        /** @type {{ items: Run[], next: string | null }} */
        const answer = await api.get(`${base()}/runs?limit=${PAGE}&thread_id=${encodeURIComponent(thread)}${cursor ? `&after=${encodeURIComponent(cursor)}` : ""}`);
        cursor = answer.next;
        reached = answer.items.at(-1)?.started_at ?? reached;
        const known = new Set(runs.peek().map((one) => one.id));
        runs.update((list) => [...list, ...answer.items.filter((one) => !known.has(one.id))]);
      }
    } catch { /* Figures are a help: the messages are readable without. */ }
  }

  const byMessage = computed(() => {
    /** @type {Map<string, Run>} */
    const found = new Map();
    /** @type {Map<string, Run[]>} */
    const byAuthor = new Map();
    /** @type {Map<string, Run>} */
    const named = new Map();
    /** @type {Map<string, Run>} */
    const byID = new Map();
    for (const run of runs()) {
      byID.set(run.id, run);
      if (run.message_id) named.set(run.message_id, run);
      const list = byAuthor.get(run.employee_id);
      if (list) list.push(run);
      else byAuthor.set(run.employee_id, [run]);
    }
    for (const message of messages()) {
      if (message.author_kind !== "employee") continue;
      // Messages of before runs were noted with them are found by their time.
      const own = named.get(message.id) ?? (message.run_id ? byID.get(message.run_id) : null) ?? (byAuthor.get(message.author_id) ?? [])
        .filter((run) => run.started_at <= message.created_at && message.created_at <= (run.ended_at ?? Number.POSITIVE_INFINITY))
        .sort((a, b) => Number(b.thread_id === thread) - Number(a.thread_id === thread))[0];
      if (own) found.set(message.id, own);
    }
    return found;
  });
  /** A run's figures stand once, at the last message that it wrote here. */
  const last = computed(() => {
    /** @type {Map<string, string>} */
    const lasts = new Map();
    for (const message of messages()) {
      const run = byMessage().get(message.id);
      if (run) lasts.set(run.id, message.id);
    }
    return lasts;
  });

  return {
    load,
    /** @param {string} run */
    async ask(run) {
      try {
        const answer = await api.get(`${base()}/runs/${encodeURIComponent(run)}`);
        runs.update((list) => [answer, ...list.filter((one) => one.id !== run)]);
      } catch { /* Figures are a help. */ }
    },
    /** @param {Run} run */
    add: (run) => runs.update((list) => [run, ...list.filter((one) => one.id !== run.id)]),
    running: () => runs.peek().filter((run) => run.status === "running" && run.thread_id === thread),
    /** @param {string} message */
    of: (message) => byMessage().get(message) ?? null,
    /** @param {string} message */
    figures: (message) => {
      const run = byMessage().get(message);
      return run && run.thread_id === thread && last().get(run.id) === message ? run : null;
    },
  };
}
