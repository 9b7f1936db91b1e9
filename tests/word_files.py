"""Reads a .docx for the tests: paragraphs with style, label and text; independent of the code under test."""

import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@dataclass
class Word:
    """The parsed parts of a .docx."""

    path: Path

    def part(self, name: str) -> etree._Element:
        with zipfile.ZipFile(self.path) as archive:
            return etree.fromstring(archive.read(name))

    def names(self) -> list[str]:
        with zipfile.ZipFile(self.path) as archive:
            return archive.namelist()

    @property
    def body(self) -> etree._Element:
        found = self.part("word/document.xml").find(f"{W}body")
        assert found is not None
        return found

    def paragraphs(self, style: str = "") -> list[etree._Element]:
        """Return the paragraphs of the body, or those of one style (by its name in Word)."""
        found = list(self.body.iter(f"{W}p"))
        return [p for p in found if not style or self.style_name(p) == style]

    def style_names(self) -> dict[str, str]:
        names = {}
        for style in self.part("word/styles.xml").iter(f"{W}style"):
            name = style.find(f"{W}name")
            assert name is not None
            names[str(style.get(f"{W}styleId"))] = str(name.get(f"{W}val"))
        return names

    def style_name(self, paragraph: etree._Element) -> str:
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        return "" if style is None else self.style_names()[str(style.get(f"{W}val"))]

    def style(self, name: str) -> etree._Element:
        ids = {v: k for k, v in self.style_names().items()}
        return next(s for s in self.part("word/styles.xml").iter(f"{W}style") if s.get(f"{W}styleId") == ids[name])

    def line_of(self, name: str) -> list[str]:
        """Return a style and those that it is based on, by their names, the nearest first."""
        names, line = self.style_names(), [name]
        while base := value(self.style(line[-1]), "basedOn"):
            line.append(names[base])
        return line

    def along(self, name: str, path: str, attribute: str = "val") -> str | None:
        """Return what a style says of `pPr/jc`, or what the nearest of its bases says; "" is a bare switch."""
        by_id = {s.get(f"{W}styleId"): s for s in self.part("word/styles.xml").iter(f"{W}style")}
        style: etree._Element | None = self.style(name)
        while style is not None:
            found = style.find("/".join(W + step for step in path.split("/")))
            if found is not None and (attribute == "val" or found.get(W + attribute) is not None):
                return found.get(W + attribute, "")
            style = by_id.get(value(style, "basedOn"))
        return None

    def texts(self, style: str = "") -> list[str]:
        return [text_of(p) for p in self.paragraphs(style)]

    def notes(self) -> list[str]:
        return [
            text_of(note).strip()
            for note in self.part("word/footnotes.xml").iter(f"{W}footnote")
            if note.get(f"{W}type") is None
        ]


def text_of(element: etree._Element) -> str:
    """Return the text of an element: line breaks as newlines, no-break hyphens as hyphens, marks as [^n]."""
    return "".join(_pieces(element))


def _pieces(element: etree._Element) -> Iterator[str]:
    for piece in element.iter():
        if piece.tag == f"{W}t":
            yield piece.text or ""
        elif piece.tag == f"{W}br":
            yield "\n"
        elif piece.tag == f"{W}noBreakHyphen":
            yield "-"
        elif piece.tag == f"{W}footnoteReference":
            yield f"[^{piece.get(f'{W}id')}]"


def value(element: etree._Element, path: str, attribute: str = "val") -> str | None:
    """Return an attribute of a descendant named like `pPr/spacing`."""
    found = element.find("/".join(W + step for step in path.split("/")))
    return None if found is None else found.get(W + attribute)
