"""Reads what is counted in sentences: passages go in, each number of things with its sentence comes out."""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import cached_property, lru_cache

from ..model.mentions import TEXT_ZONES, TEXTS_KEPT, Mention, Passage, Stretch
from ..patterns import regex
from ..records import dataclass
from .figures import FIGURE, to_number
from .sums import MEASURES

_SENTENCE = regex(r"(?:[^.\n]|[.](?=\S))+")
_AMOUNT = regex(rf"(?<![\w/.,%-])(?P<number>{FIGURE})\s+(?P<what>(?![A-ZĐ])[^\W\d][^\d.;:()\n]{{2,80}})")
_NEAR = regex(r"\d\s+(?![A-ZĐ])[^\W\d]")  # in every text in which things are counted
_NO_COUNT = regex(
    r"(?:Điều|khoản|điểm|số|năm|tháng|ngày|quý|mục|lục|thứ|phường|quận|mỗi|lúc|Mẫu|Bảng|Biểu|khoá|khóa|kỳ|từ|đến|bậc|cấp|hạng|loại|mức|quá|nhất|thiểu|đa|dưới|trên|và|-|–)\s*$",
    re.I,
)
_STOP = regex(
    r"\s(?:ở|tại|cho|với|và|của|về|trong|trên|do|để|nhằm|được|đã|theo|gồm|bao|so(?=\s+với))\s|,\s(?!bài\b)", re.I
)
_DIGITS = regex(r"\d[\d.,/]*")


@dataclass(frozen=True, eq=False)
class AmountMention(Mention):
    """A number of things: `what` is counted, `sentence` is where its sentence stands."""

    number: Decimal
    what: str
    sentence: Stretch

    @cached_property
    def sentence_words(self) -> str:
        """Return the words of the sentence."""
        return self.passage.text[slice(*self.sentence)]

    @cached_property
    def shape(self) -> str:
        """Return the sentence in small letters, this number a sign: sentences of one shape say the same."""
        before, behind = (
            self.passage.text[self.sentence[0] : self.start],
            self.passage.text[self.start : self.sentence[1]],
        )
        return " ".join(f"{before}{_DIGITS.sub('#', behind, count=1)}".casefold().split())


@lru_cache(maxsize=TEXTS_KEPT)
def _may_count(line: str) -> bool:
    return bool(_NEAR.search(line))


def read_amounts(passages: Iterable[Passage]) -> Iterator[AmountMention]:
    """Yield the numbers of things in sentences; amounts of money or time, limits and the numbers of cells are none."""
    for passage in passages:
        if passage.zone in TEXT_ZONES and passage.zone != "cell" and _may_count(passage.text):
            for sentence in _SENTENCE.finditer(passage.text):
                yield from _read_sentence(passage, sentence.span())


def _read_sentence(passage: Passage, sentence: Stretch) -> Iterator[AmountMention]:
    for found in _AMOUNT.finditer(passage.text, *sentence):
        number = to_number(found["number"])
        is_thing = found["what"].split()[0].strip(",").casefold() not in MEASURES
        if (
            is_thing
            and number is not None
            and not _NO_COUNT.search(passage.text, max(0, found.start() - 12), found.start())
        ):
            what = _STOP.split(f"{found['what']} ", maxsplit=1)[0].strip(" ,")
            end = found.start("what") + len(what)
            yield AmountMention(passage, found.start(), end, number, " ".join(what.casefold().split()), sentence)
