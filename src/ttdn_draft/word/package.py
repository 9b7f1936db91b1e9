"""Opens a .docx as a package of parts, after looking at its size: a file goes in, checked parts come out."""

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.resources.abc import Traversable
from pathlib import Path
from stat import S_ISREG

from lxml import etree

from ..archives import ArchiveError, Limits, read_archive
from ..archives import write_zip as write_zip  # the builder of templates takes it from here
from ..errors import Place, TemplateError, explain_os_error
from ..text_files import NO_FILE
from .drawing import DRAWING, LENGTH, SHAPE
from .ooxml import EMU_PER_MM, W

MAX_FILE = 32 << 20
LIMITS = Limits()
RELATIONS = "word/_rels/document.xml.rels"
ROOT_RELATIONS = "_rels/.rels"
REFERENCE = re.compile(r'\br:(?:id|embed|link)="([^"]+)"')
TYPES = "[Content_Types].xml"
SECTION = re.compile(r"<w:sectPr\b(?:(?!<w:sectPr\b).)*</w:sectPr>(?=\s*</w:body>)", re.S)
"""The section of the text: the last one, behind which the body ends."""
WORD_PART = re.compile(r"word/[^/]+\.xml")
NUMBER = re.compile(r"-?\d{1,6}")
TRACKED = re.compile(rb"<w:(?:del|moveFrom|delText)[ >]")
LIVING_FIELD = re.compile(
    rb"\b(?:INCLUDETEXT|INCLUDEPICTURE|DDEAUTO|DDE|LINK|MACROBUTTON|IMPORT)\b[^<]*(?:</w:instrText>|\")"
)
LIVING_KINDS = {"aFChunk", "attachedTemplate", "vbaProject", "oleObject", "control", "subDocument", "frame"}
REQUIRED = (
    TYPES, ROOT_RELATIONS, "word/document.xml", RELATIONS, "word/styles.xml", "word/numbering.xml",
    "word/footnotes.xml",
)  # fmt: skip


@dataclass(frozen=True)
class Package:
    """The parts of a .docx by name, in the order of the file."""

    file: str
    parts: Mapping[str, bytes]


@dataclass(frozen=True)
class WordIds:
    """The ids that Word gave in a template: they change when the template is saved, the names do not."""

    styles: Mapping[str, str]  # name in small letters -> id
    bases: Mapping[str, str]  # id of a style -> id of the one that it is based on
    lists: Mapping[str, str]  # id of a style -> id of the list that it carries, or that its base carries
    kinds_of_lists: Mapping[str, str]  # id of a list -> id of its kind (w:abstractNum)
    first_note: int
    section: str  # the XML of the section of the text
    shapes: Mapping[str, float]  # the drawings of ours, with the length in mm that they have in the template


def open_package(file: Path | Traversable) -> Package:
    """Read a .docx; raises TemplateError where it is missing, no .docx, too large, or holds what it must not."""
    name = str(file)
    try:
        if isinstance(file, Path):
            _look_at(file)
        data = file.read_bytes()
    except (OSError, ValueError) as error:
        raise TemplateError("E401", Place(name), reason=explain_os_error(error)) from None
    try:
        parts = read_archive(data, LIMITS)
    except ArchiveError as error:
        raise _explain(error, name) from None
    package = Package(name, parts)
    _check_parts(package)
    return package


def _look_at(file: Path) -> None:
    """Refuse folders, pipes and devices before opening them: opening a pipe would wait for ever."""
    status = file.stat()
    if not S_ISREG(status.st_mode):
        raise TemplateError("E401", Place(str(file)), reason=NO_FILE)
    if status.st_size > MAX_FILE:
        raise TemplateError("E403", Place(str(file)), part=file.name, limit=MAX_FILE >> 20)


def _explain(error: ArchiveError, file: str) -> TemplateError:
    place = Place(file, part=error.part)
    match error.fault:
        case "too-large":
            return TemplateError("E403", place, part=error.part, limit=LIMITS.part >> 20)
        case "bad-xml":
            return TemplateError("E405", place, problem=error.reason)
        case "dtd":
            return TemplateError("E406", place, part=error.part)
    return TemplateError("E402", place, reason=error.reason)


def _check_parts(package: Package) -> None:
    """Refuse a package with a missing part, a part that Word would not write so, or one that runs code."""
    for part in (*REQUIRED, *_targets(package)):
        if part not in package.parts:
            raise TemplateError("E404", Place(package.file, part=part), part=part)
    for part in ("word/document.xml", "word/footnotes.xml", "word/styles.xml", "word/numbering.xml", TYPES):
        root = etree.fromstring(package.parts[part])
        is_sound = root.tag.endswith("}Types") if part == TYPES else root.prefix == "w" and root.tag.startswith(W)
        if not is_sound or len(root) == 0:
            raise TemplateError("E407", Place(package.file, part=part), part=part)
    for part, data in package.parts.items():
        if part.startswith("word/") and TRACKED.search(data):
            raise TemplateError("E425", Place(package.file, part=part), part=part)
    for part in _living_parts(package):
        raise TemplateError("E408", Place(package.file, part=part), part=part)
    _check_references(package)
    notes = etree.fromstring(package.parts["word/footnotes.xml"]).iter(f"{W}footnote")
    if any(note.get(f"{W}type") in (None, "normal") or not NUMBER.fullmatch(note.get(f"{W}id", "")) for note in notes):
        raise TemplateError("E409", Place(package.file, part="word/footnotes.xml"))


