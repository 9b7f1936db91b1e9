"""Turns the lists `nhiem_vu` (tasks of a plan) and `so_lieu` (figures of a report) into typed entries."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from ..knowledge.standards.dates import read_iso_day
from ..model import Figure, Report, Run, Task, TaskGroup, Text, plain_text, to_names
from ..yaml_nodes import NodePath
from .column_commas import EITHER_WAY
from .tables import doubt_thousands, take_number

NEAR = 5  # times as much or as little: a figure and that of the other period
BETWEEN, CELL_LINE = "; ", "\n"
LINES = ("noi_dung", "san_pham")  # of which a list is several lines of the cell


class ListBuilder:
    """Builds the entries, with the parsed texts at hand."""

    def __init__(self, texts: Mapping[NodePath, Text], report: Report) -> None:
        self.texts, self.report = texts, report

    def tasks(self, entries: list[dict[str, Any]] | None) -> tuple[Task | TaskGroup, ...]:
        """Return the tasks and the groups over them, in order."""
        return tuple(self._task(entry, ("nhiem_vu", index)) for index, entry in enumerate(entries or ()))

    def _task(self, entry: dict[str, Any], path: NodePath) -> Task | TaskGroup:
        entry = {key: value for key, value in entry.items() if value is not None}
        if "nhom" in entry:
            if len(entry) > 1:
                self.report("E237", path)
            return TaskGroup(self.texts[*path, "nhom"])
        texts = to_names(Task, entry, lambda field, value: self._text(value, (*path, field.metadata["key"])))
        if "deadline" in texts:
            self._check_deadline(texts["deadline"], (*path, "thoi_han"))
        return Task(path, **texts)

    def _text(self, value: str | list[str], path: NodePath) -> Text:
        if isinstance(value, str):
            return self.texts[path]
        between = CELL_LINE if path[-1] in LINES else BETWEEN
        texts = [self.texts[*path, index] for index in range(len(value))]
        return tuple(run for index, text in enumerate(texts) for run in (*([Run(between)] if index else []), *text))

    def _check_deadline(self, text: Text, path: NodePath) -> None:
        """Report a deadline that is written as machines write a day, 2026-06-31, and is none."""
        words = plain_text(text).strip()
        try:
            read_iso_day(words)
        except ValueError:
            self.report("E210", path, value=words)

    def figures(self, entries: list[dict[str, Any]] | None, path: NodePath = ("so_lieu",)) -> tuple[Figure, ...]:
        """Return the figures with their parts."""
        return tuple(self._figure(entry, (*path, index)) for index, entry in enumerate(entries or ()))

    def _figure(self, entry: dict[str, Any], path: NodePath) -> Figure:
        return Figure(
            path,
            self.texts[*path, "chi_tieu"],
            self.texts.get((*path, "don_vi"), ()),
            self._number(entry.get("ky_nay"), (*path, "ky_nay"), entry.get("cung_ky")),
            self._number(entry.get("cung_ky"), (*path, "cung_ky")),
            self.figures(entry.get("gom"), (*path, "gom")),
        )

    def _number(self, value: Any, path: NodePath, other: Any = None) -> Decimal | str | None:
        if isinstance(value, str):
            if EITHER_WAY.fullmatch(value.strip()) and _is_near(value.replace(",", ""), other):
                self.report("W994", path, value=value.strip(), whole=value.strip().replace(",", ""))
            return value
        doubt_thousands(value, path, self.report)
        return take_number(value, path, self.report)


def _is_near(digits: str, other: Any) -> bool:
    """Tell whether a figure without its commas is of the size of a whole one of the other period."""
    whole = Decimal(str(other)) if isinstance(other, (int, Decimal)) and not isinstance(other, bool) else Decimal(0)
    return bool(whole > 0 and whole / NEAR <= Decimal(digits.strip()) <= whole * NEAR)
