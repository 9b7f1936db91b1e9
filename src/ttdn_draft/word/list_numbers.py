"""The numbers that Word counts: the lists of a document go in, and paragraph by paragraph the printed number comes out.

Lists of one kind count on together. A level starts again under any higher one, and where a list says that it does.
"""

from dataclasses import field

from lxml import etree

from ..patterns import regex
from ..records import dataclass
from .ooxml import W

PLACE = regex(r"%([1-9])")
ROMAN = ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"))
ROMAN_ONES = ((9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


@dataclass
class _List:
    """A list: the kind that it is of, and where its levels begin anew."""

    kind: str
    starts: dict[int, int] = field(default_factory=dict)


class ListNumbers:
    """Counts the numbered paragraphs of one text, in their order."""

    def __init__(self, numbering: etree._Element) -> None:
        self._kinds = {str(k.get(f"{W}abstractNumId")): _read_levels(k) for k in numbering.iter(f"{W}abstractNum")}
        self._lists = {str(n.get(f"{W}numId")): _read_list(n) for n in numbering.iter(f"{W}num")}
        self._counts: dict[str, dict[int, int]] = {}

    def count(self, number: str, level: int) -> str:
        """Return what is printed before the next paragraph of a list, on a level counted from 0; blank for no list."""
        found = self._lists.get(number)
        levels = self._kinds.get(found.kind, {}) if found else {}
        if found is None or level not in levels:
            return ""
        counts = self._counts.setdefault(found.kind, {})
        begins = found.starts.pop(level, None)  # once: the list goes on from there
        before = counts.get(level)
        following = levels[level].start if before is None else before + 1
        counts[level] = following if begins is None else begins
        for deeper in [at for at in counts if at > level]:
            del counts[deeper]
        return PLACE.sub(lambda place: self._write(int(place[1]) - 1, levels, counts), levels[level].text)

    def _write(self, level: int, levels: "dict[int, _Level]", counts: dict[int, int]) -> str:
        asked = levels.get(level, _Level())
        return write_count(counts.get(level, asked.start), asked.form)


@dataclass(frozen=True)
class _Level:
    """A level of a kind of lists."""

    text: str = ""
    form: str = "decimal"
    start: int = 1


def _read_levels(kind: etree._Element) -> dict[int, _Level]:
    return {
        int(level.get(f"{W}ilvl", "0")): _Level(
            _value(level, "lvlText", ""), _value(level, "numFmt", "decimal"), int(_value(level, "start", "1"))
        )
        for level in kind.iterfind(f"{W}lvl")
    }


def _read_list(number: etree._Element) -> _List:
    overrides = number.iterfind(f"{W}lvlOverride")
    starts = {int(o.get(f"{W}ilvl", "0")): _value(o, "startOverride", "") for o in overrides}
    return _List(_value(number, "abstractNumId", ""), {level: int(start) for level, start in starts.items() if start})


def _value(element: etree._Element, name: str, otherwise: str) -> str:
    found = element.find(W + name)
    return otherwise if found is None else str(found.get(f"{W}val", otherwise))


def write_count(count: int, form: str) -> str:
    """Return a number in one of the forms of Word."""
    match form:
        case "none":
            return ""
        case "upperRoman" | "lowerRoman":
            roman = _write_roman(count)
            return roman if form == "upperRoman" else roman.lower()
        case "upperLetter" | "lowerLetter":
            letter = chr(ord("A") + (count - 1) % 26) * ((count - 1) // 26 + 1)
            return letter if form == "upperLetter" else letter.lower()
        case "decimalZero":
            return f"{count:02d}"
    return str(count)


def _write_roman(count: int) -> str:
    written = ""
    for value, signs in (*ROMAN, *ROMAN_ONES):
        written += signs * (count // value)
        count %= value
    return written
