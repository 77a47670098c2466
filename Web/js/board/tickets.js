// @ts-check
// The company's tickets: read in pages, kept for all pages that show them, and read again one by one when an event names them.
import { computed, onCleanup, root, signal } from "../core.js";
import { html, when } from "../template.js";
import { api, path } from "../api.js";
import { at, company } from "../company.js";
import { onEvent, onReset } from "../live.js";

/**
 * @typedef {"open" | "in-progress" | "review" | "blocked" | "done"} Stage
 * @typedef {import("../../types/api").Ticket & Partial<import("../queries.js").Answer<"GET /api/companies/{company}/tickets/{ticket}">>} Ticket as a list has it, or with what only its own page is told
 */

/** @type {Record<string, string>} */
export const STAGE_WORDS = { open: "Open", "in-progress": "In progress", review: "In review", blocked: "Blocked", done: "Done" };
export const PRIORITIES = /** @type {const} */ (["critical", "high", "medium", "low"]);
const SERVED = ["open", "in-progress", "blocked", "done"];
const PAGE = 500;
/** More changed tickets than this at once are read in pages again. */
const MANY = 25;

/**
 * Where a ticket stands, with its review as a place of its own.
 * @param {Ticket} ticket
 * @returns {Stage}
 */
export const stage = (ticket) => (ticket.status !== "done" && ticket.review?.status === "pending" ? "review" : /** @type {Stage} */ (ticket.status));

/**
 * What people call a ticket: `AUR-12`, or `#12` where its company has no letters.
 * @param {{ id: string, number?: number | null, key?: string | null }} ticket
 */
export function keyOf(ticket) {
  if (ticket.key) return ticket.key;
  const prefix = company()?.ticket_prefix;
  if (ticket.number == null) return ticket.id.slice(0, 8);
  return prefix ? `${prefix}-${ticket.number}` : `#${ticket.number}`;
}

/** @param {{ id: string, number?: number | null, key?: string | null }} ticket */
export const handleOf = (ticket) => (ticket.number == null ? ticket.id : keyOf(ticket).replace("#", ""));
/** @param {{ id: string, number?: number | null, key?: string | null }} ticket */
export const ticketAddress = (ticket) => at(`t/${encodeURIComponent(handleOf(ticket))}`);

/**
 * The name by which every server knows a ticket: its number or its id.
 * @param {string} handle from an address
 */
export const served = (handle) => /^#?(?:[a-z][a-z0-9]{0,11}-)?(\d{1,10})$/i.exec(handle)?.[1] ?? handle;

export class Tickets {
  /** @param {string} companyID */
  constructor(companyID) {
    this.company = companyID;
    /** @type {Map<string, Ticket>} */
    this.known = new Map();
    /** @type {Map<string, Partial<Ticket>>} What is shown before the server has agreed. */
    this.ahead = new Map();
    this.version = signal(0);
    /** Why a status could not be read, until it is: another that was read says nothing of it. */
    this.errors = signal(/** @type {ReadonlyMap<string, Error>} */ (new Map()));
    this.error = root(() => computed(() => [...this.errors().values()][0] ?? null), null);
    /** The statuses of which all is here. */
    this.complete = signal(/** @type {ReadonlySet<string>} */ (new Set()));
    /** @type {Map<string, Promise<void>>} */
    this.reading = new Map();
    /** @type {Set<string>} */
    this.changed = new Set();
    this.users = 0;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.timer = undefined;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.drawing = undefined;
    this.all = root(() => computed(() => {
      this.version();
      return [...this.known.values()].map((ticket) => this.shown(ticket)).sort((a, b) => (a.number ?? 0) - (b.number ?? 0));
    }), null);
    onEvent((event) => {
      if (!/^(?:ticket|review|question|project\.ticket)/.test(event.type)) return;
      const id = event.data?.payload?.ticket_id;
      if (id) this.touch(id);
    });
    onReset(() => { if (this.users > 0) void this.again(); else { this.known.clear(); this.complete.set(new Set()); this.draw(); } });
  }

  /** @param {Ticket} ticket */
  shown(ticket) {
    const ahead = this.ahead.get(ticket.id);
    return ahead ? { ...ticket, ...ahead } : ticket;
  }

  /**
   * @param {string | null | undefined} id
   * @returns {Ticket | null}
   */
  one(id) {
    this.version();
    const ticket = id ? this.known.get(id) : undefined;
    return ticket ? this.shown(ticket) : null;
  }

  /**
   * What is known of a ticket that another answer told of as well: of the two the newer.
   * @param {Ticket} told
   */
  newest(told) {
    const known = this.one(told.id);
    return known && known.revision >= told.revision ? known : told;
  }

