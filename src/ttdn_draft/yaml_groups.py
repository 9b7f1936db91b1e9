"""Finds slips by which a key, a group or a note leaves its place: lines go in, the slip with the right line comes out.

The lines of a slip that are several are shown with a slash between them.
"""

import re
from collections.abc import Sequence
from unicodedata import combining, normalize

from .messages import N_
from .patterns import regex
from .yaml_lines import BARE_KEYS, ITEM, KEY_AND_VALUE, KEY_FORM, quote, write_line
from .yaml_slips import (
    GROUP_ON_LINE,
    NO_COLON_WORDS,
    NO_PARENT,
    OPEN_BRACKET,
    OPEN_QUOTE,
    REMARK_MARK,
    UNEVEN_LINE,
    Mistype,
    find_typo,
)

GROUPS = {
    "ky": ("quyen_han", "chuc_vu", "ho_ten", "kiem", "chuc_vu_khac"),
    "co_quan": ("cap_tren", "ten", "ky_hieu", "ten_day_du"),
}
"""The groups that each document has, with the keys in them."""
OF_ENTRIES = ("chu_tri", "phoi_hop", "thoi_han", "san_pham", "don_vi", "ky_nay", "cung_ky", "ngang", "muc_dich")
"""Keys that stand in entries of lists alone."""
KEYS_OF_HEAD = (
    *("loai", "the_thuc", "chuan", "tinh", "xa", "so", "dia_danh", "ngay", "trich_yeu", "cua", "kinh_gui", "can_cu"),
    *("noi_nhan", "luu", "du_thao", "do_khan", "luu_hanh", "lien_he", "co_chu", "danh_so", "phu_luc", "nhiem_vu"),
    *("so_lieu", "bang", "noi_dung", "tieu_de", "ngang", "chu_tri", "phoi_hop", "thoi_han", "san_pham", "nhom"),
    *("chi_tieu", "don_vi", "ky_nay", "cung_ky", "muc_dich", "hoi", "gia_tri", "nguon", "muc", "so_ban", "nguoi_soan"),
    *(
        "ky_so_lieu",
        "le_trang",
        "gian_dong",
        "hai_mat",
        "khong_pho_bien",
        "cot",
        "hang",
        "kiem_tra",
        *GROUPS,
        *GROUPS["ky"],
        *GROUPS["co_quan"],
    ),
)
NEAR = 4  # lines above that at which YAML stumbles
SEVERAL_KEYS = N_("một dòng có nhiều khoá; mỗi khoá viết một dòng")
BESIDE_GROUP = N_("sau tên khoá của một nhóm không viết gì; các khoá con ở các dòng dưới")
MARK_BEFORE_KEY = N_("trước và quanh tên khoá không viết dấu nào")
NO_KEY = N_(
    "dòng này không có tên khoá; ghi chú thì để dấu # ở đầu dòng, lời văn thì chuyển xuống dưới dòng --- thứ hai"
)
SIGN_ALONE = N_("giá trị chỉ là một dấu, chưa viết gì; chưa biết thì để trống")
LABEL_BEFORE = N_("tên khoá viết lại ở đầu giá trị")
INNER = regex(rf"(?:^|[,;.]\s*|\s+)(?P<key>{'|'.join(sorted(KEYS_OF_HEAD, key=len, reverse=True))})\s*:\s+")
MARKED_KEY = regex(
    rf"(?P<start>\s*)(?P<mark>[*_`+•✓✔>~]+[ ]*|\d{{1,2}}[.)]\s+|-\s+)(?P<key>{KEY_FORM})[*_`]*\s*:[*_`]*(?P<rest>.*)"
)
HEADER = regex(rf"(?P<start>\s*(?:- )?)(?P<key>{KEY_FORM})\s*(?:[：﹕︰;=]|:\s*[,;.=]+|[-=]?>|-|)\s*")
OTHER_COLON = regex(
    rf"(?P<start>\s*(?:- )?)[|]?\s*(?P<key>{KEY_FORM})\s*(?:[,.|]|[-=]?>|→|~)(?!:)\s*(?P<value>(?![\w]*:\s).*)"
)
IN_QUOTES = regex(rf"(?P<start>\s*(?:- )?)[\"“'](?P<key>{KEY_FORM})\s*:\s*(?P<value>[^\"”']*)[\"”']\s*")
BARE_BRACKETS = regex(rf"(?P<start>\s*(?:- )?)(?P<key>{KEY_FORM})\s*[=;-]?\s*(?P<value>[\[{{].*)")
OPEN_NAME = regex(r"\[(?!điền|dan|cần)[^\[\],]*|\{[^{}:]*")
BETWEEN_BRACKETS = regex(r"([\]}])\s*;\s*([\[{])")
BLOCK_HEAD = regex(r"[ ]*(?:- )?[a-z_]+:\s*[|>][-+]?\s*")
NO_SEMICOLON = N_("giữa các ngoặc là dấu phẩy, không phải dấu chấm phẩy")
PROSE = regex(r"\s*(?!- )(?P<words>[^\s:#](?:[^:]|:(?=\S))*)")


