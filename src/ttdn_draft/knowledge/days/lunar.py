"""The lunar calendar of Vietnam, 1900 to 2100: a lunar date goes in, its solar one comes out.

The days are those of UTC+7 at all times. That has been the law since 01/01/1968 (Quyết định số 121/CP ngày 08/8/1967);
before, the calendars of the North went by UTC+8, and those of Saigon did until 1975, so that a month may have begun a
day later there (sggp.org.vn/gio-viet-nam-129003.html). Tết Mậu Thân was 29/01/1968 in Hà Nội, 30/01/1968 in Sài Gòn.
"""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from functools import cache
from types import MappingProxyType

from ...records import dataclass
from ..tables import read_table

STEMS = ("Giáp", "Ất", "Bính", "Đinh", "Mậu", "Kỷ", "Canh", "Tân", "Nhâm", "Quý")
BRANCHES = ("Tý", "Sửu", "Dần", "Mão", "Thìn", "Tỵ", "Ngọ", "Mùi", "Thân", "Dậu", "Tuất", "Hợi")
GIAP_TY = 1984  # the first year of a round of sixty


@dataclass(frozen=True)
class LunarDate:
    """A day of the lunar calendar; a leap month bears the number of the month before it."""

    day: int
    month: int
    year: int
    is_leap: bool = False


@dataclass(frozen=True)
class LunarMonth:
    """A month of a lunar year: the solar date of its first day, and how many days it has."""

    number: int
    is_leap: bool
    first: date
    length: int


def find_solar(lunar: LunarDate) -> date | None:
    """Return the solar date of a lunar one; nothing where its year, its (leap) month or its day does not exist."""
    for month in list_months(lunar.year):
        if (month.number, month.is_leap) == (lunar.month, lunar.is_leap) and 1 <= lunar.day <= month.length:
            return month.first + timedelta(lunar.day - 1)
    return None


@cache
def list_months(year: int) -> tuple[LunarMonth, ...]:
    """Return the months of a lunar year in order; none outside the table."""
    row = _load().get(year)
    return tuple(_read(row)) if row else ()


def name_year(year: int) -> str:
    """Return the can-chi name of a lunar year: Giáp Thìn for 2024."""
    turn = year - GIAP_TY
    return f"{STEMS[turn % 10]} {BRANCHES[turn % 12]}"


@cache
def _load() -> Mapping[int, Mapping[str, str]]:
    return MappingProxyType({int(row["year"]): row for row in read_table("lunar")})


def _read(row: Mapping[str, str]) -> Iterator[LunarMonth]:
    first, number, leap = date.fromisoformat(row["first_day"]), 0, int(row["leap_month"] or 0)
    for length in map(int, row["month_days"].split()):
        is_leap = bool(leap) and number == leap
        number, leap = (number, 0) if is_leap else (number + 1, leap)
        yield LunarMonth(number, is_leap, first, length)
        first += timedelta(length)
