"""Nhóm chữ số hỏng hoặc viết theo kiểu nước ngoài.

Kiểm tra gì: Dấu chấm ngăn từng ba chữ số, dấu phẩy trước phần lẻ (5.378.700.000; 7,5%); số không dính liền đơn vị,
không lẫn chữ (100N tấn); trong một dãy công suất, sản lượng ý nào cũng có số.
Vì sao: Người đọc ra số khác: 1,450 lượt người có thể đọc là chưa đến hai lượt.
Căn cứ: Quy ước viết số của tiếng Việt; không có điều khoản riêng.
Ví dụ sai: Tổ chức 12 buổi với 1,450 lượt người tham dự.
Ví dụ đúng: Tổ chức 12 buổi với 1.450 lượt người tham dự.
Từ phiên bản: 0.1.0
"""

import re
from collections.abc import Iterator

from ...messages import N_, Message
from ...model.mentions import TEXT_ZONES, Passage
from ...model.numbers import LIKE_FIGURES
from ...patterns import regex
from ..manuscript import Manuscript
from ..rule import Told, about_words, rule

BROKEN = Message(
    N_("Số {words} có nhóm không đủ ba chữ số."), N_("Xem lại số, ngăn từng ba chữ số, ví dụ 1.250.000.000.")
)
LETTER = Message(N_("«{words}»: có chữ lẫn trong số."), N_("Xem lại số, viết số rồi đến đơn vị."))
IN_CELL = Message(N_("«{words}»: có chữ lẫn trong số."), N_("Viết: {right}"))
_LONG_CELL = 10  # letters, from which on a cell is no number
_LETTER_IN_CELL = regex(r"\d{1,3}(?:[.,]?\d{3})*[Oo]{1,3}\d*|\d+[lI]\d+")
NO_NUMBER = Message(N_("«{words}»: chưa có số trước đơn vị."), N_("Ghi số; các ý bên cạnh đều có số."))
STUCK = Message(N_("«{words}»: số dính liền đơn vị."), N_("Viết: {right}"))
_THINGS = (
    r"(?:đồng|VNĐ|USD|người|lượt|hộ|tin|bài|bản|cuốn|tờ|lớp|buổi|cuộc|đoàn|khách|học|cán|đảng|đại|doanh|trường|xã|sản|tài|văn|"
    r"suất|phần|vé|hội|tập|cá|em|cháu|gia|nhà|phiếu|ý|đơn|ấn|hồ|lao|dự|hợp|nhiệm|thôn|xóm|bộ|cơ|chiến|đồng\s+chí)\b"
)
_AMOUNTS = r"(?:(?:nghìn|ngàn|triệu|tỷ|tỉ)\s+[^\W\d_]|%|km|ha\b|tấn\b|kg\b)"
_BEGIN, _END = r"(?<![\w.,/+-])", r"(?=(?:đ|₫|VNĐ|VND)(?!\w)|(?![\w]|[.,/-]\d))"
_COMMAS = regex(rf"{_BEGIN}(?:\d{{1,3}}(?:,\d{{3}}){{2,}}|\d{{1,3}},\d{{3}}(?=\s+{_THINGS})){_END}")
_COMMA_OF_SUM = regex(rf"{_BEGIN}\d{{1,3}},\d\d0(?=\s+(?:triệu|tỷ|tỉ)\s+đồng)")  # no decimals end with 0
_MIXED = regex(rf"{_BEGIN}\d{{1,3}}(?:,\d{{3}})+\.\d{{1,2}}{_END}")
_BLANKS = regex(rf"{_BEGIN}\d{{1,3}}(?:[ \u00a0]\d{{3}}){{2,}}(?=\s+(?:{_THINGS}|{_AMOUNTS}))")
_ONE_BLANK = regex(rf"(?<!\d ){_BEGIN}[1-9]\d{{0,2}}[ \u00a0]\d{{3}}(?=\s+(?:{_THINGS}|{_AMOUNTS}))")
_POINT = regex(rf"{_BEGIN}\d{{1,6}}\.\d{{1,2}}(?=\s*{_AMOUNTS})")
_DOTS = regex(rf"{_BEGIN}\d{{1,6}}(?:\.\d+)+(?=\s+(?:{_THINGS}|{_AMOUNTS}))")
_NEAR = regex(r"\d(?:[., \u00a0]\d| \.\d|\. \d|[.,]*[^\W\d_])")  # in every text that one of them is found in
_APART = regex(rf"(?<![\w.,/+-])\d{{1,3}}(?: \.\d{{3}}|\. \d{{3}})(?:\.\d{{3}})*(?=\s+(?:{_THINGS}|{_AMOUNTS}))")
_GROUPED = regex(r"\d{1,3}(?:\.\d{3})+|\d{1,6}\.\d{1,2}")
_STUCK = regex(
    r"(?<![\w.,/-])(?P<number>\d[\d.,]*)(?P<unit>triệu|tỷ|nghìn|đồng|người|lượt|bản|lớp|buổi|cuộc|hộ|đoàn)\b"
)
_ZONES = TEXT_ZONES | {"subject", "annex-title"}
_LISTED = regex(
    r"(?:mã|số|mục|điểm|khoản|Điều|phiên bản|điện thoại|ĐT|Fax|tài khoản|STK|Bảng|Biểu|Hình|tháng|ngày|quý|năm|lớp|phường)\s*:?\s*$",
    re.I,
)
_UNIT_WORDS = ("tấn", "kg", "lít", "ha", "m2", "m3", "m²", "m³", "mét", "triệu", "tỷ", "tỉ", "đồng")
_UNITS = rf"(?:{'|'.join(_UNIT_WORDS)})"
_LETTER = regex(rf"(?<![\w.,/-])\d[\d.,]*[ \u00a0]?[A-ZĐ](?=[ \u00a0]{_UNITS}(?!\w))(?:[ \u00a0]{_UNITS})")
_RATE = rf"{_UNITS}/(?:năm|tháng|ngày|giờ|ca|vụ)"
_WITH_RATE = regex(rf"\d[ \u00a0]{_RATE}(?!\w)")
_NO_RATE = regex(
    rf"(?:^|(?<=[;,:\n]))[ \u00a0]*(?P<words>[^\W\d_](?:(?!(?:bằng|theo|là|tính)\s)[^\d;,:()\n]){{1,50}}\s{_RATE})(?=\s*[;,.])"
)
_IN_PIECES = regex(
    r"(?<![\w.,/+-])\d{1,3},\d{1,2}(?=\s+(?:cán\s+bộ|người|đại\s+biểu|đồng\s+chí|đảng\s+viên|công\s+chức|học\s+viên|phóng\s+viên|cơ\s+quan|đơn\s+vị|hội\s+nghị|"
    r"xã|phường|lớp|đoàn|cuộc|buổi|hộ|thôn|xóm|doanh\s+nghiệp)(?![\w/]))"
)
_THREE_DECIMALS = regex(rf"{_BEGIN}\d{{1,3}}(?:\.\d{{3}})+,000(?=\s*(?:đ|đồng|VNĐ)(?!\w))")
_ON_AVERAGE = regex(r"\b(?:bình\s+quân|trung\s+bình|mật\s+độ|tỷ\s+lệ|tỉ\s+lệ|mức|cứ|mỗi\s+[^\W\d_]+\s+có)\b|/", re.I)
PIECES = Message(
    N_("«{words}»: số người, số cơ quan không có phần lẻ."), N_("Xem lại số; số bình quân thì ghi rõ bình quân.")
)
_GROUP = 3  # digits
_SWAPPED = str.maketrans(".,", ",.")


