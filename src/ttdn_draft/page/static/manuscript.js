// Her text while it is open: the text of the file, its blocks as she sees them, and every step back and forth.
//
// Typing is worked out here at once; the program reads the text again after a pause (`adopt`) and has the last word.

import { recounted } from "./shapes.js";
import { t } from "./words.js";
import { piecesOf, writeOut } from "./pieces.js";
import { guarded } from "./starts.js";
import { editFor, extent, formatted, halves, shown, smallest } from "./runs.js";

const STEPS = 300;
const PAUSE = 1200;
let lastKey = 0;
const newKey = () => (lastKey += 1);

const moved = (place, edit) => {
  if (place <= edit.start) return place;
  return place >= edit.end ? place + edit.text.length - (edit.end - edit.start) : edit.start + edit.text.length;
};
const movedStart = (place, edit) => (place === edit.start && edit.start === edit.end ? place + edit.text.length : moved(place, edit));

function movedRuns(runs, edit) {
  return runs.map((run) => ({ ...run, start: movedStart(run.start, edit), end: moved(run.end, edit) }));
}

function movedBlock(block, edit) {
  if (block.end < edit.start) return block;
  const cells = block.cells?.map((row) => row.map((cell) => ({
    ...cell, start: moved(cell.start, edit), end: moved(cell.end, edit), runs: movedRuns(cell.runs, edit) })));
  return { ...block, start: movedStart(block.start, edit), end: moved(block.end, edit), at: block.at && moved(block.at, edit),
    runs: movedRuns(block.runs, edit), cells };
}

const movedPlace = (thing, edit) => ({ ...thing, start: moved(thing.start, edit), end: moved(thing.end, edit) });
const meets = (one, edit) => one.start < edit.end && edit.start < one.end;

/** A finding behind an edit; what mends it moves along, or goes where she wrote in those words herself. */
const movedFinding = (one, edit) => ({ ...movedPlace(one, edit),
  fix: one.fix && !one.fix.edits.some((other) => meets(other, edit)) ? { ...one.fix, edits: one.fix.edits.map((other) => movedPlace(other, edit)) } : null });

/** Where the head of a text ends. */
const headOf = (text) => (text.startsWith("---") ? text.indexOf("\n---", 3) : -1);

/** A run whose letters stand one by one in the file but for some (a line end shown as a blank), cut at those. */
function cut(run, source) {
  const written = source.slice(run.start, run.end);
  if (!run.raw || run.note || run.cited || run.doubt || written.length !== run.text.length || written.length < 2) return [run];
  const parts = [];
  for (let at = 0; at < written.length; at += 1) {
    const same = written[at] === run.text[at];
    const last = parts.at(-1);
    if (last && last.raw === !same && same) { last.text += run.text[at]; last.end += 1; }
    else parts.push({ ...run, text: run.text[at], raw: !same, start: run.start + at, end: run.start + at + 1 });
  }
  return parts;
}

/** The blocks that the program read, with the numbers of their notes and their gaps marked as such. */
function named({ blocks, doubts }, source) {
  const gaps = new Set(doubts.filter((one) => one.kind === "gap").map((one) => one.id));
  const places = new Map(doubts.map((one) => [one.id, one.places.length]));
  const numbers = new Map();
  const run = (one) => {
    if (one.note && !numbers.has(one.note)) numbers.set(one.note, String(numbers.size + 1));
    return cut({ ...one, gap: gaps.has(one.doubt), places: places.get(one.doubt), text: one.note ? numbers.get(one.note) : one.text }, source);
  };
  const placed = (block) => ({ ...block, editable: false, runs: [{ text: t("block.placed"), start: block.start, end: block.end, raw: true }] });
  return blocks.map((one) => (one.kind === "other" ? placed(one) : one)).map((block) => ({ ...block, runs: block.runs.flatMap(run),
    cells: block.cells?.map((row) => row.map((cell) => ({ ...cell, runs: cell.runs.flatMap(run) }))),
    label: block.kind === "note" ? numbers.get(block.label.slice(2, -1)) || block.label : block.label }));
}

/** A text that is open on the desk. It sends "typed", "changed" (blocks), "read" (the program read it) as events. */
export class Manuscript extends EventTarget {
  constructor({ path, name, text, phien_ban: version, saved, look, rescued }) {
    super();
    Object.assign(this, { path, name, text, version, saved, rescued, blocks: [], doubts: [], findings: [], facts: [], counts: {} });
    Object.assign(this, { revision: 0, savedRevision: 0, isStale: false, isWaiting: false, back: [], forth: [], group: null, followed: [] });
    this.adopt(look, null);
  }

  tell(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }

  /** The block of a key, or the block that holds the cell of a key. */
  block(key) {
    return this.blocks.find((block) => block.key === Number.parseInt(key, 10));
  }

