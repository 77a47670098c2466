// @ts-check
// Pictures of numbers as SVG, each with its answer in words and its rows as a table. What they compute is in chart-math.js.
import { computed, onCleanup, signal } from "./core.js";
import { html, svg, when } from "./template.js";
import { sight } from "./calm.js";
import { trouble } from "./latest.js";
import { level, nice, scale, shares, stack } from "./chart-math.js";
import { stylesheet } from "./shell.js";

await stylesheet("charts");

/**
 * @typedef {{ label: string, value: number, text: string, more?: string, href?: string }} Bar
 * @typedef {{ name: string, values: readonly (number | null)[] }} Series
 * @typedef {string | number | { text: string | number, href: string }} Cell
 * @typedef {Pick<import("./queries.js").Query<any>, "data" | "error">} Source
 */

/**
 * A picture with a question above, its answer in words for those who do not see it, and its rows behind a button.
 * @param {{ question: string, answer: () => string, head: string[], rows: () => Cell[][], picture: () => any, isList?: boolean, more?: any, seen?: import("./calm.js").Sight, made?: readonly Source[] }} figure
 *   isList: the picture is a list that is read by itself; more: what stands beside the button; seen: whether it is in sight, where that is asked elsewhere too;
 *   made: the answers that it is made of, without which it says so and shows nothing
 */
export function chart({ question, answer, head, rows, picture, isList = false, more = null, seen = sight(), made = [] }) {
  const isTable = signal(false);
  const cell = (/** @type {Cell} */ one) => (typeof one === "object" ? html`<a href=${one.href}>${one.text}</a>` : one);
  // What is far below the edge is counted and drawn when there is time for it.
  const lacks = computed(() => made.find((one) => one.data() === undefined));
  const told = () => {
    if (!seen.isDue()) return "\u00a0";
    const lack = lacks();
    return lack ? trouble(lack) || "Adding up…" : [...made.map(trouble).filter(Boolean).slice(0, 1), answer()].join(" ");
  };
  const drawn = () => (seen.isDue() && !lacks() ? picture() : html`<div class="chart-later"></div>`);
  return html`<figure class="chart" ref=${seen.ref}><figcaption><span>${question}</span><span class="actions">${more}
      <button type="button" class="quiet small" aria-label=${() => `${isTable() ? "Picture" : "Table"}: ${question}`} onclick=${() => isTable.update((is) => !is)}>${() => (isTable() ? "Picture" : "Table")}</button></span></figcaption>
    ${when(() => isTable() && made.some(trouble), () => html`<p class="muted small">${told}</p>`)}
    ${when(isTable, () => html`<div class="chart-table" tabindex="0" role="group" aria-label=${question}><table><thead><tr>${head.map((name, place) => html`<th scope="col" class=${place ? "num" : null}>${name}</th>`)}</tr></thead>
        <tbody>${() => (lacks() ? [] : rows()).map((row) => html`<tr>${row.map((one, place) => html`<td class=${place ? "num" : null}>${cell(one)}</td>`)}</tr>`)}</tbody></table></div>`,
      () => html`<div class="stack-tight"><p class="muted small" aria-hidden=${isList ? null : "true"}>${told}</p><div role=${() => (isList || !seen.isDue() ? null : "img")} aria-label=${() => (isList || !seen.isDue() ? null : told())}>${drawn}</div></div>`)}
  </figure>`;
}

/**
 * A picture as wide as its place, so that its letters are as large as all others.
 * @param {number} height
 * @param {(width: number) => any} draw
 */
export function sized(height, draw) {
  const width = signal(0);
  return html`<div class="sized" --tall=${`${height}px`} ref=${(/** @type {HTMLElement} */ element) => {
    const watcher = new ResizeObserver(([entry]) => width.set(Math.round(entry?.contentRect.width ?? 0)));
    watcher.observe(element);
    onCleanup(() => watcher.disconnect());
  }}>${() => (width() > 0 ? draw(width()) : null)}</div>`;
}

const [HEIGHT, LEFT, BOTTOM, TOP] = [160, 48, 22, 8];

/**
 * The frame of a picture over days: the axis on the left from zero, and as many labels below as fit.
 * @param {number} width
 * @param {readonly string[]} labels
 * @param {number} most
 * @param {(value: number) => string} format
 * @param {(value: number) => number} [round]
 */
