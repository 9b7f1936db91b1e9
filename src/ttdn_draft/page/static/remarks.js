// What the program remarks about the text: what is wrong, why, by which clause, and the button that mends it.

import { $, button, h, putRows, say, tag } from "./dom.js";
import { passOver, passedList } from "./passing.js";
import { rich, t } from "./words.js";

/** The number of a message, for a phone call; the name of a rule says nothing to her. */
export const codeOf = ({ id }) => (/^[EWN]\d+$/.test(id) ? h("small", {}, t("remarks.code", { id })) : null);

const LOOK = { error: "e", warning: "a", info: "b" };

/** The list of remarks of a desk in `root`. */
export class Remarks {
  constructor(desk, root) {
    Object.assign(this, { desk, root, current: 0 });
  }

  get all() {
    return this.desk.manuscript.findings;
  }

  draw() {
    const { all } = this;
    if (this.current >= all.length) this.current = 0;
    const focus = this.root.contains(document.activeElement);
    putRows(this.root, [h("div", { class: "prog" }, h("p", { tabindex: "-1" }, all.length ? rich("remarks.left", { n: all.length }) : t("remarks.none"))),
      ...all.map((one, at) => (at === this.current ? this.card(one) : this.row(one, at))), ...passedList(this.desk)]);
    if (focus) ($(".card h2", this.root) || $(".prog p", this.root)).focus({ preventScroll: true });
  }

  row(one, at) {
    return h("div", { class: "ql", "data-row": at + 1 }, h("button", { type: "button", on: { click: () => this.choose(at, { focus: true, show: true }) } },
      h("span", {}, one.title), h("small", {}, t(`level.${one.level}`))));
  }

  card(one) {
    return h("div", { class: `card ${LOOK[one.level]}` }, tag(t(`level.${one.level}`), LOOK[one.level]), h("h2", { tabindex: "-1" }, one.title), this.mended(one),
      h("p", { class: "src" }, one.remedy ? [h("b", {}, t("remarks.do")), " ", one.remedy, h("br")] : null,
        one.clause ? [h("b", {}, t("remarks.by")), " ", one.clause, h("br")] : null, codeOf(one)),
      h("div", { class: "row" }, one.fix ? button(one.fix.label, "p s", () => this.mend(one)) : null,
        this.mendAlike(one), button(t("remarks.show"), one.fix ? "s q" : "p s", () => this.show(one)),
        one.can_pass ? button(t("pass"), "s q", () => passOver(this.desk, one)) : null));
  }

  /** The words before and after, where one edit mends it. */
  mended({ fix }) {
    if (!fix || fix.edits.length !== 1) return null;
    const [{ start, end, text }] = fix.edits;
    const old = this.desk.manuscript.text.slice(start, end);
    if (old.length + text.length > 160 || (!old.trim() && !text.trim())) return null;
    return h("p", { class: "fix", lang: "vi" }, old.trim() ? h("del", {}, old) : null, " ", text.trim() ? h("ins", {}, text) : null);
  }

  choose(at, { focus = false, show = false } = {}) {
    this.current = at;
    this.draw();
    const heading = $(".card h2", this.root);
    if (focus) heading?.focus({ preventScroll: true });
    heading?.scrollIntoView({ block: "nearest" });
    if (show && this.all[at]) this.show(this.all[at]);
  }

  show(one) {
    if (one.field?.length) { this.desk.tab("t"); this.desk.facts.goTo(one.field); } else this.desk.showPlace(one.start, one.block);
  }

  /** Mends by what the program found, in the words as they stand now; not where she has changed them since. */
  mend({ number, fix: { label } }) {
    const { fix } = this.all.find((one) => one.number === number);
    if (fix) this.desk.edit(fix.edits, t("remarks.mended", { words: label })); else say(t("answer.again"));
  }

  /** All that was found by the same rule and has its fix in words that no other mends, with what mends it. */
  alike({ id }) {
    const edits = [];
    const isFree = (edit) => edits.every((other) => edit.end < other.start || other.end < edit.start);
    const count = this.all.filter((one) => one.id === id && one.fix?.edits.every(isFree) && edits.push(...one.fix.edits)).length;
    return { edits, count };
  }

  /** The button that mends all that is alike as one step. */
  mendAlike(one) {
    const { count } = one.fix ? this.alike(one) : { count: 0 };
    const mend = () => {
      const now = this.alike(one);
      if (now.count) this.desk.edit(now.edits, t("remarks.mended.alike", { n: now.count })); else say(t("answer.again"));
    };
    return count > 1 ? button(t("remarks.mend.alike", { n: count }), "s", mend) : null;
  }
}