def find_group_slip(lines: Sequence[str], row: int) -> Mistype | None:
    """Return what was mistyped in a key or in the head of a group, where YAML stumbled at a row."""
    return (
        _find_nothing(lines[row], row)
        or _find_other_colon(lines, row)
        or find_open_quote(lines, row)
        or _find_marked(lines, row)
        or _find_header(lines, row)
        or _find_several(lines[row], row)
        or _find_doubled_dash(lines, row)
        or _find_lost_indent(lines, row)
        or _find_beside(lines, row)
        or _find_open_bracket(lines, row)
        or _find_brackets(lines[row], row)
        or _find_fallen(lines, row)
        or _find_orphan(lines, row)
    )


def _find_nothing(line: str, row: int) -> Mistype | None:
    """Return a line in which nothing but a sign stands behind the key."""
    found = KEY_AND_VALUE.match(line)
    if found is None or not re.fullmatch(r"[-?*&!%@`]+", found["value"].strip()):
        return None
    return Mistype(row, found.start("value") + 1, SIGN_ALONE, f"{found['start'].lstrip()}{found['key']}:")


def _find_other_colon(lines: Sequence[str], row: int) -> Mistype | None:
    """Return a line whose key has another sign behind it than the colon, or stands in quotation marks with its value.

    A line in round brackets is a remark.
    """
    for at in range(row, max(row - NEAR, -1), -1):
        if found := re.fullmatch(r"\s*\((?P<words>[^()]+)\)\s*", lines[at]):
            return Mistype(at, 1, REMARK_MARK, f"# {found['words'].strip()}")
        if at < row - 1:
            continue
        found = OTHER_COLON.fullmatch(lines[at]) or IN_QUOTES.fullmatch(lines[at])
        if found and found["key"] in KEYS_OF_HEAD:
            value = found["value"].strip(" |")
            right = f"{found['start'].lstrip()}{found['key']}: {value}".rstrip()
            return Mistype(at, found.end("key") + 1, NO_COLON_WORDS, right)
    return None


def find_open_quote(lines: Sequence[str], row: int) -> Mistype | None:
    """Return the first line above a row whose value has a quotation mark before it and none behind."""
    for at in range(row + 1):
        found = KEY_AND_VALUE.match(lines[at]) or ITEM.match(lines[at])
        value = found["value"].strip() if found else ""
        if found and value[:1] == '"' and value.count('"') == 1:
            bare = value.strip("\"'”“ ")
            key = f"{found['key']}: " if found["key"] else ""
            words = quote(bare) if re.search(r": | #|^[\[{]", bare) or not key else bare
            return Mistype(at, found.start("value") + 1, OPEN_QUOTE, f"{found['start'].lstrip()}{key}{words}")
    return None


def find_prose(lines: Sequence[str], row: int) -> Mistype | None:
    """Return a line in or above a row that is no key at all but words, as they are pasted into the head."""
    for at in range(row, max(row - 2, -1), -1):
        found = PROSE.fullmatch(lines[at]) if not re.search(r"^\s+\S|:(?:\s|$)", lines[at]) else None
        if found:
            return Mistype(at, 1, NO_KEY, f"# {found['words'].strip(' -/')}")
    return None


def find_label(found: re.Match[str], row: int) -> Mistype | None:
    """Return a line whose value begins with the name of its key in words: cap_tren: Cấp trên: UBND TỈNH."""
    label, colon, rest = found["value"].partition(":")
    if not colon or _plain(label) not in (found["key"], found["key"].replace("_", "")):
        return None
    words = rest.strip()
    return Mistype(row, found.start("value") + 1, LABEL_BEFORE, f"{found['key']}: {words}".rstrip())


def _plain(words: str) -> str:
    letters = normalize("NFD", words.strip().lower().replace("đ", "d").replace(" ", "_"))
    return "".join(letter for letter in letters if not combining(letter))


