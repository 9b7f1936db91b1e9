"""Finds the outlines of a folder: the folder, a standard and a kind go in, the outline comes out with what is wrong.

    outlines/<the_thuc>/<loai>.md    facts between two `---` lines, then the text
    outlines/doan/<slot>.md          a local paragraph, or several, for a slot of the outlines

Those of communes lie in a folder `xa` beside them, those of districts in `huyen`: outlines/dang/xa/ke-hoach.md.
Both are Markdown with tags of a restricted Jinja (ttdn_draft/grammar.py). Nothing of them runs before all is checked.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import islice
from pathlib import Path
from typing import NamedTuple
from zlib import crc32

from ..errors import Cause, Finding, InputError, Place, explain_os_error, has_errors, sort_findings
from ..grammar import Names, comment_spans
from ..kept import keep, recall
from ..knowledge.standards.spelling import STANDARDS
from ..links import OUTSIDE, is_there, leads_out
from ..messages import N_
from ..model import Reading, is_id
from ..nearness import find_nearest
from ..patterns import regex
from ..records import dataclass
from ..text_files import FENCE, check_is_file, read_text
from .front_matter import read_head
from .scanning import find_outline_faults
from .served import OWN_LEVELS, PROVINCE_LEVEL
from .values import BODY_NAMES, LINE_NAMES, PARAGRAPHS, SLOTS

FOLDER = "outlines"
SUFFIX = ".md"
LEVELS_OF_OUTLINES = (PROVINCE_LEVEL, *OWN_LEVELS)
README = "doc-truoc.txt"  # what `packs new` writes for people
MAX_OUTLINE_BYTES = 1024 * 1024
HEADING = regex(r"^[ ]*#{1,6}(?:[ ]|$)", re.M)
RESERVED = regex("[\ue000-\uf8ff]")  # no letters: filling marks with them where a value goes
BAD_NAME = N_("tên thư mục và tên tệp chỉ gồm chữ thường không dấu, chữ số và dấu -")
NO_HEAD = N_("thiếu phần đầu giữa hai dòng ---")
NEEDLESS_HEAD = N_("đoạn riêng của tỉnh không có phần đầu giữa hai dòng ---")


@dataclass(frozen=True)
class Outline:
    """A sound outline: facts and text with their tags, and the bases that it proposes, the most important first.

    A local paragraph has no facts (`head` is None).
    """

    file: str
    head: str | None
    body: str
    bases: tuple[str, ...] = ()
    level: str = PROVINCE_LEVEL


class Home(NamedTuple):
    """A folder that may have outlines; `has_links` says that an installer made it, which links what it installs.

    `level` is that of what lies there without a folder of its own: in the pack of a commune, communes.
    """

    folder: Path
    has_links: bool = False
    level: str = PROVINCE_LEVEL

    def place(self, level: str) -> str:
        """Return the level under whose folder the outlines of a level lie here."""
        return PROVINCE_LEVEL if level == self.level else level


MOST_KEPT = 64  # outlines that are parsed once: each organ of a pack drafts with the same
Parts = tuple[Outline, list[Finding]]


def read_outline(
    folder: Path, standard: str, kind: str, has_links: bool = False, level: str = PROVINCE_LEVEL
) -> Reading[Outline | None]:
    """Return the outline that a folder has for a kind of document of a level, or None, and what is wrong with it.

    Links that lead out of the folder are refused, unless `has_links` says that an installer made it.
    """
    file = _find_folder(folder, standard, level) / f"{kind}{SUFFIX}"
    if not (is_id(standard) and is_id(kind)):
        return Reading(None, (_refuse(file, BAD_NAME),))
    if not is_there(file, is_folder_told=True):
        return Reading(None)
    outline, findings = _read(folder, file, has_links, _parse_outline)
    return Reading(replace(outline, level=level) if outline else None, findings)


def _find_folder(folder: Path, part: str, level: str) -> Path:
    """Return where the outlines of a standard, or the local paragraphs, of a level lie."""
    home = folder / FOLDER / part
    return home if level == PROVINCE_LEVEL else home / level


def read_paragraphs(
    folder: Path, has_links: bool = False, level: str = PROVINCE_LEVEL
) -> Reading[Mapping[str, Outline]]:
    """Return the local paragraphs of a folder for a level by slot (`bien-gioi`), and what is wrong with its files."""
    found: dict[str, Outline] = {}
    findings: list[Finding] = []
    files, unlisted = _list(_find_folder(folder, PARAGRAPHS, level))
    for file in (f for f in files if f.suffix == SUFFIX):
        outline, more = _read(folder, file, has_links, _parse_paragraph)
        findings += more
        if outline is not None:
            found[file.stem] = outline
    return Reading(found, sort_findings([*unlisted, *findings]))


def check_outlines(folder: Path) -> tuple[Finding, ...]:
    """Return what is wrong with any outline or local paragraph of a folder."""
    if leads_out(folder / FOLDER, folder):
        return (_refuse(folder / FOLDER, OUTSIDE),)
    places, findings = _list(folder / FOLDER)
    for place in places:
        if leads_out(place, folder):
            findings.append(_refuse(place, OUTSIDE))
        elif place.name not in (*STANDARDS, PARAGRAPHS):
            findings.append(_tell_unknown(place, (*STANDARDS, PARAGRAPHS)))
        else:
            findings += [found for level in LEVELS_OF_OUTLINES for found in _check_level(folder, place.name, level)]
    return sort_findings(findings)


def _check_level(folder: Path, part: str, level: str) -> Iterator[Finding]:
    """Yield what is wrong in the folder of a level."""
    home = _find_folder(folder, part, level)
    if leads_out(home, folder):
        yield _refuse(home, OUTSIDE)
        return
    yield from _find_unread(home)
    if part == PARAGRAPHS:
        yield from read_paragraphs(folder, level=level)[1]
        return
    files, unlisted = _list(home)
    yield from unlisted
    for file in (f for f in files if f.suffix == SUFFIX):
        yield from read_outline(folder, part, file.stem, level=level)[1]


def _find_unread(folder: Path) -> Iterator[Finding]:
    """Yield each file that is not read because of its name, such as `quang-ba.md.txt`, which Notepad makes."""
    for file in _list(folder)[0]:
        if file.is_dir() and file.suffix != SUFFIX:
            yield from [] if _is_level(file) else [_tell_unknown(file, OWN_LEVELS)]
        elif file.suffix != SUFFIX and file.name != README and not file.name.startswith("."):
            guess = f"{file.name.partition('.')[0]}{SUFFIX}"
            yield Finding("W692", Place(str(file)), {"name": file.name, "guess": guess})


def _is_level(folder: Path) -> bool:
    """Tell whether a folder is that of a level; there is none in the folder of another level."""
    return folder.name in OWN_LEVELS and folder.parent.name not in OWN_LEVELS


def _list(folder: Path) -> tuple[list[Path], list[Finding]]:
    """Return the files of a folder, none where the folder is missing, or why it cannot be read."""
    try:
        return sorted(folder.iterdir()), []
    except FileNotFoundError:
        return [], []
    except OSError as error:
        return [], [_refuse(folder, explain_os_error(error))]


def _tell_unknown(path: Path, known: Sequence[str]) -> Finding:
    facts = {"name": path.name, "known": ", ".join(known), "guess": find_nearest(path.name, known)}
    return Finding("E648", Place(str(path)), facts)


def _refuse(file: Path, reason: str, line: int = 0) -> Finding:
    return Finding("E640", Place(str(file), line), {"reason": reason})


def _read(folder: Path, file: Path, has_links: bool, parse: Callable[[str, Path], Parts]) -> Reading[Outline | None]:
    if not has_links and leads_out(file, folder):
        return Reading(None, (_refuse(file, OUTSIDE),))
    try:
        check_is_file(file)  # opening a pipe would wait for ever
        text, findings = read_text(file, MAX_OUTLINE_BYTES)
    except InputError as error:
        return Reading(None, error.findings)
    outline, more = _parse_once(parse, text, file)
    reserved = [*_find_reserved(text, file)]
    # such a sign is of no font either: told once
    others = [finding for finding in findings if not reserved or finding.cause is not Cause.OTHER_FONT]
    found = sort_findings([*others, *reserved, *more])
    return Reading(None if has_errors(found) else outline, found)


def _find_reserved(text: str, file: Path) -> Iterator[Finding]:
    for found in RESERVED.finditer(text):
        place = Place(str(file), text.count("\n", 0, found.start()) + 1)
        yield Finding("E110", place, {"character": f"U+{ord(found[0]):04X}"})


@lru_cache(maxsize=MOST_KEPT)
def _parse_once(parse: Callable[[str, Path], Parts], text: str, file: Path) -> Parts:
    """Return what a file says; that of one in which nothing was wrong is kept: to examine its tags takes 10 ms."""
    kept_as = f"outline-{crc32(str(file).encode('utf-8', 'surrogatepass')):08x}"
    if (kept := recall(kept_as, text)) is not None:
        head, body, bases = kept
        return Outline(str(file), head, body, tuple(bases)), []
    outline, findings = parse(text, file)
    if not findings:
        keep(kept_as, text, (outline.head, outline.body, outline.bases))
    return outline, findings


def _parse_outline(text: str, file: Path) -> Parts:
    fences = list(islice(FENCE.finditer(text), 2))
    if len(fences) < 2 or text[: fences[0].start()].strip():
        return Outline(str(file), None, ""), [_refuse(file, NO_HEAD, 1)]
    start, end = fences[0].end() + 1, fences[1].start()
    body, facts = text[fences[1].end() :], text[start:end]
    first = text.count("\n", 0, start) + 1
    findings = [*_scan(facts, LINE_NAMES, file, first), *_scan(body, BODY_NAMES, file, text.count("\n", 0, end) + 1)]
    if has_errors(findings):
        return Outline(str(file), facts, body), findings
    head = read_head(facts, str(file), first)
    return Outline(str(file), head.text, body, head.bases), [*findings, *head.findings]


def _parse_paragraph(text: str, file: Path) -> Parts:
    findings = [*_scan(text, LINE_NAMES, file, 1)]
    if file.stem not in SLOTS:
        findings.append(_tell_unknown(file, [f"{slot}{SUFFIX}" for slot in SLOTS]))
    if FENCE.match(text.lstrip()):
        findings.append(_refuse(file, NEEDLESS_HEAD, 1))
    else:
        findings += _find_headings(text, file)
    return Outline(str(file), None, text), findings


def _find_headings(text: str, file: Path) -> Iterator[Finding]:
    """Yield the headings of a local paragraph: the rest of the outline would stand under them."""
    bare = _without_comments(text)
    for found in HEADING.finditer(bare):
        yield Finding("E687", Place(str(file), bare.count("\n", 0, found.start()) + 1))


def _without_comments(text: str) -> str:
    """Return a text without its comments; the lines keep their numbers."""
    pieces, at = [], 0
    for start, end in comment_spans(text):
        pieces += [text[at:start], "\n" * text.count("\n", start, end)]
        at = end
    return "".join([*pieces, text[at:]])


def _scan(source: str, names: Names, file: Path, first_line: int) -> list[Finding]:
    return list(find_outline_faults(source, names, str(file), first_line))
