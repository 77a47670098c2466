// @ts-check
// What can be done about a reason: the server names a request, and where it needs more than a click this asks for that.
import { html } from "./template.js";
import { api } from "./api.js";
import { at, people, person } from "./company.js";
import { dialog, fail, field, toast, values } from "./ui.js";
import { openHire, openNewTicket } from "./shell.js";
import { go } from "./router.js";
import { asCommand } from "./command.js";

/**
 * @typedef {import("../types/api").Finding} Finding
 * @typedef {NonNullable<Finding["action"]>} Action
 * @typedef {{ label: string, href?: string, run?: () => unknown, next?: { kind: string, id: string } }} Remedy
 */

/**
 * What a person can do about a reason; null when it passes by itself.
 * @param {Finding} finding
 * @param {{ kind: string, id: string }} subject what it is a reason for
 * @returns {Remedy | null}
 */
export function remedy(finding, subject) {
  const { action } = finding;
  if (!action) return null;
  const { label, method, path } = action;
  const explain = /^\/api\/(tickets|employees|threads|routines)\/([^/]+)\/explain$/.exec(path);
  if (method === "GET" && explain) return { label, next: { kind: (explain[1] ?? "").slice(0, -1), id: decodeURIComponent(explain[2] ?? "") } };
  const answer = /\/questions\/([^/]+)\/answer$/.exec(path);
  if (answer) return { label, href: at(`inbox/${answer[1]}`) };
  if (path.endsWith("/tickets")) return { label, run: () => openNewTicket(subject.kind === "employee" ? { assignee_id: subject.id, assignee_name: person(subject.id)?.name } : {}) };
  if (path.endsWith("/employees")) return { label, run: () => openHire() };
  if (path.endsWith("/assignee")) return { label, run: () => give(label, path) };
  if (path.endsWith("/messages")) return { label, href: at(`chat/${/\/threads\/([^/]+)\//.exec(path)?.[1] ?? ""}`) };
  if (/\/employees\/[^/]+\/thread$/.test(path)) return { label, run: async () => go(at(`chat/${(await api.post(path)).id}`)) };
  if (/\/budgets\/[^/]+$/.test(path)) return { label, run: () => raiseBudget(path) };
  if (/\/api\/settings\//.test(path)) {
    const value = Number(/(\d+)\s*$/.exec(action.command ?? "")?.[1]);
    return value ? { label, run: () => send(action, { value }) } : { label, href: at("settings") };
  }
  if (method === "PATCH" && /\/routines\//.test(path)) {
    return label.endsWith("on") ? { label, run: () => send(action, { enabled: true }) } : { label, href: at(`routines/${path.split("/").pop()}`) };
  }
  if (method === "PATCH" && /\/goals\/[^/]+$/.test(path)) return { label, run: () => send(action, { status: "active" }) };
  if (method === "PATCH") return { label, href: at("settings") };
  if (path.endsWith("/wake")) return { label, run: () => send(action, subject.kind === "ticket" ? { ticket_id: subject.id } : {}) };
  return { label, run: () => send(action, {}) };
}

/**
 * @param {Action} action
 * @param {Record<string, unknown>} body
 */
async function send({ label, method, path }, body) {
  const answer = method === "POST" ? await api.post(path, body) : method === "PUT" ? await api.put(path, body) : method === "PATCH" ? await api.patch(path, body) : await api.delete(path);
  if (answer?.reachable === false) toast(answer.problem ?? "It does not answer.", { kind: "bad" });
  else toast(answer?.reachable ? "It answers." : `Done: ${label}.`);
}

/**
 * @param {string} title
 * @param {string} path
 */
function give(title, path) {
  dialog(title, (close) => html`<form onsubmit=${async (/** @type {SubmitEvent} */ event) => {
    event.preventDefault();
    try {
      await api.put(path, { assignee_id: values(/** @type {HTMLFormElement} */ (event.target)).employee });
      close();
    } catch (error) { fail(error, title); }
  }}><div class="body">${field("Who", html`<select name="employee" required>${people().map((one) => html`<option value=${one.id}>${one.name}, ${one.title}</option>`)}</select>`)}</div>
    <footer>${asCommand(({ employee }) => ({ does: "ticket assign", words: [decodeURIComponent(/\/tickets\/([^/]+)/.exec(path)?.[1] ?? ""), employee] }))}<button type="button" onclick=${close}>Cancel</button><button class="primary">Give it</button></footer></form>`, { class: "narrow" });
}

/**
 * Asks how much a budget may be, and sets it.
 * @param {string} path
 * @param {{ done?: () => void }} [options]
 */
export async function raiseBudget(path, options = {}) {
  const budget = await api.get(path);
  dialog("Raise the budget", (close) => html`<form onsubmit=${async (/** @type {SubmitEvent} */ event) => {
    event.preventDefault();
    try {
      await api.patch(path, { hard_cap_usd: values(/** @type {HTMLFormElement} */ (event.target)).cap });
      close();
      toast("The budget is raised; what waited for it goes on by itself.");
      options.done?.();
    } catch (error) { fail(error, "Raise the budget"); }
  }}><div class="body"><p>$${budget.spent_usd} of $${budget.hard_cap_usd} are spent this month. What waits for money goes on as soon as there is room for its next model call.</p>
    ${field("New monthly cap in dollars", html`<input name="cap" type="text" inputmode="decimal" required pattern="[0-9]+([.][0-9]+)?" .value=${String(Math.max(1, Math.ceil(Number(budget.hard_cap_usd) * 2)))}>`)}</div>
    <footer>${asCommand(({ cap }) => ({ does: "budget set", words: [cap], options: { budget: budget.id } }))}<button type="button" onclick=${close}>Cancel</button><button class="primary">Raise</button></footer></form>`, { class: "narrow" });
}

