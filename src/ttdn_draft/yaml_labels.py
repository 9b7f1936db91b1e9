"""Finds slips of people who know the printed page better than YAML: lines go in, the right one comes out."""

import re
from collections.abc import Sequence

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
NEAR = 2  # lines above the one at which YAML stumbles
NUMBER = regex(r"\W*0*(\d+)")


def find_mistype(lines: Sequence[str], row: int, opened: int | None, problem: str) -> Mistype | None:
    """Return what was mistyped in or above the row at which YAML stumbled with a problem, as `find_slip` does."""
    from .yaml_lists import find_uneven_first  # for a slip alone

    stumbled = row
    while row > 0 and (row >= len(lines) or not lines[row].strip()):
        row -= 1
    is_value = row < len(lines) and _is_value(lines[row])
    slip = _find_label(lines[row], row) if is_value else _find_flat_block(lines, row)
    slip = (
        find_uneven_first(lines, row)
        or slip
        or find_group_slip(lines, row)
        or find_slip(lines, stumbled, opened, problem)
    )
    return slip or find_slip(lines, row, opened, problem) or find_prose(lines, row)


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
