// What tests of modules are written with. They run in the browser, in a page of the cockpit, one after another.

/** @type {{ name: string, run: () => void | Promise<void> }[]} */
export const tests = [];

/** @param {string} name @param {() => void | Promise<void>} run */
export const test = (name, run) => { tests.push({ name, run }); };

export function same(found, expected, what = "") {
  const [a, b] = [JSON.stringify(found), JSON.stringify(expected)];
  if (a !== b) throw new Error(`${what}: found ${a}, expected ${b}`);
}

export function holds(condition, what) {
  if (!condition) throw new Error(what);
}

/** Numbers that are the same in each run. @param {number} seed @returns {(below: number) => number} */
export function chance(seed) {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/** Runs what was written and says what failed. @returns {Promise<{ name: string, problem: string | null }[]>} */
export async function run() {
  const results = [];
  for (const { name, run } of tests) {
    let problem = null;
    try { await run(); } catch (error) { problem = String(error?.stack ?? error).slice(0, 600); }
    results.push({ name, problem });
  }
  return results;
}
