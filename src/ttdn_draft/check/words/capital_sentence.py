"""Đầu câu viết thường.

Kiểm tra gì: Chữ đầu của câu đứng sau dấu chấm, chấm hỏi, chấm than; chữ đầu của đoạn đứng sau một đoạn đã hết câu.
Vì sao: Đầu câu viết hoa là quy tắc đầu tiên của phụ lục về viết hoa; dấu chấm gõ nhầm cũng lộ ra ở đây.
Căn cứ: Nghị định số 30/2020/NĐ-CP, Phụ lục II, Mục I.
Ví dụ sai: Các xã đăng tin hằng ngày. phối hợp với Báo Cao Bằng.
Ví dụ đúng: Các xã đăng tin, ảnh, v.v. hằng ngày. Phối hợp với Báo Cao Bằng.
Từ phiên bản: 0.1.0
"""

from collections.abc import Iterator
from itertools import pairwise

from ...errors import Severity
from ...mentions.contexts import is_in_address, is_no_text
from ...messages import N_
from ...patterns import regex
from ..manuscript import Manuscript
from ..rule import Told, about_words, rule

_END = regex(r"[.?!](?:(?<=[^\W\d_]{2}.)|(?<=[^\W_][)”\"].))\s+(?=[^\W\d_A-ZĐ])(?P<word>[^\W\d_]+)(?![\w./@)-])")
_ENDS = ".?!"
_SHORT = regex(r"(?:\b(?:tr|TP|tp|Tp|TX|đ/c|ThS|TS|PGS|GS|BS|KS|Đ/c|St|Mr|Mrs|Dr|vs|No|vol|pp|Ông|VD|vd|Vd)|\.\w+)\.$")
_START = regex(r"(?P<word>[^\W\d_A-ZĐ][^\W\d_]+)(?![\w./@-])")
_ENDED = regex(r"[^\W\d_]{2}[)”\"]?\.$")


@rule(
    "warning",
    N_("Chữ «{words}» ở đầu câu viết thường."),
    N_("Viết «{right}», hoặc thay dấu chấm ở trước bằng dấu phẩy."),
)
def capital_sentence(text: Manuscript) -> Iterator[Told]:
    """Tell each sentence, and each paragraph behind one that has ended, which begins with a small letter."""
    for passage in text.sentences if text.mentions.index.goes_on_behind(*_ENDS) else ():
        for found in _END.finditer(passage.text):
            start, end = found.span("word")
            before = passage.text[: found.start() + 1]
            if not found["word"].islower() or _SHORT.search(before) or is_no_text(passage, start):
                continue
            if not any(first <= start < last for first, last in passage.quotes):
                yield about_words(passage, start, end, fix=found["word"].capitalize(), right=found["word"].capitalize())
    yield from _list_small_items(text)
    for last, passage in pairwise(text.sentences):
        is_small = passage.zone == last.zone == "paragraph" and passage.text[:1].islower()
        begin = _START.match(passage.text) if is_small else None
        if begin and begin["word"].islower() and _ENDED.search(last.text) and not is_in_address(passage, 0):
            right = begin["word"].capitalize()
            yield about_words(passage, *begin.span("word"), fix=right, right=right)


def _list_small_items(text: Manuscript) -> Iterator[Told]:
    """Yield the numbered paragraphs, and the first below a heading, that begin with a small letter; and such items.

    An item with a dash goes on with the sentence before it now and then, which a note says.
    """
    for last, passage in pairwise(text.sentences):
        if not passage.text[:1].islower():
            continue
        begin = _START.match(passage.text)
        key = passage.path[-1] if passage.path else ""
        is_item = key == "gach" and last.zone == "item" and last.text[:1].isupper() and last.text.endswith(".")
        is_first = key in ("khoan", "doan") and last.zone == "heading"
        is_numbered = key == "khoan" and last.zone == "paragraph" and last.text.endswith((".", ";"))
        is_told = key == "doan" and last.zone == "paragraph"  # by the rule of paragraphs above
        if begin and (is_item or is_first or is_numbered) and not is_told and not is_in_address(passage, 0):
            right = begin["word"].capitalize()
            level: Severity | None = "note" if is_item else None
            yield about_words(passage, *begin.span("word"), fix=right, level=level, right=right)
