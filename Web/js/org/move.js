// @ts-check
// Putting somebody under another manager: who may be chosen, what moves along, and the circle that forbids it.
import { computed, signal } from "../core.js";
import { each, html, when } from "../template.js";
import { api, path } from "../api.js";
import { base } from "../company.js";
import { announce, button, dialog, fail, toast } from "../ui.js";
import { plain, plural } from "../format.js";
import { asCommand } from "../command.js";
import { below, linesOf, loopOf } from "./tree.js";

/** @typedef {import("./tree.js").OrgNode} OrgNode */

/**
 * @param {string} report
 * @param {string} manager
 */
const put = (report, manager) => api.put(`${base()}${path`/employees/${report}/manager`}`, { manager_id: manager });

/**
 * Opens the picker of a manager.
 * @param {OrgNode[]} roots
 * @param {string} report who moves
 * @param {{ to?: string, done?: () => void }} [options] to: the manager that is chosen already
 */
export function openMove(roots, report, options = {}) {
  const lines = linesOf(roots);
  const line = lines.get(report);
  if (!line) return;
  const { node, manager: present } = line;
  const name = plain(node.name);
  const nameOf = (/** @type {string | null} */ id) => plain(lines.get(id ?? "")?.node.name ?? "");
  const words = signal("");
  const chosen = signal(options.to ?? null);
  const others = [...lines.values()].filter((one) => one.node.id !== report);
  const found = computed(() => {
    const wanted = words().trim().toLowerCase();
    return others.filter((one) => `${one.node.name} ${one.node.title}`.toLowerCase().includes(wanted));
  });
  const loop = computed(() => { const id = chosen(); return id ? loopOf(lines, report, id) : null; });
  const isSame = computed(() => chosen() !== null && chosen() === present);
  const followers = below(node);

  const preview = () => {
    const id = chosen();
    if (!id) return html`<p class="muted">Choose who ${name} reports to from now on.</p>`;
    const circle = loop();
    if (circle) return html`<div class="org-loop" role="alert"><strong>This would close a circle.</strong>
      <p>${circle.map((one, index) => html`<span>${index ? " → " : ""}<b>${plain(one.name)}</b></span>`)}</p>
      <p>${`${nameOf(id)} works below ${name}. Move ${nameOf(id)} out of there first, then this is possible.`}</p></div>`;
    if (isSame()) return html`<p class="muted">${name} reports to ${nameOf(id)} already.</p>`;
    return html`<div class="org-effect"><p><b>${name}</b> will report to <b>${nameOf(id)}</b>${present ? ` instead of ${nameOf(present)}` : ", and be no longer at the top"}.</p>
      ${followers.length ? html`<p>${`${plural(followers.length, "report")} ${followers.length === 1 ? "moves" : "move"} too: ${followers.slice(0, 6).map((one) => plain(one.name)).join(", ")}${followers.length > 6 ? ` and ${followers.length - 6} more` : ""}.`}</p>`
        : html`<p class="muted">Nobody else moves.</p>`}</div>`;
  };

  dialog(`Move ${name}`, (close) => {
    const save = async () => {
      const id = chosen();
      if (!id || loop() || isSame()) return;
      try {
        await put(report, id);
        close();
        options.done?.();
        toast(`${name} reports to ${nameOf(id)}.`, present ? {
          action: { label: "Undo", run: () => void put(report, present).then(() => { announce("Taken back."); options.done?.(); }, (error) => fail(error, "Undo")) },
        } : {});
      } catch (error) { fail(error, `Move ${name}`); }
    };
    return html`<div class="body">
      <label class="field"><span>New manager</span><input type="search" placeholder="Name or title" autocomplete="off" autofocus data-testid="move-search"
        oninput=${(/** @type {any} */ event) => words.set(event.target.value)}
        onkeydown=${(/** @type {KeyboardEvent} */ event) => {
          const list = found();
          const place = list.findIndex((one) => one.node.id === chosen());
          if (event.key === "ArrowDown") chosen.set((list[place + 1] ?? list[0])?.node.id ?? null);
          else if (event.key === "ArrowUp") chosen.set((list[place - 1] ?? list[list.length - 1])?.node.id ?? null);
          else if (event.key === "Enter") void save();
          else return;
          event.preventDefault();
          const id = chosen();
          if (id) document.getElementById(`move-${id}`)?.closest("label")?.scrollIntoView({ block: "nearest" });
        }}></label>
      <div class="org-choices" role="radiogroup" aria-label="Managers">
        ${each(found, (one) => one.node.id, (one) => html`<label class="org-choice" --depth=${() => String(words().trim() ? 0 : one().depth - 1)}>
          <input type="radio" name="move-manager" id=${`move-${one().node.id}`} .checked=${() => chosen() === one().node.id} onchange=${() => chosen.set(one().node.id)}>
          <span>${() => plain(one().node.name)}</span><span class="muted">${() => plain(one().node.title)}</span>
          ${() => (one().node.id === present ? html`<span class="chip">manager now</span>` : loopOf(lines, report, one().node.id) ? html`<span class="chip">works below</span>` : null)}</label>`,
          () => html`<p class="muted">Nobody is called so.</p>`)}
      </div>
      <div aria-live="polite" data-testid="move-preview">${preview}</div>
      ${when(() => others.length === 0, () => html`<p>There is nobody else yet.</p>`)}
      </div><footer>${asCommand(() => (chosen() ? { does: "employee move", words: [report], options: { manager: chosen() } } : "Choose a manager first."))}<button type="button" onclick=${close}>Cancel</button>
        ${button("Move", save, { class: "primary", testid: "move-confirm", disabled: () => !chosen() || Boolean(loop()) || isSame() })}</footer>`;
  }, { class: "org-move", testid: "move-dialog" });
}
