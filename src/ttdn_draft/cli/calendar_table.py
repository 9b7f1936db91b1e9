"""The only module that knows rich: the anniversaries of a year go in, a table and a picture of the year are printed."""

import sys
from calendar import Calendar
from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING

from ..knowledge.days.anniversaries import DIPLOMATIC
from ..knowledge.days.occurrences import TIER_WORDS, Occurrence
from ..knowledge.days.tier_notes import find_note
from ..knowledge.days.tiers import Tier
from ..knowledge.days.words import write_lunar_day
from ..knowledge.standards.dates import STRICT
from ..messages import N_
from ..model import PartialDate
from ..year_page import YearPage
from .language import language, translated
from .report import echo
from .reports.snippets import width_of

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

COLUMNS = (N_("Ngày"), N_("Ngày kỷ niệm"), N_("Số năm"), N_("Bậc"), N_("Còn"), N_("Ghi chú"))
FOLDED = (1, 5)
WEEKDAYS = (N_("T2"), N_("T3"), N_("T4"), N_("T5"), N_("T6"), N_("T7"), N_("CN"))
NO_DAYS = N_("Không có ngày nào.")
TODAY, PASSED, DAYS = N_("hôm nay"), N_("đã qua"), N_("{count} ngày")
DAY_OFF, NOT_YET, PROPOSED, UNVERIFIED = N_("nghỉ"), N_("chưa là ngày nghỉ"), N_("mới đề xuất"), N_("chưa xác minh")
DIPLOMATIC_DAY, SOURCE = N_("ngày đối ngoại"), N_("nguồn: {source}")
RELATIONS_ALONE = "quan hệ ngoại giao"
RULES = N_("Theo quy định:")
COUNT = N_("{all} ngày, {unverified} chưa xác minh.")
MONTH = N_("Tháng {month}")
LEGEND = N_("* ngày nghỉ   + năm tròn   - ngày kỷ niệm khác")
WIDE = 400  # of a picture that goes to a file or to another program: nothing is folded there
MONTH_WIDTH, MOST_MONTHS = 31, 4
REST, ROUND, OTHER, TODAY_STYLE = "*", "+", "-", "reverse"
STYLES = {REST: "bold red", ROUND: "bold yellow", OTHER: "cyan", " ": ""}


def _make_console() -> "Console":
    from rich.console import Console  # loaded where something is drawn

    width = None if sys.stdout.isatty() else WIDE
    return Console(highlight=False, markup=False, emoji=False, width=width)


def print_table(page: YearPage) -> None:
    """Print the anniversaries by date, then what the decrees allow in a year of their tiers."""
    if not sys.stdout.isatty():
        for line in _list_lines(page):
            echo(line)
        return
    from rich.text import Text

    console = _make_console()
    console.print(Text(page.write_heading(language.get()), style="bold"))
    if page.found:
        console.print(_make_table(page))
    for line in _list_closing(page):
        console.print(line)


def _list_closing(page: YearPage) -> Iterator[str]:
    """Yield what stands below the table."""
    if not page.found:
        yield translated(NO_DAYS)
        return
    yield from _list_rules(page.found)
    unverified = sum(not occurrence.anniversary.is_verified for occurrence in page.found)
    yield translated(COUNT, all=len(page.found), unverified=unverified)


def _list_lines(page: YearPage) -> Iterator[str]:
    """Yield the lines for a file or another program: nothing is folded, drawn or coloured there."""
    yield page.write_heading(language.get())
    rows = [tuple(map(translated, COLUMNS)), *(tuple(_list_cells(found, page.today)) for found in page.found)]
    widths = [max(map(width_of, column)) for column in zip(*rows, strict=True)]
    for row in rows if page.found else ():
        cells = (cell + " " * (width - width_of(cell)) for cell, width in zip(row, widths, strict=True))
        yield "  ".join(cells).rstrip()
    yield from _list_closing(page)


