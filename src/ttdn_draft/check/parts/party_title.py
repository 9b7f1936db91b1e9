"""Tiêu đề ĐẢNG CỘNG SẢN VIỆT NAM viết sai chữ, hoặc văn bản Đảng kèm Quốc hiệu, Tiêu ngữ.

Kiểm tra gì: Dòng tiêu đề ở góc phải trang 1 của tệp Word theo thể thức Đảng.
Vì sao: Là dấu hiệu nhận ra văn bản của Đảng; Quốc hiệu, Tiêu ngữ là của văn bản Nhà nước.
Căn cứ: Hướng dẫn số 05-HD/VPTW, tr. 2, Phụ lục 2, dòng 1.
Ví dụ sai: {tiêu đề: viết ĐẢNG CỘNG SẢN VIỆT NAM.}
Ví dụ đúng: {tiêu đề: viết ĐẢNG CỘNG SẢN VIỆT NAM}
Từ phiên bản: 0.1.0
"""

from collections.abc import Iterator

from ...errors import Fix
from ...messages import N_, Message
from ..look_rule import Seen, about_letters, about_line, look_rule
from ..part_looks import name_look
from ..sheet import LookSheet

OF_STATE = Message(N_("Văn bản của Đảng không có «{words}» ({clause})."), N_("Xoá dòng này."))
STATE_LINES = ("quoc_hieu", "tieu_ngu")


@look_rule(
    "error",
    N_("«{words}» không đúng tiêu đề văn bản của Đảng ({clause})."),
    N_("Viết: {right}."),
    standards=("dang",),
)
def party_title(sheet: LookSheet) -> Iterator[Seen]:
    """Tell a title of the Party that is not word for word, and lines of the title of the State."""
    title = sheet.profile.words["tieu_de"]
    for line in sheet.of("motto", "issuer", "unplaced"):
        name = name_look(line, sheet)
        if name in STATE_LINES:
            yield about_line(line, message=OF_STATE, clause=title.clause)
        elif (
            name == "tieu_de" and not line.is_shared and "".join(run.shown for run in line.runs).strip() != title.value
        ):
            fix = Fix(line.bare, title.value, is_safe=True)
            yield about_letters(line, line.bare, fix=fix, right=title.value, clause=title.clause)
