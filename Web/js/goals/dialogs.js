// @ts-check
// Setting a goal and planning a project.
import { signal } from "../core.js";
import { each, html, when } from "../template.js";
import { api } from "../api.js";
import { dialog, field, toast, values } from "../ui.js";
import { plain } from "../format.js";
import { at, base } from "../company.js";
import { go } from "../router.js";
import { goalsQuery } from "../board/filters.js";
import { PRIORITIES } from "../board/tickets.js";
import { colleagues } from "../board/work.js";
import { endOf } from "../ticket/facts.js";
import { asCommand, without } from "../command.js";

/** @type {Map<string, Record<string, string>>} What was begun in a dialog and not sent, by its title. */
const drafts = new Map();

/**
 * @param {string} title
 * @param {() => any} fields
 * @param {string} action
 * @param {(values: Record<string, string>) => Promise<void>} send
 * @param {(values: Record<string, string>) => import("../command.js").Command | string} [command]
 */
function formDialog(title, fields, action, send, command) {
  dialog(title, (close) => {
    const [isBusy, problem] = [signal(false), signal("")];
    return html`<form onsubmit=${async (/** @type {SubmitEvent} */ event) => {
      event.preventDefault();
      isBusy.set(true);
      try {
        await send(values(/** @type {HTMLFormElement} */ (event.target)));
        drafts.delete(title);
        close();
      } catch (error) { problem.set(/** @type {Error} */ (error).message); } finally { isBusy.set(false); }
    }} oninput=${(/** @type {any} */ event) => { drafts.set(title, values(event.currentTarget)); }}
      onkeydown=${(/** @type {KeyboardEvent} */ event) => { if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) /** @type {any} */ (event.currentTarget).requestSubmit(); }}><div class="body">${fields()}${when(problem, () => html`<p class="problem" role="alert">${problem}</p>`)}</div>
      <footer>${command ? asCommand(command) : null}<button type="button" onclick=${close}>Cancel</button><button class="primary" ?disabled=${isBusy}>${action} <kbd aria-hidden="true">Ctrl Enter</kbd></button></footer></form>`;
  });
}

/** @param {{ title?: string, description?: string }} [start] */
export const openNewGoal = (start = drafts.get("Set a goal") ?? {}) => formDialog("Set a goal", () => html`
  ${field("Goal", html`<input name="title" required maxlength="300" autocomplete="off" placeholder="What is true when it is reached" value=${start.title ?? ""}>`)}
  ${field("Description", html`<textarea name="description" rows="5" placeholder="Why it matters, for whom, and what is not part of it" .value=${start.description ?? ""}></textarea>`, "Markdown.")}
  ${field("Target date", html`<input type="date" name="target">`)}
  <p class="note">The head of the company gets it at once, breaks it into tickets and gives them to whoever does them best. That work costs what their models cost.</p>`, "Set the goal", async ({ title, description, target }) => {
  const day = endOf(target ?? "");
  const goal = await api.post(`${base()}/goals`, { title, description, ...(day ? { target_date: day } : {}) });
  toast("The goal is set. Its tickets appear as they are filed.");
  go(at(`goals/${encodeURIComponent(goal.id)}`));
}, ({ title, description, target }) => without({ "the target date": target }) ?? (title?.trim() ? { does: "goal create", words: [title.trim()], options: { description } } : "Name the goal first."));

/** @param {{ goal?: string | null }} [start] */
export function openNewProject(start = {}) {
  const goals = goalsQuery();
  const begun = drafts.get("Plan a project") ?? {};
  formDialog("Plan a project", () => html`
    ${field("Project", html`<input name="title" required maxlength="300" autocomplete="off" placeholder="A piece of work of several tickets" value=${begun.title ?? ""}>`)}
    ${field("Description", html`<textarea name="description" rows="4" .value=${begun.description ?? ""}></textarea>`, "Markdown.")}
    <div class="row-of">${field("Goal", html`<select name="goal"><option value="">No goal</option>${each(() => goals.data()?.items ?? [], (one) => one.id, (one) => html`<option value=${one().id} ?selected=${one().id === start.goal}>${plain(one().title)}</option>`)}</select>`)}
    ${field("Lead", html`<select name="lead"><option value="">Nobody</option>${each(colleagues, (one) => one.id, (one) => html`<option value=${one().id}>${plain(one().name)}</option>`)}</select>`)}</div>
    <div class="row-of">${field("Priority", html`<select name="priority">${PRIORITIES.map((one) => html`<option value=${one} ?selected=${one === "medium"}>${one}</option>`)}</select>`)}
    ${field("Target date", html`<input type="date" name="target">`)}</div>`, "Plan it", async ({ title, description, goal, lead, priority, target }) => {
    const day = endOf(target ?? "");
    const project = await api.post(`${base()}/projects`, { title, description, priority, ...(goal ? { goal_id: goal } : {}), ...(lead ? { lead_id: lead } : {}), ...(day ? { target_date: day } : {}) });
    toast("The project is planned. Add tickets to it.");
    go(at(`projects/${encodeURIComponent(project.id)}`));
  });
}
