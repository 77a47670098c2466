// @ts-check
// Several things of the inbox at once: which are chosen, and what can be done with all of them.
import { computed, signal } from "../core.js";
import { html, when } from "../template.js";
import { announce, fail, toast } from "../ui.js";
import { date, plural, time } from "../format.js";
import { canBeDone, chooseMoment, putAway, setAside, takeBack } from "./deeds.js";
import { sentence } from "./kinds.js";

/** @typedef {import("./kinds.js").Item} Item */

/**
 * @param {() => readonly Item[]} items what is shown
 * @param {import("./deeds.js").Desk} desk
 */
export function makeSelection(items, desk) {
  const ids = signal(/** @type {ReadonlySet<string>} */ (new Set()));
  /** Boxes stand before the rows: asked for by the button, as fingers have no keys. */
  const isOffered = signal(false);
  // What was decided elsewhere meanwhile is not chosen any more.
  const chosen = computed(() => items().filter((one) => ids().has(one.id)));
  const isOn = computed(() => isOffered() || chosen().length > 0);
  const isBusy = signal(false);
  const clear = () => {
    if (!isOn()) return;
    const had = document.activeElement;
    const isLost = Boolean(had?.closest(".inbox-bulk, .inbox-choose"));
    ids.set(new Set());
    isOffered.set(false);
    announce("Nothing is selected.");
    // What had the focus goes with the selection.
    if (isLost) queueMicrotask(() => /** @type {HTMLElement | null} */ (document.querySelector(".inbox-list a[aria-current]") ?? document.querySelector(".inbox-list a"))?.focus());
  };
  const offer = () => {
    isOffered.set(true);
    announce("Select what is meant.");
    setTimeout(() => /** @type {HTMLElement | null} */ (document.querySelector(".inbox-choose input"))?.focus());
  };

  const toggle = (/** @type {Item} */ item) => {
    const next = new Set(chosen().map((one) => one.id));
    if (!next.delete(item.id)) next.add(item.id);
    ids.set(next);
    announce(`${sentence(item)} ${next.has(item.id) ? "selected" : "not selected"}, ${next.size} in all.`);
  };
  const add = (/** @type {(Item | undefined)[]} */ ...those) => {
    ids.set(new Set([...chosen().map((one) => one.id), ...those.flatMap((one) => (one ? [one.id] : []))]));
    announce(`${ids().size} selected.`);
  };

  /**
   * Does the same to all that are chosen; what is refused stays, with the reason.
   * @param {readonly Item[]} those
   * @param {(item: Item) => Promise<unknown>} work
   * @param {string} said
   * @param {boolean} [isOver] it is done with, rather than put off
   */
  async function forAll(those, work, said, isOver = false) {
    /** @type {Item[]} */
    const done = [];
    /** @type {string[]} */
    const refusals = [];
    if (isBusy.peek()) return;
    isBusy.set(true);
    clear();
    for (const one of those) {
      try { await work(one); done.push(one); } catch (error) { refusals.push(/** @type {Error} */ (error).message); }
    }
    isBusy.set(false);
    if (refusals.length > 0) fail(new Error(`${plural(refusals.length, "thing")} could not: ${refusals.slice(0, 2).join(" ")}`));
    if (done.length === 0) return;
    // What was read stays read; everything else can come back.
    const back = done.filter((one) => one.kind !== "unread_thread" || !isOver);
    toast(`${plural(done.length, "thing")} ${said}.`, back.length ? { action: { label: "Undo", run: () => { for (const one of back) void takeBack(one, desk); } } } : {});
    desk.settled(done, `${plural(done.length, "thing")} ${said}.`);
  }

  const snoozeAll = () => { const those = chosen(); if (those.length) chooseMoment((until) => forAll(those, (one) => putAway(one, until), `snoozed until ${date(until)}, ${time(until)}`)); };
  const openOnes = computed(() => chosen().filter((one) => !canBeDone(one)).length);
  const doneAll = () => {
    const those = chosen();
    if (openOnes() > 0) return announce(why());
    if (those.length) void forAll(those, setAside, those.every((one) => one.kind === "unread_thread") ? "read" : "put away", true);
  };
  const why = () => (openOnes() === 0 ? "" : openOnes() === chosen().length ? "These need a decision; they can be snoozed." : `${openOnes()} of these ${openOnes() === 1 ? "needs" : "need"} a decision; they can be snoozed.`);

  const bar = when(isOn, () => html`<div class="inbox-bulk" role="toolbar" aria-label="What to do with what is selected" data-testid="inbox-bulk">
    <strong>${() => (chosen().length ? `${chosen().length} selected` : "Select some")}</strong>
    <button type="button" class="small" ?disabled=${() => chosen().length === 0 || isBusy()} onclick=${snoozeAll}>Snooze… <kbd aria-hidden="true">z</kbd></button>
    <button type="button" class="small" data-testid="bulk-done" ?disabled=${() => chosen().length === 0 || openOnes() > 0 || isBusy()} title=${() => why() || null} onclick=${doneAll}>${() => (chosen().length > 0 && chosen().every((one) => one.kind === "unread_thread") ? "Mark as read" : "Put away")} <kbd aria-hidden="true">e</kbd></button>
    <button type="button" class="quiet small" onclick=${() => add(...items())}>All</button>
    <button type="button" class="quiet small" onclick=${clear}>Clear <kbd aria-hidden="true">Esc</kbd></button>
    ${when(why, () => html`<p class="muted small">${why}</p>`)}</div>`);

  return { chosen, isOn, isOffered, offer, has: (/** @type {string} */ id) => ids().has(id), toggle, add, clear, snoozeAll, doneAll, bar };
}
