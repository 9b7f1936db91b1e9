"""Reads what was left to be written: passages go in, dots, letters and marks that stand for words come out.

Kinds: "dots" (……, ____, ngày …), "letters" (XX, xxx, ???), "mark" ({{ten}}, [bổ sung số liệu], lorem ipsum, Error! …),
"number" (a cited document without its number or day), "cell" ([o: ten], which a row of a table fills in).
"""

import re
from collections.abc import Iterable, Iterator

from ..model.listing import ELLIPSIS
from ..model.marks import CELL_MARK, find_pending
from ..model.mentions import TEXT_ZONES, Mention, Passage
from ..patterns import regex
from ..records import dataclass

_DOTS = r"(?:…[….]*[….]|\.{4,}|_{3,})"
_FEW_DOTS = r"(?:…[….]{0,8}|\.{2,9})"
_THINGS = (
    r"(?:đồng|triệu|tỷ|người|lượt|hộ|tin|bài|bản|cuốn|tờ|lớp|buổi|cuộc|đoàn|khách|học viên|cán bộ|đảng viên|đại biểu|"
    r"sản phẩm|tài liệu|văn bản|số|suất|hội nghị|chuyên mục|phim|ảnh|điểm|xã|phường|phóng viên|đợt|đơn vị|%)(?!\w)"
)
"""What is counted: before it stands a number."""
_DOTTED = regex(
    rf"{_FEW_DOTS}(?:/{_FEW_DOTS})+(?:/\d{{4}})?|{_FEW_DOTS}/\d{{1,2}}/\d{{4}}"
    rf"|(?<!\d)\d{{1,2}}/{_FEW_DOTS}/\d{{4}}|{_DOTS}(?:[ \u00a0]+{_DOTS})*"
    rf"|(?<=\bngày )(?:…|\.{{3}})(?=\s)|(?<=\bsố )(?:…|\.{{3}})(?=[\s/])"
    r"|(?:(?<=\bSở )|(?<=\bBan )|(?<=\bPhòng )|(?<=\bxã )|(?<=đồng chí )|(?<=Đồng chí ))(?:…|\.{3})(?=\s+[^\W\d_])"
    rf"|(?<=\w )(?:…|\.{{2,3}}|_{{2}})(?= {_THINGS})",
    re.I,
)
_LETTERS = regex(
    rf"\b(?:[^\W\d_]+ ){{0,2}}năm(?: 0(?![\d,.])|: 0 là\b)|(?<![\w/.,:-])0{{2,3}}(?= {_THINGS})"
    rf"|(?<![\w/-])(?<![^\d]\.)(?:[xX]{{2,}}(?:/[xX]{{2,}})*(?:/\d{{4}})?|\?{{2,}}|\(\?\))(?![\w-])"
)
_ROMAN_AFTER = regex(
    r"(?:thế\s+kỷ|thế\s+kỉ|thứ|kh[oó][aá]|khoá|Đại\s+hội|kỳ|Chương|Phần|lục|mục|Mục|[XVI]+\s*[-–,]|[XVI]+\s+và|Bảng|quý|cấp|loại|hạng|nhóm)\s*$",
    re.I,
)
_NO_PERSON = regex(
    r"\b(?:Nguyễn|Trần|Lê|Phạm|Lý|Hoàng|Nông|Bùi|Đỗ|Vũ|Võ)\s+(?:Văn|Thị)\s+[ABX](?![\w.])|(?<=[Đđ]ồng\s[Cc]hí\s)[ABX](?=[,;]\s)"
)
"""A name that stands for the name of a person: Nguyễn Văn A."""
_NAMED = regex(r"\s+là\b")
_MARK = regex(
    r"\{\{[^{}\n]{0,80}\}\}|\blorem\s+ipsum\b|\b(?:TODO|TBD)\b"
    r"|\[\s*(?:cần\s+)?(?:bổ\s+sung|nhập|chèn|cập\s+nhật|ghi\s+rõ|số\s+liệu|tên|nội\s+dung|thêm)\b[^\[\]\n]{0,80}\]"
    r"|\[\s*(?:số(?:\s+(?:lượng|tiền|liệu))?|ngày|tháng|năm|thời\s+gian|địa\s+điểm|họ\s+(?:và\s+)?tên|đơn\s+vị|cơ\s+quan|chức\s+vụ|kinh\s+phí)\s*\]"
    r"|\(\s*(?:cần\s+)?(?:bổ\s+sung|cập\s+nhật|điền)(?:\s+(?:sau|thêm|số\s+liệu|số))+\s*\)"
    r"|\b(?:Error!|Lỗi!)\s+\w[^.!?\n]{0,60}|\bClick\s+(?:or\s+tap\s+)?here\s+to\s+enter\s+(?:text|a\s+date)\b"
    r"|\(\s*(?:(?:đang\s+)?chờ|xin|cần|đề\s+nghị)\s+(?:xác\s+nhận|bổ\s+sung|cập\s+nhật|kiểm\s+tra|ý\s+kiến|số\s+liệu)[^()\n]{0,40}\)"
    r"|\(\s*(?:kiểm\s+tra|xem|hỏi)\s+lại\b[^()\n]{0,40}\)|\(\s*(?:ghi\s+rõ|điền)\s+(?:họ|tên|số|đơn\s+vị|ngày|địa|thời|nội\s+dung)[^()\n]{0,40}\)"
    r"|<\s*(?:tên|số|ngày|nội\s+dung|đơn\s+vị|cơ\s+quan|họ|nơi|địa|thời|ghi|điền|chức)\b[^<>\n]{0,60}>",
    re.I,
)
_NUMBERLESS = regex(
    r"\bsố[ \u00a0]*/(?=[A-ZĐ]{2,})|\bngày\s+tháng\s+(?:\d{1,2}\s+)?năm\s+20\d\d\b"
    r"|\bngày[ \u00a0]+/[ \u00a0]*/?\s*20\d\d\b"
    r"|(?<=\btại )(?:Văn bản|Công văn|Tờ trình|Thông báo|Quyết định|Giấy đề nghị)\s+năm\s+20\d\d\b"
)
_ENCLOSED = regex(r"\b(?:kèm\s+theo|ban\s+hành\s+theo)\s+\D{0,60}$", re.I)
"""Before the number of the document itself, which comes when it is signed."""
_DAY_WORDS = regex(r"[\W_]|\b(?:ngày|tháng|năm)\b", re.I)
_MAY_BE_MARK = regex(
    r"[{\[(<]\s*(?:\{|cần|chờ|đang|xin|đề|kiểm|xem|hỏi|nơi|bổ|nhập|chèn|cập|ghi|số|tên|nội|thêm|điền|ngày|tháng|năm|thời|địa|chức|kinh|đơn|cơ|họ)"
    r"|lorem|todo|tbd|error!|lỗi!|click",
    re.I,
)
"""How a mark begins: tried first, since few texts have one."""
BLANK_SIGNS = (
    *(
        "*…*",
        "..",
        "*__*",
        "*xx*",
        "00",
        "000",
        "?",
        "*{{*",
        "*[*",
        "*<t*",
        "*<s*",
        "*<n*",
        "*<đ*",
        "*<c*",
        "*<h*",
        "*<g*",
        "<",
    ),
    *(
        "(chờ",
        "(đang chờ",
        "(xin",
        "(đề nghị",
        "(kiểm tra",
        "(xem lại",
        "(hỏi lại",
        "(ghi rõ",
        " văn a",
        " văn b",
        " thị a",
        " thị b",
    ),
    *("lorem", "todo", "tbd", "error!", "lỗi!", "click"),
    *("năm 0*", "năm: 0*", "bản năm", "văn năm", "trình năm", "báo năm", "định năm", "nghị năm"),
    *("số /*", "ngày tháng", "ngày /*", "(cần", "( cần", "(bổ sung", "( bổ sung", "(cập nhật", "(điền", "( điền"),
)
"""What stands, in small letters, in every passage in which something may be left to be written."""
_DAY_LINE = regex(r"\bngày\s*(?:…|\.{3,})\s*tháng\s*(?:…|\.{3,})\s*năm\s*(?:20)?(?:…|\.{2,})\s*$", re.I)
_LINE = 20  # underscores that are drawn, not left for a word
_TRAILING = 4  # dots behind a word at the end of a sentence: an ellipsis and a full stop


