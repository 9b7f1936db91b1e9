"""Moves the deadlines of last year's document: its dates go in, each comes out moved, or in a mark that asks for it.

A deadline is in the hand of who sets it; the day on which something else is held is not, and is only asked for.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date

from ...errors import Finding
from ...knowledge.days.calendars import Almanac
from ...mentions.dates import WEEKDAY_NAMES, DateMention
from ...mentions.deadlines import DeadlineMention
from ...model import PartialDate
from ...model.marks import write_doubt
from ...model.mentions import TEXT_ZONES
from ...model.open_words import LAST_YEARS
from ...patterns import regex
from .last_year import Kept, LastYear, Rewording

TIME_LINE = regex(
    r"(?:^|\b(?:thời gian|trong|từ|đến|dự kiến|đầu|giữa|cuối|hằng năm|hàng năm)\s*:?\s*(?:ngày\s+|tháng\s+)?)$"
    r"|[-–]\s*$",
    re.I,
)
"""What stands before the time of a task."""
IN_FORCE = regex(r"\bhiệu lực(?:\s+thi hành)?\s+(?:kể\s+)?từ\s+(?:ngày\s+)?$", re.I)
LIMIT_CELL = "thoi_han"
NEAR_DAYS = 5  # from the first weekday of a weekend


def move_dates(last: LastYear) -> Iterator[Rewording]:
    """Yield the deadlines and the times of tasks moved, and every other day of last year in a mark."""
    limits = {(found.passage, found.start): found for found in last.mentions.deadlines}
    for found in last.mentions.dates:
        if found.passage.zone in TEXT_ZONES and _is_last_years(found, last):
            limit = limits.get((found.passage, found.start))
            is_ahead = last.is_report or (found.year or 0) >= last.old
            if is_ahead and (limit or _is_time_of_task(found, last)):
                yield from _move(found, limit, last)
            else:
                yield _ask(found, last)


def _is_last_years(found: DateMention, last: LastYear) -> bool:
    year = found.year
    is_of_paper = found.is_of_document or IN_FORCE.search(found.before)
    stands = found.is_quoted or found.is_given or is_of_paper or found.is_lunar
    return year is not None and last.is_near(year) and not stands


def _is_time_of_task(found: DateMention, last: LastYear) -> bool:
    if found.passage.path[-1:] == (LIMIT_CELL,):
        return True
    return not last.is_report and bool(TIME_LINE.search(found.before))


def _move(found: DateMention, limit: DeadlineMention | None, last: LastYear) -> Iterator[Rewording]:
    """Yield a date with its year moved, and its weekday, where one stands beside it."""
    words, year = found.words, (found.year or 0) + last.delta
    old = f"{found.year or 0:04}"[2:] if found.has_short_year else str(found.year)
    new = f"{year:04}"[2:] if found.has_short_year else str(year)
    at = words.rindex(old)
    moved = words[:at] + new + words[at + len(old) :]
    if found.full and (found.full.month, found.full.day) == (2, 29):
        moved = moved.replace("29", str(_move_day(found.full, last).day), 1)
    reason = Finding("N861" if limit else "N860", facts={"old": last.old, "year": last.new})
    yield Rewording(found.passage, found.start, found.end, moved, reason)
    if found.weekday_at and found.full:
        name = WEEKDAY_NAMES[_move_day(found.full, last).weekday()]
        yield Rewording(found.passage, *found.weekday_at, _write_like(name, found.weekday), reason)


def _move_day(day: date, last: LastYear) -> date:
    return PartialDate.of(day).move_to(day.year + last.delta).first


def _write_like(name: str, typed: str) -> str:
    return name[:1].upper() + name[1:] if typed[:1].isupper() else name[:1].lower() + name[1:]


def _ask(found: DateMention, last: LastYear) -> Rewording:
    facts = {"old": last.old, "year": last.new, "words": found.words}
    mark = write_doubt(found.words, LAST_YEARS.format(old=last.old))
    return Rewording(found.passage, found.start, found.end, mark, Finding("W870", facts=facts))


def tell_days_off(limits: Iterable[DeadlineMention], almanac: Almanac, province: str) -> Iterator[Kept]:
    """Yield the deadlines whose last day is one of a weekend or a holiday of the law, with what to say of each."""
    for limit in limits:
        day = limit.on.full
        name = _find_day_off(day, almanac, province) if day and not (limit.excludes_day or limit.is_given) else ""
        if name:
            reason = Finding("W862", facts={"words": limit.words, "day_off": name})
            yield Kept(limit.passage, limit.start, limit.end, reason)


def _find_day_off(day: date, almanac: Almanac, province: str) -> str:
    for found in almanac.list_year(day.year, province):
        if found.day == day and found.anniversary.is_day_off:
            return found.anniversary.title
    name = WEEKDAY_NAMES[day.weekday()]
    return name if day.weekday() >= NEAR_DAYS else ""
