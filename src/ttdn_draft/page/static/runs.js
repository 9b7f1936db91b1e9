// What she typed over the runs of a unit (paragraph or cell): the change she sees in, one edit of the file out.
//
// A run is {text, start, end, bold, italic, note, cited, doubt, raw}. The text of a plain run stands letter by letter in
// the file; a raw one differs and is rewritten as a whole. Between runs stand only the stars of bold and italic.

import { clashes, isFormatted, keep, part, piecesOf, rewrite, tidy, writeOut } from "./pieces.js";
import { guarded } from "./starts.js";

export const shown = (runs) => runs.map((run) => run.text).join("");

/** What changed between two texts, where the caret stands behind what was typed: {from, to, text} of the first. */
export function difference(before, after, caret = after.length) {
  const grown = after.length - before.length;
  const least = Math.min(before.length, after.length);
  let head = 0;
  const bound = Math.min(least, Math.max(0, grown > 0 ? caret - grown : caret));
  while (head < bound && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < least - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1;
  return { from: head, to: before.length - tail, text: after.slice(head, after.length - tail) };
}

/** Which run takes what is typed at `at`: its number, or -1 for none. */
function hostOf(runs, spans, at, text) {
  const inside = spans.findIndex(([from, to]) => from < at && at < to);
  if (inside >= 0) return inside;
  const left = spans.findIndex(([from, to]) => to === at && from < to);
  const right = spans.findIndex(([from, to]) => from === at && from < to);
  const takes = (number) => number >= 0 && !runs[number].raw && !runs[number].note;
  const blank = /^\s/.test(text);
  if (takes(left) && isFormatted(runs[left]) && blank) return takes(right) && !isFormatted(runs[right]) ? right : -1;
  const stuck = takes(left) && takes(right) && clashes({ ...runs[left], text }, runs[right]);
  if (takes(left) && !stuck) return left;
  return takes(right) ? right : -1;
}

/** Where each run stands in what she sees. */
export function spansOf(runs) {
  let at = 0;
  return runs.map((run) => [at, (at += run.text.length)]);
}

/** Whether a change happens inside of a raw run, which is then written anew with its new words. */
const isInside = (run, [from, to], change) =>
  run.raw && change.from >= from && change.to <= to && (change.from === change.to ? from < change.from && change.to < to : change.to - change.from < to - from);

/** The pieces of a raw run in which she typed. */
function changedRaw(source, run, from, change, inCell) {
  const text = run.text.slice(0, change.from - from) + change.text + run.text.slice(change.to - from);
  const whole = rewrite(run, source.slice(run.start, run.end), text);
  if (whole !== null) return whole ? [{ ...run, text, src: whole }] : [];
  return piecesOf(text, inCell).map((piece) => ({ bold: run.bold, italic: run.italic, ...piece }));
}

/** The runs of a unit with a change done, as pieces with their own source; `touched` are the runs that it meets. */
function changedPieces(source, unit, change, inCell) {
  const { runs } = unit;
  const spans = spansOf(runs);
  const inner = runs.findIndex((run, number) => isInside(run, spans[number], change));
  const host = change.text && inner < 0 ? hostOf(runs, spans, change.from, change.text) : -1;
  const added = piecesOf(change.text, inCell);
  const pieces = [];
  const touched = [];
  let placed = !change.text || inner >= 0;
  const put = (format) => { placed = true; pieces.push(...added.map((piece) => ({ ...format, ...piece }))); };
  runs.forEach((run, number) => {
    const [from, to] = spans[number];
    const within = (at) => Math.max(0, Math.min(run.text.length, at - from));
    const meets = (change.from < to && change.to > from) || number === host || number === inner;
    if (meets) touched.push(number);
    if (!placed && host < 0 && from >= change.from) { put({}); touched.push(number - 1, number); }
    if (number === inner) { pieces.push(...changedRaw(source, run, from, change, inCell)); return; }
    if (!meets) { pieces.push(...part(run, source, 0, run.text.length)); return; }
    pieces.push(...part(run, source, 0, within(change.from)));
    if (number === host) put({ bold: run.bold, italic: run.italic, ...keep(run) });
    pieces.push(...part(run, source, within(change.to), run.text.length));
  });
  if (!placed) { put({}); touched.push(runs.length - 1); }
  return { pieces, touched };
}

/** Where the words of a unit begin and end in the file, with their stars. */
export function extent(source, unit) {
  if (!unit.runs.length) return [unit.at ?? unit.end, unit.at ?? unit.end];
  let start = unit.runs[0].start;
  let end = unit.runs.at(-1).end;
  if (isFormatted(unit.runs[0])) while (start > unit.start && source[start - 1] === "*") start -= 1;
  if (isFormatted(unit.runs.at(-1))) while (source[end] === "*") end += 1;
  return [start, end];
}

/** The runs between which nothing stands but text: the touched ones, and all bold and italic that hangs together. */
function reach(runs, touched) {
  const real = touched.filter((number) => number >= 0 && number < runs.length);
  if (!real.length) return null;
  let first = Math.min(...real);
  let last = Math.max(...real);
  while (first > 0 && isFormatted(runs[first]) && isFormatted(runs[first - 1])) first -= 1;
  while (last + 1 < runs.length && isFormatted(runs[last]) && isFormatted(runs[last + 1])) last += 1;
  return [first, last];
}

/** Where the touched runs begin and end in the file: with their own stars, without those of their neighbours. */
function edges(runs, [first, last], start, end) {
  const from = first === 0 ? start : isFormatted(runs[first]) ? runs[first - 1].end : runs[first].start;
  const to = last + 1 === runs.length ? end : isFormatted(runs[last]) ? runs[last + 1].start : runs[last].end;
  return [from, to];
}

/** The edit of the file and the new runs of a unit for a change of what she sees. */
export function editFor(source, unit, change, inCell = false) {
  const { pieces, touched } = changedPieces(source, unit, change, inCell);
  return rewritten(source, unit, pieces, touched, inCell ? null : change);
}

/** The smallest edit that makes a unit consist of these pieces; only the touched runs are written anew. */
function rewritten(source, unit, pieces, touched, change = null) {
  const { runs } = unit;
  const range = reach(runs, touched);
  const [start, end] = extent(source, unit);
  const [from, to] = range ? edges(runs, range, start, end) : [start, end];
  const before = range ? runs.slice(0, range[0]) : [];
  const after = range ? runs.slice(range[1] + 1) : [];
  const tidied = tidy(pieces.slice(before.length, pieces.length - after.length));
  const lead = shown(before).length;
  const begins = !before.length || source[from - 1] === "\n";
  const middle = change ? guarded(tidied, before.length ? "" : unit.kind, change.from - lead, change.from + change.text.length - lead, begins) : tidied;
  const [first, last] = [middle[0] ?? after[0], middle.at(-1) ?? before.at(-1)];
  if (before.length && first && clashes(before.at(-1), first)) return rewritten(source, unit, pieces, [...touched, range[0] - 1], change);
  if (after.length && last && clashes(last, after[0])) return rewritten(source, unit, pieces, [...touched, range[1] + 1], change);
  const made = writeOut(middle, from);
  const shift = made.src.length - (to - from);
  const all = [...before, ...made.runs, ...after.map((run) => ({ ...run, start: run.start + shift, end: run.end + shift }))];
  return { edit: smallest(source, { start: from, end: to, text: made.src }), runs: all, at: from };
}

/** The same edit without what it would write as it stands. */
export function smallest(source, { start, end, text }) {
  const old = source.slice(start, end);
  let head = 0;
  while (head < old.length && head < text.length && old[head] === text[head]) head += 1;
  let tail = 0;
  while (tail < old.length - head && tail < text.length - head && old.at(-1 - tail) === text.at(-1 - tail)) tail += 1;
  return { start: start + head, end: end - tail, text: text.slice(head, text.length - tail) };
}

/** A unit's runs with bold or italic put on or taken off between two places of what she sees. */
export function formatted(source, unit, from, to, name) {
  const spans = spansOf(unit.runs);
  const touched = unit.runs.map((run, number) => number).filter((number) => spans[number][0] < to && spans[number][1] > from);
  const on = !touched.every((number) => unit.runs[number][name]);
  const pieces = unit.runs.flatMap((run, number) => {
    if (!touched.includes(number)) return part(run, source, 0, run.text.length);
    const cut = [Math.max(0, from - spans[number][0]), Math.min(run.text.length, to - spans[number][0])];
    if (run.raw) return part(run, source, 0, run.text.length).map((piece) => ({ ...piece, [name]: on }));
    return [...part(run, source, 0, cut[0]), ...part(run, source, cut[0], cut[1]).map((piece) => ({ ...piece, [name]: on })),
      ...part(run, source, cut[1], run.text.length)];
  });
  const near = touched.flatMap((number) => [number - 1, number, number + 1]).filter((number) => isFormatted(unit.runs[number]));
  return rewritten(source, unit, pieces, [...touched, ...near]);
}

/** The pieces of a unit before and behind a place of what she sees. */
export function halves(source, unit, at) {
  const spans = spansOf(unit.runs);
  const cut = (from, to) => unit.runs.flatMap((run, number) =>
    part(run, source, Math.max(0, from - spans[number][0]), Math.max(0, Math.min(run.text.length, to - spans[number][0]))));
  return [tidy(cut(0, at)), tidy(cut(at, Infinity))];
}

/** Where a place of what she sees stands in the file. */
export function toSource(unit, at) {
  const spans = spansOf(unit.runs);
  const number = spans.findIndex(([, to]) => at <= to);
  if (number < 0) return unit.runs.length ? unit.runs.at(-1).end : unit.at ?? unit.end;
  const run = unit.runs[number];
  if (!run.raw) return run.start + Math.max(0, at - spans[number][0]);
  return at > spans[number][0] ? run.end : run.start;
}

/** Where a place of the file stands in what she sees of a unit. */
export function toShown(unit, place) {
  const spans = spansOf(unit.runs);
  const number = unit.runs.findIndex((run) => place <= run.end);
  if (number < 0) return spans.length ? spans.at(-1)[1] : 0;
  const run = unit.runs[number];
  if (place <= run.start) return spans[number][0];
  return run.raw ? spans[number][place === run.end ? 1 : 0] : spans[number][0] + place - run.start;
}
