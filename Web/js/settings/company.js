// @ts-check
// What holds for the open company, and for the whole program.
import { html, when } from "../template.js";
import { api, path } from "../api.js";
import { attempt, button, confirm, field, loaded, toast, values } from "../ui.js";
import { query } from "../queries.js";
import { base, company, reloadCompanies } from "../company.js";
import { plain } from "../format.js";
import { go } from "../router.js";
import { isAnswered, together } from "../together.js";
import { asCommand } from "../command.js";

const TIERS = [["", "as the program allows"], ["local", "only on this machine"], ["open-source-cloud", "also clouds with open models"], ["proprietary-cloud", "all clouds"]];

/**
 * @param {Record<string, any>} settings
 * @param {string} words
 */
const save = (settings, words) => attempt(async () => {
  await api.patch(base(), { settings });
  await reloadCompanies();
  toast(words);
}, "Settings");

export function companySection() {
  /** @type {import("../queries.js").Asked<"GET /api/providers">} */
  const providers = query(() => "/api/providers");
  const settings = () => company()?.settings ?? {};
  const quiet = () => settings().quiet_hours ?? {};
  const submit = (/** @type {(given: Record<string, string>) => Record<string, any>} */ make, /** @type {string} */ words) => (/** @type {SubmitEvent} */ event) => {
    event.preventDefault();
    void save(make(values(/** @type {HTMLFormElement} */ (event.target))), words);
  };
  // The models stand between the rest: all of it is drawn once they are known.
  return when(together(() => isAnswered(providers)), () => html`<section class="panel"><h2>What the company is for</h2>
    <form class="stack" onsubmit=${submit((given) => ({ mission: given.mission || null, values: (given.values ?? "").split("\n").map((one) => one.trim()).filter(Boolean) }), "Everybody is told from their next turn on.")}>
      ${field("Mission", html`<textarea name="mission" .value=${settings().mission ?? ""}></textarea>`, "Each employee reads this in every turn.")}
      ${field("Values, one on a line", html`<textarea name="values" .value=${(settings().values ?? []).join("\n")}></textarea>`)}
      <div class="actions"><button class="primary">Save</button></div></form></section>
  <section class="panel"><h2>Models</h2>
    ${loaded(providers, () => html`<form class="stack" onsubmit=${submit((given) => ({ provider_id: given.provider || null, model: given.model || null, max_privacy_tier: given.tier || null, failover: (given.failover ?? "").split(",").map((one) => one.trim()).filter(Boolean) }), "It holds from the next call on.")}>
      <div class="row-of">${field("Provider", html`<select name="provider"><option value="">the first that can be used</option>${(providers.data()?.items ?? []).map((one) => html`<option value=${one.id} ?selected=${one.id === settings().provider_id}>${`${one.name}${one.usable ? "" : " (not usable now)"}`}</option>`)}</select>`, "Whom employees ask who have no choice of their own.")}
        ${field("Model", html`<input name="model" value=${settings().model ?? ""} placeholder="the provider's usual one">`)}</div>
      <div class="row-of">${field("Privacy", html`<select name="tier">${TIERS.map(([id, words]) => html`<option value=${id} ?selected=${id === (settings().max_privacy_tier ?? "")}>${words}</option>`)}</select>`, "Looked up before every single call, also the ones that make summaries and vectors.")}
        ${field("When one does not take a call", html`<input name="failover" value=${(settings().failover ?? []).join(", ")} placeholder="anthropic, ollama-local">`, "Providers by id or kind, asked one after the other within the privacy above.")}</div>
      <div class="actions"><button class="primary">Save</button></div></form>`)}</section>
  <section class="panel"><h2>Quiet hours</h2>
    <form class="stack" onsubmit=${submit((given) => ({ quiet_hours: given.from && given.to ? { from: given.from, to: given.to, time_zone: given.zone } : null }), "Quiet hours are saved.")}>
      <div class="row-of">${field("From", html`<input type="time" name="from" value=${quiet().from ?? ""}>`)}${field("To", html`<input type="time" name="to" value=${quiet().to ?? ""}>`)}${field("Zone", html`<input name="zone" value=${quiet().time_zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone}>`)}</div>
      <small class="muted">No new work begins in them. Leave the times empty for none.</small>
      <div class="actions"><button class="primary">Save</button></div></form></section>
  <section class="panel danger-zone"><h2>Close the company</h2><p>It stops working and leaves the lists. Nothing is deleted, and it can be opened again.</p>
    <div class="actions">${button("Close the company", async () => {
      const name = plain(company()?.name ?? "");
      if (!(await confirm({ title: "Close the company", effect: `${name} stops working. All its data stays.`, action: "Close it", isDestructive: true, typed: name, command: asCommand(() => ({ does: "company archive", words: [company()?.slug] })) }))) return;
      await attempt(async () => { await api.post(`${base()}/archive`); await reloadCompanies(); go("/"); location.reload(); }, "Close");
    }, { class: "danger" })}</div></section>`);
}

export function programSection() {
  /** @type {import("../queries.js").Asked<"GET /api/settings">} */
  const settings = query(() => "/api/settings");
  const set = async (/** @type {SubmitEvent} */ event, /** @type {import("../queries.js").Answer<"GET /api/settings">["items"][number]} */ setting) => {
    event.preventDefault();
    const text = values(/** @type {HTMLFormElement} */ (event.target)).value?.trim() ?? "";
    /** @type {unknown} */
    let value = text === "" ? null : text;
    try { value = text === "" ? null : JSON.parse(text); } catch { /* words stay words */ }
    await attempt(async () => { await api.put(path`/api/settings/${setting.key}`, { value }); await settings.reload(); toast("It holds from now on."); }, "Setting");
  };
  return loaded(settings, () => html`<section class="panel"><h2>The whole program</h2><p class="muted">For all companies on this machine. Empty puts a setting back.</p>
    <ul class="stack">${() => (settings.data()?.items ?? []).map((one) => html`<li><form class="setting" onsubmit=${(/** @type {SubmitEvent} */ event) => set(event, one)}>
      <label class="field"><span class="mono">${one.key}</span><input name="value" value=${one.value == null ? "" : typeof one.value === "string" ? one.value : JSON.stringify(one.value)} placeholder=${one.in_effect == null ? "not set" : `${JSON.stringify(one.in_effect)} (by itself)`}><small>${one.purpose}</small></label>
      <button>Save</button></form></li>`)}</ul></section>`);
}
