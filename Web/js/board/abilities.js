// @ts-check
// What this server can do: its own description says it, so that nothing is offered that it would refuse.
import { signal } from "../core.js";
import { api } from "../api.js";

const paths = signal(/** @type {Record<string, any> | null} */ (null));
let isAsked = false;

async function ask() {
  if (isAsked) return;
  isAsked = true;
  try { paths.set((await api.get("/api/openapi.json")).paths ?? {}); } catch { isAsked = false; }
}

/**
 * @param {string} method
 * @param {string} route as the description writes it, from `/api`
 * @param {string} [member] of the request's body, or a parameter after the question mark
 * @returns {boolean} false as long as it is not known
 */
export function can(method, route, member) {
  void ask();
  const operation = paths()?.[route]?.[method.toLowerCase()];
  if (!operation) return false;
  if (!member) return true;
  const body = operation.requestBody?.content?.["application/json"]?.schema?.properties ?? {};
  return member in body || (operation.parameters ?? []).some((/** @type {any} */ one) => one.in === "query" && one.name === member);
}

/** Whether the description has come. */
export const isKnown = () => { void ask(); return paths() !== null; };

export const TICKET = "/api/companies/{company}/tickets/{ticket}";
