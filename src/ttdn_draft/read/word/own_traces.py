"""What this program wrote into a Word file beside its words, read back: the sources of doubts, asked once by name.

A paragraph and its comments go in, the doubts that stand in it come out; the data of a document and its doubts go in,
the data in which they are marked comes out.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from lxml import etree

from ...asking import DoubtBook
from ...escaping import escape_inline
from ...word.ooxml import AUTHOR, DOUBT_INITIALS, DOUBT_WORDS, END_ID, W
from ...word.package import Package
from ...word.relations import find_target
from ...yaml_nodes import NodePath, YamlTree, find_position
from ..doubts import HEAD_KEY
from .inline import BLANK_RUN
from .story import MAIN_PART, OwnDoubt, normal

OWN_TEXTS = frozenset({"TTDNKhoan", "TTDNDiem", "TTDNDoan"})  # ids of styles in the templates that we build
UNPRINTED_KEYS = "tinh, xa, so_lieu, nhiem_vu, tu_tep, le_trang, gian_dong, hai_mat"
"""What a document does not show: it stands written out, or is what the standard has."""


def read_sources(package: Package) -> dict[str, str]:
    """Return what the comments of this program say of words that nobody has verified, by the numbers of comments."""
    root = _read_part(package, MAIN_PART, "comments")
    start, end = DOUBT_WORDS.split("{source}")
    return {
        str(comment.get(f"{W}id")): words[len(start) : len(words) - len(end)]
        for comment in root
        if (comment.get(f"{W}author"), comment.get(f"{W}initials")) == (AUTHOR, DOUBT_INITIALS)
        and (words := normal("".join(text.text or "" for text in comment.iter(f"{W}t")))).startswith(start)
    }


def read_author(package: Package) -> str:
    """Return who made a file, as its properties say: of a document of this program the bodies, as they were typed."""
    return normal(_read_part(package, "", "core-properties").findtext("{*}creator") or "")


def has_own_styles(package: Package) -> bool:
    """Tell whether a file has the styles of the documents that this program renders."""
    return any(
        style.get(f"{W}styleId") == END_ID for style in _read_part(package, MAIN_PART, "styles").iter(f"{W}style")
    )


def tell_heading(paragraph: etree._Element) -> bool | None:
    """Tell whether a paragraph is a heading by the styles that this program gives numbered paragraphs."""
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    name = "" if style is None else str(style.get(f"{W}val"))
    return True if name.startswith("Heading") else False if name in OWN_TEXTS else None


def _read_part(package: Package, source: str, kind: str) -> etree._Element:
    """Return the part of a kind that another names; an empty one where there is none."""
    part = find_target(package.parts, source, kind) or ""
    return etree.fromstring(package.parts[part]) if part in package.parts else etree.Element("none")


def list_own_doubts(paragraph: etree._Element, number: int, sources: Mapping[str, str]) -> Iterator[OwnDoubt]:
    """Yield the doubts of a paragraph in their order: the words between the ends of a comment, and what it says."""
    open_words: dict[str, list[str]] = {}
    for element in paragraph.iter() if sources else ():
        mark = element.get(f"{W}id", "")
        if element.tag == f"{W}commentRangeStart" and mark in sources:
            open_words[mark] = []
        elif element.tag == f"{W}commentRangeEnd" and mark in open_words:
            words = BLANK_RUN.sub(" ", normal("".join(open_words.pop(mark)))).strip()
            if words:
                yield OwnDoubt(number, words, sources[mark])
        elif element.tag == f"{W}t":
            for pieces in open_words.values():
                pieces.append(element.text or "")


@dataclass
class _Marking:
    """Marks doubts in the data of a document, and keeps each that has a question at its head."""

    data: dict[str, Any]
    leaves: Sequence[tuple[int, NodePath]]
    book: DoubtBook = field(default_factory=DoubtBook)
    paragraphs: dict[str, int] = field(default_factory=dict)
    ends: dict[NodePath, int] = field(default_factory=dict)

    def mark(self, doubt: OwnDoubt) -> bool:
        """Mark a doubt where its words stand in its paragraph; tell whether they were found."""
        last = max((paragraph for paragraph, _ in self.leaves if paragraph <= doubt.paragraph), default=0)
        return any(self._mark(path, doubt) for paragraph, path in self.leaves if paragraph == last)

    def has_asked(self, doubt: OwnDoubt) -> bool:
        """Tell whether the same is asked of other words."""
        return any(doubt.source == asked.ground for asked in self.book.doubts.values())

    def _mark(self, path: NodePath, doubt: OwnDoubt) -> bool:
        parent = self.data
        for step in path[:-1]:
            parent = parent[step]  # type: ignore[index]
        value, first = parent[path[-1]], self.ends.get(path, 0)  # type: ignore[index]
        letters = value.casefold() if len(value.casefold()) == len(value) else value
        for words in (escape_inline(doubt.words), doubt.words):
            at = letters.find(words.casefold(), first)
            if at >= 0:
                found = self._write(value[at : at + len(words)], doubt)
                parent[path[-1]] = value[:at] + found + value[at + len(words) :]  # type: ignore[index]
                self.ends[path] = at + len(found)
                return True
        return False

    def _write(self, words: str, doubt: OwnDoubt) -> str:
        mark = self.book.take_back(words, doubt.source)
        self.paragraphs |= dict.fromkeys(self.book.doubts.keys() - self.paragraphs.keys(), doubt.paragraph)
        return mark


def _list_leaves(value: Any, path: NodePath) -> Iterator[NodePath]:
    """Yield where each text of some data stands."""
    if isinstance(value, str):
        yield path
    elif isinstance(value, Mapping | list):
        for step, below in value.items() if isinstance(value, Mapping) else enumerate(value):
            yield from _list_leaves(below, (*path, step))


def mark_own_doubts(tree: YamlTree, doubts: Sequence[OwnDoubt]) -> int:
    """Mark doubts in a document, each asked at its head; return how many of them found no place."""
    leaves = [(find_position(tree.positions, path)[0], path) for path in _list_leaves(tree.data, ())] if doubts else []
    marking = _Marking(tree.data, leaves)
    lost = [doubt for doubt in doubts if not marking.mark(doubt)]
    left = sum(not marking.has_asked(doubt) for doubt in lost)  # an annex names the document by the words of its head
    tree.positions |= {(HEAD_KEY, name): (paragraph, 1) for name, paragraph in marking.paragraphs.items()}
    asked = dict(marking.book.list_asked())
    tree.data = ({HEAD_KEY: asked} if asked else {}) | tree.data
    return left


def spell_as_typed(issuer: dict[str, Any], author: str) -> None:
    """Give the names of the bodies, which are printed in capitals, the letters that the properties of a file keep."""
    keys = [key for key in ("cap_tren", "ten") if key in issuer]
    printed = " - ".join(issuer[key].replace("\n", " ") for key in keys)
    if printed.casefold() != author.casefold() or len(printed) != len(author):
        return
    at = 0
    for key in keys:
        name = issuer[key]
        typed = author[at : at + len(name)]
        issuer[key] = "".join("\n" if sign == "\n" else letter for sign, letter in zip(name, typed, strict=True))
        at += len(name) + len(" - ")
