// @ts-check
// The event log: everything that happened, in order, and the proof that nothing was changed in it.
import { computed, effect, onCleanup, signal, untrack } from "../core.js";
import { html, when } from "../template.js";
import { api } from "../api.js";
import { button, fail, pageHead, toast } from "../ui.js";
import { longList } from "../long-list.js";
import { onEvent } from "../live.js";
import { base, person } from "../company.js";
import { setQuery } from "../router.js";
import { ago, exact, plain } from "../format.js";
import { savedViews } from "../views.js";

export const css = "audit";

const PAGE = 200;
const KEPT = 20_000;

/** @type {import("../router.js").Open} */
export function open({ query: asked }) {
  const events = signal(/** @type {any[]} */ ([]));
  const chosen = signal(/** @type {any} */ (null));
  const isLive = signal(true);
  const waiting = signal(/** @type {any[]} */ ([]));
  const isDone = signal(false);
  let isAsking = false;
  const views = savedViews("audit");

  const filter = computed(() => ({ type: asked().get("type") ?? "", actor: asked().get("actor") ?? "", text: asked().get("q") ?? "" }), (a, b) => JSON.stringify(a) === JSON.stringify(b));
  const fits = (/** @type {any} */ event) => {
    const { type, actor, text } = filter();
    return (!type || event.event_type.startsWith(type)) && (!actor || event.actor_id === actor || event.actor_kind === actor)
      && (!text || JSON.stringify(event).toLowerCase().includes(text.toLowerCase()));
  };
  const shown = computed(() => events().filter(fits));

  /** The page of events before those that are here, the newest first. */
  async function more() {
    if (isAsking || untrack(isDone)) return;
    isAsking = true;
    try {
      const oldest = events.peek()[events.peek().length - 1]?.seq;
      const { items } = await api.get(`${base()}/events?newest=true&limit=${PAGE}${oldest === undefined ? "" : `&before=${oldest}`}`);
      if (items.length === 0) isDone.set(true);
      events.update((list) => [...list, ...items].slice(0, KEPT));
      if (events.peek().length >= KEPT) isDone.set(true);
    } catch (error) { fail(error, "The log"); isDone.set(true); } finally { isAsking = false; }
  }

  void more();

  onCleanup(onEvent((event) => {
    if (event.data.seq === undefined || event.data.seq <= (events.peek()[0]?.seq ?? 0)) return;
    if (isLive.peek()) events.update((list) => [event.data, ...list].slice(0, KEPT));
    else waiting.update((list) => [event.data, ...list]);
  }));
  effect(() => { if (isLive()) untrack(() => { if (waiting().length) { events.update((list) => [...waiting(), ...list]); waiting.set([]); } }); });

  const types = computed(() => [...new Set(events().map((event) => String(event.event_type).split(".")[0]))].sort());
  const actors = computed(() => [...new Map(events().map((event) => [event.actor_id, actorName(event)])).entries()].sort((a, b) => a[1].localeCompare(b[1])));

  const verify = async () => {
    const { count, flaw } = await api.get(`${base()}/events/verification`);
    if (flaw) toast(`The chain is broken: ${JSON.stringify(flaw)}`, { kind: "bad", seconds: 30 });
    else toast(`All ${count} events are as they were written.`);
  };
  const save = () => {
    const blob = new Blob([shown().map((event) => `${JSON.stringify(event)}\n`).join("")], { type: "application/x-ndjson" });
    const link = document.createElement("a");
    link.href = URL.createObjectURL(blob);
    link.download = "events.ndjson";
    link.click();
    URL.revokeObjectURL(link.href);
  };

  return {
    title: "Audit", keys: views.keys, actions: views.actions,
    view: html`<div class="full audit">${pageHead("Audit", { lead: "Everything that happened. Nothing in it can be changed without being seen.", actions: [button("Verify the chain", verify), button("Save what is shown", save, { title: "As JSON lines, with the filters that are set" })] })}
      <div class="filters" role="search">
        <label><span class="unseen">Search in the log</span><input type="search" placeholder="Search in what is loaded" .value=${() => filter().text} oninput=${(/** @type {any} */ event) => setQuery({ q: event.target.value })}></label>
        <label><span class="unseen">Kind</span><select onchange=${(/** @type {any} */ event) => setQuery({ type: event.target.value })}><option value="">All kinds</option>${() => types().map((type) => html`<option value=${type} ?selected=${type === filter().type}>${type}</option>`)}</select></label>
        <label><span class="unseen">Who</span><select onchange=${(/** @type {any} */ event) => setQuery({ actor: event.target.value })}><option value="">Everybody</option>${() => actors().map(([id, name]) => html`<option value=${id} ?selected=${id === filter().actor}>${plain(name)}</option>`)}</select></label>
        <button type="button" aria-pressed=${() => String(isLive())} onclick=${() => isLive.update((is) => !is)}>${() => (isLive() ? "Live" : waiting().length ? `${waiting().length} new` : "Held")}</button>
        ${views.bar}
        <span class="muted">${() => `${shown().length}${isDone() ? "" : "+"} events`}</span>
      </div>
      <div class=${() => (chosen() ? "split open" : "split")}>
        ${longList(shown, { height: 40, label: "Events", key: (event) => event.seq, more: () => void more(), open: (event) => chosen.set(event), class: "events",
          row: (event) => html`<button type="button" class="event" tabindex="-1" onclick=${() => chosen.set(event())}><span class="mono muted">${() => event().seq}</span><span class="mono">${() => event().event_type}</span>
            <span>${() => plain(actorName(event()))}</span><span class="what">${() => gist(event())}</span><time class="muted" title=${() => exact(event().created_at)}>${() => ago(event().created_at)}</time></button>` })}
        ${when(chosen, () => html`<aside class="panel" aria-label="The event"><header><h2 class="mono">${() => `${chosen()?.seq} ${chosen()?.event_type}`}</h2><button type="button" class="quiet icon" aria-label="Close" onclick=${() => chosen.set(null)}>×</button></header>
          <p>${() => `${plain(actorName(chosen() ?? {}))}, ${exact(chosen()?.created_at)}`}</p><pre tabindex="0">${() => JSON.stringify(chosen(), null, 2)}</pre></aside>`)}
      </div></div>`,
  };
}

/** @param {any} event */
const actorName = (event) => person(event.actor_id)?.name ?? (event.actor_kind === "user" ? "You" : event.actor_kind === "system" ? "Team-X" : event.actor_kind ?? "");

/**
 * The parts of an event that say most, in a line.
 * @param {any} event
 */
function gist(event) {
  const payload = event.payload ?? {};
  const words = ["title", "name", "subject", "status", "reason", "sentence", "tool", "model", "text"].map((member) => payload[member]).filter((value) => typeof value === "string" && value);
  return plain(words.slice(0, 3).join(" · ") || JSON.stringify(payload)).slice(0, 200);
}
