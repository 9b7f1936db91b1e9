"""Opens a .docx as a package of parts, after looking at its size: a file goes in, checked parts come out."""

import re
from collections.abc import Mapping
from pathlib import Path
from stat import S_ISREG

from lxml import etree

from ..archives import ArchiveError, Limits, read_archive, tell_package
from ..archives import write_zip as write_zip  # the builder of templates takes it from here
from ..errors import Finding, Place, TemplateError, explain_os_error
from ..messages import N_
from ..patterns import regex
from ..records import dataclass
from ..text_files import NO_FILE
from .arrangement import arrange
from .drawing import DRAWING, LENGTH, SHAPE
from .ooxml import EMU_PER_MM, W
from .relations import ROOT_RELATIONS, TYPES, find_target
from .soundness import WORD_NUMBER, find_faults, find_missing, find_unsound

MAX_FILE = 32 << 20
LIMITS = Limits()
SECTION = regex(r"<w:sectPr\b(?:(?!<w:sectPr\b).)*</w:sectPr>(?=\s*</w:body>)", re.S)
"""The section of the text: the last one, behind which the body ends."""
WORD_PART = regex(r"word/[^/]+\.xml")
OWNER_MARK = "~$"
OWNER_FILE = N_("đây là tệp tạm (~$…) mà Word ghi khi mẫu đang mở; chọn tệp mẫu không có ~$")


@dataclass(frozen=True)
class Package:
    """The parts of a .docx by name, in the order of the file."""

    file: str
    parts: Mapping[str, bytes]
    faults: tuple[Finding, ...] = ()  # what is wrong, for which it can be looked through but not printed with
    notes: tuple[Finding, ...] = ()  # what was left out of it


@dataclass(frozen=True)
class WordIds:
    """The ids that Word gave in a template: they change when the template is saved, the names do not."""

    styles: Mapping[str, str]  # name in small letters -> id
    bases: Mapping[str, str]  # id of a style -> id of the one that it is based on
    lists: Mapping[str, str]  # id of a style -> id of the list that it carries, or that its base carries
    kinds_of_lists: Mapping[str, str]  # id of a list -> id of its kind (w:abstractNum)
    broken_lists: Mapping[str, str]  # id of a kind -> id of its list in which nothing follows a number
    first_note: int
    section: str  # the XML of the section of the text
    shapes: Mapping[str, float]  # the drawings of ours, with the length in mm that they have in the template


def open_package(file: Path) -> Package:
    """Read a .docx; raises TemplateError with all that is wrong with its parts."""
    package = read_package(file)
    if package.faults:
        raise TemplateError.of(package.faults)
    return package


def read_package(file: Path) -> Package:
    """Read a .docx, with what is wrong beside; raises TemplateError where that leaves nothing to look at."""
    name = str(file)
    try:
        if isinstance(file, Path):
            _look_at(file)
        data = file.read_bytes()
    except (OSError, ValueError) as error:
        raise TemplateError("E401", Place(name), reason=explain_os_error(error)) from None
    try:
        parts = read_archive(data, LIMITS)
        if reason := tell_package(parts):
            raise TemplateError("E402", Place(name), reason=reason)
        return _arranged(name, parts)
    except ArchiveError as error:
        raise _explain(error, name) from None


def _look_at(file: Path) -> None:
    """Refuse folders, pipes and devices before opening them: opening a pipe would wait for ever."""
    status = file.stat()
    if not S_ISREG(status.st_mode):
        raise TemplateError("E401", Place(str(file)), reason=NO_FILE)
    if file.name.startswith(OWNER_MARK):
        raise TemplateError("E402", Place(str(file)), reason=OWNER_FILE)
    if status.st_size > MAX_FILE:
        raise TemplateError("E403", Place(str(file)), part=file.name, limit=MAX_FILE >> 20)


def _explain(error: ArchiveError, file: str) -> TemplateError:
    place = Place(file, error.line, part=error.part)
    match error.fault:
        case "too-large":
            return TemplateError("E403", place, part=error.part, limit=LIMITS.part >> 20)
        case "bad-xml":
            return TemplateError("E405", place, problem=error.reason)
        case "dtd":
            return TemplateError("E406", place, part=error.part)
    return TemplateError("E402", place, reason=error.reason)


def _arranged(file: str, parts: Mapping[str, bytes]) -> Package:
    """Return the parts in our order, with what is wrong with them; raises TemplateError where a main one is bad."""
    for part in (TYPES, ROOT_RELATIONS):
        if part not in parts:
            raise TemplateError("E404", Place(file, part=part), part=part)
    if not etree.fromstring(parts[TYPES]).tag.endswith("}Types"):
        raise TemplateError("E407", Place(file, part=TYPES), part=TYPES)
    if find_target(parts, "", "officeDocument") is None:
        raise TemplateError("E407", Place(file, part=ROOT_RELATIONS), part=ROOT_RELATIONS)
    if wrong := tuple(find_missing(file, parts, "")):
        raise TemplateError.of(wrong)
    arranged, macros = arrange(parts)
    notes = [Finding("W450", Place(file, part=part), {"part": part}) for part in macros[:1]]
    if unsound := tuple(find_unsound(file, arranged)):
        raise TemplateError.of(unsound)
    return Package(file, arranged, tuple(find_faults(file, arranged)), tuple(notes))


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
    numbers = [n.get(f"{W}id", "0") for n in notes]
    first_note = max((int(n) for n in numbers if WORD_NUMBER.fullmatch(n)), default=0) + 1
    kinds, broken = _kinds_of_lists(etree.fromstring(package.parts["word/numbering.xml"]))
    section = SECTION.search(package.parts["word/document.xml"].decode())
    text = section[0] if section else "<w:sectPr/>"
    return WordIds(styles, bases, lists, kinds, broken, first_note, text, _shapes(package))


def _kinds_of_lists(root: etree._Element) -> tuple[dict[str, str], dict[str, str]]:
    """Return the kind of each list, and of kinds the list that lets nothing follow the number of a level."""
    kinds: dict[str, str] = {}
    broken: dict[str, str] = {}
    for number in root.iter(f"{W}num"):
        key = str(number.get(f"{W}numId"))
        behind = {suffix.get(f"{W}val") for suffix in number.iterfind(f"{W}lvlOverride/{W}lvl/{W}suff")}
        for kind in number.iterfind(f"{W}abstractNumId"):
            kinds[key] = str(kind.get(f"{W}val"))
            broken |= {kinds[key]: key} if "nothing" in behind else {}
    return kinds, broken


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
