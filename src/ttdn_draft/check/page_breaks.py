"""Where pages begin in a Word file, as Word noted it when it saved, or as somebody asked for: paragraphs go in."""

from collections.abc import Iterator, Sequence

from lxml import etree

from ..records import dataclass
from ..word.formats import is_on
from ..word.ooxml import W
from ..word.paragraphs import owner_of


@dataclass(frozen=True)
class PageBreak:
    """The beginning of a page: the paragraph, whether that begins the page, whether somebody asked for it."""

    paragraph: int
    is_at_start: bool
    is_by_hand: bool = False


def find_breaks(paragraphs: Sequence[etree._Element], first: int) -> list[PageBreak]:
    """Return where pages begin; `first` is the number of the first of the paragraphs."""
    return [found for number, each in enumerate(paragraphs, first) for found in _find(number, each)]


def _find(number: int, paragraph: etree._Element) -> Iterator[PageBreak]:
    if is_on(paragraph.find(f"{W}pPr"), "pageBreakBefore"):
        yield PageBreak(number, is_at_start=True, is_by_hand=True)
    has_words = False
    for element in paragraph.iter(f"{W}t", f"{W}lastRenderedPageBreak", f"{W}br"):
        if owner_of(element) is not paragraph:
            continue
        if element.tag == f"{W}t":
            has_words = has_words or bool((element.text or "").strip())
        elif element.tag == f"{W}lastRenderedPageBreak":
            yield PageBreak(number, is_at_start=not has_words)
        elif element.get(f"{W}type") == "page":
            yield PageBreak(number, is_at_start=not has_words, is_by_hand=True)
