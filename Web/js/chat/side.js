// @ts-check
// What stands beside a thread: who takes part, what is pinned, its summary, its files, and what a model would be told.
import { computed, signal } from "../core.js";
import { each, html, when } from "../template.js";
import { api, path } from "../api.js";
import { at, base, person } from "../company.js";
import { query } from "../queries.js";
import { attempt, avatar, button, confirm, dialog, field, loaded, toast, when_ } from "../ui.js";
import { count, plain, plural, size } from "../format.js";
import { markdown } from "../markdown.js";
import { openContext } from "./context.js";
import { choosePeople } from "./new.js";
import { linkFor } from "./message.js";
import { asCommand } from "../command.js";

/** @typedef {import("./names.js").Thread} Thread */

/**
 * @param {import("../queries.js").Query<any>} thread
 * @param {string} id
 * @param {import("./conversation.js").Conversation} talk
 * @param {() => void} close
 */
export function threadSide(thread, id, talk, close) {
  const here = () => `${base()}${path`/threads/${id}`}`;
  /** @type {import("../queries.js").Asked<"GET /api/companies/{company}/threads/{thread}/digest">} */
  const digest = query(() => `${here()}/digest`, { on: (event) => /^(?:digest|message)\./.test(event.type) && event.data.payload?.thread_id === id });
  const members = computed(() => /** @type {import("./names.js").Member[]} */ (thread.data()?.members ?? []));
  const files = computed(() => talk.messages().flatMap((one) => one.attachments ?? []).filter((one, index, all) => all.findIndex((other) => other.file_id === one.file_id) === index).reverse());
  return html`<aside class="chat-side" aria-label="About this thread">
    <div class="row-of"><strong class="grow">About</strong>${button("×", close, { class: "quiet small icon", label: "Close" })}</div>
    <section><h2>Members ${when(() => thread.data()?.kind === "group" || thread.data()?.kind === "broadcast", () => button("Add", () => add(here(), members(), thread), { class: "small" }))}</h2>
      <ul>${each(members, (one) => one.member_id, (one) => member(one, here, thread))}</ul></section>
    <section><h2>Pinned ${button("Pin a fact", () => writeFact(here(), null, digest), { class: "small" })}</h2>
      ${loaded(digest, () => each(() => digest.data()?.pinned_facts ?? [], (one) => one.id, (one) => fact(one, here, digest), () => html`<p class="muted small">Nothing is pinned. What is pinned is told in every turn of this thread.</p>`))}</section>
    <section><h2>Summary ${button("Make anew", () => attempt(async () => { digest.set(await api.post(`${here()}/digest/refresh`)); }, "Summary"), { class: "small", disabled: () => Boolean(digest.data()?.is_queued) })}</h2>
      ${() => (digest.data()?.summary ? markdown(digest.data()?.summary ?? "", { link: linkFor }) : html`<p class="muted small">${() => (digest.data()?.is_queued ? "It is being made." : "There is none yet: the whole conversation is still told.")}</p>`)}
      <p class="muted small">${() => { const data = digest.data(); return data?.summary ? `${plural(data.unsummarised_messages, "message")} after it${data.freshness === "degraded" ? "; the last try failed" : ""}` : ""; }} ${when_(() => (digest.data()?.summary ? digest.data()?.updated_at : null))}</p>
      ${button("Write it yourself", () => writeSummary(here(), digest), { class: "quiet small" })}</section>
    <section><h2>Files</h2>${each(files, (one) => one.file_id, (one) => html`<div class="who"><a class="names" href=${() => at(`files/${encodeURIComponent(one().file_id)}`)}>${() => plain(one().name)}</a><span class="muted small">${() => size(one().size_bytes)}</span></div>`,
      () => html`<p class="muted small">No files in what is shown.</p>`)}</section>
    <section><h2>Next turn</h2><p class="muted small">What the model would be told if somebody answered now.</p>${button("Show the context", () => openContext(id, members().filter((one) => one.member_kind === "employee")), { class: "small" })}</section>
    ${when(thread.data, () => html`<section class="actions">${when(() => thread.data()?.kind === "group" || thread.data()?.kind === "broadcast", () => button("Rename", () => rename(here(), thread), { class: "small" }))}
      ${button(html`${() => (thread.data()?.archived_at ? "Take up again" : "Put away")}`, () => attempt(async () => {
        const isAway = Boolean(thread.data()?.archived_at);
        await api.patch(here(), { archived: !isAway });
        await thread.reload();
        toast(isAway ? "It is among the threads again." : "Put away.", isAway ? {} : { action: { label: "Undo", run: () => void attempt(async () => { await api.patch(here(), { archived: false }); await thread.reload(); }) } });
      }, "Put away"), { class: "small" })}
      ${button("Stop all in it", () => stopAll(here()), { class: "small danger" })}</section>`)}
  </aside>`;
}

/**
 * @param {() => import("./names.js").Member} one
 * @param {() => string} here
 * @param {import("../queries.js").Query<any>} thread
 */
