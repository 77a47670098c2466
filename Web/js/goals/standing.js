// @ts-check
// Calling a goal reached, giving it up, and taking it up again.
import { when } from "../template.js";
import { api, path } from "../api.js";
import { attempt, button, confirm, toast } from "../ui.js";
import { plain } from "../format.js";
import { base } from "../company.js";
import { asCommand } from "../command.js";
import { isGoingOn } from "./outline.js";

/** @typedef {import("../../types/api").Goal} Goal */

/**
 * @param {Goal} goal
 * @param {"achieved" | "abandoned" | "active"} status
 */
async function call(goal, status) {
  if (status === "abandoned" && !(await confirm({
    title: "Give this goal up?", action: "Give it up",
    effect: `Nobody goes on with the tickets of “${plain(goal.title)}” that are for nothing else. They wait, and nothing is lost; you can take it up again.`,
    command: asCommand(() => ({ does: "goal close", words: [goal.title], options: { abandon: true } })),
  }))) return;
  await attempt(async () => {
    await api.patch(`${base()}${path`/goals/${goal.id}`}`, { status });
    const before = /** @type {"active"} */ (goal.status);
    toast({ achieved: "The goal is called reached.", abandoned: "The goal is given up. Its tickets wait.", active: "The goal is taken up again." }[status],
      { action: { label: "Undo", run: () => void attempt(() => api.patch(`${base()}${path`/goals/${goal.id}`}`, { status: before }), "Undo") } });
  }, "Change the goal");
}

/** @param {() => Goal} goal */
export const goalVerbs = (goal) => when(() => isGoingOn(goal().status), () => [
  button("Reached", () => call(goal(), "achieved"), { title: "Call this goal reached, whatever is still open" }),
  button("Give up", () => call(goal(), "abandoned"), { testid: "goal-give-up" })],
() => button("Take it up again", () => call(goal(), "active"), { testid: "goal-take-up" }));

/**
 * The same for the palette.
 * @param {() => Goal | undefined} goal
 * @returns {import("../actions.js").Entry[]}
 */
export function goalActions(goal) {
  const on = (/** @type {"achieved" | "abandoned" | "active"} */ status) => () => { const one = goal(); if (one) void call(one, status); };
  return [
    { id: "goal reached", label: "Call this goal reached", group: "Goal", words: "achieve,close,done", run: on("achieved") },
    { id: "goal give up", label: "Give this goal up", group: "Goal", words: "abandon,cancel,stop", run: on("abandoned") },
    { id: "goal take up", label: "Take this goal up again", group: "Goal", words: "reopen,resume", run: on("active") },
  ];
}
