"""Số năm kỷ niệm không bằng hiệu hai mốc, hoặc không phải số năm của năm văn bản.

Kiểm tra gì: Số năm, «tròn», «lần thứ» trước tên ngày kỷ niệm so với hai mốc trong ngoặc, với năm của văn bản và với lịch.
Vì sao: Con số này in lên băng rôn, khẩu hiệu; sai một năm là cả tỉnh làm theo.
Căn cứ: Nghị định số 145/2013/NĐ-CP, Điều 3, Điều 4 (năm tròn, ngày lễ lớn).
Ví dụ sai: Kỷ niệm 78 năm Ngày Thương binh - Liệt sĩ (27/7/1947 - 27/7/2026).
Ví dụ đúng: Kỷ niệm 79 năm Ngày Thương binh - Liệt sĩ (27/7/1947 - 27/7/2026).
Từ phiên bản: 0.1.0
"""

from collections.abc import Iterator

from ...messages import N_, Message
from ...model.mentions import Mention
from ...patterns import regex
from ..anniversaries import list_slips
from ..document_years import list_likely_years
from ..manuscript import Manuscript
from ..rule import Told, about, about_words, rule

BETWEEN = Message(N_("Ghi {words}, mà từ {first} đến {last} là {passed} năm."), N_("Sửa số năm, hoặc sửa hai mốc."))
OF_RENEWAL = Message(N_("Ghi {words}; từ năm 1986 đến năm {year} là {passed} năm."), N_("Xem lại số năm đổi mới."))
_RENEWAL = regex(
    r"(?<!hơn )(?<!gần )(?<!trên )(?<!khoảng )(?<!kết )\b(?P<words>(?P<count>\d{1,2})\s+năm\s+(?:(?:thực\s+hiện|tiến\s+hành|của|công\s+cuộc|"
    r"đường\s+lối|sự\s+nghiệp)\s+){0,3}[đĐ]ổi\s+mới)\b(?!\s+(?:công\s+nghệ|sáng|nội|phương|giáo|căn|toàn\s+diện\s+giáo))"
)
_ONLY_COUNT = regex(r"\s*(?:lần\s+thứ\s+)?(?P<count>\d{1,3})(?:\s+năm)?\s*")
_BOTH_DAYS = regex(r"(?P<first>1[89]\d{2}|20\d{2})\s*[-–]\s*(?:\d{1,2}/\d{1,2}/)?(?P<last>20\d{2})\s*\)")
BEGUN = 1986  # Đại hội đại biểu toàn quốc lần thứ VI của Đảng (12/1986)
ROUND = 5  # "40 năm đổi mới" is the name of what was summed up, and stays


@rule("error", N_("Ghi {words}, mà {start} - {end} là {passed} năm."), N_("Sửa số năm thành {passed}, hoặc sửa mốc."))
def anniversary_count(text: Manuscript) -> Iterator[Told]:
    """Tell each number of years that is not that between its dates, or that of the year of the document."""
    told = [told for kind, told in list_slips(text) if kind == "count"]
    yield from told
    known = {(one.path, one.start) for one in told}
    for found in text.mentions.year_spans:
        is_told = (found.passage.path, found.start) in known or _is_held(found, text)
        if not (found.is_right or found.is_quoted or found.is_given or is_told):
            first, last, passed = found.first, found.last, found.passed
            yield about(found, level="warning", message=BETWEEN, first=first, last=last, passed=passed)
    yield from _check_renewal(text)
    yield from _check_cells(text)


def _is_held(found: Mention, text: Manuscript) -> bool:
    """Tell whether a number of years is held against its days already."""
    counts = (c for c in text.mentions.counts if c.passage is found.passage and c.start == found.start)
    return any(count.dates and count.may_be_anniversary for count in counts)


def _check_cells(text: Manuscript) -> Iterator[Told]:
    """Yield the number of years in a cell of its own that is not that between the two days beside it."""
    for passage in text.having(" năm"):
        count = _ONLY_COUNT.fullmatch(passage.text) if passage.zone == "cell" else None
        row = [p for p in text.in_zones("cell") if p.path[:-1] == passage.path[:-1]] if count else []
        for both in (found for cell in row if (found := _BOTH_DAYS.search(cell.text))):
            first, last = int(both["first"]), int(both["last"])
            if count and int(count["count"]) != last - first:
                span = count.span("count")
                yield about_words(passage, *span, message=BETWEEN, first=first, last=last, passed=last - first)


def _check_renewal(text: Manuscript) -> Iterator[Told]:
    """Yield the years of đổi mới that are not those up to a year of the document."""
    years = list_likely_years(text)
    for passage in text.having("năm đổi mới", "cuộc đổi mới", "lối đổi mới", "nghiệp đổi mới") if years else ():
        for found in _RENEWAL.finditer(passage.text):
            count, passed = int(found["count"]), [year - BEGUN for year in years]
            is_near = any(abs(count - one) <= 1 for one in passed)
            if count % ROUND and not is_near and not passage.is_given(found.start()):
                span = found.span("words")
                yield about_words(passage, *span, level="warning", message=OF_RENEWAL, year=years[0], passed=passed[0])
