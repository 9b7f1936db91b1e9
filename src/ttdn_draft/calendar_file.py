"""The only module that knows icalendar: anniversaries of a year go in, the bytes of an .ics file come out.

The same anniversaries give the same bytes on any day; an event keeps its UID when its date or its words are corrected.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from .errors import UsageError
from .knowledge.days.occurrences import Occurrence
from .knowledge.days.words import write_occurrence, write_title
from .model.marks import TO_CHECK, write_doubt

if TYPE_CHECKING:
    from icalendar import Alarm, Event

DOMAIN = "ttdn-draft.invalid"
PRODUCT = "-//ttdn-draft//calendar//VI"


def build_ics(found: Iterable[Occurrence], name: str, reminders: Sequence[int] = ()) -> bytes:
    """Return a calendar of the anniversaries whose day is known; days that are only proposed are left out.

    `reminders` are days before each event. Raises UsageError where icalendar is not installed.
    """
    try:
        from icalendar import Calendar
    except ImportError:
        raise UsageError("E720") from None
    calendar = Calendar()
    for key, value in {"prodid": PRODUCT, "version": "2.0", "calscale": "GREGORIAN", "x-wr-calname": name}.items():
        calendar.add(key, value)
    for event in _list_events(found, reminders):
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def find_uid(found: Occurrence) -> str:
    """Return the name of an event, which says neither its date nor its words."""
    lunar = f"-am{found.lunar_year}" if found.lunar_year is not None else ""
    return f"{found.anniversary.id}-{found.year}{lunar}@{DOMAIN}"


def _list_events(found: Iterable[Occurrence], reminders: Sequence[int]) -> "Iterator[Event]":
    for occurrence in found:
        if occurrence.day and not occurrence.anniversary.is_proposed:
            event = _build_event(occurrence, occurrence.day)
            for days in reminders:
                event.add_component(_build_alarm(occurrence, days))
            yield event


def _build_event(found: Occurrence, day: date) -> "Event":
    from icalendar import Event

    entry, words = found.anniversary, write_occurrence(found)
    values = {
        "uid": find_uid(found),
        "dtstamp": datetime(found.year, 1, 1, tzinfo=UTC),
        "dtstart": day,
        "dtend": day + timedelta(1),
        "summary": _write_summary(found),
        "description": f"{words} — {entry.source}" if entry.is_verified else write_doubt(words, entry.source),
        "categories": [entry.category],
        "transp": "TRANSPARENT",
    }
    event = Event()
    for key, value in values.items():
        event.add(key, value)
    return event


def _write_summary(found: Occurrence) -> str:
    """Return the line that calendar programs show, with a mark where the day is not verified."""
    title = write_title(found)
    return title if found.anniversary.is_verified else f"[{TO_CHECK}] {title}"


def _build_alarm(found: Occurrence, days: int) -> "Alarm":
    from icalendar import Alarm

    alarm = Alarm()
    for key, value in {"action": "DISPLAY", "trigger": -timedelta(days), "description": _write_summary(found)}.items():
        alarm.add(key, value)
    return alarm
