"""The runs of a paragraph as Word shows them: a paragraph goes in, pieces of text with their formats come out."""

from collections.abc import Iterator
from dataclasses import replace
from unicodedata import normalize

from lxml import etree

from ..records import dataclass
from ..word.formats import Format, Formats, is_on
from ..word.ooxml import W
from ..word.paragraphs import owner_of
from ..word.reading_order import NOT_SHOWN

PIECES_OF_RUN = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-"}


@dataclass(frozen=True)
class ShownRun:
    """A piece of a paragraph in one format."""

    words: str
    format: Format
    element: etree._Element

    @property
    def has_letters(self) -> bool:
        """Tell whether it holds a letter or a figure."""
        return any(letter.isalnum() for letter in self.words)

    @property
    def shown(self) -> str:
        """Return its words as they are printed."""
        return self.words.upper() if self.format.is_capital else self.words


def list_runs(paragraph: etree._Element, base: Format, formats: Formats) -> tuple[ShownRun, ...]:
    """Return the runs of a paragraph that a reader sees, without those of a text box in it."""
    return tuple(_runs(paragraph, base, formats))


def _runs(paragraph: etree._Element, base: Format, formats: Formats) -> Iterator[ShownRun]:
    for run in paragraph.iter(f"{W}r"):
        words = normalize("NFC", "".join(_pieces(run)))
        if not words or owner_of(run) is not paragraph or is_on(run.find(f"{W}rPr"), "vanish"):
            continue
        if not any(above.tag in NOT_SHOWN for above in _between(run, paragraph)):
            yield ShownRun(words, formats.run(run, base), run)


def _pieces(run: etree._Element) -> Iterator[str]:
    for element in run:
        if element.tag == f"{W}t":
            yield element.text or ""
        elif element.tag in PIECES_OF_RUN and element.get(f"{W}type") != "page":
            yield PIECES_OF_RUN[str(element.tag)]


def _between(run: etree._Element, paragraph: etree._Element) -> Iterator[etree._Element]:
    for above in run.iterancestors():
        if above is paragraph:
            return
        yield above


def cut_runs(runs: tuple[ShownRun, ...], words: str) -> tuple[ShownRun, ...]:
    """Return the pieces of runs that hold some words of their paragraph; all of them where the words are not found."""
    whole, wanted = "".join(run.words for run in runs), normalize("NFC", words).strip()
    start = whole.find(wanted)
    if start < 0:
        return runs
    kept, at, end = [], 0, start + len(wanted)
    for run in runs:
        piece = run.words[max(start - at, 0) : max(end - at, 0)]
        at += len(run.words)
        if piece:
            kept.append(replace(run, words=piece))
    return tuple(kept)
