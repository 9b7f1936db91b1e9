"""Counts the lists of Word: paragraphs go in as they come, the number that Word prints before each comes out."""

from collections.abc import Mapping

from lxml import etree

from ...patterns import regex
from ...records import dataclass
from ...word.formats import Formats, attribute_of
from ...word.ooxml import W
from ...word.package import Package

COUNT_FORM = regex(r"\d{1,4}")
PLACE = regex(r"%(\d)")
ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
LIST_LETTERS = "abcdefghijklmnopqrstuvwxyz"
BULLETS = frozenset({"bullet"})
BULLET_DASH = "-"


@dataclass(frozen=True)
class ListLevel:
    """A level of a list: how its number is written, the text around it, and with what it begins."""

    form: str
    text: str
    start: int


class ListCounter:
    """The counts of all lists of a file, as Word keeps them: by kind of list, a level restarts below a higher one."""

    def __init__(self, package: Package, formats: Formats) -> None:
        self.formats = formats
        part = package.parts.get("word/numbering.xml")
        root = etree.fromstring(part) if part else etree.Element("missing")
        self.kinds = {str(n.get(f"{W}numId")): str(attribute_of(n, "abstractNumId")) for n in root.iter(f"{W}num")}
        self.levels = {
            str(kind.get(f"{W}abstractNumId")): dict(map(_read_level, kind.iterfind(f"{W}lvl")))
            for kind in root.iter(f"{W}abstractNum")
        }
        self.starts = {
            (str(n.get(f"{W}numId")), read_count(o.get(f"{W}ilvl"))): read_count(attribute_of(o, "startOverride"))
            for n in root.iter(f"{W}num")
            for o in n.iterfind(f"{W}lvlOverride")
            if attribute_of(o, "startOverride")
        }
        self.counts: dict[str, dict[int, int]] = {}
        self.begun: set[tuple[str, int]] = set()

    def label(self, paragraph: etree._Element) -> str:
        """Return the number or the sign that Word prints before a paragraph; nothing where it counts none."""
        number, depth = self._find(paragraph)
        kind = self.kinds.get(number, "")
        levels = self.levels.get(kind, {})
        if number in ("", "0") or depth not in levels:
            return ""
        counts = self.counts.setdefault(kind, {})
        if (number, depth) in self.starts and (number, depth) not in self.begun:
            self.begun.add((number, depth))
            counts[depth] = self.starts[number, depth]
        else:
            counts[depth] = counts.get(depth, levels[depth].start - 1) + 1
        for below in [level for level in counts if level > depth]:
            del counts[below]
        if levels[depth].form in BULLETS:
            return BULLET_DASH if not levels[depth].text.strip().startswith("+") else "+"
        return PLACE.sub(lambda found: self._write(int(found[1]) - 1, levels, counts), levels[depth].text).strip()

    def _write(self, depth: int, levels: Mapping[int, ListLevel], counts: Mapping[int, int]) -> str:
        level = levels.get(depth)
        return write_list_number(counts.get(depth, level.start), level.form) if level else ""

    def _find(self, paragraph: etree._Element) -> tuple[str, int]:
        """Return list and level of a paragraph: its own, else those of its style and of what that is based on."""
        own = paragraph.find(f"{W}pPr/{W}numPr")
        number, depth = attribute_of(own, "numId"), attribute_of(own, "ilvl")
        if number is None:
            number, depth = self.formats.list_of(self.formats.style_of(paragraph), depth)
        return number or "", read_count(depth)


def read_count(text: str | None, other: int = 0) -> int:
    """Return a whole number of Word, or another where it is missing or absurd."""
    return int(text) if text and COUNT_FORM.fullmatch(text) else other


def write_list_number(value: int, form: str) -> str:
    """Return a number in a form of Word: decimal, upperRoman, lowerRoman, upperLetter, lowerLetter; else decimal."""
    match form:
        case "upperRoman" | "lowerRoman":
            written = _roman(value)
        case "upperLetter" | "lowerLetter":
            written = LIST_LETTERS[(value - 1) % len(LIST_LETTERS)] * ((value - 1) // len(LIST_LETTERS) + 1)
        case "decimalZero":
            written = f"{value:02d}"
        case "none":
            return ""
        case _:
            written = str(value)
    return written.upper() if form.startswith("upper") else written


def _roman(value: int) -> str:
    written = ""
    for figure, letters in ROMAN:
        while value >= figure:
            written, value = written + letters, value - figure
    return written


def _read_level(level: etree._Element) -> tuple[int, ListLevel]:
    form, text = attribute_of(level, "numFmt") or "decimal", attribute_of(level, "lvlText") or ""
    return read_count(level.get(f"{W}ilvl")), ListLevel(form, text, read_count(attribute_of(level, "start"), 1))
