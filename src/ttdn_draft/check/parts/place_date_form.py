"""Địa danh gõ kèm ngày tháng, chữ số, hay viết hoa toàn bộ.

Kiểm tra gì: Khoá dia_danh chỉ có tên nơi ban hành, viết hoa chữ đầu; ngày, tháng, năm viết ở khoá ngay.
Vì sao: Chương trình tự in dấu phẩy, ngày, tháng, năm với số 0; gõ thêm thì in hai lần.
Căn cứ: Nghị định số 30/2020/NĐ-CP, Phụ lục I, Phần II, mục 4, điểm b, c; Hướng dẫn số 05-HD/VPTW, tr. 10.
Ví dụ sai: dia_danh: CAO BẰNG
Ví dụ đúng: dia_danh: Cao Bằng
Từ phiên bản: 0.1.0
"""

import re
from collections.abc import Iterator

from ...knowledge.standards.dates import STRICT, pad
from ...messages import N_, Message
from ...patterns import regex
from ..manuscript import Manuscript
from ..rule import Told, about_words, rule

DATED_PLACE = regex(r"\s*(?:,?\s*(?:ngày|tháng)\b.*|,\s*\d.*|\s\d+(?:[/.-]\d.*|\s*tháng\b.*)|\s\d{4})$", re.I | re.S)
"""A date behind a place; a number alone is part of a name: Quận 1, Đạ Huoai 3."""
FIGURES = regex(r"(?<!\d)(?P<day>\d{1,2})[/.-](?P<month>\d{1,2})[/.-](?P<year>\d{4})(?!\d)")
SHORT = Message(N_("Dòng địa danh ghi ngày bằng số: «{words}»."), N_("Viết đủ: {right}."))
SMALL = Message(N_("Địa danh «{words}» không viết hoa đúng."), N_("Viết {right}."))


@rule("warning", N_("Địa danh «{words}» có ngày, tháng."), N_("Chỉ ghi tên nơi ban hành; ngày viết ở khoá ngay."))
def place_date_form(text: Manuscript) -> Iterator[Told]:
    """Tell a place that is written with a date, without its capital, or in capitals only."""
    for passage in text.in_zones("place"):
        words = passage.text.strip()
        if (found := DATED_PLACE.search(words)) and found.start():
            yield about_words(passage, 0, len(passage.text))
        elif words.isupper() or words.islower():
            right = words.title()
            yield about_words(passage, 0, len(passage.text), message=SMALL, fix=right, right=right)
    line = text.source.rewritten.get(("ngay",), "")  # of a Word file, which is printed anew
    if found := FIGURES.search(line):
        day, month = pad(int(found["day"]), STRICT.day_below), pad(int(found["month"]), STRICT.month_below)
        right = f"ngày {day} tháng {month} năm {found['year']}"
        yield Told(path=("ngay",), words=found[0], start=found.start(), message=SHORT, facts={"right": right})
