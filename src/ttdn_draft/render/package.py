"""Opens a .docx as a package of parts, after looking at its size: a file goes in, checked parts come out."""

import posixpath
import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.resources.abc import Traversable
from io import BytesIO
from pathlib import Path

from lxml import etree

from ..errors import Place, TemplateError, explain_os_error
from ..messages import N_
from .drawing import DRAWING, LENGTH, SHAPE
from .ooxml import EMU_PER_MM, W

MAX_FILE = 32 << 20
MAX_PART = 32 << 20
MAX_TOTAL = 64 << 20
MAX_RATIO = 400
RATIO_FROM = 1 << 20
ZIP_TIME = (1980, 1, 1, 0, 0, 0)
RELATIONS = "word/_rels/document.xml.rels"
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
    TYPES, "_rels/.rels", "word/document.xml", RELATIONS, "word/styles.xml", "word/numbering.xml",
    "word/footnotes.xml",
)  # fmt: skip
BROKEN_ZIP = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError)


@dataclass(frozen=True)
class Package:
    """The parts of a .docx by name, in the order of the file."""

    file: str
    parts: Mapping[str, bytes]


@dataclass(frozen=True)
class WordIds:
    """The ids that Word gave in a template: they change when the template is saved, the names do not."""

    styles: Mapping[str, str]  # name in small letters -> id
    lists: Mapping[str, str]  # id of a style -> id of the list that it carries
    kinds_of_lists: Mapping[str, str]  # id of a list -> id of its kind (w:abstractNum)
    first_note: int
    section: str  # the XML of the section of the text
    shapes: Mapping[str, float]  # the drawings of ours, with the length in mm that they have in the template


def open_package(file: Path | Traversable) -> Package:
    """Read a .docx; raises TemplateError where it is missing, no .docx, too large, or holds what it must not."""
    name = str(file)
    try:
        if isinstance(file, Path) and file.stat().st_size > MAX_FILE:
            raise TemplateError("E403", Place(name), part=file.name, limit=MAX_FILE >> 20)
        data = file.read_bytes()
    except OSError as error:
        raise TemplateError("E401", Place(name), reason=explain_os_error(error)) from None
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            parts = _read_parts(archive, name)
    except BROKEN_ZIP as error:
        raise TemplateError("E402", Place(name), reason=str(error)) from None
    package = Package(name, parts)
    _check_parts(package)
    return package


def _read_parts(archive: zipfile.ZipFile, file: str) -> dict[str, bytes]:
    parts: dict[str, bytes] = {}
    _check_sizes(archive, file)
    for info in archive.infolist():
        if info.is_dir():
            continue
        if info.filename in parts or ".." in info.filename.split("/") or info.filename.startswith("/"):
            raise TemplateError(
                "E402", Place(file, part=info.filename), reason=N_("tên phần bị trùng hoặc không an toàn")
            )
        data = archive.read(info)
        if info.filename.endswith((".xml", ".rels")):
            data = _check_xml(data, info.filename, file)
        parts[info.filename] = data
    return parts


def _check_sizes(archive: zipfile.ZipFile, file: str) -> None:
    total = 0
    for info in archive.infolist():
        total += info.file_size
        is_bomb = info.file_size > RATIO_FROM and info.file_size > MAX_RATIO * max(info.compress_size, 1)
        if info.file_size > MAX_PART or total > MAX_TOTAL or is_bomb:
            raise TemplateError("E403", Place(file, part=info.filename), part=info.filename, limit=MAX_PART >> 20)
        if info.flag_bits & 1:
            raise TemplateError("E402", Place(file, part=info.filename), reason=N_("tệp có mật khẩu"))
        if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise TemplateError("E402", Place(file, part=info.filename), reason=N_("kiểu nén không phải của Word"))


def _check_xml(data: bytes, part: str, file: str) -> bytes:
    """Return the part as UTF-8; refuse a DTD, with which a part could name files and blow itself up."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        tree = etree.fromstring(data, parser).getroottree()
    except etree.XMLSyntaxError as error:
        raise TemplateError("E405", Place(file, part=part), problem=str(error)) from None
    if b"<!DOCTYPE" in data or tree.docinfo.internalDTD is not None:
        raise TemplateError("E406", Place(file, part=part), part=part)
    return etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)


def _check_parts(package: Package) -> None:
    """Refuse a package in which a part is missing, written otherwise than Word writes, or alive."""
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
    notes = etree.fromstring(package.parts["word/footnotes.xml"]).iter(f"{W}footnote")
    if any(note.get(f"{W}type") in (None, "normal") or not NUMBER.fullmatch(note.get(f"{W}id", "")) for note in notes):
        raise TemplateError("E409", Place(package.file, part="word/footnotes.xml"))


def _targets(package: Package) -> Iterator[str]:
    """Yield the parts that the main part points to."""
    if RELATIONS in package.parts:
        for relation in etree.fromstring(package.parts[RELATIONS]).iter("{*}Relationship"):
            target = str(relation.get("Target"))
            if str(relation.get("TargetMode")).lower() != "external" and not target.startswith("#"):
                yield target.removeprefix("/") if target.startswith("/") else posixpath.normpath(f"word/{target}")


def _living_parts(package: Package) -> Iterator[str]:
    """Yield the parts that run code or fetch something from elsewhere; a hyperlink only waits for a click."""
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
    styles, lists = {}, {}
    for style in etree.fromstring(package.parts["word/styles.xml"]).iter(f"{W}style"):
        name, number = style.find(f"{W}name"), style.find(f"{W}pPr/{W}numPr/{W}numId")
        key = str(style.get(f"{W}styleId"))
        if name is not None:
            styles[str(name.get(f"{W}val")).lower()] = key
        if number is not None:
            lists[key] = str(number.get(f"{W}val"))
    notes = etree.fromstring(package.parts["word/footnotes.xml"]).iter(f"{W}footnote")
    first_note = max((int(n.get(f"{W}id", "0")) for n in notes), default=0) + 1
    kinds = {
        str(number.get(f"{W}numId")): str(kind.get(f"{W}val"))
        for number in etree.fromstring(package.parts["word/numbering.xml"]).iter(f"{W}num")
        for kind in number.iterfind(f"{W}abstractNumId")
    }
    section = SECTION.search(package.parts["word/document.xml"].decode())
    return WordIds(styles, lists, kinds, first_note, section[0] if section else "<w:sectPr/>", _shapes(package))


def _shapes(package: Package) -> dict[str, float]:
    words = "".join(data.decode() for name, data in package.parts.items() if WORD_PART.fullmatch(name))
    drawings = DRAWING.findall(words)
    named = ((SHAPE.search(drawing), LENGTH.search(drawing)) for drawing in drawings)
    return {shape[1]: int(length[2]) / EMU_PER_MM for shape, length in named if shape and length}


def write_zip(parts: Mapping[str, bytes]) -> bytes:
    """Return the parts as a .docx; the same parts give the same bytes on any day and machine.

    They are stored, not compressed: zlib and its successors compress each to other bytes, and a document of
    60 kB is small enough for any mailbox.
    """
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        for name, data in parts.items():
            info = zipfile.ZipInfo(name, ZIP_TIME)
            info.create_system = 0  # what Windows writes
            archive.writestr(info, data)
    return buffer.getvalue()
