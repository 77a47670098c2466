// @ts-check
// What somebody takes along from one turn to the next: summaries and pinned facts of their conversations.
import { computed, signal } from "../core.js";
import { each, html, when } from "../template.js";
import { api, path } from "../api.js";
import { at, base, company } from "../company.js";
import { query } from "../queries.js";
import { attempt, button, empty, loaded, toast, when_ } from "../ui.js";
import { count, plain } from "../format.js";
import { nameOf } from "../run/names.js";
import { markdown } from "../markdown.js";

/** @param {string} id */
export function memory(id) {
  /** @type {import("../queries.js").Asked<"GET /api/companies/{company}/threads">} */
  const asked = query(() => (company() ? `${base()}/threads?employee=${encodeURIComponent(id)}&limit=100` : null), { on: /^(?:thread|digest|message)\b/ });
  const threads = computed(() => /** @type {any[]} */ (asked.data()?.items ?? []));
  return html`<div class="stack"><h2 class="unseen">Memory</h2><p class="muted">They remember by conversation: its summary, the facts that are pinned in it, and its last messages. What a turn was told in all stands in its run.</p>
    ${loaded(asked, () => html`<div class="panel threads">${each(threads, (one) => one.id, thread, () => empty("They have not spoken with anybody yet."))}</div>`)}</div>`;
}

/** @param {() => any} one */
function thread(one) {
  const isOpen = signal(false);
  return html`<details class="thread" ontoggle=${(/** @type {any} */ event) => isOpen.set(event.currentTarget.open)}>
    <summary><b>${() => plain(nameOf(one()) || (one().kind === "dm" ? "Direct conversation" : one().kind))}</b> <span class="muted">${() => one().kind}</span> <span class="muted small">${when_(() => one().last_message_at)}</span>
      ${() => (one().has_memory ? html`<span class="chip">has memory</span>` : null)}</summary>
    ${when(isOpen, () => digest(() => one().id))}</details>`;
}

/** @param {() => string} id */
function digest(id) {
  const mine = () => `${base()}${path`/threads/${id()}/digest`}`;
  const asked = query(mine, { on: /^(?:digest|thread|message)\b/ });
  const text = signal("");
  const facts = computed(() => /** @type {any[]} */ (asked.data()?.pinned_facts ?? []));
  const done = () => void asked.reload();
  return html`<div class="stack thread-body">${loaded(asked, () => html`
    <div class="stack"><h3>Summary</h3>${() => (asked.data()?.summary ? markdown(asked.data().summary) : html`<p class="muted">Nothing is summed up yet: the last messages are told in full.</p>`)}
      <p class="muted small">${() => `${asked.data()?.freshness ?? ""}, ${count(asked.data()?.estimated_tokens ?? 0)} tokens, ${asked.data()?.unsummarised_messages ?? 0} messages since`}${() => (asked.data()?.is_queued ? ", being made anew" : "")}</p></div>
    <div class="stack"><h3>Pinned facts</h3>
      ${each(facts, (fact) => fact.id, (fact) => html`<p class="fact"><span>${() => plain(fact().fact)}</span>${button("Unpin", () => attempt(() => api.delete(`${mine()}${path`/facts/${fact().id}`}`), "Unpin").then(done), { class: "small quiet" })}</p>`, () => html`<p class="muted">None.</p>`)}
      <form class="row-of" onsubmit=${(/** @type {Event} */ event) => {
        event.preventDefault();
        if (!text().trim()) return;
        void attempt(async () => { await api.post(`${mine()}/facts`, { fact: text().trim() }); text.set(""); done(); toast("Pinned: every turn in this conversation is told of it."); }, "Pin");
      }}><label class="field"><span class="unseen">A fact to pin</span><input placeholder="A fact to pin" .value=${text} oninput=${(/** @type {any} */ event) => text.set(event.target.value)}></label><button class="small">Pin</button></form></div>
    <div class="actions"><a class="button small" href=${() => at(path`chat/${id()}`)}>Open</a>
      ${button("Sum up anew", () => attempt(async () => { await api.post(`${mine()}/refresh`); done(); toast("It is being summed up."); }, "Summary"), { class: "small" })}</div>`)}</div>`;
}
