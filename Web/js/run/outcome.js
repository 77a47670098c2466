// @ts-check
// How a run ended, in one of a few words; and what its steps come to.

/**
 * What the server tells of a step besides what it describes.
 * @typedef {Partial<{ prompt_tokens: number, completion_tokens: number, cost_usd: string, finish_reason: string, started_at: number, ended_at: number }>} Figures
 * @typedef {import("../queries.js").Answer<"GET /api/companies/{company}/runs/{run}">} Whole
 * @typedef {import("../../types/api").Run & { stop_reason?: string | null } & Partial<Omit<Whole, "steps"> & { steps: (Whole["steps"][number] & Figures)[] }>} Run as a list has it, or with its steps
 */

/** @typedef {{ word: string, state: string, meaning: string }} Outcome */

/** Refusals and failures of whoever answers for the model. */
const PROVIDER = new Set(["connect", "timeout", "rate_limited", "quota", "server", "broken_stream", "malformed", "unauthorized", "invalid_request"]);

/** @type {Record<string, Outcome>} */
const CLASSES = {
  put_off: { word: "put off", state: "waiting", meaning: "It goes on later where it stood." },
  budget: { word: "budget", state: "waiting", meaning: "The next step may cost more than a budget has left. It goes on when there is money." },
  interrupted: { word: "crashed and recovered", state: "interrupted", meaning: "The server ended while this ran; the work was taken up again." },
  too_many_steps: { word: "step limit", state: "failed", meaning: "It took more steps than one run may have." },
  too_long: { word: "token limit", state: "failed", meaning: "Far more came than was asked for." },
  context_too_small: { word: "token limit", state: "failed", meaning: "The model's window cannot hold even what must be said." },
  stalled: { word: "time limit", state: "failed", meaning: "Nothing moved for as long as its claim held." },
  no_progress: { word: "no progress", state: "failed", meaning: "The model neither ended the work with its tools nor said why." },
  price_unknown: { word: "budget", state: "failed", meaning: "There is a budget, and nobody knows what this model costs." },
  program: { word: "program error", state: "failed", meaning: "The program itself could not go on." },
};

/**
 * @param {Run} run as a list or the run's own page has it
 * @returns {Outcome}
 */
export function outcome(run) {
  const kind = run.error_class ?? "";
  if (run.status === "running") return { word: run.streaming_since ? "writing" : "running", state: "running", meaning: "It goes on now." };
  if (run.status === "success") {
    const reason = run.stop_reason ?? run.steps?.[run.steps.length - 1]?.finish_reason;
    return reason === "length" || reason === "max_tokens" ? { word: "token limit", state: "failed", meaning: "The answer was cut off where the model's limit is." }
      : { word: "finished", state: "finished", meaning: "The model ended by itself." };
  }
  if (run.status === "cancelled" && kind !== "put_off" && kind !== "budget") return { word: stoppedBy(run.error), state: "stopped", meaning: "What was done until then is kept." };
  if (kind === "put_off" && /approv/i.test(run.error ?? "")) return { word: "waiting for approval", state: "needs_approval", meaning: "It goes on when somebody has decided." };
  const known = CLASSES[kind];
  if (known) return known;
  if (PROVIDER.has(kind)) return { word: "provider error", state: "failed", meaning: PROVIDER_WORDS[kind] ?? "" };
  return { word: run.status === "error" ? "failed" : String(run.status), state: run.status === "error" ? "failed" : "stopped", meaning: "" };
}

/** @type {Record<string, string>} */
const PROVIDER_WORDS = {
  connect: "There was no connection to the provider.", timeout: "The provider did not answer in time.", rate_limited: "The provider takes no more requests for now.",
  quota: "What the provider allows is used up.", server: "The provider failed or is overloaded.", broken_stream: "The answer broke off before its end.",
  malformed: "What came was not of the provider's format.", unauthorized: "The provider's key is missing or refused.", invalid_request: "The provider refused the request itself.",
};
/** @param {string} kind */
export const classWords = (kind) => (PROVIDER_WORDS[kind] ?? CLASSES[kind]?.meaning ?? kind.replaceAll("_", " "));

/** @param {string | null | undefined} error */
function stoppedBy(error) {
  const who = /^Stopped by (.+)\.$/.exec(error ?? "")?.[1];
  return !who ? "stopped" : who === "Owner" || who === "You" ? "stopped by you" : `stopped by ${who}`;
}

/** What a filter offers: the words, and which runs they mean. */
export const OUTCOMES = ["running", "finished", "stopped", "put off", "waiting for approval", "budget", "provider error", "step limit", "token limit", "time limit", "no progress", "crashed and recovered", "program error", "failed"];
/**
 * @param {Run} run
 * @param {string} wanted
 */
export const hasOutcome = (run, wanted) => { const { word } = outcome(run); return word === wanted || (wanted === "running" && run.status === "running") || (wanted === "stopped" && word.startsWith("stopped")); };
/**
 * The word of the filter that finds a run among those that ended as it did.
 * @param {Run} run
 */
export const filterWord = (run) => OUTCOMES.find((word) => hasOutcome(run, word)) ?? "";

/**
 * @typedef {{ id: string, kind: "plan" | "answer" | "tool" | "guidance" | "attempt", step: number, title: string, isFailed: boolean, at: number | null, ms: number | null,
 *   text?: string, note?: string, tries?: Entry[], input?: unknown, output?: unknown, error?: string | null, model?: string, tokens?: { in: number, out: number }, cost?: string | null, isMissing?: boolean }} Entry
 */

