// @ts-check
// Says outside of the tab that something needs a person: only after they asked for it here, and only while nobody looks.
import { effect, root, signal, untrack } from "../core.js";
import { html, when } from "../template.js";
import { at, company, floor } from "../company.js";
import { plain } from "../format.js";
import { go } from "../router.js";
import { kindOf, sentence } from "./kinds.js";

/** Browsers have notifications where the connection is trusted: on this machine yes, over a plain network no. */
const canNotify = "Notification" in globalThis && isSecureContext;
const permission = signal(canNotify ? Notification.permission : "denied");
let isWatching = false;

/** Notifies of what is new in the inbox from now on. */
export function watchNeeds() {
  if (isWatching || !canNotify) return;
  isWatching = true;
  /** @type {Set<string> | null} */
  let known = null;
  let of = "";
  root(() => effect(() => {
    const now = floor();
    if (!now) return;
    untrack(() => {
      const items = now.needs_you?.items ?? [];
      const here = now.company?.id ?? "";
      const news = known && of === here ? items.filter((one) => !known?.has(one.id)) : [];
      known = new Set([...(of === here ? known ?? [] : []), ...items.map((one) => one.id)]);
      of = here;
      if (document.hidden && permission() === "granted") for (const one of news.slice(0, 1)) tell(one, news.length);
    });
  }), null);
}

/**
 * @param {import("./kinds.js").Item} item
 * @param {number} count
 */
function tell(item, count) {
  const more = count > 1 ? ` And ${count - 1} more.` : "";
  const page = at(`inbox/${encodeURIComponent(item.id)}`);
  const shown = new Notification(`${kindOf(item).word}: ${plain(company()?.name ?? "Team-X")}`, { body: `${item.employee ? `${plain(item.employee)}: ` : ""}${sentence(item)}${more}`.slice(0, 240), tag: `teamx-${item.id}` });
  shown.onclick = () => { window.focus(); go(page); shown.close(); };
}

/** Offers it, where it was neither allowed nor refused yet. */
export function offer() {
  watchNeeds();
  return when(() => permission() === "default", () => html`<p class="small put-away"><button type="button" class="link" onclick=${async () => permission.set(await Notification.requestPermission())}>Tell me when I look elsewhere</button></p>`);
}
