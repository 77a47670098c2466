// @ts-check
// Founding a company from a template: by the server's one call where it has templates, otherwise step by step.
import { api } from "../api.js";

/**
 * @typedef {{ id: string, name: string, summary: string, mission?: string, goal?: string, people: { name?: string, title: string, role: string }[],
 *   tickets?: string[], routine?: string | null, budget_usd?: string | null, isLocal?: boolean }} Template
 * @typedef {{ name: string, template: Template, provider: string, model: string | null, cap: string | null }} Wish
 */

/** @type {Template[]} Small companies of roles that every server has. */
const LOCAL = [
  { id: "studio", name: "Software studio", summary: "Plans a small product, builds it and tests it.", goal: "Plan, build and test a first small product", people: [{ title: "Chief Technology Officer", role: "cto" }, { title: "Backend Engineer", role: "backend-engineer" }, { title: "QA Engineer", role: "qa-engineer" }], isLocal: true },
  { id: "content", name: "Content desk", summary: "Finds out what readers want, and writes it.", goal: "Publish the first three pieces that readers asked for", people: [{ title: "Head of Marketing", role: "head-of-marketing" }, { title: "Content Writer", role: "content-writer" }, { title: "Market Researcher", role: "market-researcher" }], isLocal: true },
  { id: "research", name: "Research lab", summary: "Takes a question apart and answers it with evidence.", goal: "Answer our first question with evidence that can be checked", people: [{ title: "Head of Product", role: "head-of-product" }, { title: "Market Researcher", role: "market-researcher" }, { title: "Data Analyst", role: "data-analyst" }], isLocal: true },
];
/** @type {Template} */
const EMPTY = { id: "empty", name: "Empty", summary: "Nobody and nothing: hire and plan yourself.", people: [] };

/**
 * The server's templates, or those that this page can set up itself.
 * @returns {Promise<Template[]>}
 */
export async function templates() {
  try {
    const { items } = await api.get("/api/templates");
    const known = items.map((/** @type {any} */ one) => ({ ...one, people: one.people ?? [] }));
    return known.some((/** @type {Template} */ one) => one.id === "empty") ? known : [...known, EMPTY];
  } catch (error) {
    if (/** @type {any} */ (error).status !== 404) throw error;
    return [...LOCAL, { ...EMPTY, isLocal: true }];
  }
}

/**
 * Sets what the company may spend in a month; a template may have set something already.
 * @param {string} path
 * @param {string} cap
 * @param {string} key
 */
async function limit(path, cap, key) {
  const { items } = await api.get(`${path}/budgets`);
  const known = items.find((/** @type {any} */ one) => one.scope_kind === "company");
  if (!known) await api.post(`${path}/budgets`, { hard_cap_usd: cap, scope_kind: "company", auto_pause: true }, { key: `${key}-cap` });
  else if (Number(known.hard_cap_usd) !== Number(cap)) await api.patch(`${path}/budgets/${encodeURIComponent(known.id)}`, { hard_cap_usd: cap });
}

/** @type {Map<string, string>} One key for one wish, so that asking twice founds one company. */
const keys = new Map();

/**
 * @param {Wish} wish
 * @param {(words: string) => void} tell what is being done
 * @returns {Promise<any>} the company
 */
export async function found(wish, tell) {
  const { name, template, provider, model, cap } = wish;
  const body = template.isLocal ? { name } : { name, template: template.id, provider, model };
  const text = JSON.stringify(body);
  const key = keys.get(text) ?? crypto.randomUUID();
  keys.set(text, key);
  tell("The company is founded…");
  const made = await api.post("/api/companies", body, { key });
  const path = `/api/companies/${encodeURIComponent(made.id)}`;
  // The limit stands before the first call that costs money.
  if (cap) await limit(path, cap, key);
  if (!template.isLocal) return made;
  await api.patch(path, { settings: { ...made.settings, provider_id: provider, ...(model ? { model } : {}) } });
  for (const [place, one] of template.people.entries()) {
    tell(`${one.title} is hired…`);
    await api.post(`${path}/employees`, { role: one.role }, { key: `${key}-${place}` });
  }
  if (template.goal) {
    tell("The goal is set…");
    await api.post(`${path}/goals`, { title: template.goal }, { key: `${key}-goal` });
  }
  return made;
}
