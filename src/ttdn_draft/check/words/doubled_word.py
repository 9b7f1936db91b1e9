"""Hai chữ liền nhau lặp lại.

Kiểm tra gì: Một chữ, hoặc một từ hai chữ, đứng liền hai lần, kể cả khi câu xuống dòng ở giữa.
Vì sao: Lỗi gõ hay gặp khi sửa câu, người đọc lướt không thấy.
Căn cứ: Nghị định số 30/2020/NĐ-CP, Điều 8, khoản 1, điểm b; lỗi soạn thảo.
Ví dụ sai: Tổ chức tuyên truyền truyền thông về Cao Bằng của của tỉnh.
Ví dụ đúng: Các cơ quan từng bước, dần dần đổi mới cách làm.
Từ phiên bản: 0.1.0
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import compress, count
from operator import eq

from ...knowledge.word_lists import as_words
from ...mentions import Mentions
from ...mentions.contexts import is_no_text
from ...messages import N_
from ..manuscript import Manuscript
from ..rule import Told, about_words, rule

_SMALL = as_words(
    "bị bởi các cần có còn của cho cũng cùng đã đang để hoặc không khi là làm mà những nhằm như phải sẽ thì từ và về với vào này vẫn việc"
)
"""Words that no name and no compound ends with: du lịch | lịch sử, hiện tại | tại and tiếp theo | theo are right."""

_TWICE = {pair for word in _SMALL for pair in ((word, word), (word.capitalize(), word))}
_NOUN_AND_VERB = {
    *("bảo vệ", "báo cáo", "chỉ đạo", "chỉ huy", "chủ trì", "cơ sở", "đại diện", "đăng ký"),
    *("điều hành", "giám sát", "hợp tác", "hướng dẫn", "kế hoạch", "kiểm tra", "lãnh đạo", "liên quan"),
    *("phù hợp", "phục vụ", "phụ trách", "quản lý", "quyết định", "thanh tra", "thông tin", "thường trực"),
    *("tổ chức", "tổng hợp", "tư vấn", "từng bước"),
}
"""Words that may end one phrase and begin the next: các tổ chức | tổ chức lễ đón, trên cơ sở | cơ sở đào tạo."""

_OF = "thuộc"  # joins names in a row: chi cục thuộc | cục thuộc | bộ


@rule("warning", N_("Chữ «{words}» lặp lại."), N_("Bỏ một lần."))
def doubled_word(text: Manuscript) -> Iterator[Told]:
    """Tell each small word of the text that stands twice, and each word of two syllables."""
    doubled = {*_find_doubled(text.mentions)}
    if not doubled:
        return
    words = "|".join(r"\s+".join((*twice, *twice)) for twice in sorted(doubled))
    pattern = re.compile(rf"(?<![\w-])(?:{words})(?![\w-])", re.I)
    for passage in text.passages:
        for found in pattern.finditer(passage.text):
            said = found[0].split()
            if said[len(said) // 2][0].islower() and not is_no_text(passage, found.start()):
                told = about_words(passage, *found.span(), fix=" ".join(said[: len(said) // 2]))
                yield replace(told, is_safe=len(said) == 2)


def _find_doubled(mentions: Mentions) -> Iterator[tuple[str, ...]]:
    """Yield the small words, and the pairs of syllables, that follow themselves."""
    yield from ((second,) for _, second in _TWICE & mentions.index.pairs)
    typed = mentions.index.typed
    for at in compress(count(), map(eq, typed, typed[2:])):
        first, second, *following = typed[at : at + 4]
        if [first, second] == following and first != second and f"{first}{second}".isalpha():
            is_right = f"{first} {second}".lower() in _NOUN_AND_VERB or second == _OF
            yield from () if is_right else [(first, second)]
