"""Writes the new text of a roll-over: its changes and what a person says of each go in, the text comes out.

A change is taken (with its doubt, or as right), refused, given other words, or its line is dropped; of what was left
as it was, the words or the sentence may be changed. What nobody answers becomes a question of the new text.
"""

from collections.abc import Iterator, Mapping, Sequence

from ..errors import UsageError
from ..escaping import escape_inline, join_lines, quote_yaml
from ..model.marks import find_pending, settle_doubt, write_doubt
from ..model.mentions import Stretch
from ..records import dataclass
from ..text_files import FENCE
from .answering import apply_edits
from .dropping import drop_all
from .rolling_over import KEY_OF_LINE
from .screen_values import RolledText, RollRow
from .values import TextEdit

TAKE, SETTLE, KEEP, DROP, EDIT = "take", "settle", "keep", "drop", "edit:"
LEFT = "left"


@dataclass(frozen=True)
class _Piece:
    """Words of the text that is written, and from where to where of the text with every change taken they come."""

    words: str
    start: int
    end: int
    row: str = ""


def write_rolled(rolled: RolledText, states: Mapping[str, str]) -> str:
    """Return the new text with each change taken ("take"), refused ("keep"), dropped ("drop") or edited ("edit:…").

    One with a doubt may be taken as right ("settle"): its doubt is no question any more. What waits for an answer and
    has none becomes a question of the text; what is dropped by the program without one stays, as such. Raises
    UsageError for a change or an answer that is none, and where nothing may be dropped.
    """
    rows = {row.id: row for row in rolled.changes}
    for id, state in states.items():  # noqa: A001
        if id not in rows or not _is_offered(rows[id], state):
            raise UsageError("E880", name=id)
    pieces = list(_pieces(rolled, states))
    text = "".join(piece.words for piece in pieces)
    said = [(rows[id], state, _find(rows[id], pieces)) for id, state in states.items()]  # noqa: A001
    dropped = drop_all(text, [span for _, state, span in said if state == DROP])
    edited = [_put(row, state, span, text) for row, state, span in said if row.state == LEFT and state.startswith(EDIT)]
    kept = [edit for edit in edited if not any(edit.start < gone.end and gone.start < edit.end for gone in dropped)]
    return apply_edits(text, [*dropped, *kept])


def _is_offered(row: RollRow, state: str) -> bool:
    """Return whether a person may say this of a change."""
    if state in (DROP, SETTLE):
        return bool(row.drop if state == DROP else row.settled)
    return state in (TAKE, KEEP) or state.startswith(EDIT)


def _pieces(rolled: RolledText, states: Mapping[str, str]) -> Iterator[_Piece]:
    fences = [found.end() for found in FENCE.finditer(rolled.old_text)][:2]
    body = fences[1] if len(fences) > 1 else 0
    at, new = 0, 0
    for row in (row for row in rolled.changes if row.state != LEFT):
        between, old = rolled.old_text[at : row.start], rolled.old_text[row.start : row.end]
        yield _Piece(between, new, new + len(between))
        new += len(between)
        words = _choose(row, old, states.get(row.id, ""), is_head=row.start < body)
        yield _Piece(words, new, new + len(row.written), row.id)
        at, new = row.end, new + len(row.written)
    yield _Piece(rolled.old_text[at:], new, new + len(rolled.old_text) - at)


def _find(row: RollRow, pieces: Sequence[_Piece]) -> Stretch:
    """Return where a change, or what was left, stands in the text that is written."""
    at = 0
    for piece in pieces:
        if piece.row == row.id:
            return at, at + len(piece.words)
        if row.state == LEFT and not piece.row and piece.start <= row.start and row.end <= piece.end:
            return at + row.start - piece.start, at + row.end - piece.start
        if row.state == LEFT and piece.row and row.start < piece.end and row.end > piece.start:
            return at, at + len(piece.words)
        at += len(piece.words)
    raise UsageError("E880", name=row.id)


def _put(row: RollRow, state: str, span: Stretch, text: str) -> TextEdit:
    """Return the edit that gives words that were left others."""
    if text[slice(*span)] != row.before:
        raise UsageError("E980")
    return TextEdit(*span, escape_inline(join_lines(state.removeprefix(EDIT))))


def _choose(row: RollRow, old: str, state: str, *, is_head: bool) -> str:
    if state in (KEEP, SETTLE):
        return old if state == KEEP else settle_doubt(row.written)
    if state.startswith(EDIT):
        return _edit(row, join_lines(state.removeprefix(EDIT)), is_head=is_head)
    if state in (TAKE, DROP) or row.state == "changed" or is_head or any(find_pending(row.written)):
        return row.written
    return _ask(row, old)


def _edit(row: RollRow, words: str, *, is_head: bool) -> str:
    """Return other words in the place of those of a change, written as its place in the file asks."""
    end = "\n" if row.written.endswith("\n") else ""
    if is_head:
        if KEY_OF_LINE.match(row.written) or "\n" in row.written.strip():
            raise UsageError("E881", name=row.place)
        return quote_yaml(words) + end
    bare = row.written.strip()
    written = escape_inline(words)
    return row.written.replace(row.after, written, 1) if row.after and row.after in bare else written + end


def _ask(row: RollRow, old: str) -> str:
    """Return a change that nobody has answered as a question: its words, or those that were to be dropped."""
    words = row.written if row.written.strip() else old
    bare = words.strip()
    if "\n" in bare or not bare:
        return words
    return words.replace(bare, write_doubt(bare, row.why), 1)
