import { same, test } from "./check.js";

export const modules = ["core", "latest", "calm"];

/** A clock that stands still until it is told to go on. */
function clock() {
  const real = { setTimeout: globalThis.setTimeout, clearTimeout: globalThis.clearTimeout, now: Date.now };
  let [now, number] = [real.now(), 0];
  const waiting = new Map();
  globalThis.setTimeout = (action, ms = 0) => { waiting.set(++number, { at: now + ms, action }); return number; };
  globalThis.clearTimeout = (one) => waiting.delete(one);
  Date.now = () => now;
  return {
    go: (ms) => {
      now += ms;
      for (const [one, { at, action }] of [...waiting]) if (at <= now && waiting.delete(one)) action();
    },
    end: () => { Object.assign(globalThis, { setTimeout: real.setTimeout, clearTimeout: real.clearTimeout }); Date.now = real.now; },
  };
}

/** An asking that is answered when the test says so. */
function asking() {
  const asked = [];
  return { asked, ask: (key) => new Promise((answer, fail) => asked.push({ key, answer, fail })) };
}

const passed = () => new Promise((resolve) => queueMicrotask(() => queueMicrotask(() => queueMicrotask(resolve))));

/** Something happens in the company that is open: in the page of this test, none is. */
function happen(type) {
  const [from, to] = [new BroadcastChannel("teamx-live"), new BroadcastChannel("teamx-live")];
  return new Promise((resolve) => {
    to.onmessage = () => { from.close(); to.close(); resolve(undefined); };
    from.postMessage({ kind: "batch", company: undefined, events: [{ seq: 1, type, data: {} }], tokens: [], reset: false, seq: null, epoch: null });
  });
}

export function define({ core: { flush, root, signal }, latest: { latest, trouble }, calm: { calmly } }) {
  test("an older answer does not take the place of a newer one", async () => {
    const { asked, ask } = asking();
    const key = signal("t1 a");
    await root(async (end) => {
      const found = latest(key, ask);
      key.set("t1 b");
      flush();
      same(asked.map((one) => one.key), ["t1 a", "t1 b"]);
      asked[1].answer("new");
      await passed();
      asked[0].answer("old");
      await passed();
      same([found.data(), found.isLoading()], ["new", false]);
      end();
    });
  });

  test("a failure is told, and what was there stays for the same key but not for another", async () => {
    const { asked, ask } = asking();
    const [key, again] = [signal("t2 a"), signal(0)];
    await root(async (end) => {
      const found = latest(key, ask, { again });
      asked[0].fail(new Error("No."));
      await passed();
      same(trouble(found), "This could not be asked: No.");
      again.set(1);
      flush();
      asked[1].answer(7);
      await passed();
      same([found.data(), trouble(found)], [7, ""]);
      again.set(2);
      flush();
      asked[2].fail(new Error("Not now."));
      await passed();
      same([found.data(), trouble(found)], [7, "What you see may be old: Not now."]);
      key.set("t2 b");
      flush();
      same([found.data() === undefined, trouble(found), found.isLoading()], [true, "", true]);
      end();
    });
  });

  test("nothing is asked for while nothing is wanted, and what was answered is there again at the next visit", async () => {
    const { asked, ask } = asking();
    const key = signal(null);
    await root(async (end) => {
      const found = latest(key, ask);
      same(asked.length, 0);
      key.set("t3");
      flush();
      asked[0].answer("kept");
      await passed();
      key.set(null);
      flush();
      same(found.data(), "kept");
      end();
    });
    root((end) => { same(latest(() => "t3", ask).data(), "kept"); end(); });
  });

  test("what nobody sees is not asked for again, and what is seen at most every few seconds", async () => {
    const time = clock();
    let asked = 0;
    const isInSight = signal(false);
    try {
      await root(async (end) => {
        calmly({ reload: async () => { asked++; } }, /^run\./, { isInSight, pause: 5000 });
        for (let one = 0; one < 20; one++) await happen("run.step");
        flush();
        time.go(60_000);
        same(asked, 0, "out of sight");
        isInSight.set(true);
        flush();
        time.go(400);
        same(asked, 1, "in sight");
        for (let second = 0; second < 10; second++) { await happen("run.step"); flush(); time.go(1000); }
        same(asked, 3, "ten seconds of events");
        await happen("ticket.created");
        flush();
        time.go(60_000);
        same(asked, 3, "other events");
        end();
        await happen("run.step");
        flush();
        time.go(60_000);
        same(asked, 3, "after its end");
      });
    } finally { time.end(); }
  });
}
