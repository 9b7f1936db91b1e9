// The desk: what remains to do, the text, and what prints, over one file of hers.

import { call } from "./call.js";
import { $, button, goTo, h, say, tag } from "./dom.js";
import { Editor } from "./editor.js";
import { exportWord, takeOffDraft } from "./exporting.js";
import { Facts } from "./facts.js";
import { faultBox, tellFault } from "./faults.js";
import { takeWords } from "./handing.js";
import { insertDay, insertMark } from "./inserting.js";
import { deskKeys } from "./keys.js";
import { Looking } from "./looking.js";
import { Manuscript } from "./manuscript.js";
import { Pages } from "./pages.js";
import { pasted } from "./pasting.js";
import { Questions } from "./questions.js";
import { Remarks } from "./remarks.js";
import { Saving, keptAside } from "./saving.js";
import { Toolbar } from "./toolbar.js";
import { rich, t } from "./words.js";

const TABS = [["h", "tab.questions"], ["n", "tab.remarks"], ["t", "tab.facts"]];
let desk = null;

/** Shows the desk with the file of that path; without one, the last that was open. */
export async function show(root, path) {
  const wanted = path || sessionStorage.getItem("ttdn-draft-file");
  if (!wanted) { goTo("bat-dau"); return; }
  try {
    const opened = await call("mo", { path: wanted });
    if (!root.isConnected) return; // she went elsewhere before the answer came
    sessionStorage.setItem("ttdn-draft-file", wanted);
    desk = new Desk(root, opened);
  } catch (problem) { tellFault(root, problem); }
}

/** Saves before the view goes. */
export async function leave() {
  if (!desk) return true;
  await desk.close();
  desk = null;
  return true;
}

class Desk {
  constructor(root, opened) {
    this.manuscript = new Manuscript(opened);
    Object.assign(this, { root, busy: new Set() });
    this.build();
    this.editor = new Editor($("#ed", root), this.manuscript);
    this.facts = new Facts(this, $("#p-t", root));
    this.saving = new Saving(this.manuscript, (words) => { $("#saved", root).textContent = words; }, $("#unsaved", root), () => this.owes());
    this.looking = new Looking(this.manuscript, this.editor, (problem) => this.unread(problem));
    this.questions = new Questions(this, $("#p-h", root));
    this.remarks = new Remarks(this, $("#p-n", root));
    this.pages = new Pages(this, $("#right", root));
    this.toolbar = new Toolbar(this, $("#tool", root));
    this.listen();
    this.refresh();
    this.openAgain();
  }

  build() {
    const { manuscript } = this;
    this.root.append(h("div", { id: "unsaved" }), h("div", { class: "desk", id: "desk" },
      h("div", { class: "bar" }, h("h1", { title: manuscript.path, id: "name" }, manuscript.name || manuscript.path), h("span", { id: "state" }),
        h("span", { class: "note", id: "saved" }), button(t("undo"), "s q", () => this.undo(), { id: "undo" }), h("span", { class: "sp" }), this.switch(),
        button(t("draft.off"), "s", () => takeOffDraft(this), { id: "off", "aria-disabled": "true" }),
        button(t("export"), "p s", () => exportWord(this), { id: "export" })),
      h("section", { class: "pane l", "aria-label": t("left") }, this.tabs(), TABS.map(([name], at) =>
        h("div", { class: "sc", id: `p-${name}`, role: "tabpanel", "aria-labelledby": `t-${name}`, tabindex: "0", hidden: at > 0 }))),
      h("section", { class: "pane m", "aria-label": t("desk.text") }, h("div", { class: "tool", id: "tool", role: "toolbar", "aria-label": t("tool") }),
        h("div", { id: "unread" }), h("div", { class: "sc" }, h("div", { class: "ed", id: "ed", lang: "vi" }))),
      h("section", { class: "pane r", id: "right" })));
  }

