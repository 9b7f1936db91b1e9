"""What a template may print: a Document goes in, the values of all tags come out."""

from collections.abc import Mapping
from typing import Any

from markupsafe import Markup

from ..knowledge import fonts
from ..knowledge.profiles import Profile
from ..model import Document, as_tags
from .body import build_body_xml, build_note_xml, resolve_ids
from .ooxml import twips
from .package import WordIds

MIN_GAP_MM = 3.0  # between the columns of the head: without it two long lines run together
MAX_SIGNATURE_SHARE = 0.58  # of the text width, so that the recipients keep theirs
CLEARANCE_MM = 0.6  # a word processor rounds each letter; without it a line that just fits is broken


def build_context(document: Document, profile: Profile, ids: WordIds) -> dict[str, Any]:
    """Return the tags under their Vietnamese names, and under `_…` what the engine puts in by itself."""
    known = resolve_ids(ids, profile)
    tags: dict[str, Any] = as_tags(document)
    tags["noi_dung"] = Markup(build_body_xml(document.body, profile, known))  # noqa: S704 - built and escaped here
    notes = (build_note_xml(number, note, known) for number, note in enumerate(document.footnotes))
    tags |= {f"_cot_{number}": width for number, width in enumerate(head_columns(document, profile))}
    tags |= {f"_ky_{number}": width for number, width in enumerate(foot_columns(document, profile))}
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
    right = min(max(right, profile.head.right), full - MIN_GAP_MM - profile.head.left * 0.7)
    left = min(max(left, profile.head.left), full - MIN_GAP_MM - right)
    columns = [twips(left), twips(full - left - right)]
    return [*columns, twips(full) - sum(columns)]


def foot_columns(document: Document, profile: Profile) -> list[int]:
    """Return the widths of recipients and signature, in twips; a long office takes room from the recipients."""
    signature = document.signature
    lines = {"quyen_han": signature.first_line, "chuc_vu": signature.second_line, "ho_ten": signature.full_name}
    full = profile.page.text_width
    right = min(max(_needed(profile, lines), profile.signature["cot_phai"]), full * MAX_SIGNATURE_SHARE)
    return [twips(full) - twips(right), twips(right)]


def _needed(profile: Profile, lines: Mapping[str, str]) -> float:
    """Return the width of the longest line in mm, each measured in its own style."""
    widths = [
        fonts.width_mm(line, fonts.face(profile.looks[look].bold, profile.looks[look].italic), profile.looks[look].size)
        for look, text in lines.items()
        for line in text.split("\n")
    ]
    return max(widths) + CLEARANCE_MM
