// What she pastes: words only; lines become blocks, headings of Word or of a web page stay headings.

import { piecesOf } from "./pieces.js";
import { extent, toSource } from "./runs.js";
import { following } from "./shapes.js";
import { guarded } from "./starts.js";

/** Has an editor take what she pastes as words, and cut or copy what is selected once the text is read. */
export function takeClipboard(editor) {
  editor.root.addEventListener("paste", (event) => {
    event.preventDefault();
    const words = event.clipboardData.getData("text/plain").normalize("NFC").replace(/\r\n?/g, "\n").replace(/\u00a0/g, " ");
    const html = event.clipboardData.getData("text/html");
    if (words) editor.whenRead(() => editor.dispatchEvent(new CustomEvent("pasted", { detail: { words, html } })));
  });
  const later = (event) => {
    if (!editor.manuscript.isStale) return;
    event.preventDefault();
    editor.waiting.add(() => document.execCommand(event.type));
  };
  for (const name of ["cut", "copy"]) editor.root.addEventListener(name, later);
}

const HEADING = { H1: "# ", H2: "## ", H3: "### ", H4: "#### " };

/** The lines of a pasted page that are headings, with their marks. */
function headings(html) {
  if (!html) return new Map();
  const page = new DOMParser().parseFromString(html, "text/html");
  return new Map([...page.querySelectorAll("h1, h2, h3, h4")].map((one) => [one.textContent.trim().replace(/\s+/g, " "), HEADING[one.tagName]]));
}

/** A pasted line as it stands in the file, in a paragraph or behind the mark of an item. */
const escaped = (words, kind = "paragraph") => guarded(piecesOf(words), kind, 0, words.length).map((piece) => piece.src).join("");
const kindOf = (between) => (between.trim() ? "item" : "paragraph");

/** Puts pasted words where she stands. */
export function pasted(desk, { words, html }) {
  const { editor, manuscript } = desk;
  const caret = editor.caret();
  if (!caret) return;
  const lines = words.split(/\n+/).map((line) => line.trim()).filter(Boolean);
  if (lines.length < 2 || manuscript.isCell(caret.key)) { editor.insert(lines.length < 2 ? words.replace(/\n/g, " ") : lines.join(" ")); return; }
  const marks = headings(html);
  const unit = manuscript.block(caret.key);
  if (unit.ghost || !unit.runs.length) { pasteBlocks(desk, unit.at ?? extent(manuscript.text, unit)[1], unit.before || "", lines, marks); return; }
  const [start, end] = [toSource(unit, caret.from), toSource(unit, caret.to)];
  const { between } = following(manuscript.text, unit);
  const rest = lines.slice(1).map((line) => block(line, marks, between)).join("");
  const text = escaped(lines[0]) + rest;
  desk.edit([{ start, end, text }], "", start + text.length);
}

const block = (line, marks, between) => {
  const mark = marks.get(line.replace(/\s+/g, " "));
  const lead = between.startsWith("\n\n") ? "\n\n" : between;
  return mark ? `\n\n${mark}${escaped(line, "heading")}` : `${lead}${escaped(line, kindOf(lead))}`;
};

function pasteBlocks(desk, at, before, lines, marks) {
  const between = before || "\n\n";
  const first = marks.get(lines[0].replace(/\s+/g, " "));
  const text = (first ? `\n\n${first}` : before) + escaped(lines[0], first ? "heading" : kindOf(before)) + lines.slice(1).map((line) => block(line, marks, between)).join("");
  desk.edit([{ start: at, end: at, text }], "", at + text.length);
}
