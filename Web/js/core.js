// @ts-check
// Signals, computed values and effects that end with their owner. What draws them is in template.js.

const CLEAN = 0;
const CHECK = 1;
const DIRTY = 2;
/** How many rounds of effects may set off one another before this counts as a circle. */
const ROUNDS = 100;

/**
 * What owns effects and what must happen when it ends.
 * @typedef {{ owner: Owner | null, owned: Set<Owner> | null, cleanups: (() => void)[] | null, ended: boolean, compute?: (() => unknown) | null, state?: number }} Owner
 */

/**
 * A value that others can depend on.
 * @typedef {Owner & { value: unknown, state: number, compute: (() => unknown) | null, isEffect: boolean,
 *   failure: { error: unknown } | null, observers: Set<Cell>, sources: Set<Cell>, equal: (a: unknown, b: unknown) => boolean }} Cell
 */

/**
 * @template T
 * @typedef {{ (): T, set: (value: T) => void, update: (change: (value: T) => T) => void, peek: () => T }} Signal
 */

/** @type {Cell | null} */
let observer = null;
/** @type {Owner | null} */
let owner = null;
/** @type {Cell[]} */
let waiting = [];
let isScheduled = false;

/** @type {(error: unknown) => void} */
let report = (error) => console.error(error);

/**
 * Says where errors of effects go; an effect that fails must not take the others with it.
 * @param {(error: unknown) => void} handler
 */
export const onError = (handler) => { report = handler; };

/**
 * @param {unknown} value
 * @param {(() => unknown) | null} compute
 * @param {boolean} isEffect
 * @param {(a: unknown, b: unknown) => boolean} [equal]
 * @returns {Cell}
 */
function cell(value, compute, isEffect, equal = Object.is) {
  /** @type {Cell} */
  const made = {
    value, compute, isEffect, equal, state: compute ? DIRTY : CLEAN, failure: null, observers: new Set(), sources: new Set(),
    owner, owned: null, cleanups: null, ended: false,
  };
  if (compute && owner) (owner.owned ??= new Set()).add(made);
  return made;
}

/** @param {Cell} source */
function read(source) {
  // First up to date, then observed: bringing it up to date must not call stale what is reading it.
  if (source.compute) settle(source);
  if (observer && !observer.ended) {
    observer.sources.add(source);
    source.observers.add(observer);
  }
  if (source.failure) throw source.failure.error;
  return source.value;
}

/**
 * Brings a computed value or an effect up to date.
 * @param {Cell} target
 */
function settle(target) {
  if (target.state === CHECK) {
    for (const source of target.sources) {
      if (source.compute) settle(source);
      if (/** @type {number} */ (target.state) === DIRTY) break;
    }
  }
  if (target.state === DIRTY) run(target);
  else target.state = CLEAN;
}

/** @param {Cell} target */
function run(target) {
  dismiss(target);
  for (const source of target.sources) source.observers.delete(target);
  target.sources.clear();
  const [outerObserver, outerOwner] = [observer, owner];
  observer = target;
  owner = target;
  target.state = CLEAN;
  try {
    const value = target.compute?.();
    if (!target.isEffect && (target.failure || !target.equal(value, target.value))) {
      target.value = value;
      target.failure = null;
      for (const one of target.observers) one.state = DIRTY;
    }
  } catch (error) {
    if (target.isEffect) throw error;
    // A failure is a value too: whoever reads it fails, and runs again when it has gone.
    target.failure = { error };
    for (const one of target.observers) one.state = DIRTY;
  } finally {
    observer = outerObserver;
    owner = outerOwner;
  }
}

/**
 * @param {Cell} target
 * @param {number} state
 */
function stale(target, state) {
  if (target.state >= state) return;
  if (target.state === CLEAN && target.isEffect) schedule(target);
  target.state = state;
  for (const one of target.observers) stale(one, CHECK);
}

/** @param {Cell} effect */
function schedule(effect) {
  waiting.push(effect);
  if (isScheduled) return;
  isScheduled = true;
  queueMicrotask(flush);
}

