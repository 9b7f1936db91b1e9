"""Marks in brackets, written and found: `[dan: id]`, `[cần kiểm tra: text — source]`, `[điền: what is wanted]`.

The first stands for a document; the other two say what is still to be done, and must not go out. A gap is also read as
`[…: what is wanted]`, which no keyboard writes. A doubt that is asked at the head of a file is used by its name:
`[cần kiểm tra #ten-ban]`, or `[cần kiểm tra #ten-ban: other words]` where other words rest on it.
"""

import re
from collections.abc import Callable, Iterator

from ..patterns import regex
from ..records import dataclass
from .ids import ID_FORM

GAP = "[…]"  # what is not known is left to be filled in by hand, never guessed
TO_CHECK = "cần kiểm tra"
TO_FILL = "điền"
DASH = " — "  # between what is to be checked and its source
PARTING = regex(r"\s+—\s+")  # the same where lines were broken

CITATION = regex(rf"\[dan:\s*(?P<id>{ID_FORM}|[^\W_]*\d[\w./-]*)\s*\]")
"""A citation by an id, or by what is typed for one: the number of the document, which its table knows."""
OPEN_CITATION = regex(r"\[dan:\s*[a-z]+-\d[a-z0-9-]*[a-z0-9](?![^\[\n]*\])")
"""One by an id, without its end."""
LIKE_CITATION = regex(r"\[\s*d[aáàảãạâấầẩẫậ]n\s*(?::(?:[^\[\]]*\])?|\s[a-z0-9]+(?:-[a-z0-9]+)+\s*\])", re.I)
"""A citation, or what only looks like one: [dẫn: …], [dan kl-57-kltw-2023], one without its end."""

PENDING = regex(
    r"\[\s*(?:(?P<check>c[ầa]n\s+ki[ểe]m\s+tra\b)(?:\s*\#(?P<name>[a-z0-9-]+))?|(?:…|\.{3}|[đd]i[ềe]n)\s*:)"
    r"[\s:–—-]*(?P<words>[^\]]*)\]?",
    re.I,
)
"""What must not go out, however it is typed: also in capitals, without accents, without its end."""
LIKE_GAP = regex(r"\[\s*[đd]i[ềe]n\b(?!\s*:)[^\[\]:\n]{0,60}(?::[^\[\]\n]{0,60})?\]", re.I)
"""What may be meant for a gap and is none without its colon: [điền], [điền số], [điền vào: số]."""
OPEN_GAP = regex(r"\[\s*(?:…|\.{3,})\s*\]")
"""A gap without a word of what is wanted: what a table does not know is printed so, and people may type it."""
CELL_MARK = regex(r"\[\s*[oô]\s*:\s*(?P<column>[^\[\]\n]*[^\[\]\s])\s*\]")
"""A cell of the row, in a text of which each row of a table makes a document: [o: ten] names its column."""
DOUBT = regex(rf"\[{TO_CHECK}: (?P<question>[^\[\]]*){DASH}(?P<source>[^\[\]]*)\]")
DOUBT_OPENS = regex(r"\[\s*c[ầa]n\s+ki[ểe]m\s+tra\b(?:\s*\#[a-z0-9-]+)?[\s:–—-]*", re.I)
DOUBT_CLOSES = regex(r"\s*(?:—[^\[\]]*)?\]")
"""What stands around the question of a doubt, however it is typed."""
NAMED = rf"{TO_CHECK} #{ID_FORM}"
WRITTEN = regex(rf"\[(?P<inside>dan: [^\\`*_\[\]<|]*|(?:…|{TO_FILL}|{TO_CHECK}|{NAMED}): [^\[\]]*|{NAMED})\]")
"""A mark exactly as this module writes it; in a citation nothing is escaped, so one with a mark of Markdown is none."""
SIGNS = str.maketrans("[]—", "()-")  # what ends or parts a mark


