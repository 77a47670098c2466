// @ts-check
// Templates that become DOM nodes. Whatever is put into one becomes text, never markup: the only HTML that is parsed is the template's own.
import { computed, currentOwner, effect, root, signal, untrack } from "./core.js";

/** @typedef {{ place: number, kind: "child" | "attribute", name: string }} Part */
/** @typedef {{ template: HTMLTemplateElement, parts: Part[], isSVG: boolean }} Compiled */
/** @typedef {string | number | boolean | null | undefined | Node} Drawn */
/** @typedef {Drawn | Drawn[] | Each | (() => any)} Child */

const MARK = "tx\u2063";
/** @type {WeakMap<TemplateStringsArray, Compiled>} */
const cache = new WeakMap();

/** The one place that makes markup from a string; the string is a part of this program. */
const policy = /** @type {any} */ (globalThis).trustedTypes?.createPolicy("tx", { createHTML: (/** @type {string} */ text) => text })
  ?? { createHTML: (/** @type {string} */ text) => text };

/** Addresses that a link or a picture may have. */
const SAFE = /^(?:https?:|mailto:|blob:|data:image\/(?:png|jpeg|gif|webp);|[^:]*(?:[/?#]|$))/i;
const ADDRESSES = new Set(["href", "src", "action", "formaction", "xlink:href", "poster", "data", "ping", "cite", "srcset"]);

/**
 * Nodes from a template. One root element is returned as itself, several as a fragment.
 * @param {TemplateStringsArray} strings
 * @param {...any} values
 * @returns {any}
 */
export const html = (strings, ...values) => draw(cache.get(strings) ?? compile(strings, false), values);

/**
 * The same inside an SVG picture.
 * @param {TemplateStringsArray} strings
 * @param {...any} values
 * @returns {any}
 */
export const svg = (strings, ...values) => draw(cache.get(strings) ?? compile(strings, true), values);

/**
 * @param {TemplateStringsArray} strings
 * @param {boolean} isSVG
 * @returns {Compiled}
 */
function compile(strings, isSVG) {
  let text = "";
  /** @type {string[]} */
  const names = [];
  let isInTag = false;
  strings.forEach((string, index) => {
    for (const sign of string) {
      if (sign === "<") isInTag = true;
      else if (sign === ">") isInTag = false;
    }
    text += string;
    if (index === strings.length - 1) return;
    if (!isInTag) {
      names.push("");
      text += `<!--${MARK}${index}-->`;
      return;
    }
    const name = /([^\s"'<>=]+)=["']?$/.exec(string)?.[1];
    if (!name) throw new Error(`A value must be all of an attribute, near: ${string.slice(-40)}`);
    names.push(name);
    // The parser must not see a handler's name: a strict policy counts that as code of the page's own.
    if (/^on/i.test(name)) text = `${text.slice(0, text.lastIndexOf(name))}tx-${text.slice(text.lastIndexOf(name))}`;
    text += `${MARK}${index}`;
  });
  const template = document.createElement("template");
  template.innerHTML = /** @type {string} */ (policy.createHTML(isSVG ? `<svg>${text.trim()}</svg>` : text.trim()));
  /** @type {Part[]} */
  const parts = new Array(names.length);
  const walker = document.createTreeWalker(template.content, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_COMMENT);
  for (let place = 0; walker.nextNode(); place++) {
    const node = walker.currentNode;
    if (node instanceof Comment) {
      if (node.data.startsWith(MARK)) parts[Number(node.data.slice(MARK.length))] = { place, kind: "child", name: "" };
      continue;
    }
    const element = /** @type {Element} */ (node);
    for (const attribute of [...element.attributes]) {
      if (!attribute.value.startsWith(MARK)) continue;
      const index = Number(attribute.value.slice(MARK.length));
      parts[index] = { place, kind: "attribute", name: names[index] ?? "" };
      element.removeAttribute(attribute.name);
    }
  }
  for (let index = 0; index < names.length; index++) {
    if (!parts[index]) throw new Error(`A value stands where none can: ${strings[index]?.slice(-40)}`);
  }
  const compiled = { template, parts, isSVG };
  cache.set(strings, compiled);
  return compiled;
}

/**
 * @param {Compiled} compiled
 * @param {any[]} values
 * @returns {Node}
 */
function draw({ template, parts, isSVG }, values) {
  const content = /** @type {DocumentFragment} */ (document.importNode(template.content, true));
  if (parts.length > 0) {
    /** @type {Node[]} */
    const nodes = [];
    const walker = document.createTreeWalker(content, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_COMMENT);
    while (walker.nextNode()) nodes.push(walker.currentNode);
    parts.forEach((part, index) => {
      const node = nodes[part.place];
      if (part.kind === "child") slot(/** @type {Comment} */ (node), values[index]);
      else bind(/** @type {Element} */ (node), part.name, values[index]);
    });
  }
  const home = isSVG ? /** @type {Element} */ (content.firstChild) : content;
  if (home.childNodes.length === 1 && home.firstChild) return home.firstChild;
  if (!isSVG) return content;
  const fragment = document.createDocumentFragment();
  fragment.append(...home.childNodes);
  return fragment;
}

/**
 * @param {Element} element
 * @param {string} name
 * @param {any} value
 */
function bind(element, name, value) {
  if (name === "ref") return void untrack(() => value(element));
  if (name.startsWith("on")) {
    if (typeof value === "function") element.addEventListener(name.slice(2), value);
    else if (value != null && value !== false) throw new Error(`${name} needs a function`);
    return;
  }
  if (typeof value === "function") effect(() => assign(element, name, value()));
  else assign(element, name, value);
}

/**
 * @param {Element} element
 * @param {string} name
 * @param {any} value
 */
function assign(element, name, value) {
  if (name.startsWith("--")) return /** @type {HTMLElement} */ (element).style.setProperty(name, value == null ? "" : String(value));
  if (name.startsWith(".")) {
    const property = name.slice(1);
    if (/html$/i.test(property) || property === "srcdoc") throw new Error(`${name} would make markup of text`);
    const target = /** @type {any} */ (element);
    if (target[property] !== value) target[property] = value;
    return;
  }
  if (name.startsWith("?")) return void element.toggleAttribute(name.slice(1), Boolean(value));
  if (value == null || value === false) return element.removeAttribute(name);
  const text = value === true ? "" : String(value);
  if (name === "style" || name === "srcdoc") throw new Error(`${name} is not set from values`);
  // Control characters and blanks are what hides a scheme from a look at its beginning.
  if (ADDRESSES.has(name) && !SAFE.test(text.replace(/[\u0000-\u0020\u007f-\u009f\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff]/g, ""))) {
    return element.removeAttribute(name);
  }
  element.setAttribute(name, text);
}

/**
 * Draws a value before its mark, and again when it changes.
 * @param {Comment} mark
 * @param {Child} value
 */
function slot(mark, value) {
  mark.data = "";
  if (value instanceof Each) return value.draw(mark);
  if (typeof value !== "function") return void insert(mark, value);
  const start = document.createComment("");
  mark.before(start);
  /** @type {Text | null} */
  let text = null;
  effect(() => {
    const drawn = value();
    if (drawn instanceof Each || typeof drawn === "function") {
      clear(start, mark);
      text = null;
      const inner = document.createComment("");
      mark.before(inner);
      return untrack(() => slot(inner, drawn));
    }
    if (typeof drawn === "string" || typeof drawn === "number") {
      if (text?.parentNode && text.previousSibling === start && text.nextSibling === mark) {
        const next = String(drawn);
        if (text.data !== next) text.data = next;
        return;
      }
      clear(start, mark);
      text = document.createTextNode(String(drawn));
      mark.before(text);
      return;
    }
    text = null;
    clear(start, mark);
    insert(mark, drawn);
  });
}

/**
 * @param {Comment} start
 * @param {Comment} end
 */
function clear(start, end) {
  while (start.nextSibling && start.nextSibling !== end) start.nextSibling.remove();
}

/**
 * @param {Comment} mark
 * @param {any} value
 */
function insert(mark, value) {
  if (value == null || value === false || value === true) return;
  if (Array.isArray(value)) for (const one of value) insert(mark, one);
  else if (value instanceof Node) mark.before(value);
  else if (value instanceof Each || typeof value === "function") {
    const inner = document.createComment("");
    mark.before(inner);
    slot(inner, value);
  } else mark.before(document.createTextNode(String(value)));
}

/**
 * Draws one thing or another; what is shown stays while the condition only changes from one true value to another.
 * @param {() => any} condition
 * @param {() => Child} then
 * @param {() => Child} [otherwise]
 */
export function when(condition, then, otherwise) {
  const isTrue = computed(() => Boolean(condition()));
  return () => (isTrue() ? untrack(then) : otherwise ? untrack(otherwise) : null);
}

/**
 * A row for each item. Rows are kept by key with their nodes, their focus and their state; a row gets its item as a signal.
 * @template T
 * @param {() => readonly T[]} items
 * @param {(item: T) => unknown} key
 * @param {(item: () => T, index: () => number) => any} row
 * @param {() => Child} [empty]
 */
export const each = (items, key, row, empty) => new Each(items, key, row, empty);

/** @typedef {{ node: Element, item: import("./core.js").Signal<any>, index: import("./core.js").Signal<number>, end: () => void }} Row */

export class Each {
  /**
   * @param {() => readonly any[]} items
   * @param {(item: any) => unknown} key
   * @param {(item: () => any, index: () => number) => Element} row
   * @param {(() => Child) | undefined} empty
   */
  constructor(items, key, row, empty) {
    this.items = items;
    this.key = key;
    this.row = row;
    this.empty = empty;
  }

  /** @param {Comment} mark */
  draw(mark) {
    /** @type {Map<unknown, Row>} */
    let rows = new Map();
    /** @type {unknown[]} */
    let order = [];
    const isEmpty = signal(false);
    if (this.empty) {
      const inner = document.createComment("");
      mark.before(inner);
      slot(inner, when(isEmpty, this.empty));
    }
    // Rows outlive the effect's next run, so they belong to what owns the effect.
    const home = currentOwner();
    effect(() => {
      const items = this.items() ?? [];
      untrack(() => {
        /** @type {Map<unknown, Row>} */
        const next = new Map();
        /** @type {unknown[]} */
        const keys = [];
        items.forEach((item, place) => {
          let key = this.key(item);
          while (next.has(key)) key = `${String(key)} again`;
          const row = rows.get(key) ?? this.make(item, place, home);
          row.item.set(item);
          row.index.set(place);
          next.set(key, row);
          keys.push(key);
        });
        for (const [key, row] of rows) {
          if (next.has(key)) continue;
          row.node.remove();
          row.end();
        }
        arrange(mark, next, keys, order);
        rows = next;
        order = keys;
        isEmpty.set(keys.length === 0);
      });
    });
  }

  /**
   * @param {any} item
   * @param {number} place
   * @param {import("./core.js").Owner | null} home
   * @returns {Row}
   */
  make(item, place, home) {
    return root((end) => {
      const [value, index] = [signal(item), signal(place)];
      const node = this.row(value, index);
      if (!(node instanceof Element)) throw new Error("A row must be one element.");
      return { node, item: value, index, end };
    }, home);
  }
}

/**
 * Puts the rows in order and moves as few as possible.
 * @param {Comment} mark
 * @param {Map<unknown, Row>} rows
 * @param {unknown[]} keys
 * @param {unknown[]} before
 */
function arrange(mark, rows, keys, before) {
  const places = new Map(before.map((key, place) => [key, place]));
  const staying = longestRise(keys.map((key) => places.get(key) ?? -1));
  /** @type {Node} */
  let next = mark;
  for (let place = keys.length - 1; place >= 0; place--) {
    const node = /** @type {Row} */ (rows.get(keys[place])).node;
    if (!staying.has(place) || node.parentNode !== mark.parentNode) next.parentNode?.insertBefore(node, next);
    next = node;
  }
}

/**
 * The places of a longest rising run of numbers that are not negative.
 * @param {number[]} numbers
 * @returns {Set<number>}
 */
export function longestRise(numbers) {
  /** @type {number[]} */
  const ends = [];
  /** @type {number[]} */
  const previous = numbers.map(() => -1);
  numbers.forEach((number, place) => {
    if (number < 0) return;
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((numbers[ends[middle] ?? 0] ?? 0) < number) low = middle + 1;
      else high = middle;
    }
    previous[place] = low > 0 ? (ends[low - 1] ?? -1) : -1;
    ends[low] = place;
  });
  /** @type {Set<number>} */
  const rise = new Set();
  for (let place = ends[ends.length - 1] ?? -1; place >= 0; place = previous[place] ?? -1) rise.add(place);
  return rise;
}

/**
 * Draws into an element until it is ended.
 * @param {Element} home
 * @param {() => Child} build
 * @returns {() => void}
 */
export function mount(home, build) {
  return root((end) => {
    const mark = document.createComment("");
    home.append(mark);
    slot(mark, build());
    return () => {
      end();
      home.replaceChildren();
    };
  });
}
