"""Takes a line or a sentence out of a text: the place of a doubt goes in, what would go and the edits come out.

An item of a list with one sentence and a row of a table go as a line; of other blocks the sentence around the place.
A last sentence that ends with a colon goes with the list that it leads to.
Nothing else is touched: where that can not be so, nothing is dropped at all.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile

from ..errors import UsageError
from ..model.mentions import Stretch
from ..patterns import regex
from ..records import dataclass
from .splitting import Apart
from .values import DropKind, TextBlock, TextEdit, TextRun

BY_LINE: DropKind = "line"
BY_SENTENCE: DropKind = "sentence"
BY_LIST: DropKind = "list"
END_OF_SENTENCE = regex(r"(?P<word>[^\s.]*)[.!?…][*_\"”)\]]*(?P<gap>\s+)(?=[*_\"“(\[]*[^\W\d_])")
BLANKS = regex(r"\s+(?=[*_\"“(\[]*[^\W\d_])")
BLANKS_BEHIND = regex(r"(?:[ \t]*(?:\r?\n))*")
SHORT = 2  # letters of what may be an abbreviation: TS. Nguyễn Văn A
NOTE_SIGN = "[^"


@dataclass(frozen=True)
class Droppable:
    """What would go with a place: a line, a sentence or one with its list, and where that stands in the text."""

    kind: DropKind
    start: int
    end: int


def find_droppable(apart: Apart, start: int, end: int) -> Droppable | None:
    """Return what may be dropped around a place of a text; None where other words would lose by it."""
    text, number = apart.kept, apart.find_block(start)
    block = apart.split.blocks[number] if number >= 0 else None
    if block is None or end > block.end or not block.editable:
        return None
    if block.kind == "table":
        return _find_row(text, block, start)
    if block.kind not in ("paragraph", "item") or not block.runs:
        return None
    return _find_sentence(text, apart, number, (start, end))


def _find_row(text: str, block: TextBlock, at: int) -> Droppable | None:
    """Return the row of a table around a place, unless it is the header or the only one."""
    first = text.rfind("\n", 0, at) + 1
    behind = text.find("\n", at)
    last = behind + 1 if behind >= 0 else len(text)
    rows = block.cells[1:]
    is_body = any(first <= cell.start < last for row in rows for cell in row)
    return Droppable(BY_LINE, first, last) if is_body and len(rows) > 1 else None


def _find_sentence(text: str, apart: Apart, number: int, place: Stretch) -> Droppable | None:
    block = apart.split.blocks[number]
    spans = list(_list_sentences(text, block, apart))
    at = next((at for at, (first, last) in enumerate(spans) if first <= place[0] and place[1] <= last), None)
    if at is None:
        return None
    words = text[slice(*spans[at])]
    if NOTE_SIGN in words or words.count("**") % 2:
        return None
    if words.rstrip(" *").endswith(":"):
        return _find_list(text, apart, number, spans[:at]) if at == len(spans) - 1 else None
    if len(spans) == 1:
        return _find_block(text, apart, number)
    first, last = spans[at]
    is_last = at == len(spans) - 1
    return Droppable(BY_SENTENCE, spans[at - 1][1] if is_last else first, last if is_last else spans[at + 1][0])


def _find_list(text: str, apart: Apart, number: int, before: Sequence[Stretch]) -> Droppable | None:
    """Return the last sentence of a block with the items below it; nothing where no sentence of the block is left."""
    block, *behind = apart.split.blocks[number:]
    items = list(takewhile(lambda one: one.kind == "item" and (block.kind, one.level) > ("item", block.level), behind))
    if not before or not items or NOTE_SIGN in text[block.end : items[-1].end]:
        return None
    return Droppable(BY_LIST, before[-1][1], items[-1].end)


def _move(span: Sequence[int], apart: Apart) -> Stretch:
    return apart.offsets.find(span[0]), apart.offsets.find(span[1])


def _list_sentences(text: str, block: TextBlock, apart: Apart) -> Iterator[Stretch]:
    """Yield where the sentences of a block stand; a mark of what is to be done is never parted."""
    start, end = block.runs[0].start, block.end
    while start > block.start and text[start - 1] == "*":
        start -= 1
    for first, last in sorted(_list_gaps(text, start, end, apart)):
        yield start, first
        start = last
    yield start, end


def _list_gaps(text: str, start: int, end: int, apart: Apart) -> Iterator[Stretch]:
    """Yield the blanks between sentences: behind a full stop, or a mark whose words end with one."""
    marks = [(mark, *_move(span, apart)) for mark, *span in apart.marks]
    inside = [(mark, first, last) for mark, first, last in marks if start <= first < end]
    for mark, _, last in inside:
        gap = BLANKS.match(text, last, end)
        if gap and not mark.is_gap and mark.question.endswith((".", "!", "?")):
            yield gap.span()
    for found in END_OF_SENTENCE.finditer(text, start, end):
        word = found["word"].strip('*_()“”"')
        is_short = len(word) <= SHORT and not word.isdigit()
        if not (is_short or word.isupper() or any(first < found.start("gap") < last for _, first, last in inside)):
            yield found.span("gap")


def _find_block(text: str, apart: Apart, number: int) -> Droppable | None:
    """Return a block as a whole, unless it is counted or leads others."""
    blocks = apart.split.blocks
    block, behind = blocks[number], blocks[number + 1] if number + 1 < len(blocks) else None
    is_counted = any(sign.isalnum() for sign in block.label)
    leads = behind is not None and behind.kind == "item" and (block.kind, behind.level) > ("item", block.level)
    if is_counted or (leads and block.kind == "item"):
        return None
    before = text[: block.start].rstrip(" \t\r\n")
    last = BLANKS_BEHIND.match(text, block.end)
    above, below = text[len(before) : block.start], last[0] if last else ""
    is_close = above.count("\n") < below.count("\n")
    indent = above.rpartition("\n")[2]
    kind = BY_LINE if block.kind == "item" else BY_SENTENCE
    if is_close or not text[block.end :].strip():
        return Droppable(kind, len(before), block.end)
    return Droppable(kind, block.start - len(indent), block.end + len(below))


def drop_all(text: str, places: Iterable[Stretch]) -> tuple[TextEdit, ...]:
    """Return the edits that take out what stands around places of a text.

    Raises UsageError where something else would go, or be read otherwise, with it.
    """
    apart = Apart.of(text)
    found = [find_droppable(apart, *place) for place in places]
    known = {one for one in found if one}
    edits = tuple(TextEdit(one.start, one.end, "") for one in sorted(known, key=lambda one: one.start))
    if None in found or _shown(apart, edits) != _shown(Apart.of(_cut(text, edits)), ()):
        raise UsageError("E980")
    return edits


def _cut(text: str, edits: Sequence[TextEdit]) -> str:
    for edit in reversed(edits):
        text = text[: edit.start] + text[edit.end :]
    return text


def _shown(apart: Apart, edits: Sequence[TextEdit]) -> str:
    """Return what is read of a text but for what edits take out, without the blanks that lines may end with."""
    words = (_left(run, edits) for block in apart.split.blocks for run in _runs_of(block))
    return "".join("".join(words).split())


def _left(run: TextRun, edits: Sequence[TextEdit]) -> str:
    is_mark = run.note or run.cited or run.doubt
    if run.raw and (is_mark or len(run.text) != run.end - run.start):
        return "" if any(edit.start <= run.start and run.end <= edit.end for edit in edits) else run.text
    spots = enumerate(run.text, run.start)
    return "".join(sign for at, sign in spots if not any(edit.start <= at < edit.end for edit in edits))


def _runs_of(block: TextBlock) -> list[TextRun]:
    return [*block.runs, *(run for row in block.cells for cell in row for run in cell.runs)]
