// @ts-check
// Steer, pause and stop, with what is true about each until it is over.
import { onCleanup, signal } from "../core.js";
import { html } from "../template.js";
import { api } from "../api.js";
import { base } from "../company.js";
import { onEvent } from "../live.js";
import { announce, attempt, dialog, fail, toast, values } from "../ui.js";
import { plain, plural } from "../format.js";
import { asCommand } from "../command.js";

/** @typedef {import("../company.js").Person} Person */
/** @typedef {{ kind: "stopping" | "stopped" | "ended" | "pausing" | "guidance", run: string | null, text: string, thread?: string | null, isOver?: boolean }} Note */

/** What was done to somebody and how it stands, by employee. */
export const notes = signal(/** @type {Map<string, Note>} */ (new Map()));

/**
 * @param {string} id
 * @param {Note | null} note
 */
function put(id, note) {
  notes.update((all) => {
    const next = new Map(all);
    if (note) next.set(id, note);
    else next.delete(id);
    return next;
  });
}

/** @param {string} id */
export const dropNote = (id) => put(id, null);

/** Keeps the notes right while a page shows them. */
export function keepNotes() {
  onCleanup(onEvent((event) => {
    const payload = event.data?.payload ?? {};
    const note = notes.peek().get(payload.employee_id);
    if (!note) return;
    if (/^work\.(?:cancelled|completed|failed)$/.test(event.type)) {
      if (note.kind === "stopping" || note.kind === "guidance") void settle(payload.employee_id, note);
      else if (note.kind === "pausing") dropNote(payload.employee_id);
    } else if (event.type === "run.step" && note.kind === "guidance" && payload.run_id === note.run) void settle(payload.employee_id, note);
    else if (event.type === "work.started" && note.isOver) dropNote(payload.employee_id);
  }));
}

/**
 * Asks the run how it ended, and says so.
 * @param {string} id
 * @param {Note} note
 */
async function settle(id, note) {
  if (!note.run) return dropNote(id);
  try {
    const run = await api.get(`${base()}/runs/${encodeURIComponent(note.run)}`);
    if (notes.peek().get(id) !== note) return;
    if (note.kind === "guidance") {
      const told = guidanceWords(run);
      if (told) put(id, { ...note, ...told });
    } else if (run.ended_at) {
      put(id, { kind: run.status === "cancelled" ? "stopped" : "ended", run: run.id, text: stopWords(run), thread: run.thread_id, isOver: true });
      announce(stopWords(run));
    }
  } catch { /* the next event asks again */ }
}

/**
 * What was kept and what was not done.
 * @param {any} run
 */
export function stopWords(run) {
  if (run.status === "success") return "It had come to its end before it could be stopped.";
  const asked = (run.steps ?? []).flatMap((/** @type {any} */ step) => (step.tool_calls ?? []).map((/** @type {any} */ call) => call.name));
  const undone = asked.slice((run.tool_calls ?? []).length);
  const parts = [run.error || "It was stopped.", `${plural(run.completion_tokens ?? 0, "token")} kept.`];
  if (undone.length > 0) parts.push(`Not executed: ${undone.join(", ")}.`);
  else if ((run.tool_calls ?? []).length > 0) parts.push(`${plural(run.tool_calls.length, "tool call")} had been executed, none is under way.`);
  return parts.join(" ");
}

/** @param {any} run */
function guidanceWords(run) {
  const last = (run.guidance ?? []).at(-1);
  switch (last?.status) {
    case "taken": return { text: `Your guidance was taken up${last.taken_step ? ` in step ${last.taken_step}` : ""}.`, isOver: true };
    case "message": return { text: "The turn had ended by then: your words stand in the conversation.", isOver: true };
    case "dropped": return { text: "Your guidance was taken back.", isOver: true };
    default: return run.ended_at ? { text: "The turn ended.", isOver: true } : null;
  }
}

