// The text on the desk: every block is typed in where it stands; what is typed becomes edits of the manuscript.

import { blockName, draw, offsetIn, readText, select, sign, signOf } from "./blocks.js";
import { deleteAtEdge, enter, erase } from "./breaking.js";
import { $$, h } from "./dom.js";
import { difference, shown, toShown, toSource } from "./runs.js";
import { takeClipboard } from "./pasting.js";
import { arrowMove, caretMove, isCaretMove, tabMove } from "./moving.js";
import { Waiting } from "./waiting.js";
import { t } from "./words.js";

const TAB = "Tab";

/** The editor in `root` over a manuscript. It sends "caret" and "mark" (a click on a doubt or finding) as events. */
export class Editor extends EventTarget {
  constructor(root, manuscript) {
    super();
    Object.assign(this, { root, manuscript, composing: false, late: null, last: null });
    this.waiting = new Waiting(this);
    this.parts = new Map();
    const on = (name, act) => root.addEventListener(name, act.bind(this));
    on("beforeinput", this.before);
    on("input", this.typed);
    on("compositionstart", () => { this.composing = true; if (manuscript.isStale) this.waiting.follow(); });
    on("compositionend", this.composed);
    on("keydown", this.key);
    takeClipboard(this);
    on("drop", (event) => event.preventDefault());
    on("click", this.clicked);
    on("focusin", this.entered);
    manuscript.addEventListener("changed", (event) => this.changed(event.detail || {}));
    manuscript.addEventListener("read", () => this.render());
    this.render();
  }

  host(key) {
    return this.parts.get(String(key));
  }

  /** Where she types: {key, from, to, start and place (of both in the file), trailing}, or null. */
  caret() {
    const host = document.activeElement?.closest?.(".host");
    if (!host || !this.root.contains(host)) return null;
    const selection = getSelection();
    const [a, b] = [offsetIn(host, selection.anchorNode, selection.anchorOffset), offsetIn(host, selection.focusNode, selection.focusOffset)];
    if (a === null || b === null) return { key: host.dataset.key, from: 0, to: 0, start: 0, place: 0, trailing: 0 };
    const { key } = host.dataset;
    const unit = this.manuscript.unit(key);
    const [from, at] = [Math.min(a, b), Math.max(a, b)];
    const trailing = / *$/.exec(readText(host))[0].length;
    return { key, from, to: at, start: unit ? toSource(unit, from) : 0, place: unit ? toSource(unit, at) : 0, trailing };
  }

  /** Draws what differs; the caret stays at its letter. */
  render(caret = this.caret()) {
    if (this.composing) { this.late ??= () => this.render(); return; }
    const { blocks } = this.manuscript;
    const kept = new Set(blocks.map((block) => String(block.key)));
    for (const child of [...this.root.children]) if (!kept.has(child.dataset.block)) this.drop(child);
    let next = this.root.firstElementChild;
    for (const block of blocks) {
      const element = this.parts.get(`b${block.key}`) || this.make(block);
      if (element === next) next = next.nextElementSibling;
      else this.root.insertBefore(element, next);
      this.dress(element, block);
    }
    if (caret) this.restore(caret);
    if (!this.root.querySelector('.host[tabindex="0"]')) this.root.querySelector(".host")?.setAttribute("tabindex", "0");
  }

  drop(element) {
    for (const host of $$(".host", element)) this.parts.delete(host.dataset.key);
    this.parts.delete(`b${element.dataset.block}`);
    element.remove();
  }

  make(block) {
    const element = h("div", { class: "blk", "data-block": block.key });
    this.parts.set(`b${block.key}`, element);
    return element;
  }

  /** Gives the element of a block its class, its label and its hosts. */
  dress(element, block) {
    const isTable = block.kind === "table";
    element.className = `blk ${block.kind} l${block.level || 0}${block.ghost ? " ghost" : ""}${block.editable ? "" : " fixed"}`;
    const shape = isTable ? `t${block.cells.map((row) => row.length).join(",")}` : "p";
    if (element.dataset.shape !== shape) this.build(element, block, shape);
    if (isTable) block.cells.forEach((row, r) => row.forEach((cell, c) => this.fill(`${block.key}.${r}.${c}`, cell, t("block.cell", { row: r + 1, column: c + 1 }))));
    else {
      element.firstChild.textContent = block.label || "";
      this.fill(String(block.key), block, blockName(block));
    }
  }

