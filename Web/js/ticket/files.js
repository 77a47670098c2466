// @ts-check
// What was made for a ticket or given to it.
import { each, html } from "../template.js";
import { api } from "../api.js";
import { attempt, toast } from "../ui.js";
import { plain, plural, size } from "../format.js";
import { at, base, person } from "../company.js";

/** @param {import("./view.js").Desk} desk */
export function files(desk) {
  const all = () => /** @type {any[]} */ (desk.ticket().files ?? []);
  const put = async (/** @type {FileList | null} */ list) => {
    for (const file of list ?? []) {
      await attempt(() => api.post(`${base()}/files?name=${encodeURIComponent(file.name)}&ticket_id=${encodeURIComponent(desk.ticket().id)}`, file), file.name);
    }
    if (list?.length) toast(`${plural(list.length, "file")} given to the ticket.`);
    await desk.reload();
  };
  return html`<section ondragover=${(/** @type {DragEvent} */ event) => event.preventDefault()} ondrop=${(/** @type {DragEvent} */ event) => { event.preventDefault(); void put(event.dataTransfer?.files ?? null); }}>
    <header class="ticket-section"><h3>Files <span class="muted">${() => all().length || ""}</span></h3>
      <label class="button quiet small ticket-upload">Add<input type="file" multiple class="unseen" aria-label="Give files to the ticket" onchange=${(/** @type {any} */ event) => { void put(event.target.files).then(() => { event.target.value = ""; }); }}></label></header>
    <ul class="ticket-rows">${each(all, (one) => one.id, (one) => html`<li><a href=${() => at(`files/${encodeURIComponent(one().id)}`)}><span class="name">${() => plain(one().original_name)}</span>
      <span class="muted small mono">${() => size(one().size_bytes)}</span></a><span class="muted small">${() => plain(person(one().uploaded_by)?.name ?? "")}</span></li>`, () => html`<li class="muted">No files.</li>`)}</ul></section>`;
}
