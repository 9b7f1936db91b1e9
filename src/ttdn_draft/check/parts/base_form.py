r"""Dòng căn cứ gõ trong nội dung sai dấu ở cuối dòng.

Kiểm tra gì: Các dòng «Căn cứ …» gõ ở đầu nội dung: giữa các dòng là dấu chấm phẩy, dòng cuối là dấu chấm (dấu phẩy
nếu câu sau nối tiếp); các dòng ở khoá can_cu thì chương trình tự đặt dấu.
Vì sao: Lỗi hay gặp nhất của phần căn cứ.
Căn cứ: Nghị định số 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II, khoản 6, điểm a; Hướng dẫn số 05-HD/VPTW, trang 12.
Ví dụ sai: {than: "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025.\n\nCăn cứ Luật Ngân sách nhà
nước ngày 25 tháng 6 năm 2015.\n\nTổ chức tuyên truyền."}
Ví dụ đúng: {than: "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;\n\nCăn cứ Luật Ngân sách nhà
nước ngày 25 tháng 6 năm 2015.\n\nTổ chức tuyên truyền."}
Từ phiên bản: 0.1.0
"""

from collections.abc import Iterator
from itertools import takewhile

from ...messages import N_, Message
from ...model.mentions import Passage
from ..manuscript import Manuscript
from ..rule import Told, about_words, rule

_SMALL = Message(N_("Dòng căn cứ mở đầu bằng chữ thường."), N_("Viết hoa chữ đầu: Căn cứ."))
OPENINGS = ("Căn cứ ", "Xét đề nghị ", "Theo đề nghị ")


@rule(
    "warning",
    N_("Dòng căn cứ kết thúc bằng «{words}»."),
    N_("Viết {right}; hoặc đưa các dòng căn cứ vào khoá can_cu, chương trình tự đặt dấu."),
    is_safe=True,
)
def base_form(text: Manuscript) -> Iterator[Told]:
    """Tell each line of legal bases that is typed in the text and does not end as it should."""
    for passage in text.in_zones("base"):
        if passage.text.startswith("căn cứ ") and not passage.is_given(0):
            yield about_words(passage, 0, len("căn cứ"), fix="Căn cứ", message=_SMALL)
    body = (p for p in text.sentences if not p.annex and p.zone in ("paragraph", "item"))
    lines = list(takewhile(lambda p: p.text.startswith(OPENINGS), body))
    if len(lines) < 2:
        return
    for passage in lines[:-1]:
        if not passage.text.endswith(";"):
            yield _tell(passage, ";")
    if lines[-1].text.endswith(";") or lines[-1].text[-1].isalnum():
        yield _tell(lines[-1], text.profile.marks["can_cu"].last)


def _tell(passage: Passage, mark: str) -> Told:
    """Say with which mark the last word of a line ends."""
    bare = passage.text.rstrip(" .,;:")
    start = bare.rfind(" ") + 1
    right = f"{bare[start:]}{mark}"
    return about_words(passage, start, len(passage.text), fix=right, right=right)
