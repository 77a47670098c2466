import { chance, holds, same, test } from "./check.js";

export const modules = ["chart-math"];

export function define({ "chart-math": math }) {
  const { DAY } = math;
  const nothing = { model: [], tool: [], approval: [], blocked: [] };

  test("time that nothing explains was waited in the queue, and work in a tool counts once", () => {
    same(math.cycle({ from: 0, to: 100, ...nothing }), { queue: 100, model: 0, tool: 0, approval: 0, blocked: 0 });
    const life = { from: 0, to: 100, model: [{ from: 10, to: 40 }], tool: [{ from: 20, to: 30 }], approval: [{ from: 50, to: null }], blocked: [{ from: 45, to: 80 }] };
    same(math.cycle(life), { queue: 15, model: 20, tool: 10, approval: 50, blocked: 5 });
  });

  test("spans outside of a life, backwards or on top of one another do not make it longer", () => {
    const life = { ...nothing, from: 100, to: 200, model: [{ from: 0, to: 120 }, { from: 110, to: 130 }, { from: 190, to: 500 }, { from: 160, to: 150 }] };
    same(math.cycle(life), { queue: 60, model: 40, tool: 0, approval: 0, blocked: 0 });
  });

  test("the phases of any life come to its whole, moment by moment", () => {
    const roll = chance(7);
    for (let round = 0; round < 200; round++) {
      const [from, to] = [roll(20), 20 + roll(60)];
      const some = () => Array.from({ length: roll(5) }, () => { const at = roll(90); return { from: at, to: roll(4) === 0 ? null : at + roll(25) }; });
      const life = { from, to, model: some(), tool: some(), approval: some(), blocked: some() };
      const slow = { queue: 0, model: 0, tool: 0, approval: 0, blocked: 0 };
      for (let at = from; at < to; at++) slow[["tool", "model", "approval", "blocked"].find((phase) => life[phase].some((span) => span.from <= at && (span.to ?? to) > at)) ?? "queue"]++;
      same(math.cycle(life), slow, JSON.stringify(life));
    }
  });

  test("a log becomes spans: what begins twice is one, and what only ends is none", () => {
    const log = [["a", "end", 1], ["a", "begin", 2], ["b", "begin", 3], ["a", "begin", 4], ["a", "end", 5], ["b", "end", 9], ["a", "begin", 10]];
    const found = math.spans(log, { at: (one) => one[2], begins: (one) => one[1] === "begin", key: (one) => one[0] });
    same([...found], [["a", [{ from: 2, to: 5 }, { from: 10, to: null }]], ["b", [{ from: 3, to: 9 }]]]);
  });

  test("shares come to the whole, and leave free what is free", () => {
    same(math.shares([1, 1, 1]), [3334, 3333, 3333]);
    same(math.shares([0, 0]), [0, 0]);
    same(math.shares([25, 25], 100), [2500, 2500]);
    const roll = chance(3);
    for (let round = 0; round < 100; round++) {
      const parts = Array.from({ length: 1 + roll(7) }, () => roll(1000));
      const sum = parts.reduce((all, one) => all + one, 0);
      if (sum > 0) same(math.shares(parts).reduce((all, one) => all + one, 0), 10_000, parts.join());
    }
  });

  test("spending that goes on as it did reaches the cap on the day that arithmetic says", () => {
    const days = Array.from({ length: 10 }, (_, place) => ({ at: place * DAY, amount: 1 }));
    const found = math.spending({ start: 0, end: 30 * DAY, now: 10 * DAY, cap: 20, spent: 10, days });
    same(found.reached.likely, 20 * DAY);
    holds(found.reached.soonest < found.reached.likely && found.reached.likely < found.reached.latest, "soonest, likely, latest in order");
    same(found.last.likely, 30);
    same(found.points[0], { at: 0, total: 0 });
    same(found.points[found.points.length - 1], { at: 10 * DAY, total: 10 });
  });

  test("a pace that rose lately widens the cone upwards; what was spent never falls", () => {
    const days = Array.from({ length: 10 }, (_, place) => ({ at: place * DAY, amount: place < 7 ? 0 : 10 }));
    const found = math.spending({ start: 0, end: 30 * DAY, now: 10 * DAY, cap: 1000, spent: 30, days });
    same([found.rates.likely, Math.round(found.rates.high)], [3, 10]);
    for (let place = 1; place < found.points.length; place++) holds(found.points[place].total >= found.points[place - 1].total && found.points[place].at >= found.points[place - 1].at, `point ${place}`);
  });

  test("nothing is foretold from nothing, from a first hour, past the end, or once the cap is reached", () => {
    const all = { start: 0, end: 30 * DAY, now: 10 * DAY, cap: 20, spent: 0, days: [] };
    same(math.spending(all).rates, null);
    same(math.spending({ ...all, spent: 5, now: 1000 }).rates, null);
    same(math.spending({ ...all, spent: 5, now: 40 * DAY }).rates, null);
    same(math.spending({ ...all, spent: 20 }).reached, null);
    same(math.spending({ ...all, spent: 0.001 }).reached.likely, null);
  });

  test("each hour of each day has its runs, and what lies before is left out", () => {
    const now = new Date(2026, 4, 8, 15, 30).getTime();
    const list = [new Date(2026, 4, 8, 15, 1), new Date(2026, 4, 8, 15, 59), new Date(2026, 4, 7, 0, 0), new Date(2026, 4, 1, 9, 0)].map((at, place) => ({ at: at.getTime(), bad: place === 1 }));
    const rows = math.hours(list, { now, days: 2, at: (one) => one.at, isBad: (one) => one.bad });
    same(rows.length, 2);
    same([rows[1].cells[15].all, rows[1].cells[15].bad, rows[0].cells[0].all], [2, 1, 1]);
    same(rows.flatMap((row) => row.cells).reduce((sum, one) => sum + one.all, 0), 3);
  });

  test("days begin at midnight where the reader is, also where a day is short or long", () => {
    const starts = math.dayStarts(new Date(2026, 10, 3, 12).getTime(), 14);
    same(starts.length, 15);
    for (const one of starts) same([new Date(one).getHours(), new Date(one).getMinutes()], [0, 0]);
    same(new Date(starts[13]).getDate(), 3);
    same(starts.slice(-3).map(math.isoDay), ["2026-11-02", "2026-11-03", "2026-11-04"]);
    same([new Date(2026, 0, 9), new Date(2026, 0, 9, 23, 59)].map((day) => math.isoDay(day.getTime())), ["2026-01-09", "2026-01-09"]);
  });

  test("a ticket is filed once, closed once, and open in between", () => {
    const starts = [0, 10, 20, 30];
    same(math.flow([{ created_at: 5, closed_at: null }, { created_at: 0, closed_at: 9 }, { created_at: 12, closed_at: 20 }, { created_at: -5, closed_at: 25 }, { created_at: 30 }], starts).map((one) => [one.filed, one.closed, one.open]), [[2, 1, 2], [1, 0, 3], [0, 2, 1]]);
  });

  test("quantiles, levels, scales, stacks and tops of axes", () => {
    same([math.quantile([], 0.5), math.quantile([3, 1, 2], 0.5), math.quantile([1, 2, 3, 4], 0.95), math.quantile([5], 0)], [null, 2, 4, 5]);
    same([math.level(0, 9), math.level(1, 100), math.level(50, 100), math.level(100, 100), math.level(1, 0)], [0, 1, 2, 4, 0]);
    same([math.scale([0, 10], [100, 0])(5), math.scale([3, 3], [7, 9])(3)], [50, 7]);
    same(math.stack([2, 0, 3]), [{ low: 0, high: 2 }, { low: 2, high: 2 }, { low: 2, high: 5 }]);
    const roll = chance(11);
    for (let round = 0; round < 200; round++) { const value = (1 + roll(99_999)) / 1000; holds(math.nice(value) >= value * (1 - 1e-9) && math.nice(value) <= value * 2.5 + 1e-9, `nice(${value}) = ${math.nice(value)}`); }
    same([5, 3000, 61_000, 25 * 60_000, 5 * 3_600_000, 30 * 3_600_000].map(math.niceTime), [10, 4000, 120_000, 40 * 60_000, 8 * 3_600_000, 2 * DAY]);
    same([math.nice(0), math.nice(0.3), math.nice(7), math.nice(20)], [1, 0.5, 10, 20]);
  });
}
