"""Shows a date, a time or a span of time of an Excel cell: value and format go in, what Excel shows comes out.

A whole date of figures is written the Vietnamese way, 05/06/2026, in whatever order the format puts it.
"""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from functools import cache
from typing import TypeAlias

from .cell_formats import GENERAL, Section, UnknownFormatError, is_for_text, split_sections

Moment: TypeAlias = date | time | timedelta
BY_SYSTEM = {"mm-dd-yy": "dd/mm/yyyy", "m/d/yy h:mm": "dd/mm/yyyy hh:mm"}  # by number in the file: the date of Windows
SEPARATORS = "/-.,: "
HOURS, MINUTES, SECONDS = ("h", "hh", "[h]", "[hh]"), ("n", "nn", "[m]", "[mm]"), ("s", "ss", "[s]", "[ss]")
FIRST_YEAR = 1900


def show_date(value: Moment, form: str) -> str:
    """Return a date or time as its cell shows it."""
    form = BY_SYSTEM.get(form.lower(), form)
    if form.lower() in ("", GENERAL):
        form = "hh:mm" if isinstance(value, time) else "dd/mm/yyyy"
    pieces = _pieces(form)
    fields = _fields(value)
    has_words = any(not is_code and set(word) - set(SEPARATORS) for is_code, word in pieces)
    whole = None if has_words else _plain_form([code for is_code, code in pieces if is_code], fields)
    if whole is not None:
        return whole
    return "".join(_write(code, fields) if is_code else code for is_code, code in pieces).strip()


def show_unlike(value: Moment, form: str) -> str | None:
    """Return what a cell shows where this program prints the day or time in another form; None where it is the same."""
    if form.lower() in ("", GENERAL, *BY_SYSTEM):
        return None
    fields = _fields(value)
    written = "".join(_write(code, fields) if is_code else code for is_code, code in _pieces(form)).strip()
    return written if written != show_date(value, form) else None


@cache
def _pieces(form: str) -> tuple[tuple[bool, str], ...]:
    """Return the codes (True) and words of a format, minutes told from months: n and nn."""
    sections = [section for section in split_sections(form) if not is_for_text(section)]
    if len(sections) != 1:
        raise UnknownFormatError
    return tuple(_settle_minutes(sections[0]))


def _settle_minutes(section: Section) -> Iterator[tuple[bool, str]]:
    codes = [(at, text) for at, (kind, text) in enumerate(section) if kind == "code" and text not in SEPARATORS]
    for place, (kind, text) in enumerate(section):
        if (place, text) not in codes or kind != "code":
            yield False, text
            continue
        at = codes.index((place, text))
        before = codes[at - 1][1] if at else ""
        behind = codes[at + 1][1] if at + 1 < len(codes) else ""
        is_minute = text in ("m", "mm") and (before in HOURS or behind in SECONDS)
        yield True, text.replace("m", "n") if is_minute else text


def _fields(value: Moment) -> dict[str, int]:
    """Return the figures that a value has, by the first letter of their code."""
    if isinstance(value, timedelta):
        if value < timedelta(0):
            raise UnknownFormatError
        seconds = int(value.total_seconds())
        total = {"[h": seconds // 3600, "[m": seconds // 60, "[s": seconds}
        return total | {"n": seconds // 60 % 60, "s": seconds % 60}
    fields = {"h": 0, "n": 0, "s": 0}
    if isinstance(value, (time, datetime)):
        fields |= {"h": value.hour, "n": value.minute, "s": value.second}
    if isinstance(value, date):
        if value.year < FIRST_YEAR:
            raise UnknownFormatError
        fields |= {"y": value.year, "m": value.month, "d": value.day}
    return fields


def _plain_form(codes: list[str], fields: dict[str, int]) -> str | None:
    """Return a whole date, and a time of day, in the one form of this program; None for parts of a date."""
    letters = "".join(sorted({code[0] for code in codes}))
    has_date, has_time = set("ymd") <= set(letters), set("hn") <= set(letters)
    known = ("dmy", "hn", "hns", "dhmny", "dhmnsy")
    if (
        letters not in known
        or not fields.keys() >= set(letters)
        or len(codes) != len(letters)
        or any(len(c) > 2 and c[0] in "md" for c in codes)
    ):
        return None
    day = "{d:02}/{m:02}/{y}".format(**fields) if has_date else ""
    shows_seconds = "s" in letters and fields["s"]
    hours = "{h:02}:{n:02}".format(**fields) + (f":{fields['s']:02}" if shows_seconds else "") if has_time else ""
    return f"{day} {hours}".strip()


def _write(code: str, fields: dict[str, int]) -> str:
    bare = code.strip("[]")
    figure = fields.get(code[:2] if code.startswith("[") else code[0])
    limit = 4 if code[0] == "y" else 2
    if figure is None or len(bare) > limit or (set(bare) - set("ymdhns")):
        raise UnknownFormatError
    if code[0] == "y":
        return f"{figure % 100:02}" if len(code) <= 2 else str(figure)
    return f"{figure:0{len(bare)}}"
