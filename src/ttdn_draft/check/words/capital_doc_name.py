"""Tên một văn bản cụ thể viết thường chữ đầu.

Kiểm tra gì: Tên loại đứng ngay trước số, ký hiệu của một văn bản (nghị quyết số 12-NQ/TU) và tên một bộ luật (bộ luật
hình sự) viết hoa chữ đầu; các nghị quyết, các kế hoạch nói chung thì viết thường.
Vì sao: Viết hoa cho biết là nói về đúng một văn bản.
Căn cứ: Nghị định số 30/2020/NĐ-CP, Phụ lục II, mục V, khoản 6.
Ví dụ sai: Phổ biến nghị quyết số 59-NQ/TW ngày 24 tháng 01 năm 2025 của Bộ Chính trị về hội nhập quốc tế.
Ví dụ đúng: Phổ biến Nghị quyết số 59-NQ/TW ngày 24 tháng 01 năm 2025 của Bộ Chính trị về hội nhập quốc tế.
Từ phiên bản: 0.1.0
"""

import re
from collections.abc import Iterator

from ...mentions.citations import DocumentMention
from ...messages import N_, Message
from ...patterns import regex
from ..manuscript import Manuscript
from ..rule import Told, about_words, rule

MANY = regex(r"\b(?:các|những|một số|nhiều|\d+|hai|ba|từng|mỗi|thông báo|kết luận|pháp)\s+$", re.I)
CODES_OF_LAW = "tố tụng hình sự|tố tụng dân sự|hình sự|dân sự|lao động|hàng hải"
CODE = regex(rf"\b[Bb]ộ [Ll]uật\s+(?P<name>(?i:{CODES_OF_LAW}))(?!\w)")

_BOTH_CAPITAL = (
    *("Nghị Quyết", "Nghị Định", "Quyết Định", "Chỉ Thị", "Thông Tư", "Thông Báo", "Kết Luận", "Hướng Dẫn", "Kế Hoạch"),
    *("Báo Cáo", "Công Văn", "Tờ Trình", "Chương Trình", "Công Điện", "Quy Định", "Quy Chế"),
)
_GENERAL = regex(
    r"\b(?:các|những|nhiều|một số)\s+(?P<kind>Kế hoạch|Chương trình|Nghị quyết|Chỉ thị|Quyết định|Hướng dẫn|Báo cáo|Đề án|Thông tư|Nghị định|Văn bản)"
    r"(?=\s*[,.;]|\s+(?:cụ thể|hằng năm|trên|liên quan|công tác|thực hiện|triển khai)\b)"
)
_MANY_IN_GENERAL = Message(N_("«{words}» nói chung nhiều văn bản."), N_("Viết thường chữ đầu: {right}."))
_GENERAL_WORDS = (
    "các kế",
    "các chương",
    "các nghị",
    "các chỉ",
    "các quyết",
    "các hướng",
    "các báo",
    "các đề",
    "các văn",
    "các thông",
)
_TWO_CAPITALS = regex(rf"(?<!\w)(?:{'|'.join(_BOTH_CAPITAL)})(?=\s+số\s+\d)")


@rule("note", N_("«{words}» là tên một văn bản cụ thể."), N_("Viết hoa chữ đầu: {right}."), is_safe=True)
def capital_doc_name(text: Manuscript) -> Iterator[Told]:
    """Tell each document that is named with a small letter."""
    for cited in text.cited:
        mention = cited.mention
        if not (mention.is_given or mention.is_quoted) and _is_small(mention):
            kind = mention.passage.text[slice(*mention.kind_span)]
            right = kind[0].upper() + kind[1:]
            yield about_words(mention.passage, *mention.kind_span, fix=right, right=right)
    for passage in text.having(*(kind.lower() for kind in _BOTH_CAPITAL)):
        for found in _TWO_CAPITALS.finditer(passage.text):
            if not passage.is_given(found.start()) and not any(a <= found.start() < b for a, b in passage.quotes):
                yield about_words(passage, *found.span(), fix=found[0].capitalize(), right=found[0].capitalize())
    for passage in text.having(*_GENERAL_WORDS):
        for found in _GENERAL.finditer(passage.text):
            right = found["kind"].lower()
            if not passage.is_given(found.start()) and not any(a <= found.start() < b for a, b in passage.quotes):
                yield about_words(passage, *found.span("kind"), fix=right, right=right, message=_MANY_IN_GENERAL)
    for passage in text.having("bộ luật"):
        for found in CODE.finditer(passage.text):
            right = f"Bộ luật {found['name'][0].upper()}{found['name'][1:]}"
            if found[0] != right and not passage.text.isupper() and not found["name"].isupper():
                yield about_words(passage, *found.span(), fix=right, right=right)


def _is_small(mention: DocumentMention) -> bool:
    first, last = mention.kind_span
    if first == last or mention.is_short or mention.is_listed or not mention.passage.text[first].islower():
        return False
    return not MANY.search(mention.passage.text, max(0, first - 12), first)
