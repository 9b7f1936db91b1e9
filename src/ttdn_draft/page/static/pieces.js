// Words and their source: pieces of a unit in, the text of the file that prints just these words out.
//
// A piece is {text, src, bold, italic, note, cited, doubt, raw}: what she sees, and how it stands in the file without stars.

const GAP = /^… ?/; // what a gap begins with on the screen
const SPECIAL = /[\\*[\]<`]/;
export const isFormatted = (run) => Boolean(run && (run.bold || run.italic));

/** Words as pieces of a file that print their letters: those that Markdown would read get a backslash. */
export function piecesOf(text, inCell = false) {
  const pieces = [];
  for (const sign of text.match(/\n|[\\*[\]<`|]|[^\n\\*[\]<`|]+/g) || []) {
    if (sign === "\n") pieces.push(inCell ? { text: " ", src: " " } : { text: "\n", src: "\\\n", raw: true });
    else if (SPECIAL.test(sign) || (sign === "|" && inCell)) pieces.push({ text: sign, src: `\\${sign}`, raw: true });
    else pieces.push({ text: sign, src: sign });
  }
  return pieces;
}

/** The source of a raw run whose words were changed in part: in its place where they stand there, else beside its name. */
export function rewrite(run, source, text) {
  if (run.note) return text === run.text ? source : "";
  if (run.doubt) {
    const words = run.text.replace(GAP, "");
    const at = source.indexOf(words);
    if (words && at >= 0) return source.slice(0, at) + escaped(text.replace(GAP, "")) + source.slice(at + words.length);
  }
  const named = /^(\[[^\]:]*#[\w-]+)(?::[^\]]*)?\]$/.exec(source);
  if (run.doubt && named) return `${named[1]}: ${escaped(text)}]`;
  return null;
}

/** Words as they stand in the file. */
export const escaped = (text) => piecesOf(text).map((piece) => piece.src).join("");

export function part(run, source, from, to) {
  const text = run.text.slice(from, to);
  if (!text) return [];
  const src = source.slice(run.start, run.end);
  const look = { bold: run.bold, italic: run.italic };
  if (!run.raw) return [{ ...look, ...keep(run), text, src: src.slice(from, to) }];
  if (text === run.text) return [{ ...run, src }];
  const whole = rewrite(run, src, text);
  if (whole) return [{ ...run, text, src: whole }];
  return piecesOf(text).map((piece) => ({ ...look, ...piece }));
}

export const keep = (run) => ({ note: run.note, cited: run.cited, doubt: run.doubt });

const sameLook = (one, other) =>
  !one.raw && !other.raw && ["bold", "italic", "note", "cited", "doubt"].every((name) => (one[name] || "") === (other[name] || ""));

/** Whether stars cannot stand between two pieces: between two letters, or between a letter and a sign of the inner one. */
export function clashes(one, other) {
  if (one.raw || other.raw || ["bold", "italic"].every((name) => Boolean(one[name]) === Boolean(other[name]))) return false;
  const ends = WORDY.test(one.text.at(-1) ?? " ");
  const begins = WORDY.test(other.text[0] ?? " ");
  if (ends && begins) return true;
  const isSign = (sign) => sign !== undefined && !WORDY.test(sign) && sign.trim() !== "";
  return (ends && opens(one, other) && isSign(other.text[0])) || (begins && opens(other, one) && isSign(one.text.at(-1)));
}

const WORDY = /[\p{L}\p{N}]/u;
const opens = (one, other) => ["bold", "italic"].some((name) => other[name] && !one[name]);

/** Pieces between which stars may stand: a word that would be half bold is so as a whole. */
function parted(pieces) {
  const kept = pieces.map((piece) => ({ ...piece }));
  for (let at = 0; at + 1 < kept.length; at += 1) {
    const [one, other] = [kept[at], kept[at + 1]];
    if (!clashes(one, other)) continue;
    if (opens(one, other)) {
      const word = /[\p{L}\p{N}]+$/u.exec(one.text)?.[0] ?? "";
      Object.assign(one, shorter(one, 0, one.text.length - word.length));
      Object.assign(other, { text: word + other.text, src: word + other.src });
    } else {
      const word = /^[\p{L}\p{N}]+/u.exec(other.text)?.[0] ?? "";
      Object.assign(one, { text: one.text + word, src: one.src + word });
      Object.assign(other, shorter(other, word.length));
    }
  }
  return kept;
}

const shorter = (piece, from, to) => ({ text: piece.text.slice(from, to), src: piece.src.slice(from, to) });

/** Neighbours of one look made one, whitespace at the edges of bold and italic taken out of it. */
export function tidy(pieces) {
  const split = parted(pieces).flatMap((piece) => {
    if (!isFormatted(piece) || piece.raw) return [piece];
    const [, head, body, tail] = /^(\s*)([^]*?)(\s*)$/.exec(piece.text);
    if (!head && !tail) return [piece];
    const bare = (text) => ({ text, src: text, isCut: true });
    return [bare(head), { ...piece, text: body, src: body }, bare(tail)];
  });
  const joined = [];
  for (const { isCut, ...piece } of glued(split)) {
    const before = joined.at(-1);
    if (before && sameLook(before, piece)) Object.assign(before, { text: before.text + piece.text, src: before.src + piece.src });
    else joined.push(piece);
  }
  return joined;
}

/** Blanks that were cut off stay bold or italic where both neighbours are. */
function glued(pieces) {
  const kept = pieces.filter((piece) => piece.text);
  return kept.map((piece, at) => {
    const before = kept[at - 1];
    const after = kept[at + 1];
    if (!piece.isCut || !before || !after) return piece;
    return { ...piece, bold: Boolean(before.bold && after.bold), italic: Boolean(before.italic && after.italic) };
  });
}

const STARS = { bold: "**", italic: "*" };

/** How far bold or italic lasts from a piece on. */
const lasts = (pieces, at, name) => {
  let end = at;
  while (end < pieces.length && pieces[end][name]) end += 1;
  return end;
};

/** Pieces written out from `at`: the source, and the runs that stand in it. */
export function writeOut(pieces, at) {
  const open = [];
  let src = "";
  const close = (wanted) => { while (open.some((name) => !wanted(name))) src += STARS[open.pop()]; };
  const runs = pieces.map((piece, number) => {
    close((name) => piece[name]);
    const more = ["bold", "italic"].filter((name) => piece[name] && !open.includes(name));
    more.sort((one, other) => lasts(pieces, number, other) - lasts(pieces, number, one));
    for (const name of more) src += STARS[open[open.push(name) - 1]];
    const start = at + src.length;
    src += piece.src;
    const { src: _, ...run } = piece;
    return { ...run, raw: Boolean(piece.raw) || piece.src !== piece.text, start, end: start + piece.src.length };
  });
  close(() => false);
  return { src, runs };
}

