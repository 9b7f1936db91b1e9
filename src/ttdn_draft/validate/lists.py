"""Turns the lists `nhiem_vu` (tasks of a plan) and `so_lieu` (figures of a report) into typed entries."""

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from ..model import Figure, Report, Run, Task, TaskGroup, Text, plain_text, replace_words, to_names
from ..yaml_nodes import NodePath
from .tables import doubt_thousands, take_number

ISO_DATE = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
BETWEEN = "; "


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
            texts["deadline"] = self._deadline(texts["deadline"], (*path, "thoi_han"))
        return Task(path, **texts)

    def _text(self, value: str | list[str], path: NodePath) -> Text:
        if isinstance(value, str):
            return self.texts[path]
        texts = [self.texts[*path, index] for index in range(len(value))]
        return tuple(run for index, text in enumerate(texts) for run in (*([Run(BETWEEN)] if index else []), *text))

    def _deadline(self, text: Text, path: NodePath) -> Text:
        """Return a deadline; a date of the machine, 2026-06-30, the way people write it."""
        found = ISO_DATE.fullmatch(plain_text(text).strip())
        if not found:
            return text
        try:
            day = date(int(found[1]), int(found[2]), int(found[3]))
        except ValueError:
            self.report("E210", path, value=found[0])
            return text
        return replace_words(text, f"{day:%d/%m/%Y}")

    def figures(self, entries: list[dict[str, Any]] | None, path: NodePath = ("so_lieu",)) -> tuple[Figure, ...]:
        """Return the figures with their parts."""
        return tuple(self._figure(entry, (*path, index)) for index, entry in enumerate(entries or ()))

    def _figure(self, entry: dict[str, Any], path: NodePath) -> Figure:
        return Figure(
            path,
            self.texts[*path, "chi_tieu"],
            self.texts.get((*path, "don_vi"), ()),
            self._number(entry.get("ky_nay"), (*path, "ky_nay")),
            self._number(entry.get("cung_ky"), (*path, "cung_ky")),
            self.figures(entry.get("gom"), (*path, "gom")),
        )

    def _number(self, value: Any, path: NodePath) -> Decimal | str | None:
        if isinstance(value, str):
            return value
        doubt_thousands(value, path, self.report)
        return take_number(value, path, self.report)
