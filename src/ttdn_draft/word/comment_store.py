"""The comments of a Word file: the file goes in, those that the program wrote go out of it and new ones come in.

Word keeps what a comment says in one part, and in others whether it is an answer or done with (`commentsExtended`) and
by which numbers it is known (`commentsIds`, `commentsExtensible`). A comment of ours that somebody answered, or ticked
off, is a talk by now and stays.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import field
from functools import cached_property
from xml.sax.saxutils import quoteattr

from lxml import etree

from ..patterns import regex
from ..records import dataclass
from .ooxml import AUTHOR, DECLARATION, NAMESPACES, W, text_run
from .raw_file import RawFile, add_to_root
from .relations import Addition

CHECK_INITIALS = "KT"
"""Tells the comments of the check from those in which a draft names the source of a doubt."""
COMMENT_KIND = "comments"
COMMENT_TAG = regex(
    r"""<w:comment(?=[\s/>])(?P<head>[^>"']*(?:"[^"]*"[^>"']*|'[^']*'[^>"']*)*?)(?:/>|>.*?</w:comment\s*>)""", re.S
)
ATTRIBUTE = regex(r"""([\w.:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
COMPANION_ENTRY = regex(r"""<[\w.-]+:(?:commentEx|commentId|commentExtensible)(?=[\s/>])[^>]*?(?:/>|></[^>]*>)""")
COMPANIONS = ("commentsExtended", "commentsIds", "commentsExtensible")
PARA_ID = "{http://schemas.microsoft.com/office/word/2010/wordml}paraId"
COMMENT_LOOK = '<w:sz w:val="20"/>'


@dataclass(frozen=True)
class StoredComment:
    """A comment in its part: where it stands, its number and words, the ids of its paragraphs, whether it is ours."""

    start: int
    end: int
    id: str
    words: str
    paragraph_ids: frozenset[str]
    is_ours: bool


@dataclass
class CommentStore:
    """The comments of a file; what is changed is put into the file by `write`."""

    file: RawFile
    new: list[tuple[str, str]] = field(default_factory=list)  # number and text

    @cached_property
    def part(self) -> str | None:
        """Return the part that holds them."""
        return self.file.find(COMMENT_KIND)

    @cached_property
    def old(self) -> list[StoredComment]:
        """Return the comments that the file came with."""
        return list(_read(self.file.text(self.part), self.file.checked[self.part])) if self.part else []

    @cached_property
    def replaced(self) -> list[StoredComment]:
        """Return those of ours that nobody answered or ticked off."""
        spoken = set(self._spoken_of())
        return [one for one in self.old if one.is_ours and not one.paragraph_ids & spoken]

    def _spoken_of(self) -> Iterator[str]:
        """Yield the ids of paragraphs of comments that are answered or done with."""
        for entry in self._entries("commentsExtended"):
            named = _attributes(entry[0])
            yield named.get("paraIdParent", "")
            if named.get("done", "0") not in ("0", "false"):
                yield named.get("paraId", "")

    def _entries(self, kind: str) -> list[re.Match[str]]:
        part = self.file.find(kind)
        return list(COMPANION_ENTRY.finditer(self.file.text(part))) if part else []

    def add(self, text: str) -> str | None:
        """Add a comment and return its number; None where one that stays says the same."""
        if " ".join(text.split()) in self._said:
            return None
        number = str(self._first + len(self.new))
        self.new.append((number, text))
        return number

    @cached_property
    def _kept(self) -> list[StoredComment]:
        gone = {one.start for one in self.replaced}
        return [one for one in self.old if one.start not in gone]

    @cached_property
    def _said(self) -> set[str]:
        """Return what those of ours say that stay."""
        return {" ".join(one.words.split()) for one in self._kept if one.is_ours}

    @cached_property
    def _first(self) -> int:
        """Return the first number that is free above all that stay."""
        return max((int(one.id) for one in self._kept if one.id.isdigit()), default=-1) + 1

    def write(self) -> None:
        """Put the comments into the file, and take those that are replaced out of it."""
        written = "".join(_write(number, text) for number, text in self.new)
        if self.part:
            xml = _without(self.file.text(self.part), [(one.start, one.end) for one in self.replaced])
            self.file.put(self.part, add_to_root(xml, written) if written else xml)
        elif written:
            data = f"{DECLARATION}<w:comments {NAMESPACES}>{written}</w:comments>".encode()
            self.file.add(Addition(f"{COMMENT_KIND}.xml", data, COMMENT_KIND, f"{COMMENT_KIND}+xml"))
        self._drop_entries({paragraph for one in self.replaced for paragraph in one.paragraph_ids})

    def _drop_entries(self, gone: set[str]) -> None:
        """Take out of the other parts what they say of comments that are gone."""
        numbers = set[str]()
        for kind in COMPANIONS if gone else ():
            entries = [(entry, _attributes(entry[0])) for entry in self._entries(kind)]
            dead = [e for e, named in entries if named.get("paraId") in gone or named.get("durableId") in numbers]
            numbers |= {named["durableId"] for e, named in entries if e in dead and "durableId" in named}
            if dead and (part := self.file.find(kind)):
                self.file.put(part, _without(self.file.text(part), [e.span() for e in dead]))


def _read(xml: str, checked: bytes) -> Iterator[StoredComment]:
    told = etree.fromstring(checked).iterchildren(f"{W}comment")
    for found, element in zip(COMMENT_TAG.finditer(xml), told, strict=True):
        words = "\n".join("".join(t.text or "" for t in p.iter(f"{W}t")) for p in element.iter(f"{W}p"))
        paragraphs = frozenset(str(p.get(PARA_ID)) for p in element.iter(f"{W}p") if p.get(PARA_ID))
        is_ours = (element.get(f"{W}author"), element.get(f"{W}initials")) == (AUTHOR, CHECK_INITIALS)
        yield StoredComment(*found.span(), str(element.get(f"{W}id")), words, paragraphs, is_ours)


def _write(number: str, text: str) -> str:
    about = f"w:id={quoteattr(number)} w:author={quoteattr(AUTHOR)} w:initials={quoteattr(CHECK_INITIALS)}"
    paragraphs = "".join(f"<w:p>{text_run(line, COMMENT_LOOK)}</w:p>" for line in text.split("\n"))
    return f"<w:comment {about}>{paragraphs}</w:comment>"


def _attributes(tag: str) -> dict[str, str]:
    """Return the attributes of a tag by their names without prefix."""
    return {name.rpartition(":")[2]: one or other for name, one, other in ATTRIBUTE.findall(tag)}


def _without(xml: str, spans: Iterable[tuple[int, int]]) -> str:
    out, at = [], 0
    for start, end in sorted(spans):
        out.append(xml[at:start])
        at = end
    return "".join([*out, xml[at:]])
