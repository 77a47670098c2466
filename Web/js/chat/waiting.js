// @ts-check
// Why a thread does not go on: work that waits, and answers that failed.
import { computed, signal } from "../core.js";
import { each, html, when } from "../template.js";
import { api, call } from "../api.js";
import { at, base } from "../company.js";
import { query } from "../queries.js";
import { isAnswered } from "../together.js";
import { attempt, button, dialog, toast } from "../ui.js";
import { plain } from "../format.js";
import { nameOf } from "./conversation.js";
import { asCommand } from "../command.js";

/** @typedef {import("../queries.js").Answer<"GET /api/companies/{company}/queue">["items"][number]} Work */

/**
 * Who was called on and has not begun, each with the reason and what would let it begin.
 * @param {string} thread
 * @param {import("./conversation.js").Conversation} talk
 */
export function waitingRows(thread, talk) {
  /** @type {import("../queries.js").Asked<"GET /api/companies/{company}/queue">} */
  const queue = query(() => `${base()}/queue?limit=100`, { on: /^(?:work|company|employee\.(?:paused|resumed)|meeting\.(?:started|ended)|budget|provider|goal)\b/ });
  const rows = computed(() => (queue.data()?.items ?? []).filter((one) => one.thread_id === thread && one.status === "pending"));
  // What is taken up at once is not worth a row that flickers.
  const isWorth = (/** @type {Work} */ one) => one.waits_for && (one.waits_for.reason !== "order" || Date.now() - one.created_at > 3000);
  // Several messages to one who waits are one row.
  const shown = computed(() => {
    /** @type {Map<string, { key: string, first: Work, works: string[] }>} */
    const found = new Map();
    for (const one of rows().filter(isWorth)) {
      const key = `${one.agent_id} ${one.waits_for?.reason}`;
      const known = found.get(key);
      if (known) known.works.push(one.id);
      else found.set(key, { key, first: one, works: [one.id] });
    }
    return [...found.values()];
  });
  return { isKnown: () => isAnswered(queue), view: each(shown, (one) => one.key, (one) => html`<div class="entry system-row" role="group" aria-label="Work that waits">
    <p><b>${() => nameOf(one().first.agent_id)}</b> waits${() => (one().works.length > 1 ? ` with ${one().works.length} things` : "")}. ${() => plain(one().first.waits_for?.message ?? "")}</p>
    <span class="actions">${() => actionOf(one().first.waits_for)}${button("Take back", () => attempt(async () => {
      for (const work of one().works) await api.delete(`${base()}/queue/${encodeURIComponent(work)}`);
      await queue.reload();
      await talk.sync();
    }, "Take back"), { class: "small", title: "The work is not done" })}</span></div>`) };
}

/** @param {import("../../types/api").Finding | null | undefined} finding */
function actionOf(finding) {
  const action = finding?.action;
  if (!action) return null;
  return button(action.label, () => attempt(() => call(action.method, action.path, /\/goals\/[^/]+$/.test(action.path) ? { status: "active" } : {}), action.label), { class: "small primary", title: action.command ?? undefined });
}

/**
 * The row that says why an answer failed, with ways on.
 * @param {import("./conversation.js").Conversation} talk
 * @param {() => string} here
 */
export function troubleRow(talk, here) {
  const retry = () => again(talk, here, talk.trouble.peek()?.employee);
  return when(talk.trouble, () => html`<div class=${() => `entry system-row trouble${talk.trouble()?.isStopped ? " stopped" : ""}`} role="group" aria-label="What went wrong">
    <p><b>${() => (talk.trouble()?.employee ? `${nameOf(talk.trouble()?.employee)}: ` : "")}</b>${() => plain(talk.trouble()?.text ?? "")}${() => (talk.trouble()?.willRetry ? " It is tried again." : "")}</p>
    <span class="actions">${when(() => !talk.trouble()?.willRetry, () => goOn(talk, here))}${when(() => !talk.trouble()?.willRetry, () => button("Try again", retry, { class: "small" }))}
      ${when(() => talk.trouble()?.employee && !talk.trouble()?.isStopped, () => button("Switch model", () => switchModel(talk.trouble.peek()?.employee ?? ""), { class: "small" }))}
      ${button("×", () => talk.trouble.set(null), { class: "quiet small icon", label: "Put away" })}</span></div>`);
}

/**
 * Why nobody goes on in a thread that rests, when that is not simply because all is answered: also after the page was opened anew.
 * @param {string} thread
 * @param {import("./conversation.js").Conversation} talk
 * @param {() => string} here
 */
