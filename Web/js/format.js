// @ts-check
// Times, money and counts in words. One clock ticks for all of them.
import { signal } from "./core.js";

/** The present moment, once a second, in milliseconds. */
export const now = signal(Date.now());
setInterval(() => now.set(Date.now()), 1000);

/** What the server's clock is ahead of ours, in milliseconds. */
let skew = 0;
/** @param {number} moment the server's present moment */
export const setServerTime = (moment) => { skew = moment - Date.now(); };

/**
 * How long ago, short: `now`, `12 s`, `5 min`, `3 h`, `2 d`; the date from a week on.
 * @param {number | null | undefined} moment
 */
export function ago(moment) {
  if (moment == null) return "";
  const seconds = Math.max(0, Math.round((now() + skew - moment) / 1000));
  if (seconds < 3) return "now";
  if (seconds < 60) return `${seconds} s`;
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min`;
  if (seconds < 86400) return `${Math.floor(seconds / 3600)} h`;
  if (seconds < 7 * 86400) return `${Math.floor(seconds / 86400)} d`;
  return date(moment);
}

/**
 * `1:23`, `1:02:03`.
 * @param {number} milliseconds
 */
export function elapsed(milliseconds) {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  const two = (/** @type {number} */ number) => String(number).padStart(2, "0");
  return hours ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}

/**
 * Since a moment, as it passes.
 * @param {number} moment
 */
export const since = (moment) => elapsed(now() + skew - moment);

/**
 * `340 ms`, `2.1 s`, `3 min`.
 * @param {number | null | undefined} milliseconds
 */
export function duration(milliseconds) {
  if (milliseconds == null) return "–";
  if (milliseconds < 1000) return `${Math.round(milliseconds)} ms`;
  if (milliseconds < 60_000) return `${(milliseconds / 1000).toFixed(1)} s`;
  if (milliseconds < 3_600_000) return `${Math.floor(milliseconds / 60_000)} min ${Math.round(milliseconds / 1000) % 60} s`;
  return `${Math.floor(milliseconds / 3_600_000)} h ${Math.floor(milliseconds / 60_000) % 60} min`;
}

const dates = new Intl.DateTimeFormat(undefined, { day: "numeric", month: "short" });
const times = new Intl.DateTimeFormat(undefined, { hour: "2-digit", minute: "2-digit" });
const moments = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "medium" });
/** @param {number} moment */
export const date = (moment) => dates.format(moment);
/** @param {number} moment */
export const time = (moment) => times.format(moment);
/**
 * The whole date and time, for titles.
 * @param {number | null | undefined} moment
 */
export const exact = (moment) => (moment == null ? "" : moments.format(moment));

/**
 * Money from the server's decimal string in dollars: `$0.00`, `$0.0042`, `$1,204.50`. What is not known is `unknown`, never zero.
 * @param {string | number | null | undefined} amount
 */
export function money(amount) {
  if (amount == null || amount === "") return "unknown";
  const value = Number(amount);
  if (!Number.isFinite(value)) return "unknown";
  const digits = value !== 0 && Math.abs(value) < 0.1 ? 4 : 2;
  if (value !== 0 && Math.abs(value) < 0.0001) return "<$0.0001";
  return value.toLocaleString("en-US", { style: "currency", currency: "USD", minimumFractionDigits: digits === 4 ? 2 : 2, maximumFractionDigits: digits });
}

/**
 * `950`, `1.9k`, `2.3M`.
 * @param {number | null | undefined} count
 */
export function count(count) {
  if (count == null) return "–";
  if (count < 1000) return String(count);
  if (count < 1_000_000) return `${(count / 1000).toFixed(count < 10_000 ? 1 : 0)}k`;
  return `${(count / 1_000_000).toFixed(1)}M`;
}

/**
 * `12 B`, `3.4 kB`, `2.0 MB`.
 * @param {number | null | undefined} bytes
 */
export function size(bytes) {
  if (bytes == null) return "–";
  if (bytes < 1000) return `${bytes} B`;
  if (bytes < 1_000_000) return `${(bytes / 1000).toFixed(1)} kB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/**
 * `1 ticket`, `3 tickets`.
 * @param {number} number
 * @param {string} one
 * @param {string} [many]
 */
export const plural = (number, one, many = `${one}s`) => `${number} ${number === 1 ? one : many}`;

/**
 * `Ada Byron` → `AB`.
 * @param {string} name
 */
export function initials(name) {
  const words = name.trim().split(/\s+/u);
  const first = [...(words[0] ?? "")][0] ?? "?";
  const last = words.length > 1 ? [...(words[words.length - 1] ?? "")][0] ?? "" : "";
  return (first + last).toUpperCase();
}

/**
 * Text without what could turn its direction, hide in it or drive a terminal: for names that others gave.
 * @param {string} text
 */
export const plain = (text) => String(text).replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, "");
