"""Finds headings that are typed as in Word, without `#`: a Markdown text goes in, one with headings comes out."""

import re
from collections.abc import Sequence

from ..patterns import regex
from ..records import dataclass

BOLD_NAME = "**…**"
TYPED_NUMBER = regex(r"(?:[IVX]+|\d{1,2}|[a-zđ])[.)]\s+(?=\S)")
BOLD_LINE = regex(r"\*\*(?P<words>(?!\[)[^*\n]{2,120}[^*\n.;:,!?])\*\*")
VALUES = {"I": 1, "V": 5, "X": 10}
HEADING = regex(r"[ ]{0,3}(?P<marks>#{1,6})[ ]")
SURE_RANK = 3  # down to which headings are counted whatever `danh_so` says
CHAPTER = regex(r"[ ]{0,3}(?:Phần\s+)?(?P<number>[IVX]{1,5})\s?[-.)/]\s*(?P<title>[^\W\d_].*)", re.I)
CLAUSE = regex(r"[ ]{0,3}(?P<number>\d{1,2})[.)][ ]+(?=[^\W\d_])")
LONGEST = 150  # characters of a line that is a heading
SENTENCE_ENDS = (".", ";", ":", ",", "./")


@dataclass(frozen=True)
class TypedHeadings:
    """The rows (from 0) of typed headings, and the whole text with `#` before each."""

    rows: tuple[int, ...]
    text: str


def write_bold_heading(words: str, lines: Sequence[str], at: int, depth: int) -> str:
    """Return the line of a heading for words that stand alone in bold in a line, below a heading of some depth.

    They have the rank of the next heading where that is deeper, else that below the heading right above them, or its
    own where text stands between; with a roman number the first. None is deeper than all others, which may have no
    number. The number typed before them goes: headings are counted.
    """
    ranks = {row: len(found["marks"]) for row, line in enumerate(lines) if (found := HEADING.match(line))}
    above = next((row for row in range(at - 1, -1, -1) if lines[row].strip()), -1)
    below = next((rank for row, rank in ranks.items() if row > at), 0)
    is_first = words.startswith(tuple(VALUES)) and TYPED_NUMBER.match(words)
    rank = 1 if is_first else max(below, depth + (above in ranks), 1)
    rank = min(rank, max(SURE_RANK, *ranks.values(), 0))
    return f"{'#' * rank} {TYPED_NUMBER.sub('', words, count=1)}"


def find_typed_headings(markdown: str) -> TypedHeadings | None:
    """Return what is typed as `I. …`, `II. …` and, under it, `1. …`, where the numbers are those of a count.

    Headings that have their `#` are counted too. Lines that do not count on are left as they are.
    """
    lines = markdown.split("\n")
    chapters = _find_chapters(lines)
    if not chapters:
        return None
    marks = dict.fromkeys(chapters, "# ")
    tops = [at for at, line in enumerate(lines) if at in marks or line.lstrip().startswith("# ")]
    for start, end in zip(tops, [*tops[1:], len(lines)], strict=True):
        if start in marks:
            marks |= dict.fromkeys(_find_clauses(lines, start + 1, end), "## ")
    text = "\n".join(marks.get(at, "") + (line.lstrip() if at in marks else line) for at, line in enumerate(lines))
    return TypedHeadings(tuple(sorted(marks)), text)


def _find_chapters(lines: Sequence[str]) -> list[int]:
    """Return the rows of lines that count I, II, III on; none where one of them does not."""
    rows, count = list[int](), 0
    for at, line in enumerate(lines):
        if line.lstrip().startswith("# "):
            count += 1
        elif (found := CHAPTER.match(line)) and _is_title(found):
            count += 1
            if _value(found["number"]) != count:
                return []
            rows.append(at)
    return rows if count > 1 else []


def _find_clauses(lines: Sequence[str], start: int, end: int) -> list[int]:
    """Return the rows of lines `1. …`, `2. …` of a chapter where each is a title with a text below it."""
    rows = [at for at in range(start, end) if CLAUSE.match(lines[at])]
    numbers = [int(found["number"]) for at in rows if (found := CLAUSE.match(lines[at]))]
    is_counted = numbers == list(range(1, len(rows) + 1))
    has_texts = all(_is_short(lines[at]) and _has_text(lines, at, end) for at in rows)
    return rows if is_counted and has_texts and not any(HEADING.match(line) for line in lines[start:end]) else []


def _is_title(found: re.Match[str]) -> bool:
    return found["number"].isupper() and found["title"][0].isupper() and _is_short(found.string)


def _is_short(line: str) -> bool:
    bare = line.strip().rstrip("*")
    return len(bare) <= LONGEST and not bare.endswith(SENTENCE_ENDS)


def _has_text(lines: Sequence[str], row: int, end: int) -> bool:
    """Tell whether the next words below a line are neither a title nor a numbered paragraph."""
    below = next((line for line in lines[row + 1 : end] if line.strip()), "")
    return bool(below) and not CLAUSE.match(below)


def _value(figure: str) -> int:
    values = [VALUES[letter] for letter in figure.upper()]
    return sum(-a if b > a else a for a, b in zip(values, [*values[1:], 0], strict=True))