  switch() {
    const one = (value, words) => button(words, "s", () => this.pick(value), { "data-pick": value, "aria-pressed": value === "" ? "true" : "false" });
    return h("div", { class: "pick", role: "group", "aria-label": t("view") }, one("", t("view.text")), one("pages", t("view.pages")));
  }

  /** On a narrow screen: the text or the pages. */
  pick(value) {
    $("#desk", this.root).classList.toggle("pages", value === "pages");
    for (const one of this.root.querySelectorAll("[data-pick]")) one.setAttribute("aria-pressed", String(one.dataset.pick === value));
    if (value === "pages") this.pages.seen();
  }

  tabs() {
    const one = ([name, word], at) => h("button", { type: "button", role: "tab", id: `t-${name}`, "aria-controls": `p-${name}`,
      "aria-selected": String(at === 0), tabindex: at ? "-1" : "0", on: { click: () => this.tab(name) } }, t(word), " ", h("span", {}));
    const turn = (event) => {
      if (!/^Arrow(Left|Right)$/.test(event.key)) return;
      const at = TABS.findIndex(([name]) => event.target.id === `t-${name}`);
      const next = TABS[(at + (event.key === "ArrowRight" ? 1 : TABS.length - 1)) % TABS.length][0];
      this.tab(next);
      $(`#t-${next}`, this.root).focus();
    };
    return h("div", { class: "tabs", role: "tablist", "aria-label": t("left"), on: { keydown: turn } }, TABS.map(one));
  }

  /** Shows one of the three lists. */
  tab(name) {
    for (const [one] of TABS) {
      const tab = $(`#t-${one}`, this.root);
      tab.setAttribute("aria-selected", String(one === name));
      tab.tabIndex = one === name ? 0 : -1;
      $(`#p-${one}`, this.root).hidden = one !== name;
    }
  }

  listen() {
    const { manuscript, editor } = this;
    manuscript.addEventListener("read", () => this.refresh());
    for (const name of ["typed", "changed"]) manuscript.addEventListener(name, () => this.bar());
    editor.addEventListener("mark", ({ detail }) => this.marked(detail));
    editor.addEventListener("caret", ({ detail }) => this.pages.showBlock(manuscript.block(detail.key)?.number));
    editor.addEventListener("pasted", ({ detail }) => pasted(this, detail));
    this.keys = deskKeys(this);
    document.addEventListener("keydown", this.keys);
    document.addEventListener("reopen", this.reopen = () => location.reload());
  }

  async close() {
    this.keepPlace();
    await this.save();
    this.saving.stop();
    this.looking.stop();
    this.pages.stop();
    document.removeEventListener("keydown", this.keys);
    document.removeEventListener("reopen", this.reopen);
  }

  /** Remembers an answer that is on its way to her text until it has come; gives it back. */
  async during(answer) {
    this.busy.add(answer);
    this.manuscript.tell("waits");
    try { return await answer; } finally {
      this.busy.delete(answer);
      this.manuscript.tell("waits");
    }
  }

  /** Whether something that she typed, answered or wrote into a field is not in her text yet. */
  owes() {
    return this.manuscript.isWaiting || this.busy.size > 0 || this.facts.unsent.size > 0;
  }

  /** Waits until all that she gave is in her text. */
  async settled() {
    this.facts.flush();
    await Promise.allSettled([...this.busy]);
    await this.looking.settled();
  }

  /** Saves her text with all that she gave. */
  async save() {
    await this.settled();
    await this.saving.now();
  }

  refresh() {
    const { doubts, findings } = this.manuscript;
    this.questions.draw();
    this.remarks.draw();
    this.facts.draw();
    $("#t-h span", this.root).textContent = doubts.length;
    $("#t-n span", this.root).textContent = findings.length;
    this.bar();
    this.pages.later();
  }

