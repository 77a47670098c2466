// @ts-check
// What needs a person, above everything else on the floor: three at most, the rest is in the inbox.
import { computed } from "../core.js";
import { each, html, when } from "../template.js";
import { at, floor } from "../company.js";
import { when_ } from "../ui.js";
import { plain } from "../format.js";
import { holds, kindMark, sentence } from "../inbox/kinds.js";

/** All that waits for a person. */
export const needing = computed(() => floor()?.needs_you?.count ?? 0);

export function needsYou() {
  const items = computed(() => /** @type {import("../inbox/kinds.js").Item[]} */ ((floor()?.needs_you?.items ?? []).slice(0, 3)));
  const rest = computed(() => Math.max(0, needing() - items().length));
  return when(() => items().length > 0, () => html`<section class="needs" aria-labelledby="needs-title" data-testid="needs-you">
    <h2 id="needs-title">Needs you</h2>
    <ul>${each(items, (one) => `${one.kind} ${one.id}`, (one) => html`<li><a href=${() => at(`inbox/${encodeURIComponent(one().id)}`)}>
      ${kindMark(one)}<span class="words">${() => sentence(one())}</span>
      <span class="muted small who">${() => [plain(one().employee ?? ""), holds(one())].filter(Boolean).join(" · ")}</span>
      <span class="muted small age">${when_(() => one().since)}</span></a></li>`)}</ul>
    ${when(rest, () => html`<a class="more" href=${() => at("inbox")}>${() => `${rest()} more in the inbox`}</a>`)}
  </section>`);
}
