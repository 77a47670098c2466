// @ts-check
// Markdown as DOM nodes. Text stays text: there is no way from it to markup, and pictures are never fetched.

/** @typedef {{ link?: (word: string) => string | null }} Options link: the address for `#AUR-12` or `@ada`, or null */

const LIMIT = 200_000;
/** A paragraph that is longer is shown as it is: looking for marks in it could take long. */
const LINE = 4_000;
const INLINE = /(`+)([\s\S]*?[^`])\1(?!`)|!?\[((?:[^\[\]]|\[[^\]]*\])*)\]\(([^()\s]*(?:\([^()\s]*\)[^()\s]*)*)(?:\s+"[^"]*")?\)|(\*\*|__)(?=\S)([\s\S]*?\S)\5|(\*|_)(?=\S)([\s\S]*?\S)\7(?![\w*])|~~(?=\S)([\s\S]*?\S)~~|(https?:\/\/[^\s<>"'`]*[^\s<>"'`.,;:!?)\]])|([#@][\p{L}\p{N}][\p{L}\p{N}_-]*)/u;

/**
 * @param {string} source
 * @param {Options} [options]
 * @returns {HTMLElement}
 */
export function markdown(source, options = {}) {
  const home = document.createElement("div");
  home.className = "prose";
  const text = source.length > LIMIT ? `${source.slice(0, LIMIT)}\n\n…` : source;
  blocks(text.replace(/\r\n?|[\u000b\u000c\u0085\u2028\u2029]/g, "\n").split("\n"), home, options, 0);
  return home;
}

/**
 * @param {string[]} lines
 * @param {Element} home
 * @param {Options} options
 * @param {number} depth
 */
function blocks(lines, home, options, depth) {
  let place = 0;
  const at = (/** @type {number} */ index) => lines[index] ?? "";
  while (place < lines.length) {
    const line = at(place);
    if (!line.trim()) { place++; continue; }
    const fence = /^ {0,3}(`{3,}|~{3,})\s*([^\s`]*)/.exec(line);
    if (fence) {
      const [, mark = "```", language = ""] = fence;
      const content = [];
      place++;
      while (place < lines.length && !(at(place).trim().startsWith(mark) && !at(place).trim().replaceAll(mark.charAt(0), ""))) content.push(at(place++));
      place++;
      home.append(code(content.join("\n"), language));
      continue;
    }
    const heading = /^(#{1,6})\s+(.*?)\s*#*$/.exec(line);
    if (heading) {
      // A page has its own first headings; those of a text begin below them.
      const level = Math.min(6, (heading[1]?.length ?? 1) + 2);
      inline(heading[2] ?? "", home.appendChild(document.createElement(`h${level}`)), options, 0);
      place++;
      continue;
    }
    if (/^ {0,3}([-*_])(?:\s*\1){2,}\s*$/.test(line)) { home.append(document.createElement("hr")); place++; continue; }
    if (/^ {0,3}>/.test(line) && depth < 6) {
      const quoted = [];
      while (place < lines.length && /^ {0,3}>/.test(at(place))) quoted.push(at(place++).replace(/^ {0,3}> ?/, ""));
      blocks(quoted, home.appendChild(document.createElement("blockquote")), options, depth + 1);
      continue;
    }
    if (/^ {0,3}(?:[-*+]|\d{1,9}[.)])\s+/.test(line) && depth < 6) { place = list(lines, place, home, options, depth); continue; }
    if (line.includes("|") && /^\s*\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?\s*$/.test(at(place + 1)) && at(place + 1).includes("-")) {
      place = table(lines, place, home, options);
      continue;
    }
    const paragraph = [line];
    place++;
    while (place < lines.length && at(place).trim() && !/^ {0,3}(?:#{1,6}\s|>|`{3,}|~{3,}|[-*+]\s|\d{1,9}[.)]\s)/.test(at(place))) paragraph.push(at(place++));
    const made = home.appendChild(document.createElement("p"));
    paragraph.forEach((one, index) => {
      inline(one.replace(/(?: {2,}|\\)$/, ""), made, options, 0);
      if (index < paragraph.length - 1) made.append(/(?: {2,}|\\)$/.test(one) ? document.createElement("br") : "\n");
    });
  }
}

/**
 * @param {string[]} lines
 * @param {number} start
 * @param {Element} home
 * @param {Options} options
 * @param {number} depth
 */
function list(lines, start, home, options, depth) {
  const first = /^( {0,3})([-*+]|\d{1,9}[.)])\s+/.exec(lines[start] ?? "");
  const isOrdered = /\d/.test(first?.[2] ?? "");
  const made = home.appendChild(document.createElement(isOrdered ? "ol" : "ul"));
  if (isOrdered) /** @type {HTMLOListElement} */ (made).start = Number.parseInt(first?.[2] ?? "1", 10);
  let place = start;
  while (place < lines.length) {
    const item = /^( {0,3})([-*+]|\d{1,9}[.)])(\s+)(.*)$/.exec(lines[place] ?? "");
    if (!item || /\d/.test(item[2] ?? "") !== isOrdered) break;
    const width = (item[1]?.length ?? 0) + (item[2]?.length ?? 1) + Math.min(item[3]?.length ?? 1, 4);
    const content = [item[4] ?? ""];
    place++;
    while (place < lines.length) {
      const line = lines[place] ?? "";
      const isIndented = line.startsWith(" ".repeat(Math.min(width, 2))) && line.trim();
      if (isIndented) content.push(line.slice(Math.min(width, line.search(/\S/))));
      else if (!line.trim() && /^ {2,}\S/.test(lines[place + 1] ?? "")) content.push("");
      else break;
      place++;
    }
    const row = made.appendChild(document.createElement("li"));
    const task = /^\[([ xX])\]\s+/.exec(content[0] ?? "");
    if (task) {
      const box = row.appendChild(document.createElement("input"));
      box.type = "checkbox";
      box.disabled = true;
      box.checked = task[1] !== " ";
      box.setAttribute("aria-label", task[1] === " " ? "open" : "done");
      content[0] = (content[0] ?? "").slice((task[0] ?? "").length);
    }
    if (content.length === 1) inline(content[0] ?? "", row, options, 0);
    else blocks(content, row, options, depth + 1);
    while (place < lines.length && !(lines[place] ?? "").trim() && /^ {0,3}(?:[-*+]|\d{1,9}[.)])\s+/.test(lines[place + 1] ?? "")) place++;
  }
  // What looked like an item and is none is passed over, so that nothing is looked at for ever.
  return Math.max(place, start + 1);
}

