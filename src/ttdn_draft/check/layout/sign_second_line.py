"""Dòng chức vụ dưới T/M, K/T, T/L in đậm, hoặc chức vụ đứng một mình mà không đậm.

Kiểm tra gì: Trong khối chữ ký của Đảng chỉ dòng đầu và họ tên in đậm.
Vì sao: Mọi mẫu chữ ký của Hướng dẫn đều như vậy; mẫu Nhà nước thì cả hai dòng đậm.
Căn cứ: Hướng dẫn số 05-HD/VPTW, tr. 14-23, Phụ lục 2, dòng 7.
Ví dụ sai: {chức vụ: đậm}
Ví dụ đúng: {chức vụ: không đậm}
Từ phiên bản: 0.1.0
"""

from collections.abc import Iterator

from ...errors import FormatChange
from ...messages import N_, Message
from ..look_rule import Seen, about_line, look_rule
from ..part_looks import SIGNING_ZONES
from ..sheet import LookSheet, ShownLine

ALONE = Message(N_("Chức vụ đứng một mình phải in đậm ({clause})."), N_("In đậm dòng này."))


@look_rule(
    "error",
    N_("Chức vụ dưới dòng quyền hạn ký không in đậm ({clause})."),
    N_("Bỏ chữ đậm ở dòng này."),
    standards=("dang",),
)
def sign_second_line(sheet: LookSheet) -> Iterator[Seen]:
    """Tell an office of the wrong weight, in the block of one person."""
    blocks = list(_list_blocks(sheet))
    if len(blocks) != 1:  # in the blocks of a joint document both lines are bold
        return
    clause, joining = sheet.profile.looks["chuc_vu"].clause, sheet.profile.words["kiem"].value
    offices = [line for line in blocks[0] if line.zone == "office"]
    if any(line.bare == joining for line in offices):
        return
    for line in offices:
        is_alone = all(other.zone != "authority" for other in blocks[0]) and line is offices[0]
        if is_alone and not line.is_all("bold"):
            yield about_line(line, FormatChange("bold", False, True, "run"), message=ALONE, clause=clause)
        elif not is_alone and line.has_any("bold"):
            yield about_line(line, FormatChange("bold", True, False, "run"), clause=clause)


def _list_blocks(sheet: LookSheet) -> Iterator[list[ShownLine]]:
    """Yield the lines of each signature; a block ends with the name."""
    block: list[ShownLine] = []
    for line in sheet.of(*SIGNING_ZONES):
        block.append(line)
        if line.zone == "signer":
            yield block
            block = []
    if block:
        yield block
