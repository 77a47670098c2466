// @ts-check
// One file: its content, where it is from, and its other versions.
import { computed, signal, untrack } from "../core.js";
import { each, html, when } from "../template.js";
import { download, path } from "../api.js";
import { at, base, company } from "../company.js";
import { query } from "../queries.js";
import { attempt, button, loaded, pageHead, when_ } from "../ui.js";
import { plain, plural, size } from "../format.js";
import { keyOf, staff, ticketAddress } from "../run/names.js";
import { copy } from "../run/payload.js";
import { kindOf, WORDS } from "./kinds.js";
import { bytesOf, contentAddress, textOf, viewer } from "./viewer.js";
import { diffView } from "./code.js";
import { isAnswered, together } from "../together.js";

/** @typedef {import("../../types/api").VaultFile} VaultFile */

/** @param {string} id */
export function detail(id) {
  /** @type {import("../queries.js").Asked<"GET /api/companies/{company}/files/{file}">} */
  const asked = query(() => (company() ? `${base()}${path`/files/${id}`}` : null));
  /** @type {import("../queries.js").Asked<"GET /api/companies/{company}/files">} */
  const all = query(() => (company() ? `${base()}/files?limit=500` : null), { on: /^vault\./ });
  const people = staff();
  const file = computed(() => asked.data() ?? null, (a, b) => a === b || JSON.stringify(a) === JSON.stringify(b));
  const kind = () => { const one = file(); return one ? kindOf(one) : "other"; };
  const versions = computed(() => /** @type {VaultFile[]} */ (all.data()?.items ?? []).filter((one) => one.original_name === file()?.original_name).sort((a, b) => b.created_at - a.created_at));
  const isText = computed(() => !["image", "other"].includes(kind()));
  const compared = signal(/** @type {{ with: VaultFile, before: string, after: string } | null} */ (null));
  const compare = (/** @type {VaultFile} */ other) => attempt(async () => {
    const one = file();
    if (!one) return;
    const [older, newer] = other.created_at < one.created_at ? [other, one] : [one, other];
    const [before, after] = await Promise.all([bytesOf(older.id), bytesOf(newer.id)]);
    compared.set({ with: other, before: textOf(before), after: textOf(after) });
  }, "Compare");
  const shown = computed(() => { const one = file(); return one ? untrack(() => viewer(one)) : null; });
  // On a narrow screen what is about the file stands below it.
  const isDrawn = together(() => (shown()?.isKnown() ?? false) && isAnswered(all) && people.isKnown(), { from: () => isAnswered(asked) });
  const ready = { ...asked, data: () => (isDrawn() ? asked.data() : undefined) };
  const name = () => plain(file()?.original_name ?? "File");

  const view = html`<div class="file">${pageHead(name, {
    back: { href: at("files"), label: "Files" },
    lead: when(file, () => html`<span class="run-head-line"><span>${() => WORDS[kind()]}</span><span class="mono">${() => size(file()?.size_bytes)}</span>${when(() => versions().length > 1, () => html`<span>${() => `version ${versions().length - versions().findIndex((one) => one.id === id)} of ${versions().length}`}</span>`)}</span>`),
    actions: when(file, () => button("Download", () => download(contentAddress(id), file()?.original_name ?? "file"))),
  })}
  ${loaded(ready, () => html`<div class="file-columns"><div class="panel file-content"><h2 class="unseen">Content</h2>${when(compared, () => html`<div class="stack"><div class="row-of"><h2>What changed</h2><button type="button" class="small" onclick=${() => compared.set(null)}>Back to the file</button></div>
      ${() => { const now = compared(); return now ? diffView(now.before, now.after) : null; }}</div>`, () => shown()?.view())}</div>
    <aside class="stack" aria-label="About the file"><section class="panel"><dl class="facts">
        <div><dt>Made by</dt><dd>${() => { const who = file()?.uploaded_by; return people.get(who ?? "") ? html`<a href=${at(path`people/${who}`)}>${people.name(who)}</a>` : people.name(who); }}</dd></div>
        ${() => { const one = file()?.ticket; return one ? html`<div><dt>Ticket</dt><dd><a href=${ticketAddress(one)}>${`${keyOf(one)} ${plain(one.title)}`}</a></dd></div>` : null; }}
        <div><dt>When</dt><dd>${when_(() => file()?.created_at)}</dd></div>
        <div><dt>Type</dt><dd class="mono small">${() => file()?.mime_type}</dd></div>
        <div><dt>Tags</dt><dd class="chips">${() => (file()?.tags?.length ? file()?.tags.map((tag) => html`<span class="chip">${plain(tag)}</span>`) : "none")}</dd></div>
        <div><dt>SHA-256</dt><dd><button type="button" class="link mono small" title="Copy" onclick=${() => void copy(file()?.sha256 ?? "")}>${() => `${(file()?.sha256 ?? "").slice(0, 16)}…`}</button></dd></div></dl></section>
      <section class="panel stack"><h2>Versions</h2>${each(versions, (one) => one.id, (one, index) => html`<div class="version"><div>${() => (one().id === id ? html`<b>This one</b>` : html`<a href=${at(path`files/${one().id}`)}>${`Version ${versions().length - index()}`}</a>`)}
          <p class="muted small">${() => `${people.name(one().uploaded_by)}, ${size(one().size_bytes)}`} · ${when_(() => one().created_at)}</p></div>
          ${when(() => one().id !== id && isText(), () => button("Compare", () => compare(one()), { class: "small" }))}</div>`, () => html`<p class="muted">Only this one.</p>`)}
        ${when(() => versions().length > 1, () => html`<p class="muted small">${() => `${plural(versions().length, "file")} of this name; the newest counts.`}</p>`)}</section></aside></div>`)}</div>`;
  return { title: name, view };
}