  /** What is typed in under a key: a block, or a cell of a table ("12.0.1"). */
  unit(key) {
    const block = this.block(key);
    const [, row, column] = String(key).split(".").map(Number);
    return row === undefined ? block : block?.cells?.[row]?.[column];
  }

  /** Whether a unit is a cell. */
  isCell(key) {
    return String(key).includes(".");
  }

  keep(caret, group) {
    const now = Date.now();
    const goesOn = group && this.group && this.group.name === group && now - this.group.at < PAUSE;
    this.group = group ? { name: group, at: now } : null;
    this.forth = [];
    if (goesOn) return;
    this.back.push({ text: this.text, blocks: this.blocks, isStale: this.isStale, caret });
    if (this.back.length > STEPS) this.back.shift();
  }

  /** Writes one edit into the text and moves all places behind it. */
  write(edit) {
    this.text = this.text.slice(0, edit.start) + edit.text + this.text.slice(edit.end);
    this.blocks = this.blocks.map((block) => movedBlock(block, edit));
    this.carry(edit);
  }

  /** Moves what the program found, and where she stands, along with an edit. */
  carry(edit) {
    this.doubts = this.doubts.map((doubt) => ({ ...doubt, places: doubt.places.map((place) => movedPlace(place, edit)) }));
    this.findings = this.findings.map((finding) => movedFinding(finding, edit));
    for (const spot of this.followed) for (const name of ["start", "place"]) if (name in spot) spot[name] = moved(spot[name], edit);
    this.revision += 1;
  }

  /** A spot {place, start} of the file whose places move with what is written before them; the last few are kept. */
  follow(spot) {
    this.followed = [...this.followed.slice(-STEPS), spot];
    return spot;
  }

  put(key, fresh) {
    const [number, row, column] = String(key).split(".").map(Number);
    this.blocks = this.blocks.map((block) => {
      if (block.key !== number) return block;
      if (row === undefined) return { ...block, ...fresh };
      const cells = block.cells.map((line, r) => line.map((cell, c) => (r === row && c === column ? { ...cell, ...fresh } : cell)));
      return { ...block, cells };
    });
  }

  /** What she typed in a unit: a change of what she sees. */
  type(key, change, caret) {
    const unit = this.unit(key);
    this.keep(caret, `typing ${key}`);
    if (unit.ghost) this.fillGhost(unit, change);
    else {
      const { edit, runs, at } = editFor(this.text, unit, change, this.isCell(key));
      this.write(edit);
      this.putRuns(key, unit, edit, runs, at);
    }
    this.tell("typed");
  }

  putRuns(key, unit, edit, runs, at) {
    const grown = edit.text.length - (edit.end - edit.start);
    this.put(key, { runs, at: runs.length ? undefined : at, start: unit.start, end: unit.end + grown });
  }

  fillGhost(ghost, change) {
    const before = this.text.slice(0, ghost.at);
    const lead = ghost.before;
    const pieces = guarded(piecesOf(change.text, false), ghost.kind, 0, change.text.length);
    const { src, runs } = writeOut(pieces, before.length + lead.length);
    const blank = /^\n*/.exec(lead)[0].length;
    this.write({ start: ghost.at, end: ghost.at, text: lead + src + ghost.after });
    const start = before.length + blank;
    this.put(ghost.key, { ghost: false, at: undefined, start, end: before.length + lead.length + src.length, runs });
    this.count(this.block(ghost.key), 1);
  }

  /** Bold or italic on or off. */
  format(key, from, to, name, caret) {
    const unit = this.unit(key);
    this.keep(caret, null);
    const { edit, runs, at } = formatted(this.text, unit, from, to, name);
    this.write(edit);
    this.putRuns(key, unit, edit, runs, at);
    this.tell("changed");
  }

  /** Edits from the program, a button or a paste, all one step; `caret` is where it stands afterwards, in the file. */
  apply(edits, caret, before = null) {
    if (!edits.length) return;
    this.keep(before, null);
    const sorted = [...edits].sort((one, other) => other.start - one.start);
    for (const edit of sorted) this.write(smallest(this.text, edit));
    this.isStale = true;
    this.tell("changed", { caret, stale: true });
  }

  /** A block cut in two where she stands; gives the key of the second. */
  split(key, at, { between, kind, level, label }, caret) {
    const block = this.block(key);
    const [head, tail] = halves(this.text, block, at);
    const [start, end] = extent(this.text, block);
    this.keep(caret, null);
    const first = writeOut(head, start);
    const second = writeOut(guarded(tail, kind, 0, 0), start + first.src.length + between.length);
    this.write({ start, end, text: first.src + between + second.src });
    const blank = /^\n*/.exec(between)[0].length;
    const fresh = { ...block, kind, level, label, key: newKey(), at: undefined, runs: second.runs,
      start: start + first.src.length + blank, end: start + first.src.length + between.length + second.src.length };
    const place = this.blocks.findIndex((one) => one.key === block.key);
    this.put(key, { start: block.start, end: start + first.src.length, runs: first.runs });
    this.blocks.splice(place + 1, 0, fresh);
    this.count(fresh, 1);
    this.tell("changed");
    return fresh.key;
  }

