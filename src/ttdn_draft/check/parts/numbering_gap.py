r"""Số thứ tự gõ tay bị trùng, nhảy, lùi.

Kiểm tra gì: Các đoạn, đề mục gõ tay (1), (2); Phần thứ nhất, Phần thứ hai; Bước 1, Bước 2 có liền số không; số do chương trình đánh thì xét riêng.
Vì sao: Nhảy số thì người được giao việc không chỉ đúng mục, và tưởng thiếu.
Căn cứ: Nghị định số 30/2020/NĐ-CP, Phụ lục I, Phần II, mục 6; không có điều khoản riêng với danh sách.
Ví dụ sai: {than: "Bước 1: Khảo sát.\n\nBước 3: Biên soạn."}
Ví dụ đúng: {than: "Bước 1: Khảo sát.\n\nBước 2: Biên soạn."}
Từ phiên bản: 0.1.0
"""

from collections.abc import Iterator

from ...errors import Severity
from ...messages import N_
from ...patterns import regex
from ..manuscript import Manuscript
from ..rule import Told, about_words, rule

ORDINALS = {"nhất": 1, "hai": 2, "ba": 3, "tư": 4, "năm": 5, "sáu": 6, "bảy": 7}
COUNTED_WORD = regex(
    r"(?P<form>\(|Phần thứ |Bước |Đợt |Giai đoạn )(?P<number>\d{1,2}|nhất|hai|ba|tư|năm|sáu|bảy)(?![\w/.,])(?P<end>\)?)"
)


@rule("warning", N_("«{words}» đứng sau số {before}."), N_("Sửa số thứ tự: {right}."))
def numbering_gap(text: Manuscript) -> Iterator[Told]:
    """Tell each typed number that does not follow the one before it in its section."""
    counts = dict[tuple[object, ...], int]()
    for passage in text.sentences_with("(", "phần thứ", "bước", "đợt", "giai đoạn"):
        found = COUNTED_WORD.match(passage.text) if passage.zone in ("heading", "paragraph", "item") else None
        if not found or (found["form"] == "(") != bool(found["end"]):
            continue
        number = ORDINALS.get(found["number"]) or int(found["number"])
        place = (found["form"], passage.annex, passage.zone, passage.above)
        before = counts.get(place, 0)
        counts[place] = number
        if before and number not in (before + 1, 1):
            level: Severity | None = "note" if number < before else None  # it may begin again in the middle
            yield about_words(passage, *found.span(), level=level, before=before, right=before + 1)
