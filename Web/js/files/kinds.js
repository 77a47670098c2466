// @ts-check
// What a file is, told by its name and type, and how it may be shown.

/**
 * A file of a list, which has what was found in it where words were asked for.
 * @typedef {import("../../types/api").VaultFile & { ticket?: { id: string, key: string, title: string } | null }} VaultFile
 * @param {VaultFile | { file: VaultFile, snippet: string }} one
 * @returns {VaultFile & { snippet?: string }}
 */
export const whole = (one) => ("file" in one ? { ...one.file, snippet: one.snippet } : one);

/** @typedef {"markdown" | "text" | "code" | "table" | "json" | "image" | "svg" | "html" | "other"} Kind */

/** @type {Record<string, Kind>} */
const BY_ENDING = {
  md: "markdown", markdown: "markdown", txt: "text", log: "text", text: "text", csv: "table", tsv: "table", json: "json", geojson: "json", webmanifest: "json",
  png: "image", jpg: "image", jpeg: "image", gif: "image", webp: "image", avif: "image", svg: "svg", html: "html", htm: "html",
};
const CODE = new Set("js mjs cjs ts tsx jsx swift py rb go rs java kt c h cc cpp hpp cs php sh bash zsh fish sql css scss less xml yml yaml toml ini conf env diff patch lua pl r jl dart vue svelte gradle make mk cmake tf graphql proto jsonl ndjson tex rst org srt vtt".split(" "));
/** @type {Record<string, string>} */
const PICTURES = { png: "image/png", jpg: "image/jpeg", jpeg: "image/jpeg", gif: "image/gif", webp: "image/webp", avif: "image/avif" };

/** @param {string} name */
export const endingOf = (name) => (/\.([^./\\]{1,12})$/.exec(name)?.[1] ?? "").toLowerCase();

/**
 * @param {{ original_name: string, mime_type: string }} file
 * @returns {Kind}
 */
export function kindOf(file) {
  const ending = endingOf(file.original_name);
  const type = (file.mime_type ?? "").toLowerCase().split(";")[0]?.trim() ?? "";
  const known = BY_ENDING[ending];
  if (known) return known;
  if (CODE.has(ending)) return "code";
  if (type === "text/markdown") return "markdown";
  if (type === "text/csv" || type === "text/tab-separated-values") return "table";
  if (type === "application/json" || type.endsWith("+json")) return "json";
  if (type === "image/svg+xml") return "svg";
  if (type === "text/html" || type === "application/xhtml+xml") return "html";
  if (Object.values(PICTURES).includes(type)) return "image";
  if (type.startsWith("text/")) return "text";
  return "other";
}

/** @type {Record<Kind, string>} */
export const WORDS = { markdown: "Markdown", text: "Text", code: "Code", table: "Table", json: "JSON", image: "Picture", svg: "SVG", html: "HTML", other: "Other" };

/**
 * The type with which a picture's bytes may be handed to the browser: one of a few, whatever the file says of itself.
 * @param {{ original_name: string, mime_type: string }} file
 */
export const pictureType = (file) => PICTURES[endingOf(file.original_name)] ?? Object.values(PICTURES).find((type) => file.mime_type?.startsWith(type)) ?? "image/png";

/**
 * The words of a text with those marked that a query names.
 * @param {string} text
 * @param {string} query
 * @returns {(string | Node)[]}
 */
export function marked(text, query) {
  const words = query.trim().split(/[^\p{L}\p{N}]+/u).filter((word) => word.length > 1);
  if (!words.length) return [text];
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|")})[\\p{L}\\p{N}]*`, "giu");
  /** @type {(string | Node)[]} */
  const parts = [];
  let place = 0;
  for (const found of text.matchAll(pattern)) {
    if ((found.index ?? 0) > place) parts.push(text.slice(place, found.index ?? 0));
    const mark = document.createElement("mark");
    mark.append(found[0] ?? "");
    parts.push(mark);
    place = (found.index ?? 0) + (found[0] ?? "").length;
  }
  parts.push(text.slice(place));
  return parts;
}
