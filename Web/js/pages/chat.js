// @ts-check
// Conversations: the threads, the open one, and what is known of it.
import { html } from "../template.js";
import { openThread } from "../chat/thread.js";

export const css = "chat";

/** @type {import("../router.js").Open} */
export function open({ params }) {
  return { title: "Chat", view: html`<div class="full chat opened"><div></div><div class="chat-main"><h1>Chat</h1>${params.thread ? openThread(params.thread).view : null}</div></div>` };
}
