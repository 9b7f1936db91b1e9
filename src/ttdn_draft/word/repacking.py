"""Writes a .docx anew with some parts other or added: its bytes and those parts go in, new bytes come out.

What is not changed is copied as it is packed, in its order; what is changed is stored, as `archives.write_zip` does.
"""

import struct
import zipfile
import zlib
from collections.abc import Mapping
from io import BytesIO

from ..archives import ZIP_TIME
from ..records import dataclass

LOCAL_HEADER, CENTRAL_HEADER, END_RECORD = "<4s5H3I2H", "<4s4B4H3I5H2I", "<4s4H2IH"
LENGTHS_AT, HEADER_SIZE = 26, 30  # of name and extra field in the header of a member, and of that header without them
NEEDED_VERSION = 20
STREAMED = 0x08  # sizes stand behind the data, where we need no place for them
UTF8 = 0x800


@dataclass(frozen=True)
class _Member:
    """A file of an archive as it is packed."""

    info: zipfile.ZipInfo
    data: bytes

    @property
    def header(self) -> tuple[int, ...]:
        """Return what both headers say of it."""
        info = self.info
        year, month, day, hour, minute, second = info.date_time
        time, date = hour << 11 | minute << 5 | second // 2, (year - ZIP_TIME[0]) << 9 | month << 5 | day
        flags = info.flag_bits & ~STREAMED
        return flags, info.compress_type, time, date, info.CRC, len(self.data), info.file_size

    @property
    def name(self) -> bytes:
        """Return its name as it is written: in UTF-8, or in the old letters of DOS."""
        return self.info.orig_filename.encode("utf-8" if self.info.flag_bits & UTF8 else "cp437")


def repack(docx: bytes, changed: Mapping[str, bytes]) -> bytes:
    """Return an archive with some files other, and behind all those that are new; one without changes as it is."""
    with zipfile.ZipFile(BytesIO(docx)) as archive:
        infos = archive.infolist()
        old = {info.filename: archive.read(info) for info in infos if info.filename in changed}
    if all(old.get(name) == data for name, data in changed.items()):
        return docx
    other = {name: data for name, data in changed.items() if old.get(name) != data}
    members = [_store(i.filename, other.pop(i.filename)) if i.filename in other else _copy(docx, i) for i in infos]
    return _write([*members, *(_store(name, data) for name, data in other.items())])


def _copy(docx: bytes, info: zipfile.ZipInfo) -> _Member:
    name, extra = struct.unpack_from("<2H", docx, info.header_offset + LENGTHS_AT)
    start = info.header_offset + HEADER_SIZE + name + extra
    return _Member(info, docx[start : start + info.compress_size])


def _store(name: str, data: bytes) -> _Member:
    info = zipfile.ZipInfo(name, ZIP_TIME)
    info.create_system, info.file_size, info.CRC = 0, len(data), zlib.crc32(data)
    info.flag_bits = 0 if name.isascii() else UTF8
    return _Member(info, data)


def _write(members: list[_Member]) -> bytes:
    files, directory = bytearray(), bytearray()
    for member in members:
        info, name = member.info, member.name
        directory += struct.pack(
            CENTRAL_HEADER,
            *(b"PK\1\2", NEEDED_VERSION, info.create_system, NEEDED_VERSION, 0, *member.header),
            *(len(name), 0, 0, 0, info.internal_attr, info.external_attr, len(files)),
        )
        directory += name
        files += struct.pack(LOCAL_HEADER, b"PK\3\4", NEEDED_VERSION, *member.header, len(name), 0) + name + member.data
    end = struct.pack(END_RECORD, b"PK\5\6", 0, 0, len(members), len(members), len(directory), len(files), 0)
    return bytes(files + directory + end)
