// @ts-check
// One ticket as a page.
import { html } from "../template.js";
import { stylesheet } from "../shell.js";
import { ticketView } from "../ticket/view.js";

export const css = "ticket";

/** @type {import("../router.js").Open} */
export function open({ params }) {
  void stylesheet("board");
  const { title, view, keys, actions } = ticketView(params.key ?? "");
  return { title, keys, actions, view: html`<div class="ticket-page">${view}</div>` };
}
