// @ts-check
// What the calendar holds, from wherever it comes, and how it is moved.
import { computed } from "../core.js";
import { api, path } from "../api.js";
import { at, base, person } from "../company.js";
import { announce, attempt, fail, toast } from "../ui.js";
import { plain } from "../format.js";
import { query } from "../queries.js";
import { isAnswered, together } from "../together.js";

/**
 * @typedef {{ id: string, at: number, end: number | null, title: string, kind: string, status: string, who: string, href: string | null, ticket: string | null,
 *   move: ((shift: (moment: number) => number) => Promise<any>) | null, why: string, raw: any }} Entry
 */

const DAY = 86_400_000;
/** So far back is looked for what is overdue. */
const BACK = 60;
const moments = new Intl.DateTimeFormat(undefined, { weekday: "long", day: "numeric", month: "long" });

/**
 * The beginning of a moment's day, here.
 * @param {number} moment
 */
export const dayStart = (moment) => new Date(moment).setHours(0, 0, 0, 0);

/**
 * A moment some days later at the same time of day, whatever the clocks do in between.
 * @param {number} moment
 * @param {number} days
 */
export function shiftDays(moment, days) {
  const made = new Date(moment);
  made.setDate(made.getDate() + days);
  return made.getTime();
}

/**
 * How many days lie between two moments' days.
 * @param {number} from
 * @param {number} to
 */
export const daysBetween = (from, to) => Math.round((dayStart(to) - dayStart(from)) / DAY);

/**
 * Everything between two moments, and what is overdue.
 * @param {() => number} from
 * @param {() => number} to
 */
export function useEntries(from, to) {
  const address = computed(() => `${base()}/schedule?from=${Math.min(from(), dayStart(Date.now()) - BACK * DAY)}&to=${to()}`);
  const asked = query(address, { on: /^(?:schedule|ticket|project|goal)\./ });
  /** @type {import("../queries.js").Asked<"GET /api/companies/{company}/routines">} */
  const routines = query(() => `${base()}/routines`, { on: /^routine\./ });
  /** @type {import("../queries.js").Asked<"GET /api/companies/{company}/queue">} */
  const queue = query(() => `${base()}/queue?limit=100`, { on: /^work\./ });
  const all = computed(() => {
    const own = (asked.data()?.items ?? []).map(ofSchedule);
    const fires = (routines.data()?.items ?? []).filter((one) => one.enabled && one.next_run_at).map(ofRoutine);
    const wakes = (queue.data()?.items ?? []).filter((one) => Number(one.scheduled_for) > Date.now() + 60_000).map(ofWork);
    return /** @type {Entry[]} */ ([...own, ...fires, ...wakes]).sort((a, b) => a.at - b.at || a.title.localeCompare(b.title));
  });
  // What comes from elsewhere would push apart what is drawn already.
  const isReady = together(() => [asked, routines, queue].every(isAnswered), { from: () => isAnswered(asked) });
  return { all, asked: { ...asked, data: () => (isReady() ? asked.data() : undefined) } };
}

/**
 * Whether something should have happened and did not.
 * @param {Entry} entry
 * @param {number} now
 */
export const isOverdue = (entry, now) => entry.status === "scheduled" && (entry.end ?? entry.at) < now && entry.kind !== "routine";

/**
 * @param {any} one
 * @returns {Entry}
 */
function ofSchedule(one) {
  const own = one.source_kind === "manual";
  /** @type {Record<string, string | null>} */
  const homes = {
    ticket_due: one.ticket_id && at(`t/${encodeURIComponent(one.ticket_id)}`), project_due: one.project_id && at(`projects/${encodeURIComponent(one.project_id)}`),
    goal_due: one.goal_id && at(`goals/${encodeURIComponent(one.goal_id)}`),
  };
  /** @type {Entry["move"]} */
  let move = null;
  if (own) {
    move = (shift) => api.patch(`${base()}${path`/schedule/${one.id}`}`, {
      starts_at: shift(one.starts_at), ...(one.ends_at ? { ends_at: shift(one.ends_at) } : {}), ...(one.reminder_at ? { reminder_at: shift(one.reminder_at) } : {}),
    });
  } else if (one.source_kind === "ticket_due" && one.ticket_id) {
    move = (shift) => api.patch(`${base()}${path`/tickets/${one.ticket_id}`}`, { due_at: shift(one.starts_at) });
  }
  return {
    id: one.id, at: one.starts_at, end: one.ends_at ?? null, title: plain(one.title), kind: own ? one.kind : one.source_kind.replace("_due", " due"), status: one.status,
    who: plain(person(one.assignee_id)?.name ?? ""), href: own ? null : homes[one.source_kind] ?? null, ticket: one.ticket_id ?? null, move,
    why: move ? "" : "This date belongs to its goal or project, and this server does not change it.", raw: own ? one : null,
  };
}

/**
 * @param {any} one
 * @returns {Entry}
 */
const ofRoutine = (one) => ({
  id: `routine-${one.id}`, at: one.next_run_at, end: null, title: plain(one.name), kind: "routine", status: "scheduled", who: plain(person(one.work_config?.assigneeId)?.name ?? ""),
  href: at(`routines/${encodeURIComponent(one.id)}`), ticket: null, move: null, why: "A routine's times are set in the routine.", raw: null,
});

/**
 * @param {any} one
 * @returns {Entry}
 */
const ofWork = (one) => ({
  id: `work-${one.id}`, at: one.scheduled_for, end: null, title: `${plain(person(one.agent_id ?? one.employee_id)?.name ?? "Somebody")} is woken`, kind: "wake-up", status: "scheduled",
  who: "", href: one.ticket_id ? at(`t/${encodeURIComponent(one.ticket_id)}`) : null, ticket: one.ticket_id ?? null, move: null, why: "A wake-up moves with what it is for.", raw: null,
});

/**
 * Moves an entry by days and says where it went.
 * @param {Entry} entry
 * @param {number} days
 * @param {() => Promise<void>} again
 */
export async function moveBy(entry, days, again) {
  if (days === 0) return announce("It stays where it was.");
  const { move } = entry;
  if (!move) return fail(new Error(entry.why), entry.title);
  const isMoved = await attempt(async () => { await move((moment) => shiftDays(moment, days)); return true; }, entry.title);
  if (!isMoved) return;
  await again();
  // The times that it had are in the move, so that the same move without a shift takes it back.
  toast(`${entry.title} is now on ${moments.format(shiftDays(entry.at, days))}.`, { action: { label: "Undo", run: () => void attempt(async () => { await move((moment) => moment); await again(); }, "Undo") } });
}
