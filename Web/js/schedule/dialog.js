// @ts-check
// Putting something into the calendar, and changing it.
import { signal } from "../core.js";
import { each, html, when } from "../template.js";
import { api, path } from "../api.js";
import { attempt, confirm, dialog, field, toast, values } from "../ui.js";
import { plain } from "../format.js";
import { base } from "../company.js";
import { PRIORITIES } from "../board/tickets.js";
import { colleagues } from "../board/work.js";
import { dayOf } from "../ticket/facts.js";
import { asCommand, without } from "../command.js";

/** @type {Record<string, string>} */
const KINDS = { task: "Task: its assignee is woken when it begins", deadline: "Deadline", milestone: "Milestone", reminder: "Reminder" };

/** @param {number | null | undefined} moment */
function clock(moment) {
  if (moment == null) return "";
  const made = new Date(moment);
  return `${String(made.getHours()).padStart(2, "0")}:${String(made.getMinutes()).padStart(2, "0")}`;
}

/** @param {number} day */
const morning = (day) => new Date(day).setHours(9, 0, 0, 0);

/**
 * The same in a terminal, whose times are those of the machine it runs on.
 * @param {Record<string, string>} given
 * @param {any} raw
 */
function said({ title, day, from, to, kind, priority, who, description }, raw) {
  const cleared = without({ "that nobody is to do it any more": raw?.assignee_id && !who, "an end that is taken away": raw?.ends_at && !to, "an empty description": raw?.description && !description });
  const moment = (/** @type {string | undefined} */ time) => (time ? `${day} ${time}` : null);
  const options = { at: moment(from || "09:00"), until: moment(to), kind, priority, assign: who || (raw ? null : "nobody"), description };
  if (!title) return "Name it first.";
  return cleared ?? (raw ? { does: "schedule edit", words: [raw.id], options: { title, ...options } } : { does: "schedule add", words: [title], options });
}

/** @param {{ raw?: any, day?: number, again: () => Promise<void> }} start raw: the entry that is changed */
export function openEntry({ raw, day, again }) {
  const begin = raw?.starts_at ?? morning(day ?? Date.now());
  dialog(raw ? "Change the entry" : "New entry", (close) => {
    const [isBusy, problem] = [signal(false), signal("")];
    const send = async (/** @type {HTMLFormElement} */ form) => {
      const given = values(form);
      const starts = new Date(`${given.day}T${given.from || "09:00"}`).getTime();
      const ends = given.to ? new Date(`${given.day}T${given.to}`).getTime() : null;
      if (ends !== null && ends < starts) return problem.set("It cannot end before it begins.");
      isBusy.set(true);
      try {
        const body = {
          title: given.title, description: given.description, kind: given.kind, priority: given.priority, starts_at: starts,
          ...(ends ? { ends_at: ends } : {}), ...(given.who ? { assignee_id: given.who } : {}),
        };
        if (raw) await api.patch(`${base()}${path`/schedule/${raw.id}`}`, body);
        else await api.post(`${base()}/schedule`, body);
        close();
        await again();
        toast(raw ? "The entry is changed." : "It is in the calendar.");
      } catch (error) { problem.set(/** @type {Error} */ (error).message); } finally { isBusy.set(false); }
    };
    const remove = async () => {
      if (!(await confirm({ title: "Take it out", effect: `“${plain(raw.title)}” leaves the calendar for good.`, action: "Take it out", isDestructive: true, command: asCommand(() => ({ does: "schedule remove", words: [raw.id] })) }))) return;
      await attempt(async () => { await api.delete(`${base()}${path`/schedule/${raw.id}`}`); close(); await again(); toast("It is out of the calendar."); });
    };
    return html`<form onsubmit=${(/** @type {SubmitEvent} */ event) => { event.preventDefault(); void send(/** @type {HTMLFormElement} */ (event.target)); }}><div class="body">
      ${field("Title", html`<input name="title" required maxlength="300" autocomplete="off" value=${raw?.title ?? ""}>`)}
      ${field("Kind", html`<select name="kind">${Object.entries(KINDS).map(([value, label]) => html`<option value=${value} ?selected=${value === (raw?.kind ?? "task")}>${label}</option>`)}</select>`)}
      <div class="row-of">${field("Day", html`<input type="date" name="day" required value=${dayOf(begin)}>`)}${field("From", html`<input type="time" name="from" value=${clock(begin)}>`)}${field("To", html`<input type="time" name="to" value=${clock(raw?.ends_at)}>`)}</div>
      <div class="row-of">${field("Who", html`<select name="who"><option value="">Nobody</option>${each(colleagues, (one) => one.id, (one) => html`<option value=${one().id} ?selected=${one().id === raw?.assignee_id}>${plain(one().name)}</option>`)}</select>`)}
        ${field("Priority", html`<select name="priority">${PRIORITIES.map((one) => html`<option value=${one} ?selected=${one === (raw?.priority ?? "medium")}>${one}</option>`)}</select>`)}</div>
      ${field("Description", html`<textarea name="description" rows="3" .value=${raw?.description ?? ""}></textarea>`)}
      ${when(problem, () => html`<p class="problem" role="alert">${problem}</p>`)}</div>
      <footer>${raw ? html`<button type="button" class="danger" onclick=${() => void remove()}>Take it out…</button>` : null}${asCommand((given) => said(given, raw))}<button type="button" onclick=${close}>Cancel</button><button class="primary" ?disabled=${isBusy}>${raw ? "Save" : "Put it in"}</button></footer></form>`;
  });
}