  /** Counts the numbers of the blocks behind one on (1), where one came, or back (-1), where it goes. */
  count(block, by) {
    for (const edit of recounted(this.text, this.blocks, block, by)) this.write(edit);
  }

  /** Two blocks made one; gives where the second began in what she sees of the first. */
  join(firstKey, secondKey, caret) {
    const [first, second] = [this.block(firstKey), this.block(secondKey)];
    const at = shown(first.runs).length;
    this.keep(caret, null);
    this.count(second, -1);
    const [, end] = extent(this.text, first);
    const [start, last] = extent(this.text, second);
    const tail = writeOut(halves(this.text, second, 0)[1], end);
    this.write({ start: end, end: last, text: tail.src });
    const runs = [...first.runs, ...tail.runs];
    this.blocks = this.blocks.filter((block) => block.key !== second.key);
    this.put(firstKey, { runs, start: first.start, end: end + tail.src.length, at: runs.length ? undefined : end });
    this.tell("changed", { start });
    return at;
  }

  /** An empty block on the screen that is in the file only when something is typed; gives its key. */
  addGhost(afterKey, { at, before, after = "", kind, level, label, first = false }) {
    const key = newKey();
    const ghost = { key, ghost: true, at, before, after, kind, level, label, start: at, end: at, runs: [], editable: true };
    const place = this.blocks.findIndex((block) => block.key === afterKey);
    this.blocks = [...this.blocks];
    this.blocks.splice(first ? place : place + 1, 0, ghost);
    this.tell("changed");
    return key;
  }

  /** Takes an empty block off the screen. */
  dropGhosts(exceptKey = null) {
    const kept = this.blocks.filter((block) => !block.ghost || block.key === exceptKey);
    if (kept.length === this.blocks.length) return;
    this.blocks = kept;
    this.tell("changed");
  }

  /** Goes back one step; gives it with the caret of then, or null where there was none. */
  undo() { return this.step(this.back, this.forth); }

  redo() { return this.step(this.forth, this.back); }

  step(from, to) {
    const entry = from.pop();
    if (!entry) return null;
    to.push({ text: this.text, blocks: this.blocks, isStale: this.isStale, caret: entry.caret });
    const edit = smallest(this.text, { start: 0, end: this.text.length, text: entry.text });
    Object.assign(this, { text: entry.text, blocks: entry.blocks, isStale: entry.isStale, group: null });
    this.carry(edit);
    this.tell("changed", { again: true });
    return entry;
  }

  /** Takes what the program read of this very text; `focus` is the unit being typed in: {key, trailing}. */
  adopt(look, focus) {
    const known = new Map(this.blocks.filter((block) => !block.ghost).map((block) => [block.start, block.key]));
    const blocks = named(look, this.text).map((block, number) => ({ ...block, number, key: known.get(block.start) ?? newKey() }))
      .filter((block) => block.kind !== "other" || block.start > headOf(this.text)); // a table of an annex is named in the head
    const typed = focus && this.block(focus.key);
    if (typed && !typed.runs.length && !typed.cells?.length && !blocks.some((block) => block.key === typed.key)) {
      const at = typed.at ?? typed.end;
      const place = blocks.findIndex((block) => block.start >= at);
      blocks.splice(place < 0 ? blocks.length : place, 0, typed.ghost ? typed : { ...typed, ghost: true, at, before: "", after: "" });
    }
    this.blocks = blocks;
    Object.assign(this, { doubts: look.doubts, findings: look.findings.map((one, number) => ({ ...one, number })), facts: look.facts, passed: look.passed, isDraft: look.is_draft, counts: look.counts });
    this.isStale = false;
    if (focus) this.keepTrailing(focus);
    this.tell("read");
  }

  /** Blanks that she typed at the end of a unit are not read by the program; they stay on the screen. */
  keepTrailing({ key, trailing }) {
    const unit = this.unit(key);
    if (!unit || unit.ghost || !trailing) return;
    const [, end] = extent(this.text, unit);
    let blanks = 0;
    while (blanks < trailing && this.text[end + blanks] === " ") blanks += 1;
    if (!blanks) return;
    const run = { text: " ".repeat(blanks), start: end, end: end + blanks };
    this.put(key, { runs: [...unit.runs, run], end: Math.max(unit.end, run.end) });
  }
}