/**
 * A tool's complaint without its wrapping.
 * @param {string | null} text
 */
function spokenError(text) {
  const inner = text ? parsed(text) : null;
  return inner && typeof inner === "object" && typeof inner.error === "string" ? inner.error : text;
}

/** @param {string} text */
const parsed = (text) => { try { return JSON.parse(text); } catch { return text; } };

/**
 * What happened, in its order: what was planned, called, came back and was answered; tries of the same are one.
 * @param {Run} run
 * @returns {Entry[]}
 */
export const entriesOf = (run) => joined(singleEntries(run));

/**
 * The same, each try by itself.
 * @param {Run} run
 * @returns {Entry[]}
 */
export function singleEntries(run) {
  /** @type {Entry[]} */
  const entries = [];
  const records = [...(run.tool_calls ?? [])];
  const steps = run.steps ?? [];
  const attempts = run.attempts ?? [];
  const last = Math.max(-1, ...steps.map((step) => step.step), ...attempts.map((one) => one.step));
  for (let number = 0; number <= last; number++) {
    const step = steps.find((one) => one.step === number);
    for (const one of (run.guidance ?? []).filter((said) => said.taken_step === number)) {
      entries.push({ id: `g${one.id}`, kind: "guidance", step: number, title: "You said", isFailed: false, at: one.settled_at ?? one.created_at, ms: null, text: one.content });
    }
    const tries = attempts.filter((one) => one.step === number).map((one) => /** @type {Entry} */ ({
      id: `a${number}.${one.place}`, kind: "attempt", step: number, title: `${one.provider} did not answer`, isFailed: true, at: one.failed_at, ms: null, model: one.model, note: classWords(one.error_class), error: one.error,
    }));
    const [try_] = tries;
    if (try_ && tries.length === 1) entries.push(try_);
    else if (try_) entries.push({ id: `a${number}`, kind: "attempt", step: number, title: `${tries.length} tries failed before an answer came`, isFailed: true, at: try_.at, ms: null, tries });
    if (!step) continue;
    const calls = step.tool_calls ?? [];
    const tokens = { in: step.prompt_tokens ?? 0, out: step.completion_tokens ?? 0 };
    const toolTime = calls.length;
    entries.push({
      id: `s${number}`, kind: calls.length ? "plan" : "answer", step: number, title: calls.length ? "Plan" : "Answer", isFailed: step.finish_reason === "length", at: step.started_at ?? null,
      ms: step.ended_at && step.started_at ? step.ended_at - step.started_at : null, text: step.text, model: step.model, tokens, cost: step.cost_usd ?? null,
      note: toolTime ? calls.map((call) => call.name).join(", ") : "",
    });
    /** @type {Entry[]} */
    const group = [];
    for (const call of calls) {
      const place = records.findIndex((record) => record.tool_name === call.name);
      const record = place >= 0 ? records.splice(place, 1)[0] : null;
      const result = (step.results ?? []).map((one) => one.toolResult ?? one).find((one) => (one.callID ?? one.call_id) === call.id);
      const isFailed = record ? record.status !== "success" : Boolean(result?.isError);
      group.push({
        id: `t${number}.${call.id}`, kind: "tool", step: number, title: call.name, isFailed, at: record ? record.created_at - (record.latency_ms ?? 0) : null, ms: record?.latency_ms ?? null,
        input: record?.input ?? parsed(call.arguments), output: record?.output ?? (result ? parsed(result.content) : undefined), error: spokenError(record?.error ?? (isFailed && result ? String(result.content) : null)),
        note: record?.status === "denied" ? "denied" : "", isMissing: !record && !result,
      });
    }
    entries.push(...group);
  }
  return entries;
}

/**
 * Calls of one tool after one another of which all but the last failed are tries of the same.
 * @param {Entry[]} entries
 */
function joined(entries) {
  /** @type {Entry[]} */
  const out = [];
  for (const entry of entries) {
    const before = out[out.length - 1];
    const previous = before?.kind === "plan" && !before.text?.trim() ? out[out.length - 2] : before;
    if (entry.kind === "tool" && previous?.kind === "tool" && previous.title === entry.title && previous.isFailed) {
      if (previous !== before) out.pop();
      const tries = [...(previous.tries ?? [previous]), entry];
      out[out.length - 1] = { ...entry, id: `r${previous.id}`, tries, note: `${tries.length} tries`, isFailed: entry.isFailed };
    } else out.push(entry);
  }
  return out;
}

/**
 * Tools that were asked for and never ran.
 * @param {Run} run
 * @returns {string[]}
 */
export const notExecuted = (run) => (run.status === "running" ? [] : entriesOf(run).filter((entry) => entry.isMissing).map((entry) => entry.title));

/**
 * Files that the run made or changed.
 * @param {Run} run
 * @returns {{ id: string, name: string }[]}
 */
export function filesOf(run) {
  /** @type {Map<string, string>} */
  const found = new Map();
  for (const call of run.tool_calls ?? []) {
    const [output, input, name] = [call.output ?? {}, call.input ?? {}, call.tool_name];
    if (call.status === "success" && typeof output.file_id === "string" && /write|create|update|make|save|put/.test(name)) found.set(output.file_id, String(output.name ?? input.name ?? output.file_id));
  }
  return [...found].map(([id, name]) => ({ id, name }));
}
