// @ts-check
// Reporting lines as a tree that keys, the mouse and a screen reader can walk.
import { computed, effect, onCleanup, signal, untrack } from "../core.js";
import { each, html } from "../template.js";
import { at } from "../company.js";
import { avatar, stateMark } from "../ui.js";
import { plain } from "../format.js";
import { stateWord } from "../floor/state.js";
import { shownLines } from "./tree.js";

/** @typedef {import("./tree.js").OrgNode} OrgNode */
/** @typedef {import("./tree.js").Line} Line */

/**
 * @param {() => OrgNode[]} roots
 * @param {{ chosen: import("../core.js").Signal<string | null>, load: (id: string) => string, open: (id: string) => void, move: (id: string, to?: string) => void }} options
 */
export function outline(roots, { chosen, load, open, move }) {
  const folded = signal(/** @type {ReadonlySet<string>} */ (new Set()));
  const lines = computed(() => shownLines(roots(), folded()));
  const dragged = signal(/** @type {string | null} */ (null));
  const over = signal(/** @type {string | null} */ (null));
  // The one tab stop: the chosen line, or the first while the chosen one is folded away.
  const stop = computed(() => (lines().some((line) => line.node.id === chosen()) ? chosen() : lines()[0]?.node.id ?? null));
  /** @type {HTMLElement | null} */
  let home = null;
  let typed = "";
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  onCleanup(() => clearTimeout(timer));

  // Somebody who is chosen elsewhere must not be hidden by a fold.
  effect(() => {
    const id = chosen();
    untrack(() => {
      if (!id) return;
      const above = pathTo(roots(), id).slice(0, -1);
      if (above.some((one) => folded().has(one))) folded.update((set) => new Set([...set].filter((one) => !above.includes(one))));
    });
  });

  // A line that moves to another place loses the focus on the way; it has it again when nothing else took it.
  let isHeld = false;
  effect(() => {
    const id = stop();
    lines();
    queueMicrotask(() => { if (isHeld && id && document.activeElement === document.body && !document.querySelector("dialog[open]")) element(id)?.focus({ preventScroll: true }); });
  });

  const element = (/** @type {string} */ id) => /** @type {HTMLElement | null} */ (home?.querySelector(`[data-person-id="${CSS.escape(id)}"]`));
  const focus = (/** @type {Line | undefined} */ line) => {
    if (!line) return;
    chosen.set(line.node.id);
    queueMicrotask(() => element(line.node.id)?.focus());
  };
  const fold = (/** @type {string} */ id, /** @type {boolean} */ isFolded) => folded.update((set) => {
    const next = new Set(set);
    if (isFolded) next.add(id); else next.delete(id);
    return next;
  });

  /** @param {KeyboardEvent} event */
  function press(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const all = lines();
    const place = all.findIndex((line) => line.node.id === stop());
    const line = all[place];
    if (!line) return;
    const { node } = line;
    const hasReports = node.reports.length > 0;
    const isFolded = folded().has(node.id);
    if (event.key === "ArrowDown") focus(all[place + 1]);
    else if (event.key === "ArrowUp") focus(all[place - 1]);
    else if (event.key === "Home") focus(all[0]);
    else if (event.key === "End") focus(all[all.length - 1]);
    else if (event.key === "ArrowRight") { if (hasReports && isFolded) fold(node.id, false); else if (hasReports) focus(all[place + 1]); }
    else if (event.key === "ArrowLeft") { if (hasReports && !isFolded) fold(node.id, true); else focus(all.find((one) => one.node.id === line.manager)); }
    else if (event.key === "*") folded.update((set) => new Set([...set].filter((id) => !all.some((one) => one.manager === line.manager && one.node.id === id))));
    else if (event.key === "Enter") open(node.id);
    else if (event.key === " ") chosen.set(node.id);
    // The letter of the command is part of a name only where one goes on so; with shift it always is.
    else if (event.key === "m" && !(typed && all.some((one) => one.node.name.toLowerCase().startsWith(`${typed}m`)))) move(node.id);
    else if (event.key.length === 1 && /[\p{L}\p{N}]/u.test(event.key)) {
      typed += event.key.toLowerCase();
      clearTimeout(timer);
      timer = setTimeout(() => { typed = ""; }, 700);
      const from = typed.length > 1 ? place : place + 1;
      const found = [...all.slice(from), ...all.slice(0, from)].find((one) => one.node.name.toLowerCase().startsWith(typed));
      focus(found);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** @param {() => Line} line */
  const row = (line) => {
    const id = line().node.id;
    return html`<li role="treeitem" class=${() => `org-line${chosen() === id ? " chosen" : ""}${over() === id ? " target" : ""}${dragged() === id ? " lifted" : ""}`} data-person-id=${id}
      aria-level=${() => String(line().depth)} aria-setsize=${() => String(line().size)} aria-posinset=${() => String(line().place)} --depth=${() => String(line().depth - 1)}
      aria-expanded=${() => (line().node.reports.length ? String(!folded().has(id)) : null)} aria-selected=${() => String(chosen() === id)}
      aria-label=${() => `${plain(line().node.name)}, ${plain(line().node.title)}, ${line().node.level}, ${stateWord(line().node.status)}${load(id) ? `, ${load(id)}` : ""}`}
      tabindex=${() => (stop() === id ? "0" : "-1")} draggable="true"
      onclick=${() => chosen.set(id)} ondblclick=${() => open(id)} onfocus=${() => { if (untrack(chosen) !== id) chosen.set(id); }}
      ondragstart=${(/** @type {DragEvent} */ event) => { event.dataTransfer?.setData("text/plain", line().node.name); if (event.dataTransfer) event.dataTransfer.effectAllowed = "move"; dragged.set(id); }}
      ondragend=${() => { dragged.set(null); over.set(null); }}
      ondragover=${(/** @type {DragEvent} */ event) => { if (!dragged() || dragged() === id) return; event.preventDefault(); over.set(id); }}
      ondragleave=${() => { if (over() === id) over.set(null); }}
      ondrop=${(/** @type {DragEvent} */ event) => { const who = dragged(); if (!who) return; event.preventDefault(); over.set(null); dragged.set(null); move(who, id); }}>
      <span class="org-fold" onclick=${(/** @type {Event} */ event) => { event.stopPropagation(); fold(id, !folded().has(id)); }}>${() => (line().node.reports.length
        ? html`<svg viewBox="0 0 10 10" width="10" height="10" aria-hidden="true" class=${() => (folded().has(id) ? "" : "open")}><path d="M3.5 2 6.5 5 3.5 8" fill="none" stroke="currentColor" stroke-width="1.5"/></svg>` : null)}</span>
      ${avatar(() => line().node.name)}
      <span class="org-who"><a tabindex="-1" href=${() => at(`people/${encodeURIComponent(id)}`)}>${() => plain(line().node.name)}</a><span class="muted">${() => plain(line().node.title)}</span></span>
      <span class="org-level muted">${() => line().node.level}</span>
      <span class="org-state">${stateMark(() => line().node.status, () => stateWord(line().node.status))}</span>
      <span class="org-load muted mono">${() => load(id)}</span></li>`;
  };

  return html`<ul role="tree" aria-label="Reporting lines" class="org-tree" data-testid="org-tree" onkeydown=${press}
    onfocusin=${() => { isHeld = true; }} onfocusout=${(/** @type {FocusEvent} */ event) => { if (event.relatedTarget) isHeld = home?.contains(/** @type {Node} */ (event.relatedTarget)) ?? false; }}
    ref=${(/** @type {HTMLElement} */ made) => { home = made; }}>
    ${each(lines, (line) => line.node.id, row)}</ul>`;
}

/**
 * Everybody from the top down to somebody.
 * @param {OrgNode[]} nodes
 * @param {string} id
 * @returns {string[]}
 */
function pathTo(nodes, id) {
  for (const node of nodes) {
    if (node.id === id) return [id];
    const rest = pathTo(node.reports, id);
    if (rest.length) return [node.id, ...rest];
  }
  return [];
}
