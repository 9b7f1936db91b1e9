"""Cỡ chữ của một thành phần ngoài khoảng mà thể thức quy định.

Kiểm tra gì: Cỡ chữ của từng thành phần đầu văn bản, tên loại, trích yếu, nơi nhận, chữ ký, phụ lục, kể cả cỡ từ kiểu đoạn.
Vì sao: Mỗi thành phần có cỡ riêng; chép mẫu của hệ kia thì sai hàng loạt.
Căn cứ: Nghị định số 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II, V; Hướng dẫn số 05-HD/VPTW, Phụ lục 2.
Ví dụ sai: {tên loại: cỡ 12}
Ví dụ đúng: {tên loại: cỡ 14}
Từ phiên bản: 0.1.0
"""

from collections.abc import Iterator

from ...errors import FormatChange
from ...messages import N_
from ..layout_figures import TOLERANCE, legal_sizes
from ..look_rule import Seen, about_line, look_rule
from ..part_looks import list_styled_parts, name_part
from ..sheet import LookSheet


@look_rule(
    "error",
    N_("{part}: cỡ chữ {found}, quy định {wanted} pt ({clause})."),
    N_("Đặt cỡ chữ {right} pt."),
)
def part_size(sheet: LookSheet) -> Iterator[Seen]:
    """Tell each part that has letters of a size that the standard does not allow."""
    if sheet.is_past:
        return
    for line, _, look in list_styled_parts(sheet):
        legal = legal_sizes(look)
        wrong = sorted({run.format.size for run in line.lettered if not legal.hold(run.format.size, TOLERANCE)})
        if wrong and not look.unclear:
            right = min(max(wrong[0], legal.least), legal.most)
            change = FormatChange("size", wrong[0], right, "run")
            found = f"{', '.join(f'{size:g}' for size in wrong)} pt"
            facts = {"part": name_part(look), "found": found, "wanted": str(legal), "right": f"{right:g}"}
            yield about_line(line, change, facts=facts, clause=look.clause)
