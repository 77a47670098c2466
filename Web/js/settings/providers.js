// @ts-check
// Who is asked: providers, their keys, a real call that shows whether they answer, and what they cost.
import { signal } from "../core.js";
import { each, html, when } from "../template.js";
import { api, path } from "../api.js";
import { attempt, button, confirm, dialog, field, loaded, stateMark, toast, values } from "../ui.js";
import { query } from "../queries.js";
import { plain } from "../format.js";
import { asCommand } from "../command.js";

/** @type {Record<string, string>} */
const TIER_WORDS = { "local": "stays on this machine", "open-source-cloud": "a cloud with open models", "proprietary-cloud": "a company's cloud" };

export function providersSection() {
  /** @type {import("../queries.js").Asked<"GET /api/providers">} */
  const list = query(() => "/api/providers", { on: /^(provider|secret)\./ });
  return html`<section class="panel"><header class="section-head"><h2>Providers</h2>${button("Add a provider", () => add(list), { class: "small primary" })}</header>
    <p class="muted">Keys go in and never come out again: not to this page, not to logs, not to exports.</p>
    ${loaded(list, () => html`<div class="providers">${each(() => list.data()?.items ?? [], (/** @type {any} */ one) => one.id, (one) => row(one, list))}</div>`)}</section>`;
}

/**
 * @param {() => any} provider
 * @param {any} list
 */
function row(provider, list) {
  const result = signal(/** @type {any} */ (null));
  const change = (/** @type {any} */ members) => attempt(async () => {
    const { id, name, kind } = provider();
    await api.post("/api/providers", { id, name, kind, ...members });
    await list.reload();
  }, "Provider");
  const test = async () => {
    const began = performance.now();
    try { result.set({ ...(await api.post(path`/api/providers/${provider().id}/test`)), took: performance.now() - began }); } catch (error) { result.set({ reachable: false, problem: /** @type {Error} */ (error).message }); }
    await list.reload();
  };
  return html`<article class="provider"><header><h3>${() => plain(provider().name)}</h3>
      ${stateMark(() => (provider().usable ? "done" : provider().enabled ? "blocked" : "off"), () => (provider().usable ? "can be used" : provider().enabled ? (provider().key_problem ?? "its key is missing") : "off"))}
      <span class="muted">${() => `${provider().kind} · ${TIER_WORDS[provider().privacy_tier] ?? provider().privacy_tier}${provider().config?.base_url ? ` · ${provider().config.base_url}` : ""}`}</span></header>
    <div class="actions">${button(() => (provider().enabled ? "Switch off" : "Switch on"), () => change({ enabled: !provider().enabled }), { class: "small" })}
      ${when(() => provider().key_needed || provider().has_key, () => button(() => (provider().has_key ? "Replace the key" : "Set the key"), () => setKey(provider(), list), { class: "small" }))}
      ${when(() => provider().has_key, () => button("Forget the key", () => attempt(async () => { await api.delete(path`/api/providers/${provider().id}/key`); await list.reload(); }, "Key"), { class: "small" }))}
      ${button("Test", test, { class: "small" })}
      ${button("Remove", async () => {
        if (await confirm({ title: "Remove the provider", effect: `${plain(provider().name)} goes with its key. What it was asked stays in the record.`, action: "Remove", isDestructive: true, command: asCommand(() => ({ does: "provider remove", words: [provider().id] })) })) await attempt(async () => { await api.delete(path`/api/providers/${provider().id}`); await list.reload(); }, "Provider");
      }, { class: "small danger" })}</div>
    ${when(result, () => html`<p class=${() => (result()?.reachable ? "note good" : "note")} role="status">${() => {
      const found = result();
      return found?.reachable ? `Answers in ${Math.round(found.took)} ms. ${found.models?.length ?? 0} models: ${(found.models ?? []).slice(0, 8).join(", ")}${(found.models ?? []).length > 8 ? " …" : ""}` : `Does not answer: ${found?.problem ?? found?.reason ?? found?.message ?? "no reason given"}`;
    }}</p>`)}</article>`;
}

/**
 * @param {any} provider
 * @param {any} list
 */