@dataclass(frozen=True)
class PendingMark:
    """A mark of what is still to be done: as it stands in a text from `start` to `end`, what is asked, and its source.

    A gap has no source, and a doubt may be without. What is printed stands from `shown_start` to `shown_end`: the
    question of a doubt, and a gap or a doubt without words as it is written. `name` is that of a doubt which is asked
    at the head of the file.
    """

    written: str
    start: int
    end: int
    question: str
    source: str
    is_gap: bool
    shown_start: int
    shown_end: int
    name: str = ""

    @property
    def is_open(self) -> bool:
        """Tell whether this is a gap without a word of what is wanted."""
        return OPEN_GAP.fullmatch(self.written) is not None


def is_meant(mark: str) -> bool:
    """Tell of something like a citation whether it can be meant for nothing else."""
    return mark.startswith("[dan:")


def write_citation(id: str) -> str:
    """Return the mark that stands for the document of an id."""
    return f"[dan: {id}]"


def write_gap(wanted: str) -> str:
    """Return the mark for something that the author has to add."""
    return f"[{TO_FILL}: {wanted}]"


def write_doubt(text: str, source: str = "", name: str = "") -> str:
    """Return a text that nobody has verified, with its source where one is said, for the author to check.

    `name` is that of the doubt at the head of the file; without a text it stands for the value that is offered there.
    """
    words = f": {neutralise(text)}{DASH + neutralise(source) if source else ''}" if text else ""
    return f"[{TO_CHECK}{f' #{name}' if name else ''}{words}]"


def settle_doubt(text: str) -> str:
    """Return a text whose one mark is a doubt as it reads when that is right; empty for every other text."""
    marks = list(find_pending(text))
    if len(marks) != 1 or marks[0].is_gap or marks[0].name or not marks[0].question:
        return ""
    return text[: marks[0].start] + marks[0].question + text[marks[0].end :]


def neutralise(text: str) -> str:
    """Return words on one line without what ends or parts a mark: brackets, and the dash before the source."""
    return " ".join(text.translate(SIGNS).split())


def find_pending(text: str) -> Iterator[PendingMark]:
    """Yield the marks of a text that say what is still to be done."""
    return map(_read_pending, PENDING.finditer(text))


def find_printed(text: str) -> Iterator[PendingMark]:
    """Yield the marks of a text that are printed so that they are seen: what is still to be done, and open gaps."""
    end = 0
    for mark in find_pending(text):
        yield from _find_open_gaps(text, end, mark.start)
        yield mark
        end = mark.end
    yield from _find_open_gaps(text, end, len(text))


def _find_open_gaps(text: str, start: int, end: int) -> Iterator[PendingMark]:
    for found in OPEN_GAP.finditer(text, start, end):
        yield PendingMark(found[0], *found.span(), "", "", True, *found.span())


def _read_pending(found: re.Match[str]) -> PendingMark:
    words, *rest = PARTING.split(found["words"], 1)
    question, source, is_gap = words.strip(), "".join(rest).strip(), found["check"] is None
    start = found.start("words") + len(words) - len(words.lstrip())
    shown = found.span() if is_gap or not question else (start, start + len(question))
    return PendingMark(found[0], *found.span(), question, source, is_gap, *shown, found["name"] or "")


def rewrite_named(text: str, rewrite: Callable[[PendingMark], str]) -> str:
    """Return a text in which each mark that names a doubt stands as `rewrite` says."""
    if "#" not in text:
        return text
    pieces, at = [], 0
    for mark in find_pending(text):
        if mark.name:
            pieces += [text[at : mark.start], rewrite(mark)]
            at = mark.end
    return "".join([*pieces, text[at:]])


def to_capitals(text: str) -> str:
    """Return a text in capitals; the sources of doubts, which are not printed in their place, stay as they are."""
    pieces, at = [], 0
    for mark in find_pending(text):
        pieces += [text[at : mark.shown_end].upper(), text[mark.shown_end : mark.end]]
        at = mark.end
    return "".join([*pieces, text[at:].upper()])


def rewrite_doubts(text: str, rewrite: Callable[[PendingMark], str]) -> str:
    """Return a text in which each doubt with a source, as this module writes it, stands as `rewrite` says."""
    return DOUBT.sub(lambda found: rewrite(next(find_pending(found[0]))), text)
