"""Finds what a value was meant to be: a key and its value as typed go in, the line to write or nothing comes out."""

import re
from collections.abc import Callable, Container
from datetime import date

from ..model.numbers import LIKE_FIGURES
from ..patterns import regex
from ..yaml_nodes import NodePath
from .stray import strip_stray

BETWEEN_PARTS = r"(?:\s*[.,/\\|–-]+\s*|\s+)"
DAY_IN_WORDS = regex(
    rf"(?:[^\d]*,\s*)?(?:ngày\s+)?(?P<day>\d{{1,2}})(?:\s+tháng\s+|{BETWEEN_PARTS})(?P<month>\d{{1,2}})"
    rf"(?:\s+năm\s+|{BETWEEN_PARTS})(?P<year>\d{{4}}|\d{{2}})",
    re.I,
)
"""Tuyên Quang, ngày 15 tháng 01 năm 2026; 15.01.2026; 15-1-26."""
YEAR_FIRST = regex(rf"(\d{{4}}){BETWEEN_PARTS}(\d{{1,2}}){BETWEEN_PARTS}(\d{{1,2}})")
MONTH_AND_YEAR = regex(r"(?:tháng\s+)?(?P<month>\d{1,2})\s*(?:[/.-]|năm)\s*(?P<year>\d{4})", re.I)
LAST_MONTH = 12
CENTURY = 2000  # of a year of two digits: documents of today
COMPACT_DAY = regex(r"(\d{2})(\d{2})(20\d{2})")
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
NUMBER = regex(r"(?:số|no|n|№)?[\s.:°]*0*(?P<number>[1-9]\d{0,4})(?:[-/].*|\.0+|,?\s+ngày\b.*)?", re.I)
"""Số 47; 47-KH/BTGDVTU: the mark is put together by the program."""
PLACE = regex(r"(?P<name>[^,\d]*[^,\d\s])\s*,\s*ngày\b.*", re.I)
SYMBOL = regex(r"(?:số\s*)?(?:\d+[-/])?(?P<symbol>[A-ZĐ]{2,}[-/][^\W\d_][\w.-]*)", re.I)
SWITCHES = dict.fromkeys(("có", "yes", "1", "đúng", "rồi", "x"), "true") | dict.fromkeys(
    ("không", "no", "0", "sai", "chưa"), "false"
)
DRAFT = regex(r"(?:(?:bản\s+)?dự\s+thảo\s*)?(?:lần\s*)?(?:thứ\s*)?0*(?P<number>[1-9]\d?)", re.I)
ROW = regex(
    r"(?:hàng|dòng|row)?\s*(?:số\s*)?[A-Z]{0,2}(?P<first>\d{1,4})(?:\s*(?:[-–:]|đến)\s*[A-Z]{0,2}(?P<last>\d{1,4}))?",
    re.I,
)
AREA = regex(r"(?P<first>[A-Z]{1,2}\d{1,5})\s*(?:[-–;,.]+|đến|to)\s*(?P<last>[A-Z]{1,2}\d{1,5})", re.I)
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
    **dict.fromkeys(("ten_co_quan", "ten_don_vi", "name"), "ten"),
    **dict.fromkeys(("ho_va_ten", "ten_nguoi_ky", "full_name", "fullname"), "ho_ten"),
    **dict.fromkeys(("type", "kind", "document_type"), "loai"),
    **dict.fromkeys(("standard", "system"), "the_thuc"),
    **dict.fromkeys(("organization", "organisation", "agency", "issuer"), "co_quan"),
    **dict.fromkeys(("number", "no"), "so"),
    **dict.fromkeys(("symbol", "code"), "ky_hieu"),
    **dict.fromkeys(("place", "location"), "dia_danh"),
    **dict.fromkeys(("date", "day", "issue_date"), "ngay"),
    **dict.fromkeys(("title", "subject"), "trich_yeu"),
    **dict.fromkeys(("basis", "bases", "references", "can_cu_phap_ly"), "can_cu"),
    **dict.fromkeys(("recipients", "recipient", "to"), "noi_nhan"),
    **dict.fromkeys(("archive", "file"), "luu"),
    **dict.fromkeys(("signer", "signature", "signed_by"), "ky"),
    **dict.fromkeys(("position", "role", "office"), "chuc_vu"),
    **dict.fromkeys(("draft", "lan_du_thao"), "du_thao"),
    **dict.fromkeys(("appendix", "annex", "annexes"), "phu_luc"),
    **dict.fromkeys(("tasks", "cong_viec"), "nhiem_vu"),
    **dict.fromkeys(("table", "tables", "bang_bieu"), "bang"),
    **dict.fromkeys(("province",), "tinh"),
    **dict.fromkeys(("parent",), "cap_tren"),
}
"""What people call a key that has another name, where they write it without accents, or in English."""
SYNONYMS = {"phải": "right", "trái": "left", "giữa": "center"}


