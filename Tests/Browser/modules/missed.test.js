import { same, test } from "./check.js";

export const modules = ["core", "board/tickets", "chat/conversation"];

const settled = (ms = 30) => new Promise((resolve) => { setTimeout(resolve, ms); });

/** A server that answers when the test says so: `answer` takes an address and gives the answer, or what becomes it. */
function served(answer) {
  const real = globalThis.fetch;
  globalThis.fetch = async (address) => {
    const told = await answer(String(address));
    const body = told instanceof Error ? { error: { message: told.message } } : told;
    return new Response(JSON.stringify(body), { status: told instanceof Error ? 500 : 200, headers: { "Content-Type": "application/json" } });
  };
  return () => { globalThis.fetch = real; };
}

function happen(type, payload) {
  const [from, to] = [new BroadcastChannel("teamx-live"), new BroadcastChannel("teamx-live")];
  return new Promise((resolve) => {
    to.onmessage = () => { from.close(); to.close(); resolve(undefined); };
    from.postMessage({ kind: "batch", company: undefined, events: [{ seq: 1, type, data: { payload, created_at: 1 } }], tokens: [], reset: false, seq: null, epoch: null });
  });
}

const ticket = (id, status, revision = 1) => ({ id, number: 1, title: id, status, revision, review: null });

export function define({ core: { root }, "board/tickets": { Tickets }, "chat/conversation": { conversation } }) {
  test("that one status could not be read stays known while others are read", async () => {
    let isBad = true;
    const end = served((address) => (isBad && address.includes("status=done") ? new Error("No.") : settled(address.includes("status=open") ? 20 : 0).then(() => ({ items: [], next: null }))));
    const tickets = new Tickets("c");
    await tickets.ensure();
    same([tickets.error() !== null, tickets.complete().size], [true, 3]);
    isBad = false;
    await tickets.ensure();
    same([tickets.error(), tickets.complete().size], [null, 4]);
    end();
  });

  test("tickets that moved while nobody listened do not keep their old status", async () => {
    let isLater = false;
    const end = served((address) => {
      if (address.includes("status=open")) return { items: isLater ? [] : [ticket("a", "open"), ticket("b", "open")], next: null };
      if (address.includes("status=")) return { items: [], next: null };
      return ticket(address.endsWith("/a") ? "a" : "b", "done", 2);
    });
    const tickets = new Tickets("c");
    await tickets.ensure(["open"]);
    isLater = true;
    await tickets.again();
    await settled();
    same([tickets.one("a")?.status, tickets.one("b")?.status], ["done", "done"]);
    same([tickets.newest(ticket("a", "open", 1)).status, tickets.newest(ticket("a", "open", 3)).status], ["done", "open"]);
    end();
  });

  test("a message that comes while a thread waits for its figures is not missed", async () => {
    const said = [{ id: "1", author_kind: "user", content: "Hello", created_at: 1 }];
    let free = () => {};
    const figures = new Promise((resolve) => { free = () => resolve({ items: [], next: null }); });
    const end = served((address) => (address.includes("/runs") ? figures : { items: [...said], previous: null, next: null }));
    await root(async (over) => {
      const talk = conversation("t");
      await settled();
      said.push({ id: "2", author_kind: "employee", content: "Hi", created_at: 2 });
      await happen("message.persisted", { thread_id: "t" });
      await settled();
      free();
      await settled(60);
      same(talk.messages().map((one) => one.id), ["1", "2"]);
      over();
    }, null);
    end();
  });
}