  build(element, block, shape) {
    for (const host of $$(".host", element)) this.parts.delete(host.dataset.key);
    element.dataset.shape = shape;
    if (shape === "p") element.replaceChildren(h("span", { class: "lab", "aria-hidden": "true" }), this.makeHost(String(block.key), block.editable));
    else {
      const cell = (r) => (one, c) => h(one.header ? "th" : "td", {}, this.makeHost(`${block.key}.${r}.${c}`, block.editable));
      element.replaceChildren(h("table", {}, h("tbody", {}, block.cells.map((row, r) => h("tr", {}, row.map(cell(r)))))));
    }
  }

  makeHost(key, editable) {
    const host = h("div", { class: "host", "data-key": key, spellcheck: "false", tabindex: "-1" });
    if (editable) for (const [name, value] of [["contenteditable", "true"], ["role", "textbox"], ["aria-multiline", "true"]]) host.setAttribute(name, value);
    this.parts.set(key, host);
    return host;
  }

  fill(key, unit, name) {
    const host = this.host(key);
    if (host.getAttribute("contenteditable")) host.setAttribute("aria-label", name);
    const { findings } = this.manuscript;
    if (signOf(host) !== sign(unit, findings) || (!unit.runs.length && !host.firstChild)) draw(host, unit, findings);
  }

  restore(caret) {
    const unit = this.manuscript.unit(caret.key);
    const host = this.host(caret.key);
    if (!unit || !host) { this.goToPlace(caret.place, caret); return; }
    const focused = document.activeElement === host;
    const total = shown(unit.runs).length;
    const now = focused && this.caret();
    if (now && now.from === caret.from && now.to === caret.to && caret.to <= total && caret.place === now.place) return;
    const at = caret.exact ? caret.to : toShown(unit, caret.place);
    const same = caret.to <= total && (caret.exact || at === caret.to);
    if (!focused) host.focus({ preventScroll: true });
    const from = caret.from === caret.to ? at : Math.min(at, toShown(unit, caret.start));
    select(host, same ? caret.from : from, same ? caret.to : at);
  }

  /** Puts the caret where a place of the file is shown. */
  goToPlace(place, { scroll = false, whole = false } = {}) {
    const key = this.keyAt(place);
    if (key === null) return;
    if (whole) { this.focusAt(key, 0, shown(this.manuscript.unit(key).runs).length); return; }
    const host = this.host(key);
    host.focus({ preventScroll: !scroll });
    select(host, toShown(this.manuscript.unit(key), place));
    if (scroll) this.reveal(host);
  }

  keyAt(place) {
    const { blocks } = this.manuscript;
    const block = blocks.find((one) => place <= one.end && !one.ghost) || blocks.at(-1);
    if (!block) return null;
    if (!block.cells?.length) return String(block.key);
    const cells = block.cells.flatMap((row, r) => row.map((cell, c) => [cell, `${block.key}.${r}.${c}`]));
    return (cells.find(([cell]) => place <= cell.end) || cells.at(-1))[1];
  }

  /** Scrolls the text, and nothing else, to an element. */
  reveal(element) {
    const box = this.root.closest(".sc");
    const [at, frame] = [element.getBoundingClientRect(), box.getBoundingClientRect()];
    if (at.top < frame.top + 8 || at.bottom > frame.bottom - 8) box.scrollTop += at.top - frame.top - frame.height / 3;
  }

  before(event) {
    const host = event.target.closest(".host");
    const kind = event.inputType;
    this.last = this.caret();
    if (this.manuscript.isStale && !this.composing) { event.preventDefault(); this.wait(kind, event); return; }
    if (kind === "insertParagraph") { event.preventDefault(); enter(this, host); }
    else if (kind.startsWith("history")) event.preventDefault();
    else if (kind.startsWith("format")) event.preventDefault();
    else if (kind === "insertFromPaste" || kind === "insertFromDrop") event.preventDefault();
    else if (kind.startsWith("delete") && deleteAtEdge(this, kind)) event.preventDefault();
  }

  /** What she types before the text is read waits for it. */
  wait(kind, { data }) {
    if (kind === "insertParagraph") this.waiting.add(() => this.breakLine());
    else if (kind === "insertLineBreak") this.waiting.add(() => this.insert("\n"));
    else if (kind.startsWith("delete")) this.waiting.add(() => erase(this, kind));
    else if (kind === "insertText" && data) this.waiting.add(() => this.insert(data));
  }