def find_meant(path: NodePath, value: object) -> str:
    """Return how the line of the key at a path is written with the value that was meant; nothing where unknown."""
    typed = str(value).strip().strip("“”„‟‘’«»\"' ")
    read = MEANINGS.get(path) or MEANINGS_BY_KEY.get(path[-1] if path else "")
    found = read(typed) or read(strip_stray(typed)) if read else ""
    return f"{path[-1]}: {found}" if found else ""


KINDS = {"hd": "huong-dan", "kh": "ke-hoach", "bc": "bao-cao", "plan": "ke-hoach", "report": "bao-cao"}
OF_STATE = ("hành chính", "chính quyền", "nhà nước", "ubnd", "nđ", "nd", "30/2020")
OF_PARTY = ("đảng", "tỉnh uỷ", "tỉnh ủy", "05-hd", "36-hd", "hd05", "hd36")


def find_choice(path: NodePath, value: object, known: Container[str]) -> str:
    """Return the line of a key that takes one of few words, where the value holds one beside something else."""
    typed = strip_stray(str(value)).lower()
    if path == ("the_thuc",) and typed not in known:
        systems = [
            name for name, words in (("dang", OF_PARTY), ("nha-nuoc", OF_STATE)) if any(w in typed for w in words)
        ]
        typed = systems[0] if len(systems) == 1 else typed
    elif path == ("loai",):
        typed = KINDS.get(typed, typed)
    return f"{path[-1]}: {typed}" if path and typed in known and typed != str(value) else ""


def find_switch(path: NodePath, value: object) -> str:
    """Return the line of a key that takes true or false, where the value is another word for one of them."""
    typed = str(value).strip().lower()
    words = SWITCHES | {"true": "true", "false": "false"}
    meant = (words.get(typed) or words.get(strip_stray(typed), "")) if path and isinstance(path[-1], str) else ""
    return f"{path[-1]}: {meant}" if meant else ""


def _read_day(typed: str) -> str:
    if year_first := YEAR_FIRST.fullmatch(typed):
        typed = "/".join(reversed(year_first.groups()))
    if compact := COMPACT_DAY.fullmatch(typed):
        typed = "/".join(compact.groups())
    for number, name in enumerate(MONTHS, 1):
        typed = re.sub(rf"(?<=[\s-]){name}[a-z]*(?=[\s-])", str(number), typed, flags=re.I)
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
    found = NUMBER.fullmatch(typed) or NUMBER.fullmatch(typed.translate(LIKE_FIGURES))
    return found["number"] if found else ""


def _read_symbol(typed: str) -> str:
    found = SYMBOL.fullmatch(typed)
    return found["symbol"] if found else ""


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
    ("ky_hieu",): _read_symbol,
}
MEANINGS_BY_KEY: dict[str | int, Callable[[str], str]] = {
    "hang_dau": _read_row,
    "vung": _read_area,
    **dict.fromkeys(("tu", "den", "ngay", "het_hieu_luc"), _read_iso),
}
