// @ts-check
// What holds for whoever looks, and for this browser.
import { html } from "../template.js";
import { button, tabs, toast } from "../ui.js";
import { areSingleKeysOn, all as allKeys, shown } from "../keys.js";
import { choose, preferences } from "../preferences.js";
import { query } from "../queries.js";

export function appearanceSection() {
  /**
   * @param {string} label
   * @param {"theme" | "density" | "announce"} name
   * @param {[string, string][]} options
   */
  const choice = (label, name, options) => tabs(label, options.map(([id, label]) => ({ id, label })), () => preferences()[name], (id) => void choose({ [name]: id }));
  return html`<section class="panel stack"><h2>Appearance</h2><p class="muted">Yours, in every browser that you sign in with.</p>
    <div class="choice"><h3>Theme</h3>${choice("Theme", "theme", [["system", "System"], ["light", "Light"], ["dark", "Dark"]])}</div>
    <div class="choice"><h3>Density</h3>${choice("Density", "density", [["comfortable", "Comfortable"], ["compact", "Compact"]])}</div>
    <div class="choice"><h3>Screen reader</h3>${choice("What is announced", "announce", [["verbose", "All that happens"], ["boundaries", "Beginnings and ends"], ["off", "Nothing"]])}
      <p class="muted">The words that stream in are never read by themselves.</p></div></section>`;
}

export function keyboardSection() {
  return html`<section class="panel stack"><h2>Keyboard</h2>
    <label><input type="checkbox" .checked=${areSingleKeysOn} onchange=${(/** @type {any} */ event) => void choose({ single_keys: event.target.checked })}>Keys without Ctrl or ⌘ act, such as “c” for a new ticket</label>
    <p class="muted">They never act while you type or a dialog is open.</p>
    <table><thead><tr><th scope="col">Key</th><th scope="col">Does</th></tr></thead><tbody>${allKeys().map((one) => html`<tr><td><kbd>${shown(one.key)}</kbd></td><td>${one.label}</td></tr>`)}</tbody></table></section>`;
}

export function dataSection() {
  /** @type {import("../queries.js").Asked<"GET /api/health">} */
  const health = query(() => "/api/health");
  return html`<section class="panel stack"><h2>This browser</h2><p>It is signed in by a cookie that no script can read. A new code comes from “teamx open”.</p>
      <div class="actions">${button("Sign out", async () => (await import("../frame.js")).leave())}</div></section>
    <section class="panel stack"><h2>Data</h2><p>All of it lies in the data directory on this machine: one database, a vault of files, sealed secrets. Nothing phones home.</p>
      <div class="actions"><a class="button" href="/doctor">Doctor</a>${button("Copy the server's state", async () => { await navigator.clipboard.writeText(JSON.stringify(health.data() ?? {}, null, 2)); toast("Copied."); })}</div>
      <pre tabindex="0">${() => JSON.stringify(health.data() ?? {}, null, 2)}</pre></section>`;
}
