"""Shows runs as they are read: placed runs go in, words with their doubts, gaps, notes and citations come out."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from ..model import Run
from ..model.marks import PendingMark, find_printed
from ..read.doubts import list_head_doubts
from ..read.spots import PlacedRun
from .doubt_names import name_mark
from .values import TextRun

GAP_SIGN = "…"


class MarkedRuns:
    """Writes the runs of one text, of which the head asks doubts and which cites documents."""

    def __init__(self, data: Any, cited: Mapping[str, str]) -> None:
        self.asked, self.cited = list_head_doubts(data), cited
        self.found = list[tuple[PendingMark, int, int]]()  # every mark, and where it stands

    def write(self, placed: Sequence[PlacedRun]) -> tuple[TextRun, ...]:
        """Return the runs of a text; each mark of what is still to be done is one."""
        words = "".join(one.run.text for one in placed)
        marks = list(find_printed(words)) if "[" in words else []
        return tuple(self._write(placed, marks))

    def _write(self, placed: Sequence[PlacedRun], marks: Sequence[PendingMark]) -> Iterator[TextRun]:
        at = 0
        for one in placed:
            end = at + len(one.run.text)
            if at == end and not any(mark.start < at < mark.end for mark in marks):
                yield self._plain(one, at, at, at)
            done = at
            for mark in (mark for mark in marks if mark.start < end and at < mark.end):
                if done < mark.start:
                    yield self._plain(one, at, done, mark.start)
                if at <= mark.start:
                    yield self._mark(mark, placed)
                done = min(mark.end, end)
            if done < end:
                yield self._plain(one, at, done, end)
            at = end

    def _plain(self, one: PlacedRun, first: int, start: int, end: int) -> TextRun:
        """Return a stretch of a run that begins at the letter `first` of its text."""
        run, text = one.run, one.run.text[start - first : end - first]
        if not text:
            shown = self.cited.get(run.cited, run.cited)
            return TextRun(shown, one.start, one.end, run.bold, run.italic, run.note, run.cited, raw=True)
        if len(run.text) != one.end - one.start:
            return TextRun(text, one.start, one.end, run.bold, run.italic, raw=True)
        at = one.start - first
        return TextRun(text, at + start, at + end, run.bold, run.italic)

    def _mark(self, mark: PendingMark, placed: Sequence[PlacedRun]) -> TextRun:
        start, end, style = _find_stretch(placed, mark.start, mark.end)
        self.found.append((mark, start, end))
        doubt = self.asked.get(mark.name)
        name = "" if doubt and doubt.is_settled else name_mark(mark)
        return TextRun(self._shown(mark), start, end, style.bold, style.italic, doubt=name, raw=True)

    def _shown(self, mark: PendingMark) -> str:
        if mark.is_gap:
            return f"{GAP_SIGN} {mark.question}".strip()
        doubt = self.asked.get(mark.name)
        return mark.question or (doubt.value if doubt else mark.name)


def _find_stretch(placed: Sequence[PlacedRun], first: int, last: int) -> tuple[int, int, Run]:
    """Return where the letters of a mark stand in the file, from its first to its last, and the style of the first."""
    at, start, end, style = 0, -1, -1, Run()
    for one in placed:
        length = len(one.run.text)
        is_exact = length == one.end - one.start
        if at < last and at + length > first:
            begin = one.start + (max(first - at, 0) if is_exact else 0)
            start, style = (begin, one.run) if start < 0 else (start, style)
            end = one.start + min(last - at, length) if is_exact else one.end
        at += length
    return start, end, style