  /** What the text is about, where it says so; its file name else. */
  title() {
    const { facts, name } = this.manuscript;
    const fact = (key) => facts.find((one) => one.path.length === 1 && one.path[0] === key);
    const kind = fact("loai");
    const words = [kind?.choices.find((one) => one.value === kind.value)?.label, fact("trich_yeu")?.value];
    return words[1] ? words.filter(Boolean).join(" ") : name;
  }

  bar() {
    const { isDraft, doubts, back } = this.manuscript;
    $("#name", this.root).textContent = this.title();
    $("#state", this.root).replaceChildren(tag(t(isDraft ? "state.draft" : "state.final"), isDraft ? "" : "o"));
    const off = $("#off", this.root);
    off.hidden = !isDraft;
    off.setAttribute("aria-disabled", String(doubts.length > 0));
    $("#undo", this.root).setAttribute("aria-disabled", String(!back.length));
  }

  unread(problem) {
    $("#unread", this.root).replaceChildren(...(problem ? [faultBox(problem)] : []));
  }

  /** A click on a doubt or a finding in the text. */
  marked({ doubt, finding, host }) {
    if (doubt) { this.tab("h"); this.questions.choose(doubt, { quiet: true, host }); }
    else if (finding !== undefined) { this.tab("n"); this.remarks.choose(Number(finding)); }
  }

  /** Shows a place of the file in the text and on the page. */
  showPlace(place, block) {
    const key = this.manuscript.blocks.find((one) => one.number === block)?.key ?? this.editor.keyAt(place);
    const host = key === null ? null : this.editor.host(key) || $(`[data-block="${key}"]`, this.root);
    if (host) this.editor.reveal(host);
    this.pages.showBlock(block);
  }

  /** Edits from the program or a button, as one step. */
  edit(edits, words, caret = null) {
    this.manuscript.apply(edits, caret, this.editor.caret());
    if (words) say(words);
  }

  undo(again = false) {
    if (!again && this.editor.waiting.drop()) { say(t("undo.done")); return; }
    const step = again ? this.manuscript.redo() : this.manuscript.undo();
    if (!step) { say(t(again ? "redo.none" : "undo.none")); return; }
    const { caret } = step;
    if (caret?.key && this.manuscript.unit(caret.key)) this.editor.restore({ ...caret, exact: true });
    say(t(again ? "redo.done" : "undo.done"));
  }

  /** Keeps where she is, or a place of the file, for Esc and for the next time. */
  keepPlace(place = null) {
    const caret = this.editor.caret();
    if (caret || place !== null) sessionStorage.setItem(`ttdn-draft-at ${this.manuscript.path}`, place ?? caret.place);
    return caret;
  }

  backToText() {
    const place = Number(sessionStorage.getItem(`ttdn-draft-at ${this.manuscript.path}`)) || this.manuscript.blocks[0]?.start || 0;
    this.editor.goToPlace(place);
  }

  /** Puts in what was chosen in the calendar or among the bases. */
  takeHanded() {
    const { words, mark } = takeWords() || {};
    const here = this.editor.caret();
    if (mark) insertMark(this, mark, here);
    else if (words) insertDay(this, words, here);
  }

  openAgain() {
    const kept = this.manuscript.rescued?.text ?? keptAside(this.manuscript.path);
    if (kept && kept !== this.manuscript.text) {
      const put = () => { this.edit([{ start: 0, end: this.manuscript.text.length, text: kept }], t("aside.taken")); $("#unsaved", this.root).replaceChildren(); };
      $("#unsaved", this.root).replaceChildren(h("div", { class: "msg a notice", role: "status" }, h("h2", {}, t("aside.title")),
        h("p", {}, rich("aside.text")), h("div", { class: "row" }, button(t("aside.take"), "p s", put), button(t("aside.leave"), "s", () => $("#unsaved", this.root).replaceChildren()))));
    }
    const place = Number(sessionStorage.getItem(`ttdn-draft-at ${this.manuscript.path}`));
    if (place) this.editor.goToPlace(place, { scroll: true });
    this.takeHanded();
  }
}
