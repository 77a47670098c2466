// @ts-check
// What can be done with somebody who works here: steer, pause, stop, talk, fire.
import { signal } from "../core.js";
import { html, when } from "../template.js";
import { api, path } from "../api.js";
import { at, base } from "../company.js";
import { attempt, button, dialog, field, toast } from "../ui.js";
import { go } from "../router.js";
import { plain, plural } from "../format.js";
import { asCommand } from "../command.js";

/** @param {string} id */
const own = (id) => `${base()}${path`/employees/${id}`}`;

/**
 * Opens the direct thread.
 * @param {string} id
 */
export const talk = (id) => attempt(async () => {
  const thread = await api.post(`${own(id)}/thread`);
  go(at(`chat/${encodeURIComponent(thread.id)}`));
}, "Chat");

/**
 * @param {{ id: string, name: string }} who
 * @param {() => void} done
 */
export const pause = (who, done) => attempt(async () => {
  await api.post(`${own(who.id)}/pause`);
  done();
  toast(`${plain(who.name)} pauses after this step.`, { action: { label: "Resume", run: () => void resume(who, done) } });
}, "Pause");

/**
 * @param {{ id: string, name: string }} who
 * @param {() => void} done
 */
export const resume = (who, done) => attempt(async () => {
  await api.post(`${own(who.id)}/resume`);
  done();
  toast(`${plain(who.name)} works again.`);
}, "Resume");

/**
 * @param {{ id: string, name: string }} who
 * @param {() => void} done
 */
export const stop = (who, done) => attempt(async () => {
  const { stopping = 0, cancelled = 0 } = await api.post(`${own(who.id)}/stop`) ?? {};
  done();
  const parts = [stopping ? `${plural(stopping, "run")} ${stopping === 1 ? "is" : "are"} stopping` : "", cancelled ? `${plural(cancelled, "waiting piece", "waiting pieces")} of work taken back` : ""].filter(Boolean);
  toast(parts.length ? `${plain(who.name)}: ${parts.join(", ")}.` : `${plain(who.name)} had nothing going on.`);
}, "Stop");

/**
 * Says something to a run before its next step.
 * @param {{ id: string, name: string }} who
 * @param {string} run
 * @param {() => void} done
 */
export function openSteer(who, run, done) {
  const text = signal("");
  dialog(`Steer ${plain(who.name)}`, (close) => {
    const send = async () => {
      if (!text().trim()) return;
      await attempt(async () => {
        await api.post(`${base()}${path`/runs/${run}/guidance`}`, { content: text().trim() });
        close();
        done();
        toast(`${plain(who.name)} hears it before the next step.`, { action: { label: "See the run", run: () => go(at(`runs/${encodeURIComponent(run)}`)) } });
      }, "Steer");
    };
    return html`<div class="body">${field("What to change", html`<textarea rows="4" autofocus data-testid="steer-text" oninput=${(/** @type {any} */ event) => text.set(event.target.value)}
        onkeydown=${(/** @type {KeyboardEvent} */ event) => { if (event.key === "Enter" && (event.metaKey || event.ctrlKey)) { event.preventDefault(); void send(); } }}></textarea>`,
        "It is told before the next step of the work that goes on; the run shows when it was taken up.")}</div>
      <footer>${asCommand(() => (text().trim() ? { does: "run guide", words: [run, text().trim()] } : "Say first what to change."))}<button type="button" onclick=${close}>Cancel</button>${button("Steer", send, { class: "primary", disabled: () => !text().trim(), key: "mod+enter" })}</footer>`;
  }, { testid: "steer-dialog" });
}

/**
 * Asks who takes over, and fires somebody.
 * @param {{ id: string, name: string, manager_id?: string | null }} who
 * @param {{ id: string, name: string, title: string }[]} others
 * @param {string[]} consequences sentences about what goes over to whom
 * @param {() => void} done
 */
export function openFire(who, others, consequences, done) {
  const name = plain(who.name);
  const successor = signal(who.manager_id ?? others[0]?.id ?? "");
  const typed = signal("");
  dialog(`Fire ${name}`, (close) => html`<div class="body">
    <p>${name} leaves for good. What they made, said and cost stays on record.</p>
    ${consequences.length ? html`<ul class="bullets">${consequences.map((line) => html`<li>${line}</li>`)}</ul>` : null}
    ${when(() => others.length > 0, () => field("Who takes over", html`<select onchange=${(/** @type {any} */ event) => successor.set(event.target.value)}>
      ${others.map((one) => html`<option value=${one.id} ?selected=${one.id === successor.peek()}>${`${plain(one.name)}, ${plain(one.title)}${one.id === who.manager_id ? " (manager)" : ""}`}</option>`)}</select>`, "Open tickets, reviews and projects go to them."))}
    ${field(`Type “${name}” to confirm`, html`<input type="text" autocomplete="off" data-testid="fire-name" oninput=${(/** @type {any} */ event) => typed.set(event.target.value)}>`)}
    </div><footer>${asCommand(() => ({ does: "employee fire", words: [who.id], options: { to: successor() } }))}<button type="button" onclick=${close}>Cancel</button>
      ${button("Fire", () => attempt(async () => {
        await api.post(`${own(who.id)}/dismiss`, successor() ? { successor_id: successor() } : {});
        close();
        toast(`${name} does not work here any more.`);
        done();
      }, "Fire"), { class: "danger", testid: "fire-confirm", disabled: () => typed().trim() !== name })}</footer>`, { class: "destructive", testid: "fire-dialog" });
}
