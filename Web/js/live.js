// @ts-check
// One live stream for all tabs of this browser. The tab that holds the lock reads it and tells the others.
import { signal } from "./core.js";
import { SILENCE, Source } from "./stream.js";

/**
 * @typedef {{ seq: number, type: string, data: import("../types/api").Event }} LogEvent
 * @typedef {{ run_id: string, employee_id: string, thread_id: string | null, ticket_id: string | null, message_id: string,
 *   text: string, n: number, cost?: string | null, isSnapshot?: boolean }} Token
 * @typedef {{ company: string, thread?: string, run?: string }} Want
 * @typedef {{ kind: "want", tab: string, want: Want | null } | { kind: "batch", company: string, events: LogEvent[], tokens: Token[], reset: boolean, hasRead?: boolean, seq: number | null, epoch: number | null }
 *   | { kind: "state", company: string, state: StreamState, since: number } | { kind: "ask" }} Message
 * @typedef {"connecting" | "live" | "lost"} StreamState
 */

const tab = Math.random().toString(36).slice(2);
const LOCK = "teamx-stream";
/** How often a tab says again what it wants, and when one that has not is forgotten, in milliseconds. */
const REPEAT = 30_000;
const FORGET = 100_000;

/** How the stream is, and since when. */
export const streamState = signal(/** @type {{ state: StreamState, since: number }} */ ({ state: "connecting", since: Date.now() }));

/** @type {Set<(event: LogEvent) => void>} */
const eventListeners = new Set();
/** @type {Set<(token: Token) => void>} */
const tokenListeners = new Set();
/** @type {Set<() => void>} */
const resetListeners = new Set();
/** @type {Set<() => void>} */
const readListeners = new Set();

/**
 * @param {(event: LogEvent) => void} action called for each event of the company that is open
 * @returns {() => void}
 */
export const onEvent = (action) => { eventListeners.add(action); return () => eventListeners.delete(action); };
/**
 * @param {(token: Token) => void} action called for each piece of text that employees write
 * @returns {() => void}
 */
export const onToken = (action) => { tokenListeners.add(action); return () => tokenListeners.delete(action); };
/**
 * @param {() => void} action called when what is on the screen must be asked for anew
 * @returns {() => void}
 */
export const onReset = (action) => { resetListeners.add(action); return () => resetListeners.delete(action); };

/**
 * @param {() => void} action called when the person has read on in a conversation, in whichever tab or browser
 * @returns {() => void}
 */
export const onRead = (action) => { readListeners.add(action); return () => readListeners.delete(action); };

const channel = new BroadcastChannel("teamx-live");
/** @type {Map<string, { want: Want, at: number }>} */
const wants = new Map();
/** @type {Map<string, Source>} */
const sources = new Map();
/**
 * How far each company's stream has come, known in every tab: whoever reads next begins there.
 * @type {Map<string, { seq: number, epoch: number | null }>}
 */
const progress = new Map();
/** @type {Want | null} */
let mine = null;
let isLeader = false;
let heardAt = Date.now();

/**
 * Says what this tab wants to follow.
 * @param {Want | null} want
 */
export function follow(want) {
  if (JSON.stringify(want) === JSON.stringify(mine)) return;
  const isOther = want?.company !== mine?.company;
  mine = want;
  heardAt = Date.now();
  if (isOther) streamState.set({ state: "connecting", since: Date.now() });
  send({ kind: "want", tab, want });
}

/** @param {Message} message */
function send(message) {
  channel.postMessage(message);
  receive(message);
}

/** @param {Message} message */
function receive(message) {
  switch (message.kind) {
    case "want": {
      const before = wants.get(message.tab)?.want;
      if (message.want) wants.set(message.tab, { want: message.want, at: Date.now() });
      else wants.delete(message.tab);
      // Whoever is new to a company has not seen what is being written there; opened again, the stream tells it.
      if (isLeader) arrange(message.want && JSON.stringify(before) !== JSON.stringify(message.want) ? message.want.company : null);
      break;
    }
    case "ask":
      channel.postMessage({ kind: "want", tab, want: mine });
      break;
    case "state":
      if (message.company !== mine?.company) break;
      heardAt = Date.now();
      streamState.set({ state: message.state, since: message.since });
      break;
    case "batch":
      if (message.seq !== null) progress.set(message.company, { seq: message.seq, epoch: message.epoch });
      if (message.company !== mine?.company) break;
      heardAt = Date.now();
      if (message.reset) for (const action of resetListeners) guard(action);
      for (const event of message.events) for (const action of eventListeners) guard(() => action(event));
      if (message.hasRead) for (const action of readListeners) guard(action);
      for (const token of message.tokens) for (const action of tokenListeners) guard(() => action(token));
  }
}

/** @param {() => void} action */
function guard(action) {
  try { action(); } catch (error) { console.error(error); }
}

channel.onmessage = (/** @type {MessageEvent<Message>} */ event) => receive(event.data);
addEventListener("pagehide", () => channel.postMessage({ kind: "want", tab, want: null }));
// A page that comes back out of the browser's memory has taken its want back.
addEventListener("pageshow", (event) => { if (event.persisted && mine) send({ kind: "want", tab, want: mine }); });

setInterval(() => {
  if (mine) send({ kind: "want", tab, want: mine });
  for (const [name, { at }] of wants) if (Date.now() - at > FORGET) wants.delete(name);
  if (isLeader) arrange(null);
}, REPEAT);

setInterval(() => {
  if (!mine || isLeader || Date.now() - heardAt < SILENCE) return;
  // The tab that should read says nothing: it may be frozen. This one takes its place.
  heardAt = Date.now();
  streamState.set({ state: "lost", since: Date.now() });
  stand({ steal: true });
}, 5_000);

/** Waits to be the tab that reads. */
export const start = () => stand({});

/** @param {LockOptions} options */
function stand(options) {
  if (!navigator.locks) return void lead();
  navigator.locks.request(LOCK, options, lead).catch(() => {
    // Another tab has taken the place.
    isLeader = false;
    for (const source of sources.values()) source.close();
    sources.clear();
    stand({});
  });
}

function lead() {
  isLeader = true;
  if (mine) wants.set(tab, { want: mine, at: Date.now() });
  channel.postMessage({ kind: "ask" });
  arrange(null);
  return new Promise(() => {});
}

/**
 * Opens, changes and closes streams so that there is one for each company that a tab wants.
 * @param {string | null} fresh a company whose stream is opened again in any case
 */
function arrange(fresh) {
  /** @type {Map<string, { threads: Set<string>, runs: Set<string> }>} */
  const topics = new Map();
  for (const { want } of wants.values()) {
    const topic = topics.get(want.company) ?? { threads: new Set(), runs: new Set() };
    if (want.thread) topic.threads.add(want.thread);
    if (want.run) topic.runs.add(want.run);
    topics.set(want.company, topic);
  }
  for (const [company, source] of sources) {
    if (topics.has(company)) continue;
    source.close();
    sources.delete(company);
  }
  for (const [company, { threads, runs }] of topics) {
    const source = sources.get(company) ?? new Source(company, progress.get(company), send);
    sources.set(company, source);
    source.open([...threads].sort().slice(0, 40), [...runs].sort().slice(0, 40), company === fresh);
  }
}
