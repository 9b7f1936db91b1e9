"""The calendar of a year for a screen: a year and a province go in, its days as data and as a file come out."""

from datetime import date
from typing import TYPE_CHECKING, Any

from ..errors import UsageError
from ..knowledge.days.calendars import Choice
from ..packs import PackShelf
from .documents import Language, open_shelf

if TYPE_CHECKING:
    from ..year_page import YearPage

LUNAR_YEARS = range(1900, 2101)
"""Those of the lunar table."""


def list_days(year: int, pack: str = "", *, day: date, shelf: PackShelf | None = None) -> dict[str, Any]:
    """Return the anniversaries of a year, as `ttdn-draft calendar --output json` prints them.

    `pack` is the id of a province or pack, whose days are there too; days left are counted from `day`. Raises
    UsageError where there is none of that id, or the year is none of the lunar table (1900 to 2100).
    """
    from ..year_page import describe_year

    return describe_year(_make_page(year, pack, day, shelf))


def write_ics(
    year: int, pack: str = "", *, day: date, shelf: PackShelf | None = None, language: Language = "vi"
) -> str:
    """Return the days of a year as a file for calendar programs, as `ttdn-draft calendar --output ics` writes it.

    The parameters are those of `list_days`. Raises UsageError where icalendar is not installed, too.
    """
    from ..calendar_file import build_ics

    page = _make_page(year, pack, day, shelf)
    return build_ics(page.found, page.write_heading(language)).decode("utf-8")


def _make_page(year: int, pack: str, day: date, shelf: PackShelf | None) -> "YearPage":
    from ..year_page import make_page

    if year not in LUNAR_YEARS:
        raise UsageError("E018", year=year, first=LUNAR_YEARS[0], last=LUNAR_YEARS[-1])
    return make_page(shelf or open_shelf(), year, pack, day, Choice()).value
