"""Writes a format that is to change as Word calls it: a change goes in, what turns old properties into new comes out.

The names and units of formats are those of `formats.Format`; margins and sizes of a page are in mm.
"""

from collections.abc import Callable, Mapping
from functools import partial
from typing import TypeAlias

from ..errors import FormatChange
from .formats import HALF_POINTS, TWIPS
from .ooxml import twips
from .properties import set_attributes, set_child
from .tracked import XmlChange

FONT_KINDS = ("ascii", "hAnsi", "eastAsia", "cs")
WORD_ALIGNMENTS = {"justify": "both"}
SWITCHES = {"bold": ("b", "bCs"), "italic": ("i", "iCs"), "is_capital": ("caps",)}
PARAGRAPH_SWITCHES = {"is_contextual": "contextualSpacing", "keep_next": "keepNext", "starts_page": "pageBreakBefore"}
PAGE_SIZE = {"width": "w:w", "height": "w:h"}
FormatValue: TypeAlias = float | str
Setter: TypeAlias = Callable[[str, FormatValue], str]


def make_change(change: FormatChange) -> XmlChange | None:
    """Return what sets a format in the properties of its scope; None for a format that is not set there."""
    setters: Mapping[str, Setter] = {"run": RUN_SETTERS, "paragraph": PARAGRAPH_SETTERS, "section": SECTION_SETTERS}[
        change.scope
    ]
    setter = setters.get(change.name)
    return None if setter is None else lambda properties: setter(properties, change.new)


def _switch(names: tuple[str, ...], tag: str, properties: str, value: FormatValue) -> str:
    for name in names:
        properties = set_child(properties, tag, f"w:{name}", f"<w:{name}/>" if value else f'<w:{name} w:val="0"/>')
    return properties


def _value(names: tuple[str, ...], write: Callable[[FormatValue], str], properties: str, value: FormatValue) -> str:
    for name in names:
        properties = set_attributes(properties, "w:rPr", f"w:{name}", {"w:val": write(value)})
    return properties


def _font(properties: str, value: FormatValue) -> str:
    """Name one font for all letters; a font of the theme would go before it."""
    kinds = "".join(f' w:{kind}="{value}"' for kind in FONT_KINDS)
    return set_child(properties, "w:rPr", "w:rFonts", f"<w:rFonts{kinds}/>")


def _shade(properties: str, value: FormatValue) -> str:
    shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{value or "auto"}"/>'
    return set_child(properties, "w:rPr", "w:shd", shade)


def _half_points(value: FormatValue) -> str:
    return str(round(float(value) * HALF_POINTS))


def _points(value: FormatValue) -> str:
    return str(round(float(value) * TWIPS))


def _spacing(name: str, properties: str, value: FormatValue) -> str:
    """Set a space; what asks Word to choose it by itself, or counts it in lines, would go before it."""
    kept: dict[str, str | None] = {f"w:{name}": _points(value)}
    if name != "line":
        kept |= {f"w:{name}Autospacing": "0", f"w:{name}Lines": "0"}
    return set_attributes(properties, "w:pPr", "w:spacing", kept)


def _rule(properties: str, value: FormatValue) -> str:
    return set_attributes(properties, "w:pPr", "w:spacing", {"w:lineRule": str(value)})


def _side(name: str, properties: str, value: FormatValue) -> str:
    other = {"left": "w:start", "right": "w:end"}[name]
    return set_attributes(properties, "w:pPr", "w:ind", {f"w:{name}": str(twips(float(value))), other: None})


def _first_line(properties: str, value: FormatValue) -> str:
    """Set how far the first line is indented, or below zero hangs: Word lets what hangs go before what is indented."""
    length = twips(float(value))
    first, hanging = (None, str(-length)) if length < 0 else (str(length), None)
    return set_attributes(properties, "w:pPr", "w:ind", {"w:firstLine": first, "w:hanging": hanging})


def _align(properties: str, value: FormatValue) -> str:
    return set_attributes(properties, "w:pPr", "w:jc", {"w:val": WORD_ALIGNMENTS.get(str(value), str(value))})


def _margin(name: str, properties: str, value: FormatValue) -> str:
    return set_attributes(properties, "w:sectPr", "w:pgMar", {f"w:{name}": str(twips(float(value)))})


def _page_size(name: str, properties: str, value: FormatValue) -> str:
    return set_attributes(properties, "w:sectPr", "w:pgSz", {name: str(twips(float(value)))})


RUN_SETTERS: Mapping[str, Setter] = {
    "size": partial(_value, ("sz", "szCs"), _half_points),
    "colour": partial(_value, ("color",), str),
    "underline": partial(_value, ("u",), str),
    "font": _font,
    "shade": _shade,
    **{name: partial(_switch, marks, "w:rPr") for name, marks in SWITCHES.items()},
}
PARAGRAPH_SETTERS: Mapping[str, Setter] = {
    "align": _align,
    "rule": _rule,
    "first_line": _first_line,
    **{name: partial(_spacing, name) for name in ("before", "after", "line")},
    **{name: partial(_side, name) for name in ("left", "right")},
    **{name: partial(_switch, (mark,), "w:pPr") for name, mark in PARAGRAPH_SWITCHES.items()},
}
SECTION_SETTERS: Mapping[str, Setter] = {
    **{name: partial(_margin, name) for name in ("top", "bottom", "left", "right", "header", "footer")},
    **{name: partial(_page_size, mark) for name, mark in PAGE_SIZE.items()},
}
