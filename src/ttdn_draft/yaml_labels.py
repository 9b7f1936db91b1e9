"""Finds slips of people who know the printed page better than YAML: lines go in, the right one comes out."""

import re
from collections.abc import Sequence

from .messages import N_
from .patterns import regex
from .yaml_groups import find_group_slip, find_label, find_prose
from .yaml_lines import ITEM, KEY_AND_VALUE, quote
from .yaml_slips import COLON_IN_VALUE, UNEVEN_LINE, Mistype, find_slip

LABELS = {
    "so": r"số",
    "ngay": r"ngày",
    "kinh_gui": r"kính gửi",
    "luu": r"lưu",
    "trich_yeu": r"v/v|về việc|trích yếu",
    "dia_danh": r"địa danh",
    "ho_ten": r"họ (?:và )?tên",
    "chuc_vu": r"chức vụ",
}
"""What the printed page has before the value of a key, and the program prints by itself."""
BLOCK_SIGN = regex(r"[ ]*(?:- )?[a-z_]+:\s*[|>][-+]?\s*")
WITH_BACKSLASH = regex(r'"(?P<value>[^"\n]*\\[^"\n]*)"')
FULL_PATH = regex(r"(?:[A-Za-z]:|\\\\).*\\")
DATA_PATH = regex(r"\.(?:csv|xlsx)\s*$", re.I)
BACKSLASH = N_("dấu \\ trong nháy kép: dùng nháy đơn, hoặc viết \\\\")
BACKSLASH_IN_PATH = N_(
    "trong nháy kép có dấu \\; tệp số liệu để cạnh tệp này rồi chỉ ghi tên tệp, thư mục con cách nhau bằng /"
)
NEAR = 2  # lines above the one at which YAML stumbles
NUMBER = regex(r"\W*0*(\d+)")


def find_mistype(lines: Sequence[str], row: int, opened: int | None, problem: str) -> Mistype | None:
    """Return what was mistyped in or above the row at which YAML stumbled with a problem, as `find_slip` does."""
    from .yaml_lists import find_uneven_first  # for a slip alone
    from .yaml_lost import find_lost_line

    stumbled = row
    while row > 0 and (row >= len(lines) or not lines[row].strip()):
        row -= 1
    if "escape" in problem and row < len(lines) and (found := WITH_BACKSLASH.search(lines[row])):
        return _mend_backslash(lines[row], row, found)
    is_value = row < len(lines) and _is_value(lines[row])
    slip = _find_label(lines[row], row) if is_value else _find_flat_block(lines, row)
    slip = (
        find_uneven_first(lines, row)
        or find_lost_line(lines, row, problem)
        or slip
        or find_group_slip(lines, row)
        or find_slip(lines, stumbled, opened, problem)
    )
    return slip or find_slip(lines, row, opened, problem) or find_prose(lines, row)


def _mend_backslash(line: str, row: int, found: re.Match[str]) -> Mistype:
    """Return a line with a backslash in quotation marks, behind which YAML reads signs of its own.

    It stands in the path of a data file, which is named from where the input file is, or in words.
    """
    value, is_file = found["value"], DATA_PATH.search(found["value"])
    path = FULL_PATH.sub("", value).replace("\\", "/")
    words = f'"{path}"' if is_file else f"'{value}'"
    right = f"{line[: found.start()]}{words}{line[found.end() :]}"
    return Mistype(row, found.start() + 1, BACKSLASH_IN_PATH if is_file else BACKSLASH, right.strip())


def _is_value(line: str) -> bool:
    return bool(KEY_AND_VALUE.match(line)) and not ITEM.match(line)


def _find_label(line: str, row: int) -> Mistype | None:
    """Return a line whose value begins with a label and its colon, as on the printed page: so: Số: 12."""
    found = KEY_AND_VALUE.match(line)
    label = LABELS.get(found["key"]) if found else None
    typed = re.match(rf"(?:[-–•]\s+)?(?:{label})\s*:\s*", found["value"], re.I) if found and label else None
    if found and typed is None:
        return find_label(found, row)
    if found is None or typed is None:
        return None
    rest = found["value"][typed.end() :].strip()
    if found["key"] == "so":
        number = NUMBER.match(rest)
        rest = number[1] if number else ""
    value = quote(rest) if re.search(r":\s", rest) else rest
    return Mistype(row, found.start("value") + 1, COLON_IN_VALUE, f"{found['key']}: {value}".rstrip())


def _find_flat_block(lines: Sequence[str], row: int) -> Mistype | None:
    """Return the first line of a text behind | that does not stand further right than its key."""
    for at in range(min(row, len(lines)) - 1, -1, -1):
        if BLOCK_SIGN.fullmatch(lines[at]):
            below = next((number for number in range(at + 1, len(lines)) if lines[number].strip()), len(lines))
            level = len(lines[at]) - len(lines[at].lstrip(" -"))
            if below >= len(lines) or len(lines[below]) - len(lines[below].lstrip()) > level:
                return None
            return Mistype(below, 1, UNEVEN_LINE, " " * (level + 2) + lines[below].strip())
        if lines[at].strip() and row - at > NEAR:
            return None
    return None
