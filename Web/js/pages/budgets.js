// @ts-check
// Caps on what the company may spend in a month, how they stand, and what they have stopped.
import { computed } from "../core.js";
import { each, html, when } from "../template.js";
import { api, path } from "../api.js";
import { attempt, button, confirm, dialog, empty, field, loaded, pageHead, toast, values } from "../ui.js";
import { query } from "../queries.js";
import { calmly } from "../calm.js";
import { base, person, people } from "../company.js";
import { date, money, plain, plural } from "../format.js";
import { forecastChart, reachedWords, useForecast } from "../budgets/forecast.js";
import { asCommand } from "../command.js";
import { isAnswered } from "../together.js";

/**
 * @typedef {import("../queries.js").Asked<"GET /api/companies/{company}/spending">} Spending
 * @typedef {import("../queries.js").Asked<"GET /api/companies/{company}/routines">} Routines
 * @typedef {import("../queries.js").Answer<"GET /api/companies/{company}/spending">["budgets"][number]} Budget
 */

export const css = "budgets";

/** @type {import("../router.js").Open} */
export function open() {
  /** @type {import("../queries.js").Asked<"GET /api/companies/{company}/spending">} */
  const spending = query(() => `${base()}/spending`, { on: /^(?:budget|employee|routine)\.(?!status|run)/ });
  calmly(spending, /^run\./);
  /** @type {import("../queries.js").Asked<"GET /api/companies/{company}/routines">} */
  const routines = query(() => `${base()}/routines`);
  const nameOf = (/** @type {Budget} */ budget) => {
    if (budget.scope_kind === "company") return "The whole company";
    if (budget.scope_kind === "employee") return plain(person(budget.scope_ref_id)?.name ?? "An employee");
    if (budget.scope_kind === "routine") return plain((routines.data()?.items ?? []).find((one) => one.id === budget.scope_ref_id)?.name ?? "A routine");
    return budget.scope_kind;
  };
  const budgets = computed(() => spending.data()?.budgets ?? []);
  return {
    title: "Budgets",
    actions: [{ id: "do budget", label: "Set a budget", group: "Do", run: () => edit(null, nameOf, spending, routines) }],
    view: html`${pageHead("Budgets", { lead: () => { const month = spending.data(); return month ? `${money(month.spent_usd)} spent this month, until ${date(month.period_end)}.${beside(month, " ", ".")}` : ""; }, actions: when(() => isAnswered(spending), () => button("Set a budget", () => edit(null, nameOf, spending, routines), { class: "primary" })) })}
      ${loaded(spending, () => html`<div class="stack">
        ${each(budgets, (one) => one.id, (budget) => row(budget, nameOf, spending, routines), () => empty("Nothing limits what the company may spend. A budget stops work before its cap is passed, never after.", button("Set a budget of $5 a month", () => attempt(async () => { await api.post(`${base()}/budgets`, { hard_cap_usd: "5" }); await spending.reload(); }, "Budget"))))}
        <section class="panel"><h2>Where it went this month</h2>
          ${when(() => (spending.data()?.providers ?? []).length > 0, () => html`<table><thead><tr><th scope="col">Provider</th><th scope="col" class="num">Billed</th><th scope="col" class="num">Not billed</th><th scope="col" class="num">Price unknown</th></tr></thead><tbody>${() => spending.data()?.providers.map((one) => html`<tr><td>${plain(one.name)}</td><td class="num">${one.amount_usd === null ? "" : money(one.amount_usd)}</td><td class="num">${one.notional_usd === null ? "" : money(one.notional_usd)}</td><td class="num">${one.unknown_calls > 0 ? plural(one.unknown_calls, "call") : ""}</td></tr>`)}</tbody></table>`, () => html`<p class="muted">Nothing was asked this month.</p>`)}</section></div>`)}`,
  };
}

/**
 * What takes no room of a budget: what nobody charges for, and calls whose price nobody knows. Never added to what is spent.
 * @param {{ notional_usd: string | null, unknown_calls: number }} one
 * @param {string} before
 */
function beside(one, before, after = "") {
  const parts = [one.notional_usd !== null && Number(one.notional_usd) > 0 ? `${money(one.notional_usd)} at list price, not billed` : "", one.unknown_calls > 0 ? `${plural(one.unknown_calls, "call")} of unknown price` : ""].filter(Boolean);
  return parts.length > 0 ? `${before}Besides: ${parts.join(", ")}${after}` : "";
}

/**
 * @param {() => Budget} budget
 * @param {(budget: Budget) => string} nameOf
 * @param {Spending} spending
 * @param {Routines} routines
 */
