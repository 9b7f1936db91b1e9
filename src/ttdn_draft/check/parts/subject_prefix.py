"""Trích yếu dưới tên loại mở đầu bằng V/v.

Kiểm tra gì: Chữ đầu của trích yếu kế hoạch, hướng dẫn, báo cáo: V/v chỉ dùng ở công văn hành chính.
Vì sao: Mỗi loại văn bản có cách ghi riêng; V/v dưới tên loại là chép từ công văn.
Căn cứ: Nghị định số 30/2020/NĐ-CP, Phụ lục I, Phần II, mục 5, điểm b; Hướng dẫn số 05-HD/VPTW, tr. 11.
Ví dụ sai: trich_yeu: V/v kết quả công tác thông tin đối ngoại
Ví dụ đúng: trich_yeu: Kết quả công tác thông tin đối ngoại
Từ phiên bản: 0.1.0
"""

import re
from collections.abc import Iterator

from ...messages import N_
from ...patterns import regex
from ..manuscript import Manuscript
from ..rule import Told, about_words, rule

PREFIX = regex(r"\s*V\s*/\s*v\s*\.?:?\s+(?P<first>\S+)", re.I)


@rule("error", N_("Trích yếu dưới tên loại không ghi «V/v»."), N_("Viết «{right} …»."))
def subject_prefix(text: Manuscript) -> Iterator[Told]:
    """Tell a subject that begins as that of a letter."""
    for passage in text.in_zones("subject"):
        if found := PREFIX.match(passage.text):
            first = found["first"]
            right = first if text.is_party else first[:1].upper() + first[1:]
            yield about_words(passage, *found.span(), fix=right, right=right)
