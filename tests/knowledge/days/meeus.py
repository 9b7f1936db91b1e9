"""New moons and the sun after J. Meeus, Astronomical Algorithms (2nd edition, chapters 49 and 25).

Nothing here comes from the source of our table. A new moon is right within 20 seconds, the sun within 15 minutes.
"""

from datetime import date, timedelta
from math import floor, radians, sin

# coefficient, then the multiples of M (sun), M' (moon), F (latitude) and Omega (node), and the power of E
MOON = (
    (-0.40720, 0, 1, 0, 0, 0), (0.17241, 1, 0, 0, 0, 1), (0.01608, 0, 2, 0, 0, 0), (0.01039, 0, 0, 2, 0, 0),
    (0.00739, -1, 1, 0, 0, 1), (-0.00514, 1, 1, 0, 0, 1), (0.00208, 2, 0, 0, 0, 2), (-0.00111, 0, 1, -2, 0, 0),
    (-0.00057, 0, 1, 2, 0, 0), (0.00056, 1, 2, 0, 0, 1), (-0.00042, 0, 3, 0, 0, 0), (0.00042, 1, 0, 2, 0, 1),
    (0.00038, 1, 0, -2, 0, 1), (-0.00024, -1, 2, 0, 0, 1), (-0.00017, 0, 0, 0, 1, 0), (-0.00007, 2, 1, 0, 0, 0),
    (0.00004, 0, 2, -2, 0, 0), (0.00004, 3, 0, 0, 0, 0), (0.00003, 1, 1, -2, 0, 0), (0.00003, 0, 2, 2, 0, 0),
    (-0.00003, 1, 1, 2, 0, 0), (0.00003, -1, 1, 2, 0, 0), (-0.00002, -1, 1, -2, 0, 0), (-0.00002, 1, 3, 0, 0, 0),
    (0.00002, 0, 4, 0, 0, 0),
)  # fmt: skip
PLANETS = (
    (0.000325, 299.77, 0.107408), (0.000165, 251.88, 0.016321), (0.000164, 251.83, 26.651886),
    (0.000126, 349.42, 36.412478), (0.000110, 84.66, 18.206239), (0.000062, 141.74, 53.303771),
    (0.000060, 207.14, 2.453732), (0.000056, 154.84, 7.306860), (0.000047, 34.52, 27.261239),
    (0.000042, 207.19, 0.121824), (0.000040, 291.34, 1.844379), (0.000037, 161.72, 24.198154),
    (0.000035, 239.56, 25.513099), (0.000023, 331.55, 3.592518),
)  # fmt: skip
CLOCK = 70 / 86400  # TT - UTC in days: 57 s in 1990, 69 s now
ZONE = 7 / 24
J2000 = 2451545.0
NOON = date(2000, 1, 1)


def find_new_moon(k: int) -> date:
    """Return the day in UTC+7 of the k-th new moon since January 2000."""
    t = k / 1236.85
    moment = 2451550.09766 + 29.530588861 * k + t * t * (0.00015437 - 0.00000015 * t)
    e = 1 - 0.002516 * t - 0.0000074 * t * t
    angles = (
        2.5534 + 29.10535670 * k - 0.0000014 * t * t,
        201.5643 + 385.81693528 * k + 0.0107582 * t * t,
        160.7108 + 390.67050284 * k - 0.0016118 * t * t,
        124.7746 - 1.56375588 * k + 0.0020672 * t * t,
    )
    for size, *multiples, power in MOON:
        moment += size * e**power * sin(radians(sum(n * a for n, a in zip(multiples, angles, strict=True))))
    moment += sum(size * sin(radians(start + speed * k)) for size, start, speed in PLANETS)
    return NOON + timedelta(floor(moment - J2000 - CLOCK + ZONE + 0.5))


def find_sector(day: date) -> int:
    """Return in which twelfth of its way, from the March equinox, the sun is when a day begins in UTC+7."""
    t = ((day - NOON).days - 0.5 - ZONE + CLOCK) / 36525
    anomaly = radians(357.52911 + 35999.05029 * t)
    centre = (1.914602 - 0.004817 * t) * sin(anomaly) + 0.019993 * sin(2 * anomaly) + 0.000289 * sin(3 * anomaly)
    node = radians(125.04 - 1934.136 * t)
    seen = 280.46646 + 36000.76983 * t + 0.0003032 * t * t + centre - 0.00569 - 0.00478 * sin(node)
    return int(seen % 360 // 30)


def find_month(year: int, number: int) -> date:
    """Return the first day of month 1 to 10, not a leap month, of a lunar year."""
    k = find_eleventh(year - 1)
    months = find_eleventh(year) - k
    starts = [find_new_moon(k + i) for i in range(months + 1)]
    sectors = [find_sector(start) for start in starts]
    leap = next(i for i in range(1, months) if sectors[i] == sectors[i + 1]) if months == 13 else months
    place = number + 1
    return starts[place + (place >= leap)]


def find_eleventh(year: int) -> int:
    """Return which new moon began month 11, the one with the winter solstice, of a year."""
    k = round((year - 2000) * 12.3685) + 12
    while not find_sector(find_new_moon(k)) < 9 <= find_sector(find_new_moon(k + 1)):
        k -= 1
    return k
