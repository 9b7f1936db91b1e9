"""Từ phỏng đoán, sáo ngữ, câu quá dài; chỉ nhắc khi được hỏi.

Kiểm tra gì: Chữ phỏng đoán trong phần kết quả của báo cáo, sáo ngữ ở mọi chỗ, câu dài hơn 60 chữ.
Vì sao: Báo cáo cần số liệu; câu dài, chữ sáo làm người đọc khó thấy việc phải làm.
Căn cứ: Nghị định số 30/2020/NĐ-CP, Điều 12, khoản 1 (trách nhiệm về nội dung); không có quy định về từng chữ.
Ví dụ sai: Thông tin đối ngoại đóng vai trò then chốt trong phát triển của tỉnh.
Ví dụ đúng: Thông tin đối ngoại góp phần đưa 1.200 lượt khách quốc tế đến tỉnh.
Từ phiên bản: 0.1.0
"""

import re
from collections.abc import Iterator

from ...mentions.contexts import is_in_past_part
from ...messages import N_, Message
from ...model.mentions import Passage
from ...patterns import regex
from ..manuscript import Manuscript
from ..rule import Told, about_words, rule

GUESS = regex(
    r"\b(?:gần\s+như|hầu\s+như|có\s+thể\s+nói|nhìn\s+chung|tương\s+đối\s+tốt|khá\s+tốt|cơ\s+bản\s+(?:đạt|hoàn\s+thành|đáp\s+ứng|tốt)|"
    r"dường\s+như|có\s+lẽ|ước\s+chừng|một\s+số\s+kết\s+quả\s+nhất\s+định|ít\s+nhiều)\b",
    re.I,
)
CLICHE = regex(
    r"\b(?:đóng\s+vai\s+trò\s+then\s+chốt|không\s+ngừng\s+vươn\s+lên|bước\s+đột\s+phá\s+chưa\s+từng\s+có|vô\s+cùng\s+quan\s+trọng|"
    r"hơn\s+bao\s+giờ\s+hết|như\s+chúng\s+ta\s+đã\s+biết|một\s+cách\s+mạnh\s+mẽ|mang\s+tầm\s+vóc\s+thời\s+đại)\b",
    re.I,
)
_SENTENCE = regex(r"[^.!?;:\n]+")
LONGEST = 60  # words of a sentence
LONG = Message(N_("Câu dài {count} chữ: «{words}»."), N_("Tách thành hai, ba câu."))
ZONES = ("paragraph", "item")


@rule(
    "note",
    N_("«{words}» không cho biết kết quả đến đâu."),
    N_("Nêu số liệu, việc cụ thể."),
    is_off=True,
)
def guess_words(text: Manuscript) -> Iterator[Told]:
    """Tell guesses about what was done, set phrases, and sentences that are too long; quotations are left."""
    is_report = text.draft.kind == "bao-cao"
    for passage in text.in_zones(*ZONES):
        is_done = is_report and is_in_past_part(passage, is_report=True)
        for pattern in (GUESS, CLICHE) if is_done else (CLICHE,):
            for found in pattern.finditer(passage.text):
                if not _is_quoted(passage, *found.span()):
                    yield about_words(passage, *found.span())
        yield from _list_long(passage)


def _list_long(passage: Passage) -> Iterator[Told]:
    for found in _SENTENCE.finditer(passage.text):
        words = found[0].split()
        if len(words) > LONGEST and not _is_quoted(passage, *found.span()):
            first = found.start() + len(found[0]) - len(found[0].lstrip())
            shown = len(" ".join(words[:5]))
            yield about_words(passage, first, first + shown, message=LONG, count=len(words))


def _is_quoted(passage: Passage, start: int, end: int) -> bool:
    return any(first <= start and end <= last for first, last in (*passage.quotes, *passage.given))
