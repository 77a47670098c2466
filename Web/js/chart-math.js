// @ts-check
// The arithmetic behind the pictures: no page, no clock, no request. Moments are in milliseconds.

export const DAY = 86_400_000;

/** @typedef {{ from: number, to: number | null }} Span to: null while it goes on */
/** @typedef {"queue" | "model" | "tool" | "approval" | "blocked"} Phase */

/** In the order in which they stand in a bar. */
export const PHASES = /** @type {readonly Phase[]} */ (["queue", "model", "tool", "approval", "blocked"]);

/** Where several hold at a moment, the first of these counts; where none does, it waited in the queue. */
const FIRST = /** @type {readonly Exclude<Phase, "queue">[]} */ (["tool", "model", "approval", "blocked"]);

/**
 * What the time between two moments went to. The parts always come to the whole.
 * @param {{ from: number, to: number } & Record<Exclude<Phase, "queue">, readonly Span[]>} life
 * @returns {Record<Phase, number>}
 */
export function cycle(life) {
  /** @type {{ at: number, phase: Exclude<Phase, "queue">, by: 1 | -1 }[]} */
  const marks = [];
  for (const phase of FIRST) for (const span of life[phase]) {
    const [from, to] = [Math.max(span.from, life.from), Math.min(span.to ?? life.to, life.to)];
    if (to > from) marks.push({ at: from, phase, by: 1 }, { at: to, phase, by: -1 });
  }
  marks.sort((a, b) => a.at - b.at);
  const sums = { queue: 0, model: 0, tool: 0, approval: 0, blocked: 0 };
  const open = { model: 0, tool: 0, approval: 0, blocked: 0 };
  let until = life.from;
  const pass = (/** @type {number} */ moment) => {
    sums[FIRST.find((phase) => open[phase] > 0) ?? "queue"] += moment - until;
    until = moment;
  };
  for (const { at, phase, by } of marks) {
    if (at > until) pass(at);
    open[phase] += by;
  }
  if (life.to > until) pass(life.to);
  return sums;
}

/**
 * Spans from a log in the order of its moments: what begins one, what ends it, and what it belongs to.
 * @template T
 * @param {readonly T[]} log
 * @param {{ at: (entry: T) => number, begins: (entry: T) => boolean, key: (entry: T) => string }} rules whatever does not begin a span ends one
 * @returns {Map<string, Span[]>}
 */
export function spans(log, { at, begins, key }) {
  /** @type {Map<string, Span[]>} */
  const found = new Map();
  for (const entry of log) {
    const list = found.get(key(entry)) ?? [];
    found.set(key(entry), list);
    const last = list[list.length - 1];
    const isOpen = last !== undefined && last.to === null;
    if (begins(entry)) { if (!isOpen) list.push({ from: at(entry), to: null }); } else if (isOpen) last.to = at(entry);
  }
  return found;
}

/**
 * Shares of a whole, in hundredths of a percent that come to exactly the whole: the largest remainders have what rounding leaves.
 * @param {readonly number[]} parts
 * @param {number} [whole] more than the parts come to where some of it is free
 */
export function shares(parts, whole = parts.reduce((sum, one) => sum + one, 0)) {
  if (!(whole > 0)) return parts.map(() => 0);
  const exact = parts.map((one) => (one / whole) * 10_000);
  const floors = exact.map(Math.floor);
  const left = Math.round(exact.reduce((sum, one) => sum + one, 0)) - floors.reduce((sum, one) => sum + one, 0);
  const order = exact.map((one, place) => ({ place, rest: one - Math.floor(one) })).sort((a, b) => b.rest - a.rest).slice(0, left);
  for (const { place } of order) floors[place] = (floors[place] ?? 0) + 1;
  return floors;
}

/**
 * Spending in a span of time so far and where it leads: as fast as the fastest and as slow as the slowest of the last days.
 * @param {{ start: number, end: number, now: number, cap: number, spent: number, days: readonly { at: number, amount: number }[] }} budget days: what was spent from each moment on for a day
 */
export function spending({ start, end, now, cap, spent, days }) {
  const moment = Math.min(Math.max(now, start), end);
  const known = days.filter((one) => one.at < moment).sort((a, b) => a.at - b.at);
  const points = [{ at: start, total: 0 }];
  let total = 0;
  for (const { at, amount } of known) {
    if (amount > 0 && at > (points[points.length - 1]?.at ?? start)) points.push({ at, total });
    total += amount;
    points.push({ at: Math.min(at + DAY, moment), total: Math.min(total, spent) });
  }
  points.push({ at: moment, total: spent });
  const gone = (moment - start) / DAY;
  if (!(spent > 0) || gone < 1 / 24 || moment >= end) return { points, rates: null, reached: null, last: null };
  const rate = (/** @type {number} */ window) => {
    const length = Math.min(window, gone);
    // A day that lies half before the window counts by the half that is in it.
    const sum = known.reduce((all, one) => { const to = Math.min(one.at + DAY, moment); return all + (one.amount * Math.max(0, to - Math.max(one.at, moment - length * DAY))) / Math.max(1, to - one.at); }, 0);
    return sum / length;
  };
  const likely = spent / gone;
  const near = [rate(7), rate(3)];
  // Even a steady pace does not promise more than a sixth.
  const rates = { low: Math.min(likely * 0.85, ...near), likely, high: Math.max(likely * 1.15, ...near) };
  const left = (end - moment) / DAY;
  const at = (/** @type {number} */ daily) => { const when = moment + ((cap - spent) / daily) * DAY; return daily > 0 && cap > spent && when < end ? when : null; };
  return {
    points, rates, last: { low: spent + rates.low * left, likely: spent + rates.likely * left, high: spent + rates.high * left },
    reached: cap > spent ? { soonest: at(rates.high), likely: at(rates.likely), latest: at(rates.low) } : null,
  };
}