function setKey(provider, list) {
  dialog(`Key of ${plain(provider.name)}`, (close) => html`<form onsubmit=${async (/** @type {SubmitEvent} */ event) => {
    event.preventDefault();
    const { key } = values(/** @type {HTMLFormElement} */ (event.target));
    await attempt(async () => {
      await api.put(path`/api/providers/${provider.id}/key`, { key });
      close();
      await list.reload();
      toast("The key is set. Test whether it is right.");
    }, "Key");
  }}><div class="body">${field("Key", html`<input type="password" name="key" required autocomplete="off" spellcheck="false">`, "It is sealed on this machine and stays with the address it was set for.")}</div>
    <footer>${asCommand(() => ({ does: "key set", words: [provider.id] }))}<button type="button" onclick=${close}>Cancel</button><button class="primary">Set the key</button></footer></form>`, { class: "narrow" });
}

/** @param {any} list */
function add(list) {
  dialog("Add a provider", (close) => html`<form onsubmit=${async (/** @type {SubmitEvent} */ event) => {
    event.preventDefault();
    const given = values(/** @type {HTMLFormElement} */ (event.target));
    await attempt(async () => {
      const made = await api.post("/api/providers", { name: given.name, kind: given.kind, enabled: true, ...(given.address ? { base_url: given.address } : {}), ...(given.model ? { default_model: given.model } : {}) });
      if (given.key) await api.put(path`/api/providers/${made.id}/key`, { key: given.key });
      close();
      await list.reload();
      toast(`${plain(given.name ?? "")} is added. Test whether it answers.`);
    }, "Provider");
  }}><div class="body">
    <div class="row-of">${field("Name", html`<input name="name" required maxlength="100" autofocus>`)}
      ${field("Kind", html`<select name="kind">${["anthropic", "openai", "google", "openrouter", "groq", "together", "fireworks", "ollama", "openai-compatible"].map((one) => html`<option ?selected=${one === "openai-compatible"}>${one}</option>`)}</select>`)}</div>
    ${field("Address", html`<input name="address" type="url" placeholder="http://127.0.0.1:8080/v1">`, "Only where it is not the usual one of its kind.")}
    <div class="row-of">${field("Model", html`<input name="model">`)}${field("Key", html`<input type="password" name="key" autocomplete="off">`)}</div></div>
    <footer>${asCommand(({ name, kind, address, model, key }) => (name ? [{ does: "provider add", words: [name], options: { kind, "base-url": address, "default-model": model } }, ...(key ? [{ does: "key set", words: [name] }] : [])] : "Name it first."))}<button type="button" onclick=${close}>Cancel</button><button class="primary">Add</button></footer></form>`);
}

export function pricesSection() {
  /** @type {import("../queries.js").Asked<"GET /api/prices">} */
  const prices = query(() => "/api/prices");
  const text = signal("");
  const found = () => (prices.data()?.items ?? []).filter((/** @type {any} */ one) => !text() || one.id.includes(text().toLowerCase())).slice(0, 200);
  return html`<section class="panel"><h2>Prices</h2><p class="muted">Dollars for a million tokens. A model without a price is told as unknown, never as free. Bring your own list with “teamx prices import”.</p>
    <label><span class="unseen">Find a model</span><input type="search" placeholder="Find a model" oninput=${(/** @type {any} */ event) => text.set(event.target.value)}></label>
    ${loaded(prices, () => html`<div class="scroll-x" tabindex="0" role="region" aria-label="Prices"><table><thead><tr><th scope="col">Model</th><th scope="col" class="num">Input</th><th scope="col" class="num">Output</th><th scope="col" class="num">Cache read</th><th scope="col" class="num">Cache write</th><th scope="col">From</th></tr></thead>
      <tbody>${() => found().map((/** @type {any} */ one) => html`<tr><td class="mono">${one.id}${one.is_override ? html` <span class="chip">yours</span>` : null}</td><td class="num">${one.input ?? "–"}</td><td class="num">${one.output ?? "–"}</td><td class="num">${one.cache_read ?? "–"}</td><td class="num">${one.cache_write ?? "–"}</td><td>${one.effective_from ?? ""}</td></tr>`)}</tbody></table></div>`)}</section>`;
}
