"""Reads what is counted in sentences: passages go in, each number of things with the words of its clause comes out."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from ..model.mentions import TEXT_ZONES, Mention, Passage, Stretch
from .figures import FIGURE, to_number

_CLAUSE = re.compile(r"(?:[^.;\n]|[.](?=\d)|(?<=\d)[.](?=\S))+")
_AMOUNT = re.compile(rf"(?<![\w/.,%-])(?P<number>{FIGURE})\s+(?P<what>[^\W\d][^\d.;:()\n]{{2,80}})")
_NO_COUNT = re.compile(
    r"(?:Điều|khoản|điểm|số|năm|tháng|ngày|quý|mục|lục|thứ|phường|quận|mỗi|lúc|Mẫu|Bảng|Biểu|khoá|khóa|kỳ|từ|đến|và|-|–)\s*$",
    re.I,
)
_STOP = re.compile(r"\s(?:ở|tại|cho|với|và|của|về|trong|trên|do|để|nhằm|được|đã|theo|gồm|bao)\s|,\s(?!bài\b)", re.I)
_DIGITS = re.compile(r"\d[\d.,/]*")


@dataclass(frozen=True, eq=False)
class AmountMention(Mention):
    """A number of things: `what` is counted, `clause` is where its clause stands."""

    number: Decimal
    what: str
    clause: Stretch

    @cached_property
    def clause_words(self) -> str:
        """Return the words of the clause."""
        return self.passage.text[slice(*self.clause)]

    @cached_property
    def shape(self) -> str:
        """Return the clause in small letters, this number a sign: clauses of one shape say the same."""
        before, behind = self.passage.text[self.clause[0] : self.start], self.passage.text[self.start : self.clause[1]]
        return " ".join(f"{before}{_DIGITS.sub('#', behind, count=1)}".casefold().split())


def read_amounts(passages: Iterable[Passage]) -> Iterator[AmountMention]:
    """Yield the numbers of things in the sentences of passages; those of cells, dates and documents are none."""
    for passage in passages:
        if passage.zone in TEXT_ZONES and passage.zone != "cell" and any(map(str.isdigit, passage.text)):
            for clause in _CLAUSE.finditer(passage.text):
                yield from _read_clause(passage, clause.span())


def _read_clause(passage: Passage, clause: Stretch) -> Iterator[AmountMention]:
    for found in _AMOUNT.finditer(passage.text, *clause):
        number = to_number(found["number"])
        if number is not None and not _NO_COUNT.search(passage.text, max(0, found.start() - 12), found.start()):
            what = _STOP.split(f"{found['what']} ", maxsplit=1)[0].strip(" ,")
            end = found.start("what") + len(what)
            yield AmountMention(passage, found.start(), end, number, " ".join(what.casefold().split()), clause)
