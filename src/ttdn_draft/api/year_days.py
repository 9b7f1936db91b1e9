"""The calendar of a year for a screen: a year and a province go in, its days as data and as a file come out."""

from datetime import date
from typing import Any

from ..knowledge.days.calendars import Choice
from ..packs import PackShelf
from .documents import Language, open_shelf


def list_days(year: int, pack: str = "", *, day: date, shelf: PackShelf | None = None) -> dict[str, Any]:
    """Return the anniversaries of a year, as `ttdn-draft calendar --output json` prints them.

    `pack` is the id of a province or pack, whose days are there too; days left are counted from `day`. Raises UsageError
    where there is none of that id, or the year is none of the lunar table (1900 to 2100).
    """
    from ..year_page import describe_year, make_page

    return describe_year(make_page(shelf or open_shelf(), year, pack, day, Choice()).value)


def write_ics(
    year: int, pack: str = "", *, day: date, shelf: PackShelf | None = None, language: Language = "vi"
) -> str:
    """Return the days of a year as a file for calendar programs, as `ttdn-draft calendar --output ics` writes it.

    The parameters are those of `list_days`. Raises UsageError where icalendar is not installed, too.
    """
    from ..calendar_file import build_ics
    from ..year_page import make_page

    page = make_page(shelf or open_shelf(), year, pack, day, Choice()).value
    return build_ics(page.found, page.write_heading(language)).decode("utf-8")
