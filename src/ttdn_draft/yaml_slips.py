"""Finds what a person mistyped in a line of YAML: lines and a row go in, the slip with the right line comes out."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile

from .messages import N_
from .patterns import regex
from .records import dataclass
from .yaml_lines import ITEM, KEY_AND_VALUE, KEY_FORM, LINE_START, NO_BREAK, quote, quote_value, write_line

LINE_ABOVE = 3  # a slip makes YAML stumble on the next lines: so far above is looked for it
UNSEEN = regex("[\u00ad\u180e\u200b-\u200f\u2060-\u2064\ufeff]")
BULLETS_OF_WORD = "\uf02d\uf06f\uf076\uf0a7\uf0a8\uf0b7\uf0d8\uf0e8\uf0fc\uf0fe"
"""The bullets of Word in its fonts Symbol and Wingdings, as they are pasted."""
"""Other blanks than the plain one before a line, as they are pasted from Word."""
WIDE_COLON = regex(rf"{LINE_START}(?P<key>{KEY_FORM})\s*[：﹕︰]\s*(?P<value>.*)")
NO_BREAK_COLON = regex(rf"{LINE_START}(?P<key>{KEY_FORM})[{NO_BREAK}]*:[{NO_BREAK}]+\s*(?P<value>.*)")
TIGHT_COLON = regex(rf"{LINE_START}(?P<key>{KEY_FORM}):(?P<value>[^\s/:].*)")
OWN_KEY = regex(r"[a-z]+(?:_[a-z]+)*:")
OTHER_SIGN = regex(rf"{LINE_START}(?P<key>[a-z]+(?:_[a-z]+)*)\s*[;=]\s*(?P<value>.+)")
NO_COLON = regex(rf"{LINE_START}(?P<key>[a-z]+(?:[_-][a-z]+)*)\s+(?P<value>\S(?:[^:]|:(?=\S))*)")
KEY_ALONE = regex(r"(?P<start>\s*(?:-[ ]+)?)(?P<key>[a-z]+(?:_[a-z]+)*)\s*(?P<value>)")
QUOTED_ALONE = regex(rf"(?P<start>\s*)([\"'])(?P<key>{KEY_FORM})\2\s*:?(?P<value>)")
LIKE_DASH = "–—‐‑‒―−"  # those that look like the one of a list
TIGHT_DASH = regex(
    rf"(?P<start>\s*)(?P<dash>[-{LIKE_DASH}•·{BULLETS_OF_WORD}])(?P<space>[^\S\n]*)(?P<value>[^\s\d\-{LIKE_DASH}].*)"
)
TYPED_POINT = regex(r"(?:\d{1,2}|[a-zđ])[.)/]\s+")
SEMICOLON = regex(rf"\s*;\s*(?={KEY_FORM}:\s)")
OTHER_REMARK = regex(r"\s*(?P<mark>//+|/\*+|<!--|;+|--(?!-)|%+|\(\*)\s*(?P<words>.*?)\s*(?:\*/|-->|\*\))?\s*")
"""A remark as other languages write it."""
OTHER_DASH = regex(rf"\s*(?P<dash>[+*•{BULLETS_OF_WORD}])\s+(?P<value>\S.*)")
TIGHT_IN_BRACKETS = regex(rf"(?<=[{{,])\s*(?P<key>{KEY_FORM}):(?P<value>[^\s/:,}}][^,}}]*)")
MISSING_BLANK = N_("sau dấu hai chấm thiếu một dấu cách")
COLON_IN_VALUE = N_("giá trị có dấu hai chấm mà không đặt trong nháy kép")
OPEN_QUOTE = N_("thiếu dấu nháy đóng")
AFTER_QUOTE = N_("có chữ đứng ngoài dấu nháy")
SIGN_FIRST = N_("giá trị mở đầu bằng dấu có nghĩa riêng")
HASH_FIRST = N_("giá trị mở đầu bằng dấu # nên bị coi là ghi chú, không đọc")
OPEN_BRACKET = N_("thiếu dấu ngoặc đóng hoặc dấu phẩy")
BULLET = N_("dấu đầu dòng không viết trong giá trị")
DASH_FIRST = N_("dấu - đứng ngay sau tên khoá; danh sách thì xuống dòng rồi mới viết dấu -")
ITEM_ON_LINE = N_("mục đầu của danh sách phải xuống dòng riêng, dưới tên khoá")
GROUP_ON_LINE = N_("khoá con phải xuống dòng riêng, dưới tên khoá")
BESIDE_DASH = N_("dòng này thuộc mục có dấu - phía trên nên phải thẳng với chữ sau dấu ấy")
LOST_DASH = N_("thiếu dấu - ở đầu mục")
UNSEEN_IN_KEY = N_("trong tên khoá có ký tự không nhìn thấy; xoá tên khoá rồi gõ lại")
OWN_ENTRY = regex(r"\s*[^\W\d_a-z]")
ENTRY_HEAD = regex(
    r"\s*(?:Các|Căn cứ|Công an|Đảng u[ỷỷ]|Đảng ủy|Ban Thường vụ|Lãnh đạo|Sở|Thường trực|UBND|Ủy ban|Uỷ ban|Văn phòng)\b"
)
"""How a recipient or a base begins that is no end of the one above."""
REMARK_MARK = N_("ghi chú cho người soạn phải mở đầu bằng dấu #")
UNEVEN_LINE = N_("dòng thụt vào không thẳng với dòng phía trên")
NO_COLON_WORDS = N_("sau tên khoá thiếu dấu hai chấm")
CONTINUED = N_("dòng này nối tiếp giá trị ở dòng trên mà không thụt vào")
BETWEEN = N_("dòng thụt vào lưng chừng; thuộc nhóm trên thì viết theo cách đầu, không thì theo cách sau")
NO_PARENT = N_("phía trên thiếu dòng tên khoá của nhóm này")
LOST_KEY = N_("phía trên thiếu dòng tên khoá của lời này")
TEXT_SIGN = N_("lời nhiều dòng có dấu hai chấm mà sau tên khoá không có dấu | hoặc >-")
WORDS_BEHIND_SIGN = N_("sau dấu | hoặc > còn chữ: xuống dòng rồi mới viết")
COMMA_IN_VALUE = N_("giá trị có dấu phẩy mà không đặt trong nháy kép")
UNEVEN_FIRST = N_("mục đầu của danh sách không thẳng với các mục ở dưới")
UNEVEN_ITEM = N_("mục này không thẳng với mục phía trên nên bị nối vào mục ấy")
BAD_COLON = N_("dấu hai chấm là dấu toàn góc của chữ Trung Quốc")
BAD_BLANK = N_("quanh dấu hai chấm có dấu cách không ngắt, thường do chép từ Word")
BAD_DASH = N_("đầu mục phải là dấu - thường và một dấu cách")

SIGNS_FIRST = regex(
    r"[%@`,}\]]|&\s|\*\s|!\S*[^\s!-~]|\?\s"  # none of these begins a value
    r"|[|>](?![-+0-9]*\s*(?:\s#.*)?$)"  # the lines of a text follow, nothing stands beside the sign
    r"|\[[^\[\]]*\]\s*(?!\s#)[^\s#]|\{[^{}]*\}\s*(?!\s#)[^\s#]"  # words behind what is closed
)
BULLET_FIRST = regex(r"([-*])\s+(.+)")
INNER_KEY = regex(r"[a-z]+(?:_[a-z]+)+:\s+\S.*|[a-z][a-z_-]*:\s+\{.*\}")
ALIGNED = (
    GROUP_ON_LINE,
    LOST_DASH,
    BESIDE_DASH,
    ITEM_ON_LINE,
    UNEVEN_LINE,
    UNEVEN_ITEM,
    UNEVEN_FIRST,
    NO_PARENT,
    LOST_KEY,
    TEXT_SIGN,
    WORDS_BEHIND_SIGN,
    BETWEEN,
    CONTINUED,
)  # of these the right line has the blanks that it needs


@dataclass(frozen=True)
class Mistype:
    """What is wrong in a line (row from 0), and how the line is written."""

    row: int
    column: int
    problem: str
    right: str


def find_typo(line: str, row: int = 0) -> Mistype | None:
    """Return the slip in a line that is one wherever it stands: a wrong colon, a blank or dash left out."""
    for form, problem in (
        (WIDE_COLON, BAD_COLON),
        (NO_BREAK_COLON, BAD_BLANK),
        (TIGHT_COLON, MISSING_BLANK),
    ):
        if found := form.match(line):
            return Mistype(row, found.end("key") + 1, problem, write_line(found))
    if found := TIGHT_IN_BRACKETS.search(line):
        right = f"{line[: found.start('value')]} {line[found.start('value') :]}"
        return Mistype(row, found.end("key") + 1, MISSING_BLANK, right.strip())
    return find_dash(line, row)


def find_dash(line: str, row: int = 0) -> Mistype | None:
    """Return the slip in a line of a list whose dash is not a plain one with a blank behind it."""
    found = TIGHT_DASH.match(line)
    if found is None or (found["dash"] == "-" and found["space"]):
        return None
    return Mistype(row, found.start("dash") + 1, BAD_DASH, f"- {found['value'].strip()}")


def find_slip(lines: Sequence[str], row: int, opened: int | None, problem: str) -> Mistype | None:
    """Return what was mistyped near the row at which YAML stumbled with a problem.

    `opened` is the row where what YAML was reading began, such as a quotation.
    """
    rows = _rows_above(lines, row)
    for at in rows:
        if slip := find_typo(lines[at], at) or _find_sign(lines[at], at):
            return slip
    if rows[:1] == [row] and (slip := _find_sign_first(lines[row], row)):
        return slip
    if rows[:1] == [row] and (slip := _find_other_dash(lines[row], row)):
        return slip
    for at in rows:
        if found := OTHER_REMARK.fullmatch(lines[at]):
            return Mistype(at, found.start("mark") + 1, REMARK_MARK, f"# {found['words'].strip()}".strip())
    if group := _find_group(lines, [*rows, *([opened] if opened is not None else [])]):
        return group
    quoting = problem.startswith(("found unexpected end of stream", "found unexpected document"))
    if quoting and opened is not None and 0 <= opened < len(lines):
        return _closequote(lines[opened], opened)
    if problem.startswith(("expected ',' or", "invalid intendation")) and opened is not None:
        return _close_bracket(lines, opened, row)
    for at in reversed(rows):  # of a quotation that runs on, the first line is the wrong one
        if _is_open(lines[at]):
            return _closequote(lines[at], at)
    return _find_at(lines, row, rows, problem)


def _find_fallen_half(lines: Sequence[str], rows: list[int]) -> Mistype | None:
    """Return the rest of an entry that ends with a comma, where it stands under the dash and not under the words."""
    if len(rows) < LINE_ABOVE:
        return None
    above, entry = lines[rows[1]], lines[rows[2]]
    is_rest = _indent(above) == _indent(entry) and above.lstrip()[:1].islower() and not re.search(r":(?:\s|$)", above)
    if not (is_rest and ITEM.match(entry) and entry.rstrip().endswith(",")):
        return None
    return Mistype(rows[1], 1, CONTINUED, " " * (_indent(above) + len("- ")) + above.strip())


def _find_other_dash(line: str, row: int) -> Mistype | None:
    """Return a line of a list that begins with another sign than the dash."""
    found = OTHER_DASH.match(line)
    return Mistype(row, found.start("dash") + 1, BAD_DASH, f"- {found['value'].strip()}") if found else None


def _find_group(lines: Sequence[str], rows: Sequence[int]) -> Mistype | None:
    """Return a key without its colon above lines that are indented under it."""
    for at in rows:
        found = KEY_ALONE.fullmatch(lines[at]) if at + 1 < len(lines) else None
        if found and _indent(lines[at + 1]) > _indent(lines[at]):
            return Mistype(at, found.end("key") + 1, NO_COLON_WORDS, f"{found[0].strip()}:")
    return None


def _find_sign(line: str, row: int) -> Mistype | None:
    """Return a line with another sign in place of the colon, which may be one where YAML stumbled."""
    found = OTHER_SIGN.match(line)
    return (
        Mistype(row, found.start("key") + 1, NO_COLON_WORDS, write_line(found)) if found and ": " not in line else None
    )


def _find_sign_first(line: str, row: int) -> Mistype | None:
    """Return a line whose value begins with a sign that has a meaning of its own, and so must be quoted."""
    found = KEY_AND_VALUE.match(line) or ITEM.match(line)
    if found is None or not SIGNS_FIRST.match(found["value"]):
        return None
    if bare := BULLET_FIRST.fullmatch(found["value"]):
        return Mistype(row, found.start("value") + 1, BULLET, write_line(found, bare[2]))
    return Mistype(row, found.start("value") + 1, SIGN_FIRST, quote_value(line))


def find_hash(line: str, row: int) -> Mistype | None:
    """Return a line whose value begins with `#`, so that nothing of it is read; a blank behind it makes a remark."""
    found = KEY_AND_VALUE.match(line) or ITEM.match(line)
    if found is None or not re.match(r"#\w", found["value"]):
        return None
    return Mistype(row, found.start("value") + 1, HASH_FIRST, quote_value(line))


def find_key_slip(line: str, row: int) -> Mistype | None:
    """Return the slip in a line that should be a key and its value and is none."""
    if slip := find_typo(line, row) or _find_sign(line, row):
        return slip
    found = QUOTED_ALONE.fullmatch(line) or NO_COLON.fullmatch(line)
    return Mistype(row, found.start("key") + 1, NO_COLON_WORDS, write_line(found)) if found else None


def find_joined(lines: Sequence[str], first: int, is_item: bool, column: int | None) -> Mistype | None:
    """Return the line that was meant as a key or an item and that YAML has joined with the lines around it.

    `lines` are those of one value, the first as it begins there, `first` is the row of that; a dash at the start of a
    line of running text may be one between two words, so it tells of a slip in a list alone. `column`, from 0, is where
    the item begins that the value is, or to which it belongs.
    """
    for at, line in enumerate(lines):
        if at and column is not None and line.lstrip().startswith("- "):
            dash = max(column - len("- "), 0)
            return Mistype(first + at, _indent(line) + 1, UNEVEN_ITEM, " " * dash + line.strip())
        slip = find_typo(line, first + at)
        if slip and slip.problem is BAD_DASH and bool(at) != is_item:
            continue
        if slip and (slip.problem is not MISSING_BLANK or OWN_KEY.match(line.lstrip())):
            return slip
    return None


def find_lost_entry(lines: Sequence[str], first: int, column: int) -> Mistype | None:
    """Return the line of an item of a list that is an entry of its own, and was joined to it for want of a dash.

    `column`, from 0, is where the item begins.
    """
    for at, (above, line) in enumerate(pairwise(lines), 1):
        if OWN_ENTRY.match(line) and (above.rstrip().endswith((")", ";", ".")) or ENTRY_HEAD.match(line)):
            return Mistype(first + at, _indent(line) + 1, LOST_DASH, f"{' ' * (column - len('- '))}- {line.strip()}")
    return None


def indent_right(slip: Mistype, lines: Sequence[str]) -> str:
    """Return how the line of a slip is written, with the blanks before it, which make it part of its group."""
    line = lines[slip.row]
    return slip.right if slip.problem in ALIGNED else line[: len(line) - len(line.lstrip(" "))] + slip.right


def _rows_above(lines: Sequence[str], row: int) -> list[int]:
    """Return the row and the nearest ones above it that are not blank."""
    written = [at for at in range(min(row, len(lines) - 1), -1, -1) if lines[at].strip()]
    return written[: LINE_ABOVE + 1]


def _find_at(lines: Sequence[str], row: int, rows: list[int], problem: str) -> Mistype | None:
    if not rows or rows[0] != row:
        return None
    line = lines[row]
    if slip := _mend_value(line, row, problem) or _mend_dash(lines, row, problem):
        return slip
    if slip := _find_fallen_half(lines, rows):
        return slip
    for at in rows:
        if not re.search(r":(?:\s|$)", lines[at]) and (slip := find_key_slip(lines[at], at)):
            return slip
    above = lines[rows[1]] if len(rows) > 1 else ":"
    if slip := _find_other_dash(above, rows[min(1, len(rows) - 1)]):
        return slip
    if problem.startswith("could not find expected ':'") and not re.search(r":(?:\s|$)", above):
        is_beside = len(rows) > 2 and _indent(lines[rows[2]]) == _indent(above) and not ITEM.match(above)
        if is_beside and ITEM.match(lines[rows[2]]):
            return Mistype(rows[1], 1, BAD_DASH, f"- {TYPED_POINT.sub('', above.strip())}")
        return Mistype(rows[1], 1, CONTINUED, f"  {above.strip()}")
    return _align(lines, rows)


def _mend_value(line: str, row: int, problem: str) -> Mistype | None:
    """Return the slip in a value that must stand in quotation marks."""
    found = KEY_AND_VALUE.match(line) or ITEM.match(line)
    if found is None:
        return None
    value = found["value"].strip()
    if value[0] in "\"'" and problem.startswith("expected <block end>"):
        return Mistype(row, found.start("value") + 1, AFTER_QUOTE, write_line(found, quote(_strip_quotes(value))))
    if (
        problem.startswith("mapping values")
        and INNER_KEY.fullmatch(value)
        and found.re.pattern == KEY_AND_VALUE.pattern
    ):
        return Mistype(row, found.start("value") + 1, GROUP_ON_LINE, f"{' ' * (_indent(line) + 2)}{value}")
    if problem.startswith("mapping values") and value[0] not in "[{" and re.search(r":(?:\s|$)", value):
        return Mistype(row, found.start("value") + 1, COLON_IN_VALUE, write_line(found, quote(value)))
    return None


def _strip_quotes(value: str) -> str:
    """Return a value without the marks around the whole of it, where more of them stand inside or marks follow them."""
    bare = value.rstrip(" ,;.")
    value = bare if bare.endswith(value[0]) else value
    return value[1:-1] if len(value) > 1 and value[0] == value[-1] else value


def _mend_dash(lines: Sequence[str], row: int, problem: str) -> Mistype | None:
    """Return a dash right behind a key: too much before one value, and on the wrong line where a list follows."""
    found = KEY_AND_VALUE.match(lines[row])
    bare = BULLET_FIRST.fullmatch(found["value"].strip()) if found and problem.startswith("sequence entries") else None
    if found is None or bare is None:
        return None
    below = next((line for line in lines[row + 1 :] if line.strip()), "")
    if ITEM.match(below):
        return Mistype(row, found.start("value") + 1, ITEM_ON_LINE, " " * _indent(below) + bare[0])
    return Mistype(row, found.start("value") + 1, DASH_FIRST, write_line(found, bare[2]))


def _align(lines: Sequence[str], rows: list[int]) -> Mistype | None:
    """Return the line that does not stand under the one above it, with the blanks that it needs."""
    if len(rows) < 2:
        return None
    line, above = lines[rows[0]], lines[rows[1]]
    if lost := _find_lost_dash(lines, rows[0]):
        return lost
    if re.match(rf"\s*- {KEY_FORM}:", above) and re.match(rf"[ ]{{{_indent(above)}}}{KEY_FORM}:", line):
        return Mistype(rows[0], _indent(line) + 1, BESIDE_DASH, f"{' ' * (_indent(above) + 2)}{line.strip()}")
    if _indent(line) == _indent(above) or not re.match(rf"\s*(?:{KEY_FORM}:|-[ ])", line):
        return None
    if len(rows) > 2 and _indent(above) < _indent(line) == _indent(lines[rows[2]]):  # the one above has lost its blanks
        return Mistype(rows[1], _indent(above) + 1, UNEVEN_LINE, " " * _indent(line) + above.strip())
    below = next((other for other in lines[rows[0] + 1 :] if other.strip()), "")
    if ITEM.match(below) and re.fullmatch(rf"\s*{KEY_FORM}:", line.rstrip()) and _indent(below) <= _indent(line):
        return Mistype(rows[0], 1, UNEVEN_LINE, " " * _find_level(lines, rows[0]) + line.strip())
    is_under_dash = re.match(rf"\s*- {KEY_FORM}:", above) and not ITEM.match(line)
    right = " " * (_indent(above) + (len("- ") if is_under_dash else 0)) + line.strip()
    if _indent(below) < _indent(line) < _indent(above):
        return Mistype(rows[0], _indent(line) + 1, BETWEEN, f"{right} / {' ' * _indent(below)}{line.strip()}")
    return Mistype(rows[0], _indent(line) + 1, UNEVEN_LINE, right)


def _find_level(lines: Sequence[str], row: int) -> int:
    """Return the indentation of the nearest key above that stands further left than a line."""
    above = (lines[at] for at in range(row - 1, -1, -1) if lines[at].strip())
    return next((_indent(line) for line in above if _indent(line) < _indent(lines[row])), 0)


def _find_lost_dash(lines: Sequence[str], row: int) -> Mistype | None:
    """Return a line that stands where the dashes of the entries above it do, and begins an entry as they do."""
    indent, line = _indent(lines[row]), lines[row]
    over = next((at for at in range(row - 1, -1, -1) if lines[at].strip() and _indent(lines[at]) <= indent), row)
    key = re.match(rf"\s*(?P<key>{KEY_FORM}):", line)
    if key is None or _indent(lines[over]) != indent or not re.match(rf"\s*- {KEY_FORM}:", lines[over]):
        return None
    entries = (other for side in (lines[over::-1], lines[row + 1 :]) for other in _list_inside(side, indent))
    if not any(re.match(rf"[ ]{{{indent}}}- {key['key']}:", other) for other in entries):
        return None
    return Mistype(row, indent + 1, LOST_DASH, f"{' ' * indent}- {line.strip()}")


def _list_inside(lines: Sequence[str], indent: int) -> Iterator[str]:
    """Return the first lines that stand no further left than an indentation."""
    return takewhile(lambda line: not line.strip() or _indent(line) >= indent, lines)


def find_unseen(lines: Sequence[str], row: int, column: int) -> Mistype:
    """Return a line whose key, at a column, holds signs that cannot be seen."""
    return Mistype(row, column + 1, UNSEEN_IN_KEY, UNSEEN.sub("", lines[row]).strip())


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _is_open(line: str) -> bool:
    found = KEY_AND_VALUE.match(line) or ITEM.match(line)
    value = found["value"].strip() if found else ""
    return value[:1] == '"' and value.count('"') - value.count('\\"') == 1


def _closequote(line: str, row: int) -> Mistype:
    found = KEY_AND_VALUE.match(line) or ITEM.match(line)
    if found is None:
        return Mistype(row, 1, OPEN_QUOTE, line.strip() + '"')
    return Mistype(row, found.start("value") + 1, OPEN_QUOTE, write_line(found, quote(found["value"].strip(" \"'"))))


def _close_bracket(lines: Sequence[str], opened: int, row: int) -> Mistype | None:
    """Return the line whose bracket, opened on it, is not closed there."""
    line = lines[opened] if opened < len(lines) else ""
    found = KEY_AND_VALUE.match(line) or ITEM.match(line)
    if found and re.fullmatch(r"\[[^\[\]]* #[^\[\]]*\].*", found["value"]):  # words: what is behind # is not read
        return Mistype(opened, found.start("value") + 1, SIGN_FIRST, quote_value(line))
    if "{" in line and SEMICOLON.search(line):
        return Mistype(opened, line.index("{") + 1, OPEN_BRACKET, SEMICOLON.sub(", ", line.strip()))
    for start, end in ("[]", "{}"):
        if start in line and line.count(start) > line.count(end) and row > opened:
            return Mistype(opened, line.index(start) + 1, OPEN_BRACKET, line.strip() + end)
    return None