@dataclass(frozen=True, eq=False)
class BlankMention(Mention):
    """Something that stands for words that were not written."""

    kind: str

    @property
    def ends_label(self) -> bool:
        """Tell whether dots stand alone, at the end behind a label (Địa chỉ: ……), or where a day is filled in."""
        before, after = self.passage.text[: self.start].rstrip(), self.passage.text[self.end :]
        day = _DAY_LINE.search(self.passage.text)
        is_day = not _DAY_WORDS.sub("", self.passage.text) or bool(day and day.start() <= self.start)
        return self.kind == "dots" and (is_day or (not after.strip(" ./…_;,") and (not before or before.endswith(":"))))

    @property
    def ends_passage(self) -> bool:
        """Tell whether dots are the last of their line, as behind the labels of a form."""
        return self.kind == "dots" and not self.passage.text[self.end :].strip(" ./…_;,")


def read_blanks(passages: Iterable[Passage]) -> Iterator[BlankMention]:
    """Yield what is left to be written; the marks of this program, which others tell, are none."""
    for passage in passages:
        marked = [range(mark.start, mark.end) for mark in find_pending(passage.text)]
        for kind, found in _read(passage.text):
            if not any(found.start() in span for span in marked):
                yield BlankMention(passage, *found.span(), kind)
        if passage.zone not in TEXT_ZONES and passage.text.strip() in ELLIPSIS:
            yield BlankMention(passage, 0, len(passage.text), "dots")


