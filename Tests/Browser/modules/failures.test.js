import { same, test } from "./check.js";

export const modules = ["core", "markdown"];

export function define({ core: { computed, effect, flush, onError, root, signal }, markdown: { markdown } }) {
  test("what failed once runs again when its reason has gone", () => {
    const problems = [];
    onError((error) => problems.push(error.message));
    const number = signal(1);
    const half = computed(() => { if (number() === 2) throw new Error("no"); return number(); });
    const seen = [];
    root((end) => {
      effect(() => { seen.push(half()); });
      number.set(2);
      flush();
      number.set(3);
      flush();
      end();
    });
    onError((error) => console.error(error));
    same(seen, [1, 3]);
    same(problems, ["no"]);
  });

  test("line ends of every kind end a line, and a list ends", () => {
    same(markdown("- foo\u2028bar").textContent.includes("bar"), true);
    same(markdown("- a\u2029- b\u0085- c").querySelectorAll("li").length, 3);
  });

  test("a link to another site says where it leads", () => {
    same(markdown("[https://bank.example](https://evil.example/?leak)").textContent, "https://bank.example (evil.example)");
    same(markdown("[here](https://a.example/b)").textContent, "here (a.example)");
    same(markdown("https://a.example/b").textContent, "https://a.example/b");
  });
}
