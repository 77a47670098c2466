// @ts-check
// A conversation as it stands: the window of its messages that is loaded, the answers that are being written, and what went wrong.
import { computed, onCleanup, signal } from "../core.js";
import { api, path } from "../api.js";
import { base, person } from "../company.js";
import { onEvent, onReset, onToken } from "../live.js";
import { announce } from "../ui.js";
import { money, plain } from "../format.js";
import { runBook } from "./runs.js";

/**
 * @typedef {import("../queries.js").Answer<"GET /api/companies/{company}/threads/{thread}/messages">["items"][number]} Message
 * @typedef {{ id: string, name: string, summary: string, state: "running" | "success" | "error" }} LiveTool
 * @typedef {{ run: string, employee: string, model: string, provider: string, isPractice: boolean, at: number, message: string | null, isStopping: boolean, tools: LiveTool[] }} Answer
 * @typedef {{ text: string, n: number, isCut: boolean }} Text
 * @typedef {ReturnType<typeof conversation>} Conversation
 */

const PAGE = 60;
/** So long messages wait for what their runs took, in milliseconds. */
const PATIENCE = 800;
/** So many messages have rows at once; what lies beyond is let go and asked for again when it is scrolled to. */
const WINDOW = 200;

/** @param {string} thread its id */
export function conversation(thread) {
  const address = () => `${base()}${path`/threads/${thread}/messages`}`;
  const messages = signal(/** @type {Message[]} */ ([]));
  const previous = signal(/** @type {string | null} */ (null));
  const isDetached = signal(false);
  const isLoaded = signal(false);
  const error = signal(/** @type {Error | null} */ (null));
  const answers = signal(/** @type {Answer[]} */ ([]));
  const trouble = signal(/** @type {{ text: string, willRetry: boolean, isStopped?: boolean, employee: string | null, at: number } | null} */ (null));
  const fresh = signal(0);
  const book = runBook(thread, messages);
  /** @type {Map<string, Text>} What a run has written so far. */
  const texts = new Map();
  /** @type {Map<string, Set<() => void>>} */
  const growth = new Map();
  /** @type {Map<string, { provider: string, model: string }>} What each run goes on, also when its answer is no longer being written. */
  const begun = new Map();
  let isOver = false;
  let isSyncing = false;
  let isAgain = false;
  let isPaging = false;
  let turn = 0;
  let isLoading = false;
  /** Something came while the messages were being loaded. */
  let isMissing = false;
  /** Changes the window of messages; whoever draws them may keep in place what is read. */
  let hold = (/** @type {() => void} */ change) => change();

  /**
   * Keeps what has not changed, so that its row is not drawn anew.
   * @param {Message[]} list
   */
  const keep = (list) => {
    const known = new Map(messages.peek().map((one) => [one.id, one]));
    return list.map((one) => {
      const before = known.get(one.id);
      return before && before.content === one.content && before.superseded_at === one.superseded_at ? before : one;
    });
  };

  async function load() {
    const mine = ++turn;
    isLoading = true;
    isMissing = false;
    // Figures that come after the messages would push these apart.
    const figures = Promise.race([book.load(), new Promise((resolve) => { setTimeout(resolve, PATIENCE); })]);
    try {
      const answer = await api.get(`${address()}?limit=${PAGE}`);
      await figures;
      if (isOver || mine !== turn) return;
      messages.set(keep(answer.items));
      previous.set(answer.previous ?? null);
      isDetached.set(false);
      error.set(null);
      isLoaded.set(true);
      isLoading = false;
      void book.load().then(restore);
      // What came while the figures were waited for is not in the answer.
      if (isMissing) void sync();
    } catch (failure) {
      if (isOver || mine !== turn) return;
      isLoading = false;
      error.set(/** @type {Error} */ (failure));
    }
  }

  /** Takes up answers that were already being written when the thread was opened. */
  function restore() {
    if (isOver) return;
    const known = new Set(answers.peek().map((one) => one.run));
    const running = book.running().filter((run) => !known.has(run.id) && !ended.has(run.id));
    if (running.length === 0) return;
    for (const run of running) begun.set(run.id, { provider: run.provider, model: run.model });
    answers.update((list) => [...list, ...running.map((run) => ({
      run: run.id, employee: run.employee_id, model: run.model, provider: run.provider, isPractice: run.provider === "practice", at: run.started_at,
      message: null, isStopping: false, tools: [],
    }))]);
  }

  /** Brings the newest messages up to date: what came, what was put aside. */
  async function sync() {
    if (isLoading) isMissing = true;
    if (isSyncing) { isAgain = true; return; }
    if (!isLoaded.peek()) return;
    isSyncing = true;
    const at = turn;
    try {
      const answer = await api.get(`${address()}?limit=${PAGE}`);
      // A load that began or ended meanwhile knows more, or asks once more when it ends.
      if (isOver || at !== turn) return;
      const before = messages.peek();
      const known = new Set(before.map((one) => one.id));
      const came = answer.items.filter((/** @type {Message} */ one) => !known.has(one.id));
      fresh.update((count) => count + came.filter((/** @type {Message} */ one) => one.author_kind !== "user").length);
      if (!isDetached.peek()) {
        const seam = before.findIndex((one) => one.id === answer.items[0]?.id);
        if (seam < 0) previous.set(answer.previous ?? null);
        messages.set(keep(seam < 0 ? answer.items : [...before.slice(0, seam), ...answer.items]));
      }
      const here = new Set(answer.items.map((/** @type {Message} */ one) => one.id));
      answers.update((list) => (list.some((one) => one.message && here.has(one.message)) ? list.filter((one) => !one.message || !here.has(one.message)) : list));
      error.set(null);
    } catch (failure) { if (!isOver) error.set(/** @type {Error} */ (failure)); } finally {
      isSyncing = false;
      if (isAgain) { isAgain = false; void sync(); }
    }
  }

  async function loadEarlier() {
    const cursor = previous.peek();
    if (!cursor || isPaging) return;
    isPaging = true;
    try {
      const answer = await api.get(`${address()}?limit=${PAGE}&before=${encodeURIComponent(cursor)}`);
      if (isOver) return;
      const all = [...answer.items, ...messages.peek()];
      previous.set(answer.previous ?? null);
      hold(() => {
        if (all.length > WINDOW) isDetached.set(true);
        messages.set(all.slice(0, WINDOW));
      });
      void book.load();
    } catch (failure) { error.set(/** @type {Error} */ (failure)); } finally { isPaging = false; }
  }

  async function loadLater() {
    const last = messages.peek().at(-1);
    if (!last || !isDetached.peek() || isPaging) return;
    isPaging = true;
    try {
      const answer = await api.get(`${address()}?limit=${PAGE}&after=${encodeURIComponent(last.id)}`);
      if (isOver) return;
      const all = [...messages.peek(), ...answer.items];
      const shown = all.slice(-WINDOW);
      if (shown.length < all.length) previous.set(shown[0]?.id ?? null);
      hold(() => messages.set(shown));
      if (!answer.next) isDetached.set(false);
    } catch (failure) { error.set(/** @type {Error} */ (failure)); } finally { isPaging = false; }
  }

  /**
   * Shows the messages around one of them.
   * @param {string} id
   */
  async function showAround(id) {
    if (messages.peek().some((one) => one.id === id)) return true;
    try {
      const later = await api.get(`${address()}?limit=${PAGE}&after=${encodeURIComponent(id)}`);
      const next = later.items[0]?.id;
      const earlier = await api.get(`${address()}?limit=${PAGE}${next ? `&before=${encodeURIComponent(next)}` : ""}`);
      if (isOver) return false;
      messages.set(keep([...earlier.items, ...later.items]));
      previous.set(earlier.previous ?? null);
      isDetached.set(Boolean(later.next));
      void book.load();
      return true;
    } catch (failure) { error.set(/** @type {Error} */ (failure)); return false; }
  }

  /**
   * @param {string} run
   * @param {Partial<Answer> | ((answer: Answer) => Partial<Answer>)} change
   */
  const change = (run, change) => answers.update((list) => list.map((one) => (one.run === run ? { ...one, ...(typeof change === "function" ? change(one) : change) } : one)));

  /** @type {Set<string>} */
  const ended = new Set();
  /** @param {import("../live.js").LogEvent} event */
  function hear(event) {
    const said = event.data.payload ?? {};
    const run = said.run_id;
    if (said.thread_id !== thread && !(run && answers.peek().some((one) => one.run === run))) return;
    switch (event.type) {
      case "work.started":
        trouble.set(null);
        begun.set(run, { provider: said.provider ?? "", model: said.model ?? "" });
        if (!answers.peek().some((one) => one.run === run)) {
          answers.update((list) => [...list, { run, employee: said.employee_id, model: said.model ?? "", provider: said.provider ?? "", isPractice: Boolean(said.practice), at: event.data.created_at, message: null, isStopping: false, tools: [] }]);
          announce(`${nameOf(said.employee_id)} started`);
        }
        break;
      case "work.stopping": if (run) change(run, { isStopping: true }); break;
      case "tool.called":
        change(run, (one) => ({ tools: [...one.tools.filter((tool) => tool.id !== said.tool_call_id), { id: said.tool_call_id, name: said.tool_name, summary: said.summary ?? "", state: "running" }] }));
        break;
      case "tool.result":
        change(run, (one) => ({ tools: one.tools.map((tool) => (tool.id === said.tool_call_id ? { ...tool, state: said.success ? "success" : "error" } : tool)) }));
        break;
      case "work.completed": case "work.failed": case "work.cancelled": finish(event, said); break;
      default: if (event.type.startsWith("message.")) void sync();
    }
  }

  /**
   * @param {import("../live.js").LogEvent} event
   * @param {any} said
   */
  function finish(event, said) {
    const run = said.run_id;
    const on = begun.get(run) ?? answers.peek().find((one) => one.run === run);
    if (run) ended.add(run);
    if (event.type === "work.completed") {
      // Of a run that began before anybody listened the rest is asked.
      if (!on?.provider) void book.ask(run);
      else book.add({
        id: run, employee_id: said.employee_id, thread_id: thread, prompt_tokens: said.prompt_tokens, completion_tokens: said.completion_tokens, cost_usd: said.cost_usd,
        latency_ms: said.latency_ms, tool_calls_count: said.tool_calls ?? 0, provider: on?.provider ?? "", model: on?.model ?? "", message_id: said.message_id,
        started_at: event.data.created_at - (said.latency_ms ?? 0), ended_at: event.data.created_at, status: "success",
      });
      announce(`${nameOf(said.employee_id)} finished, ${money(said.cost_usd)}`);
    } else if (event.type === "work.failed") {
      const text = String(said.error ?? "The work failed.");
      trouble.set({ text, willRetry: Boolean(said.will_retry), employee: said.employee_id ?? null, at: event.data.created_at });
      announce(`${nameOf(said.employee_id)} failed: ${text}`, { isUrgent: true });
    } else if (run) {
      const kept = texts.get(run)?.n ?? 0;
      trouble.set({ text: `${said.reason ?? "Stopped."}${kept ? ` ${kept} characters were written until then.` : ""}`, willRetry: false, isStopped: true, employee: said.employee_id ?? null, at: event.data.created_at });
      announce(`${nameOf(said.employee_id)} was stopped`);
    }
    if (run && event.type !== "work.completed") void book.ask(run);
    void sync().then(() => {
      answers.update((list) => list.filter((one) => one.run !== run));
      texts.delete(run);
    });
  }

  /** @param {import("../live.js").Token} token */
  function grow(token) {
    if (token.thread_id !== thread || ended.has(token.run_id)) return;
    const known = texts.get(token.run_id);
    /** @type {Text} */
    let text;
    // A snapshot may hold only the end of what was written; a piece that is as long as all of it begins anew.
    if (token.isSnapshot || token.n === token.text.length || !known) text = { text: token.text, n: token.n, isCut: token.n > token.text.length };
    else if (known.n + token.text.length === token.n) text = { text: known.text + token.text, n: token.n, isCut: known.isCut };
    else if (token.n <= known.n) return;
    else text = { text: `${known.text} … ${token.text}`, n: token.n, isCut: true };
    texts.set(token.run_id, text);
    const answer = answers.peek().find((one) => one.run === token.run_id);
    if (!answer) {
      answers.update((list) => [...list, { run: token.run_id, employee: token.employee_id, model: "", provider: "", isPractice: false, at: Date.now(), message: token.message_id, isStopping: false, tools: [] }]);
    } else if (answer.message !== token.message_id) change(token.run_id, { message: token.message_id });
    for (const action of growth.get(token.run_id) ?? []) action();
  }

  const stops = [onEvent(hear), onToken(grow), onReset(() => { answers.set([]); texts.clear(); void load(); })];
  onCleanup(() => { isOver = true; for (const stop of stops) stop(); });
  void load();

  return {
    thread, messages, error, isLoaded, isDetached, answers, trouble, fresh, book, load, sync, loadEarlier, loadLater, showAround,
    hasEarlier: computed(() => previous() !== null),
    isBusy: computed(() => answers().length > 0),
    /** @param {(change: () => void) => void} action */
    holdWith: (action) => { hold = action; },
    /** @param {string} run */
    text: (run) => texts.get(run) ?? null,
    /**
     * Calls `action` whenever the text of a run has grown.
     * @param {string} run
     * @param {() => void} action
     */
    onGrow(run, action) {
      const set = growth.get(run) ?? new Set();
      growth.set(run, set.add(action));
      return () => { set.delete(action); if (set.size === 0) growth.delete(run); };
    },
    /** @param {Answer} answer */
    async stop(answer) {
      change(answer.run, { isStopping: true });
      announce("Stopping");
      try { await api.post(`${base()}${path`/runs/${answer.run}/stop`}`); } catch (failure) {
        change(answer.run, { isStopping: false });
        // It was faster than the one who stopped it.
        if (/** @type {any} */ (failure).status !== 409) throw failure;
        await sync();
      }
    },
  };
}

/** @param {string | null | undefined} id */
export const nameOf = (id) => plain(person(id)?.name ?? "Somebody");
