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

const SHOWN = 8;

/** By what the server adds up, with the words for it. */
const KINDS = /** @type {const} */ ({ employee: "people", model: "models", provider: "providers", ticket: "tickets", project: "projects", routine: "routines", tier: "places" });
/** @typedef {keyof typeof KINDS} Kind */
/** @typedef {import("../queries.js").Answer<"GET /api/companies/{company}/usage">["items"][number]} Sum */
/** @typedef {{ name: string, href?: string, billed: number, notional: number, unknown: number, tokens: number, finished: number | null }} Line */

/** @type {Record<string, string>} Where the models run that were asked. */
const TIERS = { local: "On this machine", "open-source-cloud": "Clouds with open models", "proprietary-cloud": "Other clouds", "": "Nobody knows where" };

/** @param {string} words */
const first = (words) => `${words.charAt(0).toUpperCase()}${words.slice(1)}`;

/**
 * What a sum is of. What belongs to nothing of its kind has no key.
 * @param {Kind} kind
 * @param {Sum} sum
 */
const nameOf = (kind, { key, name }) => (kind === "tier" ? TIERS[key] ?? plain(key) : key ? plain(name || key) : name ? first(plain(name)) : "Nobody");

/**
 * Where there is more of it.
 * @param {Kind} kind
 * @param {string} key
 * @param {{ from: number, to: number }} span
 */
function addressOf(kind, key, { from, to }) {
  if (!key) return undefined;
  switch (kind) {
    case "employee": return at(path`people/${key}`);
    case "ticket": return at(path`t/${key}`);
    case "project": return at(path`projects/${key}`);
    case "routine": return at(path`routines/${key}`);
    case "model": return runsBetween(from, to, `&model=${encodeURIComponent(key.replace(/^[^/]*\//, ""))}`);
    default: return undefined;
  }
}

/**
 * @param {{ from: () => number, to: () => number, finished: import("../queries.js").Query<any> }} known finished: tickets that are done
 */
export function dear({ from, to, finished }) {
  const kind = signal(/** @type {Kind} */ ("employee"));
  const seen = sight();
  const asked = latest(() => (seen.isDue() ? `dear ${base()} ${kind()} ${from()}` : null), () => untrack(async () => {
    const by = kind();
    return { kind: by, items: /** @type {Sum[]} */ ((await api.get(`${base()}/usage?by=${by}&from=${from()}`)).items) };
  }));
  calmly(asked, /^(?:run|work)\./, seen);
  // Of what was ranked before, nothing stands here under another name.
  const found = computed(() => { const known = asked.data(); return known?.kind === kind() ? known.items : undefined; });

  const closed = computed(() => /** @type {any[] | null} */ (finished.data()?.items.filter((/** @type {any} */ one) => one.closed_at >= from()) ?? null));
  const all = computed(() => (found() ?? []).map((one) => /** @type {Line} */ ({
    name: nameOf(kind(), one), href: addressOf(kind(), one.key, { from: from(), to: to() }),
    billed: Number(one.billed.amount_usd ?? 0), notional: Number(one.notional.amount_usd ?? 0), unknown: one.unknown.calls,
    tokens: [one.billed, one.notional, one.unknown].reduce((sum, ledger) => sum + ledger.prompt_tokens + ledger.completion_tokens, 0),
    finished: kind() === "employee" ? closed()?.filter((ticket) => ticket.assignee_id === one.key).length ?? null : null,
  })));
  // What is billed and what is notional are told apart in the table; bars show one of them, and tokens where neither is known.
  const measure = computed(() => /** @type {const} */ (["billed", "notional"]).find((one) => all().some((line) => line[one] > 0)) ?? "tokens");
  const text = (/** @type {number} */ value) => (measure() === "tokens" ? count(value) : money(value));
  const said = (/** @type {Line} */ line) => (line[measure()] > 0 || measure() === "tokens" ? text(line[measure()]) : line.unknown > 0 ? "unknown" : line.notional > 0 ? "not billed" : text(0));
  const lines = computed(() => [...all()].sort((a, b) => b[measure()] - a[measure()] || a.name.localeCompare(b.name)));
  const each = (/** @type {Line} */ line) => (line.finished === null ? undefined : line.finished === 0 ? "none done" : !(line[measure()] > 0) ? undefined : `${text(Math.round((line[measure()] / line.finished) * 1e6) / 1e6)} each`);
  const answer = () => {
    const top = lines()[0];
    if (!top || !(top[measure()] > 0)) return "Nothing was asked in this time.";
    const sum = lines().reduce((total, line) => total + line[measure()], 0);
    const unit = measure() === "tokens" ? "tokens, as nothing of it has a price" : measure() === "billed" ? "billed" : "not billed, at list price";
    return `${top.name}: ${text(top[measure()])} of ${text(sum)} ${unit}.${lines().some((line) => line.finished) ? " “Each” is a finished ticket." : ""}`;
  };
  return chart({
    seen, made: [{ data: found, error: asked.error }], question: "Who or what is dear?", isList: true, answer, head: ["Who or what", "Billed", "Not billed", "Calls of unknown price", "Tokens", "Tickets finished", "Each"],
    more: html`<label><span class="unseen">Rank</span><select data-testid="dear-by" onchange=${(/** @type {any} */ event) => kind.set(event.target.value)}>${Object.entries(KINDS).map(([id, label]) => html`<option value=${id}>${label}</option>`)}</select></label>`,
    rows: () => lines().map((line) => [line.href ? { text: line.name, href: line.href } : line.name, money(line.billed), money(line.notional), line.unknown, count(line.tokens), line.finished ?? "–", each(line) ?? "–"]),
    picture: () => barList(lines().slice(0, SHOWN).map((line) => ({ label: line.name, value: line[measure()], text: said(line), more: each(line), href: line.href }))),
  });
}
