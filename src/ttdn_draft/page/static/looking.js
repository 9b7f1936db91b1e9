// Has the program read her text again after each pause: what it finds goes to the editor, the lists and the pages.

import { Ended, call } from "./call.js";

const PAUSE = 150;
const LONGEST = 5000;
const AGAIN = 1000; // until what she cannot type in is read again

/** Reads a manuscript after each change; `failed` is told what the program refused. */
export class Looking {
  constructor(manuscript, editor, failed) {
    Object.assign(this, { manuscript, editor, failed, timer: 0, running: false, stopped: false });
    manuscript.addEventListener("typed", () => this.later(PAUSE));
    manuscript.addEventListener("changed", (event) => { if (event.detail) this.later(event.detail.stale ? 0 : PAUSE); });
    document.addEventListener("program-back", this.again = () => this.later(0));
    this.read = manuscript.revision;
  }

  stop() {
    this.stopped = true;
    clearTimeout(this.timer);
    document.removeEventListener("program-back", this.again);
  }

  /** Has the same words read again: what the program holds them against has changed. */
  anew() {
    this.read = -1;
    this.later(0);
  }

  /** Waits until what the program changed is read, but no longer than it may take. */
  async settled() {
    const { manuscript } = this;
    if (manuscript.isStale) await new Promise((done) => { manuscript.addEventListener("read", done, { once: true }); setTimeout(done, LONGEST); });
  }

  later(wait) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.now(), wait);
  }

  async now() {
    if (this.running || this.stopped || this.read === this.manuscript.revision) return;
    this.running = true;
    const { revision, text, path } = this.manuscript;
    this.read = revision;
    let wait = PAUSE;
    try {
      const look = await call("xem", { path, text });
      if (this.stopped) return;
      this.editor.take(look, revision);
      this.failed(null);
    } catch (problem) {
      if (!(problem instanceof Ended)) this.failed(problem);
      if (this.manuscript.isStale) [this.read, wait] = [-1, AGAIN];
    } finally {
      this.running = false;
      if (!this.stopped && this.manuscript.revision !== this.read) this.later(wait);
    }
  }
}
