"""Các dòng nơi nhận lẫn dấu phẩy, chấm, chấm phẩy ở cuối dòng, hoặc dòng lưu kết thúc bằng dấu ./.

Kiểm tra gì: Dấu ở cuối mỗi dòng nơi nhận của tệp Word có cùng một kiểu không; dòng lưu kết thúc bằng dấu chấm.
Vì sao: Dấu ./. chỉ đứng sau chữ cuối của nội dung; các dòng cùng cấp thì dùng một dấu.
Căn cứ: Nghị định số 30/2020/NĐ-CP, Phụ lục I, Phần II, mục 9, điểm d; Hướng dẫn số 05-HD/VPTW, tr. 24-25.
Ví dụ sai: {dòng nơi nhận: "viết - Thường trực Tỉnh ủy,"}
Ví dụ đúng: {dòng nơi nhận: "viết - Thường trực Tỉnh ủy;"}
Từ phiên bản: 0.1.0
"""

from collections.abc import Iterator

from ...messages import N_, Message
from ..look_rule import Seen, about_line, look_rule
from ..sheet import LookSheet

OF_ARCHIVE = Message(N_("Dòng lưu «{words}» kết thúc bằng dấu ./. ({clause})."), N_("Thay bằng dấu chấm."))
ENDS = (",", ";", ".")
WHOLE_MARK = "./."


@look_rule(
    "note",
    N_("Dòng nơi nhận «{words}» kết thúc khác các dòng kia ({clause})."),
    N_("Cuối mỗi dòng dùng dấu «{right}», cuối dòng lưu dùng dấu chấm."),
)
def recipient_marks(sheet: LookSheet) -> Iterator[Seen]:
    """Tell each line of the recipients whose mark is another than that of the standard, where others have that one."""
    marks = sheet.profile.marks["noi_nhan"]
    lines = [line for line in sheet.of("recipient") if line.bare.endswith(ENDS)]
    archives = list(sheet.of("archive"))
    if not archives:
        lines = lines[:-1]  # the last one ends with a full stop
    wrong = [line for line in lines if not line.bare.endswith(marks.between)]
    for line in wrong if len(wrong) < len(lines) else ():
        yield about_line(line, clause=marks.clause, right=marks.between)
    for line in archives:
        if line.bare.endswith(WHOLE_MARK):
            yield about_line(line, message=OF_ARCHIVE, clause=marks.clause)
