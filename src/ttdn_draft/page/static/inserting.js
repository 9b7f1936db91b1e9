// What the panels, the calendar and the bases put into her text.

import { piecesOf } from "./pieces.js";
import { extent } from "./runs.js";
import { following, markOf } from "./shapes.js";
import { say } from "./dom.js";
import { t } from "./words.js";

const escaped = (words) => piecesOf(words).map((piece) => piece.src).join("");

/** The block where she stood, or the last one of the text. */
function blockAt(desk, here) {
  const { manuscript } = desk;
  const found = here && manuscript.block(here.key);
  return found || manuscript.blocks.filter((one) => one.kind !== "note" && one.editable && one.kind !== "table").at(-1);
}

/** Puts the mark of a citation where she stood; gives the place of the file behind it, or null. */
export function insertMark(desk, mark, here) {
  const { manuscript } = desk;
  const block = blockAt(desk, here);
  if (!block) { say(t("tool.nowhere")); return null; }
  const at = here && !block.ghost ? here.place : extent(manuscript.text, block)[1];
  const before = manuscript.text[at - 1];
  const gap = before && !/[\s(]/.test(before) && !block.ghost && block.runs.length ? " " : "";
  const text = block.ghost ? block.before + mark + block.after : gap + mark;
  const place = at + text.length - (block.ghost ? block.after.length : 0);
  desk.edit([{ start: at, end: at, text }], t("inserted"), place);
  return place;
}

/** Puts an anniversary behind the block where she stood, as an item of the same kind; gives the place behind it. */
export function insertDay(desk, words, here) {
  const { manuscript } = desk;
  const block = blockAt(desk, here);
  if (!block) { say(t("tool.nowhere")); return null; }
  const [, end] = extent(manuscript.text, block);
  if (block.ghost || !block.runs.length) {
    const text = (block.ghost ? block.before : "") + escaped(words) + (block.ghost ? block.after : "");
    desk.edit([{ start: end, end, text }], t("inserted"), end + text.length);
    return end + text.length;
  }
  const isItem = /^[-+*]\s/.test(markOf(manuscript.text, block));
  const text = `${isItem ? following(manuscript.text, block).between : "\n\n- "}${escaped(words)}.`;
  desk.edit([{ start: end, end, text }], t("inserted"), end + text.length);
  return end + text.length;
}
