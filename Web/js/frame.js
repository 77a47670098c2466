// @ts-check
// What the frame opens now and then: the companies, the keys, the way in and the way out.
import { signal } from "./core.js";
import { each, html, when } from "./template.js";
import { api } from "./api.js";
import { announce, attempt, confirm, dialog, fail, toast } from "./ui.js";
import { plain } from "./format.js";
import { areSingleKeysOn, all as allKeys, shown } from "./keys.js";
import { at, base, companies, company, reloadCompanies } from "./company.js";
import { go } from "./router.js";
import { entries, openHire, openNewTicket, stylesheet } from "./shell.js";

export function chooseCompany() {
  void reloadCompanies();
  dialog("Companies", (close) => html`<div class="body"><ul class="plain-list">
    ${each(companies, (one) => one.id, (one) => html`<li><a href=${() => `/c/${encodeURIComponent(one().slug)}/floor`} aria-current=${() => (one().id === company()?.id ? "true" : null)} onclick=${close}>
      <span class=${() => `dot ${one().status}`} aria-hidden="true"></span>${() => plain(one().name)} <span class="muted">${() => one().status}</span></a></li>`)}
    </ul></div><footer><a class="button" href="/welcome" onclick=${close}>Start another company</a></footer>`, { class: "narrow" });
}

/** @param {() => void} refresh */
export async function pauseCompany(refresh) {
  const here = company();
  if (!here) return;
  await attempt(async () => {
    await api.post(`${base()}/pause`, {});
    await reloadCompanies();
    refresh();
    toast(`${plain(here.name)} pauses after the present steps.`, { action: { label: "Resume", run: () => void resumeAll(refresh) } });
  }, "Pause");
}

/** @param {() => void} refresh */
export async function resumeAll(refresh) {
  await attempt(async () => {
    await api.post(`${base()}/resume`, {});
    await reloadCompanies();
    refresh();
    announce("The company works again.");
  }, "Resume");
}

export async function leave() {
  if (!(await confirm({ title: "Sign out", effect: "This browser needs a new code from “teamx open” to come back. The company keeps working.", action: "Sign out" }))) return;
  await attempt(() => api.delete("/api/session"), "Sign out");
  localStorage.removeItem("teamx.csrf");
  location.assign("/");
}

/** All keys that work here. */
export function keySheet() {
  /** @type {Map<string, import("./keys.js").Binding[]>} */
  const groups = new Map();
  for (const binding of allKeys()) groups.set(binding.group, [...(groups.get(binding.group) ?? []), binding]);
  dialog("Keyboard", () => html`<div class="body keys">${areSingleKeysOn() ? null : html`<p>Keys without Ctrl or ⌘ are off. <a href=${at("settings/keyboard")}>Settings</a></p>`}
    ${[...groups].map(([group, bindings]) => html`<section><h3>${group}</h3><dl>${bindings.map((binding) => html`<div><dt><kbd>${shown(binding.key)}</kbd></dt><dd>${binding.label}</dd></div>`)}</dl></section>`)}</div>`);
}

/**
 * What is shown to a browser that the server does not know.
 * @param {string | null} problem
 * @param {(code: string) => Promise<void>} enter
 */
export function signInPage(problem, enter) {
  const words = signal(problem);
  return html`<main class="sign-in"><h1>Team-X</h1>
    <p>This browser is not signed in. Run</p><pre><code>teamx open</code></pre><p>in a terminal on this machine: it opens the cockpit by itself, or shows a code for here.</p>
    <form onsubmit=${async (/** @type {SubmitEvent} */ event) => {
      event.preventDefault();
      const code = String(new FormData(/** @type {HTMLFormElement} */ (event.target)).get("code") ?? "").trim();
      try { await enter(code); } catch (error) { words.set(/** @type {Error} */ (error).message); }
    }}><label class="field"><span>Code</span><input name="code" autocomplete="one-time-code" autofocus spellcheck="false" required></label>
      <button class="primary">Come in</button></form>
    ${when(words, () => html`<p class="problem" role="alert">${words}</p>`)}</main>`;
}

/** @returns {import("./actions.js").Entry[]} */
export function globalActions() {
  const to = (/** @type {string} */ page) => () => { if (company()) go(at(page)); };
  return [
    ...entries.map((entry) => ({ id: `go ${entry.id}`, label: entry.label, group: "Go to", key: entry.key, run: to(entry.id) })),
    { id: "go runs", label: "Runs", group: "Go to", key: "g n", run: to("runs") },
    { id: "go doctor", label: "Doctor", group: "Go to", run: () => go("/doctor") },
    { id: "go welcome", label: "Start a company", group: "Do", words: "new company,found", run: () => go("/welcome") },
    { id: "do ticket", label: "New ticket", group: "Do", key: "c", words: "create ticket,task", run: () => void openNewTicket() },
    { id: "do hire", label: "Hire somebody", group: "Do", key: "h", words: "employee,new employee", run: () => void openHire() },
    { id: "do message", label: "Write to somebody", group: "Do", key: "n", words: "message,chat,direct", run: () => void newThread() },
    { id: "do meeting", label: "Call a meeting", group: "Do", run: to("meetings?call=1") },
    { id: "do pause", label: "Pause all", group: "Do", key: "shift+p", run: () => void pauseCompany(() => {}) },
    { id: "do resume", label: "Resume all", group: "Do", run: () => void resumeAll(() => {}) },
    { id: "do theme", label: "Switch between light and dark", group: "Do", words: "theme,appearance", run: () => void import("./preferences.js").then((one) => one.switchTheme()) },
    { id: "do switch", label: "Open another company", group: "Do", run: () => chooseCompany() },
    { id: "do keys", label: "Keyboard shortcuts", group: "Do", key: "?", run: () => keySheet() },
    { id: "do leave", label: "Sign this browser out", group: "Do", run: () => void leave() },
  ];
}

/** Begins a conversation, from wherever one is. */
export async function newThread() {
  if (!company()) return;
  try {
    await stylesheet("chat");
    (await import("./chat/new.js")).openNewThread();
  } catch (error) { fail(error); }
}
