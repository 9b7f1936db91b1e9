"""Runs a batch: a common part, a table and wishes go in, what became of each row comes out, row after row."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from ..errors import Finding, OutputError
from ..output import check_name
from ..packs import PackShelf
from ..read.row_tables import BatchRow, RowTable
from ..records import dataclass
from ..temporary import sweep
from ..workers import in_handfuls, share
from .columns import find_uses
from .file_names import ROW_FIELD, check_pattern, name_row, read_pattern, tell_clashes
from .making import BatchSetup, RowResult, RowTask, begin_rows
from .memory import find_common_key, find_row_key, read_memory, remember

HANDFUL = 50  # rows that a process makes at a time


@dataclass(frozen=True)
class Batch:
    """A batch whose columns and names are looked through, before anything is made."""

    setup: BatchSetup
    tasks: tuple[RowTask, ...]
    findings: tuple[Finding, ...]  # of the table as a whole

    def run(self, jobs: int) -> Iterator[list[RowResult]]:
        """Make all rows with some processes, and yield what became of them, a handful at a time."""
        sweep(self.setup.folder)
        try:
            for results in share(begin_rows, self.setup, in_handfuls(self.tasks, HANDFUL, jobs), jobs):
                remember(self.setup.folder, results)
                yield results
        finally:
            sweep(self.setup.folder)  # what a process that was ended by force left


def plan_batch(setup: BatchSetup, table: RowTable, pattern: str, shelf: PackShelf) -> Batch:
    """Return the batch; raises UsageError for a pattern that names nothing, InputError for marks without a column."""
    head = setup.common.read_head()
    check_pattern(pattern, {ROW_FIELD, *table.columns, *(key for key, value in head.items() if _is_word(value))})
    uses, idle = find_uses(table, setup.common.columns, read_pattern(pattern))
    setup = replace(setup, uses=uses)
    width = len(str(max((row.number for row in table.rows), default=0)))
    names = [name_row(pattern, row, head, width) for row in table.rows]
    rows = [_check_row_name(row, name, setup) for row, name in zip(table.rows, names, strict=True)]
    common, known = find_common_key(setup, shelf), read_memory(setup.folder) if setup.resumes else {}
    named = zip(tell_clashes(rows, names), names, strict=True)
    tasks = (RowTask(row, name, find_row_key(common, row, uses), known.get(name)) for row, name in named)
    return Batch(setup, tuple(tasks), (*table.findings, *idle))


def _is_word(value: Any) -> bool:
    return isinstance(value, str | int)


def _check_row_name(row: BatchRow, name: str, setup: BatchSetup) -> BatchRow:
    """Return a row, with a finding where its name is none that every system takes."""
    try:
        check_name(setup.folder / name)
    except OutputError as error:
        return replace(row, findings=(*row.findings, *error.findings))
    return row
