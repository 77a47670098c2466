import { holds, same, test } from "./check.js";

export const modules = ["markdown", "palette", "router", "format"];

export function define({ markdown: { markdown }, palette: { tier }, router: { find }, format }) {
  const shape = (source) => markdown(source).innerHTML;

  test("markdown becomes what it says", () => {
    same(shape("# Top\n\nA *b* **c** `d<e>`"), "<h3>Top</h3><p>A <em>b</em> <strong>c</strong> <code>d&lt;e&gt;</code></p>");
    same(shape("- one\n- two\n  - three"), "<ul><li>one</li><li><p>two</p><ul><li>three</li></ul></li></ul>");
    same(shape("1. one\n2. two"), '<ol start="1"><li>one</li><li>two</li></ol>');
    same(shape("> quoted\n> more"), "<blockquote><p>quoted\nmore</p></blockquote>");
    same(markdown("| a | b |\n|---|---|\n| 1 | 2 |").querySelectorAll("td").length, 2);
    same(markdown("```swift\nlet a = 1 < 2\n```").querySelector("pre code").textContent, "let a = 1 < 2");
    same(markdown("- [x] done\n- [ ] open").querySelectorAll("input:checked").length, 1);
    same(markdown("a_b_c and snake_case_name").querySelectorAll("em").length, 0);
  });

  test("markdown makes no element that loads, runs or frames anything", () => {
    const hostile = [
      "<script>globalThis.hit=1</script>", "<img src=x onerror=globalThis.hit=1>", "![p](https://tracker.example/p.png)", "![x](javascript:globalThis.hit=1)",
      "[x](javascript:globalThis.hit=1)", "[x](java\nscript:globalThis.hit=1)", "[x](data:text/html,<script>globalThis.hit=1</script>)", "[x](vbscript:x)",
      "<svg/onload=globalThis.hit=1>", "<iframe srcdoc='<script>parent.hit=1</script>'>", "`<b>`", "```html\n<script>globalThis.hit=1</script>\n```",
      "[a](https://e.example \"onmouseover=globalThis.hit=1\")", "<a href=javascript:globalThis.hit=1>x</a>", "<style>*{background:url(https://tracker.example)}</style>",
      "\u202egnp.exe", "\u001b[31mred\u001b[0m", "<math><mtext></table><mglyph><style><img src=x onerror=globalThis.hit=1>", "[![x](https://tracker.example/a)](https://b.example)",
      "| <img src=x onerror=globalThis.hit=1> |\n|---|\n| <b>x</b> |", "- <script>globalThis.hit=1</script>", "> <img src=x onerror=globalThis.hit=1>", "# <img src=x onerror=globalThis.hit=1>",
    ];
    for (const text of hostile) {
      const made = markdown(text);
      document.body.append(made);
      same(made.querySelectorAll("script, img, svg, iframe, style, object, embed, link, form, video, audio, math").length, 0, text);
      for (const element of made.querySelectorAll("*")) for (const { name, value } of element.attributes) {
        holds(!name.startsWith("on"), `${text}: ${name}`);
        if (name === "href") holds(/^(https?:|mailto:)/.test(value), `${text}: ${value}`);
      }
      made.remove();
    }
    same(globalThis.hit, undefined);
  });

  test("markdown comes to an end with hostile input", () => {
    for (const text of ["*".repeat(20_000), "[".repeat(20_000), "`".repeat(20_001), "> ".repeat(5_000), "_a".repeat(20_000), "- ".repeat(5_000), "|".repeat(20_000), "(".repeat(10_000) + "[x](" + "(".repeat(10_000)]) markdown(text);
  });

  test("the palette puts exact before beginning before words before inside", () => {
    same([tier("Graph", "graph"), tier("Graph view", "gra"), tier("Rotate staging credentials", "ro cr"), tier("Telegraph", "gra"), tier("Board", "xyz")], [0, 1, 2, 3, null]);
    same(tier("Rotate staging credentials", "gra"), null, "letters scattered over a name are no match");
    same(tier("Étude", "etude"), 0);
  });

  test("addresses find their pages", () => {
    const found = (address) => { const { name, params } = find(address); return [name, params]; };
    same(found("/c/aurora/t/AUR-12"), ["ticket", { co: "aurora", key: "AUR-12" }]);
    same(found("/c/a%20b/chat/x/"), ["chat", { co: "a b", thread: "x" }]);
    same(found("/c/x/nothing")[0], "nowhere");
    same(found("/c/%E0%A4%A/floor")[0], "nowhere");
    same(found("/")[0], "home");
  });

  test("money and names are told plainly", () => {
    same(["0", "0.00004", "0.0042", "12.5", null, "abc"].map(format.money), ["$0.00", "<$0.0001", "$0.0042", "$12.50", "unknown", "unknown"]);
    same(format.initials("Ada Byron Lovelace"), "AL");
    same(format.plain("a\u202eb\u001b[31m"), "ab[31m");
    same([999, 1900, 23_400, 2_300_000].map(format.count), ["999", "1.9k", "23k", "2.3M"]);
  });
}
