// @ts-check
// Three marks for the first visit, each beside what it speaks of. Never in the way: the page works on behind them.
import { signal, root } from "../core.js";
import { html, mount } from "../template.js";

const MARKS = [
  { anchor: "[data-testid=person-card]", title: "People at work", text: "Each card is an employee: what they write, what it costs, and why they stand still when they do. Steer, pause and stop are on the card." },
  { anchor: "[data-nav=inbox], .tabbar a[href$='/inbox']", title: "What needs you", text: "Questions, failures and budgets wait in the inbox. The number says how many; nothing else asks for your attention." },
  { anchor: "[data-testid=palette-open]", title: "Find or do anything", text: "Ctrl+K or ⌘K finds people, tickets and pages and runs commands. ? shows all keys." },
];

/** Shows the marks, one after the other, once. */
export function coach() {
  localStorage.setItem("teamx.coach", "shown");
  const home = document.createElement("div");
  document.body.append(home);
  const place = signal(0);
  const at = signal({ top: 0, left: 0 });
  const anchorOf = () => { for (const one of document.querySelectorAll(MARKS[place.peek()]?.anchor ?? "")) if (one.getClientRects().length > 0) return one; return null; };
  const put = () => {
    const box = anchorOf()?.getBoundingClientRect();
    const width = Math.min(320, innerWidth - 24);
    if (!box) return at.set({ top: 72, left: Math.max(12, innerWidth - width - 12) });
    const isBeside = box.right + width + 24 < innerWidth && box.width < innerWidth / 2;
    const top = isBeside ? box.top : Math.min(box.bottom + 8, innerHeight - 200);
    const left = isBeside ? box.right + 12 : Math.max(12, Math.min(box.left, innerWidth - width - 12));
    return at.set({ top: Math.max(56, top), left });
  };
  const end = mountCoach();
  const close = () => { end(); home.remove(); removeEventListener("resize", put); };
  const next = () => { if (place.peek() + 1 >= MARKS.length) close(); else { place.update((one) => one + 1); put(); } };
  addEventListener("resize", put);
  // The cards come a moment after the page.
  setTimeout(put, 400);
  put();

  function mountCoach() {
    return root(() => mount(home, () => html`<aside class="coach" aria-label="First steps" data-testid="coach" --top=${() => `${at().top}px`} --left=${() => `${at().left}px`}>
      <h2>${() => MARKS[place()]?.title ?? ""}</h2><p>${() => MARKS[place()]?.text ?? ""}</p>
      <footer><span class="muted small">${() => `${place() + 1} of ${MARKS.length}`}</span>
        <button type="button" class="small quiet" onclick=${() => close()}>Skip</button>
        <button type="button" class="small primary" onclick=${() => next()}>${() => (place() + 1 === MARKS.length ? "Done" : "Next")}</button></footer></aside>`), null);
  }
}
