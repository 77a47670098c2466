// @ts-check
// A company's stream, opened again when it is lost.
import { api } from "./api.js";

/** After so long without a word a stream, or the tab that reads it, counts as gone. In milliseconds. */
export const SILENCE = 40_000;

/** @typedef {import("./live.js").Message} Message */
const none = () => /** @type {Omit<Extract<Message, { kind: "batch" }>, "kind" | "company" | "seq" | "epoch">} */ ({ events: [], tokens: [], reset: false, hasRead: false });

export class Source {
  /**
   * @param {string} company
   * @param {{ seq: number, epoch: number | null } | undefined} known how far it had come
   * @param {(message: Message) => void} send
   */
  constructor(company, known, send) {
    this.company = company;
    this.send = send;
    this.topics = "";
    this.last = known?.seq ?? null;
    this.epoch = known?.epoch ?? null;
    this.wait = 500;
    this.isLive = false;
    this.lostAt = 0;
    this.heard = Date.now();
    this.attempt = 0;
    /** @type {EventSource | null} */
    this.stream = null;
    this.retry = 0;
    this.batch = none();
    this.isScheduled = false;
    this.watch = setInterval(() => {
      if (this.stream && Date.now() - this.heard > SILENCE) this.lose();
    }, 5_000);
  }

  /**
   * @param {string[]} threads
   * @param {string[]} runs
   * @param {boolean} isFresh
   */
  open(threads, runs, isFresh) {
    const topics = `${new URLSearchParams({ tails: "1", ...(threads[0] && { thread: threads.join() }), ...(runs[0] && { run: runs.join() }) })}`;
    if (topics === this.topics && !isFresh) return this.stream ? this.tell() : undefined;
    this.topics = topics;
    void this.connect();
  }

  async connect() {
    this.cut();
    const attempt = ++this.attempt;
    const query = new URLSearchParams(this.topics);
    if (this.last !== null) query.set("after", `${this.last}`);
    // A stream cannot carry the header that other calls have.
    try { query.set("ticket", (await api.post("/api/session/tickets")).ticket); } catch { return attempt === this.attempt ? this.lose() : undefined; }
    if (attempt !== this.attempt) return;
    this.heard = Date.now();
    const stream = new EventSource(`/api/companies/${encodeURIComponent(this.company)}/stream?${query}`);
    this.stream = stream;
    stream.onerror = () => { if (this.stream === stream) this.lose(); };
    stream.addEventListener("hello", (event) => {
      const hello = JSON.parse(event.data);
      this.wait = 500;
      this.isLive = true;
      this.heard = Date.now();
      // What was asked before the stream began, or of another start of the server, may have missed something.
      if (this.last === null || this.epoch !== hello.epoch) this.batch.reset = true;
      // Nor does what was read while it was away come again.
      this.batch.hasRead = true;
      this.epoch = hello.epoch;
      this.last ??= hello.seq;
      this.tell();
      this.schedule();
    });
    stream.addEventListener("reset", (event) => {
      this.last = JSON.parse(event.data).seq;
      this.batch.reset = true;
      this.schedule();
    });
    stream.addEventListener("log", (event) => this.log(event));
    stream.addEventListener("tok", (event) => this.token(event, false));
    stream.addEventListener("tok.snapshot", (event) => this.token(event, true));
    stream.addEventListener("read", () => {
      this.heard = Date.now();
      this.batch.hasRead = true;
      this.schedule();
    });
    stream.addEventListener("pulse", () => {
      this.heard = Date.now();
      this.tell();
    });
  }

  /** @param {MessageEvent} event */
  log(event) {
    this.heard = Date.now();
    const seq = Number(event.lastEventId);
    if (this.last !== null && seq <= this.last) return;
    this.last = seq;
    const data = JSON.parse(event.data);
    this.batch.events.push({ seq, type: data.event_type ?? "", data });
    this.schedule();
  }

  /**
   * @param {MessageEvent} event
   * @param {boolean} isSnapshot
   */
  token(event, isSnapshot) {
    this.heard = Date.now();
    this.batch.tokens.push({ ...JSON.parse(event.data), isSnapshot });
    this.schedule();
  }

  lose() {
    if (this.isLive) this.lostAt = Date.now();
    this.isLive = false;
    this.cut();
    this.tell();
    this.retry = setTimeout(() => void this.connect(), this.wait * (0.75 + Math.random() / 2));
    this.wait = Math.min(this.wait * 2, 15_000);
  }

  tell() {
    const state = this.isLive ? "live" : this.lostAt ? "lost" : "connecting";
    this.send({ kind: "state", company: this.company, state, since: this.isLive ? Date.now() : this.lostAt || Date.now() });
  }

  /** A timer and not a frame: frames stop in a tab that is hidden, and the others still want their events. */
  schedule() {
    if (this.isScheduled) return;
    this.isScheduled = true;
    setTimeout(() => {
      this.isScheduled = false;
      const { batch } = this;
      this.batch = none();
      this.send({ kind: "batch", ...batch, company: this.company, seq: this.last, epoch: this.epoch });
    }, 16);
  }

  close() {
    this.attempt++;
    clearInterval(this.watch);
    this.cut();
  }

  cut() {
    clearTimeout(this.retry);
    this.stream?.close();
    this.stream = null;
  }
}
