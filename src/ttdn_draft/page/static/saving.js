// Keeps her text on the disk: two seconds after the last key at most, never over what somebody else wrote meanwhile.

import { Ended, Refused, call } from "./call.js";
import { button, dialog, goTo, h, say } from "./dom.js";
import { chooseFolder, folderName } from "./folder.js";
import { compareTexts } from "./sides.js";
import { clock, dayWords, rich, t } from "./words.js";

const SOON = 700;
const LATEST = 1600;
const ASIDE = "ttdn-draft-aside";
const LAST = 60000; // bytes that a browser still sends for a tab that closes

/** Saves a manuscript as it changes; `tell` writes the line in the bar, `bar` takes a notice that she must see,
 * `owes` says whether something that she gave is not in her text yet. */
export class Saving {
  constructor(manuscript, tell, bar, owes) {
    Object.assign(this, { manuscript, tell, bar, owes, timer: 0, due: 0, running: null, held: "" });
    this.touched = () => this.later();
    for (const name of ["typed", "changed"]) manuscript.addEventListener(name, this.touched);
    manuscript.addEventListener("waits", () => { if (!this.isOpen() && !this.running) this.say(); });
    this.hidden = () => { if (document.visibilityState === "hidden") this.now(); };
    this.leaving = (event) => { if (this.held && this.isOpen()) event.preventDefault(); };
    this.back = () => this.now();
    this.seen = () => this.compare();
    document.addEventListener("visibilitychange", this.hidden);
    document.addEventListener("program-back", this.back);
    addEventListener("beforeunload", this.leaving);
    addEventListener("focus", this.seen);
    this.say();
  }

  stop() {
    clearTimeout(this.timer);
    if (this.isOpen()) this.keepAside();
    document.removeEventListener("visibilitychange", this.hidden);
    document.removeEventListener("program-back", this.back);
    removeEventListener("beforeunload", this.leaving);
    removeEventListener("focus", this.seen);
    this.bar.replaceChildren();
  }

  isOpen() {
    return this.manuscript.revision !== this.manuscript.savedRevision;
  }

  /** She comes back to this tab: what another one saved meanwhile is shown, where nothing of hers is unsaved. */
  async compare() {
    if (this.isOpen() || this.running) return;
    const { path, version } = this.manuscript;
    const now = await call("phien-ban", { path }).catch(() => null);
    const isOld = now && now.phien_ban && now.phien_ban !== version && this.manuscript.version === version;
    if (isOld && !this.isOpen()) document.dispatchEvent(new Event("reopen"));
  }