export function restRow(thread, talk, here) {
  /** @type {import("../queries.js").Asked<"GET /api/threads/{thread}/explain">} */
  const why = query(() => `/api/threads/${encodeURIComponent(thread)}/explain`, {
    on: (event) => /^(?:work\.(?:completed|failed|cancelled)|message\.|employee\.fired|thread\.)/.test(event.type) && (event.data.payload?.thread_id ?? thread) === thread,
  });
  const away = signal("");
  const finding = computed(() => {
    const found = why.data()?.finding;
    return found && ["failed", "cancelled", "nobody_called", "departed"].includes(why.data()?.state === "done" ? "departed" : found.reason) && !talk.isBusy() && !talk.trouble() && away() !== `${found.ref} ${found.message}` ? found : null;
  });
  return { isKnown: () => isAnswered(why), view: when(finding, () => html`<div class=${() => `entry system-row trouble${finding()?.reason === "failed" ? "" : " stopped"}`} role="group" aria-label="Why nobody answers">
    <p>${() => plain(finding()?.message ?? "")}</p><span class="actions">
      ${when(() => ["failed", "cancelled"].includes(finding()?.reason ?? ""), () => goOn(talk, here))}
      ${when(() => ["failed", "cancelled"].includes(finding()?.reason ?? ""), () => button("Try again", () => again(talk, here, /employees\/([^/]+)\/wake/.exec(finding()?.action?.path ?? "")?.[1] ?? null), { class: "small" }))}
      ${button("×", () => away.set(`${finding()?.ref} ${finding()?.message}`), { class: "quiet small icon", label: "Put away" })}</span></div>`) };
}

/**
 * A way on from where the work was stopped, while nothing was said since.
 * @param {import("./conversation.js").Conversation} talk
 * @param {() => string} here
 */
function goOn(talk, here) {
  /** @type {import("../queries.js").Asked<"GET /api/companies/{company}/checkpoints">} */
  const checkpoints = query(() => `${here()}/checkpoints?limit=1`, { on: /^checkpoint\./ });
  const open = computed(() => {
    const last = checkpoints.data()?.items?.[0];
    const said = talk.messages().filter((one) => one.author_kind === "user").at(-1)?.created_at ?? 0;
    return last && !last.resumed_at && last.checkpoint_kind !== "completion" && last.checkpoint_kind !== "manual" && last.created_at >= said ? last : null;
  });
  return when(open, () => button("Go on from there", () => attempt(async () => {
    await api.post(`${base()}/checkpoints/${encodeURIComponent(open()?.id ?? "")}/resume`);
    talk.trouble.set(null);
    await talk.sync();
  }, "Go on"), { class: "small", testid: "resume-checkpoint" }));
}

/**
 * Has the last words answered once more; where a person wrote none, wakes the employee.
 * @param {import("./conversation.js").Conversation} talk
 * @param {() => string} here
 * @param {string | null | undefined} employee
 */
const again = (talk, here, employee) => attempt(async () => {
  const last = talk.messages.peek().filter((one) => one.author_kind === "user" && !one.superseded_at).at(-1);
  if (last) await api.put(`${here()}/messages/${encodeURIComponent(last.id)}`, { content: last.content });
  else if (employee) await api.post(`${base()}/employees/${encodeURIComponent(employee)}/wake`, {});
  talk.trouble.set(null);
  await talk.sync();
}, "Try again");

/**
 * Chooses what an employee thinks with.
 * @param {string} employee
 */
export function switchModel(employee) {
  const chosen = signal("");
  dialog(`What ${nameOf(employee)} thinks with`, (close) => {
    /** @type {import("../queries.js").Asked<"GET /api/providers">} */
    const providers = query(() => "/api/providers");
    const usable = computed(() => (providers.data()?.items ?? []).filter((one) => one.enabled));
    return html`<form onsubmit=${async (/** @type {SubmitEvent} */ event) => {
      event.preventDefault();
      const form = new FormData(/** @type {HTMLFormElement} */ (event.target));
      const model = String(form.get("model") ?? "").trim();
      await attempt(async () => {
        await api.put(`${base()}/employees/${encodeURIComponent(employee)}/model`, { provider: chosen() || null, model: model || null });
        toast("Chosen. It counts from the next step.");
        close();
      }, "Switch model");
    }}><div class="body">
      ${when(() => providers.data() && usable().length === 0, () => html`<p>No provider is set up; the practice model plays the employees. <a href=${at("settings/providers")}>Set up a provider</a></p>`)}
      <label class="field"><span>Provider</span><select onchange=${(/** @type {any} */ event) => chosen.set(event.target.value)}><option value="">As the company has it</option>
        ${each(usable, (one) => one.id, (one) => html`<option value=${() => one().id}>${() => plain(one().name)}</option>`)}</select></label>
      <label class="field"><span>Model</span><input name="model" autocomplete="off" spellcheck="false" placeholder=${() => usable().find((one) => one.id === chosen())?.config?.default_model ?? "the provider's own choice"}></label></div>
      <footer>${asCommand(({ model }) => ({ does: "employee model", words: [employee], options: { reset: true, provider: chosen(), model: model?.trim() } }))}<button type="button" onclick=${close}>Cancel</button><button class="primary">Use it</button></footer></form>`;
  }, { class: "narrow" });
}
