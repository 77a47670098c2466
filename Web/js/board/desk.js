// @ts-check
// What is chosen on the board and what can be done with it, the same in all of its views.
import { computed, signal } from "../core.js";
import { go, place, setQuery } from "../router.js";
import { announce, attempt, confirm, fail, toast } from "../ui.js";
import { plural } from "../format.js";
import { liveWork } from "./work.js";
import { filter } from "./filters.js";
import { assign, edit, move } from "./moves.js";
import { choose } from "./choose.js";
import { choosePerson } from "./people.js";
import { PRIORITIES, STAGE_WORDS, handleOf, keyOf, stage, ticketAddress, useTickets } from "./tickets.js";
import { asCommand } from "../command.js";

/**
 * @typedef {import("./tickets.js").Ticket} Ticket
 * @typedef {import("./tickets.js").Stage} Stage
 */

/** Below this there is no place for a panel beside the board, in pixels. */
const PANEL = 1000;

export function makeDesk() {
  const tickets = useTickets();
  const work = liveWork();
  const active = signal(/** @type {string | null} */ (null));
  const selected = signal(/** @type {ReadonlySet<string>} */ (new Set()));
  const found = computed(() => tickets.all().filter(filter()));
  const hasReview = computed(() => tickets.all().some((one) => stage(one) === "review"));
  const stages = computed(() => /** @type {Stage[]} */ (["open", "in-progress", ...(hasReview() ? ["review"] : []), "blocked", "done"]));

  const openPanel = (/** @type {Ticket} */ ticket) => {
    active.set(ticket.id);
    if (innerWidth < PANEL) go(ticketAddress(ticket));
    else setQuery({ t: handleOf(ticket) });
  };

  const toggle = (/** @type {Ticket} */ ticket) => {
    const next = new Set(selected.peek());
    if (!next.delete(ticket.id)) next.add(ticket.id);
    selected.set(next);
    announce(`${keyOf(ticket)} ${next.has(ticket.id) ? "selected" : "not selected"}, ${next.size} in all.`);
  };

  /** @param {readonly Ticket[]} those */
  const add = (those) => {
    selected.update((now) => new Set([...now, ...those.map((one) => one.id)]));
    announce(`${keyOf(/** @type {Ticket} */ (those[those.length - 1]))} selected, ${selected().size} in all.`);
  };

  /** @param {readonly Ticket[]} those */
  const select = (those) => selected.set(new Set(those.map((one) => one.id)));

  /**
   * @param {Ticket} ticket
   * @param {Stage} to
   */
  const moveTo = (ticket, to) => move(tickets, ticket, to);

  const chooseStage = async (/** @type {Ticket} */ ticket) => {
    const to = await choose(`Move ${keyOf(ticket)} to`, stages().map((one) => ({ value: one, label: STAGE_WORDS[one] ?? one, isNow: one === stage(ticket), hint: one === stage(ticket) ? "is there" : "" })));
    if (to) await moveTo(ticket, to);
  };

  const choosePriority = async (/** @type {Ticket} */ ticket) => {
    const priority = await choose(`Priority of ${keyOf(ticket)}`, PRIORITIES.map((one) => ({ value: one, label: one, isNow: one === ticket.priority })));
    if (priority && priority !== ticket.priority) await edit(tickets, ticket, { priority }, `${keyOf(ticket)} has ${priority} priority.`);
  };

  const menu = async (/** @type {Ticket} */ ticket) => {
    active.set(ticket.id);
    const isSelected = selected.peek().has(ticket.id);
    const what = await choose(`${keyOf(ticket)}`, [
      { value: "panel", label: "Open beside the board", hint: "o" }, { value: "page", label: "Open its page", hint: "Enter" },
      { value: "move", label: "Move to…", hint: "1–4" },
      ...(ticket.status === "done" ? [] : [{ value: "block", label: ticket.status === "blocked" ? "Let it go on" : "Block…", hint: ticket.status === "blocked" ? "1" : "3" }, { value: "close", label: "Close", hint: "4" }]),
      { value: "assign", label: "Assign…", hint: "a" }, { value: "priority", label: "Priority…", hint: "p" },
      { value: "select", label: isSelected ? "Take out of the selection" : "Select", hint: "x" }, { value: "copy", label: "Copy its address" },
    ]);
    if (what === "panel") openPanel(ticket);
    else if (what === "page") go(ticketAddress(ticket));
    else if (what === "move") await chooseStage(ticket);
    else if (what === "block") await moveTo(ticket, ticket.status === "blocked" ? "open" : "blocked");
    else if (what === "close") await moveTo(ticket, "done");
    else if (what === "assign") await assign(tickets, ticket);
    else if (what === "priority") await choosePriority(ticket);
    else if (what === "select") toggle(ticket);
    else if (what === "copy") await attempt(async () => { await navigator.clipboard.writeText(new URL(ticketAddress(ticket), location.origin).href); toast("The address is copied."); }, "Copy");
  };

  const chosenTickets = () => tickets.all().filter((one) => selected().has(one.id));

  /**
   * Does the same to all that are selected, and says how many it was done to and why not to the others.
   * @param {string} said
   * @param {(ticket: Ticket) => Promise<(() => Promise<any>) | undefined | void>} work gives what takes it back
   */
  async function forAll(said, work) {
    /** @type {(() => Promise<any>)[]} */
    const undos = [];
    /** @type {string[]} */
    const refusals = [];
    const all = chosenTickets();
    for (const ticket of all) {
      try {
        const undo = await work(ticket);
        if (undo) undos.push(undo);
      } catch (error) { refusals.push(/** @type {Error} */ (error).message); }
    }
    const done = all.length - refusals.length;
    selected.set(new Set());
    if (done > 0) {
      toast(`${plural(done, "ticket")} ${said}.`, { action: undos.length ? { label: "Undo", run: () => void attempt(async () => { for (const undo of undos) await undo(); }, "Undo") } : undefined });
    }
    if (refusals.length > 0) fail(new Error(`${plural(refusals.length, "ticket")} could not: ${refusals.slice(0, 2).join(" ")}`));
  }

  const bulk = {
    move: async () => {
      const to = await choose(`Move ${plural(selected().size, "ticket")} to`, stages().map((one) => ({ value: one, label: STAGE_WORDS[one] ?? one })));
      if (!to) return;
      const working = chosenTickets().filter((one) => work().has(one.id)).length;
      if (to === "done" && working && !(await confirm({ title: "Close these tickets", effect: `Somebody works on ${working} of them at this moment; that work is stopped.`, action: `Close ${selected().size}`, command: asCommand(() => chosenTickets().map((one) => ({ does: "ticket close", words: [one.number] }))) }))) return;
      await forAll(to === "done" ? "closed" : `moved to ${STAGE_WORDS[to]}`, async (ticket) => (await move(tickets, ticket, to, { isQuiet: true })).undo);
    },
    assign: async () => {
      const who = await choosePerson(`Who does these ${selected().size}?`, { command: (one) => chosenTickets().map((ticket) => ({ does: "ticket assign", words: [ticket.number, one] })) });
      if (who) for (const ticket of chosenTickets()) await assign(tickets, ticket, who);
      if (who) selected.set(new Set());
    },
    priority: async () => {
      const priority = await choose("Priority", PRIORITIES.map((one) => ({ value: one, label: one })));
      if (priority) for (const ticket of chosenTickets()) await edit(tickets, ticket, { priority }, `${keyOf(ticket)} has ${priority} priority.`);
      if (priority) selected.set(new Set());
    },
  };

  const panelKey = computed(() => place().query.get("t") ?? "");

  /** @param {(ticket: Ticket) => unknown} action */
  const onActive = (action) => () => {
    const ticket = found().find((one) => one.id === active());
    if (ticket) void action(ticket);
  };
  /** @param {number} number from 1, of the four that the schema has */
  const toNumber = (number) => onActive((ticket) => moveTo(ticket, /** @type {Stage} */ (["open", "in-progress", "blocked", "done"][number - 1])));

  /** @type {import("../keys.js").Binding[]} */
  const keys = [
    { key: "enter", label: "Open the ticket", group: "Board", action: onActive((ticket) => go(ticketAddress(ticket))) },
    { key: "o", label: "Open it beside the board", group: "Board", action: onActive(openPanel) },
    { key: "x", label: "Select", group: "Board", action: onActive(toggle) },
    // Columns and list do these themselves, from where the focus is; here they stand for the sheet of keys.
    { key: "shift+j", label: "Select this and the next", group: "Board", when: () => false, action: () => {} },
    { key: "shift+k", label: "Select this and the one before", group: "Board", when: () => false, action: () => {} },
    { key: "a", label: "Assign", group: "Board", action: onActive((ticket) => assign(tickets, ticket)) },
    { key: "p", label: "Priority", group: "Board", action: onActive(choosePriority) },
    { key: ".", label: "All actions", group: "Board", action: onActive(menu) },
    ...["Open", "In progress", "Blocked", "Done"].map((word, index) => ({ key: String(index + 1), label: `Move to ${word}`, group: "Board", action: toNumber(index + 1) })),
    { key: "f", label: "Filter", group: "Board", action: () => /** @type {HTMLElement | null} */ (document.querySelector("[data-filter]"))?.focus() },
    { key: "escape", label: "Clear the selection, close the panel", group: "Board", action: () => { if (selected().size) selected.set(new Set()); else if (panelKey()) setQuery({ t: null }); } },
  ];

  return { tickets, work, active, selected, found, stages, hasReview, openPanel, toggle, add, select, moveTo, menu, bulk, panelKey, keys };
}

/** @typedef {ReturnType<typeof makeDesk>} Desk */
