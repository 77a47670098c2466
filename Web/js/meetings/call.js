// @ts-check
// Calling a meeting.
import { computed, signal } from "../core.js";
import { each, html, when } from "../template.js";
import { api } from "../api.js";
import { at, base, floor, people } from "../company.js";
import { query } from "../queries.js";
import { go } from "../router.js";
import { attempt, dialog, field, stateMark } from "../ui.js";
import { money, plain, plural } from "../format.js";
import { modes, subjectOf, whoIs } from "./words.js";
import { asCommand } from "../command.js";

/** A turn reads about as much as this and writes a few sentences; used where nothing is known of the company's own turns. */
const USUAL_ROUNDS = 2;

/** @param {{ subject?: string, attendees?: string[] }} [start] */
export function openCall(start = {}) {
  const chosen = signal(start.attendees ?? /** @type {string[]} */ ([]));
  const chair = signal("");
  const mode = signal("round-robin");
  const subject = signal(start.subject ?? "");
  const rounds = signal("");
  const turns = signal("");
  const filter = signal("");
  const here = computed(() => people().filter((one) => one.status !== "offline" && one.status !== "fired"));
  const shown = computed(() => here().filter((one) => `${one.name} ${one.title} ${one.level ?? ""}`.toLowerCase().includes(filter().trim().toLowerCase())));
  const levels = computed(() => [...new Set(here().map((one) => one.level).filter((level) => level && level !== "system"))]);
  const lead = computed(() => (chosen().includes(chair()) ? chair() : chosen().map((id) => here().find((one) => one.id === id)).find((one) => one && (!one.manager_id || !chosen().includes(one.manager_id)))?.id ?? chosen()[0] ?? ""));
  const problem = computed(() => (!subject().trim() ? "Say what it is about." : chosen().length < 2 ? "Choose a chair and at least one other." : ""));
  const others = computed(() => Math.max(0, chosen().length - 1));
  const expected = computed(() => Number(turns()) || (others() ? 2 + others() * ((Number(rounds()) || USUAL_ROUNDS) + 1) : 0));

  const agendaOf = (/** @type {string} */ points) => [subject().trim(), ...points.split("\n").map((line) => line.trim()).filter(Boolean).map((line) => `- ${line.replace(/^[-*]\s*/, "")}`)].join("\n");

  dialog("Call a meeting", (close) => {
    /** @type {import("../queries.js").Asked<"GET /api/companies/{company}/meetings">} */
    const on = query(() => `${base()}/meetings?limit=1`);
    /** @type {import("../queries.js").Asked<"GET /api/companies/{company}/queue">} */
    const queue = query(() => `${base()}/queue?limit=100`);
    /** @type {import("../queries.js").Asked<"GET /api/companies/{company}/runs">} */
    const runs = query(() => `${base()}/runs?limit=30`);
    const active = computed(() => (on.data()?.items ?? []).find((one) => one.status === "active"));
    const subjectNow = () => { const one = active(); return one ? subjectOf(one) : ""; };
    const estimate = computed(() => {
      const paid = (runs.data()?.items ?? []).filter((/** @type {any} */ one) => one.status === "success");
      if (!expected()) return "";
      if (paid.length > 0 && paid.every((/** @type {any} */ one) => one.provider === "practice")) return `About ${plural(expected(), "turn")}; the practice model costs nothing.`;
      const known = paid.filter((/** @type {any} */ one) => one.price_known !== false && one.provider !== "practice");
      if (!known.length) return `About ${plural(expected(), "turn")}; what a turn costs is not known yet.`;
      const each = known.reduce((/** @type {number} */ sum, /** @type {any} */ one) => sum + Number(one.cost_usd), 0) / known.length;
      return `About ${plural(expected(), "turn")}, ${money(each * expected())} at ${money(each)} a turn of late.`;
    });
    const pauses = computed(() => {
      const items = queue.data()?.items ?? [];
      const running = items.filter((/** @type {any} */ one) => one.status === "processing").length || (floor()?.queue?.running ?? 0);
      const waiting = items.filter((/** @type {any} */ one) => one.status === "pending").length;
      const parts = [running ? `${plural(running, "turn")} that ${running === 1 ? "goes" : "go"} on ${running === 1 ? "finishes its" : "finish their"} step and ${running === 1 ? "waits" : "wait"}` : "", waiting ? `${plural(waiting, "task")} in the queue ${waiting === 1 ? "waits" : "wait"}` : ""].filter(Boolean);
      return `Until it ends the company's other work pauses${parts.length ? `: ${parts.join(", ")}` : "; nothing goes on at the moment"}.`;
    });
    const toggle = (/** @type {string[]} */ ids) => chosen.update((list) => (ids.every((id) => list.includes(id)) ? list.filter((id) => !ids.includes(id)) : [...new Set([...list, ...ids])]));
    const free = () => here().filter((one) => one.status === "idle").map((one) => one.id);

    return html`<form onsubmit=${(/** @type {SubmitEvent} */ event) => {
      event.preventDefault();
      if (problem()) return;
      const form = new FormData(/** @type {HTMLFormElement} */ (event.target));
      const text = (/** @type {string} */ name) => String(form.get(name) ?? "").trim();
      const limits = { turns: Number(text("turns")) || null, minutes: Number(text("minutes")) || null, rounds: Number(text("rounds")) || null, cost_usd: text("cost") || null };
      void attempt(async () => {
        const made = await api.post(`${base()}/meetings`, {
          chair_id: lead(), attendee_ids: chosen().filter((id) => id !== lead()), mode: mode(), agenda: agendaOf(text("points")),
          tickets_at_once: form.get("tickets") === "on", ...(Object.values(limits).some((one) => one !== null) ? { limits } : {}),
        });
        close();
        go(at(`meetings/${encodeURIComponent(made.id)}`));
      }, "Call a meeting");
    }}><div class="body">
      ${when(active, () => html`<p class="note" role="status">“${subjectNow}” is on: there can be one at a time. <a href=${() => at(`meetings/${encodeURIComponent(active()?.id ?? "")}`)} onclick=${close}>Go there</a></p>`)}
      ${field("Subject", html`<input name="subject" maxlength="140" autocomplete="off" required autofocus .value=${subject.peek()} oninput=${(/** @type {any} */ event) => subject.set(event.target.value)}>`)}
      ${field("Agenda", html`<textarea name="points" rows="3" placeholder="One point a line"></textarea>`)}
      <fieldset class="bare stack"><legend class="small"><b>Attendees</b> <span class="muted">${() => (chosen().length ? `${chosen().length} chosen` : "")}</span></legend>
        <div class="quick"><button type="button" class="small" onclick=${() => toggle(free())}>Everyone free</button>
          ${each(levels, (one) => one, (one) => html`<button type="button" class="small" onclick=${() => toggle(here().filter((other) => other.level === one()).map((other) => other.id))}>${one}</button>`)}
          <input type="search" aria-label="Filter attendees" placeholder="Name, title, level" oninput=${(/** @type {any} */ event) => filter.set(event.target.value)}></div>
        <div class="choose-people">${each(shown, (one) => one.id, (one) => html`<label><input type="checkbox" .checked=${() => chosen().includes(one().id)} onchange=${() => toggle([one().id])}>${() => plain(one().name)}
          <span class="muted">${() => plain(one().title)}</span><span class="small">${stateMark(() => one().status)}</span></label>`, () => html`<p class="muted">Nobody is called so.</p>`)}</div></fieldset>
      <div class="row-of">
        ${field("Chair", html`<select onchange=${(/** @type {any} */ event) => chair.set(event.target.value)} ?disabled=${() => chosen().length === 0}>${each(chosen, (one) => one, (one) => html`<option value=${one} .selected=${() => lead() === one()}>${() => whoIs(one())}</option>`)}</select>`)}
        ${field("Who speaks", html`<select onchange=${(/** @type {any} */ event) => mode.set(event.target.value)}>${Object.entries(modes).map(([id, one]) => html`<option value=${id}>${one.label}</option>`)}</select>`)}</div>
      <p class="muted small">${() => modes[mode()]?.says ?? ""}</p>
      <div class="caps" role="group" aria-label="Limits">
        ${field("Turns", html`<input name="turns" type="number" min="1" max="200" placeholder=${() => (expected() ? String(expected() + 2) : "")} oninput=${(/** @type {any} */ event) => turns.set(event.target.value)}>`)}
        ${field("Rounds", html`<input name="rounds" type="number" min="1" max="20" placeholder="2" oninput=${(/** @type {any} */ event) => rounds.set(event.target.value)}>`)}
        ${field("Minutes", html`<input name="minutes" type="number" min="1" max="600" placeholder="30">`)}
        ${field("Dollars", html`<input name="cost" inputmode="decimal" pattern="[0-9]*[.]?[0-9]*" placeholder="2.00">`)}</div>
      <label><input type="checkbox" name="tickets">Make tickets of all action items when it ends</label>
      </div>
      <p class="note">${pauses} <span class="estimate">${estimate}</span></p>
      <footer>${asCommand(({ points, turns, rounds, minutes, cost, tickets }) => problem() || {
        does: "meeting call", words: [agendaOf(points ?? "")], options: { chair: lead(), with: chosen().filter((id) => id !== lead()), mode: mode(), turns, rounds, minutes, cost, tickets: tickets === "on" },
      })}<span class="muted small grow">${problem}</span><button type="button" onclick=${close}>Cancel</button>
        <button class="primary" data-testid="call-meeting-submit" ?disabled=${() => Boolean(problem()) || Boolean(active())}>Call the meeting</button></footer></form>`;
  }, { testid: "call-meeting-dialog" });
}