  /** Does something now, or once the text is read that the program just changed. */
  whenRead(act) {
    if (this.manuscript.isStale) this.waiting.add(act); else act();
  }

  breakLine() {
    this.last = this.caret();
    if (this.last) enter(this, this.host(this.last.key));
  }

  focusAt(key, at, to = at) {
    const host = this.host(key);
    host.focus({ preventScroll: true });
    select(host, at, to);
    this.reveal(host);
  }

  typed(event) {
    const host = event.target.closest(".host");
    if (!host) return;
    const { key } = host.dataset;
    if (this.manuscript.isStale || !this.manuscript.unit(key)) return;
    const selection = getSelection();
    const at = this.write(key, readText(host), offsetIn(host, selection.focusNode, selection.focusOffset), this.last);
    if (this.composing || event.isComposing) return;
    this.tidyHost(key, at);
  }

  /** Writes what a unit shows by now, with the caret behind so many of its letters; gives the caret's place among them. */
  write(key, written, caret, last) {
    const at = written.slice(0, caret ?? written.length).normalize("NFC").length;
    const change = difference(shown(this.manuscript.unit(key).runs), written.normalize("NFC"), at);
    change.text = change.text.replace(/\u00a0/g, " ");
    if (change.from !== change.to || change.text) this.manuscript.type(key, change, last);
    return at;
  }

  /** Draws the unit being typed in anew where the browser left it otherwise than it should look. */
  tidyHost(key, at) {
    const host = this.host(key);
    const unit = this.manuscript.unit(key);
    if (!host || !unit || signOf(host) === sign(unit, this.manuscript.findings)) return;
    draw(host, unit, this.manuscript.findings);
    select(host, Math.min(at, shown(unit.runs).length));
  }

  composed(event) {
    this.composing = false;
    const late = this.late;
    this.late = null;
    if (this.manuscript.isStale) this.waiting.addComposed(event.target.closest(".host"));
    else this.typed(event);
    if (late) late();
  }

  /** Takes what the program read; while a letter is being composed it waits. */
  take(look, revision) {
    if (this.composing) { this.late = () => this.take(look, revision); return; }
    if (revision !== this.manuscript.revision) return;
    const caret = this.manuscript.isStale ? this.waiting.where() : this.caret();
    this.manuscript.adopt(look, caret && caret.key ? caret : null);
    if (caret) this.restore(caret);
    this.waiting.go();
  }

  changed({ caret, stale, again }) {
    if (stale) this.waiting.begin(Number.isInteger(caret) ? { place: caret } : caret);
    else if (!again) this.render({ ...this.caret(), exact: true });
    else { this.waiting.drop(); this.render(null); }
  }

  /** Types words where she stands. */
  insert(words) {
    const caret = this.caret();
    if (!caret) return;
    const before = shown(this.manuscript.unit(caret.key).runs);
    const at = this.write(caret.key, before.slice(0, caret.from) + words + before.slice(caret.to), caret.from + words.length, caret);
    this.render(null);
    this.focusAt(caret.key, at);
  }

  key(event) {
    if (event.isComposing || this.composing) return;
    const isTab = event.key === TAB && !event.ctrlKey && !event.altKey;
    const { key, shiftKey, ctrlKey } = event;
    if (this.manuscript.isStale && (isTab || isCaretMove(event))) {
      event.preventDefault();
      this.waiting.add(() => (isTab ? tabMove(this, shiftKey) : caretMove(this, { key, shiftKey, ctrlKey })));
    } else if (isTab ? tabMove(this, event.shiftKey) : arrowMove(this, event)) event.preventDefault();
  }

  clicked(event) {
    const mark = event.target.closest("[data-doubt], [data-finding]");
    if (mark) this.dispatchEvent(new CustomEvent("mark", { detail: { doubt: mark.dataset.doubt, finding: mark.dataset.finding, host: mark.closest(".host") } }));
    const host = event.target.closest(".host");
    if (host) this.dispatchEvent(new CustomEvent("caret", { detail: { key: host.dataset.key } }));
  }

  entered(event) {
    const host = event.target.closest(".host");
    if (!host) return;
    for (const one of $$('.host[tabindex="0"]', this.root)) one.setAttribute("tabindex", "-1");
    host.setAttribute("tabindex", "0");
    this.here = host.dataset.key;
    const block = this.manuscript.block(this.here);
    if (!block?.ghost) setTimeout(() => { if (this.here !== null && !this.composing) this.manuscript.dropGhosts(Number.parseInt(this.here, 10)); });
  }
}
