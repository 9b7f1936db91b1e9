"""Hai chữ liền nhau lặp lại.

Kiểm tra gì: Một chữ đứng liền hai lần, kể cả khi câu xuống dòng ở giữa.
Vì sao: Lỗi gõ hay gặp khi sửa câu, người đọc lướt không thấy.
Căn cứ: Nghị định số 30/2020/NĐ-CP, Điều 8, khoản 1, điểm b; lỗi soạn thảo.
Ví dụ sai: Tổ chức tuyên truyền truyền thông về Cao Bằng của của tỉnh.
Ví dụ đúng: Các cơ quan từng bước, dần dần đổi mới cách làm.
Từ phiên bản: 0.1.0
"""

import re
from collections.abc import Iterator

from ...messages import N_
from ..manuscript import Manuscript
from ..rule import Told, about_words, rule

WORDS = "bị|bởi|các|của|cho|cùng|đã|đang|để|được|hoặc|không|khi|mà|những|nhằm|phải|sẽ|thì|từ|và|về|với|vào|này|việc"
TWICE = re.compile(
    rf"(?<![\w-])({WORDS})\s+\1(?![\w-])|(?<![\w-])(?P<first>Các|Của|Để|Khi|Những|Và|Về|Với|Việc)\s+(?i:(?P=first))(?![\w-])"
)
"""Words that no name and no compound ends with: du lịch | lịch sử, hiện tại | tại and tiếp theo | theo are right."""


@rule("warning", N_("Chữ «{words}» lặp lại."), N_("Bỏ một chữ."), is_safe=True)
def doubled_word(text: Manuscript) -> Iterator[Told]:
    """Tell each small word of the text that stands twice."""
    for passage in text.passages:
        for found in TWICE.finditer(passage.text):
            yield about_words(passage, *found.span(), fix=found[0].split()[0])
