// How blocks are marked in the file: what a new block begins with, and what changes its kind.

import { extent } from "./runs.js";

const LETTERS = [..."abcdđeghiklmnopqrstuvxy"];

/** What stands before the words of a block: "- ", "## ", "2. ", "" … */
export const markOf = (text, block) => text.slice(block.start, extent(text, block)[0]);

/** The number or letter that comes next: "2." after "1.", "đ)" after "d)", "1.3." after "1.2.". */
function nextMark(mark) {
  const number = /^(.*?)(\d+)([.)/]+\s*)$/.exec(mark);
  if (number) return `${number[1]}${Number(number[2]) + 1}${number[3]}`;
  const letter = /^([a-zđ])([.)/]\s*)$/.exec(mark);
  if (letter && LETTERS.includes(letter[1])) return `${LETTERS[LETTERS.indexOf(letter[1]) + 1] || letter[1]}${letter[2]}`;
  return mark;
}

const COUNTED = /^((?:\d+\.)*)(\d+)([.)/]+\s*)$/;

/** The edits that count the blocks behind one on or back: those of its level that were counted on from it. */
export function recounted(text, blocks, block, by) {
  const mine = COUNTED.exec(markOf(text, block));
  const edits = [];
  let number = mine ? Number(mine[2]) + (by < 0 ? 1 : 0) : 0;
  for (const one of mine ? blocks.slice(blocks.findIndex((other) => other.key === block.key) + 1) : []) {
    const found = one.ghost ? null : COUNTED.exec(markOf(text, one));
    if (one.kind === "heading" || (found && (found[1] !== mine[1] || one.level < block.level))) break;
    if (!found || one.level !== block.level) continue;
    if (Number(found[2]) !== number) break;
    const start = one.start + found[1].length;
    edits.unshift({ start, end: start + found[2].length, text: String(number + by) });
    number += 1;
  }
  return edits;
}

/** The block that Enter begins behind another: its kind, its label, and what stands between both in the file. */
export function following(text, block) {
  const mark = markOf(text, block);
  const plain = { between: "\n\n", kind: "paragraph", level: 0, label: "" };
  if (block.kind === "heading" || block.kind === "note") return plain;
  if (/^[-+*]\s+$/.test(mark)) return { between: `\n${mark}`, kind: block.kind, level: block.level, label: block.label };
  const next = nextMark(mark);
  if (!mark || next === mark) return plain;
  return { between: `\n\n${next}`, kind: block.kind, level: block.level, label: nextMark(block.label) };
}

const NEW = {
  heading1: { mark: "# ", kind: "heading", level: 1 }, heading2: { mark: "## ", kind: "heading", level: 2 },
  heading3: { mark: "### ", kind: "heading", level: 3 }, dash: { mark: "- ", kind: "item", level: 1 },
  plus: { mark: "+ ", kind: "item", level: 2 }, plain: { mark: "", kind: "paragraph", level: 0 },
};

/** What a block of this shape looks like before the program has read it. */
export const shapeOf = (name) => ({ ...NEW[name], label: NEW[name].kind === "item" ? NEW[name].mark.trim() : "" });

/** The shape that a block has now, "" for one that no button makes. */
function shapeName(text, block) {
  const mark = block.ghost ? block.before.replace(/^\n*/, "") : markOf(text, block);
  return Object.keys(NEW).find((name) => NEW[name].mark.trim() === mark.trim()) || "";
}

/** The edit that gives a block another shape; the same shape again makes it plain. */
export function reshaped(text, block, name) {
  const wanted = shapeName(text, block) === name ? NEW.plain : NEW[name];
  const [start] = extent(text, block);
  const gap = /\n*$/.exec(text.slice(0, block.start))[0].length;
  const needed = wanted.mark || block.start === 0 ? wanted.mark : `${"\n".repeat(Math.max(0, 2 - gap))}`;
  return { start: block.start, end: start, text: needed };
}

const DEEPER = { "#": "##", "##": "###", "###": "####", "-": "+" };

/** The edit that puts a heading or an item one level deeper (1) or higher (-1), or null. */
export function releveled(text, block, by) {
  const [start] = extent(text, block);
  const mark = markOf(text, block).trim();
  const found = by > 0 ? DEEPER[mark] : Object.keys(DEEPER).find((higher) => DEEPER[higher] === mark);
  return found ? { start: block.start, end: start, text: `${found} ` } : null;
}
