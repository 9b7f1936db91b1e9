"""The fields of Word: an element goes in, the codes of its fields come out, however they are torn and nested."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from ..patterns import regex
from .ooxml import W

NAME = regex(r'[\s"\\]*([^\W\d_]+)')
NESTED = "\ufffc"  # stands in a code for a field in it, of which the result is not known
FETCHING = (
    "AUTOTEXT AUTOTEXTLIST CONTROL DATA DATABASE DDE DDEAUTO EMBED GLOSSARY HTMLCONTROL IMPORT INCLUDE INCLUDEPICTURE "
    "INCLUDETEXT LINK MACROBUTTON PRINT RD"
)
"""The fields that take something from elsewhere, or have something run."""


@dataclass
class Field:
    """A field: its code with the pieces joined, and the paragraph in which it begins."""

    paragraph: etree._Element | None
    pieces: list[str] = field(default_factory=list)
    is_code: bool = True  # until the result begins

    @property
    def code(self) -> str:
        """Return the code in one piece."""
        return "".join(self.pieces)

    @property
    def name(self) -> str:
        """Return the name of the field in capitals; where another field makes a part of it, that is marked."""
        code = self.code.strip()
        if code.startswith(NESTED):
            return NESTED
        found = NAME.match(code)
        return "" if found is None else found[1].upper() + NESTED * code.startswith(NESTED, found.end())

    @property
    def is_fetching(self) -> bool:
        """Tell whether it takes something from elsewhere; a name that another field makes may be any."""
        return self.name in FETCHING.split() or NESTED in self.name


def read_fields(root: etree._Element) -> Iterator[Field]:
    """Yield the fields of an element; a piece of code that stands in no field is one of its own."""
    open_fields: list[Field] = []
    for element in root.iter(f"{W}fldSimple", f"{W}fldChar", f"{W}instrText"):
        paragraph = next(element.iterancestors(f"{W}p"), None)
        if element.tag == f"{W}fldSimple":
            yield Field(paragraph, [element.get(f"{W}instr", "")])
        elif element.tag == f"{W}instrText":
            if not open_fields:
                yield Field(paragraph, [element.text or ""])
            elif open_fields[-1].is_code:
                open_fields[-1].pieces.append(element.text or "")
        else:
            yield from _turn(open_fields, element.get(f"{W}fldCharType", ""), paragraph)
    yield from open_fields


def _turn(open_fields: list[Field], kind: str, paragraph: etree._Element | None) -> Iterator[Field]:
    """Open, divide or close a field; yield the one that is closed."""
    if kind == "begin":
        if open_fields and open_fields[-1].is_code:
            open_fields[-1].pieces.append(NESTED)
        open_fields.append(Field(paragraph))
    elif kind == "separate" and open_fields:
        open_fields[-1].is_code = False
    elif kind == "end" and open_fields:
        yield open_fields.pop()
