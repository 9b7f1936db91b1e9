// What the text still asks her: one doubt or gap is one question, the most important first.

import { call } from "./call.js";
import { $, button, h, newId, putRows, say } from "./dom.js";
import { doubtIn, select } from "./blocks.js";
import { faultBox } from "./faults.js";
import { endOfDraft, lackList, takeOffDraft } from "./exporting.js";
import { shown } from "./runs.js";
import { rich, t } from "./words.js";

const MOST = 40; // letters of an answer in a toast

/** Words cut behind a word, with a sign that more follows. */
const shortened = (words) => (words.length > MOST ? `${words.slice(0, MOST).replace(/\s+\S*$/, "")}…` : words);

/** The list of questions of a desk in `root`. */
export class Questions {
  constructor(desk, root) {
    const list = h("ul", { class: "ql" });
    Object.assign(this, { desk, root, list, current: null, most: 0, editing: false, sent: false });
    root.replaceChildren(h("div"), h("div"), list);
    root.addEventListener("keydown", (event) => {
      if (!event.target.matches("#question h2")) return;
      if (event.key === "Enter") { event.preventDefault(); this.answer(); }
      else if (event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey) this.begin();
    });
  }

  get all() {
    return [...this.desk.manuscript.doubts].sort((one, other) => one.rank - other.rank);
  }

  get doubt() {
    return this.all.find((one) => one.id === this.current);
  }

  draw() {
    const { all } = this;
    this.sent = false;
    this.most = Math.max(this.most, all.length);
    if (!this.doubt) { this.current = all[0]?.id ?? null; this.editing = false; }
    this.drawParts(all);
    this.light();
  }

  /** Draws the card only where it is another one or says something else: she may be writing in it. */
  drawParts(all) {
    const { doubt } = this;
    const isPlace = (name) => name === "start" || name === "end";
    const sign = doubt && JSON.stringify([doubt, this.editing, doubt.places.map((one) => this.nameOf(one))], (name, value) => (isPlace(name) ? undefined : value));
    this.root.firstChild.replaceWith(this.progress(all));
    if (doubt && sign === this.sign) $(".told", this.root).replaceChildren();
    else this.drawCard();
    putRows(this.list, this.rows(all));
    this.sign = sign;
  }

  drawCard() {
    const kept = this.root.contains(document.activeElement) ? { id: document.activeElement.id, value: document.activeElement.value } : null;
    const typed = $("#answer", this.root)?.value;
    const same = this.drawn === this.current;
    this.drawn = this.current;
    this.root.children[1].replaceWith(this.doubt ? this.card(this.doubt) : this.done());
    const field = $("#answer", this.root);
    this.ahead = Boolean(field && !same && this.onward && typed); // she types the next answer already
    if (field && (this.ahead || (same && typed !== undefined))) field.value = typed;
    if (kept?.id) document.getElementById(kept.id)?.focus();
  }

  progress(all) {
    const places = all.reduce((sum, one) => sum + one.places.length, 0);
    const share = this.most ? Math.round(((this.most - all.length) / this.most) * 100) : 100;
    const bar = h("i", { style: { width: `${share}%` } });
    return h("div", { class: "prog" },
      h("p", {}, all.length ? rich("questions.left", { n: all.length, places }) : t("questions.none"), " ", all.length ? t("questions.once") : ""),
      this.most ? h("div", { class: "meter", role: "progressbar", "aria-label": t("questions.answered"), "aria-valuemin": 0, "aria-valuemax": this.most,
        "aria-valuenow": this.most - all.length }, bar) : null);
  }

  done() {
    const { isDraft } = this.desk.manuscript;
    const next = h("div", {}, h("p", {}, t(isDraft ? "questions.none.text" : "questions.final")));
    if (isDraft) this.tellLacks(next);
    return h("div", { class: "msg o" }, h("h2", {}, t("questions.none")), next, this.remarksLeft(),
      isDraft ? button(t("draft.off"), "p s", () => takeOffDraft(this.desk)) : null);
  }

  /** What no question asks and a signed text must have, such as its day, stands in the place of the way on. */
  async tellLacks(box) {
    const { lacking } = await endOfDraft(this.desk).catch(() => ({ lacking: [] }));
    if (!lacking.length) return;
    box.replaceChildren(h("p", {}, t("draft.lacks")), lackList(lacking), h("p", {}, button(t("remarks.show"), "s", () => this.desk.remarks.show(lacking[0]))));
  }

