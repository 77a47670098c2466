// @ts-check
// What somebody may spend in a month, and what they have.
import { computed, signal, untrack } from "../core.js";
import { html, when } from "../template.js";
import { api, path } from "../api.js";
import { at, base, company } from "../company.js";
import { query } from "../queries.js";
import { attempt, button, confirm, field, loaded, stateMark, toast } from "../ui.js";
import { count, money, plain } from "../format.js";
import { asCommand } from "../command.js";

/** @param {() => any} who */
export function budget(who) {
  /** @type {import("../queries.js").Asked<"GET /api/companies/{company}/budgets">} */
  const asked = query(() => (company() ? `${base()}/budgets` : null), { on: /^(?:budget|run|work)\./ });
  const begin = new Date(new Date().getFullYear(), new Date().getMonth(), 1).getTime();
  /** @type {import("../queries.js").Asked<"GET /api/companies/{company}/usage">} */
  const usage = query(() => (company() ? `${base()}/usage?by=employee&from=${begin}` : null), { on: /^(?:run|work)\./ });
  const own = computed(() => (asked.data()?.items ?? []).find((one) => one.scope_kind === "employee" && one.scope_ref_id === who()?.id) ?? null);
  const whole = computed(() => (asked.data()?.items ?? []).find((one) => one.scope_kind === "company") ?? null);
  const line = computed(() => (usage.data()?.items ?? []).find((one) => one.key === who()?.id) ?? null);
  const sum = (/** @type {"calls" | "prompt_tokens" | "completion_tokens"} */ member) => /** @type {const} */ (["billed", "notional", "unknown"]).reduce((all, kind) => all + (line()?.[kind][member] ?? 0), 0);
  return html`<div class="person-columns"><div class="stack">
    <section class="panel stack"><h2>Budget of their own</h2>${loaded(asked, () => when(own, () => meter(own, asked, who), () => html`<div class="stack">
      <p class="muted">They have no cap of their own${() => (whole() ? `; the company's ${money(whole()?.hard_cap_usd)} a month holds for all together` : ", and neither has the company")}.</p>${cap(null, who, () => void asked.reload())}</div>`))}</section>
    </div><div class="stack">
    <section class="panel"><h2>This month</h2><dl class="figures">
      <div><dt>Billed</dt><dd>${() => money(line()?.billed?.amount_usd ?? "0")}</dd></div>
      <div><dt>Not billed</dt><dd>${() => money(line()?.notional?.amount_usd ?? "0")}</dd></div>
      <div><dt>Model calls</dt><dd>${() => count(sum("calls"))}</dd></div>
      <div><dt>Tokens</dt><dd>${() => count(sum("prompt_tokens") + sum("completion_tokens"))}</dd></div></dl>
      ${when(() => (line()?.unknown?.calls ?? 0) > 0, () => html`<p class="muted small">${() => `The price of ${line()?.unknown?.calls} calls is not known.`}</p>`)}</section>
    <a href=${() => at("budgets")}>All budgets</a></div></div>`;
}

/**
 * @param {() => any} own
 * @param {import("../queries.js").Query<any>} asked
 * @param {() => any} who
 */
function meter(own, asked, who) {
  const share = (/** @type {string} */ member) => Math.min(100, (Number(own()?.[member] ?? 0) / Math.max(0.000001, Number(own()?.hard_cap_usd ?? 0))) * 100);
  const words = () => `${money(own()?.spent_usd)} spent, ${money(own()?.reserved_usd)} reserved, of ${money(own()?.hard_cap_usd)}`;
  return html`<div class="stack"><p>${stateMark(() => (own()?.is_holding ? "blocked" : own()?.alert_level === "warning" ? "waiting" : "active"), () => (own()?.is_holding ? "used up: they are stopped" : own()?.alert_level === "warning" ? "nearly used up" : own()?.enabled === false ? "switched off" : "within"))}</p>
    <div class="meter-bar" role="img" aria-label=${words}><span class="spent" --wide=${() => `${share("spent_usd")}%`}></span><span class="reserved" --wide=${() => `${Math.min(100 - share("spent_usd"), share("reserved_usd"))}%`}></span>
      <i --place=${() => `${own()?.warning_threshold_pct ?? 80}%`} title="Warning"></i></div>
    <p class="mono">${words}</p>${cap(own, who, () => void asked.reload())}
    <div>${button("Take the cap away", async () => {
      if (!(await confirm({ title: "Take the cap away", effect: `${plain(who().name)} may then spend whatever the company's budget allows.`, action: "Take away", isDestructive: true, command: asCommand(() => ({ does: "budget remove", options: { budget: own().id } })) }))) return;
      await attempt(() => api.delete(`${base()}${path`/budgets/${own().id}`}`), "Budget");
      await asked.reload();
    }, { class: "danger small" })}</div></div>`;
}

/**
 * @param {(() => any) | null} own
 * @param {() => any} who
 * @param {() => void} done
 */
function cap(own, who, done) {
  const amount = signal(own ? String(untrack(own)?.hard_cap_usd ?? "") : "");
  const isRight = () => /^\d+(?:[.,]\d{1,6})?$/.test(amount().trim());
  return html`<div class="row-of">${field("Cap a month, in dollars", html`<input inputmode="decimal" autocomplete="off" data-testid="person-cap" .value=${amount} oninput=${(/** @type {any} */ event) => amount.set(event.target.value)}>`, "Warns at 80 %; at the cap they stop until it is raised.")}
    ${button(own ? "Change" : "Set a cap", () => attempt(async () => {
      const dollars = amount().trim().replace(",", ".");
      if (own) await api.patch(`${base()}${path`/budgets/${own().id}`}`, { hard_cap_usd: dollars });
      else await api.post(`${base()}/budgets`, { hard_cap_usd: dollars, scope_kind: "employee", scope_ref_id: who().id });
      done();
      toast(`${plain(who().name)} may spend ${money(dollars)} a month.`);
    }, "Budget"), { class: "primary", disabled: () => !isRight() })}</div>`;
}
