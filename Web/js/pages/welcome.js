// @ts-check
// The first screen: a name, a template, a model, and a company at work.
import { computed, signal } from "../core.js";
import { html, when } from "../template.js";
import { companies, reloadCompanies } from "../company.js";
import { announce, button, fail, field } from "../ui.js";
import { plain, plural } from "../format.js";
import { go } from "../router.js";
import { found, templates } from "../welcome/founding.js";
import { together } from "../together.js";
import { modelRow } from "../welcome/models.js";

export const css = "welcome";

/** @typedef {import("../welcome/founding.js").Template} Template */

const NAMES = ["Aurora Labs", "Birch & Partners", "Cedar Works", "Delta Studio", "Elm Street Press", "Fathom Group"];

/** @type {import("../router.js").Open} */
export function open() {
  const taken = new Set(companies().map((one) => one.name));
  const name = signal(NAMES.find((one) => !taken.has(one)) ?? `Company ${companies().length + 1}`);
  const list = signal(/** @type {Template[]} */ ([]));
  const problem = signal(/** @type {Error | null} */ (null));
  const chosen = signal("studio");
  const doing = signal("");
  const cap = signal("5");
  const model = modelRow();
  const template = computed(() => list().find((one) => one.id === chosen()) ?? list()[0]);
  const load = async () => {
    problem.set(null);
    try { list.set(await templates()); } catch (error) { problem.set(/** @type {Error} */ (error)); }
  };
  void load();

  // The choices are drawn when it is known how many there are: what stands below would move.
  const isReady = together(() => (list().length > 0 || problem() !== null) && model.isKnown());

  const start = async () => {
    const picked = template();
    if (!picked || !name().trim() || doing.peek()) return;
    const { provider, model: wanted, isFree } = model.choice();
    if (!isFree && !/^\d+(\.\d+)?$/.test(cap().trim())) { document.getElementById("cap")?.focus(); return; }
    doing.set("Starting…");
    try {
      const made = await found({ name: name().trim(), template: picked, provider, model: wanted, cap: isFree ? null : cap().trim() }, (words) => doing.set(words));
      await reloadCompanies();
      if (localStorage.getItem("teamx.coach") === null) localStorage.setItem("teamx.coach", "due");
      announce(`${plain(made.name)} is at work.`);
      go(`/c/${encodeURIComponent(made.slug)}/floor`);
    } catch (error) {
      fail(error, "Start the company");
      // Part of it may stand: the list says so, and asking again goes on where it stopped.
      void reloadCompanies();
    } finally { doing.set(""); }
  };

  return {
    title: "Start a company",
    view: html`<div class="welcome" data-testid="welcome">
      <header><h1 tabindex="-1">Start a company</h1>
        <p class="muted">Employees that think with a model take tickets, write to one another, and ask you where they need you. Everything stays on this machine but what you let a model see.</p></header>
      ${when(problem, () => html`<div class="problem" role="alert"><strong>The templates could not be loaded.</strong><span>${() => problem()?.message ?? ""}</span>${button("Try again", load, { class: "small" })}</div>`)}
      ${when(isReady, () => html`<form onsubmit=${(/** @type {Event} */ event) => { event.preventDefault(); void start(); }}>
        ${field("Name", html`<input name="name" type="text" required maxlength="80" autocomplete="off" data-testid="company-name" .value=${name} oninput=${(/** @type {any} */ event) => name.set(event.target.value)}>`)}
        <fieldset class="templates"><legend>Begin with</legend><div class="template-cards">${() => (list().length || problem() ? list().map((one) => card(one, chosen)) : html`<p class="muted">The templates are being loaded…</p>`)}</div></fieldset>
        ${model.view}
        ${when(() => !model.isFree(), () => html`<label class="field cap"><span>At most this many dollars a month</span><input id="cap" type="text" inputmode="decimal" pattern="[0-9]+([.][0-9]+)?" required .value=${cap} oninput=${(/** @type {any} */ event) => cap.set(event.target.value)}>
          <small>A hard stop, set before the first call that costs money. It can be raised at any time.</small></label>`)}
        <footer><button class="primary" data-testid="start-company" ?disabled=${() => Boolean(doing()) || list().length === 0 || !name().trim()} aria-busy=${() => (doing() ? "true" : null)}>Start the company</button>
          <span class="muted" role="status">${() => doing() || willBe(template(), model.name())}</span></footer>
      </form>
      ${companies().length ? html`<p class="muted small">${plural(companies().length, "company", "companies")} here already: ${companies().slice(0, 5).map((one, place) => html`<span>${place ? ", " : ""}<a href=${`/c/${encodeURIComponent(one.slug)}/floor`}>${plain(one.name)}</a></span>`)}</p>` : null}`)}
    </div>`,
  };
}

/**
 * @param {Template} one
 * @param {import("../core.js").Signal<string>} chosen
 */
const card = (one, chosen) => html`<label class="template" data-template=${one.id}><input type="radio" name="template" value=${one.id} .checked=${() => chosen() === one.id} onchange=${() => chosen.set(one.id)}>
  <span class="template-body"><strong>${plain(one.name)}</strong><span>${plain(one.summary ?? "")}</span>
    ${one.people.length ? html`<span class="muted small">${one.people.map((person) => plain(person.title)).join(", ")}</span>` : null}
    ${one.goal ? html`<span class="muted small">Goal: ${plain(one.goal)}</span>` : null}
    ${extras(one) ? html`<span class="muted small">${extras(one)}</span>` : null}</span></label>`;

/** @param {Template} one */
function extras(one) {
  const parts = [];
  if (one.tickets?.length) parts.push(plural(one.tickets.length, "ticket"));
  if (one.routine) parts.push(`routine: ${plain(one.routine)}`);
  if (one.budget_usd) parts.push(`$${one.budget_usd} a month at most`);
  return parts.join(" · ");
}

/**
 * What the button does, before it is pressed.
 * @param {Template | undefined} template
 * @param {string} model
 */
function willBe(template, model) {
  if (!template) return "";
  const people = template.people.length;
  return people ? `${plural(people, "person", "people")} begin at once, played by ${model === "Practice model" ? "the practice model" : model}.` : "You hire the first people yourself.";
}

