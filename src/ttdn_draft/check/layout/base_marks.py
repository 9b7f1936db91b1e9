"""Dòng căn cứ ở giữa kết thúc bằng dấu chấm hoặc dấu phẩy.

Kiểm tra gì: Dấu ở cuối mỗi dòng căn cứ của tệp Word mà dưới nó còn dòng căn cứ khác.
Vì sao: Các căn cứ là một danh sách; dấu chấm cắt danh sách ấy làm đôi.
Căn cứ: Nghị định số 30/2020/NĐ-CP, Phụ lục I, Phần II, mục 6, điểm a; Hướng dẫn số 05-HD/VPTW, tr. 12.
Ví dụ sai: {căn cứ: [lặp lại, "viết Căn cứ Luật Báo chí ngày 10 tháng 12 năm 2025."]}
Ví dụ đúng: {căn cứ: [lặp lại, "viết Căn cứ Luật Báo chí ngày 10 tháng 12 năm 2025;"]}
Từ phiên bản: 0.1.0
"""

from collections.abc import Iterator
from itertools import pairwise

from ...errors import Fix
from ...messages import N_
from ..look_rule import Seen, about_letters, look_rule
from ..sheet import LookSheet

OPENINGS = ("căn cứ", "xét đề nghị", "theo đề nghị", "thực hiện")
ENDS = (".", ",")


@look_rule(
    "warning",
    N_("Dòng căn cứ ở giữa kết thúc bằng «{words}» ({clause})."),
    N_("Viết «{right}»: giữa các căn cứ là dấu chấm phẩy «{mark}»."),
)
def base_marks(sheet: LookSheet) -> Iterator[Seen]:
    """Tell each legal basis but the last that ends with another mark than stands between them."""
    marks = sheet.profile.marks["can_cu"]
    lines = list(sheet.of("basis"))
    for line, following in pairwise(lines):
        is_next = following.bare.lstrip("- ").casefold().startswith(OPENINGS)
        if not (is_next and line.bare.endswith(ENDS)):
            continue
        word = line.bare.rsplit(" ", 1)[-1]
        right = word.rstrip("".join(ENDS)) + marks.between
        named = {"right": right, "mark": marks.between, "clause": marks.clause}
        yield about_letters(line, word, fix=Fix(word, right, is_safe=True), facts=named)