@rule("warning", N_("Số {words} không viết theo cách viết số của tiếng Việt."), N_("Viết: {right}"), is_safe=True)
def digit_groups(text: Manuscript) -> Iterator[Told]:
    """Tell each number whose marks are of another language, or whose groups are broken."""
    with_units = frozenset(text.sentences_with(*_UNIT_WORDS))
    for passage in text.mentions.index.with_digits:
        words = passage.text
        if passage.zone in _ZONES and not words.isascii() and _NEAR.search(words):
            yield from _check(passage)
        if passage in with_units:
            yield from _check_units(passage)
        if passage.zone == "cell" and len(words) < _LONG_CELL and _LETTER_IN_CELL.fullmatch(words):
            right = words.translate(LIKE_FIGURES)
            yield about_words(passage, 0, len(words), fix=right, message=IN_CELL, right=right)


def _check(passage: Passage) -> Iterator[Told]:
    words = passage.text
    if "," in words:
        for found in _IN_PIECES.finditer(words):
            if not _ON_AVERAGE.search(words) and not passage.is_given(found.start()):
                yield about_words(passage, *found.span(), message=PIECES)
        for found in (*_COMMAS.finditer(words), *_COMMA_OF_SUM.finditer(words), *_MIXED.finditer(words)):
            yield from _tell(passage, found, found[0].translate(_SWAPPED))
    if "." in words:
        for found in _POINT.finditer(words):
            if found.start():
                yield from _tell(passage, found, found[0].translate(_SWAPPED))
        for found in _THREE_DECIMALS.finditer(words):
            yield from _tell(passage, found, None)
        for found in _DOTS.finditer(words):
            is_long = len(found[0].rpartition(".")[2]) > _GROUP
            if not _GROUPED.fullmatch(found[0]) and (found[0].count(".") > 1 or is_long):
                yield from _tell(passage, found, None)
    for found in _APART.finditer(words) if " ." in words or ". " in words else ():
        yield from _tell(passage, found, found[0].replace(" ", ""))
    for found in _BLANKS.finditer(words):
        yield from _tell(passage, found, re.sub(r"\s", ".", found[0]))
    for found in _ONE_BLANK.finditer(words):
        yield from _tell(passage, found, re.sub(r"\s", ".", found[0]))
    for found in _STUCK.finditer(words):
        yield from _tell(passage, found, f"{found['number']} {found['unit']}", STUCK)


def _check_units(passage: Passage) -> Iterator[Told]:
    """Yield numbers with a letter in them, and units without a number in a row in which others have one."""
    for found in _LETTER.finditer(passage.text):
        yield about_words(passage, *found.span(), message=LETTER)
    if len(_WITH_RATE.findall(passage.text)) > 1:
        for found in _NO_RATE.finditer(passage.text):
            yield about_words(passage, *found.span("words"), message=NO_NUMBER)


def _tell(passage: Passage, found: re.Match[str], right: str | None, message: Message | None = None) -> Iterator[Told]:
    """Yield one finding, unless it is a code, or stands in a quotation or in what the program wrote."""
    start, end = found.span()
    is_quoted = any(first <= start and end <= last for first, last in passage.quotes)
    if not (is_quoted or passage.is_given(start) or _LISTED.search(passage.text, max(0, start - 14), start)):
        if right is None:
            yield about_words(passage, start, end, message=BROKEN, level="error")
        else:
            yield about_words(passage, start, end, fix=right, message=message, right=right)
