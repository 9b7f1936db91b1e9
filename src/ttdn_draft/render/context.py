"""What a template may print: a Document goes in, the values of all tags come out."""

from collections.abc import Iterable, Mapping
from typing import Any

from markupsafe import Markup

from ..knowledge.standards import fonts
from ..knowledge.standards.profile import Line, Profile, Shape
from ..model import Document, as_tags, printed_words
from ..word.drawing import emu
from ..word.ooxml import TWIPS_PER_MM, twips
from ..word.package import WordIds
from .annexes import build_annex_lists, build_annexes_xml, last_section
from .body import build_body_xml, build_note_xml, note_marks, resolve_ids
from .headings import base_headings

MIN_GAP_MM = 2.0  # between the columns of the head: without it two long lines run together
MAX_SIGNATURE_SHARE = 0.58  # of the text width, so that the recipients keep theirs
CLEARANCE_MM = 0.6  # a word processor rounds each letter; without it a line that just fits is broken


def build_context(document: Document, profile: Profile, ids: WordIds) -> dict[str, Any]:
    """Return the tags under their Vietnamese names, and under `_…` what the engine puts in by itself."""
    known = resolve_ids(ids, profile, document.scheme)
    marks = note_marks(document, known)
    tags: dict[str, Any] = as_tags(document)
    tags["noi_dung"] = _built(build_body_xml(document.body, profile, known, marks))
    tags["phu_luc"] = _built(build_annexes_xml(document, profile, ids, known, marks))
    lengths = shape_lengths(profile, tags)
    tags |= {f"_ve_{name}": emu(lengths.get(name, length)) for name, length in ids.shapes.items()}
    tags |= {f"_cot_{number}": width for number, width in enumerate(head_columns(profile, tags))}
    tags |= {f"_ky_{number}": width for number, width in enumerate(foot_columns(document, profile, tags))}
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


def shape_lengths(profile: Profile, tags: Mapping[str, Any]) -> dict[str, float]:
    """Return how long each drawn line and how wide each frame is, in mm."""
    looks = {line.content: line.look for line in profile.lines()}
    rooms = _rooms(profile, tags)
    return {name: _length(shape, looks, rooms, profile, tags) for name, shape in profile.shapes.items()}


def _rooms(profile: Profile, tags: Mapping[str, Any]) -> dict[str, float]:
    """Return for each line of the head how wide its column is, in mm: there a long name is broken."""
    left, _, right = (width / TWIPS_PER_MM for width in head_columns(profile, tags))
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
    words = _words(shape.follows, profile, tags)
    prescribed = (shape.widths or {}).get(words)
    look = profile.looks[looks.get(shape.follows, shape.follows)]
    lines = fonts.wrap(words, look.face, look.size, rooms.get(shape.follows, profile.page.text_width))
    width = max(fonts.width_mm(line, look.face, look.size) for line in lines)
    return prescribed or width * shape.share + 2 * shape.padding


def head_columns(profile: Profile, tags: Mapping[str, Any]) -> list[int]:
    """Return the widths of the two columns of the head and of the gap between them, in twips.

    The columns have the widths of the signed original, and wider ones where a name or date needs them.
    """
    head = profile.head
    left = _widest((line for pair in profile.layout.head for line in pair.left), profile, tags) + CLEARANCE_MM
    right = _widest((line for pair in profile.layout.head for line in pair.right), profile, tags) + CLEARANCE_MM
    full = profile.page.text_width + head.over_left + head.over_right
    right = min(max(right, head.right), full - MIN_GAP_MM - head.left * 0.7)
    left = min(max(left, head.left), full - MIN_GAP_MM - right)
    columns = [twips(left), twips(full - left - right)]
    return [*columns, twips(full) - sum(columns)]


def foot_columns(document: Document, profile: Profile, tags: Mapping[str, Any]) -> list[int]:
    """Return the widths of recipients and signature, in twips; a long office takes room from the recipients.

    Two signatures side by side share the width.
    """
    full = profile.page.text_width
    if document.left_signature.first_line:
        return [twips(full) - twips(full / 2), twips(full / 2)]
    needed = _widest(profile.layout.foot.right, profile, tags) + CLEARANCE_MM
    right = max(min(needed, full * MAX_SIGNATURE_SHARE), profile.foot.signature)
    return [twips(full) - twips(right), twips(right)]


def _widest(lines: Iterable[Line], profile: Profile, tags: Mapping[str, Any]) -> float:
    """Return the width of the longest line in mm, each measured in its own style."""
    widths = [
        fonts.width_mm(part, profile.looks[line.look].face, profile.looks[line.look].size)
        for line in lines
        for part in _words(line.content, profile, tags).split("\n")
    ]
    return max(widths, default=0)


def _words(content: str, profile: Profile, tags: Mapping[str, Any]) -> str:
    """Return what a line of the layout prints: the value of a tag, or words of the standard."""
    group, _, name = content.partition(".")
    value = tags[group][name] if name else tags.get(content)
    if value is None:
        return profile.words[content].value if content in profile.words else ""
    return "\n".join(map(printed_words, value)) if isinstance(value, list) else printed_words(str(value))
