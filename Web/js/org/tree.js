// @ts-check
// Reporting lines as data: rows of an outline, loops, and places for a picture.

/** @typedef {{ id: string, name: string, title: string, level: string, status: string, reports: OrgNode[] }} OrgNode */
/** @typedef {{ node: OrgNode, manager: string | null, depth: number, place: number, size: number }} Line */
/** @typedef {{ node: OrgNode, x: number, y: number }} Placed */

/**
 * Everybody with who is above them, in the order of the outline.
 * @param {OrgNode[]} roots
 * @returns {Map<string, Line>}
 */
export function linesOf(roots) {
  /** @type {Map<string, Line>} */
  const lines = new Map();
  const add = (/** @type {OrgNode[]} */ nodes, /** @type {string | null} */ manager, /** @type {number} */ depth) => nodes.forEach((node, place) => {
    if (lines.has(node.id)) return;
    lines.set(node.id, { node, manager, depth, place: place + 1, size: nodes.length });
    add(node.reports, node.id, depth + 1);
  });
  add(roots, null, 1);
  return lines;
}

/**
 * The lines that show when some are folded.
 * @param {OrgNode[]} roots
 * @param {ReadonlySet<string>} folded
 * @returns {Line[]}
 */
export function shownLines(roots, folded) {
  /** @type {Line[]} */
  const shown = [];
  const add = (/** @type {OrgNode[]} */ nodes, /** @type {string | null} */ manager, /** @type {number} */ depth) => nodes.forEach((node, place) => {
    shown.push({ node, manager, depth, place: place + 1, size: nodes.length });
    if (!folded.has(node.id)) add(node.reports, node.id, depth + 1);
  });
  add(roots, null, 1);
  return shown;
}

/**
 * Everybody below somebody.
 * @param {OrgNode} node
 * @returns {OrgNode[]}
 */
export const below = (node) => node.reports.flatMap((report) => [report, ...below(report)]);

/**
 * The circle that would close if `report` were put under `manager`, from the report down to the manager and back; null when there is none.
 * @param {Map<string, Line>} lines
 * @param {string} report
 * @param {string} manager
 * @returns {OrgNode[] | null}
 */
export function loopOf(lines, report, manager) {
  /** @type {OrgNode[]} */
  const chain = [];
  for (let id = /** @type {string | null} */ (manager); id; id = lines.get(id)?.manager ?? null) {
    const node = lines.get(id)?.node;
    if (!node || chain.includes(node)) return null;
    chain.unshift(node);
    if (id === report) return [...chain, node];
  }
  return null;
}

/**
 * Places for a tidy tree: parents stand over the middle of their reports, and branches are as near as they can be without touching.
 * @param {OrgNode[]} roots
 * @param {{ width: number, height: number, gap: number, drop: number }} size of a card, and the room between two
 */
export function layout(roots, { width, height, gap, drop }) {
  /** @type {Placed[]} */
  const placed = [];
  /** @type {{ from: Placed, to: Placed }[]} */
  const links = [];

  /**
   * A branch with its own left edge at nought: its right and left edges by depth, and a way to move it.
   * @param {OrgNode} node
   * @param {number} depth
   * @returns {{ left: number[], right: number[], top: Placed, shift: (by: number) => void }}
   */
  function branch(node, depth) {
    const own = { node, x: 0, y: depth * (height + drop) };
    placed.push(own);
    const parts = node.reports.map((report) => branch(report, depth + 1));
    const joined = join(parts);
    const first = parts[0]?.top.x ?? 0;
    const last = parts[parts.length - 1]?.top.x ?? 0;
    own.x = (first + last) / 2;
    for (const part of parts) links.push({ from: own, to: part.top });
    const left = [own.x, ...joined.left];
    const right = [own.x + width, ...joined.right];
    return {
      left, right, top: own, shift: (by) => {
        own.x += by;
        for (const part of parts) part.shift(by);
        for (let index = 0; index < left.length; index++) { left[index] = (left[index] ?? 0) + by; right[index] = (right[index] ?? 0) + by; }
      },
    };
  }

  /**
   * Puts branches beside one another.
   * @param {{ left: number[], right: number[], shift: (by: number) => void }[]} parts
   */
  function join(parts) {
    /** @type {number[]} */
    const left = [];
    /** @type {number[]} */
    const right = [];
    for (const part of parts) {
      const by = right.length ? Math.max(...part.left.map((edge, depth) => (depth < right.length ? (right[depth] ?? 0) + gap - edge : -Infinity))) : 0;
      part.shift(by);
      part.left.forEach((edge, depth) => { if (depth >= left.length) left.push(edge); });
      part.right.forEach((edge, depth) => { right[depth] = Math.max(right[depth] ?? -Infinity, edge); });
    }
    return { left, right };
  }

  join(roots.map((root) => branch(root, 0)));
  const leftmost = Math.min(0, ...placed.map((one) => one.x));
  for (const one of placed) one.x -= leftmost;
  return {
    placed, links, width: Math.max(width, ...placed.map((one) => one.x + width)), height: Math.max(height, ...placed.map((one) => one.y + height)),
  };
}