def _read(text: str) -> Iterator[tuple[str, re.Match[str]]]:
    if "[" in text:
        yield from (("cell", found) for found in CELL_MARK.finditer(text))
    if "…" in text or ".." in text or "__" in text:
        yield from (("dots", found) for found in _DOTTED.finditer(text) if not _trails(text, found))
    if any(sign in text for sign in ("xx", "XX", "?", "00 ", "ăm 0", "ăm: 0")):
        for found in _LETTERS.finditer(text):
            is_named = _NAMED.match(text, found.end())  # the letters are explained: trong đó XX là số thứ tự
            if not is_named and not (
                found[0].isupper() and _ROMAN_AFTER.search(text, max(0, found.start() - 16), found.start())
            ):
                yield "letters", found
    if (
        (" Văn " in text or " Thị " in text)
        and "í dụ" not in text
        and not text.isupper()
        and ("đồng chí" in text.lower() or "(" not in text)
    ):
        yield from (("letters", found) for found in _NO_PERSON.finditer(text))
    if _MAY_BE_MARK.search(text):
        yield from (("mark", found) for found in _MARK.finditer(text))
    for found in _NUMBERLESS.finditer(text) if "/" in text or "ngày" in text or "năm" in text else ():
        if not _ENCLOSED.search(text, 0, found.start()):
            yield "number", found


def _trails(text: str, found: re.Match[str]) -> bool:
    """Tell whether dots end an enumeration: Hà Nội, Huế.... or v.v….; such dots stand behind a word, or a comma.

    A row of underscores that is no place for a word is a line.
    """
    before, after = text[: found.start()], text[found.end() :].strip()
    if found[0].startswith("__") and not before.rstrip().endswith(":"):
        return len(found[0]) >= _LINE or not (before.strip() and after[:1].isalnum())
    is_behind = before[-1:].isalnum() or before.rstrip()[-1:] in (",", ";")
    return is_behind and len(found[0]) <= _TRAILING and not (after[:1].isalnum() and after[:1].islower())
