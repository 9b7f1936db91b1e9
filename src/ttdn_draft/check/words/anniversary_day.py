"""Ngày, tháng, năm của ngày kỷ niệm khác với lịch.

Kiểm tra gì: Mốc đầu của ngày kỷ niệm so với lịch (toàn quốc, của gói); hai mốc cùng ngày, cùng mức; ngày viết sau tên ngày lễ.
Vì sao: Tuyên truyền nhầm ngày lễ lớn thì phải thu hồi, đính chính.
Căn cứ: Nghị định số 145/2013/NĐ-CP, Điều 4; Nghị định số 111/2018/NĐ-CP (ngày thành lập, ngày truyền thống).
Ví dụ sai: Tuyên truyền Ngày thành lập Quân đội nhân dân Việt Nam (20/12).
Ví dụ đúng: Tuyên truyền Ngày thành lập Quân đội nhân dân Việt Nam (22/12).
Từ phiên bản: 0.1.0
"""

import re
from collections.abc import Iterator, Sequence

from ...knowledge.days.anniversaries import Anniversary
from ...knowledge.standards.dates import STRICT
from ...mentions.named_dates import NamedDate
from ...messages import N_, Message
from ...model import PartialDate
from ...patterns import regex
from ..anniversaries import level_of, list_slips
from ..manuscript import Manuscript
from ..rule import Told, about, rule

NOT_ITS_DAY = Message(
    N_("{words} không phải ngày của «{name}»: lịch ghi {known} (nguồn: {source})."), N_("Đối chiếu nguồn, sửa ngày.")
)
_FEAST = regex(
    r"\b(?:lễ|hội\s+nghị|mít\s+tinh|gặp\s+mặt|tọa\s+đàm|toạ\s+đàm|tổ\s+chức|chương\s+trình|họp\s+mặt|hội\s+thảo|ra\s+quân|phát\s+động)\b",
    re.I,
)
LONG = 10  # years behind its origin in which the year of a day is no slip of the origin
RECENT = 1  # years before that of the document, in which a celebration may have had another day


@rule(
    "error",
    N_("«{name}»: văn bản ghi gốc {typed}, lịch ghi {known} (nguồn: {source})."),
    N_("Đối chiếu nguồn; lịch đúng thì viết: {right}"),
)
def anniversary_day(text: Manuscript) -> Iterator[Told]:
    """Tell each day of an anniversary that is not that of the calendar, or not the same in both dates."""
    yield from (told for kind, told in list_slips(text) if kind == "day")
    for found in text.mentions.named_dates:
        if not found.is_given and not _is_of_celebration(found, text):
            yield from _check_named(found, text.grounds.named_days.find_end(found.before))


def _is_of_celebration(found: NamedDate, text: Manuscript) -> bool:
    """Tell whether a day may be that on which something is held: it has a year of these days, and there is a feast."""
    is_recent = bool(found.year and (text.day is None or found.year >= text.day.year - RECENT))
    return is_recent and bool(_FEAST.search(found.before))


def _check_named(found: NamedDate, entries: Sequence[Anniversary]) -> Iterator[Told]:
    known = [e for e in entries if e.month and e.day and not e.is_lunar]
    if not known or len(known) < len(entries) or any(_is_day(entry, found) for entry in known):
        return
    entry = known[-1]
    right = STRICT.write_day(entry.month or 0, entry.day or 0)
    if found.year and entry.origin and found.year <= entry.origin.year + LONG:
        right = STRICT.write(PartialDate(entry.origin.year, entry.month, entry.day))
    facts = {"name": entry.name, "known": right, "source": entry.source}
    yield about(found, fix=right, level=level_of(entry), message=NOT_ITS_DAY, **facts)


def _is_day(entry: Anniversary, found: NamedDate) -> bool:
    is_year = (
        not (found.year and entry.origin) or found.year == entry.origin.year or found.year > entry.origin.year + LONG
    )
    return (entry.day, entry.month) == (found.day, found.month) and is_year
