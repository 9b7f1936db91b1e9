r"""Kế hoạch, hướng dẫn có dòng Kính gửi gõ trong nội dung.

Kiểm tra gì: Dòng Kính gửi, Kính trình gõ vào nội dung của loại văn bản không có phần này.
Vì sao: Kế hoạch, hướng dẫn, báo cáo của Đảng gửi theo Nơi nhận; có Kính gửi là chép từ công văn.
Căn cứ: Nghị định số 30/2020/NĐ-CP, Phụ lục I, Phần II, mục 9, điểm b, c; Hướng dẫn số 05-HD/VPTW, tr. 25.
Ví dụ sai: {than: "Kính gửi: Các sở, ban, ngành\n\nTổ chức thực hiện kế hoạch."}
Ví dụ đúng: {than: "Tổ chức thực hiện kế hoạch."}
Từ phiên bản: 0.1.0
"""

import re
from collections.abc import Iterator

from ...messages import N_
from ...patterns import regex
from ..manuscript import Manuscript
from ..rule import Told, about_words, rule

ADDRESS_LINE = regex(r"\s*Kính\s+(?:gửi|trình)\s*:", re.I)


@rule(
    "note",
    N_("«{words}» trong nội dung, mà {kind} không có phần này."),
    N_("Xoá dòng này; nơi nhận viết ở noi_nhan."),
)
def addressee_required(text: Manuscript) -> Iterator[Told]:
    """Tell an address line in the text of a kind that has none."""
    if text.profile.find_kind(text.draft.kind).is_addressed:
        return
    for passage in text.sentences_with("kính gửi", "kính trình"):
        if not passage.annex and (found := ADDRESS_LINE.match(passage.text)):
            yield about_words(passage, *found.span(), kind=text.document.kind_name.lower())
