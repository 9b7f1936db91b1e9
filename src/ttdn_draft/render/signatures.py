"""The further rows of a joint document: signature blocks go in, rows of the table at its foot come out."""

from collections.abc import Iterable, Sequence

from ..errors import Place, TemplateError
from ..knowledge.standards.layout import Line
from ..knowledge.standards.profile import Profile
from ..model import Document, Run, SignatureBlock, as_tags, mark_pending
from ..word.ooxml import END_STYLE, paragraph, runs
from ..word.package import WordIds

KEEP_NEXT = "<w:keepNext/>"
"""Those who sign a document together sign one page."""


def build_signature_rows(document: Document, profile: Profile, ids: WordIds, widths: Sequence[int]) -> str:
    """Return the rows of all signatures but the first two; `widths` are those of the two columns, in twips.

    Raises TemplateError where the template lacks a style of the signature.
    """
    sides = (profile.layout.foot.left, profile.layout.foot.right)
    last = len(document.more_signatures)
    rows = (
        [_cell(block, lines, profile, ids, number < last) for block, lines in zip(row, sides, strict=True)]
        for number, row in enumerate(document.more_signatures, 1)
    )
    return "".join(_row(widths, cells) for cells in rows)


def _row(widths: Sequence[int], cells: Sequence[str]) -> str:
    written = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{cell}</w:tc>'
        for width, cell in zip(widths, cells, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{written}</w:tr>"


def _cell(block: SignatureBlock, lines: Iterable[Line], profile: Profile, ids: WordIds, is_kept: bool) -> str:
    tags = as_tags(block)
    named = ((profile.looks[line.look].style_name, tags.get(line.content.partition(".")[2])) for line in lines)
    printed = [(style, words) for style, words in named if words] or [(END_STYLE, "")]
    kept = KEEP_NEXT if is_kept else ""
    return "".join(
        paragraph(
            f'<w:pStyle w:val="{_find_style(style, profile, ids)}"/>{kept}', runs(mark_pending((Run(words),)), {})
        )
        for style, words in printed
    )


def _find_style(name: str, profile: Profile, ids: WordIds) -> str:
    if name.lower() not in ids.styles:
        raise TemplateError("E423", Place(part="word/styles.xml"), style=name, profile=profile.id)
    return ids.styles[name.lower()]
