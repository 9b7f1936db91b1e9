"""Nội dung nhắc phụ lục, danh mục kèm theo mà tệp không có; hoặc có phụ lục mà nội dung không nhắc.

Kiểm tra gì: Phụ lục của tệp và chỗ nhắc đến phụ lục, danh mục, biểu kèm theo trong nội dung.
Vì sao: Gửi thiếu phụ lục thì phải gửi lại; phụ lục không ai nhắc thì người đọc không biết dùng vào việc gì.
Căn cứ: Nghị định số 30/2020/NĐ-CP, Phụ lục I, Phần III, mục 1, điểm a; Hướng dẫn số 05-HD/VPTW, tr. 25.
Ví dụ sai: Các đơn vị thực hiện theo phân công (có Phụ lục kèm theo).
Ví dụ đúng: Các đơn vị thực hiện theo phân công trong kế hoạch.
Từ phiên bản: 0.1.0
"""

import re
from collections.abc import Iterator

from ...mentions.references import ReferenceMention
from ...messages import N_, Message
from ...model import plain_text, texts_of
from ...patterns import regex
from ..manuscript import Manuscript
from ..own_parts import count_tables, has_typed_label
from ..rule import Told, about, rule

UNNAMED = Message(
    N_("Có phụ lục mà nội dung văn bản không nhắc đến phụ lục nào."),
    N_("Nhắc đến trong nội dung, ví dụ: (có Phụ lục kèm theo)."),
)
NAMED = regex(r"phụ\s+lục|kèm\s+theo", re.I)


@rule(
    "warning",
    N_("Nội dung nhắc «{words}» mà tệp không có phụ lục nào."),
    N_("Thêm phu_luc, hoặc bỏ chỗ nhắc; gửi kèm thành tệp riêng thì ghi rõ tên tệp."),
)
def annex_link(text: Manuscript) -> Iterator[Told]:
    """Tell annexes that no text names, and a text that names some where there are none."""
    if text.draft.annexes:
        if not any(NAMED.search(plain_text(part)) for part in texts_of(text.document.body)):
            yield Told(path=("phu_luc",), message=UNNAMED)
        return
    named = [found for found in text.mentions.references if _needs_annex(text, found)]
    for first in sorted(named, key=lambda found: not found.is_said_own)[:1]:
        yield about(first, level=None if first.is_said_own else "note")


def _needs_annex(text: Manuscript, found: ReferenceMention) -> bool:
    """Tell whether something is named that could only be an annex; one that is not said to be enclosed may be of others."""
    if found.is_given or found.is_quoted or has_typed_label(text, "Phụ lục", found.figure):
        return False
    words = found.words.casefold()
    is_table = found.kind == "table" or (words.startswith(("bảng", "biểu")) and not words.startswith("biểu mẫu"))
    return found.kind == "annex" or (
        found.is_said_own and found.kind in ("enclosure", "table") and not (is_table and count_tables(text))
    )
