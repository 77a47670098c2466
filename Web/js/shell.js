// @ts-check
// The frame around every page: sidebar, top bar, status line, and the page itself.
import { computed, effect, onCleanup, root, signal, untrack } from "./core.js";
import { html, when } from "./template.js";
import { announce, announcer, button, fail, keyHint, toastRegion } from "./ui.js";
import { ago, money, plain, time } from "./format.js";
import { bind, pending } from "./keys.js";
import { streamState } from "./live.js";
import { at, companies, company, floor, reloadCompanies } from "./company.js";
import { addActions, openPalette } from "./actions.js";
import { go, place } from "./router.js";

/** What the frame needs now and then only. */
const frame = () => import("./frame.js");

/** What the open page wants to hear of the stream in full. */
export const wantedTopic = signal(/** @type {{ thread?: string, run?: string }} */ ({}));

/** @typedef {{ id: string, label: string, key: string, group: "Now" | "Work" | "Company" }} Entry */
/** @type {readonly Entry[]} */
export const entries = [
  { id: "floor", label: "Floor", key: "g f", group: "Now" },
  { id: "inbox", label: "Inbox", key: "g i", group: "Now" },
  { id: "chat", label: "Chat", key: "g c", group: "Now" },
  { id: "board", label: "Board", key: "g b", group: "Work" },
  { id: "goals", label: "Goals", key: "g o", group: "Work" },
  { id: "schedule", label: "Schedule", key: "g s", group: "Work" },
  { id: "meetings", label: "Meetings", key: "g m", group: "Work" },
  { id: "files", label: "Files", key: "g l", group: "Work" },
  { id: "org", label: "Org", key: "g r", group: "Company" },
  { id: "telemetry", label: "Telemetry", key: "g u", group: "Company" },
  { id: "budgets", label: "Budgets", key: "g d", group: "Company" },
  { id: "routines", label: "Routines", key: "g t", group: "Company" },
  { id: "audit", label: "Audit", key: "g a", group: "Company" },
  { id: "settings", label: "Settings", key: "g ,", group: "Company" },
];
/**
 * Pages that belong to an entry of the sidebar without being one.
 * @type {Record<string, string>}
 */
const homes = { ticket: "board", goal: "goals", project: "goals", meeting: "meetings", person: "org", run: "runs" };

/** Theme and density, from this browser's copy of what was chosen. */
export function applyAppearance() {
  const theme = localStorage.getItem("teamx.theme") ?? "system";
  document.documentElement.dataset.theme = theme;
  document.documentElement.dataset.density = localStorage.getItem("teamx.density") ?? "comfortable";
}

/** @param {{ version: string, refresh: () => void }} known */
export function shell({ version, refresh }) {
  const isMenuOpen = signal(false);
  const needs = computed(() => floor()?.needs_you?.count ?? 0);
  const unread = signal(0);
  void import("./unread.js").then((one) => one.keepUnread(unread));
  const badge = (/** @type {string} */ id) => {
    const number = id === "inbox" ? needs() : id === "chat" ? unread() : 0;
    return number ? html`<span class="badge" aria-label=${`${number} ${id === "chat" ? "unread" : "need you"}`}>${number > 50 ? "50+" : number}</span>` : null;
  };
  const pageTitle = signal("");

  effect(() => {
    const parts = [pageTitle(), company()?.name ?? "", "Team-X"].filter(Boolean);
    document.title = `${needs() ? `(${needs()}) ` : ""}${parts.map(plain).join(" · ")}`;
  });
  onCleanup(bind(globalKeys()));

  return html`<a class="skip" href="#main">Skip to the page</a>
  <div class="shell">
    <header class="top">
      <button type="button" class="quiet icon menu" aria-label="Menu" aria-expanded=${() => String(isMenuOpen())} onclick=${() => isMenuOpen.update((is) => !is)}>
        <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true"><path d="M2 4h12M2 8h12M2 12h12" stroke="currentColor" stroke-width="1.6"/></svg></button>
      ${switcher()}
      <button type="button" class="find" aria-label="Search or command" onclick=${() => void openPalette()} data-testid="palette-open" data-copilot-toolbar-toggle=""><span>Search or command</span>${keyHint("mod+k")}</button>
      ${when(company, () => html`<div class="meters">
        <a class="meter" href=${() => at("budgets")} title="What was spent this month"><span>month</span><b>${() => monthMoney()}</b></a>
        <a class="meter" href=${() => at("floor")} title="What works and what waits"><span>queue</span><b>${() => `${floor()?.queue?.running ?? 0} running · ${floor()?.queue?.waiting ?? 0} waiting`}</b></a>
        ${pauseAll(refresh)}
      </div>`)}
    </header>
    <nav class=${() => `side${isMenuOpen() ? " open" : ""}`} aria-label="Pages" onclick=${() => isMenuOpen.set(false)}>
      ${when(company, () => ["Now", "Work", "Company"].map((group) => html`<section><h2>${group}</h2><ul>
        ${entries.filter((entry) => entry.group === group).map((entry) => html`<li><a href=${() => at(entry.id)} aria-current=${() => (isAt(entry.id) ? "page" : null)} data-nav=${entry.id}>
          <span>${entry.label}</span>${() => badge(entry.id)}
          ${keyHint(entry.key)}</a></li>`)}
      </ul></section>`), () => html`<section><ul><li><a href="/welcome">Start a company</a></li><li><a href="/doctor">Doctor</a></li></ul></section>`)}
    </nav>
    <main id="main" tabindex="-1">${lostLine()}${pageSlot(pageTitle)}</main>
    <footer class="status">
      <span class=${() => `stream ${streamState().state}`}>${() => streamWords()}</span>
      <span class="privacy">${() => privacyWords()}</span>
      <span class="right"><span>${() => (pending() ? `${pending()} …` : "")}</span><span>${version}</span>
        <button type="button" class="quiet small" onclick=${() => void frame().then((one) => one.keySheet())} title="Keys" aria-label="Keyboard shortcuts">?</button></span>
    </footer>
    <nav class="tabbar" aria-label="Main pages">
      ${when(company, () => [["floor", "Floor"], ["inbox", "Inbox"], ["board", "Board"], ["budgets", "Cost"]].map(([id = "", label]) => html`<a href=${() => at(id)} aria-current=${() => (isAt(id) ? "page" : null)}>
        ${label}${() => badge(id)}</a>`))}
    </nav>
  </div>
  ${toastRegion()}${announcer()}`;
}