function frame(width, labels, most, format, round = nice) {
  const top = round(most);
  const y = scale([0, top], [HEIGHT - BOTTOM, TOP]);
  const step = (width - LEFT) / Math.max(labels.length, 1);
  const every = Math.max(1, Math.ceil(labels.length / Math.max(1, Math.floor((width - LEFT) / 66))));
  // Counted from the right, so that today has its label.
  const axes = svg`<g>${[0, top / 2, top].map((value) => svg`<g class="axis"><line x1=${LEFT} x2=${width} y1=${y(value)} y2=${y(value)}></line><text x=${LEFT - 6} y=${y(value) + 4} text-anchor="end">${format(value)}</text></g>`)}
    ${labels.map((label, place) => ((labels.length - 1 - place) % every === 0 ? svg`<text x=${Math.min(LEFT + (place + 0.5) * step, width - label.length * 3.5)} y=${HEIGHT - 6} text-anchor="middle">${label}</text>` : null))}</g>`;
  return { y, step, axes };
}

/**
 * @param {Series[]} series
 * @param {{ isLine?: boolean, line?: Series | null }} [options]
 */
const legend = (series, options = {}) => (series.length > 1 ? html`<ul class="legend" aria-hidden="true">${series.map((one, index) => html`<li><i class=${`s${index + 1}${options.isLine ? " line" : ""}`}></i>${one.name}</li>`)}
  ${options.line ? html`<li><i class="trend line"></i>${options.line.name}</li>` : null}</ul>` : null);

/**
 * Bars that stand on one another, one for each label.
 * @param {readonly string[]} labels
 * @param {Series[]} series at most five
 * @param {{ format: (value: number) => string, guide?: number | null, open?: (place: number) => void, isBeside?: boolean, line?: Series | null }} options
 *   guide: a line across; open: shows the rows of a label; isBeside: side by side rather than on one another; line: drawn over them
 */
export function bars(labels, series, { format, guide = null, open, isBeside = false, line = null }) {
  const stacks = labels.map((_, place) => { const values = series.map((one) => one.values[place] ?? 0); return isBeside ? values.map((value) => ({ low: 0, high: value })) : stack(values); });
  const most = Math.max(0, guide ?? 0, ...stacks.flat().map((one) => one.high), ...(line?.values ?? []).map((one) => one ?? 0));
  const told = (/** @type {number} */ place) => `${labels[place]}: ${[...series, ...(line ? [line] : [])].map((one) => `${series.length > 1 || line ? `${one.name} ` : ""}${format(one.values[place] ?? 0)}`).join(", ")}`;
  const x = (/** @type {number} */ place, /** @type {number} */ step) => LEFT + place * step;
  return html`${sized(HEIGHT, (width) => {
    const { y, step, axes } = frame(width, labels, most, format);
    const wide = isBeside ? (step * 0.7) / series.length : step * 0.7;
    return html`<svg width=${width} height=${HEIGHT} class="picture" aria-hidden="true">${axes}
      ${stacks.map((parts, place) => svg`<g class=${open ? "opens" : null} onclick=${open ? () => open(place) : null}><title>${told(place)}</title>
        <rect class="hit" x=${x(place, step)} width=${step} y="0" height=${HEIGHT - BOTTOM}></rect>
        ${parts.map(({ low, high }, index) => (high > low ? svg`<rect class=${`s${index + 1}`} x=${x(place, step) + step * 0.15 + (isBeside ? index * wide : 0)} width=${Math.max(wide - (isBeside ? 1 : 0), 1)} y=${y(high)} height=${Math.max(y(low) - y(high), 1)}></rect>` : null))}</g>`)}
      ${line ? svg`<polyline class="trend" points=${labels.map((_, place) => `${x(place, step) + step / 2},${y(line.values[place] ?? 0)}`).join(" ")}></polyline>` : null}
      ${guide === null ? null : svg`<line class="guide" x1=${LEFT} x2=${width} y1=${y(guide)} y2=${y(guide)}></line>`}</svg>`;
  })}${legend(series, { line })}`;
}

/**
 * Lines from label to label; where nothing is known a line breaks off.
 * @param {readonly string[]} labels
 * @param {Series[]} series
 * @param {{ format: (value: number) => string, open?: (place: number) => void, round?: (value: number) => number }} options round: the top of the axis for the highest value
 */
export function lines(labels, series, { format, open, round }) {
  const most = Math.max(0, ...series.flatMap((one) => one.values.map((value) => value ?? 0)));
  return html`${sized(HEIGHT, (width) => {
    const { y, step, axes } = frame(width, labels, most, format, round);
    const x = (/** @type {number} */ place) => LEFT + (place + 0.5) * step;
    return html`<svg width=${width} height=${HEIGHT} class="picture" aria-hidden="true">${axes}
      ${series.map((one, index) => svg`<g class=${`l${index + 1}`}>${pieces(one.values).map((piece) => svg`<polyline points=${piece.map(([place, value]) => `${x(place)},${y(value)}`).join(" ")}></polyline>`)}
        ${one.values.map((value, place) => (value === null ? null : svg`<circle cx=${x(place)} cy=${y(value)} r="2.5"></circle>`))}</g>`)}
      ${labels.map((label, place) => svg`<g class=${open ? "opens" : null} onclick=${open ? () => open(place) : null}><title>${`${label}: ${series.map((one) => { const value = one.values[place]; return `${one.name} ${value == null ? "none" : format(value)}`; }).join(", ")}`}</title>
        <rect class="hit" x=${LEFT + place * step} width=${step} y="0" height=${HEIGHT - BOTTOM}></rect></g>`)}</svg>`;
  })}${legend(series, { isLine: true })}`;
}