  later() {
    if (!this.isOpen()) return;
    const now = performance.now();
    if (!this.due) this.due = now + LATEST;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.now(), Math.max(0, Math.min(SOON, this.due - now)));
    this.tell(t("saving.now"));
  }

  /** Saves what is not saved; one call at a time. */
  async now() {
    clearTimeout(this.timer);
    this.due = 0;
    if (this.running) { await this.running; return this.isOpen() && !this.held ? this.now() : undefined; }
    if (!this.isOpen() || this.held === "conflict") return undefined;
    this.running = this.write();
    await this.running;
    this.running = null;
    return undefined;
  }

  async write() {
    const { manuscript } = this;
    const { revision, text } = manuscript;
    this.tell(t("saving.now"));
    try {
      const keepalive = document.visibilityState === "hidden" && new TextEncoder().encode(text).length < LAST;
      const done = await call("luu", { path: manuscript.path, text, phien_ban: manuscript.version }, { keepalive });
      this.written(revision, done);
    } catch (problem) { this.refused(problem); }
  }

  written(revision, { phien_ban: version, saved }) {
    Object.assign(this.manuscript, { version, saved, savedRevision: revision });
    this.held = "";
    this.bar.replaceChildren();
    sessionStorage.removeItem(ASIDE);
    if (this.isOpen()) this.later();
    else this.say();
  }

  /** When it was saved; not while something that she gave waits to come into her text. */
  say() {
    const { saved } = this.manuscript;
    if (this.owes()) { this.tell(t("saving.now")); return; }
    const isToday = saved && new Date(saved).toDateString() === new Date().toDateString();
    this.tell(!saved ? "" : isToday ? t("saving.done", { clock: clock(saved) }) : t("saving.day", { clock: clock(saved), day: dayWords(new Date(saved)) }));
  }

  /** What could not be saved, for when this file is opened again in this tab. */
  keepAside() {
    sessionStorage.setItem(ASIDE, JSON.stringify({ path: this.manuscript.path, text: this.manuscript.text }));
  }

  refused(problem) {
    this.keepAside();
    this.tell(t("saving.not"));
    if (problem instanceof Ended) { this.held = "ended"; return; }
    if (!(problem instanceof Refused)) throw problem;
    if (problem.kind === "conflict") this.conflict(problem.body);
    else if (problem.kind === "gone") this.gone();
    else this.failed(problem);
  }

  /** The disk refused: the reason, the folder, another folder first. */
  failed(problem) {
    this.held = "failed";
    const fault = problem.faults[0] || { cau: t("fault.unknown"), cach_sua: "" };
    this.bar.replaceChildren(h("div", { class: "msg e notice", role: "alert" },
      h("h2", {}, t("saving.failed")), h("p", {}, fault.cau, " ", fault.cach_sua, " ", rich("saving.failed.text", { folder: folderName() })),
      h("div", { class: "row" }, button(t("folder.other"), "p s", () => this.elsewhere()), button(t("again"), "s", () => this.now()))));
  }

  /** The file was deleted or renamed meanwhile: her text as a new one. */
  gone() {
    this.held = "conflict";
    const act = () => this.saveAsNew().catch((problem) => this.failed(problem));
    this.bar.replaceChildren(h("div", { class: "msg e notice", role: "alert" }, h("h2", {}, t("gone.title")),
      h("p", {}, rich("gone.text", { name: this.manuscript.path })), button(t("conflict.new"), "p s", act)));
  }

  async elsewhere() {
    if (await chooseFolder()) await this.saveAsNew();
  }

  /** Her text as a new file beside, and the desk goes on with that one. */
  async saveAsNew() {
    const { manuscript } = this;
    const { revision, text } = manuscript;
    const { path, phien_ban: version } = await call("luu-moi", { path: manuscript.path, text });
    Object.assign(manuscript, { path, version, savedRevision: revision }); // what she typed meanwhile is saved there too
    this.held = "";
    sessionStorage.removeItem(ASIDE);
    say(t("saving.new", { name: path }));
    goTo("ban-soan", path);
  }

  /** Two hands on one file: both texts stay, she chooses. */
  conflict(theirs) {
    this.held = "conflict";
    const { manuscript } = this;
    const act = (work) => () => Promise.resolve(work()).then(() => box.close()).catch((problem) => this.failed(problem));
    const open = () => {
      manuscript.savedRevision = manuscript.revision;
      this.held = "";
      document.dispatchEvent(new Event("reopen"));
    };
    const sides = h("div", {});
    const box = dialog(t("conflict.title"), h("p", {}, rich("conflict.text", { name: manuscript.path })),
      h("div", { class: "row" }, button(t("conflict.new"), "p s", act(() => this.saveAsNew())),
        button(t("conflict.sides"), "s", () => sides.replaceChildren(compareTexts(manuscript.text, theirs.text || ""))),
        button(t("conflict.theirs"), "s", act(open))), sides);
    box.classList.add("wide");
    box.addEventListener("close", () => { if (this.held === "conflict") this.ask(theirs); });
  }

  ask(theirs) {
    this.bar.replaceChildren(h("div", { class: "msg a notice", role: "alert" }, h("h2", {}, t("conflict.title")),
      h("p", {}, rich("conflict.waiting")), button(t("conflict.choose"), "p s", () => this.conflict(theirs))));
  }
}

/** What could not be saved of a file when this tab was last here, or null. */
export function keptAside(path) {
  const kept = JSON.parse(sessionStorage.getItem(ASIDE) || "null");
  return kept?.path === path ? kept.text : null;
}
