"""Parts that Word itself adds where they are needed: nothing goes in but where they stand, their XML comes out."""

from collections.abc import Sequence

from lxml import etree

from .ooxml import DECLARATION, NAMESPACES, W
from .relations import Addition, written

NOTE_SETTINGS = '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>'
SEPARATOR_SPACING = (
    '<w:spacing w:after="0" w:line="240" w:lineRule="auto"/>'  # what Word says of the separators of notes
)
# what the schema has behind `footnotePr` in the settings
AFTER_NOTES = (
    "endnotePr compat docVars rsids attachedSchema themeFontLang clrSchemeMapping doNotIncludeSubdocsInStats "
    "doNotAutoCompressPictures forceUpgrade captions readModeInkLockDown smartTagType shapeDefaults "
    "doNotEmbedSmartTags decimalSymbol listSeparator"
)


def build_footnotes(properties: str) -> str:
    """Return a part for notes without a note: the two separators, in paragraphs with these properties."""
    written_notes = _separator(-1, "separator", properties) + _separator(0, "continuationSeparator", properties)
    return f"{DECLARATION}<w:footnotes {NAMESPACES}>{written_notes}</w:footnotes>"


def _separator(number: int, kind: str, properties: str) -> str:
    line = f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:{kind}/></w:r></w:p>"
    return f'<w:footnote w:type="{kind}" w:id="{number}">{line}</w:footnote>'


def needed_additions() -> Sequence[Addition]:
    """Return the parts without which nothing can be printed, each without anything of its own."""
    empty = "<w:docDefaults><w:rPrDefault/><w:pPrDefault/></w:docDefaults>"
    list_kind = '<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/></w:abstractNum>'
    return [
        Addition("word/styles.xml", _part("styles", empty), "styles", "styles+xml"),
        Addition("word/numbering.xml", _part("numbering", list_kind), "numbering", "numbering+xml"),
        Addition("word/footnotes.xml", build_footnotes(SEPARATOR_SPACING).encode(), "footnotes", "footnotes+xml"),
    ]


def _part(name: str, content: str) -> bytes:
    return f"{DECLARATION}<w:{name} {NAMESPACES}>{content}</w:{name}>".encode()


def with_note_settings(settings: bytes) -> bytes:
    """Return the settings with the two separators of notes named, in their place in the order of the schema."""
    root = etree.fromstring(settings)
    if root.find(f"{W}footnotePr") is not None:
        return settings
    new = etree.fromstring(f"<x {NAMESPACES}>{NOTE_SETTINGS}</x>")[0]
    behind = {W + name for name in AFTER_NOTES.split()}
    is_behind = (child.tag in behind or not str(child.tag).startswith(W) for child in root)
    root.insert(next((at for at, found in enumerate(is_behind) if found), len(root)), new)
    return written(root)
