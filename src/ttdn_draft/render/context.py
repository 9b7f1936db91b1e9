"""What a template may print: a Document goes in, the values of all tags come out."""

from collections.abc import Mapping
from typing import Any

from markupsafe import Markup

from ..knowledge.standards import fonts
from ..knowledge.standards.columns import head_columns, signature_column, words_of
from ..knowledge.standards.profile import Profile, Shape
from ..model import Document, as_tags, printed_words
from ..reuse import reuse
from ..word.drawing import emu
from ..word.ooxml import twips
from ..word.package import WordIds
from .annexes import build_annex_lists, build_annexes_xml, last_section
from .body import build_body_xml, build_note_xml, note_marks, resolve_ids
from .headings import base_headings
from .signatures import KEEP_NEXT, build_signature_rows


def build_context(document: Document, profile: Profile, ids: WordIds) -> dict[str, Any]:
    """Return the tags under their Vietnamese names, and under `_…` what the engine puts in by itself."""
    known = reuse(resolve_ids, ids, profile, by=(document.scheme,))
    marks = note_marks(document, known)
    tags: dict[str, Any] = as_tags(document)
    tags["noi_dung"] = _built(build_body_xml(document.body, profile, known, marks))
    tags["phu_luc"] = _built(build_annexes_xml(document, profile, ids, known, marks))
    columns = head_columns(profile, tags)
    lengths = shape_lengths(profile, tags, columns)
    tags |= {f"_ve_{name}": emu(lengths.get(name, length)) for name, length in ids.shapes.items()}
    tags |= {f"_cot_{number}": width for number, width in enumerate(_head_twips(profile, columns))}
    foot = _foot_twips(profile, tags)
    tags |= {f"_ky_{number}": width for number, width in enumerate(foot)}
    tags["_ky_giu"] = _built(KEEP_NEXT if document.more_signatures else "")
    tags["_ky_tiep"] = _built(build_signature_rows(document, profile, ids, foot))
    tags |= {f"_de_muc_{depth}": style for depth, style in base_headings(ids, profile, known.headings).items()}
    return tags | {
        "_chu_thich": [_built(build_note_xml(n, note, known)) for n, note in enumerate(document.footnotes)],
        "_danh_sach": [_built(entry) for entry in build_annex_lists(document, profile, ids, known)],
        "_phan_cuoi": _built(last_section(document, ids)),
        "_tieu_de": document.title,
        "_chu_de": printed_words(" ".join(document.subject.split())),
        "_tac_gia": document.author,
    }


def _built(xml: str) -> Markup:
    return Markup(xml)  # noqa: S704 - built and escaped in this room


def shape_lengths(profile: Profile, tags: Mapping[str, Any], columns: tuple[float, float]) -> dict[str, float]:
    """Return how long each drawn line and how wide each frame is, in mm; `columns` are those of the head."""
    looks = {line.content: line.look for line in profile.lines()}
    rooms = _rooms(profile, columns)
    return {name: _length(shape, looks, rooms, profile, tags) for name, shape in profile.shapes.items()}


def _rooms(profile: Profile, columns: tuple[float, float]) -> dict[str, float]:
    """Return for each line of the head how wide its column is, in mm: there a long name is broken."""
    left, right = columns
    sides = (
        (line, width)
        for pair in profile.layout.head
        for lines, width in ((pair.left, left), (pair.right, right))
        for line in lines
    )
    return {line.content: width for line, width in sides}


def _length(
    shape: Shape, looks: Mapping[str, str], rooms: Mapping[str, float], profile: Profile, tags: Mapping[str, Any]
) -> float:
    if not shape.follows:
        return profile.page.text_width * shape.share
    words = words_of(shape.follows, profile, tags)
    prescribed = (shape.widths or {}).get(words)
    look = profile.looks[looks.get(shape.follows, shape.follows)]
    lines = fonts.wrap(words, look.face, look.size, rooms.get(shape.follows, profile.page.text_width))
    width = max(fonts.width_mm(line, look.face, look.size) for line in lines)
    return prescribed or width * shape.share + 2 * shape.padding


def _head_twips(profile: Profile, columns: tuple[float, float]) -> list[int]:
    """Return the widths of the two columns of the head and of the gap between them, in twips."""
    left, right = columns
    full = profile.page.text_width + profile.head.over_left + profile.head.over_right
    widths = [twips(left), twips(full - left - right)]
    return [*widths, twips(full) - sum(widths)]


def _foot_twips(profile: Profile, tags: Mapping[str, Any]) -> list[int]:
    """Return the widths of recipients and signature, in twips."""
    right = twips(signature_column(profile, tags))
    return [twips(profile.page.text_width) - right, right]