def _make_table(page: YearPage) -> "Table":
    from rich.box import SIMPLE_HEAD
    from rich.table import Table

    table = Table(box=SIMPLE_HEAD, pad_edge=False)
    for number, name in enumerate(COLUMNS):
        table.add_column(translated(name), overflow="fold", no_wrap=number not in FOLDED)
    for occurrence in page.found:
        past = occurrence.day is not None and occurrence.day < page.today
        table.add_row(*_list_cells(occurrence, page.today), style="dim" if past else "")
    return table


def _list_cells(found: Occurrence, today: date) -> Iterator[str]:
    """Yield the cells of a row in the order of the columns."""
    entry = found.anniversary
    weekday = translated(WEEKDAYS[found.day.weekday()]) if found.day else ""
    yield f"{weekday:2} {STRICT.write(PartialDate(found.year, found.month, found.day.day if found.day else None))}"
    yield entry.title
    yield "" if found.count is None else str(found.count)
    yield translated(TIER_WORDS[found.tier]) if found.tier else ""
    yield _count_down(found.day, today)
    yield "; ".join(_list_remarks(found))


def _count_down(day: date | None, today: date) -> str:
    if day is None:
        return ""
    left = (day - today).days
    return translated(PASSED) if left < 0 else translated(DAYS, count=left) if left else translated(TODAY)


def _list_remarks(found: Occurrence) -> Iterator[str]:
    entry = found.anniversary
    if entry.is_lunar:
        yield write_lunar_day(entry)
    if entry.day_off:
        yield translated(DAY_OFF if entry.is_day_off else NOT_YET)
    if entry.is_proposed:
        yield translated(PROPOSED)
    if entry.category == DIPLOMATIC:
        yield f"{translated(DIPLOMATIC_DAY)}, {entry.level or RELATIONS_ALONE}"
    if not entry.is_verified:
        yield translated(UNVERIFIED)
    if entry.note:
        yield entry.note
    if entry.category == DIPLOMATIC:
        yield translated(SOURCE, source=entry.source)


def _list_rules(found: Iterable[Occurrence]) -> Iterator[str]:
    """Yield what the decrees say about the tiers that are there, each sentence once."""
    said = {note: o for o in reversed(list(found)) if (note := find_note(o))}
    if said:
        yield translated(RULES)
    for note, occurrence in sorted(said.items(), key=lambda pair: pair[1].order):
        tier = translated(TIER_WORDS[occurrence.tier]) if occurrence.tier else ""
        about = f"{occurrence.anniversary.title}, {tier}" if note.id else tier
        yield f"- {about}: {note.text} ({note.clause})."


def print_picture(page: YearPage) -> None:
    """Print the twelve months of the year with its days marked; colours only say again what the marks say."""
    from rich.table import Table

    console = _make_console()
    marks = {o.day: _mark(o) for o in reversed(page.found) if o.day and not o.anniversary.is_proposed}
    across = max(1, min(MOST_MONTHS, console.width // MONTH_WIDTH))
    grid = Table.grid(padding=(0, 3))
    for first in range(1, 13, across):
        months = range(first, min(first + across, 13))
        grid.add_row(*(_draw_month(page, month, marks) for month in months))
    console.print(grid)
    console.print(translated(LEGEND))


def _mark(found: Occurrence) -> str:
    if found.anniversary.is_day_off:
        return REST
    return ROUND if found.tier is Tier.ROUND else OTHER


def _draw_month(page: YearPage, month: int, marks: dict[date, str]) -> "Text":
    """Return a month as lines of the same width, Monday first."""
    from rich.text import Text

    drawn = Text().append(f"{translated(MONTH, month=month):<28}\n", style="bold")
    drawn.append("".join(f"{translated(name):>3} " for name in WEEKDAYS) + "\n", style="dim")
    for week in Calendar().monthdatescalendar(page.year, month):
        for day in week:
            mark = marks.get(day, " ") if day.month == month else " "
            number = f"{day.day:>3}" if day.month == month else "   "
            drawn.append(number + mark, style=TODAY_STYLE if day == page.today and number.strip() else STYLES[mark])
        drawn.append("\n")
    return drawn
