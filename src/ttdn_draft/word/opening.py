"""Opens a Word file of any maker: a path goes in, its parts in our order come out, or what keeps it from being read."""

from pathlib import Path

from lxml import etree

from ..archives import ArchiveError, read_archive, tell_package
from ..errors import InputError, Place
from ..messages import N_
from ..text_files import check_is_file, read_bytes
from .arrangement import MAIN, arrange
from .ooxml import W
from .package import LIMITS, MAX_FILE, OWNER_MARK, Package
from .relations import ROOT_RELATIONS, TYPES, find_target
from .soundness import STRICT_NAMESPACE

MAX_PARAGRAPHS = 20_000  # what a document of a thousand pages has
MAX_TABLE_DEPTH = 20  # tables in tables
OWNER_FILE_OF_TEXT = N_("đây là tệp tạm (~$…) mà Word ghi khi văn bản đang mở; chọn tệp không có ~$")


def open_word_file(file: Path) -> Package:
    """Read a .docx to look at its text; raises InputError where it is none, or broken, or too large."""
    return open_word_bytes(_read_bytes(file), file)


def open_word_bytes(data: bytes, file: Path) -> Package:
    """Read the bytes of a .docx as `open_word_file` does; `file` is what findings call it."""
    try:
        parts = read_archive(data, LIMITS)
        if reason := tell_package(parts):
            raise InputError("E820", Place(str(file)), reason=reason)
        arranged, _ = arrange(_with_main(parts, file))
    except ArchiveError as error:
        raise explain_archive(error, file) from None
    _check_text(arranged[MAIN], file)
    return Package(str(file), arranged)


def _read_bytes(file: Path) -> bytes:
    check_is_file(file)
    if file.name.startswith(OWNER_MARK):
        raise InputError("E820", Place(str(file)), reason=OWNER_FILE_OF_TEXT)
    return read_bytes(file, MAX_FILE)


def _with_main(parts: dict[str, bytes], file: Path) -> dict[str, bytes]:
    """Return the parts where they hold a text of Word; raises InputError otherwise."""
    for part in (TYPES, ROOT_RELATIONS):
        if part not in parts:
            raise InputError("E822", Place(str(file), part=part), part=part)
    main = find_target(parts, "", "officeDocument")
    if main is None or main not in parts:
        raise InputError("E822", Place(str(file)), part=main or MAIN)
    return parts


def _check_text(data: bytes, file: Path) -> None:
    """Raise InputError where the main part is no text, or one of more paragraphs than are read."""
    root = etree.fromstring(data)
    if root.tag.startswith(STRICT_NAMESPACE):
        raise InputError("E823", Place(str(file)))
    if root.tag != f"{W}document" or root.find(f"{W}body") is None:
        raise InputError("E822", Place(str(file), part=MAIN), part=MAIN)
    if sum(1 for _ in root.iter(f"{W}p")) > MAX_PARAGRAPHS:
        raise InputError("E824", Place(str(file)), limit=MAX_PARAGRAPHS)
    if _depth(root) > MAX_TABLE_DEPTH:
        raise InputError("E825", Place(str(file)), limit=MAX_TABLE_DEPTH)


def _depth(root: etree._Element) -> int:
    """Return how deep tables stand in tables."""
    deepest, depth = 0, 0
    for event, _ in etree.iterwalk(root, events=("start", "end"), tag=f"{W}tbl"):
        depth += 1 if event == "start" else -1
        deepest = max(deepest, depth)
    return deepest


def explain_archive(error: ArchiveError, file: Path) -> InputError:
    """Return what is said of a Word file that is broken, too large or unsafe."""
    place = Place(str(file), error.line, part=error.part)
    match error.fault:
        case "too-large":
            return InputError("E836", place, part=error.part, limit=LIMITS.part >> 20)
        case "bad-xml" | "dtd":
            return InputError("E826", place, part=error.part)
    return InputError("E820", place, reason=error.reason)
