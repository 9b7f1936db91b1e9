"""Danh sách tự động và số gõ tay lẫn nhau, ngôn ngữ soát lỗi sai, hoặc mã hình trùng nhau.

Kiểm tra gì: Cách đánh số của các mục cùng cấp; ngôn ngữ soát chính tả của chữ (nl-NL, fr-FR …); mã của các hình vẽ.
Vì sao: Sửa sau dễ hỏng: chèn một mục thì số gõ tay không đổi theo; Word gạch đỏ mọi chữ Việt.
Căn cứ: Không có quy định; thông lệ dùng Word.
Ví dụ sai: {văn bản: ngôn ngữ nl-NL}
Ví dụ đúng: {văn bản: ngôn ngữ vi-VN}
Từ phiên bản: 0.1.0
"""

import re
from collections.abc import Iterator

from ...messages import N_, Message
from ...patterns import regex
from ...word.formats import attribute_of
from ...word.reading_order import NOT_SHOWN
from ..look_rule import Seen, about_line, look_rule
from ..sheet import LookSheet, ShownLine

LANGUAGES_SEEN = regex(r"(?:vi|en|x-none|und)\b", re.I)  # of which nobody is in the way
MOST_FOREIGN = 0.2  # of the letters: a foreign name or quotation is less
TYPED_NUMBER = regex(r"\s*(?:[IVX]+|\d+(?:\.\d+)*)[.)-]\s")
LEAST_COUNTED = 2
MIXED = Message(
    N_("Các mục cùng cấp có chỗ đánh số tự động, có chỗ gõ tay: «{words}»."), N_("Dùng một cách cho cả văn bản.")
)
TWICE = Message(N_("Hai hình vẽ mang cùng một mã {found}."), N_("Xoá một hình rồi vẽ lại; Word có thể báo tệp hỏng."))
WP_NAME = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"


@look_rule(
    "note",
    N_("Chữ đặt ngôn ngữ soát lỗi {found}, không phải tiếng Việt."),
    N_("Chọn cả văn bản, Review, Language, Vietnamese."),
)
def word_mechanics(sheet: LookSheet) -> Iterator[Seen]:
    """Tell what will be in the way of whoever goes on with the file in Word, each kind once."""
    if sheet.first is None:
        return
    if foreign := _find_language(sheet):
        yield about_line(sheet.first, found=foreign)
    if mixed := _find_mixed(sheet):
        yield about_line(mixed, message=MIXED)
    if twice := _find_twice(sheet):
        yield about_line(sheet.first, message=TWICE, found=twice)


def _find_language(sheet: LookSheet) -> str:
    """Return the language that a great part of the letters is set in, where it is none that documents are in."""
    counts: dict[str, int] = {}
    for line in sheet.of("body", "heading", "basis"):
        for run in line.lettered:
            language = attribute_of(run.element, "rPr/lang") or "vi"
            counts[language] = counts.get(language, 0) + len(run.words)
    foreign = {name: count for name, count in counts.items() if not LANGUAGES_SEEN.match(name)}
    most = max(foreign, key=lambda name: foreign[name], default="")
    return most if most and foreign[most] > MOST_FOREIGN * sum(counts.values()) else ""


def _find_mixed(sheet: LookSheet) -> ShownLine | None:
    """Return the first line that is numbered otherwise than most of its level are."""
    for level in ("I", "1", "1.1"):
        lines = [line for line in sheet.of("body", "heading") if line.level == level]
        counted = [line for line in lines if line.label]
        typed = [line for line in lines if not line.label and TYPED_NUMBER.match(line.words)]
        if min(len(counted), len(typed)) >= LEAST_COUNTED:
            return min(counted, typed, key=len)[0]
    return None


def _find_twice(sheet: LookSheet) -> str:
    """Return an id that two drawings have."""
    seen = set[str]()
    for drawing in sheet.paragraphs[0].getroottree().iter(WP_NAME) if sheet.paragraphs else ():
        if any(above.tag in NOT_SHOWN for above in drawing.iterancestors()):
            continue
        number = str(drawing.get("id"))
        if number in seen:
            return number
        seen.add(number)
    return ""