  /** Remarks do not keep a text from being signed; that there are some is said here. */
  remarksLeft() {
    const n = this.desk.manuscript.findings.filter((one) => one.level !== "info").length;
    return n ? h("p", {}, rich("questions.remarks", { n }), " ", button(t("remarks.see"), "link", () => { this.desk.tab("n"); $("#t-n", this.desk.root).focus(); })) : null;
  }

  card(doubt) {
    const isGap = doubt.kind === "gap";
    const id = newId();
    const form = h("form", { class: "card", id: "question", "aria-labelledby": id, on: { submit: (event) => { event.preventDefault(); this.answer(); } } },
      h("h2", { tabindex: "-1", id }, doubt.question || doubt.value),
      isGap ? this.input(doubt.offered, t("questions.fill")) : h("span", { class: "val", lang: "vi" }, doubt.value),
      h("p", { class: "src" }, h("b", {}, t("source")), " ", doubt.source || t("source.none"), h("br"), h("b", {}, t("questions.at")), " ", t("questions.places", { n: doubt.places.length })),
      this.where(doubt), this.places(doubt), !isGap && this.editing ? this.input(doubt.value, t("questions.into")) : null, h("div", { class: "told" }),
      h("div", { class: "row" }, h("button", { class: "btn p s", type: "submit" }, t(isGap ? "answer.fill" : this.editing ? "answer.use" : "answer.yes")),
        isGap || this.editing ? null : button(t("answer.edit"), "s", () => this.edit()),
        doubt.drop ? button(doubt.places.length > 1 ? t("drop.list.many", { n: doubt.places.length }) : t(`drop.${doubt.drop}`), "s", () => this.drop()) : null,
        button(t("answer.later"), "s q", () => this.step(1))));
    return form;
  }

  /** The places that the one answer goes to, each with the way there. */
  where({ places }) {
    if (places.length < 2) return null;
    const go = (place) => () => (place.block >= 0 ? this.desk.showPlace(place.start, place.block) : this.desk.remarks.show({ field: place.field }));
    const named = new Map();
    for (const place of places) named.set(this.nameOf(place), [...(named.get(this.nameOf(place)) || []), place]);
    const row = ([name, here]) => h("li", {}, button(here.length > 1 ? `${name} (${here.length})` : name, "link", go(here[0])));
    return h("ul", { class: "src where", lang: "vi" }, [...named].map(row));
  }

  /** Under which heading, or as which fact, a place is known to her. */
  nameOf({ block, field }) {
    const { blocks, facts } = this.desk.manuscript;
    if (block < 0) return facts.find((one) => one.path.length && one.path.every((step, at) => field[at] === step))?.title || t("questions.head");
    const above = blocks.filter((one) => one.kind === "heading" && one.number <= block).at(-1);
    return above ? shortened(`${above.label} ${shown(above.runs)}`.trim()) : t("questions.begin");
  }

  /** What the one answer stands for at each place, where it is not the same words everywhere. */
  places({ kind, places }) {
    const words = [...new Set(places.map((one) => one.words).filter(Boolean))];
    if (words.length < 2) return null;
    const isGap = kind === "gap";
    return [h("p", { class: "src" }, t(isGap ? "questions.each.gap" : "questions.each")),
      h("ul", { class: "src", lang: "vi" }, words.map((one) => h("li", {}, isGap ? `${one} …` : one)))];
  }

  /** Where she writes an answer: a long one is seen whole, Enter gives it. */
  input(value, words) {
    const enter = (event) => {
      if (event.key !== "Enter" || event.isComposing) return;
      event.preventDefault();
      this.answer();
    };
    return h("div", { class: "f" }, h("label", { class: "lb", for: "answer" }, words),
      h("textarea", { class: "in", id: "answer", rows: 2, value, autocomplete: "off", lang: "vi", on: { keydown: enter } }));
  }

  /** What is typed on the heading of a question is the answer: the letter goes on into its field. */
  begin() {
    const field = $("#answer", this.root);
    field?.focus();
    if (field && field.value === this.doubt.offered) field.select();
  }

  edit() {
    this.editing = true;
    this.draw();
    $("#answer", this.root).focus();
    $("#answer", this.root).select();
  }