/**
 * The hours of the last days, the latest day last, in the zone of whoever looks.
 * @template T
 * @param {readonly T[]} list
 * @param {{ now: number, days: number, at: (one: T) => number, isBad: (one: T) => boolean }} rules
 */
export function hours(list, { now, days, at, isBad }) {
  const rows = Array.from({ length: days }, (_, place) => {
    const day = new Date(now);
    day.setHours(0, 0, 0, 0);
    day.setDate(day.getDate() - (days - 1 - place));
    return { at: day.getTime(), cells: Array.from({ length: 24 }, (_, hour) => ({ at: new Date(day).setHours(hour), all: 0, bad: 0 })) };
  });
  const byDay = new Map(rows.map((row) => [row.at, row]));
  for (const one of list) {
    const moment = new Date(at(one));
    const cell = byDay.get(new Date(moment).setHours(0, 0, 0, 0))?.cells[moment.getHours()];
    if (!cell) continue;
    cell.all++;
    if (isBad(one)) cell.bad++;
  }
  return rows;
}

/**
 * The beginnings of the last days in the zone of whoever looks, and of the day after them.
 * @param {number} now
 * @param {number} count
 */
export function dayStarts(now, count) {
  return Array.from({ length: count + 1 }, (_, place) => {
    const day = new Date(now);
    day.setHours(0, 0, 0, 0);
    day.setDate(day.getDate() - (count - 1 - place));
    return day.getTime();
  });
}

/**
 * The day on which a moment lies where the reader is, as the server names days: 2026-11-30.
 * @param {number} moment
 */
export function isoDay(moment) {
  const day = new Date(moment);
  return [day.getFullYear(), day.getMonth() + 1, day.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
}

/**
 * What was filed and closed on each of some days, and what was open at its end.
 * @param {readonly { created_at: number, closed_at?: number | null }[]} tickets
 * @param {readonly number[]} starts the beginning of each day, and of the day after them
 */
export function flow(tickets, starts) {
  return starts.slice(0, -1).map((from, place) => {
    const to = starts[place + 1] ?? Infinity;
    const isIn = (/** @type {number | null | undefined} */ moment) => moment != null && moment >= from && moment < to;
    return {
      day: from, filed: tickets.filter((one) => isIn(one.created_at)).length, closed: tickets.filter((one) => isIn(one.closed_at)).length,
      open: tickets.filter((one) => one.created_at < to && (one.closed_at == null || one.closed_at >= to)).length,
    };
  });
}

/**
 * The smallest value that at least a part of all does not pass; null of nothing.
 * @param {readonly number[]} list
 * @param {number} part from 0 to 1
 */
export function quantile(list, part) {
  const sorted = [...list].sort((a, b) => a - b);
  return sorted.length ? sorted[Math.max(0, Math.ceil(part * sorted.length) - 1)] ?? null : null;
}

/**
 * How strong a cell of a heat strip is: 0 for nothing, up to 4 for the most.
 * @param {number} value
 * @param {number} most
 */
export const level = (value, most) => (value > 0 && most > 0 ? Math.min(4, Math.max(1, Math.ceil((value / most) * 4))) : 0);

/**
 * A straight way from one range to another.
 * @param {readonly [number, number]} from
 * @param {readonly [number, number]} to
 */
export const scale = ([a, b], [c, d]) => (/** @type {number} */ value) => (b === a ? c : c + ((value - a) / (b - a)) * (d - c));

/**
 * Where bars that stand on one another begin and end.
 * @param {readonly number[]} values
 */
export function stack(values) {
  let under = 0;
  return values.map((value) => { const low = under; under += Math.max(0, value); return { low, high: under }; });
}

/**
 * A round number that is not less than another: the top of an axis.
 * @param {number} value
 */
export function nice(value) {
  if (!(value > 0)) return 1;
  const size = 10 ** Math.floor(Math.log10(value));
  return ([1, 2, 2.5, 5, 10].find((factor) => factor * size >= value * (1 - 1e-12)) ?? 10) * size;
}

const [SECOND, MINUTE, HOUR] = [1000, 60_000, 3_600_000];
const TIMES = [10, 20, 40, 100, 200, 400, ...[1, 2, 4, 10, 20, 40].map((one) => one * SECOND), ...[1, 2, 4, 10, 20, 40].map((one) => one * MINUTE), ...[1, 2, 4, 8, 12].map((one) => one * HOUR)];

/**
 * The same for times, which people count in sixties: its half is round as well.
 * @param {number} ms
 */
export const niceTime = (ms) => TIMES.find((one) => one >= ms) ?? nice(ms / DAY) * DAY;
