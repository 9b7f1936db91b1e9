"""Có «Như trên» mà không có Kính gửi, hoặc «Như trên» viết lẫn chữ khác nên in hai lần.

Kiểm tra gì: «Như trên» ở nơi nhận đi với Kính gửi.
Vì sao: Cặp này hay sót khi sửa văn bản cũ; kế hoạch, hướng dẫn không có Kính gửi thì «Như trên» không chỉ ai.
Căn cứ: Nghị định số 30/2020/NĐ-CP, Phụ lục I, Phần II, mục 9, điểm b; Hướng dẫn số 05-HD/VPTW, tr. 25.
Ví dụ sai: noi_nhan: [Như trên, Các sở]
Ví dụ đúng: {loai: bao-cao, kinh_gui: Bộ Ngoại giao, noi_nhan: [Như trên, Các sở]}
Từ phiên bản: 0.1.0
"""

import re
from collections.abc import Iterator

from ...knowledge.standards.foot import names_addressees
from ...messages import N_, Message
from ...patterns import regex
from ..manuscript import Manuscript
from ..rule import Told, about_words, rule

AS_ABOVE = regex(r"Như\s+(?:trên|kính\s+gửi)\b", re.I)
DOUBLED = Message(
    N_("«{words}» in thêm sau «Như trên» mà chương trình tự ghi."), N_("Xoá dòng này, hoặc chỉ viết Như trên.")
)


@rule(
    "error",
    N_("Nơi nhận ghi «{words}» mà văn bản không có Kính gửi."),
    N_("Bỏ dòng này và ghi nơi nhận; hoặc thêm kinh_gui nếu loại văn bản này có."),
)
def as_above_pair(text: Manuscript) -> Iterator[Told]:
    """Tell a recipient that stands for addressees where there are none, and one that stands beside its like."""
    is_written = names_addressees(text.draft.addressees, text.profile)
    usual = text.profile.words["nhu_tren"].value if is_written else ""
    for passage in text.in_zones("recipient"):
        if not AS_ABOVE.match(passage.text):
            continue
        if not text.draft.addressees:
            yield about_words(passage, 0, len(passage.text))
        elif is_written and passage.text != usual:
            yield about_words(passage, 0, len(passage.text), message=DOUBLED, level="warning")
