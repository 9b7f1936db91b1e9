"""Opens a ZIP of XML parts (.docx, .xlsx) after looking at its size: bytes go in, checked parts by name come out."""

import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from io import BytesIO
from struct import Struct
from typing import Literal, TypeAlias
from zlib import crc32

from lxml import etree

from .messages import N_, Marked
from .patterns import regex
from .records import dataclass

Fault: TypeAlias = Literal["broken", "too-large", "bad-xml", "dtd"]
RATIO_FROM = 1 << 20
XML_ENDINGS = (".xml", ".rels")  # in capitals too: Word takes the names of parts so
BROKEN_ZIP = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError)
ZIP_TIME = (1980, 1, 1, 0, 0, 0)  # the first that there is in a ZIP
ZIP_DAY = ZIP_TIME[1] << 5 | ZIP_TIME[2]
ZIP_VERSION = 20  # 2.0, as zipfile writes; with 0 for the system, which is what Windows writes
NAME_IS_UTF8 = 1 << 11
MODE = 0o600 << 16
OF_PART, IN_DIRECTORY, END_OF_ZIP = Struct("<5H3L2H"), Struct("<3H2L"), Struct("<4s4H2LH")
"""What stands before each part, and again in the directory; what stands there alone; the end (APPNOTE 6.3, 4.3)."""
OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# what stands in a file of the old kind, in the order in which it is asked
OLD_KINDS = {
    "EncryptedPackage": N_("tệp có mật khẩu"),
    "WordDocument": N_("đây là tệp .doc kiểu cũ (Word 97–2003)"),
    "Workbook": N_("đây là tệp .xls kiểu cũ (Excel 97–2003)"),
}
OLD_KIND = N_("đây là tệp kiểu cũ của Office (như .doc, .xls)")
FIRST_LETTERS = {
    b"{\\rtf": N_("đây là tệp RTF"),
    b"%PDF": N_("đây là tệp PDF"),
    b"PK": N_("tệp hỏng hoặc chép chưa hết"),
    b"<": N_("đây là trang web hoặc tệp XML"),
}
EMPTY = N_("tệp rỗng")
NO_ZIP = N_("không phải tệp của Word hay Excel từ bản 2007 trở đi")
OTHER_PACKAGES = {
    "xl/workbook.xml": N_("đây là tệp Excel"),
    "ppt/presentation.xml": N_("đây là tệp PowerPoint"),
    "mimetype": N_("đây là tệp OpenDocument (như .odt, .ods)"),
}
BAD_NAMES = {
    regex(r"[\x00-\x1f\x7f]"): N_("tên phần có ký tự điều khiển"),
    regex(r"\\|%5c", re.I): N_("tên phần có dấu gạch chéo ngược"),
    regex(r"^/|^[A-Za-z]:|%2f", re.I): N_("tên phần là đường dẫn tuyệt đối"),
    regex(r"(?:^|/)\.{1,2}(?:/|$)|//"): N_("tên phần dẫn ra ngoài tệp"),
}
SAME_NAME = N_("hai phần trùng tên")
SAME_LETTERS = N_("tên hai phần chỉ khác nhau chữ hoa, chữ thường")
BAD_XML = N_("XML sai cú pháp")
NO_REASON = Marked()


@dataclass(frozen=True)
class Limits:
    """How large an archive may be, in bytes, and how many times larger than packed."""

    part: int = 32 << 20
    total: int = 64 << 20
    ratio: int = 400


class ArchiveError(Exception):
    """What is wrong with an archive: `fault` says which kind, `part` in which of its files, `reason` how.

    `line` is that of the part, where it is known.
    """

    def __init__(self, fault: Fault, part: str = "", reason: Marked = NO_REASON, line: int = 0) -> None:
        self.fault, self.part, self.reason, self.line = fault, part, reason, line
        super().__init__(f"{fault} {part} {reason}")


def read_archive(data: bytes, limits: Limits) -> dict[str, bytes]:
    """Return the parts by name, XML as UTF-8; raises ArchiveError for what is broken, too large or unsafe."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            _check_sizes(archive, limits)
            _check_names(info.orig_filename for info in archive.infolist())
            return _read_parts(archive)
    except BROKEN_ZIP:
        raise ArchiveError("broken", reason=tell_kind(data)) from None


def tell_kind(data: bytes) -> Marked:
    """Return what a file is that is no whole ZIP, by its first letters."""
    if data.startswith(OLD_OFFICE):
        return next((words for name, words in OLD_KINDS.items() if name.encode("utf-16-le") in data), OLD_KIND)
    begun = data[:64].removeprefix(b"\xef\xbb\xbf").lstrip()
    if not begun:
        return EMPTY
    return next((words for letters, words in FIRST_LETTERS.items() if begun.startswith(letters)), NO_ZIP)


def tell_package(parts: Mapping[str, bytes]) -> Marked:
    """Return what a ZIP is whose parts are those of another program; nothing where that is not known."""
    return next((words for part, words in OTHER_PACKAGES.items() if part in parts), NO_REASON)


def _check_names(names: Iterator[str]) -> None:
    """Refuse names that two programs may take for different parts, or that lead elsewhere."""
    seen: dict[str, str] = {}
    for name in names:
        bad = next((words for form, words in BAD_NAMES.items() if form.search(name)), None)
        if name.lower() in seen:
            bad = SAME_NAME if seen[name.lower()] == name else SAME_LETTERS
        seen[name.lower()] = name
        if bad is not None:
            raise ArchiveError("broken", _printable(name), bad)


def _printable(name: str) -> str:
    return "".join(c if c.isprintable() else f"\\x{ord(c):02x}" for c in name)


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
        data = archive.read(info)
        parts[name] = check_xml(data, name) if name.lower().endswith(XML_ENDINGS) else data
    return parts


def check_xml(data: bytes, part: str) -> bytes:
    """Return a part as UTF-8, without comments; raises ArchiveError for a DTD, which could name files and blow up.

    A comment inside a word would tear it; data that a program keeps in a document may mean something by instructions.
    """
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=not part.startswith("customXml/"),
    )
    try:
        tree = etree.fromstring(data, parser).getroottree()
    except etree.XMLSyntaxError as error:
        raise ArchiveError("bad-xml", part, BAD_XML, error.lineno or 0) from None
    if b"<!DOCTYPE" in data or tree.docinfo.internalDTD is not None:
        raise ArchiveError("dtd", part)
    return etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)


def write_zip(parts: Mapping[str, bytes]) -> bytes:
    """Return the parts as a ZIP; the same parts give the same bytes on any day and machine.

    They are stored, not compressed: zlib and its successors compress each to other bytes, and a document of
    60 kB is small enough for any mailbox. The bytes are those of zipfile, which takes 85 µs for the 12 parts of a
    document where this takes 20.
    """
    written, directory, at = list[bytes](), list[bytes](), 0
    for name, data in parts.items():
        written_name = name.encode()
        flags = 0 if name.isascii() else NAME_IS_UTF8
        about = OF_PART.pack(ZIP_VERSION, flags, 0, 0, ZIP_DAY, crc32(data), len(data), len(data), len(written_name), 0)
        directory += (b"PK\1\2", ZIP_VERSION.to_bytes(2, "little"), about, IN_DIRECTORY.pack(0, 0, 0, MODE, at))
        directory.append(written_name)
        written += (b"PK\3\4", about, written_name, data)
        at += len(b"PK\3\4") + OF_PART.size + len(written_name) + len(data)
    listed = b"".join(directory)
    return b"".join((*written, listed, END_OF_ZIP.pack(b"PK\5\6", 0, 0, len(parts), len(parts), len(listed), at, 0)))
