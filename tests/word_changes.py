"""Reads a .docx with tracked changes for the tests, as accepted or as refused; independent of the code under test."""

import io
import zipfile
from collections.abc import Iterator
from copy import deepcopy

from lxml import etree

from tests.word_files import W

SIGNS = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-"}
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
AUTHOR = "ttdn-draft"
NEW, OLD = ("ins", "moveTo"), ("del", "moveFrom")


def parts_of(docx: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(docx)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def main_of(docx: bytes) -> etree._Element:
    return etree.fromstring(parts_of(docx)["word/document.xml"])


def settle(root: etree._Element, is_accepted: bool) -> etree._Element:
    """Return a text in which every change of the program is accepted, or refused; those of people stay."""
    root = deepcopy(root)
    stay, go = (NEW, OLD) if is_accepted else (OLD, NEW)
    for mark in list(_ours(root, [*stay, *go])):
        name = etree.QName(mark).localname
        parent = mark.getparent()
        if parent is None:
            continue
        if parent.tag == f"{W}trPr":
            row = next(mark.iterancestors(f"{W}tr"))
            if name in go:
                row.getparent().remove(row)
        elif parent.tag == f"{W}rPr":
            if name in go:
                paragraph = next(mark.iterancestors(f"{W}p"))
                paragraph.set("joins", "1")
        elif name in go:
            parent.remove(mark)
        else:
            for child in list(mark):
                mark.addprevious(child)
            parent.remove(mark)
    for text in root.iter(f"{W}delText"):
        if not any(a.tag in (f"{W}del", f"{W}moveFrom") for a in text.iterancestors()):
            text.tag = f"{W}t"
    for table in list(root.iter(f"{W}tbl")):
        if table.find(f"{W}tr") is None:
            table.getparent().remove(table)
    return root


def _ours(root: etree._Element, names: list[str]) -> Iterator[etree._Element]:
    for element in root.iter(*(W + name for name in names)):
        if element.get(f"{W}author") == AUTHOR:
            yield element


def words_of(root: etree._Element) -> list[str]:
    """Return the letters of each paragraph that has some, those that join the next one with it."""
    out, waiting = list[str](), ""
    for paragraph in root.iter(f"{W}p"):
        if any(a.tag in (f"{W}del", f"{W}moveFrom", f"{MC}Fallback") for a in paragraph.iterancestors()):
            continue
        waiting += letters_of(paragraph)
        if not paragraph.get("joins"):
            out.append(waiting)
            waiting = ""
    return [line for line in [*out, waiting] if line]


def letters_of(paragraph: etree._Element) -> str:
    """Return the letters of a paragraph, without those that are deleted or in a box that it carries."""
    return "".join(_letters(paragraph, paragraph))


def _letters(element: etree._Element, paragraph: etree._Element) -> Iterator[str]:
    for child in element:
        if child.tag in (f"{W}del", f"{W}moveFrom", f"{MC}Fallback", f"{W}pPr", f"{W}rPr", f"{W}p"):
            continue
        if child.tag == f"{W}t":
            yield child.text or ""
        elif child.tag in SIGNS:
            yield SIGNS[str(child.tag)]
        else:
            yield from _letters(child, paragraph)
