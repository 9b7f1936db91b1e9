"""The table of tasks of a plan: tasks and groups go in, the table as real plans print it comes out."""

from collections.abc import Iterable

from ..model import Cell, Column, Run, Table, Task, TaskGroup, Text
from ..yaml_nodes import NodePath
from .tables import bold

# field of Task -> words of the header row, as plans of provinces print them
COLUMNS = {
    "content": "Nội dung nhiệm vụ",
    "lead": "Cơ quan chủ trì",
    "support": "Cơ quan phối hợp",
    "deadline": "Thời gian thực hiện",
    "product": "Sản phẩm",
}


def build_task_table(entries: Iterable[Task | TaskGroup], path: NodePath) -> Table:
    """Return the table without its empty columns."""
    entries = list(entries)
    used = [name for name in COLUMNS if any(isinstance(e, Task) and getattr(e, name) for e in entries)]
    used = used or ["content", "lead"]
    header = tuple(Cell((Run(COLUMNS[name]),)) for name in used)
    rows = tuple(_row(entry, used) for entry in entries)
    return Table(tuple(Column() for _ in used), header, rows, path, is_numbered=True)


def _row(entry: Task | TaskGroup, used: list[str]) -> tuple[Cell, ...]:
    if isinstance(entry, TaskGroup):
        return (Cell(bold(entry.name), columns=len(used)),)
    return tuple(Cell(_text(entry, name)) for name in used)


def _text(task: Task, name: str) -> Text:
    text: Text = getattr(task, name)
    return text
