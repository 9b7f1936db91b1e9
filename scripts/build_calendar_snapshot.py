"""Writes what the calendar of the country says of 2020 to 2030: date, weekday, number of years and tier of every entry.

    python scripts/build_calendar_snapshot.py [--check]

A changed day shows in the diff and is reviewed there. With `--check` nothing is written; the exit code is 1 where the
file is stale.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

from ttdn_draft.knowledge.days.occurrences import Occurrence, list_occurrences
from ttdn_draft.packs.calendars import load_country

FILE = Path(__file__).parents[1] / "tests" / "packs" / "national-calendar.txt"
YEARS = range(2020, 2031)
WEEKDAYS = ("T2", "T3", "T4", "T5", "T6", "T7", "CN")
HEAD = """# Written by scripts/build_calendar_snapshot.py; do not edit.
# 2026 and 2027 were reviewed by hand on 22 November 2026.
# date (what is known of it), weekday, number of years, tier, whose day it is where not the country's, id
"""


def list_lines(year: int) -> Iterator[str]:
    entries = load_country().calendar.anniversaries
    found = [occurrence for entry in entries for occurrence in list_occurrences(entry, year)]
    yield f"\n{year}"
    yield from map(write_line, sorted(found, key=lambda occurrence: occurrence.order))


def write_line(found: Occurrence) -> str:
    known = found.day or (f"{found.year}-{found.month:02}" if found.month else found.year)
    weekday = WEEKDAYS[found.day.weekday()] if found.day else "-"
    scope = f"{found.anniversary.scope}: " if found.anniversary.scope else ""
    count = "-" if found.count is None else found.count
    return f"{known!s:<10} {weekday:<2} {count!s:>4} {found.tier or '-':<4} {scope}{found.anniversary.id}"


def main() -> int:
    text = HEAD + "\n".join(line for year in YEARS for line in list_lines(year)) + "\n"
    if "--check" not in sys.argv:
        FILE.write_text(text, encoding="utf-8", newline="\n")
    elif not FILE.is_file() or FILE.read_text(encoding="utf-8") != text:
        print(f"{FILE}: stale; run scripts/build_calendar_snapshot.py and review the diff")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
