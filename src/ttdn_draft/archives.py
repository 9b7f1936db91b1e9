"""Opens a ZIP of XML parts (.docx, .xlsx) after looking at its size: bytes go in, checked parts by name come out."""

import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import Literal, TypeAlias

from lxml import etree

from .messages import N_

Fault: TypeAlias = Literal["broken", "too-large", "bad-xml", "dtd"]
RATIO_FROM = 1 << 20
BROKEN_ZIP = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError)
ZIP_TIME = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True)
class Limits:
    """How large an archive may be, in bytes, and how many times larger than packed."""

    part: int = 32 << 20
    total: int = 64 << 20
    ratio: int = 400


class ArchiveError(Exception):
    """What is wrong with an archive: `fault` says which kind, `part` in which of its files, `reason` how."""

    def __init__(
        self, fault: Literal["broken", "too-large", "bad-xml", "dtd"], part: str = "", reason: str = ""
    ) -> None:
        self.fault, self.part, self.reason = fault, part, reason
        super().__init__(f"{fault} {part} {reason}")


def read_archive(data: bytes, limits: Limits) -> dict[str, bytes]:
    """Return the parts by name, XML as UTF-8; raises ArchiveError for what is broken, too large or unsafe."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            _check_sizes(archive, limits)
            return _read_parts(archive)
    except BROKEN_ZIP as error:
        raise ArchiveError("broken", reason=str(error)) from None


def _check_sizes(archive: zipfile.ZipFile, limits: Limits) -> None:
    total = 0
    for info in archive.infolist():
        total += info.file_size
        is_bomb = info.file_size > RATIO_FROM and info.file_size > limits.ratio * max(info.compress_size, 1)
        if info.file_size > limits.part or total > limits.total or is_bomb:
            raise ArchiveError("too-large", info.filename)
        if info.flag_bits & 1:
            raise ArchiveError("broken", info.filename, N_("tệp có mật khẩu"))
        if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise ArchiveError("broken", info.filename, N_("kiểu nén không phải của Word"))


def _read_parts(archive: zipfile.ZipFile) -> dict[str, bytes]:
    parts: dict[str, bytes] = {}
    for info in archive.infolist():
        name = info.filename
        if info.is_dir():
            continue
        if name in parts or ".." in name.split("/") or name.startswith("/"):
            raise ArchiveError("broken", name, N_("tên phần bị trùng hoặc không an toàn"))
        data = archive.read(info)
        parts[name] = _check_xml(data, name) if name.endswith((".xml", ".rels")) else data
    return parts


def _check_xml(data: bytes, part: str) -> bytes:
    """Return the part as UTF-8; refuse a DTD, with which a part could name files and blow itself up."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        tree = etree.fromstring(data, parser).getroottree()
    except etree.XMLSyntaxError as error:
        raise ArchiveError("bad-xml", part, str(error)) from None
    if b"<!DOCTYPE" in data or tree.docinfo.internalDTD is not None:
        raise ArchiveError("dtd", part)
    return etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)


def write_zip(parts: Mapping[str, bytes]) -> bytes:
    """Return the parts as a ZIP; the same parts give the same bytes on any day and machine.

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
