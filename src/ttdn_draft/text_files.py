"""Opens a text file: a path goes in, clean NFC text comes out, with findings for what was wrong with it."""

import errno
import re
import unicodedata
from pathlib import Path

from .characters import scan_characters
from .errors import OS_REASONS, Finding, InputError, Place, explain_os_error
from .messages import N_

MAX_BYTES = 5 * 1024 * 1024
SIGNATURES = {
    b"PK\x03\x04": "Word/Excel/ZIP",
    b"\xd0\xcf\x11\xe0": "Word 97-2003 (.doc)",
    b"%PDF": "PDF",
    b"{\\rtf": "RTF",
}
FENCE = re.compile(r"^---[ ]*$", re.M)
"""The lines around the facts at the head of a Markdown file."""
NO_FILE = N_("đây không phải tệp")
UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")


def read_text(path: Path, limit: int = MAX_BYTES) -> tuple[str, list[Finding]]:
    """Return the text of a UTF-8 file, normalised to NFC, with line feeds; raises InputError for any other file."""
    text = decode(read_bytes(path, limit), str(path))
    if not text.strip():
        raise InputError("E105", Place(str(path), 1))
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    composed = unicodedata.normalize("NFC", text)
    findings = _note_decomposed(text, composed, str(path))
    return scan_characters(composed, str(path), findings)


def read_bytes(path: Path, limit: int = MAX_BYTES) -> bytes:
    """Return the bytes of a file; raises InputError where it cannot be read or is too large."""
    try:
        if path.stat().st_size > limit:
            raise InputError("E107", Place(str(path)), limit=limit // 1024 // 1024)
        return path.read_bytes()
    except OSError as error:
        raise InputError("E106", Place(str(path)), reason=explain_os_error(error)) from None


def check_is_file(path: Path) -> None:
    """Raise InputError where the file is missing, or is a folder, a pipe or a device."""
    try:
        if not path.exists():
            raise InputError("E106", Place(str(path)), reason=OS_REASONS[errno.ENOENT])
        if not path.is_file():
            raise InputError("E106", Place(str(path)), reason=NO_FILE)
    except OSError as error:
        raise InputError("E106", Place(str(path)), reason=explain_os_error(error)) from None


def decode(data: bytes, file: str) -> str:
    """Return the text of UTF-8 bytes, with or without byte order mark; raises InputError for other bytes."""
    for signature, name in SIGNATURES.items():
        if data.startswith(signature):
            raise InputError("E102", Place(file), kind=name)
    if data.startswith(UTF16_MARKS):
        raise InputError("E103", Place(file), encoding="UTF-16")
    if b"\0" in data:
        raise InputError("E102", Place(file), kind=N_("tệp nhị phân"))
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8", "replace").split("\n")
        place = Place(file, len(before), len(before[-1]) + 1)
        raise InputError("E104", place, byte=f"0x{data[error.start]:02X}") from None


def _note_decomposed(text: str, composed: str, file: str) -> list[Finding]:
    if text == composed:
        return []
    pairs = zip(text.split("\n"), composed.split("\n"), strict=True)
    changed = [number for number, (was, now) in enumerate(pairs, 1) if was != now]
    return [Finding("N108", Place(file, changed[0], 1), {"count": len(changed)})]
