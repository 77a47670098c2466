// @ts-check
// Who or what is dear? A ranking by whatever somebody wants to know it of, with what a finished ticket cost.
import { computed, signal, untrack } from "../core.js";
import { html } from "../template.js";
import { api, path } from "../api.js";
import { at, base } from "../company.js";
import { count, money, plain } from "../format.js";
import { latest } from "../latest.js";
import { calmly, sight } from "../calm.js";
import { barList, chart } from "../charts.js";
import { runsBetween } from "./health.js";
import { keyOf, ticketAddress } from "../run/names.js";

const SHOWN = 8;
/** So many projects and routines are asked for the tickets that count to them. */
const GROUPS = 40;

const KINDS = /** @type {const} */ ({ employee: "people", model: "models", provider: "providers", ticket: "tickets", project: "projects", routine: "routines" });
/** @typedef {keyof typeof KINDS} Kind */
/** @typedef {{ id: string, name: string, href?: string, billed: number, notional: number, unknown: number, tokens: number, finished: number | null }} Line */

const isUsage = (/** @type {string} */ kind) => ["employee", "model", "provider"].includes(kind);

/**
 * What a ranking is made of: sums of the server's, tickets, or what has tickets of its own.
 * @param {Kind} kind
 * @param {number} from
 * @returns {Promise<any[]>}
 */
async function askFor(kind, from) {
  if (isUsage(kind)) return (await api.get(`${base()}/usage?by=${kind}&from=${from}`)).items;
  if (kind === "ticket") return (await api.get(`${base()}/tickets?limit=500&sort=updated`)).items;
  const { items } = await api.get(`${base()}/${KINDS[kind]}`);
  const ticketsOf = async (/** @type {string} */ id) => (kind === "project" ? (await api.get(`${base()}${path`/projects/${id}`}`)).tickets.map((/** @type {any} */ one) => one.id)
    : (await api.get(`${base()}${path`/routines/${id}/runs`}?limit=100`)).items.map((/** @type {any} */ one) => one.ticket_id).filter(Boolean));
  return Promise.all(items.slice(0, GROUPS).map(async (/** @type {any} */ one) => ({ ...one, tickets: await ticketsOf(one.id) })));
}

/**
 * @param {{ from: () => number, to: () => number, finished: import("../queries.js").Query<any>, counted: import("../charts.js").Source, runs: () => any[], isCut: () => boolean }} known finished: tickets that are done; counted: whether the runs are all there; isCut: whether there are older runs in the span
 */
