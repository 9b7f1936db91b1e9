"""Quốc hiệu, Tiêu ngữ thiếu hoặc không đúng từng chữ: sai chữ hoa, gạch dài thay gạch nối, thiếu dấu cách quanh gạch.

Kiểm tra gì: Hai dòng Quốc hiệu, Tiêu ngữ của tệp Word; viết HÒA hay HOÀ đều được. Giấy tờ không có đầu văn bản thì không xét.
Vì sao: Dòng cố định, in sai là phải đính chính.
Căn cứ: Nghị định số 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.1a, 1b.
Ví dụ sai: {tiêu ngữ: viết Độc lập – Tự do – Hạnh phúc}
Ví dụ đúng: {tiêu ngữ: viết Độc lập - Tự do - Hạnh phúc}
Từ phiên bản: 0.1.0
"""

from collections.abc import Iterator

from ...errors import Fix
from ...knowledge.names import fold_name
from ...messages import N_, Message
from ..look_rule import Seen, about_letters, about_line, look_rule
from ..part_looks import name_look
from ..sheet import LookSheet

MISSING = Message(N_("Không có Quốc hiệu, Tiêu ngữ ({clause})."), N_("Ghi hai dòng này ở góc phải, đầu trang 1."))
FIXED = ("quoc_hieu", "tieu_ngu")
HEAD_OF_DOCUMENT = ("issuer", "number", "place-date")  # where none of them stands there is no head at all


@look_rule(
    "error",
    N_("«{words}» không đúng từng chữ ({clause})."),
    N_("Viết: {right}."),
    standards=("nha-nuoc",),
)
def state_title(sheet: LookSheet) -> Iterator[Seen]:
    """Tell the title of the State where it is missing, or a line of it that is not word for word."""
    words, there = sheet.profile.words, False
    for line in sheet.of("motto", "issuer", "unplaced"):
        name = name_look(line, sheet)
        if name not in FIXED:
            continue
        there, right = True, words[name].value
        shown = "".join(run.shown for run in line.runs).strip()
        is_same = fold_name(shown) == fold_name(right) and shown.upper().isupper() and _case(shown) == _case(right)
        if not is_same and not line.is_shared:
            fix = Fix(line.bare, right, is_safe=True)
            yield about_letters(line, line.bare, fix=fix, right=right, clause=words[name].clause)
    first = next(sheet.of(*HEAD_OF_DOCUMENT), None)
    if not there and first is not None:
        yield about_line(first, message=MISSING, clause=words["quoc_hieu"].clause)


def _case(text: str) -> list[bool]:
    """Return which letters are capitals."""
    return [letter.isupper() for letter in text if letter.isalpha()]
