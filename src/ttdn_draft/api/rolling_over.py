"""Last year's document as this year's, as a list that a person goes through: a file goes in, changes come out.

Each change is taken, refused or edited; what nobody answers becomes a question of the new text.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from itertools import takewhile
from pathlib import Path

from ..check.registry import find_clause
from ..compose import Order
from ..compose.roll import Change
from ..errors import Finding, Place, TtdnError, contained
from ..messages import DAYS_GROUP, LEFT_GROUP, N_, OTHER_GROUP, ROLL_GROUPS, SIGNER_GROUP, translate
from ..model.marks import find_pending, settle_doubt
from ..packs import PackShelf
from ..patterns import regex
from ..rolling import PlacedChange, Request, Rolled, roll_file
from ..word_inputs import read_any
from ..yaml_nodes import NodePath
from .documents import Language, open_shelf
from .dropping import BY_LINE, BY_LIST, BY_SENTENCE, find_droppable
from .facts import name_fact
from .plain_words import plain_sentence, plain_source, read_marks
from .planning import NEW_SUFFIX
from .screen_values import RolledText, RollRow, RollState
from .splitting import Apart

AROUND = 60  # letters beside a change that are shown
MARKS = regex(r"\*+|^\s*(?:[-+#]+|\d{1,2}\.)\s+|\[\^[^\]\s]+\]", re.M)
REMARK = regex(r"(?:^|\s)#(?=\s).*")
HEAD_LINE = regex(r"^\s*(?:-\s+)?(?:[a-z_]+:(?:\s+|$))?")
KEY_OF_LINE = regex(r"(?P<key>[a-z_]+):")
STILL_ASKED = N_("{words} (cần kiểm tra)")
NOTE_AT_FOOT = N_("Chú thích {number}")
BLANKS_AND_LINES = regex(r"\s+")
SIGNER_KEY = "ky"


def roll_over(
    path: Path,
    year: int,
    *,
    day: date,
    kind: str = "",
    pack: str = "",
    commune: str = "",
    organ: str = "",
    last_year: int | None = None,
    shelf: PackShelf | None = None,
    language: Language = "vi",
) -> RolledText:
    """Return last year's document in a file (.docx, .md, .yaml, .json) as that of another year, with every change.

    `kind` is that of the document where it is not said; `pack` the province where another body issues now, with its
    `commune` or its `organ`; `last_year` the year of the old file where that does not say it.
    Raises UsageError where it can not become that, InputError where it can not be read, in the words of `language`.
    """
    own = shelf or open_shelf()
    try:
        with contained(str(path)):
            data = read_any(path, own).data
            asked = kind or str(data.get("loai", "") if isinstance(data, dict) else "")
            order = Order(asked, year, day, organ=organ, commune=commune)
            rolled = roll_file(path, Request(order, pack, last_year), own)
            return show_rolled(rolled, path, year, language)
    except TtdnError as error:
        error.language = language
        raise


def show_rolled(rolled: Rolled, path: Path, year: int, language: str) -> RolledText:
    """Return a rolled document as a screen shows it."""
    old, new = Apart.of(rolled.old_text), Apart.of(rolled.text)
    rows = [_show(placed, f"c{at}", rolled, old, language) for at, placed in enumerate(rolled.changes)]
    rows = list(_offer_lines(rows, new, translate(DAYS_GROUP, language)))
    rows += [_show_left(found, f"l{at}", new, language) for at, found in enumerate(rolled.left)]
    name = name_draft(path.stem, rolled.old, year)
    return RolledText(rolled.text, rolled.old_text, rolled.old, year, name, tuple(rows))


def name_draft(last: str, old: int, year: int) -> str:
    """Return how a draft is called: as last year's file, with its own year in the place of the old one."""
    named = re.sub(rf"(?<!\d){old}(?!\d)", str(year), last)
    return f"{named if named != last else f'{last}-{year}'}{NEW_SUFFIX}"


def _show(placed: PlacedChange, id: str, rolled: Rolled, old: Apart, language: str) -> RollRow:
    change = placed.change
    start, end, new = trim_change(change)
    text = rolled.old_text
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", end)
    lead, tail = _look_around(text, start, end, (first, last if last >= 0 else len(text)))
    is_line = text[start:end].endswith("\n") or new.endswith("\n")
    is_head = old.find_block(change.start) < 0
    read = partial(_read_head if is_head else _read_text, language=language)
    return RollRow(
        id,
        _find_group(change, old, language),
        _name_change(placed, old, language),
        read(text[start:end]),
        read(new),
        plain_sentence(" ".join(dict.fromkeys(_tell_why(reason, language) for reason in change.reasons)), language),
        plain_source("; ".join(dict.fromkeys(filter(None, map(find_clause, change.reasons))))),
        _find_state(change, old),
        "" if is_head else read(lead),
        "" if is_line else read(tail),
        change.start,
        change.end,
        change.after,
        settled=read(settle_doubt(new)) if settle_doubt(change.after) else "",
    )


def _tell_why(reason: Finding, language: str) -> str:
    """Return why something is changed, without the source that stands below it."""
    source = str(reason.facts.get("source", ""))
    words = reason.sentence(language)
    return re.sub(rf"\s*\([^():]*: {re.escape(source)}\)", "", words) if source else words


