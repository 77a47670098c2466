// @ts-check
// Dragging things with a mouse or a pen. Fingers scroll; for them and for keys there are other ways.

/** So far a pointer goes before it drags, in pixels. */
const SLACK = 5;
/** So near to an edge a drag scrolls. */
const EDGE = 48;

/**
 * @param {HTMLElement} home holds what is dragged and the places where it may be dropped
 * @param {{ item: string, place: string, list?: string }} names the attributes that name a thing and a place, and what scrolls inside a place
 * @param {{ begin: (id: string) => void, over: (place: string | null) => void, drop: (id: string, place: string | null) => void }} hands
 * @returns {() => void} ends it
 */
export function dragging(home, names, hands) {
  /** @type {{ id: string, card: HTMLElement, ghost: HTMLElement | null, x: number, y: number, dx: number, dy: number, stage: string | null } | null} */
  let drag = null;
  let frame = 0;

  const down = (/** @type {PointerEvent} */ event) => {
    if (event.button !== 0 || event.pointerType === "touch" || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const target = /** @type {Element} */ (event.target);
    const card = /** @type {HTMLElement | null} */ (target.closest(`[${names.item}]`));
    const control = target.closest("button, input, select");
    if (!card || (control && control !== card)) return;
    const box = card.getBoundingClientRect();
    drag = { id: card.getAttribute(names.item) ?? "", card, ghost: null, x: event.clientX, y: event.clientY, dx: event.clientX - box.left, dy: event.clientY - box.top, stage: null };
    addEventListener("pointermove", move);
    addEventListener("pointerup", up);
    addEventListener("pointercancel", cancel);
    addEventListener("keydown", key, true);
  };

  const lift = () => {
    if (!drag) return;
    const ghost = /** @type {HTMLElement} */ (drag.card.cloneNode(true));
    ghost.classList.add("drag-ghost");
    for (const name of ["id", names.item, "data-testid", "tabindex"]) ghost.removeAttribute(name);
    ghost.setAttribute("aria-hidden", "true");
    ghost.inert = true;
    ghost.style.setProperty("--ghost-width", `${drag.card.offsetWidth}px`);
    document.body.append(ghost);
    drag.card.setAttribute("data-dragged", "");
    drag.ghost = ghost;
    // What is marked now would grow under the moving pointer.
    getSelection()?.removeAllRanges();
    document.documentElement.classList.add("is-dragging");
    hands.begin(drag.id);
  };

  const move = (/** @type {PointerEvent} */ event) => {
    if (!drag) return;
    if (!drag.ghost) {
      if (Math.hypot(event.clientX - drag.x, event.clientY - drag.y) < SLACK) return;
      lift();
    }
    event.preventDefault();
    drag.ghost?.style.setProperty("--ghost-x", `${event.clientX - drag.dx}px`);
    drag.ghost?.style.setProperty("--ghost-y", `${event.clientY - drag.dy}px`);
    const column = /** @type {HTMLElement | null} */ (document.elementFromPoint(event.clientX, event.clientY)?.closest(`[${names.place}]`) ?? null);
    const stage = column?.getAttribute(names.place) ?? null;
    if (stage !== drag.stage) { drag.stage = stage; hands.over(stage); }
    scroll(event.clientX, event.clientY, column);
  };

  const scroll = (/** @type {number} */ x, /** @type {number} */ y, /** @type {HTMLElement | null} */ column) => {
    cancelAnimationFrame(frame);
    const box = home.getBoundingClientRect();
    const list = names.list ? column?.querySelector(names.list) : null;
    const inside = list?.getBoundingClientRect();
    const sideways = x < box.left + EDGE ? -8 : x > box.right - EDGE ? 8 : 0;
    const along = inside && (y < inside.top + EDGE ? -8 : y > inside.bottom - EDGE ? 8 : 0);
    if (!sideways && !along) return;
    frame = requestAnimationFrame(() => {
      if (!drag) return;
      home.scrollBy(sideways, 0);
      list?.scrollBy(0, along ?? 0);
      scroll(x, y, column);
    });
  };

  const finish = (/** @type {boolean} */ isDropped) => {
    const before = drag;
    drag = null;
    cancelAnimationFrame(frame);
    removeEventListener("pointermove", move);
    removeEventListener("pointerup", up);
    removeEventListener("pointercancel", cancel);
    removeEventListener("keydown", key, true);
    if (!before?.ghost) return;
    before.ghost.remove();
    before.card.removeAttribute("data-dragged");
    document.documentElement.classList.remove("is-dragging");
    // The click that ends a drag is not meant for what lies there.
    const swallow = (/** @type {Event} */ event) => { event.stopPropagation(); event.preventDefault(); };
    addEventListener("click", swallow, { capture: true, once: true });
    setTimeout(() => removeEventListener("click", swallow, true), 50);
    hands.over(null);
    hands.drop(before.id, isDropped ? before.stage : null);
  };
  const up = () => finish(true);
  const cancel = () => finish(false);
  const key = (/** @type {KeyboardEvent} */ event) => {
    if (event.key !== "Escape" || !drag?.ghost) return;
    event.preventDefault();
    event.stopPropagation();
    finish(false);
  };
  const still = (/** @type {Event} */ event) => event.preventDefault();
  home.addEventListener("pointerdown", down);
  home.addEventListener("dragstart", still);
  return () => { finish(false); home.removeEventListener("pointerdown", down); home.removeEventListener("dragstart", still); };
}