function row(budget, nameOf, spending, routines) {
  const part = (/** @type {string} */ amount) => { const cap = Number(budget().hard_cap_usd); return String(cap > 0 ? Math.min(1, Number(amount) / cap) : Number(amount) > 0 ? 1 : 0); };
  const isFull = () => budget().is_holding || budget().alert_level === "exceeded" || budget().alert_level === "hard_stop";
  const forecast = useForecast(budget);
  return html`<article class=${() => `panel budget ${budget().enabled ? "" : "off"}`}><header><h2>${() => nameOf(budget())}</h2>
      ${() => (isFull() ? html`<span class="state bad"><b>used up: work waits</b></span>` : !budget().enabled ? html`<span class="state off"><b>off</b></span>` : budget().alert_level === "ok" ? html`<span class="state done"><b>well within</b></span>` : html`<span class="state wait"><b>near the cap</b></span>`)}
      <span class="actions">${button("Change", () => edit(budget(), nameOf, spending, routines), { class: "small", label: `Change the budget of ${nameOf(budget())}` })}
        ${button(() => (budget().enabled ? "Switch off" : "Switch on"), () => attempt(async () => { await api.patch(`${base()}${path`/budgets/${budget().id}`}`, { enabled: !budget().enabled }); await spending.reload(); }, "Budget"), { class: "small" })}
        ${button("Remove", () => remove(budget(), nameOf, spending), { class: "small danger" })}</span></header>
    <div class="budget-bar" role="img" aria-label=${() => `${money(budget().spent_usd)} spent and ${money(budget().reserved_usd)} reserved of ${money(budget().hard_cap_usd)}`}>
      <i class="spent" --part=${() => part(budget().spent_usd)}></i><i class="reserved" --part=${() => part(budget().reserved_usd)}></i><i class="mark" --part=${() => part(budget().warning_spend_usd)}></i>
      ${() => { const last = forecast.made().last; return last ? html`<i class="tick" --part=${part(String(last.likely))} title=${`at this rate ${money(last.likely)} by the end of the month`}></i>` : null; }}</div>
    <p class="mono">${() => [`${money(budget().spent_usd)} spent`, Number(budget().reserved_usd) > 0 ? `${money(budget().reserved_usd)} reserved for calls under way` : "", `${money(budget().remaining_usd)} left of ${money(budget().hard_cap_usd)}`].filter(Boolean).join(" · ") + beside(budget(), " · ")}</p>
    <p class="muted">${() => [`Warns at ${budget().warning_threshold_pct} %`, budget().auto_pause ? "pauses the whole company when used up" : "stops only what it covers", isFull() ? `begins anew on ${date(budget().period_end)}` : reachedWords(forecast.made())].filter(Boolean).join(" · ")}</p>
    ${when(() => budget().enabled && Number(budget().hard_cap_usd) > 0, () => html`<div class="bare">${forecastChart(budget, forecast)}</div>`)}</article>`;
}

/**
 * @param {Budget} budget
 * @param {(budget: Budget) => string} nameOf
 * @param {Spending} spending
 */
async function remove(budget, nameOf, spending) {
  const isSure = await confirm({ title: "Remove the budget", effect: `${nameOf(budget)} may then spend without a cap. What was spent stays in the ledger.`, action: "Remove", isDestructive: true, command: asCommand(() => ({ does: "budget remove", options: { budget: budget.id } })) });
  if (isSure) await attempt(async () => { await api.delete(`${base()}${path`/budgets/${budget.id}`}`); await spending.reload(); toast("The budget is removed."); }, "Budget");
}

/**
 * @param {Budget | null} budget null for a new one
 * @param {(budget: Budget) => string} nameOf
 * @param {Spending} spending
 * @param {Routines} routines
 */
function edit(budget, nameOf, spending, routines) {
  dialog(budget ? `Budget of ${nameOf(budget)}` : "Set a budget", (close) => html`<form onsubmit=${async (/** @type {SubmitEvent} */ event) => {
    event.preventDefault();
    const given = values(/** @type {HTMLFormElement} */ (event.target));
    const body = { hard_cap_usd: given.cap, warning_threshold_pct: Number(given.warn), auto_pause: given.pause === "on" };
    const [kind, id] = (given.scope ?? "company:").split(":");
    await attempt(async () => {
      if (budget) await api.patch(`${base()}${path`/budgets/${budget.id}`}`, body);
      else await api.post(`${base()}/budgets`, { ...body, scope_kind: kind, ...(id ? { scope_ref_id: id } : {}) });
      close();
      await spending.reload();
      toast("The budget counts from now on.");
    }, "Budget");
  }}><div class="body">
    ${budget ? null : field("For", html`<select name="scope"><option value="company:">The whole company</option>
      ${people().map((one) => html`<option value=${`employee:${one.id}`}>${plain(one.name)}</option>`)}
      ${(routines.data()?.items ?? []).map((one) => html`<option value=${`routine:${one.id}`}>${`Routine: ${plain(one.name)}`}</option>`)}</select>`)}
    <div class="row-of">${field("Dollars a month", html`<input name="cap" inputmode="decimal" required pattern="[0-9]+([.][0-9]+)?" title="A number such as 12.50" value=${budget?.hard_cap_usd ?? "20"}>`, "0 allows no model call at all.")}
      ${field("Warn at (percent)", html`<input name="warn" type="number" min="1" max="100" value=${String(budget?.warning_threshold_pct ?? 80)}>`)}</div>
    <label><input type="checkbox" name="pause" ?checked=${Boolean(budget?.auto_pause)}>Pause the whole company when it is used up</label>
  </div><footer>${asCommand(({ cap, warn, pause, scope }) => {
    const [kind, id] = (scope ?? "company:").split(":");
    return { does: "budget set", words: [cap], options: { ...(budget ? { budget: budget.id } : kind === "employee" ? { employee: id } : kind === "routine" ? { routine: id } : {}), warn, [pause === "on" ? "auto-pause" : "no-auto-pause"]: true } };
  })}<button type="button" onclick=${close}>Cancel</button><button class="primary">Save</button></footer></form>`, { class: "narrow" });
}