def _look_around(text: str, start: int, end: int, line: tuple[int, int]) -> tuple[str, str]:
    """Return whole words of the line before and behind a change."""
    first, last = max(line[0], start - AROUND), min(line[1], end + AROUND)
    if first > line[0] and not text[first - 1].isspace():
        first = start - len(text[first:start].partition(" ")[2])
    if last < line[1] and not text[last].isspace():
        last = end + len(text[end:last].rpartition(" ")[0])
    return text[first:start], text[end:last]


def _offer_lines(rows: Sequence[RollRow], new: Apart, group: str) -> Iterator[RollRow]:
    """Yield changes with what may be dropped from the new text: the line of a day, the place of what is asked."""
    moved = 0
    for row in rows:
        start = row.start + moved
        moved += len(row.written) - (row.end - row.start)
        is_day = row.group == group
        is_offered = row.written.strip() and (is_day or row.state == "open")
        found = find_droppable(new, start, start + len(row.written)) if is_offered else None
        is_whole = found and found.kind in ((BY_LINE,) if is_day else (BY_LINE, BY_SENTENCE))
        yield replace(row, drop=found.kind, drop_at=found.start) if found and is_whole else row


def _show_left(finding: Finding, id: str, new: Apart, language: str) -> RollRow:
    starts = [0, *(found.end() for found in re.finditer("\n", new.clean))]
    place = finding.place
    at = starts[min(place.line, len(starts)) - 1] + max(place.column - 1, 0) if place.line else 0
    words = finding.words or str(finding.facts.get("words", ""))
    group, why = translate(LEFT_GROUP, language), plain_sentence(finding.sentence(language), language)
    where = _name_place(at, place, new, language)
    found = find_droppable(new, at, at + len(words)) if words else None
    row = RollRow(
        id, group, where, words, "", why, plain_source(find_clause(finding)), "left", start=at, end=at + len(words)
    )
    return replace(row, drop=found.kind, drop_at=found.start) if found and found.kind != BY_LIST else row


def _find_group(change: Change, old: Apart, language: str) -> str:
    """Return the heading under which a person looks for a change."""
    path = _find_new_key(change, old) or old.find_field(change.start)
    named = (ROLL_GROUPS[reason.id] for reason in change.reasons if reason.id in ROLL_GROUPS)
    group = SIGNER_GROUP if path[:1] == (SIGNER_KEY,) else next(named, OTHER_GROUP)
    return translate(group, language)


def _find_state(change: Change, old: Apart) -> RollState:
    """Return whether a person has to look at a change: what is asked, warned of, or taken out of the text."""
    is_asked = any(find_pending(change.after)) and not any(find_pending(change.before))
    is_warned = any(reason.severity != "note" for reason in change.reasons)
    is_dropped = not change.after.strip() and old.find_block(change.start) >= 0
    return "open" if is_asked or is_warned or is_dropped else "changed"


def _name_place(at: int, place: Place, apart: Apart, language: str) -> str:
    """Return where something stands in the words of a person: under which heading, or which fact of the head."""
    block = apart.find_block(at)
    if block < 0:
        return name_fact(apart.find_field(at), language) or replace(place, file="").tell(language)
    if apart.split.blocks[block].kind == "note":
        return translate(NOTE_AT_FOOT, language).format(number=apart.split.blocks[block].label.strip("[^]"))
    above = [one for one in apart.split.blocks[: block + 1] if one.kind == "heading"]
    words = "".join(run.text for run in above[-1].runs) if above else ""
    return f"{above[-1].label} {words}".strip() if above else ""


def _name_change(placed: PlacedChange, old: Apart, language: str) -> str:
    """Return the place of a change; of a fact that is put into the head, its name."""
    change = placed.change
    path = _find_new_key(change, old)
    return name_fact(path, language) if path else _name_place(change.start, placed.place, old, language)


def _find_new_key(change: Change, old: Apart) -> NodePath:
    """Return the key that a change puts into the head; nothing where it puts in none."""
    key = KEY_OF_LINE.match(change.after)
    is_new = not change.before.strip() and old.find_block(change.start) < 0
    return (key["key"],) if key and is_new else ()


def _read_text(words: str, language: str) -> str:
    """Return words of a text as a person reads them: without marks of styles and notes, a doubt told behind them."""
    asked = translate(STILL_ASKED, language)
    return BLANKS_AND_LINES.sub(" ", read_marks(MARKS.sub("", words), lambda mark: asked.format(words=mark.question)))


def _read_head(words: str, language: str) -> str:
    """Return values of the head as a person reads them, without keys, quotes and remarks."""
    lines = (HEAD_LINE.sub("", REMARK.sub("", line)).strip().strip("\"'") for line in words.split("\n"))
    blank = " " if words[:1] == " " else ""  # of a value that goes on behind a change
    return blank + _read_text("; ".join(filter(None, lines)), language).strip()


def trim_change(change: Change) -> tuple[int, int, str]:
    """Return a change without whole words that are alike at both ends, nor the marks of YAML around new ones."""
    old, new = change.before, change.after
    if new[:1] == new[-1:] == '"' != old[:1]:
        new = new[1:-1].replace('\\"', '"')
    head = _count_alike(old, new)
    head = old.rfind(" ", 0, head) + 1 if head < len(old) else head
    tail = min(_count_alike(old[::-1], new[::-1]), len(old) - head, len(new) - head)
    first = old.find(" ", len(old) - tail)  # of the words that are alike as a whole
    tail = len(old) - first if first >= 0 else 0
    return change.start + head, change.end - tail, new[head : len(new) - tail]


def _count_alike(one: str, other: str) -> int:
    """Return with how many equal signs two texts begin."""
    return len(list(takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False))))
