// The few buttons that the text has: levels, dashes, bases, days, notes, tables.

import { button, dialog, field, h, say } from "./dom.js";
import { extent, shown, toSource } from "./runs.js";
import { releveled, reshaped, shapeOf } from "./shapes.js";
import { openPanel } from "./panel.js";
import { tableTools, newTable } from "./tables.js";
import { piecesOf } from "./pieces.js";
import { t } from "./words.js";

/** The row of buttons of a desk in `root`. */
export class Toolbar {
  constructor(desk, root) {
    this.desk = desk;
    const on = (act) => ({ mousedown: (event) => event.preventDefault(), click: () => desk.editor.whenRead(act) });
    const one = (word, act, title) => h("button", { type: "button", title, on: on(act) }, t(word));
    const letter = (sign, word, act, keys) => h("button", { type: "button", class: word.slice(5), "aria-label": t(word), title: `${t(word)} (${keys})`, on: on(act) }, sign);
    root.append(one("tool.heading", () => this.shape("heading1"), "Ctrl+Alt+1"), one("tool.sub", () => this.shape("heading2"), "Ctrl+Alt+2"),
      one("tool.dash", () => this.shape("dash"), t("tool.dash.title")), h("span", { class: "sep" }),
      one("tool.cite", () => openPanel(desk, "cite")), one("tool.day", () => openPanel(desk, "calendar")),
      one("tool.note", () => this.note()), one("tool.table", () => newTable(desk)), h("span", { class: "sep" }),
      letter("B", "tool.bold", () => this.format("bold"), "Ctrl+B"), letter("I", "tool.italic", () => this.format("italic"), "Ctrl+I"), tableTools(desk));
  }

  /** The block in which she is or was last. */
  block() {
    const key = this.desk.editor.here;
    return key === undefined ? null : this.desk.manuscript.block(key);
  }

  /** Makes the block a heading or an item; again, a plain paragraph. */
  shape(name) {
    const block = this.block();
    if (!block || block.kind === "table" || block.kind === "note") { say(t("tool.nowhere")); return; }
    const { manuscript, editor } = this.desk;
    if (block.ghost) { this.reshapeGhost(block, name); return; }
    const caret = editor.caret();
    const edit = reshaped(manuscript.text, block, name);
    const moved = (caret?.place ?? edit.end) + edit.text.length - (edit.end - edit.start);
    this.desk.edit([edit], "", moved);
  }

  reshapeGhost(block, name) {
    const { manuscript, editor } = this.desk;
    const { mark, ...shape } = shapeOf(name);
    manuscript.put(block.key, { ...shape, before: block.before.replace(/[^\n]*$/, "").padStart(block.at ? 2 : 0, "\n") + mark });
    editor.render(null);
    editor.focusAt(block.key, 0);
  }

  level(by) {
    const block = this.block();
    const { manuscript, editor } = this.desk;
    const edit = block && !block.ghost && releveled(manuscript.text, block, by);
    if (!edit) { say(t("tool.level.none")); return; }
    const caret = editor.caret();
    this.desk.edit([edit], "", (caret?.place ?? edit.end) + edit.text.length - (edit.end - edit.start));
  }

  format(name) {
    const caret = this.desk.editor.caret();
    if (!caret || caret.from === caret.to) { say(t("tool.select")); return; }
    this.desk.manuscript.format(caret.key, caret.from, caret.to, name, caret);
  }

  /** Where an insertion goes in the file: where she stands or stood last. */
  place() {
    const caret = this.desk.editor.caret();
    if (caret) return caret.place;
    const block = this.block();
    return block ? extent(this.desk.manuscript.text, block)[1] : null;
  }

  note() {
    const { manuscript, editor } = this.desk;
    const block = this.block();
    const caret = editor.caret();
    if (!block || block.ghost || block.kind === "note" || block.kind === "table") { say(t("tool.nowhere")); return; }
    const at = caret ? caret.place : toSource(block, shown(block.runs).length);
    const words = h("textarea", { rows: 3, lang: "vi" });
    const put = (event) => {
      event.preventDefault();
      const text = words.value.trim().replace(/\s+/g, " ");
      if (!text) { words.focus(); return; }
      box.close();
      const edits = noteEdits(manuscript.text, at, text);
      this.desk.edit(edits, t("tool.note.done"), at + edits[0].text.split("\n")[0].length);
    };
    const form = h("form", { on: { submit: put } }, field(t("tool.note.words"), words),
      h("div", { class: "row" }, h("button", { type: "submit", class: "btn p s" }, t("tool.note.put")), button(t("close"), "q s", () => box.close())));
    const box = dialog(t("tool.note"), form);
    words.focus();
  }
}

/** The mark of a note where she stands, and its words at the end of the text. */
function noteEdits(text, at, words) {
  const used = new Set([...text.matchAll(/\[\^([^\]\s]+)\]/g)].map((found) => found[1]));
  let number = 1;
  while (used.has(String(number))) number += 1;
  const end = Math.max(text.trimEnd().length, at);
  const mark = `[^${number}]`;
  const note = `\n\n${mark}: ${piecesOf(words).map((piece) => piece.src).join("")}`;
  if (at === end) return [{ start: at, end, text: mark + note }];
  return [{ start: at, end: at, text: mark }, { start: end, end, text: note }];
}
