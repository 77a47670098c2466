import { chance, holds, same, test } from "./check.js";

export const modules = ["core", "template"];

export function define({ core, template }) {
  const { computed, effect, flush, onCleanup, onError, root, signal, untrack } = core;
  const { each, html, longestRise, mount, when } = template;

  test("a computed value is computed once for many readers, and only when it is read", () => {
    let runs = 0;
    const number = signal(1);
    const double = computed(() => { runs++; return number() * 2; });
    same(runs, 0);
    same([double(), double()], [2, 2]);
    same(runs, 1);
    number.set(4);
    same(runs, 1, "not before it is read");
    same(double(), 8);
    same(runs, 2);
  });

  test("a diamond is seen whole", () => {
    const source = signal(1);
    const left = computed(() => source() + 1);
    const right = computed(() => source() * 10);
    const seen = [];
    root((end) => {
      effect(() => { seen.push([left(), right()]); });
      source.set(2);
      flush();
      end();
    });
    same(seen, [[2, 10], [3, 20]]);
  });

  test("an equal value sets nothing off", () => {
    const source = signal(1);
    const parity = computed(() => source() % 2);
    let runs = 0;
    root((end) => {
      effect(() => { parity(); runs++; });
      source.set(3);
      source.set(5);
      flush();
      same(runs, 1);
      source.set(6);
      flush();
      same(runs, 2);
      end();
    });
  });

  test("an effect depends on what it read last", () => {
    const [isLeft, left, right] = [signal(true), signal("l"), signal("r")];
    const seen = [];
    root((end) => {
      effect(() => { seen.push(isLeft() ? left() : right()); });
      right.set("r2");
      flush();
      isLeft.set(false);
      flush();
      left.set("l2");
      flush();
      right.set("r3");
      flush();
      end();
    });
    same(seen, ["l", "r2", "r3"]);
  });

  test("inner effects end with the run of the outer one, and never see what made it run again", () => {
    const person = signal({ name: "Ada" });
    const seen = [];
    const problems = [];
    onError((error) => problems.push(String(error)));
    root((end) => {
      effect(() => {
        if (!person()) return;
        effect(() => { seen.push(person().name); });
      });
      person.set(null);
      flush();
      person.set({ name: "Grace" });
      flush();
      end();
    });
    onError((error) => console.error(error));
    same(problems, []);
    same(seen, ["Ada", "Grace"]);
  });

  test("cleanups run once, the last first", () => {
    const order = [];
    const source = signal(0);
    root((end) => {
      effect(() => {
        source();
        onCleanup(() => order.push("a"));
        onCleanup(() => order.push("b"));
      });
      source.set(1);
      flush();
      same(order, ["b", "a"]);
      end();
    });
    same(order, ["b", "a", "b", "a"]);
    source.set(2);
    flush();
    same(order.length, 4, "nothing runs after the end");
  });

  test("a circle of effects is told and does not hang", () => {
    const problems = [];
    onError((error) => problems.push(String(error)));
    const number = signal(0);
    root((end) => {
      effect(() => { number.set(number() + 1); });
      flush();
      end();
    });
    onError((error) => console.error(error));
    holds(problems.length === 1 && problems[0].includes("without end"), problems.join());
  });

  test("an effect that fails leaves the others running", () => {
    const problems = [];
    onError((error) => problems.push(error.message));
    const source = signal(0);
    const seen = [];
    root((end) => {
      effect(() => { if (source() === 1) throw new Error("no"); });
      effect(() => { seen.push(source()); });
      source.set(1);
      flush();
      source.set(2);
      flush();
      end();
    });
    onError((error) => console.error(error));
    same(problems, ["no"]);
    same(seen, [0, 1, 2]);
  });

  test("random graphs agree with a plain calculation", () => {
    const next = chance(7);
    for (let round = 0; round < 60; round++) {
      const sources = Array.from({ length: 4 }, (_, index) => signal(index));
      const layers = [];
      const nodes = sources.map((source) => ({ read: () => source(), plain: () => source.peek() }));
      for (let index = 0; index < 12; index++) {
        const [a, b] = [nodes[next(nodes.length)], nodes[next(nodes.length)]];
        const kind = next(3);
        const combine = (x, y) => (kind === 0 ? x + y : kind === 1 ? (x > y ? x : y) : x % 3);
        const made = computed(() => combine(a.read(), kind === 2 ? 0 : b.read()));
        nodes.push({ read: made, plain: () => combine(a.plain(), kind === 2 ? 0 : b.plain()) });
        layers.push(made);
      }
      const last = nodes[nodes.length - 1];
      let seen;
      root((end) => {
        effect(() => { seen = last.read(); });
        for (let step = 0; step < 20; step++) {
          for (let writes = next(3); writes >= 0; writes--) sources[next(4)].set(next(10));
          flush();
          same(seen, last.plain(), `round ${round}, step ${step}`);
        }
        end();
      });
    }
  });

  test("rows keep their nodes through random changes, in order and without leaks", () => {
    const next = chance(11);
    const list = signal([]);
    let alive = 0;
    const home = document.createElement("ul");
    const end = mount(home, () => each(list, (item) => item.id, (item) => {
      alive++;
      onCleanup(() => alive--);
      return html`<li>${() => item().name}</li>`;
    }, () => html`<p>none</p>`));
    const nodes = new Map();
    for (let step = 0; step < 400; step++) {
      let items = [...list.peek()];
      switch (next(6)) {
        case 0: items.splice(next(items.length + 1), 0, { id: step, name: `n${step}` }); break;
        case 1: items.splice(next(items.length + 1), 1); break;
        case 2: items.reverse(); break;
        case 3: for (let i = items.length - 1; i > 0; i--) { const j = next(i + 1); [items[i], items[j]] = [items[j], items[i]]; } break;
        case 4: items = items.map((item) => ({ ...item, name: `${item.name}'`.slice(-8) })); break;
        default: if (next(12) === 0) items = []; else items.push({ id: `x${step}`, name: "x" });
      }
      list.set(items);
      flush();
      const rows = [...home.querySelectorAll("li")];
      same(rows.map((row) => row.textContent), items.map((item) => item.name), `step ${step}`);
      same(alive, items.length, `rows alive at step ${step}`);
      same(home.querySelectorAll("p").length, items.length ? 0 : 1, "the empty sentence");
      items.forEach((item, place) => {
        if (nodes.has(item.id)) holds(nodes.get(item.id) === rows[place], `row ${item.id} was made anew at step ${step}`);
        nodes.set(item.id, rows[place]);
      });
      for (const id of [...nodes.keys()]) if (!items.some((item) => item.id === id)) nodes.delete(id);
    }
    end();
    same([alive, home.childNodes.length], [0, 0]);
  });

  test("a row that stays keeps the focus while others move", () => {
    const list = signal(["a", "b", "c", "d"]);
    const home = document.body.appendChild(document.createElement("div"));
    const end = mount(home, () => each(list, (item) => item, (item) => html`<input .value=${item()}>`));
    const input = home.querySelectorAll("input")[2];
    input.focus();
    list.set(["d", "b", "c", "e", "a"]);
    flush();
    holds(document.activeElement === input, "the focus was lost");
    end();
    home.remove();
  });

  test("when stays while its condition stays true", () => {
    const count = signal(1);
    let built = 0;
    const home = document.createElement("div");
    const end = mount(home, () => html`<div>${when(() => count() > 0, () => { built++; return html`<b>${count}</b>`; }, () => "none")}</div>`);
    count.set(2);
    flush();
    count.set(3);
    flush();
    same([built, home.textContent], [1, "3"]);
    count.set(0);
    flush();
    same(home.textContent, "none");
    count.set(1);
    flush();
    same(built, 2);
    end();
  });

  test("what is nested is ended with what held it", () => {
    let alive = 0;
    const [isOpen, list] = [signal(true), signal([1, 2, 3])];
    const home = document.createElement("div");
    const end = mount(home, () => html`<section>${when(isOpen, () => html`<ul>${each(list, (item) => item, (item) => {
      alive++;
      onCleanup(() => alive--);
      return html`<li>${when(() => item() > 1, () => { alive++; onCleanup(() => alive--); return item(); })}</li>`;
    })}</ul>`)}</section>`);
    same(alive, 5);
    for (let round = 0; round < 50; round++) {
      isOpen.set(false);
      flush();
      same(alive, 0);
      isOpen.set(true);
      flush();
      same(alive, 5);
    }
    end();
    same([alive, home.childNodes.length], [0, 0]);
  });

  test("text is never markup, and addresses are only what an address may be", () => {
    const hostile = ["<img src=x onerror=globalThis.hit=1>", "\"'><script>globalThis.hit=1</script>", "{{constructor}}", "</textarea><svg onload=globalThis.hit=1>"];
    for (const text of hostile) {
      const element = html`<p title=${text}>${text}</p>`;
      same([element.textContent, element.title, element.querySelectorAll("*").length], [text, text, 0]);
    }
    const bad = ["javascript:alert(1)", " javascript:alert(1)", "java\nscript:alert(1)", "JAVASCRIPT:alert(1)", "\u0001javascript:alert(1)", "data:text/html,<script>1</script>", "vbscript:x", "data:image/svg+xml,<svg onload=1>"];
    for (const address of bad) same(html`<a href=${address}>x</a>`.hasAttribute("href"), false, address);
    for (const address of ["/c/a/t/A-1", "https://example.org/a:b", "mailto:a@b.c", "?x=1", "#y", "a/b:c"]) same(html`<a href=${address}>x</a>`.getAttribute("href"), address);
    for (const build of [() => html`<p .innerHTML=${"<b>"}>x</p>`, () => html`<a onclick=${"alert(1)"}>x</a>`]) {
      let failed = false;
      try { build(); } catch { failed = true; }
      holds(failed, String(build));
    }
    same(globalThis.hit, undefined);
  });

  test("the longest rise is one", () => {
    const next = chance(5);
    for (let round = 0; round < 200; round++) {
      const numbers = Array.from({ length: next(9) }, () => next(12) - 1).filter((number, place, all) => number < 0 || all.indexOf(number) === place);
      const places = [...longestRise(numbers)].sort((a, b) => a - b);
      const chosen = places.map((place) => numbers[place]);
      holds(chosen.every((number, place) => number >= 0 && (place === 0 || number > chosen[place - 1])), `${numbers}: ${chosen}`);
      const best = (from, last) => from >= numbers.length ? 0 : Math.max(best(from + 1, last), numbers[from] > last ? 1 + best(from + 1, numbers[from]) : 0);
      same(chosen.length, best(0, -1), String(numbers));
    }
  });

  test("reading without depending", () => {
    const source = signal(1);
    let runs = 0;
    root((end) => {
      effect(() => { untrack(source); runs++; });
      source.set(2);
      flush();
      same(runs, 1);
      end();
    });
  });
}
