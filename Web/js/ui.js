// @ts-check
// The pieces that pages are made of.
import { computed, onCleanup, root, signal, untrack } from "./core.js";
import { each, html, mount, svg, when } from "./template.js";
import { ago, exact, initials, plain } from "./format.js";
import { shown } from "./keys.js";

/** @typedef {import("./queries.js").Query<any>} Query */

// MARK: Saying something

const polite = signal("");
const urgent = signal("");
/** The regions in which a screen reader hears what happened. */
export const announcer = () => html`<div class="unseen" data-follows-dialog=""><div aria-live="polite" role="status">${polite}</div><div aria-live="assertive" role="alert">${urgent}</div></div>`;

/**
 * Says a sentence to screen readers.
 * @param {string} text
 * @param {{ isUrgent?: boolean }} [options]
 */
export function announce(text, options = {}) {
  const region = options.isUrgent ? urgent : polite;
  // The same words twice are heard twice.
  region.set(region.peek() === text ? `${text}\u00a0` : text);
}

/** @typedef {{ id: number, text: string, kind: "done" | "bad" | "needs", action?: { label: string, run: () => void }, until: number }} Toast */
const toasts = signal(/** @type {Toast[]} */ ([]));
let toastID = 0;

/**
 * Shows a sentence for a few seconds, at most three at a time.
 * @param {string} text
 * @param {{ kind?: Toast["kind"], action?: Toast["action"], seconds?: number }} [options]
 */
export function toast(text, options = {}) {
  const made = { id: ++toastID, text, kind: options.kind ?? "done", action: options.action, until: Date.now() + (options.seconds ?? 6) * 1000 };
  toasts.update((list) => [...list.slice(-2), made]);
  announce(text, { isUrgent: made.kind === "bad" });
}

/** @param {number} id */
const dropToast = (id) => toasts.update((list) => list.filter((one) => one.id !== id));

export function toastRegion() {
  let isHeld = false;
  const timer = setInterval(() => {
    if (!isHeld && toasts.peek().some((one) => one.until < Date.now())) toasts.update((list) => list.filter((one) => one.until >= Date.now()));
  }, 500);
  onCleanup(() => clearInterval(timer));
  return html`<section class="toasts" aria-label="Notices" data-follows-dialog="" onmouseenter=${() => { isHeld = true; }} onmouseleave=${() => { isHeld = false; }}
      onfocusin=${() => { isHeld = true; }} onfocusout=${() => { isHeld = false; }}>
    ${each(toasts, (one) => one.id, (one) => html`<div class=${() => `toast ${one().kind}`}>
      <span>${() => one().text}</span>
      ${() => { const { action, id } = one(); return action ? html`<button type="button" class="quiet small" onclick=${() => { dropToast(id); action.run(); }}>${action.label}</button>` : null; }}
      <button type="button" class="quiet small icon" aria-label="Close" onclick=${() => dropToast(one().id)}>×</button>
    </div>`)}
  </section>`;
}

/**
 * Shows why something failed.
 * @param {unknown} error
 * @param {string} [what] what was tried, as the beginning of a sentence
 */
export function fail(error, what = "") {
  const failure = /** @type {any} */ (error);
  toast(`${what ? `${what}: ` : ""}${failure?.message ?? "Something went wrong."}${failure?.hint ? ` ${failure.hint}` : ""}`, { kind: "bad", seconds: 12 });
}

/**
 * Runs a call that an action makes; while it runs `isBusy` is true, its failure is shown.
 * @template T
 * @param {() => Promise<T>} work
 * @param {string} [what]
 * @returns {Promise<T | undefined>}
 */
export async function attempt(work, what) {
  try { return await work(); } catch (error) { fail(error, what); return undefined; }
}

// MARK: Small pieces

/**
 * A state's shape and word; colour comes third.
 * @param {() => string} state
 * @param {(() => string) | null} [word]
 */
export const stateMark = (state, word = null) => html`<span class=${() => `state ${kindOf(state())}`}>
  ${() => shape(kindOf(state()))}<span>${() => (word ? word() : wordFor(state()))}</span></span>`;

/** @type {Record<string, string>} */
const KINDS = {
  idle: "idle", open: "idle", pending: "idle", queued: "wait", waiting: "wait", scheduled: "idle", draft: "idle", not_started: "idle", planned: "idle",
  thinking: "think", working: "live", running: "live", streaming: "live", in_progress: "live", active: "live", live: "live", claimed: "live",
  blocked: "blocked", failed: "bad", error: "bad", rejected: "bad", denied: "bad", paused: "wait", in_review: "review", review: "review",
  needs_approval: "review", done: "done", completed: "done", succeeded: "done", finished: "done", reached: "done", approved: "done", closed: "done", ended: "done",
  in_meeting: "meet", meeting: "meet", offline: "off", stopped: "off", cancelled: "off", abandoned: "off", archived: "off", fired: "off", interrupted: "off",
};
/** @param {string} state */
export const kindOf = (state) => KINDS[state] ?? "idle";
/** @param {string} state */
export const wordFor = (state) => String(state ?? "").replaceAll("_", " ");

