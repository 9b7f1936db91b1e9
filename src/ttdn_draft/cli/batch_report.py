"""Reports a batch: what became of each row goes in, one report for people or machines comes out.

What is said of many rows alike is kept and told once, with the rows: ten thousand documents have one common part.
"""

import csv
import io
import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from ..batches.making import RowResult, State
from ..errors import Finding
from ..messages import N_
from .language import language, translated
from .report import as_plain, echo

OF_ROWS = N_("(hàng {rows})")
OF_MANY = N_("({count} hàng: {rows}, …)")
SUMMED_UP = N_("{made} tệp đã ghi, {kept} tệp giữ nguyên, {bad} hàng chưa ra tệp")
MOST_ROWS = 10  # that are named
HEADER = ("hang", "tep", "ket_qua", "ma", "muc", "vi_tri", "noi_dung")


@dataclass
class BatchReport:
    """What became of the rows, each finding kept once."""

    rows: list[tuple[int, str, State, tuple[int, ...]]] = field(default_factory=list)
    findings: dict[Finding, int] = field(default_factory=dict)

    def add(self, result: RowResult) -> None:
        """Take in what became of a row."""
        numbers = tuple(self.findings.setdefault(found, len(self.findings)) for found in result.findings)
        self.rows.append((result.number, result.name, result.state, numbers))

    def print(self, form: str) -> None:
        """Print the report as text, json or csv; how many documents there are is said on stderr."""
        write = {"text": self._text, "json": self._json, "csv": self._csv}[form]
        for line in write():
            echo(line)
        counts = Counter(state for _, _, state, _ in self.rows)
        facts = {state: counts[state] for state in ("made", "kept", "bad")}
        echo(translated(SUMMED_UP, **facts), err=True)

    def _text(self) -> Iterator[str]:
        of: dict[int, list[int]] = {}
        for number, _, _, found in self.rows:
            for each in found:
                of.setdefault(each, []).append(number)
        for finding, key in self.findings.items():
            yield f"{finding.tell(language.get())} {self._name_rows(of[key])}"

    def _name_rows(self, rows: list[int]) -> str:
        named = ", ".join(map(str, rows[:MOST_ROWS]))
        return (
            translated(OF_MANY, count=len(rows), rows=named)
            if len(rows) > MOST_ROWS
            else translated(OF_ROWS, rows=named)
        )

    def _json(self) -> Iterator[str]:
        told = [as_plain(finding) for finding in self.findings]
        yield '{"version": 1, "rows": ['
        for place, (number, name, state, found) in enumerate(self.rows, 1):
            row = {"row": number, "file": name, "state": state, "findings": [told[each] for each in found]}
            yield json.dumps(row, ensure_ascii=False) + ("," if place < len(self.rows) else "")
        yield "]}"

    def _csv(self) -> Iterator[str]:
        told = [(f.id, f.severity, f.place.tell(language.get()), f.sentence(language.get())) for f in self.findings]
        yield _line(HEADER)
        for number, name, state, found in self.rows:
            for each in found or (None,):
                yield _line((number, name, state, *(told[each] if each is not None else ("",) * 4)))


def _line(cells: tuple[object, ...]) -> str:
    stream = io.StringIO()
    csv.writer(stream, lineterminator="").writerow(cells)
    return stream.getvalue()
