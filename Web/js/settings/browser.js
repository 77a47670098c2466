// @ts-check
// What holds for this browser alone.
import { signal } from "../core.js";
import { html } from "../template.js";
import { button, tabs, toast } from "../ui.js";
import { areSingleKeysOn, all as allKeys, setSingleKeys, shown } from "../keys.js";
import { applyAppearance } from "../shell.js";
import { query } from "../queries.js";

/**
 * @param {string} name
 * @param {string} initial
 */
function stored(name, initial) {
  const value = signal(localStorage.getItem(name) ?? initial);
  return { value, set: (/** @type {string} */ next) => { localStorage.setItem(name, next); value.set(next); applyAppearance(); } };
}

export function appearanceSection() {
  const [theme, density, announcing] = [stored("teamx.theme", "system"), stored("teamx.density", "comfortable"), stored("teamx.announce", "boundaries")];
  return html`<section class="panel stack"><h2>Appearance</h2>
    <div class="choice"><h3>Theme</h3>${tabs("Theme", [{ id: "system", label: "System" }, { id: "light", label: "Light" }, { id: "dark", label: "Dark" }], theme.value, theme.set)}</div>
    <div class="choice"><h3>Density</h3>${tabs("Density", [{ id: "comfortable", label: "Comfortable" }, { id: "compact", label: "Compact" }], density.value, density.set)}</div>
    <div class="choice"><h3>Screen reader</h3>${tabs("What is announced", [{ id: "boundaries", label: "Beginnings and ends" }, { id: "off", label: "Nothing" }], announcing.value, announcing.set)}
      <p class="muted">The words that stream in are never read by themselves.</p></div></section>`;
}

export function keyboardSection() {
  return html`<section class="panel stack"><h2>Keyboard</h2>
    <label><input type="checkbox" .checked=${areSingleKeysOn} onchange=${(/** @type {any} */ event) => setSingleKeys(event.target.checked)}>Keys without Ctrl or ⌘ act, such as “c” for a new ticket</label>
    <p class="muted">They never act while you type or a dialog is open.</p>
    <table><thead><tr><th scope="col">Key</th><th scope="col">Does</th></tr></thead><tbody>${allKeys().map((one) => html`<tr><td><kbd>${shown(one.key)}</kbd></td><td>${one.label}</td></tr>`)}</tbody></table></section>`;
}

export function dataSection() {
  const health = query(() => "/api/health");
  return html`<section class="panel stack"><h2>This browser</h2><p>It is signed in by a cookie that no script can read. A new code comes from “teamx open”.</p>
      <div class="actions">${button("Sign out", async () => (await import("../frame.js")).leave())}</div></section>
    <section class="panel stack"><h2>Data</h2><p>All of it lies in the data directory on this machine: one database, a vault of files, sealed secrets. Nothing phones home.</p>
      <div class="actions"><a class="button" href="/doctor">Doctor</a>${button("Copy the server's state", async () => { await navigator.clipboard.writeText(JSON.stringify(health.data() ?? {}, null, 2)); toast("Copied."); })}</div>
      <pre tabindex="0">${() => JSON.stringify(health.data() ?? {}, null, 2)}</pre></section>`;
}
