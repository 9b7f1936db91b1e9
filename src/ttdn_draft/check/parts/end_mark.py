"""Dấu hết văn bản sai hệ, gõ hỏng hoặc nằm giữa văn bản.

Kiểm tra gì: Dấu ./. trong nội dung: văn bản Đảng kết bằng dấu chấm; văn bản hành chính có một dấu ./. ở cuối, chương trình tự in.
Vì sao: Dấu hết văn bản chống chèn thêm; hai hệ khác nhau.
Căn cứ: Hướng dẫn số 05-HD/VPTW, tr. 12; Nghị định số 30/2020/NĐ-CP, Phụ lục III, mẫu 1.4.
Ví dụ sai: Các đơn vị tổ chức thực hiện./.
Ví dụ đúng: Các đơn vị tổ chức thực hiện.
Từ phiên bản: 0.1.0
"""

from collections.abc import Iterator

from ...messages import N_, Message
from ...model.mentions import TEXT_ZONES
from ...patterns import regex
from ..manuscript import Manuscript
from ..rule import Told, about_words, rule

END = regex(r"\s*[./]*\./[./]+\s*$|\s+/\.\s*$")
WHOLE_MARK = "./."
BROKEN = Message(N_("Dấu hết văn bản gõ hỏng: «{words}»."), N_("Viết {right}"))
INSIDE = Message(
    N_("Dấu «{words}» nằm giữa văn bản."), N_("Thay bằng dấu chấm: dấu này chỉ đứng sau chữ cuối của nội dung.")
)


@rule(
    "warning",
    N_("Văn bản của Đảng kết thúc bằng dấu chấm, không phải «{words}»."),
    N_("Xoá «{words}», viết dấu chấm."),
    is_safe=True,
)
def end_mark(text: Manuscript) -> Iterator[Told]:
    """Tell each end mark that the standard does not have, that is typed wrongly, or that stands before the end."""
    own = text.profile.marks["noi_dung"].last
    body = [passage for passage in text.sentences if not passage.annex and passage.zone != "note"]
    for passage in text.having("./*", "*/."):
        if passage.zone not in TEXT_ZONES or not (found := END.search(passage.text)):
            continue
        words = found[0].strip()
        start = found.start() + found[0].index(words)
        is_last = bool(body) and passage is body[-1]
        if own != WHOLE_MARK and not passage.annex:
            yield about_words(passage, start, start + len(words), fix=".")
        elif words not in (WHOLE_MARK, "/."):
            right = WHOLE_MARK if is_last or passage.annex else "."
            yield about_words(passage, start, start + len(words), message=BROKEN, fix=right, right=right)
        elif not is_last and not passage.annex:
            yield about_words(passage, start, start + len(words), message=INSIDE, fix=".", level="note")
