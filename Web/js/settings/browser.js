// @ts-check
// What holds for whoever looks, and for this browser.
import { signal } from "../core.js";
import { html, when } from "../template.js";
import { announce, button, toast } from "../ui.js";
import { tabs } from "../tabs.js";
import { areSingleKeysOn, all as allKeys, name as keyName, shown, swaps } from "../keys.js";
import { choose, preferences, swapKeys } from "../preferences.js";
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

/** @type {[string, string][]} Single keys that pages have, besides those of the frame. */
const OF_PAGES = [
  ["j", "Next, in lists"], ["k", "Before, in lists"], ["x", "Select"], ["o", "Open beside the list"], ["f", "Filter"], [".", "All actions"], ["v", "Saved views, or the other view"],
  ["a", "Assign; approve in the inbox"], ["p", "Priority"], ["d", "Deny"], ["r", "Reply"], ["z", "Snooze"], ["e", "Done; open a step of a run"], ["s", "Stop a run"], ["m", "Move; new thread; call a meeting"], ["u", "Upload"], ["t", "Today, in the schedule"],
];

export function keyboardSection() {
  /** Which key waits for the one that shall take its place. */
  const waiting = signal("");
  const isSingle = (/** @type {string} */ key) => !/mod\+|alt\+| |^(?:arrow|enter|escape|home|end|tab)/.test(key);
  const rows = new Map([...OF_PAGES, ...allKeys().filter((one) => isSingle(one.key)).map((one) => /** @type {[string, string]} */ ([one.key, one.label]))]);
  const take = (/** @type {KeyboardEvent} */ event) => {
    const [from, to] = [waiting(), keyName(event)];
    if (!from || /^(?:mod\+)?(?:alt\+)?(?:shift\+)?(?:shift|control|alt|meta|tab)$/.test(to)) return;
    event.preventDefault();
    event.stopPropagation();
    waiting.set("");
    if (to === "escape" || to === swaps()[from]) return;
    if (!isSingle(to)) return void toast("Only a key without Ctrl, Alt or ⌘ can take its place.", { kind: "needs" });
    swapKeys(from, to);
    announce(`${to} is now ${rows.get(from) ?? from}.`);
  };
  return html`<section class="panel stack"><h2>Keyboard</h2>
    <label><input type="checkbox" .checked=${areSingleKeysOn} onchange=${(/** @type {any} */ event) => void choose({ single_keys: event.target.checked })}>Keys without Ctrl or ⌘ act, such as “c” for a new ticket</label>
    <p class="muted">They never act while you type or a dialog is open. A key that takes another’s place gives it its own meaning, so that none is lost, in every browser that you sign in with.</p>
    <div class="actions">${when(() => Object.values(swaps()).some(Boolean), () => button("All keys as they came", () => { swapKeys("", ""); announce("All keys are as they came."); }, { class: "small" }))}</div>
    <table data-testid="key-table"><thead><tr><th scope="col">Key</th><th scope="col">Does</th><th scope="col"><span class="unseen">Change</span></th></tr></thead><tbody>
      ${[...rows].map(([key, label]) => html`<tr><td><kbd>${() => shown(key)}</kbd></td><td>${label}</td><td><button type="button" class="quiet small" aria-label=${`Another key for ${label}`} onkeydown=${take} onblur=${() => waiting.set("")}
        onclick=${() => { waiting.set(key); announce("Press the key that shall take its place, or Escape."); }}>${() => (waiting() === key ? "Press a key…" : "Change")}</button></td></tr>`)}
      ${allKeys().filter((one) => !isSingle(one.key)).map((one) => html`<tr><td><kbd>${() => shown(one.key)}</kbd></td><td>${one.label}</td><td></td></tr>`)}</tbody></table></section>`;
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