/**
 * @param {string[]} lines
 * @param {number} start
 * @param {Element} home
 * @param {Options} options
 */
function table(lines, start, home, options) {
  const cells = (/** @type {string} */ line) => line.trim().replace(/^\||\|$/g, "").split(/(?<!\\)\|/).map((cell) => cell.trim().replaceAll("\\|", "|"));
  const frame = home.appendChild(document.createElement("div"));
  frame.className = "scroll-x";
  frame.tabIndex = 0;
  frame.setAttribute("role", "region");
  frame.setAttribute("aria-label", "Table");
  const made = frame.appendChild(document.createElement("table"));
  const row = (/** @type {string} */ line, /** @type {"th" | "td"} */ kind, /** @type {Element} */ part) => {
    const one = part.appendChild(document.createElement("tr"));
    for (const cell of cells(line)) {
      const box = one.appendChild(document.createElement(kind));
      if (kind === "th") box.setAttribute("scope", "col");
      inline(cell, box, options, 0);
    }
  };
  row(lines[start] ?? "", "th", made.appendChild(document.createElement("thead")));
  const body = made.appendChild(document.createElement("tbody"));
  let place = start + 2;
  while (place < lines.length && (lines[place] ?? "").includes("|") && (lines[place] ?? "").trim()) row(lines[place++] ?? "", "td", body);
  return place;
}

/**
 * @param {string} text
 * @param {string} language
 */
function code(text, language) {
  const frame = document.createElement("figure");
  frame.className = "code";
  const head = frame.appendChild(document.createElement("figcaption"));
  head.append(language.slice(0, 30) || "text");
  const copy = head.appendChild(document.createElement("button"));
  copy.type = "button";
  copy.className = "quiet small";
  copy.append("Copy");
  copy.addEventListener("click", () => { void navigator.clipboard?.writeText(text).then(() => { copy.textContent = "Copied"; }); });
  const block = frame.appendChild(document.createElement("pre"));
  block.tabIndex = 0;
  block.appendChild(document.createElement("code")).append(text);
  return frame;
}

/**
 * @param {string} text
 * @param {Element} home
 * @param {Options} options
 * @param {number} depth
 */
function inline(text, home, options, depth) {
  let rest = text;
  for (let guard = 0; rest && guard < 5000; guard++) {
    const found = depth < 8 && text.length <= LINE ? INLINE.exec(rest) : null;
    if (!found) break;
    const whole = found[0] ?? "";
    const [, , codeText, label, address, , strong, , emphasis, struck, bare, word] = found;
    if (found.index > 0) home.append(unescaped(rest.slice(0, found.index)));
    const isEscaped = rest[found.index - 1] === "\\";
    if (isEscaped) {
      home.append(whole[0] ?? "");
      rest = rest.slice(found.index + 1);
      continue;
    }
    rest = rest.slice(found.index + whole.length);
    if (codeText !== undefined) home.appendChild(document.createElement("code")).append(codeText.trim() || codeText);
    else if (label !== undefined) {
      if (whole.startsWith("!")) home.append(`[picture: ${label || address}]`);
      else link(label, address ?? "", home, options, depth);
    } else if (strong !== undefined) inline(strong, home.appendChild(document.createElement("strong")), options, depth + 1);
    else if (emphasis !== undefined) inline(emphasis, home.appendChild(document.createElement("em")), options, depth + 1);
    else if (struck !== undefined) inline(struck, home.appendChild(document.createElement("del")), options, depth + 1);
    else if (bare !== undefined) link(bare, bare, home, { }, 8);
    else if (word !== undefined) {
      const target = options.link?.(word) ?? null;
      if (target) link(word, target, home, {}, 8);
      else home.append(word);
    }
  }
  if (rest) home.append(unescaped(rest));
}

/**
 * @param {string} label
 * @param {string} address
 * @param {Element} home
 * @param {Options} options
 * @param {number} depth
 */
function link(label, address, home, options, depth) {
  /** @type {URL | null} */
  let url = null;
  try { url = new URL(address, location.origin); } catch { url = null; }
  if (!url || !/^(?:https?:|mailto:)$/.test(url.protocol)) {
    inline(label, home, options, depth + 1);
    if (address) home.append(` (${address})`);
    return;
  }
  const made = home.appendChild(document.createElement("a"));
  made.href = url.href;
  if (url.origin !== location.origin) {
    made.rel = "noopener noreferrer nofollow";
    made.target = "_blank";
    made.title = url.href;
  }
  inline(label, made, {}, depth + 1);
  // Where it leads is seen before it is followed.
  if (url.origin !== location.origin && !label.includes(url.host)) made.append(` (${url.host})`);
}

/** @param {string} text */
const unescaped = (text) => text.replace(/\\([\\`*_{}[\]()#+\-.!~|>])/g, "$1");
