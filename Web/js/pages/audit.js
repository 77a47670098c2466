// @ts-check
// The event log: everything that happened, in order, and the proof that nothing was changed in it.
import { computed, effect, signal, untrack } from "../core.js";
import { html, when } from "../template.js";
import { api, download } from "../api.js";
import { button, pageHead, toast } from "../ui.js";
import { longList } from "../long-list.js";
import { base, person } from "../company.js";
import { setQuery } from "../router.js";
import { ago, exact, plain } from "../format.js";
import { savedViews } from "../views.js";
import { listKeys } from "../list-keys.js";
import { asked as wordsOf, log } from "../audit/log.js";

export const css = "audit";

/** @typedef {import("../../types/api").Event} Event */

/** @type {import("../router.js").Open} */
export function open({ query: asked }) {
  const chosen = signal(/** @type {Event | null} */ (null));
  const { events, isDone, isLive, hasFailed, waiting, more, want, hold } = log();
  const views = savedViews("audit");

  const filter = computed(() => ({ type: asked().get("type") ?? "", actor: asked().get("actor") ?? "", text: asked().get("q") ?? "" }), (a, b) => JSON.stringify(a) === JSON.stringify(b));
  const wanted = computed(() => ({ type: filter().type, actor: filter().actor }), (a, b) => JSON.stringify(a) === JSON.stringify(b));
  effect(() => { const next = wanted(); untrack(() => want(next)); });
  const shown = computed(() => { const text = filter().text.toLowerCase(); return text ? events().filter((event) => JSON.stringify(event).toLowerCase().includes(text)) : events(); });

  /** What has been seen of the log, so that a choice does not take the others away. */
  const [kinds, whos] = [signal(/** @type {readonly string[]} */ ([])), signal(/** @type {ReadonlyMap<string, string>} */ (new Map()))];
  effect(() => {
    const list = events();
    untrack(() => {
      kinds.update((known) => [...new Set([...known, ...list.map((event) => String(event.event_type).split(".")[0] ?? "")])].sort());
      whos.update((known) => new Map([...known, ...list.map((event) => /** @type {const} */ ([event.actor_id, actorName(event)]))]));
    });
  });
  const types = computed(() => [...new Set([...kinds(), ...(filter().type ? [filter().type] : [])])].sort());
  const actors = computed(() => [...new Map([...(filter().actor ? [/** @type {const} */ ([filter().actor, person(filter().actor)?.name ?? filter().actor])] : []), ...whos()]).entries()].sort((a, b) => a[1].localeCompare(b[1])));

  const verify = async () => {
    const { count, flaw } = await api.get(`${base()}/events/verification`);
    if (flaw) toast(`The chain is broken: ${JSON.stringify(flaw)}`, { kind: "bad", seconds: 30 });
    else toast(`All ${count} events are as they were written.`);
  };
  const save = () => {
    if (!filter().text) return download(`${base()}/events/export?${wordsOf(filter())}`, "events.ndjson");
    // Words are looked for in what is loaded, so that is what is saved.
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([shown().map((event) => `${JSON.stringify(event)}\n`).join("")], { type: "application/x-ndjson" }));
    link.download = "events.ndjson";
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  };

  return {
    title: "Audit", keys: [...listKeys("Audit"), ...views.keys, { key: "escape", label: "Close the event", group: "Audit", when: () => chosen.peek() !== null, action: () => chosen.set(null) }], actions: views.actions,
    view: html`<div class="full audit">${pageHead("Audit", { lead: "Everything that happened. Nothing in it can be changed without being seen.", actions: [button("Verify the chain", verify), button(() => (filter().text ? `Save the ${shown().length} that are loaded` : "Save"), save, { title: "As lines of JSON; all of the log that the filters leave, but of words only what is loaded" })] })}
      <div class="filters" role="search">
        <label><span class="unseen">Search in the log</span><input type="search" placeholder="Search in what is loaded" .value=${() => filter().text} oninput=${(/** @type {any} */ event) => setQuery({ q: event.target.value })}></label>
        <label><span class="unseen">Kind</span><select onchange=${(/** @type {any} */ event) => setQuery({ type: event.target.value })}><option value="">All kinds</option>${() => types().map((type) => html`<option value=${type} ?selected=${type === filter().type}>${type}</option>`)}</select></label>
        <label><span class="unseen">Who</span><select onchange=${(/** @type {any} */ event) => setQuery({ actor: event.target.value })}><option value="">Everybody</option>${() => actors().map(([id, name]) => html`<option value=${id} ?selected=${id === filter().actor}>${plain(name)}</option>`)}</select></label>
        <button type="button" aria-pressed=${() => String(isLive())} onclick=${hold}>Live${() => (waiting().length ? `: ${waiting().length} new` : "")}</button>
        ${views.bar}
        <span class="muted">${() => `${shown().length}${isDone() ? "" : "+"} events`} ${when(hasFailed, () => button("Older ones could not be read: try again", more, { class: "small" }))}</span>
      </div>
      <div class=${() => (chosen() ? "split open" : "split")}>
        ${longList(shown, { height: innerWidth < 760 ? 56 : 40, label: "Events", key: (event) => event.seq, more: () => void more(), open: (event) => chosen.set(event), class: "events",
          row: (event) => html`<button type="button" class="event" tabindex="-1" onclick=${() => chosen.set(event())}><span class="mono muted">${() => event().seq}</span><span class="mono">${() => event().event_type}</span>
            <span>${() => plain(actorName(event()))}</span><span class="what">${() => gist(event())}</span><time class="muted" title=${() => exact(event().created_at)}>${() => ago(event().created_at)}</time></button>` })}
        ${when(chosen, () => html`<aside class="panel" aria-label="The event"><header><h2 class="mono">${() => `${chosen()?.seq} ${chosen()?.event_type}`}</h2><button type="button" class="quiet icon" aria-label="Close" onclick=${() => chosen.set(null)}>×</button></header>
          <p>${() => { const event = chosen(); return event ? `${plain(actorName(event))}, ${exact(event.created_at)}` : ""; }}</p><pre tabindex="0">${() => JSON.stringify(chosen(), null, 2)}</pre></aside>`)}
      </div></div>`,
  };
}

/** @param {Event} event */
const actorName = (event) => person(event.actor_id)?.name ?? (event.actor_kind === "user" ? "You" : ["system", "orchestrator"].includes(event.actor_kind) ? "Team-X" : event.actor_kind ?? "");

/**
 * The parts of an event that say most, in a line.
 * @param {Event} event
 */
function gist(event) {
  const payload = event.payload ?? {};
  const words = ["title", "name", "subject", "status", "reason", "sentence", "tool", "model", "text"].map((member) => payload[member]).filter((value) => typeof value === "string" && value);
  const people = [...new Set(Object.entries(payload).flatMap(([member, value]) => (/_(?:id|by)$/.test(member) && typeof value === "string" ? person(value)?.name ?? [] : [])))];
  // Ids say nothing in a line; all of an event stands beside it when it is chosen.
  const rest = Object.entries(payload).filter(([member, value]) => !/(?:_id|_by|_at|sha256)$/.test(member) && ["string", "number", "boolean"].includes(typeof value) && value !== "" && !words.includes(value)).map(([member, value]) => `${member.replaceAll("_", " ")} ${value}`);
  return plain([...people, ...words, ...rest].slice(0, 5).join(" · ")).slice(0, 240);
}
