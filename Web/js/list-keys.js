// @ts-check
// The keys that all lists have: next and before, first and last, and the way to their filter.

/**
 * @param {string} group
 * @param {{ rows?: string, filter?: string }} [options] rows: what is gone through, a long list or links; filter: where one types to find, if there is such a place
 * @returns {import("./keys.js").Binding[]}
 */
export function listKeys(group, options = {}) {
  const { rows = "#main .long-list", filter = "#main input[type=search]" } = options;
  const all = () => /** @type {HTMLElement[]} */ ([...document.querySelectorAll(rows)].filter((one) => /** @type {HTMLElement} */ (one).offsetParent !== null));
  const here = () => all().findIndex((one) => one.contains(document.activeElement));
  // A long list goes through its rows by itself as soon as it has the focus.
  const to = (/** @type {number} */ place) => { const list = all(); list[Math.max(0, Math.min(list.length - 1, place))]?.focus(); };
  const isInside = () => here() >= 0;
  return [
    { key: "j", label: "Next", group, action: () => to(here() + 1) },
    { key: "k", label: "Before", group, action: () => to(here() - 1) },
    { key: "arrowdown", label: "Next", group, isHidden: true, when: isInside, action: () => to(here() + 1) },
    { key: "arrowup", label: "Before", group, isHidden: true, when: isInside, action: () => to(here() - 1) },
    { key: "home", label: "First", group, isHidden: true, when: isInside, action: () => to(0) },
    { key: "end", label: "Last", group, isHidden: true, when: isInside, action: () => to(all().length - 1) },
    ...(filter ? [{ key: "f", label: "Filter", group, action: () => /** @type {HTMLElement | null} */ (document.querySelector(filter))?.focus() }] : []),
  ];
}
