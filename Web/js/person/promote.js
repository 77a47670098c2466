// @ts-check
// Another title or level for somebody.
import { computed, signal } from "../core.js";
import { html, when } from "../template.js";
import { api, path } from "../api.js";
import { base } from "../company.js";
import { attempt, button, dialog, field, toast } from "../ui.js";
import { plain } from "../format.js";

const LEVELS = ["Officer", "Senior Management", "Management", "Supervisor", "Lead", "IC"];

/** @type {Promise<boolean> | null} */
let answer = null;
/** Whether this server can change what somebody is: its own description says so. */
const canChange = () => (answer ??= api.get("/api/openapi.json").then((known) => Boolean(known.paths?.["/api/companies/{company}/employees/{employee}"]?.patch), () => false));

/**
 * @param {import("../../types/api").Employee} who
 * @param {() => void} done
 */
export function openPromote(who, done) {
  const name = plain(who.name);
  const title = signal(who.title ?? "");
  const level = signal(who.level ?? "IC");
  const isAble = signal(/** @type {boolean | null} */ (null));
  void canChange().then((is) => isAble.set(is));
  const direction = computed(() => { const by = LEVELS.indexOf(who.level) - LEVELS.indexOf(level()); return by > 0 ? "up" : by < 0 ? "down" : "same"; });
  const isChanged = () => title().trim() !== who.title || level() !== who.level;
  dialog(`Promote ${name}`, (close) => html`<div class="body">
    ${field("Title", html`<input maxlength="120" .value=${title} oninput=${(/** @type {any} */ event) => title.set(event.target.value)}>`)}
    ${field("Level", html`<select onchange=${(/** @type {any} */ event) => level.set(event.target.value)}>${LEVELS.map((one) => html`<option value=${one} ?selected=${one === who.level}>${one}</option>`)}</select>`)}
    <p class="muted">${() => (direction() === "up" ? `${name} rises from ${who.level} to ${level()}. Reports and manager stay; their reach of decision grows with the level.` : direction() === "down" ? `${name} goes from ${who.level} down to ${level()}.` : "The level stays.")}</p>
    ${when(() => isAble() === false, () => html`<p class="note">This server cannot change a level yet. Until then: hire for the higher role and let ${name} hand over.</p>`)}
    </div><footer><button type="button" onclick=${close}>Cancel</button>${button("Promote", () => attempt(async () => {
      await api.patch(`${base()}${path`/employees/${who.id}`}`, { title: title().trim(), level: level() });
      close();
      done();
      toast(`${name} is ${title().trim()} now.`);
    }, "Promote"), { class: "primary", disabled: () => isAble() !== true || !isChanged() })}</footer>`, { class: "narrow", testid: "promote-dialog" });
}
