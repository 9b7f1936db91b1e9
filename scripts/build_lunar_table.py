"""Writes src/ttdn_draft/knowledge/data/lunar.csv: the years of the lunar calendar of Vietnam, 1899 to 2100.

    python scripts/build_lunar_table.py

A month begins on the day of a new moon; the winter solstice lies in month 11; where thirteen months begin between two
solstices, the first without a major term is a leap month. Days are those of UTC+7 throughout. New moons and terms come
from ephem, which carries a theory of sun and moon with it and needs no file of positions.
"""

import csv
from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import groupby, pairwise
from math import floor, pi
from pathlib import Path
from typing import NamedTuple

import ephem

OUTPUT = Path(__file__).parents[1] / "src/ttdn_draft/knowledge/data/lunar.csv"
FIRST, LAST = 1899, 2100
COLUMNS = ("year", "first_day", "leap_month", "month_days", "near_midnight")
EPOCH = date(1899, 12, 31)  # at noon: the zero of ephem's dates
HOURS = 7
DAY = 86400
TROPICAL_YEAR = 365.2422
SOLSTICE = 270
# TT - UTC since the leap second of 2017: no other has been announced, and after 2035 there will be none (CGPM 2022,
# Resolution 4). ephem goes on with a slowing of the Earth that has not come: 78 s for 2030, 225 s for 2100.
CLOCK = 69.184
NEAR = 60

Tell = Callable[[float], float]
Term = tuple[float, int]


class Month(NamedTuple):
    """A lunar month, as it is counted."""

    year: int
    number: int
    is_leap: bool
    first: date
    length: int


def tell_civil(moment: float) -> float:
    """Return a moment of ephem as days since EPOCH on the clocks of Vietnam."""
    ahead = ephem.delta_t(moment)
    return moment + (ahead - min(ahead, CLOCK)) / DAY + HOURS / 24


def tell_slowing(moment: float) -> float:
    """Return the same on clocks that follow the Earth as ephem foresees it."""
    return moment + HOURS / 24


def find_day(moment: float) -> date:
    return EPOCH + timedelta(floor(tell_civil(moment) + 0.5))


def list_new_moons() -> Iterator[float]:
    moment = ephem.next_new_moon(ephem.Date((FIRST - 1, 1, 1)))
    while moment < ephem.Date((LAST + 2, 1, 1)):
        yield float(moment)
        moment = ephem.next_new_moon(moment + 1)


def list_terms() -> Iterator[Term]:
    """Return the moments of the major terms, each with the longitude of the sun in degrees."""
    moment, degrees = float(ephem.Date((FIRST - 1, 1, 20))), 300
    while moment < ephem.Date((LAST + 2, 1, 1)):
        moment = find_term(moment, degrees)
        yield moment, degrees
        moment, degrees = moment + TROPICAL_YEAR / 12, (degrees + 30) % 360


def find_term(guess: float, degrees: int) -> float:
    while abs(ahead := (find_sun(guess) - degrees / 180 * pi + pi) % (2 * pi) - pi) > 1e-8:
        guess -= ahead / (2 * pi) * TROPICAL_YEAR
    return guess


def find_sun(moment: float) -> float:
    """Return the apparent longitude of the sun."""
    sun = ephem.Sun(ephem.Date(moment))
    seen = ephem.Equatorial(sun.g_ra, sun.g_dec, epoch=moment)
    return float(ephem.Ecliptic(seen, epoch=moment).lon)


def count_months(starts: Sequence[date], terms: Mapping[date, int]) -> Iterator[Month]:
    """Return the months from the first winter solstice to the last."""
    days = sorted(terms)
    solstices = [bisect_left(starts, day + timedelta(1)) - 1 for day in days if terms[day] == SOLSTICE]
    for eleventh, end in pairwise(solstices):
        leap = find_leap(starts, days, eleventh) if end - eleventh == 13 else end
        for index in range(eleventh, end):
            passed = index - eleventh - (index >= leap)
            year = starts[eleventh].year + (passed >= 2)
            yield Month(
                year, (10 + passed) % 12 + 1, index == leap, starts[index], (starts[index + 1] - starts[index]).days
            )


def find_leap(starts: Sequence[date], days: Sequence[date], eleventh: int) -> int:
    """Return the first month after an eleventh on whose days there is no major term."""
    later = range(eleventh + 1, eleventh + 13)
    return next(i for i in later if bisect_left(days, starts[i]) == bisect_left(days, starts[i + 1]))


def list_close_calls(moons: Sequence[float], terms: Sequence[Term]) -> list[tuple[date, str]]:
    """Return the moons and terms near midnight by their day, with the seconds after (+) or before it."""
    named = [(moon, "new moon") for moon in moons] + [(moment, f"term {degrees}") for moment, degrees in terms]
    return [(find_day(moment), text) for moment, name in sorted(named) if (text := describe_near(moment, name))]


def describe_near(moment: float, name: str) -> str:
    seconds, slowing = find_seconds(moment, tell_civil), find_seconds(moment, tell_slowing)
    if min(abs(seconds), abs(slowing)) >= NEAR:
        return ""
    return f"{name} {find_day(moment)} {seconds:+d}" + (f" ({slowing:+d})" if slowing != seconds else "")


def find_seconds(moment: float, tell: Tell) -> int:
    """Return how many seconds a moment is after the nearest midnight."""
    return round(((tell(moment) + 1) % 1 - 0.5) * DAY)


def build_rows() -> list[dict[str, str]]:
    moons, terms = list(list_new_moons()), list(list_terms())
    close = list_close_calls(moons, terms)
    months = count_months([find_day(moon) for moon in moons], {find_day(moment): degrees for moment, degrees in terms})
    years = ((year, list(group)) for year, group in groupby(months, lambda month: month.year))
    return [build_row(year, group, close) for year, group in years if FIRST <= year <= LAST]


def build_row(year: int, months: Sequence[Month], close: Sequence[tuple[date, str]]) -> dict[str, str]:
    first, end = months[0].first, months[-1].first + timedelta(months[-1].length)
    return {
        "year": str(year),
        "first_day": str(first),
        "leap_month": "".join(str(month.number) for month in months if month.is_leap),
        "month_days": " ".join(str(month.length) for month in months),
        "near_midnight": "; ".join(text for day, text in close if first <= day < end),
    }


def main() -> None:
    with OUTPUT.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(build_rows())


if __name__ == "__main__":
    main()
