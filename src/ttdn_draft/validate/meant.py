"""Finds what a value was meant to be: a key and its value as typed go in, the line to write or nothing comes out."""

import re
from collections.abc import Callable
from datetime import date

from ..model.numbers import LIKE_FIGURES
from ..patterns import regex
from ..yaml_nodes import NodePath

BETWEEN_PARTS = r"\s*[./-]\s*"
DAY_IN_WORDS = regex(
    rf"(?:[^\d]*,\s*)?(?:ngày\s+)?(?P<day>\d{{1,2}})(?:\s+tháng\s+|{BETWEEN_PARTS})(?P<month>\d{{1,2}})"
    rf"(?:\s+năm\s+|,\s*|{BETWEEN_PARTS})(?P<year>\d{{4}}|\d{{2}})",
    re.I,
)
"""Tuyên Quang, ngày 15 tháng 01 năm 2026; 15.01.2026; 15-1-26."""
MONTH_AND_YEAR = regex(r"(?:tháng\s+)?(?P<month>\d{1,2})\s*(?:[/.-]|năm)\s*(?P<year>\d{4})", re.I)
LAST_MONTH = 12
CENTURY = 2000  # of a year of two digits: documents of today
NUMBER = regex(r"(?:số\s*:?\s*)?0*(?P<number>[1-9]\d{0,4})(?:[-/]\D.*|,?\s+ngày\b.*)?", re.I)
"""Số 47; 47-KH/BTGDVTU: the mark is put together by the program."""
PLACE = regex(r"(?P<name>[^,\d]*[^,\d\s])\s*,\s*ngày\b.*", re.I)
SWITCHES = dict.fromkeys(("có", "yes", "1", "đúng", "rồi", "x"), "true") | dict.fromkeys(
    ("không", "no", "0", "sai", "chưa"), "false"
)
DRAFT = regex(r"(?:(?:bản\s+)?dự\s+thảo\s*)?(?:lần\s*)?(?:thứ\s*)?0*(?P<number>[1-9]\d?)", re.I)
ROW = regex(
    r"(?:hàng|dòng|row)?\s*(?:số\s*)?[A-Z]{0,2}(?P<first>\d{1,4})(?:\s*(?:[-–:]|đến)\s*[A-Z]{0,2}(?P<last>\d{1,4}))?",
    re.I,
)
AREA = regex(r"(?P<first>[A-Z]{1,2}\d{1,5})\s*(?:[-–;,.]+|đến|to)\s*(?P<last>[A-Z]{1,2}\d{1,5})", re.I)
REMARK = regex(r"\s*(?:\([^()]*\)|//.*)$")  # behind a value, as people write it to each other
NO_YEAR = regex(rf"(?:ngày\s+)?(?P<day>\d{{1,2}})(?:\s+tháng\s+|{BETWEEN_PARTS})(?P<month>\d{{1,2}})", re.I)
KEY_SYNONYMS = {
    **dict.fromkeys(("chuc_danh", "chuc_vu_ky"), "chuc_vu"),
    **dict.fromkeys(("so_hieu", "so_ky_hieu", "so_van_ban"), "so"),
    **dict.fromkeys(("ngay_ban_hanh", "ngay_thang", "ngay_ky"), "ngay"),
    **dict.fromkeys(("tieu_de", "ve_viec", "noi_dung_trich_yeu"), "trich_yeu"),
    **dict.fromkeys(("nguoi_ky", "ky_ten", "chu_ky"), "ky"),
    **dict.fromkeys(("noi_gui", "nhan", "noi_nhan_van_ban"), "noi_nhan"),
    **dict.fromkeys(("co_quan_ban_hanh", "don_vi"), "co_quan"),
    **dict.fromkeys(("loai_van_ban", "ten_loai", "kieu"), "loai"),
    **dict.fromkeys(("luu_tru", "noi_luu"), "luu"),
    **dict.fromkeys(("noi_ban_hanh", "dia_diem", "dia_phuong"), "dia_danh"),
    **dict.fromkeys(("co_quan_cap_tren", "cap_tren_truc_tiep"), "cap_tren"),
    **dict.fromkeys(("ten_co_quan", "ten_don_vi"), "ten"),
}
"""What people call a key that has another name, where they write it without accents."""
SYNONYMS = {"phải": "right", "trái": "left", "giữa": "center"}


def find_meant(path: NodePath, value: object) -> str:
    """Return how the line of the key at a path is written with the value that was meant; nothing where unknown."""
    typed = REMARK.sub("", str(value).strip())
    read = MEANINGS.get(path) or MEANINGS_BY_KEY.get(path[-1] if path else "")
    found = read(typed) if read else ""
    return f"{path[-1]}: {found}" if found else ""


def find_switch(path: NodePath, value: object) -> str:
    """Return the line of a key that takes true or false, where the value is another word for one of them."""
    meant = SWITCHES.get(str(value).strip().lower(), "") if path and isinstance(path[-1], str) else ""
    return f"{path[-1]}: {meant}" if meant else ""


def _read_day(typed: str) -> str:
    found = DAY_IN_WORDS.fullmatch(typed) or DAY_IN_WORDS.fullmatch(typed.translate(LIKE_FIGURES))
    if found is None:
        bare = NO_YEAR.fullmatch(typed)
        return f"{int(bare['day']):02d}/{int(bare['month']):02d}/20…" if bare else ""
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


def _read_draft(typed: str) -> str:
    found = DRAFT.fullmatch(typed)
    return found["number"] if found else "1" if SWITCHES.get(typed.lower(), typed.lower()) == "true" else ""


def _read_row(typed: str) -> str:
    found = ROW.fullmatch(typed)
    return "-".join(filter(None, found.groups())) if found else ""


def _read_area(typed: str) -> str:
    found = AREA.fullmatch(typed)
    return f"{found['first']}:{found['last']}".upper() if found else ""


def _read_iso(typed: str) -> str:
    """Return a day of a table of facts, of which a month or a year is enough."""
    if found := MONTH_AND_YEAR.fullmatch(typed):
        return f"{found['year']}-{int(found['month']):02d}" if 1 <= int(found["month"]) <= LAST_MONTH else ""
    day = _read_day(typed)
    return "-".join(reversed(day.split("/"))) if "…" not in day else ""


MEANINGS: dict[NodePath, Callable[[str], str]] = {
    ("ngay",): _read_day,
    ("so",): _read_number,
    ("dia_danh",): _read_place,
    ("du_thao",): _read_draft,
}
MEANINGS_BY_KEY: dict[str | int, Callable[[str], str]] = {
    "hang_dau": _read_row,
    "vung": _read_area,
    **dict.fromkeys(("tu", "den", "ngay", "het_hieu_luc"), _read_iso),
}