/** @param {string} id */
const isAt = (id) => place().name === id || homes[place().name] === id;

function monthMoney() {
  const burn = floor()?.burn;
  if (!burn) return "–";
  return burn.cap ? `${money(burn.month)} of ${money(burn.cap)}` : money(burn.month);
}

function streamWords() {
  const { state, since } = streamState();
  if (!company()) return "No company open";
  if (state === "live") return "Live";
  if (state === "connecting") return "Connecting…";
  return `Reconnecting… data from ${time(since)}`;
}

function privacyWords() {
  const cap = company()?.settings.max_privacy_tier;
  if (!company()) return "";
  return cap === "local" ? "Local models only" : cap === "open-source-cloud" ? "Local and open-model clouds allowed" : "Cloud models allowed";
}

/** Says across the page that what it shows may be old. */
const lostLine = () => when(() => streamState().state === "lost" && company(), () => html`<div class="lost" role="status">
  <strong>Reconnecting…</strong> <span>${() => `What you see is from ${time(streamState().since)} (${ago(streamState().since)}). What you write is kept.`}</span></div>`);

function switcher() {
  return html`<div class="switcher"><button type="button" class="quiet" aria-haspopup="dialog" data-testid="company-switcher" onclick=${() => void frame().then((one) => one.chooseCompany())}>
    <span class=${() => `dot ${company()?.status ?? ""}`} aria-hidden="true"></span>
    <span class="name">${() => plain(company()?.name ?? "Team-X")}</span>
    ${() => (company() && company()?.status !== "running" ? html`<span class="paused-word">${company()?.status}</span>` : null)}
    <svg viewBox="0 0 10 10" width="10" height="10" aria-hidden="true"><path d="M2 3.5 5 6.5 8 3.5" fill="none" stroke="currentColor" stroke-width="1.5"/></svg></button></div>`;
}

/** @param {() => void} refresh */
function pauseAll(refresh) {
  const isPaused = computed(() => company()?.status === "paused");
  return html`${() => (isPaused()
    ? button("Resume all", async () => (await frame()).resumeAll(refresh), { class: "primary small", testid: "resume-all", title: pausedWhy() })
    : button("Pause all", async () => (await frame()).pauseCompany(refresh), { class: "small", testid: "pause-all", title: "Finish the present steps, take no new work" }))}`;
}

function pausedWhy() {
  const paused = floor()?.company?.paused;
  return paused ? `Paused${paused.by ? ` by ${paused.by}` : ""}${paused.at ? ` at ${time(paused.at)}` : ""}${paused.reason ? `: ${paused.reason}` : ""}` : "Paused";
}

/**
 * The page that the address names; the one before stays until its module has come.
 * @param {import("./core.js").Signal<string>} title
 */
