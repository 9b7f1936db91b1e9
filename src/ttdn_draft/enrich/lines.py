"""The lists of the document with the marks of the standard, and the recipients."""

import re
from dataclasses import dataclass
from math import ceil
from unicodedata import normalize

from ..knowledge.standards import fonts
from ..knowledge.standards.profile import Marks, Profile
from ..model import Draft, Report

LEADING_DASH = re.compile(r"^[-–—+•](\s+|$)")
PURPOSE = re.compile(r"\((?:để )?[\w/ ]{1,12}\)")  # (để b/c): never torn
NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"
PAGE_SHARE = 0.5  # Word cannot tear the row that holds the signature: a list of half a page leaves room for text above
ELLIPSIS = ("...", "…")
MARKS = (";", ",", ".")


def strip_marks(line: str) -> str:
    """Return a typed line without its leading dash and its trailing mark; an ellipsis stays."""
    bare = LEADING_DASH.sub("", line.strip())
    return bare if bare.endswith(ELLIPSIS) else strip_end(bare)


def strip_end(text: str) -> str:
    """Return a text without the blanks and the one mark at its end."""
    bare = text.rstrip()
    if bare.endswith("./."):
        return bare.removesuffix("./.").rstrip()
    return bare[:-1].rstrip() if bare.endswith(MARKS) else bare


def punctuate(lines: list[str], marks: Marks) -> tuple[str, ...]:
    """Return the lines with bullet and with the marks that the standard sets between and at the end."""
    last, bullet = len(lines) - 1, f"{marks.bullet} " if marks.bullet else ""
    return tuple(
        f"{bullet}{strip_marks(line)}{marks.last if i == last else marks.between}" for i, line in enumerate(lines)
    )


def report_empty(lines: tuple[str, ...], key: str, report: Report) -> None:
    """Report the lines of a list that hold marks and no words."""
    for index, line in enumerate(lines):
        if not strip_marks(line):
            report("E332", (key, index))


def build_legal_bases(draft: Draft, profile: Profile, report: Report) -> tuple[str, ...]:
    """Return the legal bases, one per line."""
    report_empty(draft.legal_bases, "can_cu", report)
    return punctuate(list(draft.legal_bases), profile.marks["can_cu"])


def build_recipients(draft: Draft, profile: Profile, report: Report) -> tuple[str, ...]:
    """Return the recipients; the addressees come first (Như trên), the archive last, its absence is reported."""
    lines = list(draft.recipients or ())
    report_empty(tuple(lines), "noi_nhan", report)
    if draft.addressees and "nhu_tren" in profile.words:
        above = profile.words["nhu_tren"].value
        lines = [above, *(line for line in lines if strip_marks(line) != above)]
    if draft.archive:
        lines.append(_archive_line(draft.archive, profile, report))
    if not lines:
        report("W330", ("noi_nhan",))
        return ()
    has_archive = _is_archive_line(lines[-1], profile)
    if not has_archive:
        report("W331", ("noi_nhan",))
    written = [*punctuate(lines, profile.marks["noi_nhan"])]
    if has_archive and profile.drafter.is_in_archive_line and draft.drafter:
        written[-1] += f" {build_drafter_mark(draft, profile)}"
    return tuple(PURPOSE.sub(lambda m: m[0].replace(" ", NO_BREAK_SPACE), line) for line in written)


def _is_archive_line(line: str, profile: Profile) -> bool:
    return strip_marks(line).startswith(profile.words["luu"].value.split("{")[0].split(" ")[0])


def check_recipients(draft: Draft, profile: Profile, report: Report) -> None:
    """Report what would print wrongly: a drafter's mark without its line, two archive lines, names torn by a comma."""
    is_typed = any(_is_archive_line(line, profile) for line in draft.recipients or ())
    if draft.drafter and profile.drafter.is_in_archive_line and not (draft.archive or is_typed):
        report("E333", ("nguoi_soan",), mark=build_drafter_mark(draft, profile))
    if draft.archive and is_typed:
        report("W335", ("luu",))
    if draft.drafter and not any(letter.isalnum() for letter in draft.drafter.name):
        report("E332", ("nguoi_soan", "ky_hieu"))
    for index, line in enumerate(draft.recipients or ()):
        if strip_marks(line)[:1].islower():
            report("W334", ("noi_nhan", index), name=strip_marks(line))


def _archive_line(typed: str, profile: Profile, report: Report) -> str:
    """Return the archive line; words of it that were typed along are not doubled."""
    form = profile.words["luu"].value
    opening = form.partition("{noi_luu}")[0]
    typed_along = "".join(rf"(?:{re.escape(w.rstrip(':,'))}(?:\s*[:;,]\s*|\s+|$))?" for w in opening.split())
    place = re.sub(f"^{typed_along}", "", strip_marks(typed), flags=re.I)
    if not place and len(opening.split()) == 1:
        report("E332", ("luu",))
    return form.format(noi_luu=place) if place else opening.rstrip(" ,")


def build_drafter_mark(draft: Draft, profile: Profile) -> str:
    """Return the mark of the drafter with the number of copies: `NguyenVanAn-26`, `PL.(300)`; nothing without one."""
    if draft.drafter is None:
        return ""
    name = draft.drafter.name
    if profile.drafter.letters == "khong-dau":
        plain = normalize("NFD", name).replace("đ", "d").replace("Đ", "D")
        name = "".join(letter for letter in plain if letter.isalnum())
    else:
        name = name.upper().replace(" ", NO_BREAK_SPACE)
    return profile.drafter.form.format(ky_hieu=name, so_ban=draft.drafter.copies)


@dataclass(frozen=True)
class PlacedRecipients:
    """The recipients that stand beside the signature, those under it, and the drafter's mark behind the last."""

    beside: tuple[str, ...]
    below: tuple[str, ...]
    mark_beside: str
    mark_below: str


def place_recipients(draft: Draft, profile: Profile, report: Report, may_stand_beside: bool) -> PlacedRecipients:
    """Return the recipients at their places; where two signatures stand side by side, none stands beside them."""
    lines = build_recipients(draft, profile, report)
    beside, below = split_recipients(lines, profile) if may_stand_beside else ((), lines)
    mark = "" if profile.drafter.is_in_archive_line else build_drafter_mark(draft, profile)
    return PlacedRecipients(beside, below, "" if below else mark, mark if below else "")


def split_recipients(lines: tuple[str, ...], profile: Profile) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the recipients that stand beside the signature, and those of a list too high for that."""
    look = profile.looks["noi_nhan"]
    room = profile.foot.recipients - look.left
    pitch = (look.exact or look.size) * fonts.MM_PER_PT
    free = profile.page.text_height * PAGE_SHARE
    for number, line in enumerate(lines):
        free -= pitch * ceil(fonts.width_mm(line, look.face, look.size) / room)
        if free < 0:
            return lines[:number], lines[number:]
    return lines, ()
