"""Lẫn hai kiểu ngoặc kép, hoặc gạch dài ở khoảng năm.

Kiểm tra gì: Một văn bản có cả ngoặc kép thẳng và ngoặc kép cong; khoảng năm, khoảng ngày viết bằng gạch dài.
Vì sao: Hướng dẫn 05-HD/VPTW in ngoặc kép thẳng và gạch nối ở mọi trang; một văn bản nên dùng một kiểu.
Căn cứ: Cách in của Hướng dẫn số 05-HD/VPTW, trang 1 đến trang 29; Nghị định số 30/2020/NĐ-CP không quy định.
Ví dụ sai: Thực hiện trong giai đoạn 2026–2030.
Ví dụ đúng: Thực hiện trong giai đoạn 2026 - 2030 theo phong trào "Biên giới xanh".
Từ phiên bản: 0.1.0
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from ...mentions.contexts import is_no_text
from ...messages import N_, Message
from ...patterns import regex
from ..manuscript import Manuscript
from ..rule import Told, about_words, rule

_RANGE = regex(r"(?P<first>\d{1,4}(?:/\d{1,2}){0,2}(?:/\d{4})?)\s?[–—]\s?(?P<last>\d{1,4}(?:/\d{1,4}){0,2})(?!\w)")
_DASHES = Message(N_("Khoảng «{words}» viết bằng gạch dài."), N_("Viết «{right}»."))


@rule(
    "note",
    N_("Văn bản dùng cả ngoặc kép thẳng và ngoặc kép cong; ở đây là «{words}»."),
    N_("Dùng một kiểu ngoặc kép trong cả văn bản."),
)
def quote_dash_mix(text: Manuscript) -> Iterator[Told]:
    """Tell the first quotation mark of the kind that is used less, and each range with a long dash."""
    whole = text.mentions.index.whole
    straight, curly = whole.count('"'), whole.count("“") + whole.count("”")
    if straight and curly:
        fewer = re.compile(r'"[^\s"]*' if straight < curly else r"[“”][^\s“”]*")
        first = next((passage, found) for passage in text.passages if (found := fewer.search(passage.text)))
        yield about_words(first[0], *first[1].span())
    if "–" in whole or "—" in whole:
        for passage in text.passages:
            for found in _RANGE.finditer(passage.text):
                if not is_no_text(passage, found.start()):
                    right = f"{found['first']} - {found['last']}"
                    told = about_words(passage, *found.span(), fix=right, message=_DASHES, right=right)
                    yield replace(told, is_safe=True)
