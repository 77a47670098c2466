// @ts-check
// What a person has put away, on whatever machine: until when, and the way back.
import { computed, signal } from "../core.js";
import { each, html, when } from "../template.js";
import { base } from "../company.js";
import { query } from "../queries.js";
import { button, dialog, empty } from "../ui.js";
import { date, plain, plural, time } from "../format.js";
import { takeBack } from "./deeds.js";
import { kindMark, sentence } from "./kinds.js";

/** @typedef {import("./kinds.js").Item} Item */
/** @typedef {import("../queries.js").Asked<"GET /api/companies/{company}/inbox">} Asked */

const [PAGE, MOST] = [50, 500];

/**
 * @param {RegExp} changes the events after which what is put away may be decided or back
 */
export function putAwayThings(changes) {
  const most = signal(PAGE);
  const listOf = (/** @type {"snoozed" | "done"} */ standing) => /** @type {Asked} */ (query(() => `${base()}/inbox?standing=${standing}&limit=${most()}`, { on: changes }));
  const [snoozed, done] = [listOf("snoozed"), listOf("done")];
  const itemsOf = (/** @type {Asked} */ asked) => asked.data()?.items ?? [];
  const isCut = computed(() => [snoozed, done].some((asked) => asked.data()?.next != null));
  const number = (/** @type {Asked} */ asked) => `${itemsOf(asked).length}${asked.data()?.next != null ? "+" : ""}`;
  const reload = () => Promise.all([snoozed.reload(), done.reload()]);

  /** @param {import("./deeds.js").Desk} desk */
  const open = (desk) => dialog("Put away", (close) => {
    const back = async (/** @type {Item} */ item, /** @type {Element | null} */ place) => {
      const beside = place?.nextElementSibling ?? place?.previousElementSibling ?? document.querySelector(".away-row");
      await takeBack(item, desk);
      if (itemsOf(snoozed).length + itemsOf(done).length === 0) close();
      else /** @type {HTMLElement | null} */ (beside?.querySelector("button") ?? null)?.focus();
    };
    const row = (/** @type {() => Item} */ one) => {
      /** @type {Element | null} */
      let place = null;
      return html`<li class="away-row" ref=${(/** @type {Element} */ element) => { place = element; }}><span class="away-what">${kindMark(one)}<span>${() => sentence(one())}</span>
        <span class="muted small">${() => [plain(one().employee ?? ""), one().until === null ? "" : `until ${date(one().until ?? 0)}, ${time(one().until ?? 0)}`].filter(Boolean).join(", ")}</span></span>
      ${button("Bring back", () => back(one(), place), { class: "small", label: `Bring back ${sentence(one())}` })}</li>`;
    };
    const group = (/** @type {string} */ label, /** @type {Asked} */ asked) => when(() => itemsOf(asked).length > 0, () => html`<section><h3>${() => `${label}: ${number(asked)}`}</h3>
      <ul>${each(() => itemsOf(asked), (one) => one.id, row)}</ul></section>`);
    return html`<div class="body inbox-away">${group("Snoozed", snoozed)}${group("Done", done)}
      ${when(() => itemsOf(snoozed).length + itemsOf(done).length === 0, () => empty("Nothing is put away."))}
      ${when(() => isCut() && most() < MOST, () => html`<p><button type="button" class="small" onclick=${() => most.set(MOST)}>Show more</button></p>`)}</div>`;
  }, { testid: "away-dialog" });

  /** @param {import("./deeds.js").Desk} desk */
  const line = (desk) => when(() => itemsOf(snoozed).length + itemsOf(done).length > 0, () => html`<p class="muted small put-away" data-testid="put-away">${() => `${plural(itemsOf(snoozed).length + itemsOf(done).length, "thing")}${isCut() ? " and more" : ""} put away.`} <button type="button" class="link" aria-haspopup="dialog" onclick=${() => open(desk)}>Look or bring back</button></p>`);
  return { line, reload };
}