  /** Shows what has changed, once for many changes. */
  draw() {
    if (this.drawing !== undefined) return;
    this.drawing = setTimeout(() => { this.drawing = undefined; this.version.update((value) => value + 1); });
  }

  /** @param {any} ticket as the server gave it, alone or with its discussion */
  put(ticket) {
    const own = { ...ticket };
    for (const name of ["parent", "children", "waits_for", "holds", "files", "messages"]) delete own[name];
    const before = this.known.get(own.id);
    // An older answer that came late must not undo a newer one.
    if (before && before.revision > own.revision) return;
    this.known.set(own.id, "review" in own ? own : { ...own, review: own.status === "done" ? null : before?.review });
    this.draw();
  }

  /**
   * @param {string} id
   * @param {Partial<Ticket>} members
   */
  show(id, members) {
    this.ahead.set(id, members);
    this.version.update((value) => value + 1);
  }

  /** @param {string} id */
  settle(id) {
    if (this.ahead.delete(id)) this.version.update((value) => value + 1);
  }

  /** @param {string} id */
  touch(id) {
    this.changed.add(id);
    if (this.users > 0) this.soon();
  }

  soon() {
    this.timer ??= setTimeout(() => { this.timer = undefined; void this.refresh(); }, 150);
  }

  async refresh() {
    const ids = [...this.changed];
    this.changed.clear();
    if (ids.length > MANY) return this.again();
    await Promise.all(ids.map((id) => this.read(id)));
  }

  /** @param {string} id */
  async read(id) {
    try { this.put(await api.get(path`/api/companies/${this.company}/tickets/${id}`)); } catch { /* It is read again when it changes. */ }
  }

  /**
   * Makes all tickets of these statuses known.
   * @param {readonly string[]} [statuses]
   */
  async ensure(statuses = SERVED) {
    await Promise.all(statuses.filter((status) => !this.complete.peek().has(status)).map((status) => {
      const reading = this.reading.get(status) ?? this.pages(status).finally(() => this.reading.delete(status));
      this.reading.set(status, reading);
      return reading;
    }));
  }

  /** @param {string} status */
  async pages(status) {
    /** @type {string | number | null} */
    let after = null;
    const before = [...this.known.values()].filter((one) => one.status === status);
    /** @type {Set<string>} */
    const found = new Set();
    try {
      do {
        /** @type {string} */
        const place = after === null ? "" : `&after=${encodeURIComponent(after)}`;
        /** @type {{ items: Ticket[], next: string | number | null }} */
        const answer = await api.get(`${path`/api/companies/${this.company}/tickets`}?status=${status}&limit=${PAGE}${place}`);
        for (const ticket of answer.items) { found.add(ticket.id); this.put(ticket); }
        after = answer.next ?? null;
      } while (after !== null);
      // Whoever hears that all are known sees all of them.
      clearTimeout(this.drawing);
      this.drawing = undefined;
      this.version.update((value) => value + 1);
      this.fail(status, null);
      this.complete.update((set) => new Set([...set, status]));
      this.drop(before.filter((one) => !found.has(one.id) && this.known.get(one.id) === one));
    } catch (error) {
      this.fail(status, /** @type {Error} */ (error));
    }
  }

  /**
   * @param {string} status
   * @param {Error | null} error
   */
  fail(status, error) {
    this.errors.update((before) => {
      const next = new Map(before);
      next.delete(status);
      return error ? next.set(status, error) : next;
    });
  }

  /**
   * Lets go of what has another status by now: a few are read one by one, more come again with their status.
   * @param {Ticket[]} gone
   */
  drop(gone) {
    if (gone.length === 0) return;
    for (const one of gone) this.known.delete(one.id);
    this.draw();
    if (gone.length <= MANY) for (const one of gone) void this.read(one.id);
  }

  async again() {
    const statuses = [...this.complete.peek(), ...this.errors.peek().keys()];
    this.complete.set(new Set());
    await this.ensure(statuses.length ? statuses : SERVED);
  }
}

/** @type {Tickets | null} */
let store = null;

/** The tickets of the open company, kept fresh as long as the caller lives. */
export function useTickets() {
  const id = company()?.id ?? "";
  if (store?.company !== id) store = root(() => new Tickets(id), null);
  const mine = store;
  mine.users++;
  if (mine.changed.size) mine.soon();
  onCleanup(() => { mine.users--; });
  return mine;
}

/**
 * That some of them could not be read, with a way to try again.
 * @param {Tickets} tickets
 */
export const ticketProblem = (tickets) => when(() => tickets.error(), () => html`<div class="problem" role="alert"><strong>Not all tickets could be read.</strong><span>${() => tickets.error()?.message ?? ""}</span>
  <span class="actions"><button type="button" class="small" onclick=${() => void tickets.ensure()}>Try again</button><a href="/doctor">Doctor</a></span></div>`);