/**
 * The runs of a series that have values, each with its places.
 * @param {readonly (number | null)[]} values
 */
export function pieces(values) {
  /** @type {[number, number][][]} */
  const found = [];
  values.forEach((value, place) => {
    if (value === null) return;
    if (place === 0 || values[place - 1] === null || found.length === 0) found.push([]);
    found[found.length - 1]?.push([place, value]);
  });
  return found;
}

/**
 * Names with bars beside them, the longest first.
 * @param {Bar[]} list
 */
export function barList(list) {
  const top = Math.max(...list.map((one) => one.value), 0) || 1;
  return html`<ol class="bar-list">${list.map((one) => html`<li><span class="name" title=${one.label}>${one.href ? html`<a href=${one.href}>${one.label}</a>` : one.label}</span>
    <span class="track" aria-hidden="true"><i --part=${String(one.value / top)}></i></span><b class="mono">${one.text}</b>${one.more === undefined ? null : html`<span class="muted mono more">${one.more}</span>`}</li>`)}</ol>`;
}

/**
 * One bar in parts, each named below with its value; what is free stands at its end.
 * @param {readonly { name: string, kind: string, value: number, text: string, href?: string }[]} parts
 * @param {{ whole?: number, free?: string }} [options] whole: more than the parts come to; free: the words for the rest
 */
export function segments(parts, options = {}) {
  const { whole, free } = options;
  const some = parts.filter((one) => one.value > 0);
  const wide = shares(some.map((one) => one.value), whole);
  return html`<div class="segments" aria-hidden="true">${some.map((one, place) => html`<span class=${one.kind} --wide=${`${(wide[place] ?? 0) / 100}%`} title=${`${one.name}: ${one.text}`}></span>`)}</div>
    <ul class="legend">${some.map((one) => html`<li><i class=${one.kind}></i>${one.name} <b class="mono">${one.text}</b></li>`)}${free ? html`<li><i class="free"></i>free <b class="mono">${free}</b></li>` : null}</ul>`;
}

/**
 * Rows of cells that are the stronger the more is in them; a cell with something bad has a mark of its own, not only another colour.
 * @param {readonly { label: string, href?: string, after?: string, cells: readonly { all: number, bad: number, text: string, open?: () => void }[] }[]} rows
 * @param {{ ends?: readonly string[], legend?: any }} [options] ends: what stands below, from the first to the last cell
 */
export function heat(rows, options = {}) {
  const isNamed = rows.some((row) => row.after !== undefined);
  const { ends, legend: words } = options;
  const most = Math.max(0, ...rows.flatMap((row) => row.cells.map((cell) => cell.all)));
  return html`<div class=${isNamed ? "heat-rows named" : "heat-rows"} aria-hidden=${isNamed ? null : "true"}>${rows.map((row) => html`<div class="heat-row">${row.label ? html`<span class="heat-label">${row.href ? html`<a href=${row.href}>${row.label}</a>` : row.label}</span>` : null}
    <span class="heat-cells" aria-hidden="true">${row.cells.map((cell) => html`<i class=${`${cell.bad ? "bad" : ""}${cell.all && cell.bad === cell.all ? " all" : ""}${cell.open && cell.all ? " opens" : ""}`} data-level=${String(level(cell.all, most))} title=${cell.text} onclick=${cell.open && cell.all ? cell.open : null}></i>`)}</span>${row.after === undefined ? null : html`<span class="heat-after">${row.after}</span>`}</div>`)}
    ${ends ? html`<div class="heat-row">${rows.some((row) => row.label) ? html`<span class="heat-label">\u00a0</span>` : null}<span class="heat-ends">${ends.map((one) => html`<span>${one}</span>`)}</span></div>` : null}</div>${words ?? null}`;
}

/** What the cells of a heat strip of successes mean. */
export const successLegend = () => html`<ul class="legend heat-legend" aria-hidden="true"><li><i class="cell" data-level="2"></i>all well, the stronger the more ran</li><li><i class="cell bad"></i>some failed</li><li><i class="cell bad all"></i>all failed</li></ul>`;
