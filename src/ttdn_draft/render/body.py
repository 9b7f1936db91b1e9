"""The body as WordprocessingML: blocks go in, paragraphs and tables that name styles come out."""

from collections.abc import Mapping, Sequence

from ..knowledge.standards.profile import Profile
from ..model import BodyBlock, Document, Run, Table, Text, plain_text, texts_of
from ..records import dataclass
from ..reuse import reuse_each
from ..word.ooxml import (
    BODY_TABLE,
    END_STYLE,
    FIRST_LEVEL,
    LATE_LOOK,
    NOTE_MARK,
    POINT_STYLE,
    body_looks,
    mark_content,
    paragraph,
    runs,
    text_run,
)
from ..word.package import WordIds
from .headings import HeadingStyle, find_headings
from .table import build_table_xml

NO_MARKS: dict[str, str] = {}
NO_LIST = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>'  # a letter is text, whatever its style counts


@dataclass(frozen=True)
class BodyIds:
    """What the generated XML names in its template: styles by look, the list of the levels, the first note."""

    looks: Mapping[str, str]
    point: str  # a paragraph with a letter; nothing where the template has no style for it
    headings: Mapping[str, HeadingStyle]  # by look; where the template has none, the look is used
    table: str
    end: str
    note_mark: str
    counted: frozenset[str]  # the looks that carry a list by themselves
    list_of_levels: str
    list_of_broken: str  # counts with it, for headings under their number; nothing where the template has none
    first_level: int  # in that list; 0 where it has no level for annexes, which then have lists of their own
    first_note: int


def resolve_ids(ids: WordIds, profile: Profile, scheme: Sequence[str]) -> BodyIds:
    """Return the ids of a template for everything that the body names; the names are known to be there."""
    names = {look: profile.looks[look].style_name.lower() for look in body_looks(profile)}
    looks = {look: ids.styles[name] for look, name in names.items() if look != LATE_LOOK or name in ids.styles}
    levels = [looks[level.look] for level in profile.levels.values() if level.look in looks]
    list_of_levels = next((ids.lists[style] for style in levels if style in ids.lists), "0")
    table, end, mark = (ids.styles[name.lower()] for name in (BODY_TABLE, END_STYLE, NOTE_MARK))
    begins_annex = looks[profile.layout.annex[0].look]
    first_level = FIRST_LEVEL if ids.lists.get(begins_annex) == list_of_levels else 0
    broken = ids.broken_lists.get(ids.kinds_of_lists.get(list_of_levels, ""), "") if first_level else ""
    counted = frozenset(look for look, style in looks.items() if style in ids.lists)
    headings = find_headings(ids, profile, scheme)
    point = ids.styles.get(POINT_STYLE.lower(), "")
    lists = (list_of_levels, broken, first_level)
    return BodyIds(looks, point, headings, table, end, mark, counted, *lists, ids.first_note)


def find_missing_level(document: Document, ids: WordIds, profile: Profile) -> str:
    """Return the style of a level that the document uses and an older template lacks, or nothing."""
    name = profile.looks[LATE_LOOK].style_name if LATE_LOOK in profile.looks else ""
    bodies = (document.body, *(annex.body for annex in document.annexes))
    levels = {block.level for body in bodies for block in body if isinstance(block, BodyBlock) and block.level}
    is_used = any(profile.levels[level].look == LATE_LOOK for level in levels)
    return name if is_used and name.lower() not in ids.styles else ""


def note_marks(document: Document, ids: BodyIds) -> dict[str, str]:
    """Return the XML of each note mark by its label, numbered in the order in which the marks are read."""
    bodies = (document.body, *(annex.body for annex in document.annexes))
    labels = [run.note for body in bodies for text in texts_of(body) for run in text if run.note]
    if not labels:
        return NO_MARKS
    return {
        label: _commented(note, _mark(ids, f'<w:footnoteReference w:id="{number}"/>'))
        for number, (label, note) in enumerate(zip(labels, document.footnotes, strict=True), ids.first_note)
    }


def _commented(note: Text, mark: str) -> str:
    """Return the mark of a note; it carries the sources of its doubts, as Word has no comments in notes."""
    sources = dict.fromkeys(run.pending.source for run in note if run.pending and run.pending.source)
    return mark_content("; ".join(sources), mark) if sources else mark


def _mark(ids: BodyIds, content: str) -> str:
    return f'<w:r><w:rPr><w:rStyle w:val="{ids.note_mark}"/></w:rPr>{content}</w:r>'


def build_note_xml(number: int, text: Text, ids: BodyIds) -> str:
    """Return the XML of a note; `number` counts from 0."""
    words = _mark(ids, "<w:footnoteRef/>") + runs((Run(" "), *text), {})
    note = paragraph(f'<w:pStyle w:val="{ids.looks["chu_thich"]}"/>', words)
    return f'<w:footnote w:id="{ids.first_note + number}">{note}</w:footnote>'


