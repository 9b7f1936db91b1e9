"""Moves the years of last year's document: its passages go in, each year comes out moved, or with why it stays."""

import re
from collections.abc import Iterable, Iterator
from typing import TypeVar

from ...errors import Finding
from ...mentions.citations import DocumentMention
from ...mentions.contexts import clause_before, is_in_review
from ...mentions.periods import PeriodMention
from ...messages import N_
from ...model.mentions import TEXT_ZONES, Mention, Passage
from ...patterns import regex
from .last_year import Kept, LastYear, Rewording

YEAR_FIGURES = regex(r"(?<!\d)(?:19|20)\d\d(?![.,]?\d)")
Named = TypeVar("Named", bound=Mention)
ZONES = TEXT_ZONES | {"subject", "annex-title", "base"}
LOOKS_BACK = regex(
    r"\b(?:kết quả|so với|tổng kết|sơ kết|đánh giá|phát huy|kế thừa|tiếp tục|cùng kỳ|rút kinh nghiệm)\b", re.I
)
MOVING_ZONES = ("subject", "heading", "annex-title", "cell")
IN_SYMBOL = regex(r"\d/(?:19|20)\d\d/")
DONE = regex(r"\b(?:đã|từng|vừa)\b", re.I)
SPAN_REACH = 24
TITLE_YEAR = regex(r"(?<!\d\s)\bnăm\s+(\d{4})\b(?!\s*[-–])")  # no date in words, no span
SPAN = regex(r"(?<![\d/.])((?:19|20)\d\d)\s*(?:[-–—]|đến(?:\s+năm)?)\s*((?:19|20)\d\d)(?![\d/.]\d)")
YEAR_BEHIND = regex(r"[^,.;()]{0,8}\)\s+năm\s+\d{4}\b")  # of a title that ends with its abbreviation in brackets
QUOTED, IN_CITATION = N_("nằm trong lời trích"), N_("nằm trong tên văn bản được dẫn")
RUNNING, OVER = N_("giai đoạn này còn trong năm mới"), N_("giai đoạn, mốc này đã qua")
DATED = N_("ngày của một việc hoặc văn bản đã có")
IN_NAME = N_("năm trong tên gọi của một sự kiện sắp tới")
NAME_BEFORE = regex(r"\b(?!Năm\b|Xuân\b|Quý\b|Tháng\b)[A-ZĐ]\w*\s+$")
PAST, BEFORE = N_("kể việc đã qua"), N_("năm trước năm của bản cũ, chưa rõ có chuyển không")


class YearJudge:
    """Tells of each year of a document whether it moves, and into which."""

    def __init__(self, last: LastYear) -> None:
        self.last = last
        self._periods = group_by_passage(last.mentions.periods)
        self._dates = group_by_passage(last.mentions.dates)
        self._cited = group_by_passage([*last.mentions.citations, *last.mentions.laws])

    def list_years(self) -> Iterator[Rewording | Kept]:
        """Yield every year that may be last year's; history and far aims are none."""
        for passage in self.last.mentions.index.with_digits:
            if passage.zone in ZONES:
                for found in YEAR_FIGURES.finditer(passage.text):
                    year = Mention(passage, *found.span())
                    if not year.is_given and self.last.may_be_old(int(found[0])):
                        yield self._judge(year)

    def _judge(self, year: Mention) -> Rewording | Kept:
        why = self._find_reason_to_stay(year)
        if why:
            words = self._widen(year)
            facts = {"words": words.words, "why": why, "year": self.last.new}
            return Kept(year.passage, words.start, words.end, Finding("N872", facts=facts))
        new = str(int(year.words) + self.last.delta)
        return Rewording(
            year.passage,
            year.start,
            year.end,
            new,
            Finding("N860", facts={"old": self.last.old, "year": self.last.new}),
        )

    def _find_reason_to_stay(self, year: Mention) -> str:
        number, passage = int(year.words), year.passage
        if year.is_quoted:
            return QUOTED
        if self._is_in_citation(year) or IN_SYMBOL.fullmatch(passage.text, max(0, year.start - 2), year.end + 1):
            return IN_CITATION
        if any(found.start <= year.start < found.end for found in self._dates.get(passage, ())):
            return DATED
        if span := _find_span(year):
            return RUNNING if int(span[2]) >= self.last.new else OVER
        if not self.last.is_near(number):
            return OVER
        if number > self.last.old and NAME_BEFORE.search(passage.text, max(0, year.start - SPAN_REACH), year.start):
            return IN_NAME
        if passage.zone in MOVING_ZONES:
            return ""
        before = clause_before(passage, year.start)
        if number < self.last.old:
            looks_back = LOOKS_BACK.search(before) or (is_in_review(passage) and not self.last.is_report)
            return "" if looks_back else BEFORE
        return PAST if DONE.search(before) and not self.last.is_report else ""

    def _find_period(self, year: Mention) -> PeriodMention | None:
        found = self._periods.get(year.passage, ())
        return next((p for p in found if p.start <= year.start < p.end), None)

    def _widen(self, year: Mention) -> Mention:
        """Return the whole period or citation in which a year stands, for the eye."""
        cited = (c for c in self._cited.get(year.passage, ()) if c.start <= year.start < c.end)
        span = _find_span(year)
        whole = Mention(year.passage, *span.span()) if span else year
        return self._find_period(year) or next(cited, whole)

    def _is_in_citation(self, year: Mention) -> bool:
        return any(is_inside(cited, year, self.last) for cited in self._cited.get(year.passage, ()))


def _find_span(year: Mention) -> re.Match[str] | None:
    """Return the first and the last year of a time of several years in which a year stands."""
    near = SPAN.finditer(year.passage.text, max(0, year.start - SPAN_REACH), year.end + SPAN_REACH)
    return next((found for found in near if found.start() <= year.start < found.end()), None)


def is_inside(cited: Mention, year: Mention, last: LastYear) -> bool:
    """Tell whether a year stands in how a document is cited; the year of a yearly one moves with ours."""
    if cited.start <= year.start < cited.end:
        return True
    if not isinstance(cited, DocumentMention) or is_of_year(cited, last):
        return False
    return cited.title_span[0] <= year.start < find_title_end(cited)


def is_of_year(cited: DocumentMention, last: LastYear) -> bool:
    """Tell whether a document that is cited is by its title one of the year of the document that cites it."""
    known = last.known.get(cited)
    title = known.title or "" if known else cited.passage.text[cited.title_span[0] : find_title_end(cited)]
    return any(int(year) in (last.old, last.old + 1) for year in TITLE_YEAR.findall(title))


def find_title_end(cited: DocumentMention) -> int:
    """Return where the title of a document ends for certain: behind a year that a comma or the end follows.

    That of one that is cited by its id ends with what the program wrote.
    """
    start, end = cited.title_span
    text = cited.passage.text
    if cited.is_given:
        return next(last for first, last in cited.passage.given if first <= cited.start < last)
    if behind := YEAR_BEHIND.match(text, end):
        return behind.end()
    for found in TITLE_YEAR.finditer(text, start, end):
        if text[found.end() : found.end() + 1] in (",", "", ")", "."):
            return found.end()
    return end


def group_by_passage(mentions: Iterable[Named]) -> dict[Passage, list[Named]]:
    """Return mentions by the passage in which they stand."""
    found: dict[Passage, list[Named]] = {}
    for mention in mentions:
        found.setdefault(mention.passage, []).append(mention)
    return found
