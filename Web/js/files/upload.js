// @ts-check
// Putting files into the vault: several at once, with their progress, and a look whether what arrived is what was sent.
import { onCleanup, signal } from "../core.js";
import { each, html, when } from "../template.js";
import { csrfHeader, path } from "../api.js";
import { at, base } from "../company.js";
import { announce } from "../ui.js";
import { plain, size } from "../format.js";

/** @typedef {{ id: number, name: string, size: number, sent: number, state: "waiting" | "sending" | "checking" | "done" | "failed", error: string, file: File, made: any, stop: (() => void) | null, isChecked: boolean }} Upload */

let count = 0;

/** @param {() => void} done called after each file that has arrived */
export function uploads(done) {
  const list = signal(/** @type {Upload[]} */ ([]));
  const change = (/** @type {number} */ id, /** @type {Partial<Upload>} */ with_) => list.update((all) => all.map((one) => (one.id === id ? { ...one, ...with_ } : one)));
  let isSending = false;
  onCleanup(() => { for (const one of list.peek()) one.stop?.(); });

  /** @param {Iterable<File>} files */
  function add(files) {
    const made = [...files].map((file) => /** @type {Upload} */ ({ id: ++count, name: file.name, size: file.size, sent: 0, state: "waiting", error: "", file, made: null, stop: null, isChecked: false }));
    list.update((all) => [...all, ...made]);
    void next();
  }

  async function next() {
    if (isSending) return;
    isSending = true;
    for (let one = waiting(); one; one = waiting()) await send(one);
    isSending = false;
  }
  const waiting = () => list.peek().find((one) => one.state === "waiting");

  /** @param {Upload} one */
  async function send(one) {
    change(one.id, { state: "sending" });
    try {
      const made = await post(one);
      change(one.id, { state: "checking", sent: one.size });
      const hash = await sha256(one.file);
      if (hash && made.sha256 && hash !== made.sha256) throw new Error("What arrived is not what was sent. Try again.");
      change(one.id, { state: "done", made, isChecked: Boolean(hash) });
      announce(`${one.name} is here.`);
      done();
    } catch (error) {
      change(one.id, { state: "failed", error: /** @type {Error} */ (error).message, stop: null });
      announce(`${one.name} failed.`, { isUrgent: true });
    }
  }

  /**
   * @param {Upload} one
   * @returns {Promise<any>}
   */
  const post = (one) => new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", `${base()}/files${path`?name=${one.name.slice(0, 255)}`}`);
    request.setRequestHeader("Content-Type", one.file.type || "application/octet-stream");
    request.setRequestHeader("Accept", "application/json");
    request.setRequestHeader("Idempotency-Key", crypto.randomUUID?.() ?? String(Math.random()));
    const csrf = csrfHeader();
    if (csrf) request.setRequestHeader("X-TeamX-CSRF", csrf);
    request.upload.onprogress = (event) => change(one.id, { sent: event.loaded });
    request.onload = () => {
      /** @type {any} */
      let body = null;
      try { body = JSON.parse(request.responseText); } catch { body = null; }
      if (request.status >= 200 && request.status < 300) resolve(body);
      else reject(new Error(body?.error?.message ?? `The server answered ${request.status}.`));
    };
    request.onerror = () => reject(new Error("The server does not answer."));
    request.onabort = () => reject(new Error("Stopped."));
    change(one.id, { stop: () => request.abort() });
    request.send(one.file);
  });

  const view = when(() => list().length > 0, () => html`<section class="uploads panel" aria-label="Uploads"><header><h2>Uploads</h2>
      ${when(() => list().every((one) => one.state === "done" || one.state === "failed"), () => html`<button type="button" class="small" onclick=${() => list.set([])}>Clear</button>`)}</header>
    ${each(list, (one) => one.id, (one) => html`<div class="upload" data-state=${() => one().state}>
      <span class="upload-name">${() => (one().made ? html`<a href=${at(path`files/${one().made.id}`)}>${plain(one().name)}</a>` : plain(one().name))}</span>
      <span class="mono muted">${() => (one().state === "sending" ? `${size(one().sent)} of ${size(one().size)}` : size(one().size))}</span>
      <progress max="100" .value=${() => (one().size ? (one().sent / one().size) * 100 : 100)} aria-label=${() => `Progress of ${one().name}`} ?hidden=${() => one().state === "done" || one().state === "failed"}></progress>
      <span class=${() => `upload-word ${one().state}`}>${() => (one().state === "done" ? (one().isChecked ? "here, hash checked" : "here") : one().state === "failed" ? one().error : one().state === "checking" ? "checking" : one().state === "sending" ? "sending" : "waits")}</span>
      ${() => (one().state === "sending" ? html`<button type="button" class="small" onclick=${() => one().stop?.()}>Stop</button>`
        : one().state === "failed" ? html`<button type="button" class="small" onclick=${() => { change(one().id, { state: "waiting", sent: 0, error: "" }); void next(); }}>Again</button>` : null)}</div>`)}</section>`);
  return { add, view };
}

/**
 * A file's hash, where the browser can make one: only on safe addresses, and not of what does not fit into memory.
 * @param {File} file
 */
async function sha256(file) {
  if (!crypto.subtle || file.size > 256_000_000) return null;
  const digest = await crypto.subtle.digest("SHA-256", await file.arrayBuffer());
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/**
 * Takes files that are dropped anywhere on the page.
 * @param {(files: Iterable<File>) => void} add
 */
export function dropAnywhere(add) {
  const isOver = signal(false);
  let depth = 0;
  const hasFiles = (/** @type {DragEvent} */ event) => [...(event.dataTransfer?.types ?? [])].includes("Files");
  /** @type {Record<string, (event: DragEvent) => void>} */
  const on = {
    dragenter: (event) => { if (hasFiles(event)) { depth++; isOver.set(true); event.preventDefault(); } },
    dragover: (event) => { if (hasFiles(event)) event.preventDefault(); },
    dragleave: (event) => { if (hasFiles(event) && --depth <= 0) { depth = 0; isOver.set(false); } },
    drop: (event) => { if (!hasFiles(event)) return; event.preventDefault(); depth = 0; isOver.set(false); if (event.dataTransfer?.files.length) add([...event.dataTransfer.files]); },
  };
  for (const [name, action] of Object.entries(on)) document.addEventListener(name, /** @type {any} */ (action));
  onCleanup(() => { for (const [name, action] of Object.entries(on)) document.removeEventListener(name, /** @type {any} */ (action)); });
  return when(isOver, () => html`<div class="drop-here" aria-hidden="true"><b>Drop to upload</b></div>`);
}
