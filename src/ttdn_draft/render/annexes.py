"""Annexes as WordprocessingML: annexes of a Document go in, sections with their own page and list counts come out."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from ..knowledge.standards import fonts
from ..knowledge.standards.layout import Line
from ..knowledge.standards.profile import Profile
from ..model import AnnexPart, Document, Run, mark_pending, printed_words
from ..word.drawing import draw
from ..word.ooxml import paragraph, runs
from ..word.package import WordIds
from .body import BodyIds, build_body_xml
from .sections import build_annex_section, end_section


def build_annexes_xml(
    document: Document, profile: Profile, word: WordIds, ids: BodyIds, marks: Mapping[str, str]
) -> str:
    """Return the end of the section of the text and all annexes; nothing for a document without annexes."""
    sections = [word.section, *(build_annex_section(word.section, a.is_landscape) for a in document.annexes)]
    written = list[str]()
    for number, annex in enumerate(document.annexes):
        own = ids if ids.first_level else replace(ids, list_of_levels=str(_first_list(word) + number))
        on_page = replace(profile, page=profile.page.turned()) if annex.is_landscape else profile
        written.append(end_section(sections[number], ids.end))
        written.append(_head(annex, number, on_page, ids))
        written.append(build_body_xml(annex.body, profile, own, marks, ends_document=False))
    return "".join(written)


def last_section(document: Document, word: WordIds) -> str:
    """Return the section at the end of the document: that of the last annex, or that of the text."""
    if not document.annexes:
        return word.section
    return build_annex_section(word.section, document.annexes[-1].is_landscape)


def build_annex_lists(document: Document, profile: Profile, word: WordIds, ids: BodyIds) -> Iterator[str]:
    """Yield a list for each annex, in which every level begins anew; none where one list sees to it for all."""
    if ids.first_level:
        return
    kind = word.kinds_of_lists.get(ids.list_of_levels)
    starts = "".join(
        f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="1"/></w:lvlOverride>'
        for level in range(len(profile.levels))
    )
    for number in range(len(document.annexes) if kind is not None else 0):
        yield f'<w:num w:numId="{_first_list(word) + number}"><w:abstractNumId w:val="{kind}"/>{starts}</w:num>'


def _first_list(word: WordIds) -> int:
    return max(map(int, word.kinds_of_lists), default=0) + 1


def _head(annex: AnnexPart, number: int, profile: Profile, ids: BodyIds) -> str:
    words = {"phu_luc_tu": annex.label, "phu_luc_ten": annex.title, "phu_luc_kem": annex.reference}
    return "".join(
        paragraph(f'<w:pStyle w:val="{ids.looks[line.look]}"/>', _content(line, words, number, profile))
        for line in profile.layout.annex
    )


def _content(line: Line, words: Mapping[str, str], number: int, profile: Profile) -> str:
    shape = profile.shapes.get(line.content)
    if shape is None:
        written = words.get(line.content) or profile.words[line.content].value
        return runs(mark_pending((Run(written),)), {})
    look = profile.looks[shape.follows]
    lines = fonts.wrap(printed_words(words[shape.follows]), look.face, look.size, profile.page.text_width)
    longest = max(fonts.width_mm(part, look.face, look.size) for part in lines)
    # the drawings of the template come first, and each drawing has a number of its own
    drawing = (number + 1) * len(profile.shapes) + list(profile.shapes).index(line.content) + 1
    return draw(shape, line.content, drawing, longest * shape.share)
