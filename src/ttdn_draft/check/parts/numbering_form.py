"""Ký hiệu mục gõ tay sai dạng: điểm viết a. hay a/, mục viết 1- hay I/, chữ cái f, j, w, z, thiếu dấu chấm sau số.

Kiểm tra gì: Số, chữ cái gõ tay đứng đầu các mục, khoản, điểm của tệp Word; số do Word đánh, danh sách (1), gạch, cộng không tính.
Vì sao: Điểm phải là chữ cái tiếng Việt có ngoặc đơn; viết khác thì viện dẫn không khớp.
Căn cứ: Nghị định số 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.6c-đ, V.6; Hướng dẫn số 05-HD/VPTW, tr. 13.
Ví dụ sai: {đoạn ngắn: viết a. Tuyên truyền về biển đảo.}
Ví dụ đúng: {đoạn ngắn: viết a) Tuyên truyền về biển đảo.}
Từ phiên bản: 0.1.0
"""

import re
from collections.abc import Iterator

from ...errors import Fix, Severity
from ...messages import N_, Message
from ...patterns import regex
from ..look_rule import Seen, about_letters, look_rule
from ..sheet import LookSheet, ShownLine

POINT = Message(N_("Điểm «{words}» viết sai dạng ({clause})."), N_("Viết «{right}»."))
NO_STOP = Message(N_("Số mục «{words}» thiếu dấu chấm."), N_("Viết «{right}»."))
LETTER = Message(
    N_("Điểm «{words}» dùng chữ cái ngoài bảng chữ cái tiếng Việt ({clause})."),
    N_("Đánh lại các điểm: a, b, c, d, đ, e, g."),
)
TYPED_LABEL = regex(r"\s*(?P<label>[IVXLC]+|\d+(?:\.\d+)*|[^\W\d_])(?P<mark>[.)/-]{0,2})(?=\s)")
FOREIGN = "fjwz"
COUNTED_LEVELS = ("I", "1", "1.1", "a")


@look_rule(
    "error",
    N_("Ký hiệu mục «{words}» viết sai dạng ({clause})."),
    N_("Viết «{right}»."),
)
def numbering_form(sheet: LookSheet) -> Iterator[Seen]:
    """Tell each typed number whose form is not that of its level; of those without a full stop only the first."""
    is_open = False
    for line in sheet.of("heading", "body"):
        level = sheet.profile.levels.get(line.level)
        found = TYPED_LABEL.match(line.words) if line.level in COUNTED_LEVELS and not line.label else None
        if level is None or found is None:
            continue
        label = found["label"].lower() if line.level == "a" else found["label"]
        right = label + level.form[-1]
        if line.level == "a" and label in FOREIGN:
            yield about_letters(line, found["label"], message=LETTER, clause=level.clause)
        elif found["label"] + found["mark"] != right and not (is_open and not found["mark"]):
            is_open = is_open or not found["mark"]
            yield _tell(line, found, right, level.clause, sheet)


def _tell(line: ShownLine, found: re.Match[str], right: str, clause: str, sheet: LookSheet) -> Seen:
    """Return what is said of a number; of those that the standard does not speak of it is a remark."""
    typed = found["label"] + found["mark"]
    is_remark = line.level == "1.1" or (sheet.is_party and line.level == "I" and found["mark"] == ".")
    level: Severity | None = "note" if is_remark else None
    message = NO_STOP if not found["mark"] else POINT if line.level == "a" else None
    fix = Fix(typed, right, is_safe=True)
    return about_letters(line, typed, message=message, level=level, fix=fix, right=right, clause=clause)