def build_body_xml(
    body: Sequence[BodyBlock | Table],
    profile: Profile,
    ids: BodyIds,
    marks: Mapping[str, str],
    ends_document: bool = True,
) -> str:
    """Return the XML of all blocks; the last paragraph stays with the signature, where one follows."""
    return "".join(reuse_each(_write_block, body, profile, ids, marks, ends_document, reach=1))


def _write_block(
    body: Sequence[BodyBlock | Table],
    place: int,
    profile: Profile,
    ids: BodyIds,
    marks: Mapping[str, str],
    ends_document: bool,
) -> str:
    writer = _BodyWriter(profile, ids, marks, ends_document)
    block = body[place]
    following = body[place + 1] if place + 1 < len(body) else None
    if isinstance(block, Table):
        return writer.table(block, following)
    return writer.block(block, body[place - 1] if place else None, following)


class _BodyWriter:
    """Writes one block after the other, with the note marks at hand."""

    def __init__(self, profile: Profile, ids: BodyIds, marks: Mapping[str, str], has_signature: bool) -> None:
        self.profile, self.ids, self.marks, self.has_signature = profile, ids, marks, has_signature

    def block(self, block: BodyBlock, previous: BodyBlock | Table | None, following: BodyBlock | Table | None) -> str:
        look = self.profile.looks[block.look]
        heading = self.ids.headings.get(block.look) if block.outline else None
        content = (text_run(block.label) if block.label else "") + runs(block.text, self.marks)
        properties = f'<w:pStyle w:val="{heading.id if heading else self._style(block)}"/>'
        leads = isinstance(following, Table) or plain_text(block.text).rstrip().endswith(":")
        leads |= following is None and self.has_signature
        if leads and not look.keep_next:
            properties += "<w:keepNext/>"  # a table, the signature, or what a colon announces stays with these words
        properties += self._number(block, heading)
        if self._breaks(block):
            content = "<w:r><w:br/></w:r>" + content
        properties += self._spacing(previous, block, following)
        if block.outline and not (heading and heading.depth == block.outline):
            properties += f'<w:outlineLvl w:val="{block.outline - 1}"/>'
        return paragraph(properties, content)

    def _style(self, block: BodyBlock) -> str:
        is_point = block.label and not block.outline
        return self.ids.point if is_point and self.ids.point else self.ids.looks[block.look]

    def _number(self, block: BodyBlock, heading: HeadingStyle | None) -> str:
        """Return the number of a block where its style does not bring it, or brings one that the block has not."""
        is_counted = block.look in self.ids.counted
        if not block.level:
            return NO_LIST if is_counted and block.label and not self.ids.point else ""
        is_broken = bool(self.ids.list_of_broken) and self._breaks(block)
        if heading and is_counted and self.ids.first_level and not is_broken:
            return ""
        level = self.ids.first_level + list(self.profile.levels).index(block.level)
        number = self.ids.list_of_broken if is_broken else self.ids.list_of_levels
        return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'

    def _breaks(self, block: BodyBlock) -> bool:
        """Tell whether the words of a heading stand under its number."""
        return bool(block.level and block.outline) and self.profile.levels[block.level].breaks_line

    def _spacing(
        self, previous: BodyBlock | Table | None, block: BodyBlock, following: BodyBlock | Table | None
    ) -> str:
        """Return the spacing of a block where it differs from that of its style; a table sets no spacing."""
        look, gap = self.profile.looks[block.look], self._gap(previous, block)
        before = f' w:before="{round(gap * 20)}"' if gap else ""
        is_bare = isinstance(following, Table) and look.after < look.before
        after = f' w:after="{round(look.before * 20)}"' if is_bare else ""
        return f"<w:spacing{before}{after}/>" if before or after else ""

    def _gap(self, previous: BodyBlock | Table | None, block: BodyBlock) -> float:
        """Return the space before a block, in pt, where it is not that of its style."""
        if isinstance(previous, Table):
            return max(self.profile.looks[block.look].before, self.profile.looks[block.look].after)
        if isinstance(previous, BodyBlock) and not block.outline:
            return self.profile.looks[previous.look].before_text
        return 0

    def table(self, table: Table, following: BodyBlock | Table | None) -> str:
        styles = {"table": self.ids.table, **self.ids.looks}
        is_last = following is None and self.has_signature
        written = build_table_xml(table, styles, self.marks, is_last)
        # Word makes one table of two that touch, so a paragraph without height keeps them apart
        gap = paragraph(f'<w:pStyle w:val="{self.ids.end}"/><w:keepNext/>', "")
        return written + ("" if isinstance(following, BodyBlock) else gap)