function pageSlot(title) {
  const view = signal(/** @type {any} */ (null));
  /** @type {(() => void) | null} */
  let end = null;
  let isFirst = true;
  let opened = 0;
  const identity = computed(() => { const here = place(); return JSON.stringify([here.name, here.params]); });
  onCleanup(() => end?.());
  effect(() => {
    identity();
    const here = untrack(place);
    const mine = ++opened;
    untrack(() => void open(here, mine));
  });

  /**
   * @param {import("./router.js").Place} here
   * @param {number} mine
   */
  async function open(here, mine) {
    if (here.name === "home") {
      const first = company() ?? companies()[0];
      return go(first ? `/c/${encodeURIComponent(first.slug)}/floor` : "/welcome", { replace: true });
    }
    if (here.params.co && !company()) {
      await reloadCompanies();
      if (mine !== opened) return;
      if (!company()) return show(mine, "Not found", () => html`<div class="empty"><h1 tabindex="-1">No such company</h1><p>There is no company “${plain(here.params.co ?? "")}” here.</p><a class="button" href="/">Go to the floor</a></div>`);
    }
    if (here.name === "nowhere") return show(mine, "Not found", () => html`<div class="empty"><h1 tabindex="-1">Nothing here</h1><p>This address has no page.</p><a class="button" href="/">Go to the floor</a></div>`);
    try {
      const module = await import(`./pages/${here.name}.js`);
      if (module.css) await stylesheet(module.css);
      if (mine !== opened) return;
      show(mine, "", () => {
        const page = module.open({ params: here.params, query: () => place().query });
        if (page.keys) onCleanup(bind(page.keys));
        if (page.actions) onCleanup(addActions(page.actions));
        effect(() => { const name = typeof page.title === "function" ? page.title() : page.title; title.set(name); });
        onCleanup(() => wantedTopic.set({}));
        return page.view;
      });
    } catch (error) {
      if (mine !== opened) return;
      console.error(error);
      show(mine, "Problem", () => html`<div class="problem" role="alert"><h1 tabindex="-1">This page could not be opened</h1><p>${/** @type {any} */ (error)?.message ?? ""}</p>
        ${button("Try again", () => location.reload())} <a href="/doctor">Doctor</a></div>`);
    }
  }

  /**
   * @param {number} mine
   * @param {string} name
   * @param {() => any} build
   */
  function show(mine, name, build) {
    if (mine !== opened) return;
    const before = end;
    if (name) title.set(name);
    // The page before ends first: what it wanted of the stream must not be put away after the next has said what it wants.
    before?.();
    const made = root((stop) => { const drawn = build(); return { drawn, stop }; }, null);
    end = made.stop;
    view.set({ drawn: made.drawn });
    queueMicrotask(() => {
      if (isFirst) { isFirst = false; return; }
      const heading = /** @type {HTMLElement | null} */ (document.querySelector("#main h1"));
      heading?.focus({ preventScroll: true });
      document.getElementById("main")?.scrollTo(0, 0);
      announce(document.title);
    });
  }
  return html`<div class="page">${() => view()?.drawn ?? null}</div>`;
}

/** @type {Map<string, Promise<void>>} */
const stylesheets = new Map();

/**
 * Loads `css/{name}.css` once; a page is shown after its looks have come.
 * @param {string} name
 * @returns {Promise<void>}
 */
export function stylesheet(name) {
  const known = stylesheets.get(name);
  if (known) return known;
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.href = new URL(`../css/${name}.css`, import.meta.url).href;
  const loaded = new Promise((/** @type {(value: void) => void} */ resolve) => { link.onload = () => resolve(); link.onerror = () => resolve(); });
  stylesheets.set(name, loaded);
  document.head.append(link);
  return loaded;
}

/** @returns {import("./keys.js").Binding[]} */
function globalKeys() {
  const to = (/** @type {string} */ page) => () => { if (company()) go(at(page)); };
  return [
    { key: "mod+k", label: "Search and commands", group: "Everywhere", action: () => void openPalette() },
    { key: "/", label: "Search", group: "Everywhere", action: () => void openPalette() },
    { key: "?", label: "Keys", group: "Everywhere", action: () => void frame().then((one) => one.keySheet()) },
    { key: "c", label: "New ticket", group: "Everywhere", action: () => void openNewTicket() },
    { key: "h", label: "Hire", group: "Everywhere", action: () => void openHire() },
    { key: "n", label: "Message", group: "Everywhere", action: () => void frame().then((one) => one.newThread()) },
    { key: "shift+p", label: "Pause all", group: "Everywhere", action: () => void frame().then((one) => (company()?.status === "running" ? one.pauseCompany : one.resumeAll)(() => {})).catch(fail) },
    { key: "g n", label: "Runs", group: "Go to", action: to("runs") },
    ...entries.map((entry) => ({ key: entry.key, label: entry.label, group: "Go to", action: to(entry.id) })),
  ];
}

export async function openNewTicket(/** @type {Record<string, any>} */ start = {}) {
  if (!company()) return;
  try { (await import("./pages/new-ticket.js")).openNewTicket(start); } catch (error) { fail(error); }
}

export async function openHire(/** @type {Record<string, any>} */ start = {}) {
  if (!company()) return;
  try { (await import("./pages/hire.js")).openHire(start); } catch (error) { fail(error); }
}
