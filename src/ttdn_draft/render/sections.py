"""Sections of a document with annexes: the section of the template goes in, those of text and annexes come out.

An annex counts its pages anew, hides the number on its first page and carries none of the marks of page 1.
"""

from collections.abc import Mapping

from lxml import etree

from ..word.arrangement import MAIN
from ..word.ooxml import DECLARATION, NAMESPACES, W, paragraph
from ..word.relations import Addition, add_part

R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
BLANK_HEADER, TURNED_BLANK = (
    "word/ttdn-header.xml",
    "word/ttdn-header-turned.xml",
)  # of pages that are upright, on their side
BLANKS = {BLANK_HEADER: "rIdTtdnHeader", TURNED_BLANK: "rIdTtdnTurnedHeader", "word/ttdn-footer.xml": "rIdTtdnFooter"}
BLANK_TAGS = {"header": "hdr", "footer": "ftr"}
AFTER_NUMBERS = ("cols", "formProt", "vAlign", "noEndnote", "titlePg", "textDirection", "bidi", "rtlGutter", "docGrid")
TURNED = {"top": "left", "bottom": "right", "left": "bottom", "right": "top"}


def build_annex_section(section: str, is_landscape: bool) -> str:
    """Return the section of an annex, made from that of the text."""
    root = etree.fromstring(f"<x {NAMESPACES}>{section}</x>")[0]
    for reference in [*root.iterfind(f"{W}headerReference"), *root.iterfind(f"{W}footerReference")]:
        if reference.get(f"{W}type") == "first":
            root.remove(reference)
    blanks = [part for part in BLANKS if part != (BLANK_HEADER if is_landscape else TURNED_BLANK)]
    for place, part in enumerate(blanks):
        first = {f"{W}type": "first", f"{R}id": BLANKS[part]}
        root.insert(place, etree.Element(f"{W}{_kind_of(part)}Reference", first))
    _put(root, "pgNumType", {f"{W}start": "1"})
    _put(root, "titlePg", {})
    if is_landscape:
        _turn(root)
    return etree.tostring(root, encoding="unicode")


def _put(root: etree._Element, name: str, attributes: Mapping[str, str]) -> None:
    """Put an element in its place in the order of the schema, instead of one that is there."""
    for old in root.findall(f"{W}{name}"):
        root.remove(old)
    behind = AFTER_NUMBERS[AFTER_NUMBERS.index(name) + 1 :] if name in AFTER_NUMBERS else AFTER_NUMBERS
    names = {f"{W}{later}" for later in behind}
    place = next((i for i, child in enumerate(root) if child.tag in names), len(root))
    root.insert(place, etree.Element(f"{W}{name}", dict(attributes)))


def _turn(root: etree._Element) -> None:
    """Lay the page on its side: what was the left margin, where sheets are bound, is the upper one."""
    size, margins = root.find(f"{W}pgSz"), root.find(f"{W}pgMar")
    if size is not None:
        width, height = str(size.get(f"{W}w")), str(size.get(f"{W}h"))
        size.attrib.update({f"{W}w": height, f"{W}h": width, f"{W}orient": "landscape"})
    if margins is not None:
        margins.attrib.update({f"{W}{side}": str(margins.get(f"{W}{was}")) for side, was in TURNED.items()})


def end_section(section: str, style: str) -> str:
    """Return the paragraph that ends a section; it takes no room."""
    return paragraph(f'<w:pStyle w:val="{style}"/>{section}', "")


def add_blanks(parts: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the parts that a document with annexes has besides, and those in which they are named."""
    made = dict(parts)
    for part, relation in BLANKS.items():
        kind = _kind_of(part)
        data = f"{DECLARATION}<w:{BLANK_TAGS[kind]} {NAMESPACES}><w:p/></w:{BLANK_TAGS[kind]}>".encode()
        made = add_part(made, MAIN, Addition(part, data, kind, f"{kind}+xml"), relation)
    return {name: data for name, data in made.items() if data != parts.get(name)}


def _kind_of(part: str) -> str:
    return next(kind for kind in BLANK_TAGS if kind in part)
