// @ts-check
// A file's content, shown by what it is. What others wrote never runs: HTML stands in a frame without scripts, SVG is a picture or text.
import { onCleanup, signal } from "../core.js";
import { html, when } from "../template.js";
import { bytes as fetchBytes, download, path } from "../api.js";
import { base } from "../company.js";
import { button } from "../ui.js";
import { tabs } from "../tabs.js";
import { size } from "../format.js";
import { markdown } from "../markdown.js";
import { endingOf, kindOf, pictureType } from "./kinds.js";
import { lines } from "./code.js";
import { table } from "./table.js";
import { jsonTree } from "./tree.js";

/** What is fetched without being asked for. */
const EAGER = 8_000_000;
/** As much of a text as is drawn. */
const TEXT = 2_000_000;

/** @param {string} id */
export const contentAddress = (id) => `${base()}${path`/files/${id}/content`}`;

/**
 * @param {string} id
 * @returns {Promise<ArrayBuffer>}
 */
export async function bytesOf(id) {
  return (await fetchBytes(contentAddress(id))).arrayBuffer();
}

/**
 * @param {ArrayBuffer} bytes
 */
export const textOf = (bytes) => new TextDecoder("utf-8").decode(bytes.byteLength > TEXT ? bytes.slice(0, TEXT) : bytes);

/**
 * @param {import("../../types/api").VaultFile} file
 * @returns {{ view: () => any, isKnown: () => boolean }} isKnown: whether its view is as tall as it will be, so that what stands below can be drawn
 */
export function viewer(file) {
  const kind = kindOf(file);
  const bytes = signal(/** @type {ArrayBuffer | null} */ (null));
  const problem = signal("");
  /** @type {Size} */
  let measured = null;
  const load = async () => {
    problem.set("");
    try {
      const found = await bytesOf(file.id);
      if (kind === "image" || kind === "svg") measured = await sizeOf(found, typeOf(kind, file));
      bytes.set(found);
    } catch (error) { problem.set(/** @type {Error} */ (error).message); }
  };
  if (kind === "other") return { isKnown: () => true, view: () => html`<div class="empty"><p>A file of this kind is not shown here.</p>${button("Download", () => download(contentAddress(file.id), file.original_name), { class: "primary" })}</div>` };
  if (file.size_bytes <= EAGER) void load();
  return { isKnown: () => Boolean(bytes()) || problem() !== "" || file.size_bytes > EAGER, view: () => html`${when(() => problem() !== "", () => html`<div class="problem" role="alert"><strong>This could not be loaded.</strong><span>${problem}</span>${button("Try again", load, { class: "small" })}</div>`)}
    ${when(bytes, () => content(kind, file, /** @type {ArrayBuffer} */ (bytes()), measured), () => (file.size_bytes > EAGER ? html`<div class="empty"><p>${`This file has ${size(file.size_bytes)}.`}</p>${button("Show it", load)}</div>` : null))}` };
}

/**
 * @param {import("./kinds.js").Kind} kind
 * @param {import("../../types/api").VaultFile} file
 * @param {ArrayBuffer} bytes
 * @param {Size} measured
 */
function content(kind, file, bytes, measured) {
  const isCut = bytes.byteLength > TEXT && kind !== "image";
  const cut = isCut ? html`<p class="note">${`Only the first ${size(TEXT)} of ${size(bytes.byteLength)} are shown.`}</p>` : null;
  const text = kind === "image" ? "" : textOf(bytes);
  const two = (/** @type {string} */ label, /** @type {() => any} */ shown) => {
    const view = signal("shown");
    return html`<div class="stack">${cut}<div>${tabs("How to show it", [{ id: "shown", label }, { id: "text", label: "Text" }], view, (id) => view.set(id))}</div>
      <div>${() => (view() === "shown" ? shown() : lines(text))}</div></div>`;
  };
  switch (kind) {
    case "markdown": return two("Page", () => html`<div class="document">${markdown(text)}</div>`);
    case "table": return two("Table", () => table(text, endingOf(file.original_name)));
    case "json": return isCut ? html`<div class="stack">${cut}${lines(text)}</div>` : two("Tree", () => jsonTree(text));
    case "image": return picture(bytes, typeOf(kind, file), file.original_name, measured);
    case "svg": return two("Picture", () => picture(bytes, typeOf(kind, file), file.original_name, measured));
    case "html": return two("Page", () => frame(bytes, file.original_name));
    default: return html`<div class="stack">${cut}${lines(text)}</div>`;
  }
}

/**
 * An address for bytes, as long as they are shown.
 * @param {ArrayBuffer} bytes
 * @param {string} type
 */
function addressOf(bytes, type) {
  const address = URL.createObjectURL(new Blob([bytes], { type }));
  onCleanup(() => URL.revokeObjectURL(address));
  return address;
}

/** @typedef {{ width: number, height: number } | null} Size of a picture; null where it cannot be shown */

/**
 * @param {import("./kinds.js").Kind} kind
 * @param {import("../../types/api").VaultFile} file
 */
const typeOf = (kind, file) => (kind === "svg" ? "image/svg+xml" : pictureType(file));

/**
 * How large a picture is, so that it has its place before it is drawn.
 * @param {ArrayBuffer} bytes
 * @param {string} type
 * @returns {Promise<Size>}
 */
async function sizeOf(bytes, type) {
  const image = new Image();
  image.src = URL.createObjectURL(new Blob([bytes], { type }));
  try {
    await image.decode();
    return { width: image.naturalWidth, height: image.naturalHeight };
  } catch { return null; } finally { URL.revokeObjectURL(image.src); }
}

/**
 * @param {ArrayBuffer} bytes
 * @param {string} type
 * @param {string} name
 * @param {Size} large
 */
const picture = (bytes, type, name, large) => html`<figure class="picture"><img src=${addressOf(bytes, type)} alt=${name} width=${large?.width ? String(large.width) : null} height=${large?.width ? String(large.height) : null} --ratio=${large?.height ? String(large.width / large.height) : null}>
  <figcaption class="muted small">${large ? `${large.width} × ${large.height}` : "This is no picture that can be shown."}</figcaption></figure>`;

/**
 * @param {ArrayBuffer} bytes
 * @param {string} name
 */
const frame = (bytes, name) => html`<div class="stack"><p class="muted small">Shown without scripts, and cut off from this page and the network.</p>
  <iframe class="page-frame" sandbox="" referrerpolicy="no-referrer" title=${name} src=${addressOf(bytes, "text/html;charset=utf-8")}></iframe></div>`;