/** Runs all effects that wait, at once rather than with the next microtask. */
export function flush() {
  let rounds = 0;
  while (waiting.length > 0) {
    if (++rounds > ROUNDS) {
      waiting = [];
      report(new Error("Effects set one another off without end."));
      break;
    }
    const round = waiting;
    waiting = [];
    for (const effect of round) attempt(effect);
  }
  isScheduled = false;
}

/**
 * Runs an effect after those that own it, which may end it.
 * @param {Cell} effect
 */
function attempt(effect) {
  /** @type {Cell[]} */
  const line = [];
  for (let one = /** @type {Owner | null} */ (effect); one; one = one.owner) {
    if (one.compute && one.state !== CLEAN) line.push(/** @type {Cell} */ (one));
  }
  for (const one of line.reverse()) {
    if (one.ended) continue;
    try { settle(one); } catch (error) { report(error); }
  }
}

/**
 * Ends everything that `target` owns.
 * @param {Owner} target
 */
function dismiss(target) {
  const { owned, cleanups } = target;
  target.owned = null;
  target.cleanups = null;
  if (owned) for (const one of owned) end(one);
  if (cleanups) for (const cleanup of cleanups.reverse()) {
    try { untrack(cleanup); } catch (error) { report(error); }
  }
}

/** @param {Owner} target */
function end(target) {
  if (target.ended) return;
  target.ended = true;
  dismiss(target);
  if (target.compute) {
    const ended = /** @type {Cell} */ (target);
    for (const source of ended.sources) source.observers.delete(ended);
    ended.sources.clear();
    ended.state = CLEAN;
  }
  target.owner?.owned?.delete(target);
}

/**
 * A value that can be set. Reading it inside an effect or a computed value makes that depend on it.
 * @template T
 * @param {T} initial
 * @param {(a: T, b: T) => boolean} [equal]
 * @returns {Signal<T>}
 */
export function signal(initial, equal) {
  const made = cell(initial, null, false, /** @type {any} */ (equal));
  const get = /** @type {Signal<T>} */ (() => read(made));
  get.peek = () => /** @type {T} */ (made.value);
  get.set = (value) => {
    if (made.equal(value, made.value)) return;
    made.value = value;
    for (const one of made.observers) stale(one, DIRTY);
  };
  get.update = (change) => get.set(change(get.peek()));
  return get;
}

/**
 * A value made from others, computed when it is read and only when one of them has changed.
 * @template T
 * @param {() => T} compute
 * @param {(a: T, b: T) => boolean} [equal]
 * @returns {() => T}
 */
export function computed(compute, equal) {
  const made = cell(undefined, compute, false, /** @type {any} */ (equal));
  return () => /** @type {T} */ (read(made));
}

/**
 * Runs `action` now and again whenever what it read has changed, until its owner ends.
 * @param {() => void} action
 * @returns {() => void} ends it
 */
export function effect(action) {
  const made = cell(undefined, action, true);
  try { run(made); } catch (error) { report(error); }
  return () => end(made);
}

/** Who owns what is made now. */
export const currentOwner = () => owner;

/**
 * Runs `build` as an owner of its own that lives until it is ended or its owner ends.
 * @template T
 * @param {(end: () => void) => T} build
 * @param {Owner | null} [parent] the present owner unless told
 * @returns {T}
 */
export function root(build, parent = owner) {
  /** @type {Owner} */
  const made = { owner: parent, owned: null, cleanups: null, ended: false };
  if (parent) (parent.owned ??= new Set()).add(made);
  const [outerObserver, outerOwner] = [observer, owner];
  observer = null;
  owner = made;
  try { return build(() => end(made)); } finally {
    observer = outerObserver;
    owner = outerOwner;
  }
}

/**
 * Runs `action` when the present owner ends or runs again.
 * @param {() => void} action
 */
export function onCleanup(action) {
  if (owner) (owner.cleanups ??= []).push(action);
}

/**
 * Reads without depending.
 * @template T
 * @param {() => T} action
 * @returns {T}
 */
export function untrack(action) {
  const outer = observer;
  observer = null;
  try { return action(); } finally { observer = outer; }
}