def _find_marked(lines: Sequence[str], row: int) -> Mistype | None:
    """Return a line with a sign before its key, or around it, that stands among keys and not in a list."""
    for at in range(row, max(row - 2, -1), -1):
        found = MARKED_KEY.fullmatch(lines[at])
        if found is None or _plain(found["key"]) not in KEYS_OF_HEAD:
            continue
        is_dash = found["mark"].strip() == "-"
        is_first = is_dash and at and re.fullmatch(r"co_quan:\s*", lines[at - 1])
        if not is_first and (
            _in_list(lines, at) or (is_dash and not _among_keys(lines, at, bool(found["rest"].strip())))
        ):
            continue
        rest = found["rest"].strip()
        rest = rest.rstrip("*_`~ ") if found["mark"][0] in "*_`~" else rest
        right = f"{found['start']}{found['key']}: {rest}".rstrip()
        return Mistype(at, len(found["start"]) + 1, MARK_BEFORE_KEY, right.lstrip())
    return None


def _in_list(lines: Sequence[str], row: int) -> bool:
    """Tell whether a line stands where entries of a list do, or under the key of one of entries."""
    indent = _indent(lines[row])
    for line in reversed(lines[:row]):
        if line.strip() and _indent(line) <= indent:
            is_entry = line.lstrip().startswith("- ") and _indent(line) == indent
            return is_entry or bool(re.match(r"\s*(?:nhiem_vu|so_lieu|phu_luc|noi_dung|cot|hang|gom):\s*$", line))
    return False


def _among_keys(lines: Sequence[str], row: int, has_value: bool) -> bool:
    """Tell whether a key stands right above a line and as far to the right, or both stand at the left edge."""
    indent = _indent(lines[row])
    above = next((line for line in reversed(lines[:row]) if line.strip() and (indent or not _indent(line))), "")
    below = next((line for line in lines[row + 1 :] if line.strip()), "")
    is_beside = not above or _indent(above) == indent
    is_list = has_value and below.lstrip().startswith("- ")
    return is_beside and bool(re.match(rf"\s*{KEY_FORM}:", above or below)) and not is_list


def _find_header(lines: Sequence[str], row: int) -> Mistype | None:
    """Return the line above a list or a group, with which it begins, where its colon is none."""
    indent = _indent(lines[row])
    for at in range(row - 1, -1, -1):
        line = lines[at]
        if not line.strip() or _indent(line) > indent or line.lstrip().startswith("- "):
            continue
        found = HEADER.fullmatch(line)
        below = next((other for other in lines[at + 1 :] if other.strip()), "")
        is_head = found and found["key"] in KEYS_OF_HEAD and not line.rstrip().endswith(f"{found['key']}:")
        if found and is_head and (_indent(below) > _indent(line) or ITEM.match(below)):
            problem = slip.problem if (slip := find_typo(line, at)) else NO_COLON_WORDS
            return Mistype(at, found.end("key") + 1, problem, f"{found['start'].lstrip()}{found['key']}:")
        if _indent(line) < indent or not line.lstrip().startswith("- "):
            return None
    return None


def _find_several(line: str, row: int) -> Mistype | None:
    """Return a line on which a second key stands behind the value of the first."""
    found = KEY_AND_VALUE.match(line)
    if found is None or found["value"][:1] in "\"'[{|>":
        return None
    inner = [*INNER.finditer(found["value"])]
    if not inner:
        return None
    first = found["value"][: inner[0].start()].strip(" ,;")
    starts = [*(part.start() for part in inner), len(found["value"])]
    parts = [
        f"{p['key']}: {found['value'][p.end() : end].strip(' ,;')}" for p, end in zip(inner, starts[1:], strict=True)
    ]
    is_again = not first and inner[0]["key"] == found["key"]
    step = "  " if not first and not is_again else ""
    start = found["start"].lstrip()
    head = [] if is_again else [f"{start}{found['key']}: {first}".rstrip()]
    deep = " " * len(found["start"]) + step
    problem = LABEL_BEFORE if is_again else SEVERAL_KEYS if first else GROUP_ON_LINE
    right = " / ".join([*head, *(f"{deep if head else ''}{part}" for part in parts)])
    return Mistype(row, found.start("value") + 1, problem, right)


