// @ts-check
// Values between commas or tabs as a table of which only what is seen has rows.
import { signal } from "../core.js";
import { html, when } from "../template.js";
import { longList } from "../long-list.js";
import { plural } from "../format.js";

const COLUMNS = 60;

/**
 * @param {string} text
 * @param {string} separator
 * @returns {string[][]}
 */
export function parseTable(text, separator) {
  /** @type {string[][]} */
  const rows = [];
  /** @type {string[]} */
  let row = [];
  let cell = "";
  let isQuoted = false;
  for (let place = 0; place < text.length; place++) {
    const sign = text.charAt(place);
    if (isQuoted) {
      if (sign !== "\"") cell += sign;
      else if (text.charAt(place + 1) === "\"") { cell += sign; place++; } else isQuoted = false;
    } else if (sign === "\"" && cell === "") isQuoted = true;
    else if (sign === separator) { row.push(cell); cell = ""; } else if (sign === "\n" || sign === "\r") {
      if (sign === "\r" && text.charAt(place + 1) === "\n") place++;
      row.push(cell);
      rows.push(row);
      row = [];
      cell = "";
    } else cell += sign;
  }
  if (cell !== "" || row.length) { row.push(cell); rows.push(row); }
  return rows;
}

/**
 * The separator that a table's first line has most of.
 * @param {string} text
 */
export function separatorOf(text) {
  const line = text.slice(0, text.indexOf("\n") < 0 ? 4000 : text.indexOf("\n"));
  const [best = ","] = [",", "\t", ";", "|"].sort((a, b) => line.split(b).length - line.split(a).length);
  return best;
}

/**
 * @param {string} text
 * @param {string} ending
 */
export function table(text, ending) {
  const rows = parseTable(text, ending === "tsv" ? "\t" : separatorOf(text));
  const [head = [], ...body] = rows;
  const width = Math.min(COLUMNS, Math.max(1, ...rows.slice(0, 500).map((row) => row.length)));
  const widths = Array.from({ length: width }, (_, column) => Math.max(6, Math.min(32, Math.max(0, ...rows.slice(0, 200).map((row) => (row[column] ?? "").length)))));
  const columns = `56px ${widths.map((one) => `${one + 3}ch`).join(" ")}`;
  const isNumber = Array.from({ length: width }, (_, column) => body.length > 0 && body.slice(0, 100).every((row) => !row[column] || /^\s*[-+$€£]?[\d.,\s]+%?\s*$/.test(row[column] ?? "")));
  const cells = (/** @type {string[]} */ row) => Array.from({ length: width }, (_, column) => html`<span class=${isNumber[column] ? "cell num" : "cell"} title=${row[column] ?? ""}>${row[column] ?? ""}</span>`);
  const isPlain = signal(false);
  return html`<div class="sheet-frame"><p class="row-of"><span class="muted">${`${plural(body.length, "row")}, ${plural(head.length, "column")}${head.length > COLUMNS ? `, ${COLUMNS} shown` : ""}`}</span>
      <button type="button" class="small" aria-pressed=${() => String(isPlain())} onclick=${() => isPlain.update((is) => !is)}>First 200 as a plain table</button></p>
    ${when(isPlain, () => html`<div class="scroll-x" tabindex="0" role="region" aria-label="Table"><table><thead><tr>${head.slice(0, width).map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
        <tbody>${body.slice(0, 200).map((row) => html`<tr>${Array.from({ length: width }, (_, column) => html`<td>${row[column] ?? ""}</td>`)}</tr>`)}</tbody></table></div>`,
      () => html`<div class="sheet" --columns=${columns}><div class="sheet-head" aria-hidden="true"><span class="cell num"></span>${cells(head)}</div>
        ${longList(() => body, { height: 30, key: (row) => row, label: `Table with the columns ${head.slice(0, 12).join(", ")}`, class: "sheet-list", row: (row, index) => html`<div class="sheet-row"><span class="cell num muted">${() => index() + 1}</span>${() => cells(row())}</div>` })}</div>`)}</div>`;
}