  rows(all) {
    const note = (one) => (one.kind === "gap" ? t("questions.missing") : t("questions.places", { n: one.places.length }));
    const row = (one) => h("li", { "data-row": one.id }, h("button", { type: "button", "data-question": one.id, on: { click: () => this.choose(one.id, { focus: true }) } },
      h("span", {}, one.kind === "gap" ? one.question : one.value || one.question), h("small", {}, note(one))));
    return all.filter((one) => one.id !== this.current).map(row);
  }

  /** Makes a question the current one; the text and the page go to its first place. */
  choose(id, { focus = false, quiet = false, host = null } = {}) {
    if (this.current !== id) this.editing = false;
    this.current = id;
    this.draw();
    if (focus) $("#question h2", this.root)?.focus({ preventScroll: true });
    this.root.scrollTop = 0;
    if (!quiet) this.show();
    else if (this.doubt) this.desk.pages.showBlock(this.doubt.places.find((one) => one.block >= 0)?.block);
    if (host && this.doubt?.kind === "gap") this.selectGap(host);
  }

  /** A click on a gap selects it, so that what is typed stands in its place. */
  selectGap(host) {
    const span = doubtIn(this.desk.manuscript.unit(host.dataset.key), this.current);
    if (span) select(host, ...span);
  }

  show() {
    const place = this.doubt?.places.find((one) => one.block >= 0);
    if (place) this.desk.showPlace(place.start, place.block);
    this.light();
  }

  light() {
    for (const mark of this.desk.root.querySelectorAll("#ed mark")) mark.classList.toggle("cur", mark.dataset.doubt === this.current);
  }

  /** The next question (1) or the one before (-1), from anywhere. */
  step(by) {
    const { all } = this;
    if (!all.length) return;
    const at = all.findIndex((one) => one.id === this.current);
    this.choose(all[(at + by + all.length) % all.length].id, { focus: true });
  }

  /** Sends her answer; the program says what changes in the file. */
  async answer() {
    const { doubt } = this;
    const field = $("#answer", this.root);
    const value = field ? field.value.trim().replace(/\s+/g, " ") : null;
    if (field && !value) { field.focus(); return; }
    const [all, some] = value === null ? ["answer.confirmed", "answer.confirmed.part"] : ["answer.filled", "answer.filled.part"];
    await this.send(doubt, "tra-loi", { value }, ({ filled }) => t(filled < doubt.places.length ? some : all,
      { words: shortened(value ?? doubt.value), n: filled, rest: doubt.places.length - filled }));
  }

  /** The line or the sentence of the question goes, in place of an answer. */
  async drop() {
    const words = t(`drop.${this.doubt.drop}.done`);
    await this.send(this.doubt, "bo-cho", {}, () => words);
  }

  /** One answer at a time: until the text is read again the card is still that of the question before. */
  async send(doubt, ...what) {
    if (this.sent) return;
    this.sent = this.onward = true;
    const field = $("#answer", this.root);
    const given = field?.value;
    if (field) field.value = ""; // what she types from now on is for the next question
    if (await this.desk.during(this.put(doubt, ...what))) return;
    this.sent = this.onward = false;
    if (field) field.value = given;
  }

  /** The program says what the answer changes in the file; where she typed meanwhile it is asked once more. Whether it was put in. */
  async put(doubt, name, more, words) {
    const { text } = this.desk.manuscript;
    try {
      const found = await call(name, { text, doubt: doubt.id, ...more });
      if (text !== this.desk.manuscript.text) return await this.put(doubt, name, more, words);
      this.goOn(doubt);
      this.focusNext();
      this.desk.edit(found.edits, words(found));
      if (!found.edits.length) this.draw();
      return true;
    } catch (problem) { $(".told", this.root)?.replaceChildren(faultBox(problem)); return false; }
  }

  /** The question behind an answered one is the current one, unless she chose another meanwhile. */
  goOn({ id }) {
    if (this.current !== id) return;
    const { all } = this;
    const next = all[(all.findIndex((one) => one.id === id) + 1) % all.length];
    this.current = next && next.id !== id ? next.id : null;
    this.editing = false;
  }

  /** After the next reading the focus goes to the heading of the next question, unless she went elsewhere meanwhile. */
  focusNext() {
    this.desk.manuscript.addEventListener("read", () => setTimeout(() => {
      const here = document.activeElement;
      this.onward = false;
      if (here !== document.body && !this.root.contains(here)) return;
      this.root.scrollTop = 0;
      if (!this.ahead) ($("#question h2", this.root) || $("#t-h", this.desk.root)).focus({ preventScroll: true });
      this.show();
    }), { once: true });
  }
}