export function dear({ from, to, finished, counted, runs, isCut }) {
  const kind = signal(/** @type {Kind} */ ("employee"));
  const seen = sight();
  const asked = latest(() => (seen.isDue() ? `dear ${base()} ${kind()} ${from()}` : null), () => untrack(async () => ({ kind: kind(), items: await askFor(kind(), from()) })));
  calmly(asked, (event) => (isUsage(kind.peek()) ? /^(?:run|work)\./ : /^(?:ticket\.(?:created|closed)|project\.|routine\.)/).test(event.type), seen);
  // Of what was ranked before, nothing stands here under another name.
  const found = computed(() => { const known = asked.data(); return known?.kind === kind() ? known.items : undefined; });

  const closed = computed(() => /** @type {any[] | null} */ (finished.data()?.items.filter((/** @type {any} */ one) => one.closed_at >= from()) ?? null));
  const byTicket = computed(() => {
    /** @type {Map<string, Omit<Line, "id" | "name" | "finished">>} */
    const sums = new Map();
    for (const run of runs()) {
      if (!run.ticket_id || run.started_at < from()) continue;
      const sum = sums.get(run.ticket_id) ?? { billed: 0, notional: 0, unknown: 0, tokens: 0 };
      if (run.cost_kind === "unknown" || run.price_known === false) sum.unknown++;
      else sum[/** @type {"billed" | "notional"} */ (run.cost_kind)] += Number(run.cost_usd ?? 0);
      sum.tokens += (run.prompt_tokens ?? 0) + (run.completion_tokens ?? 0);
      sums.set(run.ticket_id, sum);
    }
    return sums;
  });
  /** @type {(id: string, name: string, href: string | undefined, members: readonly string[]) => Line} */
  const group = (id, name, href, members) => {
    const line = { id, name, href, billed: 0, notional: 0, unknown: 0, tokens: 0, finished: closed()?.filter((one) => members.includes(one.id)).length ?? null };
    for (const member of members) {
      const sum = byTicket().get(member);
      if (sum) { line.billed += sum.billed; line.notional += sum.notional; line.unknown += sum.unknown; line.tokens += sum.tokens; }
    }
    return line;
  };
  const all = computed(() => {
    const items = found() ?? [];
    switch (kind()) {
      case "ticket": return items.filter((one) => byTicket().has(one.id)).map((one) => ({ ...group(one.id, `${keyOf(one)} ${plain(one.title)}`, ticketAddress(one), [one.id]), finished: null }));
      case "project": return items.map((one) => group(one.id, plain(one.title), at(path`projects/${one.id}`), one.tickets));
      case "routine": return items.map((one) => group(one.id, plain(one.name), at(path`routines/${one.slug ?? one.id}`), one.tickets));
      default: return items.map((one) => /** @type {Line} */ ({
        id: one.key, name: plain(one.name ?? one.key) || "Nobody", href: kind() === "employee" ? at(path`people/${one.key}`) : kind() === "model" ? runsBetween(from(), to(), `&model=${encodeURIComponent(String(one.key).replace(/^[^/]*\//, ""))}`) : undefined,
        billed: Number(one.billed.amount_usd ?? 0), notional: Number(one.notional.amount_usd ?? 0), unknown: one.unknown.calls ?? 0,
        tokens: ["billed", "notional", "unknown"].reduce((sum, ledger) => sum + (one[ledger].prompt_tokens ?? 0) + (one[ledger].completion_tokens ?? 0), 0),
        finished: kind() === "employee" ? closed()?.filter((ticket) => ticket.assignee_id === one.key).length ?? null : null,
      }));
    }
  });
  // What is billed and what is notional are told apart in the table; bars show one of them, and tokens where neither is known.
  const measure = computed(() => /** @type {const} */ (["billed", "notional"]).find((one) => all().some((line) => line[one] > 0)) ?? "tokens");
  const text = (/** @type {number} */ value) => (measure() === "tokens" ? count(value) : money(value));
  const said = (/** @type {Line} */ line) => (line[measure()] > 0 || measure() === "tokens" ? text(line[measure()]) : line.unknown > 0 ? "unknown" : line.notional > 0 ? "not billed" : text(0));
  const lines = computed(() => [...all()].sort((a, b) => b[measure()] - a[measure()] || a.name.localeCompare(b.name)));
  const each = (/** @type {Line} */ line) => (line.finished === null ? undefined : line.finished === 0 ? "none done" : !(line[measure()] > 0) ? undefined : `${text(Math.round((line[measure()] / line.finished) * 1e6) / 1e6)} each`);
  const answer = () => {
    const first = lines()[0];
    if (!first || !(first[measure()] > 0)) return "Nothing was asked in this time.";
    const sum = lines().reduce((total, line) => total + line[measure()], 0);
    const unit = measure() === "tokens" ? "tokens, as nothing of it has a price" : measure() === "billed" ? "billed" : "not billed, at list price";
    return `${first.name}: ${text(first[measure()])} of ${text(sum)} ${unit}${!isUsage(kind()) && isCut() ? ", counting the latest runs only" : ""}.${lines().some((line) => line.finished) ? " “Each” is a finished ticket." : ""}`;
  };
  return chart({
    seen, made: [{ data: found, error: asked.error }, { data: () => (isUsage(kind()) || counted.data()), error: counted.error }], question: "Who or what is dear?", isList: true, answer, head: ["Who or what", "Billed", "Not billed", "Calls of unknown price", "Tokens", "Tickets finished", "Each"],
    more: html`<label><span class="unseen">Rank</span><select data-testid="dear-by" onchange=${(/** @type {any} */ event) => kind.set(event.target.value)}>${Object.entries(KINDS).map(([id, label]) => html`<option value=${id}>${label}</option>`)}</select></label>`,
    rows: () => lines().map((line) => [line.href ? { text: line.name, href: line.href } : line.name, money(line.billed), money(line.notional), line.unknown, count(line.tokens), line.finished ?? "–", each(line) ?? "–"]),
    picture: () => barList(lines().slice(0, SHOWN).map((line) => ({ label: line.name, value: line[measure()], text: said(line), more: each(line), href: line.href }))),
  });
}
