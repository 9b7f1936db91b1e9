// What may not begin a line of the file: pieces of a unit in, the same out, so that they print the letters she typed.
//
// "# ", "> ", "1986. " begin a heading, a quotation, a list where they begin a line: a backslash keeps them words. In a
// paragraph "- ", "+ ", "1. " and "a) " stay as typed: they begin an item whose mark prints just the same.

import { isFormatted } from "./pieces.js";

const LOSES = /^(?:(?=[#>~=])|\d{1,9}(?=[.)])|\d{1,2}(?=[/-](?:\s|$)))/;
const BEGINS_ITEM = /^(?:(?=[-+](?:\s|$))|1(?=\.\s)|[a-zđ](?=\)(?:\s|$)))/;
const LONGEST = 12; // letters of such a beginning

const isWords = (piece) => !isFormatted(piece) && !piece.note && !piece.cited && !piece.doubt;
const textOf = (pieces) => pieces.map((piece) => piece.text).join("");

/** Pieces by the lines of the file on which they stand. */
function lines(pieces) {
  const found = [[]];
  for (const piece of pieces) {
    found.at(-1).push(piece);
    if (piece.src.endsWith("\n")) found.push([]);
  }
  return found;
}

/** Pieces with those beginnings of lines made safe that a change came near: `from` to `to` of what they show. */
export function guarded(pieces, kind, from, to, begins = true) {
  let at = 0;
  return lines(pieces).flatMap((line, number) => {
    const start = at;
    at += textOf(line).length;
    return (begins || number) && from <= start + LONGEST && to >= start ? safe(line, kind === "paragraph" && number === 0, from - start) : line;
  });
}

/** One line; where the change is behind what its beginning could be read as, it stays as it is. */
function safe(line, makesItems, from) {
  const lead = line.slice(0, line.findIndex((piece) => !isWords(piece)) >>> 0);
  const text = textOf(lead);
  const item = BEGINS_ITEM.exec(text);
  const sign = (item ?? LOSES.exec(text))?.[0].length ?? -1;
  if (sign < 0 || from > sign + 2) return line;
  const isKept = Boolean(item && makesItems);
  let seen = 0;
  return line.flatMap((piece) => {
    const here = sign - seen;
    seen += piece.text.length;
    return here >= 0 && here < piece.text.length ? signed(piece, here, !isKept) : [piece];
  });
}

/** A piece with one sign behind a backslash, or without one. */
function signed(piece, at, isGuarded) {
  const sign = piece.text[at];
  if (piece.raw) return piece.text.length > 1 ? [piece] : [{ ...piece, src: isGuarded ? `\\${sign}` : sign, raw: isGuarded }];
  if (!isGuarded) return [piece];
  const part = (text, src = text) => ({ ...piece, text, src, raw: src !== text });
  return [part(piece.text.slice(0, at)), part(sign, `\\${sign}`), part(piece.text.slice(at + 1))].filter((one) => one.text);
}
