"""The lists of the document with the marks of the standard, and the recipients."""

import re
from collections.abc import Iterable, Iterator
from math import ceil

from ..knowledge.standards import fonts
from ..knowledge.standards.foot import is_archive_line, names_addressees, write_drafter_mark
from ..knowledge.standards.line_breaks import find_torn
from ..knowledge.standards.profile import Look, Marks, Profile
from ..model import NO_BREAK_SPACE, Draft, Report, printed_words
from ..model.listing import strip_marks
from ..model.marks import find_pending
from ..patterns import regex
from ..records import dataclass
from ..reuse import reuse

PURPOSE = regex(r"\((?:để )?[\w/ ]{1,12}\)")  # (để b/c): never torn
PAGE_SHARE = 0.5  # Word cannot tear the row that holds the signature: a list of half a page leaves room for text above


def punctuate(lines: list[str], marks: Marks) -> tuple[str, ...]:
    """Return bare lines with bullet and with the marks that the standard sets between and at the end."""
    last, bullet = len(lines) - 1, f"{marks.bullet} " if marks.bullet else ""
    return tuple(f"{bullet}{line}{marks.last if i == last else marks.between}" for i, line in enumerate(lines))


def build_legal_bases(draft: Draft, profile: Profile) -> tuple[str, ...]:
    """Return the legal bases, one per line."""
    return punctuate([strip_marks(line) for line in draft.legal_bases], profile.marks["can_cu"])


def build_recipients(draft: Draft, profile: Profile, report: Report) -> tuple[str, ...]:
    """Return the recipients; the addressees come first (Như trên), the archive last."""
    lines = list(draft.recipients or ())
    if names_addressees(draft.addressees, profile):
        above = profile.words["nhu_tren"].value
        lines = [above, *(line for line in lines if line != above)]
    if draft.archive:
        lines.append(_archive_line(draft.archive, profile, report))
    has_archive = bool(lines) and is_archive_line(lines[-1], profile)
    written = [*punctuate(lines, profile.marks["noi_nhan"])]
    if has_archive and profile.drafter.is_in_archive_line and draft.drafter:
        written[-1] += f" {write_drafter_mark(draft.drafter, profile)}"
    return tuple(PURPOSE.sub(lambda m: m[0].replace(" ", NO_BREAK_SPACE), line) for line in written)


def _archive_line(typed: str, profile: Profile, report: Report) -> str:
    """Return the archive line; words of it that were typed along are not doubled."""
    form = profile.words["luu"].value
    opening = form.partition("{noi_luu}")[0]
    typed_along = "".join(rf"(?:{re.escape(w.rstrip(':,'))}(?:\s*[:;,]\s*|\s+|$))?" for w in opening.split())
    words = _take_from_doubt(strip_marks(typed), typed_along)
    place = re.sub(f"^{typed_along}", "", words, flags=re.I)
    if not place and len(opening.split()) == 1:
        report("E332", ("luu",))
    return form.format(noi_luu=place) if place else opening.rstrip(" ,")


def _take_from_doubt(line: str, prescribed: str) -> str:
    """Return a line; one that doubts nothing but the prescribed words (VT) as those words, which need no source."""
    doubt = next((mark for mark in find_pending(line) if mark.written == line and not mark.is_gap), None)
    return doubt.question if doubt and re.fullmatch(prescribed, doubt.question, re.I) else line


@dataclass(frozen=True)
class PlacedRecipients:
    """The recipients that stand beside the signature, those under it, and the drafter's mark behind the last."""

    beside: tuple[str, ...]
    below: tuple[str, ...]
    mark_beside: str
    mark_below: str


def place_recipients(draft: Draft, profile: Profile, report: Report, may_stand_beside: bool) -> PlacedRecipients:
    """Return the recipients at their places; where two signatures stand side by side, none stands beside them."""
    look, beside_signature = profile.looks["noi_nhan"], profile.foot.recipients - profile.looks["noi_nhan"].left
    # the first line of each hangs out, so it is longer than the others
    widths = (beside_signature + look.hanging, beside_signature) if may_stand_beside else (profile.page.text_width,)
    lines = tuple(reuse(_hold_in_look, look, by=(line, widths)) for line in build_recipients(draft, profile, report))
    beside, below = split_recipients(lines, profile) if may_stand_beside else ((), lines)
    mark = "" if profile.drafter.is_in_archive_line else write_drafter_mark(draft.drafter, profile)
    return PlacedRecipients(beside, below, "" if below else mark, mark if below else "")


def _hold_in_look(look: Look, text: str, widths: tuple[float, ...]) -> str:
    return hold_words(text, look, widths)


def hold_words(text: str, look: Look, widths: Iterable[float]) -> str:
    """Return a text that in no column of some widths, in mm, tears words that belong together or leaves one alone.

    What is still to be done in it stays as it is.
    """
    for width in widths:
        while torn := next(_find_torn(text, look, width), None):
            words, (start, end) = text.split(" "), torn
            text = " ".join([*words[:start], NO_BREAK_SPACE.join(words[start:end]), *words[end:]])
    return text


def _find_torn(text: str, look: Look, width: float) -> Iterator[tuple[int, int]]:
    """Yield from where to where words belong together, at the ends of lines where some are torn."""
    words, at = text.split(" "), 0
    for line in fonts.wrap(text, look.face, look.size, width)[:-1] if not next(find_pending(text), None) else ():
        at += len(line.split(" "))
        is_alone = at == len(words) - 1 and NO_BREAK_SPACE not in words[at]
        if torn := find_torn(words, at) or ((at - 1, at + 1) if is_alone else None):
            yield torn


def split_recipients(lines: tuple[str, ...], profile: Profile) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the recipients that stand beside the signature, and those of a list too high for that."""
    look = profile.looks["noi_nhan"]
    room = profile.foot.recipients - look.left
    pitch = (look.exact or look.size) * fonts.MM_PER_PT
    free = profile.page.text_height * PAGE_SHARE
    for number, line in enumerate(lines):
        free -= pitch * ceil(fonts.width_mm(printed_words(line), look.face, look.size) / room)
        if free < 0:
            return lines[:number], lines[number:]
    return lines, ()