/** @param {string} kind */
function shape(kind) {
  const picture = (/** @type {any} */ inner) => html`<svg class="glyph" viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">${inner}</svg>`;
  switch (kind) {
    case "live": return picture(svg`<circle cx="6" cy="6" r="4.5" fill="currentColor" class="pulse"/>`);
    case "think": return picture(svg`<g><circle cx="6" cy="6" r="4.5" fill="none" stroke="currentColor" stroke-width="1.5"/><path d="M6 1.5a4.5 4.5 0 0 1 0 9z" fill="currentColor"/></g>`);
    case "blocked": return picture(svg`<rect x="2" y="2" width="8" height="8" fill="currentColor"/>`);
    case "bad": return picture(svg`<path d="M6 1 11 10.5H1z" fill="currentColor"/>`);
    case "meet": return picture(svg`<path d="M6 1 11 6 6 11 1 6z" fill="none" stroke="currentColor" stroke-width="1.5"/>`);
    case "off": return picture(svg`<path d="M2.5 2.5l7 7m0-7l-7 7" stroke="currentColor" stroke-width="1.5"/>`);
    case "done": return picture(svg`<path d="M1.5 6.5 4.5 9.5 10.5 2.5" fill="none" stroke="currentColor" stroke-width="1.8"/>`);
    case "wait": return picture(svg`<path d="M3.5 2v8M8.5 2v8" stroke="currentColor" stroke-width="2"/>`);
    case "review": return picture(svg`<g><circle cx="6" cy="6" r="4.5" fill="none" stroke="currentColor" stroke-width="1.5"/><circle cx="6" cy="6" r="1.6" fill="currentColor"/></g>`);
    default: return picture(svg`<circle cx="6" cy="6" r="4.2" fill="none" stroke="currentColor" stroke-width="1.5"/>`);
  }
}

/** @param {() => string} name */
export const avatar = (name) => html`<span class="avatar" aria-hidden="true" data-tone=${() => tone(name())}>${() => initials(plain(name()))}</span>`;

/** @param {string} name */
const tone = (name) => [...name].reduce((sum, sign) => (sum * 31 + (sign.codePointAt(0) ?? 0)) % 6, 0);

/**
 * A moment as words that stay right, with the exact one on hover.
 * @param {() => number | null | undefined} moment
 */
export const when_ = (moment) => html`<time title=${() => exact(moment())} datetime=${() => { const at = moment(); return at == null ? null : new Date(at).toISOString(); }}>${() => ago(moment())}</time>`;

/** @param {string} key */
export const keyHint = (key) => html`<kbd aria-hidden="true">${shown(key)}</kbd>`;

/**
 * A button that waits while its work runs, so that it is done once.
 * @param {any} label
 * @param {() => unknown} work
 * @param {{ class?: string, key?: string, testid?: string, title?: string, disabled?: () => boolean, label?: string }} [options]
 */
export function button(label, work, options = {}) {
  const isBusy = signal(false);
  // While it works it stays focusable: a button that is disabled under the fingers loses the focus to the page's beginning.
  return html`<button type="button" class=${options.class ?? null} title=${options.title ?? null} aria-label=${options.label ?? null} data-testid=${options.testid ?? null}
    ?disabled=${() => Boolean(options.disabled?.())} aria-disabled=${() => (isBusy() ? "true" : null)} aria-busy=${() => (isBusy() ? "true" : null)}
    onclick=${async (/** @type {Event} */ event) => {
      event.stopPropagation();
      if (isBusy.peek()) return;
      isBusy.set(true);
      try { await work(); } catch (error) { fail(error); } finally { isBusy.set(false); }
    }}>${label}${options.key ? keyHint(options.key) : null}</button>`;
}

// MARK: Frames of pages

/**
 * A page's head: its name, what it says in a line, and its actions.
 * @param {any} title
 * @param {{ lead?: any, actions?: any, back?: { href: string, label: string } }} [options]
 */
export const pageHead = (title, options = {}) => html`<header class="page-head">
  <div>${options.back ? html`<a class="back" href=${options.back.href}>← ${options.back.label}</a>` : null}
    <h1 tabindex="-1">${title}</h1>${options.lead ? html`<p class="lead">${options.lead}</p>` : null}</div>
  ${options.actions ? html`<div class="actions">${options.actions}</div>` : null}
</header>`;

