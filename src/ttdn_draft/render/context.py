"""What a template may print: a Document goes in, the values of all tags come out."""

from collections.abc import Mapping
from typing import Any

from markupsafe import Markup

from ..knowledge.profiles import Profile
from ..model import Document, as_tags
from . import fonts
from .body import build_body_xml, build_note_xml, resolve_ids
from .ooxml import twips
from .package import WordIds

CLEARANCE_MM = 0.6  # a word processor rounds each letter; without it a line that just fits is broken


def build_context(document: Document, profile: Profile, ids: WordIds) -> dict[str, Any]:
    """Return the tags under their Vietnamese names, and under `_…` what the engine puts in by itself."""
    known = resolve_ids(ids, profile)
    tags: dict[str, Any] = as_tags(document)
    tags["noi_dung"] = Markup(build_body_xml(document.body, profile, known))  # noqa: S704 - built and escaped here
    notes = (build_note_xml(number, note, known) for number, note in enumerate(document.footnotes))
    tags |= {f"_cot_{number}": width for number, width in enumerate(head_columns(document, profile))}
    return tags | {
        "_chu_thich": [Markup(note) for note in notes],  # noqa: S704 - as above
        "_tieu_de": document.title,
        "_chu_de": " ".join(document.subject.split()),
        "_tac_gia": document.author,
    }


def head_columns(document: Document, profile: Profile) -> list[int]:
    """Return the widths of the two columns of the head and of the gap between them, in twips.

    The columns have the widths of the signed original, and wider ones where a name or date needs them.
    """
    left = _needed(
        profile,
        {"cap_tren": document.parent_body, "co_quan": document.issuer, "so_ky_hieu": document.number_line},
    )
    right = _needed(profile, {"tieu_de": profile.words["tieu_de"].value, "dia_danh_ngay": document.place_date})
    full = profile.page.text_width
    right = min(max(right, profile.head.right), full - profile.head.left * 0.7)
    left = min(max(left, profile.head.left), full - right)
    columns = [twips(left), twips(full - left - right), twips(right)]
    return [columns[0], max(columns[1], 0), twips(full) - columns[0] - max(columns[1], 0)]


def _needed(profile: Profile, lines: Mapping[str, str]) -> float:
    """Return the width of the longest line in mm, each measured in its own style."""
    widths = [
        fonts.width_mm(line, fonts.face(profile.looks[look].bold, profile.looks[look].italic), profile.looks[look].size)
        for look, text in lines.items()
        for line in text.split("\n")
    ]
    return max(widths) + CLEARANCE_MM
