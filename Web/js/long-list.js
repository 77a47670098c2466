// @ts-check
// A list of which only what is seen has rows.
import { computed, effect, onCleanup, signal } from "./core.js";
import { each, html } from "./template.js";

let lists = 0;

/**
 * A list of which only what is seen has rows. One tab stop; arrows move, Enter opens.
 * @template T
 * @param {() => readonly T[]} items
 * @param {{ height: number, row: (item: () => T, index: () => number) => any, key: (item: T) => unknown, label: string, open?: (item: T) => void, more?: () => void, class?: string,
 *   keys?: (item: T, event: KeyboardEvent) => boolean, extend?: (items: readonly T[]) => void, isSelected?: (item: T) => boolean }} options extend: takes rows into the selection, where there is one; isSelected: whether a row is in it; keys: does what other keys mean for the active row, and says whether they mean anything
 */
export function longList(items, options) {
  const { height, row, key, label, open, more } = options;
  const top = signal(0);
  const view = signal(600);
  const active = signal(0);
  const id = `l${++lists}`;
  const first = computed(() => Math.max(0, Math.floor(top() / height) - 6));
  const last = computed(() => Math.min(items().length, Math.ceil((top() + view()) / height) + 6));
  const shownItems = computed(() => items().slice(first(), last()).map((item, index) => ({ item, index: index + first() })));
  /** @type {HTMLElement | null} */
  let frame = null;
  effect(() => { if (last() >= items().length && items().length > 0) more?.(); });
  const move = (/** @type {number} */ to) => {
    const next = Math.max(0, Math.min(items().length - 1, to));
    active.set(next);
    if (!frame) return;
    if (next * height < frame.scrollTop) frame.scrollTop = next * height;
    else if ((next + 1) * height > frame.scrollTop + frame.clientHeight) frame.scrollTop = (next + 1) * height - frame.clientHeight;
  };
  /** @param {number} to */
  const extend = (to) => {
    const from = active();
    move(to);
    options.extend?.([...new Set([from, active()])].flatMap((place) => { const item = items()[place]; return item === undefined ? [] : [item]; }));
  };
  return html`<div class=${`long-list ${options.class ?? ""}`} role="grid" aria-label=${label} tabindex="0" aria-multiselectable=${options.isSelected ? "true" : null} aria-rowcount=${() => String(items().length)}
    aria-activedescendant=${() => (items().length ? `${id}-${active()}` : null)}
    ref=${(/** @type {HTMLElement} */ element) => {
      frame = element;
      const watch = new ResizeObserver(() => view.set(element.clientHeight));
      watch.observe(element);
      onCleanup(() => watch.disconnect());
    }}
    onscroll=${() => { if (frame) top.set(frame.scrollTop); }}
    onkeydown=${(/** @type {KeyboardEvent} */ event) => {
      if (event.target !== frame) return;
      const page = Math.max(1, Math.floor(view() / height) - 1);
      /** @type {Record<string, number>} */
      const moves = { ArrowDown: active() + 1, j: active() + 1, ArrowUp: active() - 1, k: active() - 1, PageDown: active() + page, PageUp: active() - page, Home: 0, End: items().length - 1 };
      const to = moves[event.key];
      const chosen = items()[active()];
      if (to !== undefined && event.shiftKey && options.extend && /^Arrow(?:Up|Down)$/.test(event.key)) extend(to);
      else if (to !== undefined) move(to);
      else if (options.extend && event.shiftKey && (event.key === "J" || event.key === "K")) extend(active() + (event.key === "J" ? 1 : -1));
      else if (event.key === "Enter" && chosen !== undefined) open?.(chosen);
      else if (chosen === undefined || event.ctrlKey || event.metaKey || event.altKey || !options.keys?.(chosen, event)) return;
      event.preventDefault();
      event.stopPropagation();
    }}>
    <div class="long-list-space" role="rowgroup" --list-height=${() => `${items().length * height}px`}>
      ${each(shownItems, (one) => key(one.item), (one) => html`<div role="row" class=${() => (one().index === active() ? "row active" : "row")} id=${() => `${id}-${one().index}`}
        aria-selected=${() => (options.isSelected ? String(options.isSelected(one().item)) : null)} aria-rowindex=${() => String(one().index + 1)} --row-top=${() => `${one().index * height}px`} --row-height=${`${height}px`}
        onclick=${() => { active.set(one().index); }}>
        <div role="gridcell">${row(() => one().item, () => one().index)}</div></div>`)}
    </div></div>`;
}
