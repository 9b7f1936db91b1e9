"""Writes the words of a paragraph as Markdown: runs go in, words with bold, italic, breaks and notes come out."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import groupby

from ...escaping import escape_inline
from ...model import Text
from ...patterns import regex
from ...records import dataclass

BLANK_RUN = regex(r"[ \t\u00a0\u2000-\u200a\u202f\u3000]+")
STYLE_SIGNS = {(True, True): "***", (True, False): "**", (False, True): "*", (False, False): ""}
TOKEN = regex(r"\s+|\S+")


@dataclass(frozen=True)
class Piece:
    """A stretch of words in one style, or the mark of a note."""

    words: str
    style: tuple[bool, bool] = (False, False)
    note: str = ""


def write_inline(text: Text, notes: Mapping[str, str], is_plain: bool = False) -> str:
    """Return a text as Markdown; `notes` are the names of notes by their marks, a plain one has no styles."""
    lines = ["".join(_write(pieces)) for pieces in _lines(text, notes, is_plain)]
    return "\\\n".join(line for line in lines if line)


def _lines(text: Text, notes: Mapping[str, str], is_plain: bool) -> Iterator[list[Piece]]:
    """Yield the pieces of each line: blanks are one, none stands at an end, a style has whole words where it must."""
    line = list[Piece]()
    for run in text:
        style = (False, False) if is_plain else (run.bold, run.italic)
        if run.note:
            line.append(Piece("", style, notes[run.note]))
            continue
        for number, words in enumerate(run.text.split("\n")):
            if number:
                yield _tidy(line)
                line = []
            line.append(Piece(BLANK_RUN.sub(" ", words), style))
    yield _tidy(line)


def _tidy(line: list[Piece]) -> list[Piece]:
    kept, ends_blank = list[Piece](), True
    for piece in line:
        words = piece.words.lstrip(" ") if ends_blank else piece.words
        if words or piece.note:
            kept.append(replace(piece, words=words))
            ends_blank = words.endswith(" ") if words else ends_blank and not piece.note
    while kept and not kept[-1].note and not kept[-1].words.strip(" "):
        kept.pop()
    if kept and not kept[-1].note:
        kept[-1] = replace(kept[-1], words=kept[-1].words.rstrip(" "))
    return _join(_with_safe_styles(_join(kept)))


def _join(pieces: list[Piece]) -> list[Piece]:
    """Return pieces of which no two neighbours have one style; a blank has the style of the words before it."""
    joined = list[Piece]()
    for piece in pieces:
        last = joined[-1] if joined else None
        if last and not last.note and not piece.note and (piece.style == last.style or not piece.words.strip(" ")):
            joined[-1] = replace(last, words=last.words + piece.words)
        else:
            joined.append(piece)
    return joined


def _with_safe_styles(pieces: list[Piece]) -> list[Piece]:
    """Return the pieces with the styles that Markdown can write: where one begins in a word, the word has one style."""
    if all(_is_safe(pieces, number) for number in range(1, len(pieces))):
        return pieces
    letters = [(sign, piece.style) for piece in pieces if not piece.note for sign in piece.words]
    words = "".join(sign for sign, _ in letters)
    styles = [style for _, style in letters]
    for token in TOKEN.finditer(words):
        own = styles[token.start() : token.end()]
        styles[token.start() : token.end()] = [max(set(own), key=own.count)] * len(own)
    return list(_cut(pieces, styles))


def _cut(pieces: list[Piece], styles: list[tuple[bool, bool]]) -> Iterator[Piece]:
    at = 0
    for piece in pieces:
        if piece.note:
            yield piece
        own = zip(piece.words, styles[at : at + len(piece.words)], strict=True)
        for style, signs in groupby(own, lambda pair: pair[1]):
            yield Piece("".join(sign for sign, _ in signs), style)
        at += len(piece.words)


def _is_safe(pieces: list[Piece], number: int) -> bool:
    """Tell whether the sign of a style may stand before a piece: what it opens or closes has its blanks outside."""
    left, right = pieces[number - 1], pieces[number]
    if left.note or right.note or left.style == right.style:
        return True
    before, after = left.words[-1:], right.words[:1]
    if before == " " or after == " ":
        return True
    if any(left.style) and any(right.style):
        return False
    return not (after if any(left.style) else before).isalnum()  # a sign behind a letter opens nothing


def _write(pieces: list[Piece]) -> Iterator[str]:
    for piece in pieces:
        if piece.note:
            yield f"[^{piece.note}]"
            continue
        sign, words = STYLE_SIGNS[piece.style], piece.words
        inner = words.strip(" ")
        start = words[: len(words) - len(words.lstrip(" "))]
        yield f"{start}{sign}{escape_inline(inner)}{sign}{words[len(start) + len(inner) :]}" if inner else words
