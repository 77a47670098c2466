// @ts-check
import { html } from "../template.js";
import { pageHead } from "../ui.js";
import { people } from "../company.js";
import { each } from "../template.js";
/** @type {import("../router.js").Open} */
export const open = () => ({ title: "Floor", view: html`${pageHead("Floor")}<ul>${each(people, (one) => one.id, (one) => html`<li>${() => one().name}</li>`)}</ul>` });
