"""The headings of Word in a template: its styles and the scheme of a document go in, what each heading is comes out.

In the templates that we build heading 1, heading 2 … are based on the levels of the usual scheme. A document with
another scheme has them based on its own levels, so that its highest level is heading 1 in every program. A template
without such headings, as they were built before, has the levels alone.
"""

from collections.abc import Mapping, Sequence

from ..knowledge.standards.profile import Profile
from ..records import dataclass
from ..word.ooxml import heading_name, heading_order
from ..word.package import WordIds


@dataclass(frozen=True)
class HeadingStyle:
    """A heading of Word: the id of its style, and its depth, of which 1 is the highest."""

    id: str
    depth: int


def find_headings(ids: WordIds, profile: Profile, scheme: Sequence[str]) -> dict[str, HeadingStyle]:
    """Return the heading of each look of a level; looks for which the template has none are left out."""
    there = (
        look
        for look in heading_order(profile, scheme or profile.scheme.levels)
        if profile.looks[look].style_name.lower() in ids.styles
    )
    order = enumerate(there, 1)
    own = _own_headings(ids, profile)
    return {look: HeadingStyle(own[depth], depth) for depth, look in order if depth in own}


def base_headings(ids: WordIds, profile: Profile, headings: Mapping[str, HeadingStyle]) -> dict[int, str]:
    """Return the style on which each heading of the template is based in this document, by depth."""
    bases = {heading.depth: ids.styles[profile.looks[look].style_name.lower()] for look, heading in headings.items()}
    return {depth: ids.bases[style] for depth, style in word_headings(ids).items()} | bases


def word_headings(ids: WordIds) -> dict[int, str]:
    """Return the headings of Word that are based on something, by depth."""
    named = ((depth, ids.styles.get(heading_name(depth), "")) for depth in range(1, 10))
    return {depth: style for depth, style in named if style in ids.bases}


def _own_headings(ids: WordIds, profile: Profile) -> dict[int, str]:
    """Return the headings that are based on a level, by depth; others are those that Word puts in by itself."""
    levels = {ids.styles.get(profile.looks[level.look].style_name.lower()) for level in profile.levels.values()}
    return {depth: style for depth, style in word_headings(ids).items() if ids.bases[style] in levels}
