// @ts-check
// Pictures of numbers as SVG, each with its answer in words and its rows as a table.
import { signal } from "./core.js";
import { html, svg, when } from "./template.js";

/**
 * @typedef {{ label: string, value: number, text: string, href?: string }} Bar
 * @typedef {{ name: string, values: number[] }} Series
 */

/**
 * A picture with a question above, its answer in words for those who do not see it, and its rows behind a button.
 * @param {{ question: string, answer: () => string, head: string[], rows: () => (string | number)[][], picture: () => any, isList?: boolean }} figure isList: the picture is a list that is read by itself
 */
export function chart({ question, answer, head, rows, picture, isList = false }) {
  const isTable = signal(false);
  return html`<figure class="chart"><figcaption><span>${question}</span>
      <button type="button" class="quiet small" aria-pressed=${() => String(isTable())} onclick=${() => isTable.update((is) => !is)}>${() => (isTable() ? "Picture" : "Table")}</button></figcaption>
    ${when(isTable, () => html`<div class="scroll-x" tabindex="0" role="region" aria-label=${question}><table><thead><tr>${head.map((name, place) => html`<th scope="col" class=${place ? "num" : null}>${name}</th>`)}</tr></thead>
        <tbody>${() => rows().map((row) => html`<tr>${row.map((cell, place) => html`<td class=${place ? "num" : null}>${cell}</td>`)}</tr>`)}</tbody></table></div>`,
      () => html`<div><div role=${isList ? null : "img"} aria-label=${isList ? null : answer}>${picture}</div><p class="muted small">${answer}</p></div>`)}
  </figure>`;
}

const [WIDTH, HEIGHT, LEFT, BOTTOM] = [640, 160, 44, 22];

/**
 * Bars that stand on one another, one for each label. They begin at zero.
 * @param {string[]} labels
 * @param {Series[]} series at most five
 * @param {{ format: (value: number) => string, guide?: number | null }} options guide: a line across
 */
export function bars(labels, series, { format, guide = null }) {
  const totals = labels.map((_, place) => series.reduce((sum, one) => sum + (one.values[place] ?? 0), 0));
  const top = nice(Math.max(...totals, guide ?? 0, 0));
  const step = (WIDTH - LEFT) / Math.max(labels.length, 1);
  const y = (/** @type {number} */ value) => (HEIGHT - BOTTOM) * (1 - value / top) + 6;
  const every = Math.ceil(labels.length / 8);
  return html`<svg viewBox=${`0 0 ${WIDTH} ${HEIGHT}`} class="picture" aria-hidden="true">
    ${[0, top / 2, top].map((value) => svg`<g class="axis"><line x1=${LEFT} x2=${WIDTH} y1=${y(value)} y2=${y(value)}></line><text x=${LEFT - 6} y=${y(value) + 4} text-anchor="end">${format(value)}</text></g>`)}
    ${labels.map((label, place) => {
      let under = 0;
      return svg`<g><title>${`${label}: ${format(totals[place] ?? 0)}`}</title>${series.map((one, index) => {
        const value = one.values[place] ?? 0;
        const [low, high] = [under, under + value];
        under = high;
        return svg`<rect class=${`s${index + 1}`} x=${LEFT + place * step + step * 0.15} width=${Math.max(step * 0.7, 1)} y=${y(high)} height=${Math.max(y(low) - y(high), 0)}></rect>`;
      })}
      <rect class="hit" x=${LEFT + place * step} width=${step} y="0" height=${HEIGHT - BOTTOM}></rect>
      ${place % every === 0 ? svg`<text x=${LEFT + place * step + step / 2} y=${HEIGHT - 4} text-anchor="middle">${label}</text>` : null}</g>`;
    })}
    ${guide === null ? null : svg`<line class="guide" x1=${LEFT} x2=${WIDTH} y1=${y(guide)} y2=${y(guide)}></line>`}
  </svg>${series.length > 1 ? html`<ul class="legend">${series.map((one, index) => html`<li><i class=${`s${index + 1}`}></i>${one.name}</li>`)}</ul>` : null}`;
}

/**
 * Names with bars beside them, the longest first.
 * @param {Bar[]} list
 */
export function barList(list) {
  const top = Math.max(...list.map((one) => one.value), 0) || 1;
  return html`<ol class="bar-list">${list.map((one) => html`<li><span class="name">${one.href ? html`<a href=${one.href}>${one.label}</a>` : one.label}</span>
    <span class="track"><i --part=${String(one.value / top)}></i></span><b class="mono">${one.text}</b></li>`)}</ol>`;
}

/**
 * A round number that is not less than another.
 * @param {number} value
 */
export function nice(value) {
  if (!(value > 0)) return 1;
  const size = 10 ** Math.floor(Math.log10(value));
  return ([1, 2, 2.5, 5, 10].find((factor) => factor * size >= value) ?? 10) * size;
}
