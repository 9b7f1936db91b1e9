"""Renews the anniversaries of last year's document: counts of years go in, lists made new and counts moved come out.

A list of days, in one sentence or each on a line of its own, is made as `new` makes it; a day alone keeps its place.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from ...errors import Finding
from ...knowledge.days.named import key_of_day
from ...knowledge.days.tiers import Tier
from ...knowledge.relations.wording import write_year
from ...knowledge.standards.dates import STRICT
from ...knowledge.standards.spelling import spell
from ...mentions.counts import YearCount
from ...messages import N_
from ...model.mentions import Mention, Passage
from ...patterns import regex
from ...records import dataclass
from ...yaml_nodes import NodePath
from ..days import BY_GUIDANCE, list_phrases
from ..order import Order
from .last_year import LastYear, Rewording

LEAST_OF_LIST = 3  # days that are a list
LONGEST_JOINT = 60  # signs between two days of one list
LONGEST_LEAD = 40  # signs before the day on a line of a list
SENTENCE_END = regex(r"[.!?:]\s")
SINCE = regex(
    r"\bsau\s+(?P<count>\d{1,3})\s+năm\s+(?:thực hiện\s+)?(?:công cuộc\s+|ngày\s+)?"
    r"(?:đổi mới|tái lập|thành lập|giải phóng)\b",
    re.I,
)
TIES_PHRASE = "thiết lập quan hệ ngoại giao với"
SENTENCE_OF_TIES = regex(
    rf"Năm (?P<year>\d{{4}}), Việt Nam(?: sẽ)? kỷ niệm [^.;]*?{TIES_PHRASE}[^.;]*(?:\.{{3}}\)|[^.;])*"
)
NOT_ROUND = N_(", không phải năm tròn hay năm lẻ 5")
SOURCE = N_("lịch của chương trình và của tỉnh")
NO_NAMES = "—"


@dataclass(frozen=True, eq=False)
class RowsRewording:
    """Lines of a list, each a passage, in the place of which others stand; what parts the first two parts all."""

    rows: tuple[Passage, ...]
    phrases: tuple[str, ...]
    reason: Finding


def renew_days(last: LastYear) -> Iterator[Rewording | RowsRewording]:
    """Yield the lists of days made new, then every other count of years that ended in the year of the document."""
    listed = set[YearCount]()
    counts = [c for c in last.mentions.counts if _is_of_last_year(c, last)]
    for rows in _find_rows(counts):
        listed.update(c for c in counts if c.passage in rows)
        yield RowsRewording(rows, *_make_anew([c for c in counts if c.passage in rows], last))
    for run in _find_runs([c for c in counts if c not in listed]):
        listed.update(run)
        phrases, reason = _make_anew(run, last)
        yield Rewording(run[0].passage, run[0].start, _end_of(run[-1]), _join_in_sentence(phrases), reason)
    for count in counts:
        if count not in listed:
            yield from _move(count, last)
    yield from _move_bare(last)


def _join_in_sentence(phrases: Sequence[str]) -> str:
    """Return phrases as one list inside a sentence, in which the words about other days begin in small letters."""
    return "; ".join(p[:1].lower() + p[1:] if p.startswith(BY_GUIDANCE) else p for p in phrases)


def _is_of_last_year(count: YearCount, last: LastYear) -> bool:
    end = count.dates[1].when if count.dates else None
    is_own = not (count.is_quoted or count.is_given) and count.passage.zone != "base"
    return is_own and end is not None and last.is_near(end.year)


def _end_of(count: YearCount) -> int:
    """Return where a count ends with its dates and their bracket."""
    end = max(count.end, count.brackets[1] if count.brackets else 0, count.dates[1].end if count.dates else 0)
    return end + (count.passage.text[end : end + 1] == ")")


def _find_runs(counts: Sequence[YearCount]) -> Iterator[list[YearCount]]:
    """Yield the counts that stand behind each other in one sentence and are a list."""
    for _, found in groupby(counts, lambda count: count.passage):
        run = list[YearCount]()
        for count in sorted(found, key=lambda c: (c.name_at[0], c.start)):
            if run and not _goes_on(run[-1], count):
                yield from [run] if _is_list(run) else []
                run = []
            run.append(count)
        yield from [run] if _is_list(run) else []


def _goes_on(before: YearCount, count: YearCount) -> bool:
    between = count.passage.text[_end_of(before) : max(count.start, _end_of(before))]
    return len(between) <= LONGEST_JOINT and not SENTENCE_END.search(between)


def _is_list(run: Sequence[YearCount]) -> bool:
    return sum(count.leads for count in run) >= LEAST_OF_LIST


def _find_rows(counts: Sequence[YearCount]) -> Iterator[tuple[Passage, ...]]:
    """Yield the passages of lists that have one day on each line."""
    rows = [count.passage for count in counts if count.leads and _fills(count)]
    for _, found in groupby(rows, lambda row: _parent(row.path)):
        listed = tuple(dict.fromkeys(found))
        numbers = [_number(row.path) for row in listed]
        if len(listed) >= LEAST_OF_LIST and all(after - before == 1 for before, after in pairwise(numbers)):
            yield listed


def _fills(count: YearCount) -> bool:
    return count.passage.zone == "item" and count.start <= LONGEST_LEAD and not SENTENCE_END.search(count.passage.text)


def _parent(path: NodePath) -> NodePath:
    return path[:-2]


def _number(path: NodePath) -> int:
    return int(path[-2])


def _make_anew(run: Sequence[YearCount], last: LastYear) -> tuple[tuple[str, ...], Finding]:
    """Return the phrases of the new year and what became of the days of the old list."""
    order = Order(last.draft.kind, last.new, last.day)
    made = list_phrases(order, last.home.province, last.read_almanac(), last.citations)
    phrases = tuple(spell(phrase, last.draft.standard) for phrase in made)
    dropped = [c.name for c in run if c.name and not any(key_of_day(c.name) in key_of_day(p) for p in phrases)]
    old = key_of_day(" ; ".join(c.name for c in run))
    added = [p for p in phrases if (name := _name_in(p)) and key_of_day(name) not in old]
    facts = {
        "year": last.new,
        "source": SOURCE,
        "dropped": _join(dropped),
        "added": _join(map(_name_in, added)),
    }
    return phrases, Finding("N864", facts=facts)


def _name_in(phrase: str) -> str:
    """Return the name of the first day of a phrase, without count, dates and mark."""
    bare = re.sub(r"^\[[^:\]]*:\s*", "", phrase)
    return re.sub(r"^\d+ năm (?:Ngày )?", "", bare).split(" (", 1)[0].strip()


def _join(names: Iterator[str] | Sequence[str]) -> str:
    return "; ".join(filter(None, names)) or NO_NAMES


def _move(count: YearCount, last: LastYear) -> Iterator[Rewording]:
    """Yield the number and the second date of a day alone as they are in the new year."""
    if count.span is None or count.dates is None or count.span.passed != count.count:
        return
    moved = count.span.end.year + last.delta
    number = moved - count.span.start.year
    tier = NOT_ROUND if Tier.of(number) is Tier.OTHER else ""
    reason = Finding("N863", facts={"year": last.new, "tier": tier})
    if count.leads:
        words = re.sub(r"\d+", str(number), count.words, count=1)
        yield Rewording(count.passage, count.start, count.end, words, reason)
    end = count.dates[1]
    same = STRICT.write(count.span.start.move_to(moved)) if count.span.has_one_day else None
    words = same or end.words.replace(str(count.span.end.year), str(moved))
    yield Rewording(count.passage, end.start, end.end, words, reason)


def _move_bare(last: LastYear) -> Iterator[Rewording]:
    """Yield the numbers of years since something began: sau 35 năm đổi mới."""
    for passage in last.mentions.index.having(" năm"):
        for found in SINCE.finditer(passage.text):
            number = Mention(passage, *found.span("count"))
            if not (number.is_given or number.is_quoted):
                years = int(found["count"]) + last.delta
                tier = NOT_ROUND if Tier.of(years) is Tier.OTHER else ""
                reason = Finding("N863", facts={"year": last.new, "tier": tier})
                yield Rewording(passage, number.start, number.end, f"{years:02}", reason)


def renew_ties(last: LastYear) -> Iterator[Rewording]:
    """Yield the sentence on the relations with other countries of a year as `new` writes it."""
    written = write_year(last.new, last.draft.standard, last.day).removesuffix(".")
    for passage in last.mentions.index.having(TIES_PHRASE) if written else ():
        for found in SENTENCE_OF_TIES.finditer(passage.text):
            if found["year"] == str(last.old) and not Mention(passage, *found.span()).is_quoted:
                words = spell(written, last.draft.standard)
                yield Rewording(passage, *found.span(), words, Finding("N878", facts={"year": last.new}))