function member(one, here, thread) {
  const name = () => plain(one().name ?? person(one().member_id)?.name ?? "Somebody");
  const canGo = () => one().member_kind === "employee" && (thread.data()?.kind === "group" || thread.data()?.kind === "broadcast");
  return html`<li class="who">${avatar(name)}<span class="names">${() => (one().member_kind === "employee" ? html`<a href=${at(`people/${encodeURIComponent(one().member_id)}`)}>${name}</a>` : html`<span>You</span>`)}
    <span class="muted small">${() => [plain(person(one().member_id)?.title ?? ""), one().role_in_thread ?? ""].filter(Boolean).join(" · ")}</span></span>
    ${when(canGo, () => button("×", () => attempt(async () => {
      const { member_id } = one();
      await api.delete(`${here()}${path`/members/${member_id}`}`);
      await thread.reload();
      toast(`${name()} is out of the thread.`, { action: { label: "Undo", run: () => void attempt(async () => { await api.put(`${here()}${path`/members/${member_id}`}`, {}); await thread.reload(); }) } });
    }, "Take out"), { class: "quiet small icon", label: `Take ${name()} out` }))}</li>`;
}

/**
 * @param {() => { id: string, fact: string, source_message_id?: string | null }} one
 * @param {() => string} here
 * @param {import("../queries.js").Query<any>} digest
 */
const fact = (one, here, digest) => html`<div class="fact"><p>${() => one().fact}</p>
  ${button("Edit", () => writeFact(here(), one(), digest), { class: "quiet small" })}
  ${button("×", () => attempt(async () => {
    const was = one();
    digest.set(await api.delete(`${here()}${path`/digest/facts/${was.id}`}`));
    toast("Unpinned.", { action: { label: "Undo", run: () => void attempt(async () => { await api.post(`${here()}/digest/facts`, { fact: was.fact, source_message_id: was.source_message_id ?? null }); await digest.reload(); }) } });
  }, "Unpin"), { class: "quiet small icon", label: "Unpin" })}</div>`;

/**
 * @param {string} here
 * @param {{ id: string, fact: string } | null} known
 * @param {import("../queries.js").Query<any>} digest
 */
function writeFact(here, known, digest) {
  write(known ? "Change the pinned fact" : "Pin a fact", "Fact", known?.fact ?? "", "One sentence that every turn in this thread is told.", async (text) => {
    if (known) await api.put(`${here}${path`/digest/facts/${known.id}`}`, { fact: text });
    else await api.post(`${here}/digest/facts`, { fact: text });
    await digest.reload();
  }, (text) => ({ does: "thread pin", words: [threadOf(here), text], options: { replacing: known?.id } }));
}

/**
 * @param {string} here
 * @param {import("../queries.js").Query<any>} digest
 */
const writeSummary = (here, digest) => write("Summary", "Summary", digest.data()?.summary ?? "", "What was said so far, as the next turns shall know it.", async (text) => { digest.set(await api.put(`${here}/digest`, { summary: text })); }, (text) => ({ does: "thread digest", words: [threadOf(here)], options: { write: text } }));

/**
 * @param {string} here
 * @param {import("../queries.js").Query<any>} thread
 */
const rename = (here, thread) => write("Rename", "Subject", thread.data()?.subject ?? "", "", async (text) => { await api.patch(here, { subject: text }); await thread.reload(); }, (text) => ({ does: "thread rename", words: [threadOf(here), text] }));

/** @param {string} here the thread's address in the API */
const threadOf = (here) => decodeURIComponent(here.split("/").pop() ?? "");

/**
 * A dialog with one text.
 * @param {string} title
 * @param {string} label
 * @param {string} start
 * @param {string} help
 * @param {(text: string) => Promise<unknown>} keep
 * @param {(text: string) => import("../command.js").Command} command
 */
function write(title, label, start, help, keep, command) {
  dialog(title, (close) => html`<form onsubmit=${(/** @type {SubmitEvent} */ event) => {
    event.preventDefault();
    const text = String(new FormData(/** @type {HTMLFormElement} */ (event.target)).get("text") ?? "").trim();
    if (text) void attempt(async () => { await keep(text); close(); }, title);
  }}><div class="body">${field(label, html`<textarea name="text" rows="4" required .value=${start}></textarea>`, help)}</div>
    <footer>${asCommand(({ text }) => (text?.trim() ? command(text.trim()) : "Write something first."))}<button type="button" onclick=${close}>Cancel</button><button class="primary">Keep</button></footer></form>`, { class: "narrow" });
}

/**
 * @param {string} here
 * @param {import("./names.js").Member[]} members
 * @param {import("../queries.js").Query<any>} thread
 */
function add(here, members, thread) {
  const chosen = signal(/** @type {string[]} */ ([]));
  dialog("Add members", (close) => html`<form onsubmit=${(/** @type {SubmitEvent} */ event) => {
    event.preventDefault();
    void attempt(async () => {
      for (const id of chosen()) await api.put(`${here}${path`/members/${id}`}`, {});
      await thread.reload();
      close();
    }, "Add");
  }}><div class="body">${choosePeople(chosen, { label: "Employees", without: () => members.map((one) => one.member_id) })}</div>
    <footer>${asCommand(() => (chosen().length ? chosen().map((id) => ({ does: "thread add", words: [threadOf(here), id] })) : "Choose somebody first."))}<button type="button" onclick=${close}>Cancel</button><button class="primary" ?disabled=${() => chosen().length === 0}>Add</button></footer></form>`, { class: "narrow" });
}

/** @param {string} here */
async function stopAll(here) {
  if (!(await confirm({ title: "Stop all in this thread", effect: "Answers that are being written end now, and work that waits here is taken back. What was said stays.", action: "Stop", isDestructive: true, command: asCommand(() => ({ does: "thread stop", words: [threadOf(here)] })) }))) return;
  await attempt(async () => {
    const outcome = await api.post(`${here}/stop`);
    toast(`${count(outcome.stopping)} stopping, ${count(outcome.cancelled)} taken back.`);
  }, "Stop");
}
