"""Số đếm dưới 10 của cùng một thứ lúc có số 0 đứng trước, lúc không.

Kiểm tra gì: 09 giấy phép ở chỗ này mà 7 giấy phép ở chỗ khác; ngày, tháng, năm, giờ và lời trích thì không xét.
Vì sao: Hai cách viết cạnh nhau trông như số chép từ nhiều nguồn, chưa soát.
Căn cứ: Quy ước viết; không có điều khoản.
Ví dụ sai: Tỉnh cấp 09 giấy phép khai thác vàng, 7 giấy phép khai thác sắt.
Ví dụ đúng: Tỉnh cấp 09 giấy phép khai thác vàng, 07 giấy phép khai thác sắt trong 6 tháng.
Từ phiên bản: 0.1.0
"""

import re
from collections import defaultdict
from collections.abc import Iterator

from ...mentions.contexts import is_no_text
from ...messages import N_
from ...model.mentions import TEXT_ZONES, Passage
from ...patterns import regex
from ..manuscript import Manuscript
from ..rule import Told, about_words, rule

_COUNT = regex(r"(?<![\w.,/:%+-])(?<!\d )(?:0[1-9]|[2-9]) (?P<what>[^\W\d_]+ [^\W\d_]+)(?![\w-])")
_WITH_ZERO = regex(r"(?<!\d)0[1-9](?!\d)")
_NO_THING = regex(
    r"(?:tháng|năm|ngày|giờ|phút|tuần|quý|kỳ|lần|của|và|đến|có|là|trong|trên|theo|với|cho|tại|từ|ở|hoặc|này|nêu)\b",
    re.I,
)
"""What stands behind a number that counts time, or behind that of a part of a text."""
_LISTED = regex(r"(?:số|khoản|điểm|Điều|mục|Bảng|Biểu|tháng|ngày|quý|lớp|lần|thứ|hạng|loại)\s+$", re.I)


@rule("note", N_("«{words}» không có số 0 ở trước, mà chỗ khác ghi «{other}»."), N_("Chọn một cách cho cả văn bản."))
def count_zero_mix(text: Manuscript) -> Iterator[Told]:
    """Tell, for each thing that is counted in both ways, the first number without a nought before it."""
    if not _WITH_ZERO.search(text.mentions.index.vocabulary):
        return
    counted: dict[str, list[tuple[Passage, re.Match[str]]]] = defaultdict(list)
    for passage in text.mentions.index.with_digits:
        for found in _COUNT.finditer(passage.text) if passage.zone in TEXT_ZONES else ():
            if _is_count(passage, found):
                counted[found["what"].lower()].append((passage, found))
    for places in counted.values():
        bare = next((place for place in places if place[1][0][0] != "0"), None)
        other = next((found[0] for _, found in places if found[0][0] == "0"), None)
        if bare and other:
            yield about_words(bare[0], *bare[1].span(), other=other)


def _is_count(passage: Passage, found: re.Match[str]) -> bool:
    """Tell whether a number counts a thing: no stretch of time, no number of a list, nothing that is quoted."""
    start = found.start()
    is_quoted = any(first <= start < last for first, last in passage.quotes)
    is_other = _NO_THING.match(found["what"]) or _LISTED.search(passage.text, max(0, start - 10), start)
    return not (is_quoted or is_other or passage.is_given(start) or is_no_text(passage, start))