/**
 * What a query shows: a skeleton at first only, its failure with a way to try again, otherwise `view`, which stays while it is asked again.
 * @param {Query} query
 * @param {() => any} view
 */
export function loaded(query, view) {
  const has = computed(() => query.data() !== undefined);
  const isLate = signal(false);
  const timer = setTimeout(() => isLate.set(true), 150);
  onCleanup(() => clearTimeout(timer));
  return html`${when(() => query.error(), () => problem(query))}
    ${when(has, view, () => when(() => isLate() && !query.error(), () => html`<div class="skeleton" aria-hidden="true"><i></i><i></i><i></i></div>`))}`;
}

/** @param {Query} query */
const problem = (query) => html`<div class="problem" role="alert">
  <strong>${() => (query.error() ? (query.data() === undefined ? "This could not be loaded." : "What you see may be old.") : "")}</strong>
  <span>${() => query.error()?.message ?? ""}</span>
  <span class="actions">${button("Try again", () => query.reload(), { class: "small" })}<a href="/doctor">Doctor</a></span></div>`;

/**
 * @param {string} what one sentence
 * @param {any} [action]
 */
export const empty = (what, action) => html`<div class="empty"><p>${what}</p>${action ?? null}</div>`;

// MARK: Dialogs

/** Notices and announcements stand in the dialog on top: what is outside of one is neither heard nor reached. */
function followDialog() {
  const open = document.querySelectorAll("dialog[open]");
  const home = open[open.length - 1] ?? document.getElementById("app");
  for (const one of document.querySelectorAll("[data-follows-dialog]")) if (one.parentElement !== home) home?.append(one);
}

/**
 * Opens a dialog; what had the focus has it again afterwards.
 * @param {string} title
 * @param {(close: () => void) => any} build
 * @param {{ class?: string, testid?: string, onClose?: () => void }} [options]
 */
export function dialog(title, build, options = {}) {
  const before = /** @type {HTMLElement | null} */ (document.activeElement);
  const id = `d${++toastID}`;
  const box = document.createElement("dialog");
  const close = () => box.close();
  box.className = `dialog ${options.class ?? ""}`;
  box.setAttribute("aria-labelledby", id);
  if (options.testid) box.dataset.testid = options.testid;
  const end = untrack(() => root((end) => {
    mount(box, () => html`<header><h2 id=${id}>${title}</h2>
      <button type="button" class="quiet icon" aria-label="Close" onclick=${close}>×</button></header>${build(close)}`);
    return end;
  }, null));
  document.body.append(box);
  box.showModal();
  followDialog();
  /** @type {HTMLElement | null} */ (box.querySelector("[autofocus], input, textarea, select"))?.focus();
  box.addEventListener("close", () => {
    end();
    // Before the dialog goes: what stands in it would go with it.
    box.removeAttribute("open");
    followDialog();
    box.remove();
    if (before?.isConnected) before.focus();
    options.onClose?.();
  });
  box.addEventListener("click", (event) => { if (event.target === box) close(); });
  return close;
}

/**
 * Asks before something that cannot be taken back.
 * @param {{ title: string, effect: any, action: string, isDestructive?: boolean, typed?: string, command?: Node }} question typed: what must be written before
 * @returns {Promise<boolean>}
 */
export const confirm = ({ title, effect: what, action, isDestructive, typed, command }) => new Promise((resolve) => {
  let answer = false;
  const text = signal("");
  dialog(title, (close) => html`<div class="body">${typeof what === "string" ? html`<p>${what}</p>` : what}
    ${typed ? html`<label>Type “${typed}” to confirm<input type="text" oninput=${(/** @type {any} */ event) => text.set(event.target.value)}></label>` : null}</div>
    <footer>${command}<button type="button" onclick=${close}>Cancel</button>
      <button type="button" class=${isDestructive ? "danger" : "primary"} ?disabled=${() => Boolean(typed) && text() !== typed}
        onclick=${() => { answer = true; close(); }}>${action}</button></footer>`, { class: isDestructive ? "destructive" : "", onClose: () => resolve(answer) });
});

// MARK: Forms

/**
 * @param {string} label
 * @param {any} control an input, select or textarea
 * @param {string} [help]
 */
export const field = (label, control, help) => html`<label class="field"><span>${label}</span>${control}${help ? html`<small>${help}</small>` : null}</label>`;

/**
 * A form's values by the names of its controls.
 * @param {HTMLFormElement} form
 * @returns {Record<string, string>}
 */
export const values = (form) => Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, typeof value === "string" ? value : value.name]));