def _find_beside(lines: Sequence[str], row: int) -> Mistype | None:
    """Return the line above lines of a group with words behind its key: ky: có."""
    if not re.match(rf"\s+{KEY_FORM}:", lines[row]):
        return None
    above = next((at for at in range(row - 1, -1, -1) if lines[at].strip()), -1)
    found = KEY_AND_VALUE.match(lines[above]) if above >= 0 else None
    if found is None or _indent(lines[above]) >= _indent(lines[row]) or found["key"] not in GROUPS:
        return None
    return Mistype(above, found.start("value") + 1, BESIDE_GROUP, f"{found['key']}:")


def _find_doubled_dash(lines: Sequence[str], row: int) -> Mistype | None:
    """Return the first key of an entry before which two dashes stand."""
    for at in range(row, max(row - 2, -1), -1):
        if found := re.match(rf"(?P<start>\s*- )(?:- )+(?={KEY_FORM}:)", lines[at]):
            return Mistype(at, 1, UNEVEN_LINE, f"{found['start']}{lines[at][found.end() :].strip()}")
    return None


def _find_lost_indent(lines: Sequence[str], row: int) -> Mistype | None:
    """Return a key of a group or of an entry of a list that stands at the left edge, under lines of its kind."""
    for at in range(row, max(row - 2, 0), -1):
        found = re.match(rf"({KEY_FORM}):(?:\s|$)", lines[at])
        above = next((line for line in reversed(lines[:at]) if line.strip()), "")
        parent = re.match(r"(ky|co_quan):\s*$", above)
        if found and parent and found[1] in GROUPS[parent[1]]:
            return Mistype(at, 1, UNEVEN_LINE, f"  {lines[at].strip()}")
        if found and found[1] in OF_ENTRIES and above.startswith(" "):
            start = re.match(r"\s*(?:- )?", above)
            return Mistype(at, 1, UNEVEN_LINE, " " * (start.end() if start else 0) + lines[at].strip())
    return None


def _find_open_bracket(lines: Sequence[str], row: int) -> Mistype | None:
    """Return a name before which a bracket stands that nothing closes."""
    for at in range(row, max(row - 2, -1), -1):
        found = KEY_AND_VALUE.match(lines[at])
        if found and found["key"] in (*BARE_KEYS, "trich_yeu", "gian_dong") and OPEN_NAME.fullmatch(found["value"]):
            words = write_line(found, found["value"][1:].strip())
            return Mistype(at, found.start("value") + 1, OPEN_BRACKET, words)
    return None


def _find_brackets(line: str, row: int) -> Mistype | None:
    """Return a line whose key has no colon before what stands in brackets, or has semicolons between them."""
    found = BARE_BRACKETS.fullmatch(line)
    if found and found["key"] in KEYS_OF_HEAD:
        right = f"{found['start'].lstrip()}{found['key']}: {found['value']}"
        return Mistype(row, found.end("key") + 1, NO_COLON_WORDS, right)
    if BETWEEN_BRACKETS.search(line):
        at = BETWEEN_BRACKETS.search(line)
        right = BETWEEN_BRACKETS.sub(r"\1, \2", line).strip()
        return Mistype(row, at.start() + 2 if at else 1, NO_SEMICOLON, right)
    return None


def _find_fallen(lines: Sequence[str], row: int) -> Mistype | None:
    """Return the first line of a text behind | that stands at the left of the others, and is no key."""
    head = next((at for at in range(row, -1, -1) if BLOCK_HEAD.fullmatch(lines[at])), None)
    if head is None:
        return None
    level = len(lines[head]) - len(lines[head].lstrip(" -"))
    inner = 0
    for at in range(head + 1, row + 1):
        if not lines[at].strip():
            continue
        if _indent(lines[at]) > level:
            inner = inner or _indent(lines[at])
            continue
        is_key = re.match(rf"\s*(?:- )?{KEY_FORM}:(?:\s|$)", lines[at])
        right = " " * (inner or level + len("  ")) + lines[at].strip()
        return None if is_key else Mistype(at, 1, UNEVEN_LINE, right)
    return None


def _find_orphan(lines: Sequence[str], row: int) -> Mistype | None:
    """Return the first of lines of a group whose own line is lost, or is made a remark."""
    if not (found := re.match(rf"[ ]+({KEY_FORM}):", lines[row])):
        return None
    parent = next((name for name, keys in GROUPS.items() if found[1] in keys), "")
    heads = rf"{parent}\s*[:：]"
    if not parent or any(re.match(heads, line) for line in lines):
        return None
    return Mistype(row, 1, NO_PARENT, f"{parent}: /   {lines[row].strip()}")


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())
