"""Refuses what is no document to be read: a story and its zones go in, what keeps it from being read is raised."""

from collections.abc import Sequence

from ...errors import InputError, Place
from ...messages import N_
from .heads import is_kind_line
from .lines import Story
from .wording import MOTTO
from .zoned import Zone, Zoned

EMPTY_FILE = N_("không có chữ nào")
PICTURES = N_("chỉ có hình ảnh, không có chữ (bản quét)")
NEAR = 12  # lines, in which a second document would show its head
FEET = (Zone.RECIPIENT_TITLE, Zone.AUTHORITY, Zone.SIGNER, Zone.ARCHIVE)


def refuse_unread(story: Story, zoned: Sequence[Zoned], file: str) -> None:
    """Raise InputError for a file without words, and for one that holds two documents."""
    if all(one.zone is Zone.BLANK for one in zoned):
        raise InputError("E834", Place(file), reason=PICTURES if story.pictures else EMPTY_FILE)
    if second := _find_second(zoned):
        raise InputError("E835", Place(file, paragraph=second.line.paragraph))


def _find_second(zoned: Sequence[Zoned]) -> Zoned | None:
    """Return the line with which a second document begins: a title of the country or the Party, and a kind below it."""
    for annex in sorted({one.annex for one in zoned if one.annex}):
        lines = [one for one in zoned if one.annex == annex and one.zone is not Zone.BLANK][:NEAR]
        head = next((number for number, one in enumerate(lines) if MOTTO.search(one.line.words)), None)
        label = next((number for number, one in enumerate(lines) if one.zone is Zone.ANNEX_LABEL), NEAR)
        if head is not None and head < label and any(is_kind_line(one.line) for one in lines[head:]):
            return lines[0]
    return _find_behind_foot(zoned)


def _find_behind_foot(zoned: Sequence[Zoned]) -> Zoned | None:
    """Return the title of a second document that follows the end of the first one without a page of its own."""
    text = [one for one in zoned if not one.annex and one.zone is not Zone.BLANK]
    foot = next((number for number, one in enumerate(text) if one.zone in FEET), len(text))
    for number in range(foot, len(text)):
        near = text[number : number + NEAR]
        if MOTTO.search(near[0].line.words) and any(is_kind_line(one.line) for one in near):
            return near[0]
    return None
