// @ts-check
// Which model plays the employees: what was found on this machine, the practice model otherwise, and a way to connect another.
import { computed, signal } from "../core.js";
import { each, html, when } from "../template.js";
import { api } from "../api.js";
import { announce, button, fail, field } from "../ui.js";
import { plain, plural } from "../format.js";
import { query } from "../queries.js";
import { isAnswered } from "../together.js";

/** @typedef {{ provider: string, model: string | null, isFree: boolean }} Choice */

/** @type {Record<string, string>} */
const TIERS = { "local": "stays on this machine", "open-source-cloud": "open models in a cloud", "proprietary-cloud": "a company's cloud" };

export function modelRow() {
  /** @type {import("../queries.js").Asked<"GET /api/providers">} */
  const providers = query(() => "/api/providers?limit=100");
  const chosen = signal(/** @type {string | null} */ (null));
  const model = signal(/** @type {Record<string, string>} */ ({}));
  const all = computed(() => /** @type {any[]} */ (providers.data()?.items ?? []));
  const usable = computed(() => all().filter((one) => one.usable && one.kind !== "practice"));
  const offered = computed(() => all().filter((one) => !one.usable && one.has_key && !one.key_problem));
  const selected = computed(() => chosen() ?? usable().find((one) => one.privacy_tier === "local")?.id ?? "practice");
  const row = () => all().find((one) => one.id === selected());
  const isFree = computed(() => selected() === "practice" || row()?.privacy_tier === "local");
  /** @returns {Choice} */
  const choice = () => ({ provider: selected(), model: model()[selected()] ?? null, isFree: isFree() });

  const enable = async (/** @type {any} */ one) => {
    await api.post("/api/providers", { id: one.id, name: one.name, kind: one.kind, enabled: true });
    await providers.reload();
    chosen.set(one.id);
  };
  const view = html`<fieldset class="models"><legend>Who thinks</legend>
    <div class="model-list">
      ${option("practice", () => "Practice model", () => "Scripted. Costs nothing, needs no key and no network: for trying things out.")}
      ${each(usable, (one) => one.id, (one) => html`<div class="model-row">${option(one().id, () => plain(one().name), () => [keyWords(one()), TIERS[one().privacy_tier] ?? ""].filter(Boolean).join(" · "))}
        ${when(() => selected() === one().id && one().found_models?.length, () => html`<label class="model-choice"><span class="unseen">Model</span><select onchange=${(/** @type {any} */ event) => model.update((map) => ({ ...map, [one().id]: event.target.value }))}>
          ${(one().found_models ?? []).map((/** @type {string} */ name) => html`<option value=${name}>${plain(name)}</option>`)}</select></label>`)}</div>`)}
      ${each(offered, (one) => one.id, (one) => html`<div class="model-row offered"><span><strong>${() => plain(one().name)}</strong> <span class="muted small">${() => keyWords(one())}</span></span>${button("Use it", () => enable(one()), { class: "small" })}</div>`)}
    </div>
    ${connect(all, async (id) => { await providers.reload(); chosen.set(id); })}
  </fieldset>`;
  return { view, choice, isFree, isKnown: () => isAnswered(providers), name: () => plain(row()?.name ?? "Practice model") };

  /**
   * @param {string} id
   * @param {() => string} name
   * @param {() => string} words
   */
  function option(id, name, words) {
    return html`<label class="model-option"><input type="radio" name="provider" value=${id} .checked=${() => selected() === id} onchange=${() => chosen.set(id)}>
      <span><strong>${name}</strong> <span class="muted small">${words}</span></span></label>`;
  }
}

/** @param {any} one */
function keyWords(one) {
  const found = one.found_models?.length ? plural(one.found_models.length, "model") + " found" : "";
  if (one.key_from === "environment" || one.key_from === "env") return [`key found in the environment${one.key_name ? ` (${one.key_name})` : ""}`, found].filter(Boolean).join(", ");
  return one.has_key ? ["key is set", found].filter(Boolean).join(", ") : found || "found on this machine";
}

/**
 * Connects a provider in place.
 * @param {() => any[]} all
 * @param {(id: string) => Promise<void>} done
 */
function connect(all, done) {
  const chosen = signal("");
  const result = signal("");
  const choices = computed(() => all().filter((one) => !one.usable && one.kind !== "practice"));
  const one = () => choices().find((found) => found.id === chosen()) ?? choices()[0];
  /** @type {HTMLInputElement | null} */
  let box = null;
  const test = async () => {
    const provider = one();
    if (!provider) return;
    const key = box?.value.trim() ?? "";
    if (provider.key_needed && !key) { box?.focus(); return; }
    result.set("Asks it…");
    try {
      if (key) await api.put(`/api/providers/${encodeURIComponent(provider.id)}/key`, { key });
      await api.post("/api/providers", { id: provider.id, name: provider.name, kind: provider.kind, enabled: true, ...(provider.config?.base_url ? { base_url: provider.config.base_url } : {}) });
      const answer = await api.post(`/api/providers/${encodeURIComponent(provider.id)}/test`);
      const words = answer.reachable ? `It answers${answer.models?.length ? ` with ${plural(answer.models.length, "model")}` : ""}.` : answer.problem ?? "It does not answer.";
      result.set(words);
      announce(words);
      if (answer.reachable) { if (box) box.value = ""; await done(provider.id); }
    } catch (error) { result.set(""); fail(error, "Connect"); }
  };
  return html`<details class="connect"><summary>Connect a provider</summary>
    <div class="stack">${field("Provider", html`<select onchange=${(/** @type {any} */ event) => { chosen.set(event.target.value); result.set(""); }}>${() => choices().map((found) => html`<option value=${found.id}>${plain(found.name)}</option>`)}</select>`)}
      ${when(() => one()?.key_needed, () => field("Key", html`<input type="password" autocomplete="off" spellcheck="false" ref=${(/** @type {HTMLInputElement} */ element) => { box = element; }} onkeydown=${(/** @type {KeyboardEvent} */ event) => { if (event.key === "Enter") { event.preventDefault(); void test(); } }}>`, "Kept in this machine's secret store. Nobody can read it again, this page neither."))}
      <div class="actions">${button("Connect and test", test)}<span class="small" role="status">${result}</span></div></div></details>`;
}
