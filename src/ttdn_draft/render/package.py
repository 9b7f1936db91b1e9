"""Opens a .docx as a package of parts, after looking at its size: a file goes in, checked parts come out."""

import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources.abc import Traversable
from io import BytesIO
from pathlib import Path

from lxml import etree

from ..errors import Place, TemplateError, explain_os_error
from ..messages import N_

MAX_FILE = 32 << 20
MAX_PART = 32 << 20
MAX_TOTAL = 64 << 20
MAX_RATIO = 400
RATIO_FROM = 1 << 20
ZIP_TIME = (1980, 1, 1, 0, 0, 0)
COMPRESSION_LEVEL = 1  # level 6 costs four times the time for a tenth of the size
REQUIRED = (
    "[Content_Types].xml",
    "_rels/.rels",
    "word/document.xml",
    "word/styles.xml",
    "word/footnotes.xml",
)


@dataclass(frozen=True)
class Package:
    """The parts of a .docx by name, in the order of the file."""

    file: str
    parts: Mapping[str, bytes]


def open_package(file: Path | Traversable) -> Package:
    """Read a .docx; raises TemplateError where it is missing, no .docx, too large, or holds a DTD."""
    name = str(file)
    try:
        if isinstance(file, Path) and file.stat().st_size > MAX_FILE:
            raise TemplateError("E403", Place(name), part="", limit=MAX_FILE >> 20)
        data = file.read_bytes()
    except OSError as error:
        raise TemplateError("E401", Place(name), reason=explain_os_error(error)) from None
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            parts = _read_parts(archive, name)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
        raise TemplateError("E402", Place(name), reason=str(error)) from None
    for part in REQUIRED:
        if part not in parts:
            raise TemplateError("E404", Place(name, part=part), part=part)
    return Package(name, parts)


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


def write_zip(parts: Mapping[str, bytes]) -> bytes:
    """Return the parts as a .docx; the same parts give the same bytes on any day and system."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=COMPRESSION_LEVEL) as archive:
        for name, data in parts.items():
            info = zipfile.ZipInfo(name, ZIP_TIME)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 0  # what Windows writes
            archive.writestr(info, data)
    return buffer.getvalue()
