"""Shows in an old Word file what became of it in a new one: the bytes of both go in, those of a copy come out.

What is as it was keeps its bytes; words that went are struck out, words that came are inserted, paragraphs, rows and
tables too: who refuses all has the old words, who accepts all the new ones.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..differences import Pair, diff_words, pair_in_order
from .blocks import BlockSpan, RowSpan, TableSpan, read_blocks
from .note_pairs import NotePairs
from .properties import set_child
from .raw_file import RawFile
from .shown_view import show_changes
from .spans import ParagraphSpan, XmlSpan, read_spans
from .splicing import PieceLook, RunCuts, XmlEdit, cut_run, splice
from .tracked import Author, ParagraphTracker, WordEdit, delete_paragraph
from .transplant import Transplant

TABLE_SIGN = "▦ "  # before the words of a table, which is no other form of a paragraph


def write_redline(old: bytes, new: bytes) -> bytes:
    """Return the old Word file with the new one as tracked changes; raises ArchiveError where one is no such file."""
    file, other = RawFile.of(old), RawFile.of(new)
    notes = NotePairs(file, other)
    xml, new_xml = file.text(file.main), other.text(other.main)
    author = Author.of(xml)
    liner = _Redliner(xml, author, Transplant(other, file, author))
    olds = read_blocks(xml, read_spans(xml, notes.old_letters))
    news = read_blocks(new_xml, read_spans(new_xml, notes.new_letters))
    edits = list(liner.compare(olds, news))
    notes.write()
    if edits:
        file.put(file.main, splice(xml, edits))
        show_changes(file)
    return file.write()


@dataclass
class _Redliner:
    xml: str
    author: Author
    transplant: Transplant

    def compare(self, olds: Sequence[BlockSpan], news: Sequence[BlockSpan]) -> Iterator[XmlEdit]:
        """Yield the edits that show what became of some blocks that stand one after the other."""
        pairs = _part_unlike(olds, news, pair_in_order([*map(_key, olds)], [*map(_key, news)]))
        pairs = _keep_last(olds, news, pairs)
        carriers = {id(_carrier_of(olds[p.old])) for p in pairs if p.old >= 0 and p.new >= 0 and _box_of(olds[p.old])}
        at = _before(olds[0]) if olds else 0
        for pair in pairs:
            if pair.old < 0:
                yield XmlEdit(XmlSpan(at, at), (self._write(news[pair.new]),))
                continue
            old = olds[pair.old]
            if pair.new >= 0:
                yield from self._compare_block(old, news[pair.new])
            elif isinstance(old, ParagraphSpan) and id(old) in carriers:
                yield from self._change_words(old, "")
            else:
                yield from self._strike(old, is_last=_ends_box(olds, pair.old))
            at = _behind(olds, pair.old, carriers)

    def _compare_block(self, old: BlockSpan, new: BlockSpan) -> Iterator[XmlEdit]:
        if isinstance(old, TableSpan) and isinstance(new, TableSpan):
            yield from self._compare_rows(old, new)
        elif isinstance(old, ParagraphSpan) and isinstance(new, ParagraphSpan):
            yield from self._change_words(old, new.text)

    def _change_words(self, paragraph: ParagraphSpan, new: str) -> Iterator[XmlEdit]:
        tracker = ParagraphTracker(self.xml, paragraph, self.author)
        for c in diff_words(paragraph.text, new):
            tracker.replace(WordEdit(c.start, c.end, new[c.new_start : c.new_end]))
        yield from tracker.edits()

    def _compare_rows(self, old: TableSpan, new: TableSpan) -> Iterator[XmlEdit]:
        at = old.rows[0].start if old.rows else 0
        for pair in pair_in_order([row.text for row in old.rows], [row.text for row in new.rows]):
            was = old.rows[pair.old] if pair.old >= 0 else None
            now = new.rows[pair.new] if pair.new >= 0 else None
            if was and now and len(was.cells) == len(now.cells):
                for cell, new_cell in zip(was.cells, now.cells, strict=True):
                    yield from self.compare(cell.blocks, new_cell.blocks)
                at = was.end
                continue
            if was:
                yield from self._strike_row(was)
                at = was.end
            if now:
                yield XmlEdit(XmlSpan(at, at), (self.transplant.row(now),))

    def _write(self, block: BlockSpan) -> str:
        return self.transplant.table(block) if isinstance(block, TableSpan) else self.transplant.paragraph(block)

    def _strike(self, block: BlockSpan, is_last: bool) -> Iterator[XmlEdit]:
        """Yield the edits that strike out a block; the last paragraph of a cell keeps its end, for it must have one."""
        if isinstance(block, TableSpan):
            for row in block.rows:
                yield from self._strike_row(row)
        elif is_last:
            yield from self._strike_words(block)
        else:
            yield from delete_paragraph(self.xml, block, self.author)

    def _strike_words(self, paragraph: ParagraphSpan) -> Iterator[XmlEdit]:
        for run in paragraph.runs:
            gone = PieceLook(self.author.delete, "</w:del>", is_deleted=True, holds_marks=True)
            yield cut_run(self.xml, run, RunCuts({}, {0: gone}))

    def _strike_row(self, row: RowSpan) -> Iterator[XmlEdit]:
        place = row.properties or XmlSpan(row.head, row.head)
        old = self.xml[place.start : place.end]
        marked = set_child(old, "w:trPr", "w:del", f"<w:del {self.author.sign()}/>")
        yield XmlEdit(place, (marked,))
        for block in [block for cell in row.cells for block in cell.blocks]:
            yield from self._strike(block, is_last=True)


def _key(block: BlockSpan) -> str:
    return f"{TABLE_SIGN}{block.text}" if isinstance(block, TableSpan) else block.text


def _before(block: BlockSpan) -> int:
    """Return where something is put before a block: of one in a text box, before the paragraph that carries it."""
    return block.start if isinstance(block, TableSpan) else block.outermost.start_tag.start


def _box_of(block: BlockSpan) -> int:
    return 0 if isinstance(block, TableSpan) else block.box


def _ends_box(blocks: Sequence[BlockSpan], number: int) -> bool:
    """Tell whether a block is the last one of its text box, or of all."""
    return number == len(blocks) - 1 or 0 < _box_of(blocks[number]) != _box_of(blocks[number + 1])


def _carrier_of(block: BlockSpan) -> BlockSpan:
    """Return the paragraph that carries the text box of a block."""
    return block if isinstance(block, TableSpan) else block.outermost


def _behind(blocks: Sequence[BlockSpan], number: int, carriers: set[int]) -> int:
    """Return where something is put behind a block: no longer in a text box that ends there, or goes altogether."""
    block = blocks[number]
    is_outside = _box_of(block) and (_ends_box(blocks, number) or id(_carrier_of(block)) not in carriers)
    return _before(block) if is_outside else block.end


def _part_unlike(olds: Sequence[BlockSpan], news: Sequence[BlockSpan], pairs: Sequence[Pair]) -> list[Pair]:
    """Return the pairs with a paragraph and a table never together, however alike their words are."""
    parted = list[Pair]()
    for pair in pairs:
        is_pair = pair.old >= 0 and pair.new >= 0
        if is_pair and isinstance(olds[pair.old], TableSpan) != isinstance(news[pair.new], TableSpan):
            parted += [Pair(pair.old, -1), Pair(-1, pair.new)]
        else:
            parted.append(pair)
    return parted


def _keep_last(olds: Sequence[BlockSpan], news: Sequence[BlockSpan], pairs: list[Pair]) -> list[Pair]:
    """Return the pairs with the last paragraphs of both made one, where neither has another: one must stay."""
    last_old = next((p for p in reversed(pairs) if p.old == len(olds) - 1 and p.new < 0), None)
    last_new = next((p for p in reversed(pairs) if p.new == len(news) - 1 and p.old < 0), None)
    if last_old is None or last_new is None:
        return pairs
    if not (isinstance(olds[-1], ParagraphSpan) and isinstance(news[-1], ParagraphSpan)):
        return pairs
    kept = [pair for pair in pairs if pair not in (last_old, last_new)]
    return [*kept, Pair(last_old.old, last_new.new)]
