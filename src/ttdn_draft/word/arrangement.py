"""Brings a package of any maker into one order: its parts go in, those of a .docx with the names that we know come out.

Word finds parts by the relations between them, never by name. Here they are found so, once, and get the names under
which the other modules know them. What makes a template or a macro of it goes, and parts that Word writes only where
they are needed are added.
"""

import posixpath
import re
from collections.abc import Iterator

from lxml import etree

from ..archives import XML_ENDINGS, check_xml
from ..patterns import regex
from .additions import needed_additions, with_note_settings
from .ooxml import PREFIXES, W
from .relations import (
    WORD_TYPE,
    PartsByName,
    add_part,
    drop_parts,
    find_target,
    move_parts,
    read_relations,
    set_type,
    type_of,
)

MAIN = "word/document.xml"
MAIN_TYPE = f"{WORD_TYPE}document.main+xml"
KNOWN = {kind: f"word/{kind}.xml" for kind in ("styles", "numbering", "settings", "footnotes", "endnotes", "comments")}
PROPERTIES = "docProps/core.xml"
EDGE = regex(r"word/[^/]+\.xml")
THEME = regex(r"word/theme/[^/]+\.xml")
MAIN_START = regex(rb"<w:document(?=[\s>])")
MACRO_KINDS = {"vbaProject", "wordVbaData", "vbaProjectSignature", "keyMapCustomizations", "attachedToolbars"}
MACRO_PART = regex(r"(?:.*/)?vba(?:project\w*\.bin|data\.xml)", re.I)


def arrange(parts: PartsByName) -> tuple[dict[str, bytes], list[str]]:
    """Return the parts in our order, and the macro parts that were taken out; the package names its main part.

    Raises ArchiveError where a part that we read as XML is none.
    """
    main = find_target(parts, "", "officeDocument")
    if main is None or main not in parts:
        return dict(parts), []
    macros = sorted({*_macros(parts)})
    kept = drop_parts(parts, set(macros)) if macros else dict(parts)
    moves = _moves(kept, main)
    unchecked = [name for name in moves if not name.lower().endswith(XML_ENDINGS)]  # XML that is not called so
    kept = move_parts(kept | {name: check_xml(kept[name], name) for name in unchecked}, moves)
    if type_of(kept, MAIN) != MAIN_TYPE:
        kept = set_type(kept, MAIN, MAIN_TYPE)
    return _complete({**kept, MAIN: _with_prefixes(kept[MAIN])}), macros


def _with_prefixes(data: bytes) -> bytes:
    """Return the main part with the prefixes of our XML known to all of it: LibreOffice binds some in each drawing."""
    known = etree.fromstring(data).nsmap
    missing = "".join(f' xmlns:{prefix}="{uri}"' for prefix, uri in PREFIXES.items() if prefix not in known)
    return MAIN_START.sub(rb"\g<0>" + missing.encode(), data, count=1) if missing else data


def _macros(parts: PartsByName) -> Iterator[str]:
    """Yield the parts of macros: those that are pointed to as such, and those that are called so."""
    for source in ["", *parts]:
        yield from (r.target for r in read_relations(parts, source) if r.kind in MACRO_KINDS and r.target in parts)
    yield from (name for name in parts if MACRO_PART.fullmatch(name))


def _moves(parts: PartsByName, main: str) -> dict[str, str]:
    """Return the new names of the parts that are called otherwise than we know them."""
    wanted = {main: MAIN}
    if properties := find_target(parts, "", "core-properties"):
        wanted[properties] = PROPERTIES
    for kind, name in KNOWN.items():
        if target := find_target(parts, main, kind):
            wanted.setdefault(target, name)
    moves = {old: new for old, new in wanted.items() if old != new and old in parts}
    for relation in read_relations(parts, main):
        form, folder = (THEME, "word/theme") if relation.kind == "theme" else (EDGE, "word")
        is_known = relation.kind in {"header", "footer", "theme"} and relation.target in parts
        if is_known and relation.target not in wanted and not form.fullmatch(relation.target):
            name = posixpath.basename(relation.target).rpartition(".")[0] or relation.kind
            moves[relation.target] = _free(f"{folder}/{name}.xml", {*parts, *moves.values()})
    for name in [new for new in moves.values() if new in parts and new not in moves]:
        moves[name] = _free(name, {*parts, *moves.values()})  # called like a part that we know, but is another
    return moves


def _free(name: str, used: set[str]) -> str:
    stem, _, ending = name.rpartition(".")
    return next(n for i in range(len(used) + 1) if (n := f"{stem}{f'-{i}' if i else ''}.{ending}") not in used)


def _complete(parts: dict[str, bytes]) -> dict[str, bytes]:
    """Return the parts with those that are needed, as Word writes them where something asks for them."""
    for new in needed_additions():
        if find_target(parts, MAIN, new.kind) is None:
            if new.name in parts:
                parts = move_parts(parts, {new.name: _free(new.name, set(parts))})
            parts = add_part(parts, MAIN, new)
            if new.kind == "footnotes" and _is_settings(parts):
                parts = {**parts, KNOWN["settings"]: with_note_settings(parts[KNOWN["settings"]])}
    return parts


def _is_settings(parts: PartsByName) -> bool:
    data = parts.get(KNOWN["settings"])
    return data is not None and etree.fromstring(data).tag == f"{W}settings"
