"""Opens a text file: a path goes in, clean NFC text comes out, with findings for what was wrong with it."""

import errno
import re
import unicodedata
from itertools import pairwise, zip_longest
from pathlib import Path

from .errors import OS_REASONS, Cause, Finding, InputError, Place, explain_os_error
from .messages import N_
from .nearness import ALMOST_EQUAL, find_nearest
from .patterns import regex

MAX_BYTES = 5 * 1024 * 1024
SIGNATURES = {
    b"PK\x03\x04": "Word/Excel/ZIP",
    b"\xd0\xcf\x11\xe0": "Word 97-2003 (.doc)",
    b"%PDF": "PDF",
    b"{\\rtf": "RTF",
}
FENCE = regex(r"^---[ ]*$", re.M)
"""The lines around the facts at the head of a Markdown file."""
NO_FILE = N_("đây không phải tệp")
BYTE_ORDER_MARK = "\N{ZERO WIDTH NO-BREAK SPACE}"
UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
TYPED_LINE = regex(r"[^\r\n]*(?:\r\n?|\n|$)")


def read_text(path: Path, limit: int = MAX_BYTES) -> tuple[str, list[Finding]]:
    """Return the text of a UTF-8 file, normalised to NFC, with line feeds; raises InputError for any other file."""
    return _clean(decode(read_bytes(path, limit), str(path)), str(path))


def clean_text(text: str, file: str, limit: int = MAX_BYTES) -> tuple[str, list[Finding]]:
    """Return a text that stands in no file as `read_text` returns that of a file; raises InputError as it does."""
    data = text.encode("utf-8", "surrogatepass")
    if len(data) > limit:
        raise InputError("E107", Place(file), limit=limit // 1024 // 1024)
    _refuse_binary(data, file)
    return _clean(text.removeprefix(BYTE_ORDER_MARK), file)


def _clean(text: str, file: str) -> tuple[str, list[Finding]]:
    from .characters import scan_characters  # who only asks whether a file is there loads no tables of letters

    if not text.strip():
        raise InputError("E105", Place(file, 1))
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    composed = unicodedata.normalize("NFC", text)
    return scan_characters(composed, file, _note_decomposed(text, composed, file))


def read_bytes(path: Path, limit: int = MAX_BYTES) -> bytes:
    """Return the bytes of a file; raises InputError where it cannot be read or is too large."""
    try:
        if path.stat().st_size > limit:
            raise InputError("E107", Place(str(path)), limit=limit // 1024 // 1024)
        return path.read_bytes()
    except OSError as error:
        raise InputError("E106", Place(str(path)), reason=explain_os_error(error), guess=_find_beside(path)) from None


def _find_beside(path: Path) -> str:
    """Return the name of the file in the same folder that may be meant, where a file is missing; else nothing."""
    try:
        names = sorted(entry.name for entry in path.parent.iterdir() if entry.is_file())
    except (OSError, ValueError):
        return ""
    same = [name for name in names if Path(name).stem == path.name]
    is_there = path.name in names
    return "" if is_there else "".join(same[:1]) or find_nearest(path.name, names, ALMOST_EQUAL)


def check_is_file(path: Path) -> None:
    """Raise InputError where the file is missing, or is a folder, a pipe or a device."""
    try:
        if not path.exists():
            raise InputError("E106", Place(str(path)), reason=OS_REASONS[errno.ENOENT], guess=_find_beside(path))
        if not path.is_file():
            raise InputError("E106", Place(str(path)), reason=NO_FILE, guess="")
    except OSError as error:
        raise InputError("E106", Place(str(path)), reason=explain_os_error(error), guess=_find_beside(path)) from None


def decode(data: bytes, file: str) -> str:
    """Return the text of UTF-8 bytes, with or without byte order mark; raises InputError for other bytes."""
    _refuse_binary(data, file)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8", "replace").split("\n")
        place = Place(file, len(before), len(before[-1]) + 1)
        raise _refuse("E104", place, Cause.BROKEN_TEXT, byte=f"0x{data[error.start]:02X}") from None


def _refuse(id: str, place: Place, cause: Cause, **facts: object) -> InputError:
    """Return that bytes are no text; a reader of data files has words of its own for each cause."""
    return InputError.of([Finding(id, place, facts, cause)])


def _refuse_binary(data: bytes, file: str) -> None:
    for signature, name in SIGNATURES.items():
        if data.startswith(signature):
            raise _refuse("E102", Place(file), Cause.NOT_TEXT, kind=name)
    if data.startswith(UTF16_MARKS):
        raise _refuse("E103", Place(file), Cause.OTHER_ENCODING, encoding="UTF-16")
    if b"\0" in data:
        raise _refuse("E102", Place(file), Cause.NOT_TEXT, kind=N_("tệp nhị phân"))


def _note_decomposed(text: str, composed: str, file: str) -> list[Finding]:
    if text == composed:
        return []
    pairs = zip(text.split("\n"), composed.split("\n"), strict=True)
    changed = [number for number, (was, now) in enumerate(pairs, 1) if was != now]
    return [Finding("N108", Place(file, changed[0], 1), {"count": len(changed)})]


def keep_lines(old: bytes, before: str, after: str) -> bytes:
    """Return a changed text as bytes: lines that are not changed stay byte by byte, with their own ends.

    `before` is what `clean_text` makes of the old bytes, line by line.
    """
    if after == before:
        return old
    typed = old.decode("utf-8")
    mark = BYTE_ORDER_MARK if typed.startswith(BYTE_ORDER_MARK) else ""
    usual = "\r\n" if b"\r\n" in old else "\n"
    kept = _pair_lines(TYPED_LINE.findall(typed.removeprefix(mark)), before.split("\n"), after.split("\n"))
    ended = [_end_line(line, below, usual) for line, below in pairwise(kept)]
    return "".join((mark, *ended, kept[-1].rstrip("\r\n"))).encode("utf-8")


def _end_line(line: str, below: str, usual: str) -> str:
    """Return a line with its own end, or the usual one: a lone CR before an empty line would be one end with its LF."""
    has_end = line.endswith("\n") or (line.endswith("\r") and below.strip("\r\n"))
    return line if has_end else line.rstrip("\r") + usual


def _pair_lines(were: list[str], before: list[str], after: list[str]) -> list[str]:
    """Return the new lines, those that stay as they were typed; what is alike at both ends is not searched through."""
    from difflib import SequenceMatcher  # who only reads a text needs none

    most = min(len(before), len(after))
    head = next((at for at in range(most) if before[at] != after[at]), most)
    rest = most - head
    tail = next((at for at in range(rest) if before[-1 - at] != after[-1 - at]), rest)
    old, new = slice(head, len(before) - tail), slice(head, len(after) - tail)
    steps = SequenceMatcher(None, before[old], after[new], autojunk=False).get_opcodes()
    lines = were[:head]
    for step, first, last, start, stop in steps:
        past = were[old][first:last]
        lines += past if step == "equal" else _end_lines(after[new][start:stop], past)
    return lines + were[old.stop : len(before)]


def _end_lines(new: list[str], old: list[str]) -> list[str]:
    """Return changed lines with the ends of those in whose place they come, as far as there are."""
    ends = [line[len(line.rstrip("\r\n")) :] for line in old]
    return [line + end for line, end in zip_longest(new, ends[: len(new)], fillvalue="")]
