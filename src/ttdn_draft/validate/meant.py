"""Finds what a value was meant to be: a key and its value as typed go in, the line to write or nothing comes out."""

import re
from collections.abc import Callable
from datetime import date

from ..yaml_nodes import NodePath

BETWEEN_PARTS = r"\s*[./-]\s*"
DAY_IN_WORDS = re.compile(
    rf"(?:[^\d]*,\s*)?(?:ngày\s+)?(?P<day>\d{{1,2}})(?:\s+tháng\s+|{BETWEEN_PARTS})(?P<month>\d{{1,2}})"
    rf"(?:\s+năm\s+|{BETWEEN_PARTS})(?P<year>\d{{4}}|\d{{2}})",
    re.I,
)
"""Tuyên Quang, ngày 15 tháng 01 năm 2026; 15.01.2026; 15-1-26."""
CENTURY = 2000  # of a year of two digits: documents of today
NUMBER = re.compile(r"(?:số\s*:?\s*)?0*(?P<number>[1-9]\d{0,4})(?:[-/]\D.*)?", re.I)
"""Số 47; 47-KH/BTGDVTU: the mark is put together by the program."""
PLACE = re.compile(r"(?P<name>[^,\d]*[^,\d\s])\s*,\s*ngày\b.*", re.I)
SWITCHES = {"có": "true", "không": "false", "yes": "true", "no": "false", "1": "true", "0": "false"}
SYNONYMS = {"phải": "right", "trái": "left", "giữa": "center"}


def find_meant(path: NodePath, value: object) -> str:
    """Return how the line of the key at a path is written with the value that was meant; nothing where unknown."""
    read = MEANINGS.get(path)
    found = read(str(value).strip()) if read else ""
    return f"{path[-1]}: {found}" if found else ""


def find_switch(path: NodePath, value: object) -> str:
    """Return the line of a key that takes true or false, where the value is another word for one of them."""
    meant = SWITCHES.get(str(value).strip().lower(), "") if path and isinstance(path[-1], str) else ""
    return f"{path[-1]}: {meant}" if meant else ""


def _read_day(typed: str) -> str:
    found = DAY_IN_WORDS.fullmatch(typed)
    if found is None:
        return ""
    year = int(found["year"]) + (CENTURY if len(found["year"]) == len("26") else 0)
    try:
        return f"{date(year, int(found['month']), int(found['day'])):%d/%m/%Y}"
    except ValueError:
        return ""


def _read_number(typed: str) -> str:
    found = NUMBER.fullmatch(typed)
    return found["number"] if found else ""


def _read_place(typed: str) -> str:
    found = PLACE.fullmatch(typed)
    return found["name"].strip() if found else ""


MEANINGS: dict[NodePath, Callable[[str], str]] = {
    ("ngay",): _read_day,
    ("so",): _read_number,
    ("dia_danh",): _read_place,
}
