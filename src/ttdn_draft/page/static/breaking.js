// Enter, Backspace and Delete where blocks meet: blocks are parted, joined, begun and ended.

import { extent, shown } from "./runs.js";
import { following, markOf } from "./shapes.js";

const STEPS = { Word: "word", SoftLine: "lineboundary", HardLine: "lineboundary" };

/** Backspace at the beginning and Delete at the end of a block make one of two; whether it was there. */
export function deleteAtEdge(editor, kind) {
  const { key, from, to } = editor.last || {};
  const { blocks } = editor.manuscript;
  const number = blocks.findIndex((block) => String(block.key) === key);
  if (number < 0 || from !== to) return false;
  const back = kind.endsWith("Backward");
  const edge = back ? to === 0 : to === shown(blocks[number].runs).length;
  if (!edge) return false;
  const [first, second] = back ? [blocks[number - 1], blocks[number]] : [blocks[number], blocks[number + 1]];
  if (first && second) joinBlocks(editor, first, second, back);
  return true;
}

/** Deletes as the browser would by that kind of input (deleteWordBackward …), where its own was held back. */
export function erase(editor, kind) {
  editor.last = editor.caret();
  if (!editor.last || deleteAtEdge(editor, kind)) return;
  if (editor.last.from === editor.last.to) {
    const step = Object.keys(STEPS).find((name) => kind.includes(name));
    getSelection().modify("extend", kind.endsWith("Backward") ? "backward" : "forward", STEPS[step] || "character");
  }
  editor.insert("");
}

function joinBlocks(editor, first, second, back) {
  if (second.ghost || first.ghost) {
    const [ghost, stays] = second.ghost ? [second, first] : [first, second];
    editor.manuscript.dropGhosts(null);
    if (stays !== ghost && editor.host(stays.key)) editor.focusAt(stays.key, second.ghost ? shown(stays.runs).length : 0);
    return;
  }
  if (!first.editable || !second.editable || first.kind === "table" || second.kind === "table" || second.kind === "note") {
    const other = back ? first : second;
    const key = other.cells?.length ? `${other.key}.0.0` : String(other.key);
    editor.focusAt(key, back ? shown(editor.manuscript.unit(key).runs).length : 0);
    return;
  }
  const at = editor.manuscript.join(first.key, second.key, editor.last);
  editor.focusAt(first.key, at);
}

/** Enter: a new block behind, before, or out of the rest of this one. */
export function enter(editor, host) {
  const { key } = host.dataset;
  const { manuscript } = editor;
  if (manuscript.isCell(key)) { nextRow(editor, key); return; }
  const block = manuscript.block(key);
  if (block.ghost) { enterGhost(editor, block); return; }
  if (block.kind === "note") return;
  const { from, to } = editor.last;
  if (from !== to) manuscript.type(key, { from, to, text: "" }, editor.last);
  const unit = manuscript.block(key);
  const shape = following(manuscript.text, unit);
  if (from >= shown(unit.runs).trimEnd().length && unit.runs.length) {
    editor.focusAt(manuscript.addGhost(unit.key, { at: extent(manuscript.text, unit)[1], before: shape.between, ...shape }), 0);
  } else if (from === 0) {
    const mark = markOf(manuscript.text, unit);
    const after = shape.between.startsWith("\n\n") || unit.kind === "heading" ? "\n\n" : "\n";
    const same = unit.kind !== "heading";
    editor.focusAt(manuscript.addGhost(unit.key, { at: unit.start, before: same ? mark : "", after, first: true,
      kind: same ? unit.kind : "paragraph", level: same ? unit.level : 0, label: same ? unit.label : "" }), 0);
  } else editor.focusAt(manuscript.split(unit.key, from, shape, editor.last), 0);
}

/** Enter in an empty item ends the list. */
function enterGhost(editor, block) {
  if (block.kind === "paragraph") return;
  const { manuscript } = editor;
  const place = manuscript.blocks.indexOf(block);
  const before = manuscript.blocks[place - 1];
  manuscript.dropGhosts(null);
  if (before) editor.focusAt(manuscript.addGhost(before.key, { at: block.at, before: "\n\n", kind: "paragraph", level: 0, label: "" }), 0);
}

function nextRow(editor, key) {
  const [block, row, column] = key.split(".").map(Number);
  const below = `${block}.${row + 1}.${column}`;
  if (editor.host(below)) editor.focusAt(below, 0);
}
