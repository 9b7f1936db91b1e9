"""The table of tasks of a plan: tasks and groups go in, the table as real plans print it comes out."""

from collections.abc import Iterable
from dataclasses import replace

from ..knowledge.standards.dates import DateWording, read_iso_day
from ..model import Cell, Column, PartialDate, Run, Table, Task, TaskGroup, Text, plain_text, replace_words
from ..patterns import regex
from ..yaml_nodes import NodePath
from .tables import bold

TYPED_DAY = regex(r"(?P<day>\d{1,2})(?P<mark>[-.])(?P<month>\d{1,2})(?P=mark)(?P<year>\d{4})")
# field of Task -> words of the header row, as plans of provinces print them
COLUMNS = {
    "content": "Nội dung nhiệm vụ",
    "lead": "Cơ quan chủ trì",
    "support": "Cơ quan phối hợp",
    "deadline": "Thời gian thực hiện",
    "product": "Sản phẩm",
}


def build_task_table(entries: Iterable[Task | TaskGroup], dates: DateWording, path: NodePath) -> Table:
    """Return the table without its empty columns; `dates` words the days typed as 2027-06-30."""
    entries = [_word_deadline(entry, dates) for entry in entries]
    used = [name for name in COLUMNS if any(isinstance(e, Task) and getattr(e, name) for e in entries)]
    used = used or ["content", "lead"]
    header = tuple(Cell((Run(COLUMNS[name]),)) for name in used)
    rows = tuple(_row(entry, used) for entry in entries)
    return Table(tuple(Column() for _ in used), header, rows, path, is_numbered=True)


def _word_deadline(entry: Task | TaskGroup, dates: DateWording) -> Task | TaskGroup:
    """Return a task whose deadline, typed as 2027-06-30, stands the way people write it."""
    if isinstance(entry, TaskGroup):
        return entry
    try:
        day = read_iso_day(_turn_day(plain_text(entry.deadline)))
    except ValueError:
        return entry  # validate has told that there is no such day
    return replace(entry, deadline=replace_words(entry.deadline, dates.write(PartialDate.of(day)))) if day else entry


def _turn_day(words: str) -> str:
    """Return a day that is typed as 30-6-2027 or 30.6.2027 as 2027-06-30, other words as they are."""
    found = TYPED_DAY.fullmatch(words.strip())
    return f"{found['year']}-{int(found['month']):02d}-{int(found['day']):02d}" if found else words


def _row(entry: Task | TaskGroup, used: list[str]) -> tuple[Cell, ...]:
    if isinstance(entry, TaskGroup):
        return (Cell(bold(entry.name), columns=len(used)),)
    return tuple(Cell(_text(entry, name)) for name in used)


def _text(task: Task, name: str) -> Text:
    text: Text = getattr(task, name)
    return text
