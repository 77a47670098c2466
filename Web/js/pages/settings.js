// @ts-check
// Settings: of the company, of its models, and of this browser.
import { computed, signal } from "../core.js";
import { html, when } from "../template.js";
import { pageHead } from "../ui.js";
import { at } from "../company.js";
import { go } from "../router.js";
import { companySection, programSection } from "../settings/company.js";
import { providersSection, pricesSection } from "../settings/providers.js";
import { appearanceSection, dataSection, keyboardSection } from "../settings/browser.js";

export const css = "settings";

/** Every section, with the words by which it is found. */
const SECTIONS = [
  { id: "company", label: "Company", words: "mission privacy default model quiet hours context digest checkpoint failover pause archive", build: companySection },
  { id: "providers", label: "Providers and keys", words: "anthropic openai google gemini openrouter groq together fireworks ollama api key model test base url practice", build: providersSection },
  { id: "prices", label: "Prices", words: "cost tokens list price override import", build: pricesSection },
  { id: "program", label: "Program", words: "slots strategy concurrency caps failover embedding search privacy instance", build: programSection },
  { id: "appearance", label: "Appearance", words: "theme light dark density compact screen reader announce", build: appearanceSection },
  { id: "keyboard", label: "Keyboard", words: "shortcuts single keys", build: keyboardSection },
  { id: "data", label: "Data and session", words: "sign out export backup version about database", build: dataSection },
];

/** @type {import("../router.js").Open} */
export function open({ params }) {
  const text = signal("");
  const here = computed(() => SECTIONS.find((section) => section.id === params.section) ?? SECTIONS[0]);
  const found = computed(() => SECTIONS.filter((section) => !text() || `${section.label} ${section.words}`.toLowerCase().includes(text().toLowerCase())));
  return {
    title: () => `Settings, ${here()?.label ?? ""}`,
    view: html`${pageHead("Settings")}
      <div class="settings"><nav aria-label="Sections">
        <label><span class="unseen">Find a setting</span><input type="search" placeholder="Find a setting" oninput=${(/** @type {any} */ event) => text.set(event.target.value)}
          onkeydown=${(/** @type {KeyboardEvent} */ event) => { const first = found()[0]; if (event.key === "Enter" && first) go(at(`settings/${first.id}`)); }}></label>
        <ul>${() => found().map((section) => html`<li><a href=${at(`settings/${section.id}`)} aria-current=${section.id === here()?.id ? "page" : null}>${section.label}</a></li>`)}</ul>
        ${when(() => found().length === 0, () => html`<p class="muted">No setting is called so.</p>`)}
      </nav><div class="stack">${here()?.build()}</div></div>`,
  };
}
