import { same, test } from "./check.js";

export const modules = ["run/outcome", "telemetry/cycle"];

const passed = () => new Promise((resolve) => queueMicrotask(() => queueMicrotask(() => queueMicrotask(resolve))));

export function define({ "run/outcome": { OUTCOMES, filterWord, hasOutcome, outcome }, "telemetry/cycle": { cycleOf, whole } }) {
  test("the filter of the list of runs knows a word for every way in which a run can stand", () => {
    const classes = [null, "put_off", "budget", "interrupted", "too_many_steps", "too_long", "context_too_small", "stalled", "no_progress", "price_unknown", "program", "rate_limited", "something_new"];
    for (const status of ["running", "success", "error", "cancelled"]) for (const error_class of classes) for (const error of [null, "Stopped by You.", "Stopped by Noor Haddad.", "It waits for approval."]) {
      const run = { status, error_class, error };
      const word = filterWord(run);
      same([OUTCOMES.includes(word), hasOutcome(run, word)], [true, true], `${JSON.stringify(run)}: ${outcome(run).word}`);
    }
    same(filterWord({ status: "cancelled", error: "Stopped by Noor Haddad." }), "stopped");
    same(filterWord({ status: "running", streaming_since: 5 }), "running");
  });

  test("a list tells too that an answer was cut off", () => {
    same(outcome({ status: "success", stop_reason: "length" }).word, "token limit");
    same(outcome({ status: "success", stop_reason: "stop" }).word, "finished");
    same(outcome({ status: "success", steps: [{ finish_reason: "length" }] }).word, "token limit");
  });

  test("of a ticket that is older than what is known of it, only the time that is known is told", () => {
    const ticket = { id: "t", created_at: 0, closed_at: 100 };
    const runs = [{ id: "r", started_at: 10, ended_at: 30 }, { id: "s", started_at: 60, ended_at: 80 }];
    const known = { from: 50, tools: new Map([["s", [{ from: 70, to: 75 }]]]), blocked: new Map(), questions: [] };
    const sums = cycleOf(ticket, runs, known, 100);
    same(sums, { queue: 30, model: 15, tool: 5, approval: 0, blocked: 0 });
    same(whole(sums), 50);
  });
}