/** @param {Person} one */
export async function stop(one) {
  const run = one.run?.id ?? null;
  const note = /** @type {Note} */ ({ kind: "stopping", run, text: "Stopping…" });
  put(one.id, note);
  announce(`Stopping ${plain(one.name)}.`);
  try {
    if (run) await api.post(`${base()}/runs/${encodeURIComponent(run)}/stop`);
    else await api.post(`${base()}/employees/${encodeURIComponent(one.id)}/stop`);
    await settle(one.id, note);
    if (!run) dropNote(one.id);
  } catch (error) {
    // It ended by itself a moment before: that is an answer, not a failure.
    if (run && /** @type {any} */ (error)?.status === 409) return void settle(one.id, note);
    dropNote(one.id);
    fail(error, `Stop ${plain(one.name)}`);
  }
}

/**
 * Goes on where it was stopped.
 * @param {string} id
 * @param {Note} note
 */
export const goOn = (id, note) => attempt(async () => {
  const page = note.thread ? await api.get(`${base()}/threads/${encodeURIComponent(note.thread)}/checkpoints?limit=10`) : await api.get(`${base()}/checkpoints?limit=30`);
  const found = page.items.find((/** @type {any} */ one) => one.run_id === note.run);
  if (!found) throw new Error("There is no checkpoint of it: wake them, or give the ticket anew.");
  await api.post(`${base()}/checkpoints/${encodeURIComponent(found.id)}/resume`);
  dropNote(id);
  announce("It goes on where it was stopped.");
}, "Go on");

/** @param {Person} one */
export const pause = (one) => attempt(async () => {
  await api.post(`${base()}/employees/${encodeURIComponent(one.id)}/pause`);
  if (one.run) put(one.id, { kind: "pausing", run: one.run.id, text: "Pausing after this step: what is being done is finished, nothing new is begun." });
  toast(one.run ? `${plain(one.name)} pauses after this step.` : `${plain(one.name)} is paused.`, { action: { label: "Undo", run: () => void resume(one) } });
}, `Pause ${plain(one.name)}`);

/** @param {Person} one */
export const resume = (one) => attempt(async () => {
  await api.post(`${base()}/employees/${encodeURIComponent(one.id)}/resume`);
  dropNote(one.id);
  announce(`${plain(one.name)} works again.`);
}, `Resume ${plain(one.name)}`);

/** @param {Person} one */
export function isPaused(one) {
  return one.waiting?.reason === "employee_paused" || notes().get(one.id)?.kind === "pausing";
}

/**
 * Says something to what is going on.
 * @param {Person} one
 */
export function steer(one) {
  const run = one.run?.id;
  if (!run) return;
  dialog(`Steer ${plain(one.name)}`, (close) => {
    const send = async (/** @type {HTMLFormElement} */ form) => {
      const { content = "" } = values(form);
      if (!content.trim()) return;
      try {
        await api.post(`${base()}/runs/${encodeURIComponent(run)}/guidance`, { content });
        put(one.id, { kind: "guidance", run, text: "Delivered: taken up before the next step." });
        announce("Delivered. It is taken up before the next step.");
        close();
      } catch (error) { fail(error, "Steer"); }
    };
    return html`<form onsubmit=${(/** @type {SubmitEvent} */ event) => { event.preventDefault(); void send(/** @type {HTMLFormElement} */ (event.target)); }}>
      <div class="body"><p class="muted">Taken up before the next step; what is being written now is not cut off.</p>
        <label class="field"><span>What should be different</span><textarea name="content" required maxlength="8000" onkeydown=${(/** @type {KeyboardEvent} */ event) => {
          if (event.key === "Enter" && (event.metaKey || event.ctrlKey)) /** @type {HTMLTextAreaElement} */ (event.target).form?.requestSubmit();
        }}></textarea></label></div>
      <footer>${asCommand(({ content }) => (content?.trim() ? { does: "run guide", words: [run, content] } : "Say first what should be different."))}<button type="button" onclick=${close}>Cancel</button><button class="primary">Steer</button></footer></form>`;
  }, { class: "narrow", testid: "steer-dialog" });
}
