"""The columns of head and foot: a profile and the words of a document go in, widths in mm come out."""

from collections.abc import Iterable, Mapping
from typing import Any

from ...model import NO_BREAK_SPACE, printed_words
from . import fonts
from .layout import Line
from .profile import Look, Profile

MIN_GAP_MM = 2.0  # between the columns of the head: without it two long lines run together
MAX_SIGNATURE_SHARE = 0.58  # of the text width, so that the recipients keep theirs
LEAST_LEFT_SHARE = 0.7  # of the left column of the head, which a long date leaves it
STRETCH = 0.1  # of the size: LibreOffice sets a no-break space that much wider than the font has it, Word does not
CLEARANCE_MM = 0.6  # a word processor rounds each letter; without it a line that just fits is broken


def head_columns(profile: Profile, tags: Mapping[str, Any]) -> tuple[float, float]:
    """Return the widths of the two columns of the head.

    They are those of the signed original, and wider ones where a name or date needs them; for a long name the right
    column is as narrow as its words.
    """
    free = _full_head(profile) - MIN_GAP_MM
    words = _widest((line for pair in profile.layout.head for line in pair.left), profile, tags) + CLEARANCE_MM
    left = max(words, profile.head.left)
    right = max(min(_right_column(profile, tags), free - left), _least_right_column(profile, tags))
    return min(left, free - right), right


def issuer_room(profile: Profile, tags: Mapping[str, Any]) -> float:
    """Return how wide a line of the issuer may be: all that the words of the right column leave."""
    return _full_head(profile) - MIN_GAP_MM - _least_right_column(profile, tags) - CLEARANCE_MM


def _right_column(profile: Profile, tags: Mapping[str, Any]) -> float:
    return max(_least_right_column(profile, tags), min(profile.head.right, _most_right_column(profile)))


def _least_right_column(profile: Profile, tags: Mapping[str, Any]) -> float:
    words = _widest((line for pair in profile.layout.head for line in pair.right), profile, tags) + CLEARANCE_MM
    return min(words, _most_right_column(profile))


def _most_right_column(profile: Profile) -> float:
    return _full_head(profile) - MIN_GAP_MM - profile.head.left * LEAST_LEFT_SHARE


def _full_head(profile: Profile) -> float:
    return profile.page.text_width + profile.head.over_left + profile.head.over_right


def signature_column(profile: Profile, tags: Mapping[str, Any]) -> float:
    """Return the width of the column of the signature; a long office takes room from the recipients.

    Signatures side by side share the width.
    """
    full = profile.page.text_width
    if tags["ky_trai"]["dong_dau"]:
        return full / 2
    needed = _widest(profile.layout.foot.right, profile, tags) + CLEARANCE_MM
    return max(min(needed, full * MAX_SIGNATURE_SHARE), profile.foot.signature)


def signature_room(profile: Profile, is_joint: bool) -> float:
    """Return how wide a line of a signature may be, alone or beside another."""
    full = profile.page.text_width
    if is_joint:
        return full / 2 - MIN_GAP_MM
    return max(full * MAX_SIGNATURE_SHARE, profile.foot.signature) - CLEARANCE_MM


def _widest(lines: Iterable[Line], profile: Profile, tags: Mapping[str, Any]) -> float:
    """Return the width of the longest line, each measured in its own style."""
    widths = [
        _width(part, profile.looks[line.look])
        for line in lines
        for part in words_of(line.content, profile, tags).split("\n")
    ]
    return max(widths, default=0)


def _width(text: str, look: Look) -> float:
    blanks = text.count(NO_BREAK_SPACE) * STRETCH * look.size * fonts.MM_PER_PT
    return fonts.width_mm(text, look.face, look.size) + blanks


def words_of(content: str, profile: Profile, tags: Mapping[str, Any]) -> str:
    """Return what a line of the layout prints: the value of a tag, or words of the standard."""
    group, _, name = content.partition(".")
    value = tags[group][name] if name else tags.get(content)
    if value is None:
        return profile.words[content].value if content in profile.words else ""
    return "\n".join(map(printed_words, value)) if isinstance(value, list) else printed_words(str(value))
