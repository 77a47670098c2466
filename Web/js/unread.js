// @ts-check
// How many conversations have something that was not read, for the sidebar.
import { effect } from "./core.js";
import { base, company } from "./company.js";
import { query } from "./queries.js";

/** @type {(() => Promise<void>) | null} */
let again = null;

/** @param {import("./core.js").Signal<number>} into */
export function keepUnread(into) {
  /** @type {import("./queries.js").Asked<"GET /api/companies/{company}/inbox/counts">} */
  const counts = query(() => (company() ? `${base()}/inbox/counts` : null), { on: /^(?:message|thread)\b/ });
  again = counts.reload;
  effect(() => into.set(counts.data()?.unread_threads ?? 0));
}

/** Asks again after something was read: no event tells of that. */
export const readSomething = () => void again?.();
