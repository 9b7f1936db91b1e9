// The facts of head and foot as a form, made from what the program says of each: title, example, choices, message.

import { Ended, call } from "./call.js";
import { $, button, h, newId } from "./dom.js";
import { faultBox } from "./faults.js";
import { t } from "./words.js";

const QUIET = 500;
const AGAIN = 2000; // until a program that does not answer is asked again
const OF_FILES = /\b[a-z]+_[a-z_]+\b|\b[a-z]+-[a-z]+\b|\b(?:true|keys?|codes?|lists?|commands?)\b|lệnh|khoá|danh sách|(^|\s)[Mm]ã |\[dan/;

/** What helps with a field on a screen: sentences about keys and codes of the file are none of hers. */
const plain = (fact) => t(`facts.help.${fact.path.join(".")}`, {}, "") || (fact.kind === "choice" ? "" : fact.help.split(/(?<=[.;])\s+/).filter((sentence) => !OF_FILES.test(sentence)).join(" ").replace(/;$/, "."));

/** What the file says by a name of its own, chosen when the draft was made: shown only where something is wrong with it. */
const NAMED = ["tinh", "xa", "chuan", "danh_so", "co_chu"];
const isHers = (fact) => !NAMED.includes(fact.path[0]) || fact.message;
const exampleOf = (fact) => t(`facts.example.${fact.path.join(".")}`, {}, fact.example.split("\n")[0]);

/** The form of facts of a desk in `root`. */
export class Facts {
  constructor(desk, root) {
    const long = new Set(['["trich_yeu"]']); // of several lines: an input would join their words
    Object.assign(this, { desk, root, long, soonest: new Map(), unsent: new Set(), line: Promise.resolve() });
    this.form = h("form", { class: "form", on: { submit: (event) => event.preventDefault() } });
    root.append(this.form);
  }

  /** Draws the form anew; the field that she is in stays as she left it. */
  draw() {
    const facts = this.desk.manuscript.facts.filter(isHers);
    for (const { path, value } of facts) if (typeof value === "string" && value.includes("\n")) this.long.add(JSON.stringify(path));
    const shape = JSON.stringify(facts.map((one) => [one.path, one.kind, one.choices, this.long.has(JSON.stringify(one.path))]));
    if (shape !== this.shape) {
      this.shape = shape;
      this.form.replaceChildren(...facts.map((one) => this.field(one)));
    }
    facts.forEach((one, at) => this.update(this.form.children[at], one));
  }

  field(fact) {
    const id = newId();
    const name = JSON.stringify(fact.path);
    if (fact.kind === "group") return h("h2", { "data-fact": name }, fact.title);
    const control = this.control(fact, id);
    return h("div", { class: "f", "data-fact": name }, h("label", { class: "lb", for: id }, fact.title),
      plain(fact) ? h("p", { class: "hint", id: `${id}h` }, plain(fact)) : null, control, h("p", { class: "fault", id: `${id}e`, hidden: true }),
      h("p", { class: "note doubtful", hidden: true }));
  }

  control(fact, id) {
    const given = () => this.given(fact, control);
    const look = { id, class: "in", "aria-describedby": `${plain(fact) ? `${id}h ` : ""}${id}e`, placeholder: fact.example ? t("facts.example", { words: exampleOf(fact) }) : null, lang: "vi", autocomplete: "off" };
    let control;
    if (fact.kind === "choice") {
      const choices = fact.choices.map((one) => h("option", { value: JSON.stringify(one.value) }, one.label));
      control = h("select", { ...look, on: { change: given } }, choices);
    } else if (fact.kind === "list" || fact.kind === "lines" || this.long.has(JSON.stringify(fact.path))) {
      control = h("textarea", { ...look, rows: fact.kind === "text" ? 2 : 4, on: { input: () => this.soon(control, given), change: given } });
    } else {
      control = h("input", { ...look, inputmode: fact.kind === "number" ? "numeric" : null, on: { input: () => this.soon(control, given), change: given } });
    }
    return control;
  }

  update(element, fact) {
    const control = $(".in", element);
    if (!control) return;
    if (document.activeElement !== control && !this.unsent.has(control)) control.value = this.shown(fact);
    const fault = $(".fault", element);
    fault.textContent = fact.message;
    fault.hidden = !fact.message;
    if (fact.message) control.setAttribute("aria-invalid", "true"); else control.removeAttribute("aria-invalid");
    this.doubtful($(".doubtful", element), fact);
  }

  doubtful(note, fact) {
    const doubt = fact.doubt && this.desk.manuscript.doubts.find((one) => one.id === fact.doubt);
    note.hidden = !doubt && !fact.source;
    const go = () => { this.desk.tab("h"); this.desk.questions.choose(fact.doubt, { focus: true }); };
    note.replaceChildren(...(doubt ? [doubt.places.length > 1 ? t("facts.doubt.more", { n: doubt.places.length }) : t("facts.doubt"), " ", button(t("facts.question"), "link", go)] : [fact.source || ""]));
  }

  shown({ kind, value }) {
    if (kind === "choice") return JSON.stringify(value ?? null);
    if (Array.isArray(value)) return value.join("\n");
    return value ?? "";
  }

  soon(control, act, wait = QUIET) {
    this.unsent.add(control);
    this.desk.manuscript.tell("waits");
    clearTimeout(this.soonest.get(control)?.timer);
    this.soonest.set(control, { act, timer: setTimeout(act, wait) });
  }

  /** Sends what would be sent soon. */
  flush() {
    for (const { act } of [...this.soonest.values()]) act();
  }

  /** Takes what she wrote in a field, one field after the other; until it stands in her text the field keeps it. */
  given(fact, control) {
    clearTimeout(this.soonest.get(control)?.timer);
    this.soonest.delete(control);
    this.unsent.add(control);
    this.line = this.line.then(() => this.send(fact, control));
    this.desk.during(this.line);
  }

  valueOf({ kind }, control) {
    const words = control.value.trim();
    const value = kind === "choice" ? JSON.parse(control.value) : kind === "list" || kind === "lines" ? words.split("\n").filter(Boolean) : words;
    return value === "" || value?.length === 0 ? null : value;
  }

  /** Whether a field shows what the program last read. */
  isRead(fact, control) {
    const { isStale, facts } = this.desk.manuscript;
    const now = facts.find((one) => JSON.stringify(one.path) === JSON.stringify(fact.path)) || fact;
    return !isStale && control.value === this.shown(now);
  }

  /** Sends a fact; the program says what changes in the file, once more where her text changed meanwhile. */
  async send(fact, control) {
    const { value: written } = control;
    if (this.isRead(fact, control)) { this.sent(control, written); return; }
    const { text } = this.desk.manuscript;
    try {
      const { edits } = await call("thong-tin", { text, path: fact.path, value: this.valueOf(fact, control) });
      if (text !== this.desk.manuscript.text) { await this.send(fact, control); return; }
      this.sent(control, written);
      this.desk.edit(edits, "");
    } catch (problem) {
      const told = $(".fault", control.parentElement);
      told.hidden = false;
      told.replaceChildren(faultBox(problem).textContent);
      if (!(problem instanceof Ended)) this.sent(control, written);
      else if (control.isConnected) this.soon(control, () => this.given(fact, control), AGAIN);
    }
  }

  /** What was written in a field stands in the file; not where she has written on meanwhile. */
  sent(control, written) {
    if (!this.soonest.has(control) && control.value === written) this.unsent.delete(control);
  }

  /** Puts the focus on the field of a fact. */
  goTo(path) {
    const found = [...this.form.children].filter((one) => {
      const mine = JSON.parse(one.dataset.fact);
      return mine.every((part, at) => path[at] === part) || path.every((part, at) => mine[at] === part);
    }).sort((one, other) => other.dataset.fact.length - one.dataset.fact.length)[0];
    const field = $(".in", found || this.form);
    field?.focus();
    field?.select?.();
  }
}
