// @ts-check
// Hiring: a role out of the catalogue, a name, a manager and a model.
import { computed, effect, signal, untrack } from "../core.js";
import { each, html, when } from "../template.js";
import { api, path } from "../api.js";
import { at, base, company, people } from "../company.js";
import { query } from "../queries.js";
import { attempt, button, dialog, field, loaded, toast } from "../ui.js";
import { plain } from "../format.js";
import { go } from "../router.js";
import { asCommand } from "../command.js";
import { stylesheet } from "../shell.js";

/** @typedef {import("../queries.js").Answer<"GET /api/roles">["items"][number]} Role */

const LEVELS = ["Officer", "Senior Management", "Management", "Supervisor", "Lead", "IC"];
/** @param {Role} role */
const keyOf = (role) => `${role.pack_id}/${role.id}`;
/** @param {string} word */
const spoken = (word) => word.replaceAll("_", " ").replaceAll("-", " ");

let isOpen = false;

/**
 * Opens the dialog.
 * @param {{ role?: string, name?: string, manager?: string, model?: string, provider?: string }} [start]
 */
export async function openHire(start = {}) {
  if (isOpen || !company()) return;
  isOpen = true;
  await stylesheet("org");
  const words = signal("");
  const chosen = signal(start.role ?? "");
  const name = signal(start.name ?? "");
  const manager = signal(start.manager ?? "");
  const provider = signal(start.provider ?? "");
  const model = signal(start.model ?? "");

  dialog("Hire somebody", (close) => {
    /** @type {import("../queries.js").Asked<"GET /api/roles">} */
    const roles = query(() => "/api/roles?limit=500");
    /** @type {import("../queries.js").Asked<"GET /api/companies/{company}/employees">} */
    const staff = query(() => `${base()}/employees`, { on: /^employee\./ });
    /** @type {import("../queries.js").Asked<"GET /api/providers">} */
    const providers = query(() => "/api/providers");
    const all = computed(() => /** @type {Role[]} */ (roles.data()?.items ?? []).slice().sort((a, b) => LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level) || a.name.localeCompare(b.name)));
    const found = computed(() => {
      const parts = words().toLowerCase().split(/\s+/).filter(Boolean);
      // Whose name fits comes before whose description does.
      const isNamed = (/** @type {Role} */ role) => parts.every((part) => role.name.toLowerCase().includes(part));
      const fitting = all().filter((role) => parts.every((part) => `${role.name} ${role.id} ${role.level} ${role.summary} ${role.capabilities.map(spoken).join(" ")}`.toLowerCase().includes(part)));
      return parts.length ? [...fitting.filter(isNamed), ...fitting.filter((role) => !isNamed(role))] : fitting;
    });
    const role = computed(() => all().find((one) => keyOf(one) === chosen() || one.id === chosen()) ?? null);
    // What is chosen stays among what is found.
    effect(() => { const list = found(); untrack(() => { const now = role(); if (list.length && (!now || words.peek().trim() || !list.includes(now))) chosen.set(keyOf(/** @type {Role} */ (list[0]))); }); });
    const managers = computed(() => /** @type {any[]} */ (staff.data()?.items ?? people()).filter((one) => one.level !== "system" && !one.is_system));
    const usable = computed(() => /** @type {any[]} */ (providers.data()?.items ?? []).filter((one) => one.usable !== false && one.enabled !== false));
    const models = computed(() => { const one = usable().find((each) => each.id === provider()); return /** @type {string[]} */ ((one?.found_models ?? []).map((/** @type {any} */ found) => (typeof found === "string" ? found : found?.id ?? found?.name)).filter(Boolean)); });
    const likely = computed(() => {
      const wanted = role()?.reports_to ?? [];
      return managers().find((one) => wanted.includes(one.role_id)) ?? null;
    });

    const hire = () => attempt(async () => {
      const wanted = role();
      if (!wanted) return;
      /** @type {Record<string, string>} */
      const body = { role: keyOf(wanted) };
      if (name().trim()) body.name = name().trim();
      if (manager()) body.manager_id = manager();
      if (provider()) body.provider = provider();
      if (provider() && model().trim()) body.model = model().trim();
      const made = await api.post(`${base()}/employees`, body);
      close();
      toast(`${plain(made.name)} works here now, as ${plain(made.title)}.`, { action: { label: "Open", run: () => go(at(path`people/${made.id}`)) } });
    }, "Hire");

    const place = () => found().findIndex((one) => one === role());
    const step = (/** @type {number} */ by) => {
      const list = found();
      const next = list[Math.max(0, Math.min(list.length - 1, place() + by))];
      if (!next) return;
      chosen.set(keyOf(next));
      queueMicrotask(() => document.getElementById(`role-${place()}`)?.scrollIntoView({ block: "nearest" }));
    };
    const text = (/** @type {import("../core.js").Signal<string>} */ into) => (/** @type {any} */ event) => into.set(event.target.value);

    return html`<div class="body"><div class="hire">
      <div class="stack">
        <input type="search" role="combobox" aria-label="Search roles" aria-expanded="true" aria-controls="hire-roles" aria-autocomplete="list" placeholder="Search “engineer”, “copy”, “lead”…" autocomplete="off" autofocus data-testid="hire-search"
          aria-activedescendant=${() => (place() >= 0 ? `role-${place()}` : null)} oninput=${text(words)}
          onkeydown=${(/** @type {KeyboardEvent} */ event) => {
            if (event.key === "ArrowDown") step(1);
            else if (event.key === "ArrowUp") step(-1);
            else if (event.key === "PageDown") step(6);
            else if (event.key === "PageUp") step(-6);
            else if (event.key === "Enter") /** @type {HTMLElement | null} */ (document.querySelector(".hire-detail input"))?.focus();
            else return;
            event.preventDefault();
          }}>
        ${loaded(roles, () => html`<ul class="hire-list" id="hire-roles" role="listbox" aria-label="Roles" tabindex="-1">
          ${each(found, keyOf, (one, index) => html`<li class="hire-role" role="option" id=${() => `role-${index()}`} data-role-id=${() => one().id} aria-selected=${() => String(one() === role())}
            onclick=${() => chosen.set(keyOf(one()))}><div><b>${() => one().name}</b> <small class="muted">${() => one().level}</small></div><span>${() => one().summary}</span></li>`)}</ul>
          ${when(() => found().length === 0, () => html`<p class="muted">No role is like that. <button type="button" class="link" onclick=${() => words.set("")}>Show all</button></p>`)}`)}
      </div>
      <div class="hire-detail" onkeydown=${(/** @type {KeyboardEvent} */ event) => { if (event.key === "Enter" && event.target instanceof HTMLInputElement) { event.preventDefault(); void hire(); } }}>${when(role, () => html`<div class="stack"><div><h3>${() => role()?.name}</h3><p class="muted small">${() => `${role()?.level}, decides: ${spoken(role()?.decision_authority ?? "")}`}</p></div>
          <p>${() => role()?.summary}</p>
          <div class="chips">${() => (role()?.capabilities ?? []).map((one) => html`<span class="chip">${spoken(one)}</span>`)}</div></div>`)}
        ${field("Name", html`<input name="name" maxlength="80" autocomplete="off" placeholder="A name is chosen" .value=${name} oninput=${text(name)} data-testid="hire-name">`)}
        ${field("Manager", html`<select name="manager" data-testid="hire-manager" onchange=${text(manager)}>
          <option value="">${() => { const one = likely(); return one ? `As the role says: ${plain(one.name)}` : "As the role says"; }}</option>
          ${each(managers, (one) => one.id, (one) => html`<option value=${() => one().id} ?selected=${() => manager() === one().id}>${() => `${plain(one().name)}, ${plain(one().title)}`}</option>`)}</select>`)}
        ${field("Model", html`<select name="provider" data-testid="hire-model" onchange=${text(provider)}>
          <option value="">As the company</option>
          ${each(usable, (one) => one.id, (one) => html`<option value=${() => one().id} ?selected=${() => provider() === one().id}>${() => `${one().name}${one().privacy_tier === "local" ? ", local" : ""}`}</option>`)}</select>`)}
        ${when(() => provider() && provider() !== "practice", () => field("Which of its models", html`<input name="model" list="hire-models" autocomplete="off" placeholder="Its default" .value=${model} oninput=${text(model)}>`))}
        <datalist id="hire-models">${each(models, (one) => one, (one) => html`<option value=${one}></option>`)}</datalist>
      </div></div></div>
      <footer>${asCommand(() => { const wanted = role(); return wanted ? { does: "hire", words: [keyOf(wanted)], options: { name: name().trim(), manager: manager(), provider: provider(), model: provider() && model().trim() } } : "Choose a role first."; })}<button type="button" onclick=${close}>Cancel</button>
        ${button(() => (name().trim() ? `Hire ${plain(name().trim())}` : "Hire"), hire, { class: "primary", testid: "hire-confirm", disabled: () => !role() })}</footer>`;
  }, { class: "wide", testid: "hire-dialog", onClose: () => { isOpen = false; } });
}
