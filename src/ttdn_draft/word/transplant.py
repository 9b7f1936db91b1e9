"""Writes paragraphs and tables of one Word file for another: places go in, XML that the other understands comes out.

Styles are known again by their names, for each file gives them ids of its own; what they say in the one file and not in
the other stands at the words themselves. Lists are kept where both files number
alike. What points to other parts (pictures, links, comments) does not come along, its words do.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from lxml import etree

from ..patterns import regex
from .blocks import CellSpan, RowSpan, TableSpan
from .ooxml import W
from .properties import read_children, set_child
from .raw_file import RawFile
from .spans import ParagraphSpan, RunSpan, XmlSpan
from .style_looks import StyleLooks, fill_unsaid, merge_properties, write_properties
from .tracked import Author, mark_end, write_letters

KEPT = {
    "w:pPr": "pStyle keepNext keepLines pageBreakBefore widowControl numPr suppressLineNumbers tabs spacing ind "
    "contextualSpacing jc outlineLvl",
    "w:rPr": "rStyle rFonts b bCs i iCs caps smallCaps strike vanish color spacing kern position sz szCs highlight u "
    "shd vertAlign lang",
}
"""The properties that mean the same in another file."""
LIST = "w:numPr"
NUMBER_IDS = regex(r"""<w:(?:ilvl|numId)\s[^>]*?w:val\s*=\s*["'](\d+)["']""")
STYLE_TAGS = regex(r"""<w:(?:pStyle|rStyle|tblStyle)\s[^>]*?w:val\s*=\s*["']([^"']*)["'][^>]*?(?:/>|></w:\w+>)""")
CHANGE_TAGS = regex(r"<w:(tblPrChange|tblGridChange|tcPrChange|tblPrExChange)(?=[\s>]).*?</w:\1>", re.S)
NUMBERING = "numbering"


@dataclass
class Transplant:
    """From which file to which words are brought, and who brings them."""

    source: RawFile
    target: RawFile
    author: Author

    @cached_property
    def xml(self) -> str:
        """Return the text from which is taken."""
        return self.source.text(self.source.main)

    @cached_property
    def styles(self) -> Mapping[str, str]:
        """Return the ids of styles in the target by those in the source, of the styles that both know."""
        known = {name: key for key, name in _style_names(self.target).items()}
        return {key: known[name] for key, name in _style_names(self.source).items() if name in known}

    @cached_property
    def looks(self) -> tuple[StyleLooks, StyleLooks]:
        """Return what the styles of both files say: of the source, of the target."""
        return StyleLooks(self.source), StyleLooks(self.target)

    @cached_property
    def known_lists(self) -> frozenset[tuple[str, str, str]]:
        """Return the levels of lists that both files know under one number, and number alike."""
        return _list_levels(self.source) & _list_levels(self.target)

    def paragraph(self, paragraph: ParagraphSpan, has_new_end: bool = True) -> str:
        """Return a paragraph as one that is inserted; its end too, where it is not that of a cell of a new row."""
        properties = self._paragraph_properties(paragraph)
        properties = mark_end(properties, "w:ins", self.author) if has_new_end else properties
        runs = "".join(
            f"<w:r>{self._run_properties(r.properties, paragraph)}{write_letters(r.text)}</w:r>"
            for r in _lettered(paragraph)
        )
        inserted = f"<w:ins {self.author.sign()}>{runs}</w:ins>" if runs else ""
        return f"<w:p>{properties}{inserted}</w:p>"

    def _paragraph_properties(self, paragraph: ParagraphSpan) -> str:
        kept = self._keep(paragraph.properties, "w:pPr", self._said_otherwise(self._style_of(paragraph), "w:pPr"))
        number = next((xml for name, xml in read_children(kept) if name == LIST), "")
        found = NUMBER_IDS.findall(number)
        level = (found[1], found[0]) if len(found) > 1 else (*found, "0")
        is_known = any(known[:2] == level for known in self.known_lists)
        return kept if is_known or not number else kept.replace(number, "")

    def _run_properties(self, properties: XmlSpan | None, paragraph: ParagraphSpan) -> str:
        said = self._said_otherwise(self._style_of(paragraph), "w:rPr")
        named = STYLE_TAGS.search(self._at(properties))
        if named and named[1] not in self.styles:
            said = merge_properties(said, self.looks[0].own(named[1], "w:rPr"))
        return self._keep(properties, "w:rPr", said)

    def _style_of(self, paragraph: ParagraphSpan) -> str:
        """Return the id that the style of a paragraph has in the source."""
        named = STYLE_TAGS.search(self._at(paragraph.properties))
        return named[1] if named else self.looks[0].default

    def _said_otherwise(self, style: str, tag: str) -> dict[str, str]:
        """Return what a style of paragraphs says; nothing where the other file has one that says the same."""
        source, target = self.looks
        here, there = (_kept(one.look(key, tag), tag) for one, key in ((source, style), (target, self._heir(style))))
        return {} if here == there else fill_unsaid(here, there, tag)

    def _heir(self, style: str) -> str:
        """Return the id of the style that a paragraph of some style gets in the target."""
        return self.styles.get(style, self.looks[1].default)

    def _at(self, place: XmlSpan | None) -> str:
        return self.xml[place.start : place.end] if place else ""

    def _keep(self, place: XmlSpan | None, tag: str, said: Mapping[str, str]) -> str:
        """Return the properties at a place that mean the same in the other file, over what their style says."""
        own = {name: xml for name, child in read_children(self._at(place)) if (xml := self._restyle(child))}
        return write_properties(_kept(merge_properties(said, own), tag), tag)

    def _restyle(self, xml: str) -> str:
        """Return XML in which styles have the ids of the target; what names one that it lacks goes."""

        def rename(found: re.Match[str]) -> str:
            known = self.styles.get(found[1])
            start, end = found.start(1) - found.start(), found.end(1) - found.start()
            return f"{found[0][:start]}{known}{found[0][end:]}" if known else ""

        return STYLE_TAGS.sub(rename, xml)

    def table(self, table: TableSpan) -> str:
        """Return a table as one that is inserted, row by row."""
        first = table.rows[0].start if table.rows else table.end
        head = CHANGE_TAGS.sub("", self._restyle(self.xml[table.start : first]))
        return f"{head}{''.join(map(self.row, table.rows))}</w:tbl>" if table.rows else ""

    def row(self, row: RowSpan) -> str:
        """Return a row as one that is inserted."""
        old = self.xml[row.properties.start : row.properties.end] if row.properties else ""
        marked = set_child(_bare_row(old), "w:trPr", "w:ins", f"<w:ins {self.author.sign()}/>")
        return f"<w:tr>{marked}{''.join(map(self._cell, row.cells))}</w:tr>"

    def _cell(self, cell: CellSpan) -> str:
        properties = self.xml[cell.properties.start : cell.properties.end] if cell.properties else ""
        blocks = "".join(
            self.table(block) if isinstance(block, TableSpan) else self.paragraph(block, has_new_end=False)
            for block in cell.blocks
        )
        return f"<w:tc>{CHANGE_TAGS.sub('', properties)}{blocks}</w:tc>"


def _kept(properties: Mapping[str, str], tag: str) -> dict[str, str]:
    names = {f"w:{name}" for name in KEPT[tag].split()}
    return {name: xml for name, xml in properties.items() if name in names}


def _lettered(paragraph: ParagraphSpan) -> Iterator[RunSpan]:
    return (run for run in paragraph.runs if run.text)


def _bare_row(properties: str) -> str:
    kept = "".join(xml for name, xml in read_children(properties) if name not in {"w:ins", "w:del", "w:trPrChange"})
    return f"<w:trPr>{kept}</w:trPr>"


def _list_levels(file: RawFile) -> frozenset[tuple[str, str, str]]:
    """Return the levels of the lists of a file: the number of the list, that of the level, and how that numbers."""
    part = file.find(NUMBERING)
    root = etree.fromstring(file.checked[part]) if part else etree.Element("none")
    kinds = {kind.get(f"{W}abstractNumId"): kind for kind in root.iter(f"{W}abstractNum")}
    named = ((n.get(f"{W}numId"), n.find(f"{W}abstractNumId")) for n in root.iter(f"{W}num"))
    levels = ((number, kinds.get(k.get(f"{W}val"))) for number, k in named if k is not None)
    return frozenset(
        (str(number), str(level.get(f"{W}ilvl")), _count_of(level))
        for number, kind in levels
        for level in (kind.iterfind(f"{W}lvl") if kind is not None else ())
    )


def _count_of(level: etree._Element) -> str:
    marks = (level.find(f"{W}{name}") for name in ("numFmt", "lvlText", "start"))
    return "|".join("" if mark is None else str(mark.get(f"{W}val")) for mark in marks)


def _style_names(file: RawFile) -> dict[str, str]:
    """Return the names of the styles of a file in small letters, by their ids."""
    part = file.find("styles")
    if part is None:
        return {}
    styles = (
        (s.get(f"{W}styleId"), s.find(f"{W}name")) for s in etree.fromstring(file.checked[part]).iter(f"{W}style")
    )
    return {str(key): str(name.get(f"{W}val")).lower() for key, name in styles if key and name is not None}
