"""Ngày viết không theo kiểu chung của văn bản.

Kiểm tra gì: Ngày trong câu có đủ bốn chữ số của năm, có dấu gạch chéo, số 0 chỉ đứng trước ngày dưới 10 và tháng 1, 2;
các căn cứ ghi ngày theo một cách.
Vì sao: Nhiều kiểu ngày trong một văn bản làm người đọc nghi ngờ cả số liệu; 12/8/27 có thể hiểu là năm 1927.
Căn cứ: Nghị định số 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II, điểm 4b; Hướng dẫn số 05-HD/VPTW, điểm 4.2.2.
Ví dụ sai: Gửi báo cáo trước ngày 05/04/2026.
Ví dụ đúng: Gửi báo cáo trước ngày 05/4/2026.
Từ phiên bản: 0.1.0
"""

from collections.abc import Iterator

from ...knowledge.standards.dates import STRICT
from ...mentions.dates import DateMention
from ...messages import N_, Message
from ...patterns import regex
from ..manuscript import Manuscript
from ..rule import Told, about, rule

SHORT_YEAR = Message(N_("Năm của ngày {words} chỉ có hai chữ số."), N_("Viết đủ năm: {right}"))
OTHER_SIGN = Message(N_("Ngày {words} không viết bằng dấu gạch chéo."), N_("Viết: {right}"))
MIXED = Message(
    N_("Căn cứ này ghi «{words}», các căn cứ khác ghi kiểu khác («{other}»)."),
    N_("Dùng một cách ghi ngày ở mọi căn cứ."),
)
_WELL = regex(r"(?<!\d)(?:0[1-9]|[12]\d|3[01])/(?:0[12]|[3-9]|1[0-2])/\d{4}\s*[-–]\s*$")
IN_SENTENCES = frozenset({"heading", "paragraph", "item", "subject"})


@rule(
    "note",
    N_(
        "Số 0 trong ngày {words} không theo cách viết chung (ngày dưới 10 và tháng 1, 2 thêm số 0; tháng 3 đến 9 không)."
    ),
    N_("Viết: {right}"),
    is_safe=True,
)
def date_short_form(text: Manuscript) -> Iterator[Told]:
    """Tell each date of a sentence whose figures are written otherwise; dates in brackets and quotations are left."""
    for found in text.mentions.dates:
        is_deadline = found.has_short_year and found.passage.path[-1:] == ("thoi_han",)
        is_judged = found.passage.zone in IN_SENTENCES or is_deadline
        if is_judged and found.sign and found.when and not _is_left(found):
            right = STRICT.write(found.when)
            if found.has_short_year:
                yield about(found, message=SHORT_YEAR, right=right)
            elif found.sign != "/":
                yield about(found, fix=right, message=OTHER_SIGN, right=right)
            elif found.words.split()[-1] != right and not found.words.startswith("ngày"):
                yield about(found, fix=right, right=right)
    yield from _tell_mixed(text)


def _tell_mixed(text: Manuscript) -> Iterator[Told]:
    """Yield the first date of the legal bases that is written otherwise than most of them: in words, or in figures."""
    dates = [d for d in text.mentions.dates if d.passage.zone == "base" and d.full and d.sign in ("", "/")]
    firsts = {id(d.passage): d for d in reversed(dates)}.values()  # of one that stands in a title nothing is said
    dates = [d for d in firsts if not (d.is_given or d.is_in_title or d.is_quoted)]
    worded, figured = ([d for d in dates if bool(d.sign) is is_figured] for is_figured in (False, True))
    if worded and figured:
        few, many = sorted((worded, figured), key=len)
        yield about(few[0], message=MIXED, other=many[0].words)


def _is_left(found: DateMention) -> bool:
    before = found.passage.text[: found.start]
    opened = before.rfind("(")
    is_in_brackets = opened > before.rfind(")") and not _WELL.search(before, opened)  # beside one that is written well
    return found.is_quoted or found.is_given or found.is_lunar or is_in_brackets or found.is_in_title