def _targets(package: Package) -> Iterator[str]:
    """Yield the parts that the package and its main part point to."""
    for relations, folder in ((ROOT_RELATIONS, ""), (RELATIONS, "word/")):
        for relation in _relations(package, relations):
            target = str(relation.get("Target"))
            if str(relation.get("TargetMode")).lower() != "external" and not target.startswith("#"):
                yield target.removeprefix("/") if target.startswith("/") else posixpath.normpath(f"{folder}{target}")


def _relations(package: Package, part: str) -> Iterator[etree._Element]:
    if part in package.parts:
        yield from etree.fromstring(package.parts[part]).iter("{*}Relationship")


def _check_references(package: Package) -> None:
    """Refuse a package that does not say which part is the main one, or whose main part points nowhere."""
    if not any(str(r.get("Type")).endswith("/officeDocument") for r in _relations(package, ROOT_RELATIONS)):
        raise TemplateError("E407", Place(package.file, part=ROOT_RELATIONS), part=ROOT_RELATIONS)
    known = {str(relation.get("Id")) for relation in _relations(package, RELATIONS)}
    used = set(REFERENCE.findall(package.parts["word/document.xml"].decode()))
    for missing in sorted(used - known):
        raise TemplateError("E404", Place(package.file, part=RELATIONS), part=missing)
    for number in etree.fromstring(package.parts["word/numbering.xml"]).iter(f"{W}num"):
        if not NUMBER.fullmatch(number.get(f"{W}numId", "")):
            raise TemplateError("E407", Place(package.file, part="word/numbering.xml"), part="word/numbering.xml")


def _living_parts(package: Package) -> Iterator[str]:
    """Yield the parts that run code or load something from outside; a hyperlink does neither before a click."""
    for name, data in package.parts.items():
        if name.lower().endswith((".bin", ".exe", ".js", ".vbs")) and "printersettings" not in name.lower():
            yield name
        elif name.endswith(".rels"):
            relations = etree.fromstring(data).iter("{*}Relationship")
            if any(_is_living(str(r.get("Type")), str(r.get("TargetMode")).lower()) for r in relations):
                yield name
        elif LIVING_FIELD.search(data):
            yield name


def _is_living(kind: str, mode: str) -> bool:
    last = kind.rsplit("/", 1)[-1]
    return last in LIVING_KINDS or (mode == "external" and last != "hyperlink")


def read_ids(package: Package) -> WordIds:
    """Return the ids of styles and lists, the first number that is free for a note, and the section of the text."""
    styles, bases, lists = {}, {}, {}
    for style in etree.fromstring(package.parts["word/styles.xml"]).iter(f"{W}style"):
        name, base = style.find(f"{W}name"), style.find(f"{W}basedOn")
        number = style.find(f"{W}pPr/{W}numPr/{W}numId")
        key = str(style.get(f"{W}styleId"))
        if name is not None:
            styles[str(name.get(f"{W}val")).lower()] = key
        if base is not None:
            bases[key] = str(base.get(f"{W}val"))
        if number is not None:
            lists[key] = str(number.get(f"{W}val"))
    lists |= {key: lists[found] for key in bases if (found := _list_owner(key, bases, lists))}
    notes = etree.fromstring(package.parts["word/footnotes.xml"]).iter(f"{W}footnote")
    first_note = max((int(n.get(f"{W}id", "0")) for n in notes), default=0) + 1
    kinds = {
        str(number.get(f"{W}numId")): str(kind.get(f"{W}val"))
        for number in etree.fromstring(package.parts["word/numbering.xml"]).iter(f"{W}num")
        for kind in number.iterfind(f"{W}abstractNumId")
    }
    section = SECTION.search(package.parts["word/document.xml"].decode())
    return WordIds(styles, bases, lists, kinds, first_note, section[0] if section else "<w:sectPr/>", _shapes(package))


def _list_owner(style: str, bases: Mapping[str, str], lists: Mapping[str, str]) -> str:
    """Return the style from which one has its list, itself or one below it; nothing where there is none."""
    seen: set[str] = set()
    while style not in lists and style in bases and style not in seen:
        seen.add(style)
        style = bases[style]
    return style if style in lists else ""


def _shapes(package: Package) -> dict[str, float]:
    words = "".join(data.decode() for name, data in package.parts.items() if WORD_PART.fullmatch(name))
    drawings = DRAWING.findall(words)
    named = ((SHAPE.search(drawing), LENGTH.search(drawing)) for drawing in drawings)
    return {shape[1]: int(length[2]) / EMU_PER_MM for shape, length in named if shape and length}
