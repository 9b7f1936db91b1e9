"""Reads where a document points at its own parts: passages go in, references to annexes, tables and sections come out.

What is said of a document that is cited, here or in the same paragraph, points there and is none of them.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import field
from typing import Literal, TypeAlias

from ..model.mentions import Mention, Passage
from ..patterns import regex
from ..records import dataclass

PartKind: TypeAlias = Literal["annex", "table", "section", "article", "enclosure"]
KIND_WORDS: dict[str, PartKind] = {
    "phụ lục": "annex", "bảng": "table", "biểu": "table", "mục": "section", "phần": "section", "điều": "article",
}  # fmt: skip
ROMAN_DIGITS = {"I": 1, "V": 5, "X": 10}
PARTS_NAMED = ("phụ lục", "bảng", "biểu số", "mục i*", "mục v*", "mục x*", "phần i*", "phần v*", "điều ", "kèm")
"""What a text holds, in small letters, that names a part."""
LETTERS_OF_PARTS = (
    "hụ lục",
    "Bảng",
    "bảng 1",
    "bảng 2",
    "bảng 3",
    "bảng 4",
    "biểu 1",
    "biểu 2",
    "biểu 3",
    "iểu số",
    "bảng số",
    "ục I",
    "ục V",
    "ục X",
    "hần I",
    "hần V",
    "Điều ",
    "kèm",
)
REFERENCE = regex(
    r"(?<![\w-])(?P<word>Phụ lục|Bảng|Biểu(?= số)|[Mm]ục|[Pp]hần|Điều|phụ lục(?= (?:số )?[IVX\d])"
    r"|(?:bảng|biểu)(?= số \d| \d{1,2} (?:dưới|trên|kèm|nêu|sau)\b))"
    r"\s+(?:số\s+)?(?P<figure>[IVX]{1,5}|\d{1,2})(?![\w/%]|[.,]\d)"
)
ENCLOSED = regex(
    r"(?<![\w-])(?P<what>phụ lục|danh mục|danh sách|biểu(?: mẫu| số \d+)?|bảng(?: tổng hợp| biểu)?|đề cương"
    r"|mẫu(?: báo cáo| biểu)?|dự toán|dự thảo)"
    r"(?:\s+(?!ban\b|của\b|và\b|kèm\b)[\w-]+){0,6}?\s+(?:(?:gửi|đính)\s+)?kèm(?:\s+theo)?"
    r"(?=\s*(?:[).,;:]|$|(?:(?:Kế hoạch|Hướng dẫn|Báo cáo|văn bản|công văn)\s+này)))",
    re.I,
)
OTHER_DOCUMENT = regex(
    r"\b(?:Nghị\s+định|Thông\s+tư|Bộ\s+luật|Luật|Pháp\s+lệnh|Nghị\s+quyết|Quyết\s+định|Quy\s+định|Quy\s+chế|Chỉ\s+thị"
    r"|Kết\s+luận|Công\s+văn|Tờ\s+trình|Hiến\s+pháp|Điều\s+lệ|Đề\s+án|Chiến\s+lược|Chương\s+trình|Hiệp\s+định|Công\s+ước"
    r"|Nghị\s+định\s+thư|Thông\s+báo|CITES|QCVN|TCVN|[Bb]iên\s+bản|[Gg]iấy\s+phép|[Gg]iấy\s+chứng\s+nhận|[Tt]iêu\s+chuẩn|[Qq]uy\s+chuẩn|[Hh]ợp\s+đồng)\b|\b(?:Kế\s+hoạch|Hướng\s+dẫn|Báo\s+cáo)\s+số\b"
)
AMENDING = regex(r"(?:[\da-zđ]{1,3}[.)]\s+)?(?:Thay thế|Sửa đổi|Bãi bỏ|Bổ sung)\b")
LED_REACH = 24  # signs before a part in which a word may lead to it
LED = regex(
    r"(?:\b(?:xem|theo|tại|ở|trong|trên|vào|và|cùng|với|nêu|kèm|có|các|gửi)(?:\s+(?:số liệu|thêm))?\s+|[(,;:]\s*)$",
    re.I,
)
"""What leads to a part of a text; hoá chất Bảng 1 and đứng đầu Bảng 2 are none."""
OWN = regex(r"\s*,?\s*(?:(?:ban\s+hành\s+)?kèm\s+theo\s+|của\s+)?(?:Kế\s+hoạch|Hướng\s+dẫn|Báo\s+cáo)\s+này\b")
SELF_ENCLOSED = regex(
    r"\s*(?:\(?ban\s+hành\s+)?kèm\s+theo(?:\s+(?:Kế\s+hoạch|Hướng\s+dẫn|Báo\s+cáo)\s+này)?\s*(?=[).,;:]|$)"
)


@dataclass(frozen=True, eq=False)
class ReferenceMention(Mention):
    """A part of the document itself that a text names: its kind, and its number (0 where it has none).

    `is_roman` tells how the number is written, `is_said_own` that the text says "of this plan" or "enclosed".
    """

    kind: PartKind
    number: int = 0
    is_roman: bool = False
    is_said_own: bool = False
    figure: str = field(default="", repr=False)


def read_references(passages: Iterable[Passage]) -> Iterator[ReferenceMention]:
    """Yield what the passages point at within their document."""
    for passage in passages:
        text = passage.text
        if not any(word in text for word in LETTERS_OF_PARTS) or (passage.zone == "heading" and not passage.annex):
            continue
        named = list(REFERENCE.finditer(text))
        if not (named or "kèm" in text):
            continue
        has_other = bool(OTHER_DOCUMENT.search(text) or AMENDING.match(text))
        for found in named:
            own = bool(OWN.match(text, found.end()) or SELF_ENCLOSED.match(text, found.end()))
            if own or not (has_other or not LED.search(text, max(0, found.start() - LED_REACH), found.start())):
                yield _read_reference(passage, found, own)
        if "kèm" in text and not has_other:
            yield from _read_enclosures(passage)


def _read_reference(passage: Passage, found: re.Match[str], is_own: bool) -> ReferenceMention:
    figure = found["figure"]
    roman = not figure.isdigit()
    kind = KIND_WORDS[found["word"].casefold()]
    return ReferenceMention(
        passage, *found.span(), kind, read_roman(figure) if roman else int(figure), roman, is_own, figure
    )


def _read_enclosures(passage: Passage) -> Iterator[ReferenceMention]:
    for found in ENCLOSED.finditer(passage.text):
        numbered = REFERENCE.match(passage.text, found.start())
        if numbered is None and LED.search(passage.text, max(0, found.start() - LED_REACH), found.start()):
            yield ReferenceMention(passage, *found.span(), "enclosure", is_said_own=True)


def read_roman(figure: str) -> int:
    """Return what a Roman figure of up to 39 counts."""
    values = [ROMAN_DIGITS[letter] for letter in figure]
    return sum(-one if following > one else one for one, following in zip(values, [*values[1:], 0], strict=True))
