// @ts-check
// What somebody is told to be, what they may use, and with which model they think.
import { computed, signal, untrack } from "../core.js";
import { each, html, when } from "../template.js";
import { api, path } from "../api.js";
import { base } from "../company.js";
import { query } from "../queries.js";
import { attempt, button, field, loaded, toast } from "../ui.js";
import { plain } from "../format.js";
import { markdown } from "../markdown.js";

/**
 * @param {() => any} who
 * @param {() => void} reload
 */
export function role(who, reload) {
  /** @type {import("../queries.js").Asked<"GET /api/roles/{pack}/{role}">} */
  const asked = query(() => (who()?.role_id ? path`/api/roles/${who().role_pack_id}/${who().role_id}` : null));
  const spoken = (/** @type {string} */ word) => String(word).replaceAll("_", " ").replaceAll("-", " ");
  return html`<div class="person-columns"><div class="stack">
    <section class="panel stack"><h2>Instructions</h2>${loaded(asked, () => html`<div class="stack"><p class="muted">What stands in double braces is filled in each time they work. A run shows what was sent.</p>
      ${() => markdown(asked.data()?.body ?? "")}</div>`)}</section></div><div class="stack">
    <section class="panel"><h2>Role</h2><dl class="facts">
      <div><dt>Role</dt><dd>${() => asked.data()?.name ?? spoken(who()?.role_id ?? "")}</dd></div>
      <div><dt>Pack</dt><dd>${() => who()?.role_pack_id}</dd></div>
      <div><dt>Level</dt><dd>${() => who()?.level}</dd></div>
      ${() => { const role = asked.data(); return role?.decision_authority ? html`<div><dt>Decides</dt><dd>${spoken(role.decision_authority)}</dd></div>` : null; }}
      <div><dt>Can</dt><dd class="chips">${() => (asked.data()?.capabilities ?? []).map((/** @type {string} */ one) => html`<span class="chip">${spoken(one)}</span>`)}</dd></div></dl></section>
    ${model(who, reload)}
    <section class="panel"><h2>Tools and authority</h2><dl class="facts">
      <div><dt>Allowed</dt><dd class="chips">${() => tools(who()?.tools_allowed, "as their role has them")}</dd></div>
      <div><dt>Forbidden</dt><dd class="chips">${() => tools(who()?.tools_denied, "none")}</dd></div></dl></section></div></div>`;
}

/**
 * @param {string[] | undefined} list
 * @param {string} otherwise
 */
const tools = (list, otherwise) => (list?.length ? list.map((one) => html`<span class="chip mono">${one}</span>`) : html`<span class="muted">${otherwise}</span>`);

const TIERS = [["", "As the company"], ["local", "Local models only"], ["open-source-cloud", "Local and open-model clouds"], ["proprietary-cloud", "Any cloud"]];

/**
 * @param {() => any} who
 * @param {() => void} reload
 */
function model(who, reload) {
  /** @type {import("../queries.js").Asked<"GET /api/providers">} */
  const asked = query(() => "/api/providers");
  const usable = computed(() => /** @type {any[]} */ (asked.data()?.items ?? []).filter((one) => one.usable !== false || one.id === who()?.provider_pref));
  const provider = signal(untrack(who)?.provider_pref ?? "");
  const name = signal(untrack(who)?.model_pref ?? "");
  const tier = signal(untrack(who)?.max_privacy_tier ?? "");
  const isChanged = computed(() => provider() !== (who()?.provider_pref ?? "") || name().trim() !== (who()?.model_pref ?? "") || tier() !== (who()?.max_privacy_tier ?? ""));
  const text = (/** @type {import("../core.js").Signal<string>} */ into) => (/** @type {any} */ event) => into.set(event.target.value);
  const save = () => attempt(async () => {
    await api.put(`${base()}${path`/employees/${who().id}/model`}`, { provider: provider() || null, model: provider() && name().trim() ? name().trim() : null, max_privacy_tier: tier() || null });
    reload();
    toast(`${plain(who().name)} thinks so from the next run on.`);
  }, "Model");
  return html`<section class="panel stack"><h2>Model and privacy</h2>
    ${field("Provider", html`<select data-testid="person-provider" onchange=${text(provider)}><option value="">As the company</option>
      ${each(usable, (one) => one.id, (one) => html`<option value=${() => one().id} ?selected=${() => provider() === one().id}>${() => one().name}</option>`)}</select>`)}
    ${when(() => provider() && provider() !== "practice", () => field("Model", html`<input .value=${name} oninput=${text(name)} placeholder="Its default" autocomplete="off">`))}
    ${field("Where it may run", html`<select onchange=${text(tier)}>${TIERS.map(([id = "", label]) => html`<option value=${id} ?selected=${() => tier() === id}>${label}</option>`)}</select>`)}
    <div>${button("Save", save, { class: "primary", disabled: () => !isChanged() })}</div></section>`;
}
