// @ts-check
// Calls of the server. Every failure becomes an APIFailure with the server's own words.

/** What the server said when it refused. */
export class APIFailure extends Error {
  /**
   * @param {number} status
   * @param {{ code?: string, message?: string, hint?: string, [member: string]: unknown }} body
   */
  constructor(status, body) {
    super(body.message ?? (status ? `The server answered ${status}.` : "The server does not answer."));
    this.status = status;
    this.code = body.code ?? (status ? "http" : "unreachable");
    this.hint = typeof body.hint === "string" ? body.hint : null;
    this.body = body;
  }
}

/** @type {string | null} */
let csrf = null;
/**
 * @param {string | null} value the header's value, without which the server knows nobody by a cookie alone
 */
export const useCSRF = (value) => { csrf = value; };
/** The same, for the one call that is not made here: what is sent with its progress shown. */
export const csrfHeader = () => csrf;
/** @type {() => void} */
let onSignedOut = () => {};
/** @param {() => void} action what to do when the server does not know this browser any more */
export const whenSignedOut = (action) => { onSignedOut = action; };

/**
 * @param {string} method
 * @param {string} path from `/api`
 * @param {unknown} [body] JSON, a Blob or FormData
 * @param {{ key?: string, signal?: AbortSignal }} [options] key: makes a repeated call do its work once
 * @returns {Promise<any>}
 */
export async function call(method, path, body, options = {}) {
  /** @type {Record<string, string>} */
  const headers = { Accept: "application/json" };
  if (csrf) headers["X-TeamX-CSRF"] = csrf;
  if (method === "POST") headers["Idempotency-Key"] = options.key ?? crypto.randomUUID?.() ?? String(Math.random());
  /** @type {BodyInit | undefined} */
  let payload;
  if (body instanceof Blob) {
    payload = body;
    headers["Content-Type"] = body.type || "application/octet-stream";
  } else if (body !== undefined) {
    payload = JSON.stringify(body);
    headers["Content-Type"] = "application/json";
  }
  /** @type {Response} */
  let response;
  try {
    response = await fetch(path, { method, headers, body: payload, signal: options.signal, credentials: "same-origin" });
  } catch (error) {
    if (options.signal?.aborted) throw error;
    throw new APIFailure(0, {});
  }
  if (response.status === 204) return null;
  const text = await response.text();
  /** @type {any} */
  let json = null;
  try { json = text ? JSON.parse(text) : null; } catch { json = null; }
  if (response.ok) return json ?? text;
  if (response.status === 401) onSignedOut();
  throw new APIFailure(response.status, json?.error ?? json ?? {});
}

/**
 * A file's bytes.
 * @param {string} path
 * @returns {Promise<Blob>}
 */
export async function bytes(path) {
  const response = await fetch(path, { headers: csrf ? { "X-TeamX-CSRF": csrf } : {}, credentials: "same-origin" });
  if (!response.ok) throw new APIFailure(response.status, {});
  return response.blob();
}

/**
 * Saves a file on this computer. A link could not carry the header.
 * @param {string} path
 * @param {string} name
 */
export async function download(path, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(await bytes(path));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

export const api = {
  /**
   * @param {string} path
   * @param {{ signal?: AbortSignal }} [options]
   */
  get: (path, options) => call("GET", path, undefined, options),
  /**
   * @param {string} path
   * @param {unknown} [body]
   * @param {{ key?: string }} [options]
   */
  post: (path, body = {}, options) => call("POST", path, body, options),
  /**
   * @param {string} path
   * @param {unknown} [body]
   */
  put: (path, body = {}) => call("PUT", path, body),
  /**
   * @param {string} path
   * @param {unknown} body
   */
  patch: (path, body) => call("PATCH", path, body),
  /**
   * @param {string} path
   * @param {unknown} [body]
   */
  delete: (path, body) => call("DELETE", path, body),
};

/**
 * A path's part from text that may hold anything.
 * @param {TemplateStringsArray} strings
 * @param {...unknown} values
 */
export const path = (strings, ...values) => strings.reduce((text, string, index) => text + encodeURIComponent(String(values[index - 1])) + string);
