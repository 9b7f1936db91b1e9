"""Chữ d gõ thay cho đ: dã thực hiện, dến ngày, dể báo cáo.

Kiểm tra gì: Các tiếng dã, dến, dể, dủ, dều đứng một mình, không ở trong từ có tiếng ấy (dân dã, dã ngoại).
Vì sao: Tiếng ấy có thật trong tiếng Việt nên máy soát chính tả bỏ qua; đúng ra là đã, đến, để, đủ, đều.
Căn cứ: Nghị định số 30/2020/NĐ-CP, Điều 8, khoản 1, điểm b; lỗi soạn thảo.
Ví dụ sai: Các xã dã báo cáo kết quả.
Ví dụ đúng: Các xã đã tổ chức dã ngoại cho học sinh.
Từ phiên bản: 0.1.0
"""

from collections.abc import Iterator

from ...knowledge.word_lists import as_words
from ...mentions.contexts import is_in_address, is_no_text
from ...messages import N_
from ...patterns import regex
from ..manuscript import Manuscript
from ..rule import Told, about_words, rule, words_behind

_MEANT = {"dã": "đã", "dến": "đến", "dể": "để", "dủ": "đủ", "dều": "đều"}
_BEFORE = as_words("dân hoang thôn sơn điền đồng cây rượu đồ vượn thảo bình khinh")
_AFTER = as_words("man chiến ngoại tâm sử thú sinh quỳ quì tràng ca hạc cầm lan ngươi hương nhân thảo vị rượu dã duôi")
_WORD = regex(r"(?<![\w-])(?:(?P<before>[^\W\d_]+)\s+)?(?P<word>dã|dến|dể|dủ|dều)(?![\w-])(?:\s+(?P<after>[^\W\d_]+))?")


@rule("warning", N_("«{words}» viết sai."), N_("Viết «{right}»."))
def plain_d(text: Manuscript) -> Iterator[Told]:
    """Tell each small word whose đ was typed as d, where it is not part of a word that has it."""
    for passage in text.having(*_MEANT):
        for found in _WORD.finditer(passage.text):
            start, end = found.span("word")
            beside = (found["before"] or "").lower() in _BEFORE or (found["after"] or "").lower() in _AFTER
            is_quoted = any(first <= start < last for first, last in passage.quotes)
            if not (beside or is_quoted or is_no_text(passage, start) or is_in_address(passage, start)):
                meant, behind = _MEANT[found["word"]], words_behind(passage, end)
                shown = f"{found['word']}{behind}"
                yield about_words(passage, start, end, fix=meant, words=shown, right=f"{meant}{behind}")
