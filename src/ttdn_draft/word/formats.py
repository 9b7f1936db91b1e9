"""How Word shows a paragraph or a run: defaults, styles, lists and direct formatting go in, one Format comes out."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import Any, TypeAlias

from lxml import etree

from ..knowledge.standards.fonts import MM_PER_PT
from ..patterns import regex
from ..records import dataclass
from .ooxml import W
from .package import Package

MEASURE = regex(r"(-?[0-9]{1,6}(?:\.[0-9]{1,6})?)(pt|mm|cm|in|pc|pi)?")
POINTS = {"pt": 1.0, "mm": 1 / MM_PER_PT, "cm": 10 / MM_PER_PT, "in": 72.0, "pc": 12.0, "pi": 12.0}
HALF_POINTS, TWIPS = 2, 20  # in a point: what a bare number of Word counts
OFF = {"0", "false", "off"}
AUTO_SPACE = 14.0  # pt; what Word puts where it is told to choose the space by itself
Written: TypeAlias = tuple[tuple[object, ...], ...]
SIDES = {"start": "left", "end": "right"}


@dataclass(frozen=True)
class Format:
    """What Word shows, in pt, indents in mm; the values here are those of Word where nothing is said."""

    size: float = 10
    bold: bool = False
    italic: bool = False
    font: str = "Times New Roman"
    high_font: str = "Times New Roman"  # of the letters that ASCII lacks: ạ, ớ
    colour: str = "000000"
    align: str = "left"
    before: float = 0
    after: float = 0
    rule: str = "auto"
    line: float = 12  # under the rule "auto" 12 is single spacing, whatever the size
    left: float = 0
    right: float = 0
    first_line: float = 0  # below zero where the line hangs
    underline: str = "none"
    is_capital: bool = False  # shown in capitals, however it is typed
    shade: str = ""  # the colour behind the letters
    raised: str = "baseline"  # or superscript, subscript
    is_contextual: bool = False  # no space towards a paragraph of the same style
    keep_next: bool = False
    starts_page: bool = False


def read_points(text: str | None, per_point: float) -> float | None:
    """Return a measure of Word in pt; None where it is missing or absurd."""
    found = MEASURE.fullmatch(text or "")
    if not found:
        return None
    return float(found[1]) * POINTS[found[2]] if found[2] else float(found[1]) / per_point


def read_mm(text: str | None) -> float | None:
    """Return a measure of Word in mm; None where it is missing or absurd."""
    points = read_points(text, TWIPS)
    return None if points is None else points * MM_PER_PT


def attribute_of(element: etree._Element | None, path: str, name: str = "val") -> str | None:
    """Return an attribute of the element at a path like `pPr/jc`; None where there is none."""
    found = None if element is None else element.find(_full_path(path))
    return None if found is None else found.get(W + name)


@cache
def _full_path(path: str) -> str:
    return "/".join(W + step for step in path.split("/"))


def is_on(element: etree._Element | None, name: str) -> bool | None:
    """Tell whether a switch like `b` is on; None where it is not set."""
    found = None if element is None else element.find(W + name)
    return None if found is None else found.get(f"{W}val", "1") not in OFF


class Formats:
    """The styles and lists of a package, ready to resolve the format that they give."""

    def __init__(self, package: Package) -> None:
        styles = _root(package, "word/styles.xml")
        self._styles = {str(s.get(f"{W}styleId")): s for s in styles.iter(f"{W}style")}
        self._levels = dict(_levels(_root(package, "word/numbering.xml")))
        self._theme = dict(_theme_fonts(package))
        paragraphs = {key: s for key, s in self._styles.items() if s.get(f"{W}type", "paragraph") == "paragraph"}
        self.ids = {str(attribute_of(s, "name")).lower(): key for key, s in paragraphs.items()}
        self._default = next((key for key, s in paragraphs.items() if s.get(f"{W}default", "0") not in OFF), "")
        self._formats: dict[str, Format] = {}
        self._paragraphs: dict[tuple[str, str, Written], Format] = {}  # by table style, style and own properties
        self._runs: dict[tuple[Format, Written], Format] = {}
        self._base = Format()
        for group in styles.iterfind(f"{W}docDefaults/*"):
            self._base = self._with(self._base, group)

    def style(self, id: str) -> Format:
        """Return the format that a paragraph style gives, with all that it is based on."""
        if id not in self._formats:
            self._formats[id] = self._along(self._base, id)
        return self._formats[id]

    def base_of(self, id: str) -> str:
        """Return the id of the style on which one is based; nothing where it is based on none."""
        return attribute_of(self._styles.get(id), "basedOn") or ""

    def style_of(self, paragraph: etree._Element) -> str:
        """Return the id of the style of a paragraph: where it names none that is there, the default one."""
        named = attribute_of(paragraph, "pPr/pStyle")
        return named if named in self._styles else self._default

    def list_of(self, id: str, depth: str | None = None) -> tuple[str | None, str | None]:
        """Return list and level that a style gives, or one that it is based on; a level that is known stays."""
        for style in self._chain(id):
            if number := attribute_of(style, "pPr/numPr/numId"):
                return number, depth or attribute_of(style, "pPr/numPr/ilvl")
        return None, depth

    def paragraph(self, paragraph: etree._Element) -> Format:
        """Return the format of a paragraph: its table, its style and its direct formatting together."""
        table = next(paragraph.iterancestors(f"{W}tbl"), None)
        properties = paragraph.find(f"{W}pPr")
        key = attribute_of(table, "tblPr/tblStyle") or "", self.style_of(paragraph), _key_of(properties)
        if key not in self._paragraphs:
            styled = self._along(self._along(self._base, key[0]), key[1])
            self._paragraphs[key] = replace(styled, **self._read_paragraph(properties))
        return self._paragraphs[key]

    def run(self, run: etree._Element, base: Format) -> Format:
        """Return the format of a run in a paragraph; a character style toggles bold and italic, as in Word."""
        properties = run.find(f"{W}rPr")
        if properties is None:
            return base
        key = base, _key_of(properties)
        if key not in self._runs:
            marked = self._along(replace(base, bold=False, italic=False), attribute_of(properties, "rStyle") or "")
            turned = replace(marked, bold=base.bold != marked.bold, italic=base.italic != marked.italic)
            self._runs[key] = replace(turned, **self._read_run(properties))
        return self._runs[key]

    def _chain(self, id: str) -> Iterator[etree._Element]:
        """Yield a style and those that it is based on, once each: a ring of styles ends where it closes."""
        seen, key = set(), id
        while key in self._styles and key not in seen:
            seen.add(key)
            yield self._styles[key]
            key = attribute_of(self._styles[key], "basedOn") or ""

    def _along(self, base: Format, id: str) -> Format:
        for style in reversed(list(self._chain(id))):
            base = self._with(base, style)
        return base

    def _with(self, base: Format, owner: etree._Element) -> Format:
        """Return a format changed by what a style, or a group of the defaults, says of paragraphs and runs."""
        return replace(base, **self._read_paragraph(owner.find(f"{W}pPr")), **self._read_run(owner.find(f"{W}rPr")))

    def _read_paragraph(self, properties: etree._Element | None) -> dict[str, Any]:
        if properties is None:
            return {}
        number = attribute_of(properties, "numPr/numId"), attribute_of(properties, "numPr/ilvl") or "0"
        listed = _indents(self._levels.get(number)) if number[0] else {}
        align = attribute_of(properties, "jc")
        sides = {} if align is None else {"align": SIDES.get(align, align)}
        switches = _without_nothing(
            is_contextual=is_on(properties, "contextualSpacing"),
            keep_next=is_on(properties, "keepNext"),
            starts_page=is_on(properties, "pageBreakBefore"),
        )
        return listed | _indents(properties) | _spacing(properties) | sides | switches

    def _read_run(self, properties: etree._Element | None) -> dict[str, Any]:
        if properties is None:
            return {}
        size, colour = read_points(attribute_of(properties, "sz"), HALF_POINTS), attribute_of(properties, "color")
        return _without_nothing(
            size=size,
            bold=is_on(properties, "b"),
            italic=is_on(properties, "i"),
            colour="000000" if colour == "auto" else colour and colour.upper(),
            font=self._font(properties, "ascii"),
            high_font=self._font(properties, "hAnsi"),
            underline=attribute_of(properties, "u"),
            is_capital=is_on(properties, "caps"),
            shade=_shade(attribute_of(properties, "shd", "fill")),
            raised=attribute_of(properties, "vertAlign"),
        )

    def _font(self, properties: etree._Element | None, name: str) -> str | None:
        """Return the font that is named for some letters; a font of the theme goes before one that is named."""
        theme = attribute_of(properties, "rFonts", f"{name}Theme")
        return self._theme.get(theme[:5], theme) if theme else attribute_of(properties, "rFonts", name)


def _key_of(properties: etree._Element | None) -> Written:
    """Return what properties say, so that those that say the same are read once."""
    return () if properties is None else tuple((element.tag, *element.items()) for element in properties.iter())


def _root(package: Package, part: str) -> etree._Element:
    return etree.fromstring(package.parts[part]) if part in package.parts else etree.Element("missing")


def _levels(numbering: etree._Element) -> Iterator[tuple[tuple[str | None, str], etree._Element]]:
    """Yield the paragraph properties of each level by the number of its list and its own."""
    kinds = {kind.get(f"{W}abstractNumId"): kind for kind in numbering.iter(f"{W}abstractNum")}
    for number in numbering.iter(f"{W}num"):
        kind = kinds.get(attribute_of(number, "abstractNumId"))
        for level in kind.iterfind(f"{W}lvl") if kind is not None else ():
            properties = level.find(f"{W}pPr")
            if properties is not None:
                yield (number.get(f"{W}numId"), str(level.get(f"{W}ilvl"))), properties


def _theme_fonts(package: Package) -> Iterator[tuple[str, str]]:
    """Yield the fonts of the theme under the beginning of the names by which styles call them."""
    for part in [name for name in package.parts if re.fullmatch(r"word/theme/[^/]+\.xml", name)]:
        root = _root(package, part)
        for kind in ("major", "minor"):
            for font in root.iterfind(f".//{{*}}{kind}Font/{{*}}latin"):
                yield kind, str(font.get("typeface"))


def _indents(properties: etree._Element | None) -> dict[str, Any]:
    def read(*names: str) -> float | None:
        return next((mm for name in names if (mm := read_mm(attribute_of(properties, "ind", name))) is not None), None)

    hanging = read("hanging")
    first = read("firstLine") if hanging is None else -hanging
    return _without_nothing(left=read("start", "left"), right=read("end", "right"), first_line=first)


def _spacing(properties: etree._Element) -> dict[str, Any]:
    def read(name: str) -> float | None:
        if attribute_of(properties, "spacing", f"{name}Autospacing") not in {None, *OFF}:
            return AUTO_SPACE
        return read_points(attribute_of(properties, "spacing", name), TWIPS)

    rule = attribute_of(properties, "spacing", "lineRule")
    return _without_nothing(before=read("before"), after=read("after"), line=read("line"), rule=rule)


def _shade(fill: str | None) -> str | None:
    return "" if fill in ("auto", "FFFFFF") else fill


def _without_nothing(**values: Any) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value is not None}
