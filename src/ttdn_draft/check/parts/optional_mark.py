"""Dấu khẩn, chỉ dẫn lưu hành gõ sai chữ, sai chỗ.

Kiểm tra gì: Dòng KHẨN, HOẢ TỐC, LƯU HÀNH NỘI BỘ gõ trong nội dung; chữ ở luu_hanh ngoài danh sách quy định.
Vì sao: Mỗi dấu có chỗ riêng trên trang một; gõ trong nội dung thì in như câu văn.
Căn cứ: Nghị định số 30/2020/NĐ-CP, Phụ lục I, Phần III, mục 2, điểm b, c; Hướng dẫn số 05-HD/VPTW, tr. 25-26.
Ví dụ sai: luu_hanh: KHẨN CẤP
Ví dụ đúng: luu_hanh: LƯU HÀNH NỘI BỘ
Từ phiên bản: 0.1.0
"""

from collections.abc import Iterator

from ...knowledge.names import fold_plain
from ...messages import N_, Message
from ...patterns import regex
from ..manuscript import Manuscript
from ..rule import Told, about_words, rule

URGENT = regex(r"\s*\W?(?:KHẨN(?: CẤP)?|THƯỢNG KHẨN|H[OỎ][ẢA] TỐC(?: HẸN GIỜ)?|HỎA TỐC)\W?\s*")
CIRCULATION = regex(
    r"(?:luu hanh noi bo|xem xong tra lai|tai lieu (?:hoi nghi|thu hoi|noi bo|mat)|thu hoi|mat|toi mat|tuyet mat)\b"
)
CIRCULATED = regex(r"\s*\W?(?:LƯU HÀNH NỘI BỘ|XEM XONG TRẢ LẠI|TÀI LIỆU THU HỒI)\W?\s*")
IN_URGENCY = Message(N_("«{words}» gõ trong nội dung."), N_("Xoá đi và ghi do_khan: khan, thuong-khan hoặc hoa-toc."))
IN_CIRCULATION = Message(N_("«{words}» gõ trong nội dung."), N_("Xoá đi và ghi ở khoá luu_hanh."))


@rule(
    "warning",
    N_("Chỉ dẫn lưu hành «{words}» không có trong quy định."),
    N_("Viết LƯU HÀNH NỘI BỘ, XEM XONG TRẢ LẠI hoặc TÀI LIỆU THU HỒI; dấu khẩn ghi ở do_khan."),
)
def optional_mark(text: Manuscript) -> Iterator[Told]:
    """Tell marks of urgency and circulation that are none of the standards, or stand in the text."""
    typed = (text.draft.circulation or "").strip()
    if typed and not CIRCULATION.match(fold_plain(typed)):
        yield Told(path=("luu_hanh",), words=typed)
    for passage in text.sentences_with("khẩn", "tốc", "lưu hành", "trả lại", "thu hồi"):
        if passage.zone in ("paragraph", "heading") and not passage.annex and passage.text.isupper():
            if URGENT.fullmatch(passage.text):
                yield about_words(passage, 0, len(passage.text), message=IN_URGENCY)
            elif CIRCULATED.fullmatch(passage.text):
                yield about_words(passage, 0, len(passage.text), message=IN_CIRCULATION)
