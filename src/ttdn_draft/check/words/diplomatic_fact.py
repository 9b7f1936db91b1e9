"""Ngày lập quan hệ ngoại giao, số năm hoặc mức quan hệ đối tác không khớp bảng quan hệ.

Kiểm tra gì: Ngày thiết lập quan hệ ngoại giao, số năm kỷ niệm, mức quan hệ với từng nước tại ngày văn bản.
Vì sao: Ghi sai mức quan hệ, sai ngày của nước bạn là lỗi đối ngoại.
Căn cứ: Bảng quan hệ ngoại giao của chương trình (mỗi dòng có nguồn); không có điều khoản riêng.
Ví dụ sai: Thông tin về quan hệ Đối tác chiến lược với Nhật Bản.
Ví dụ đúng: Thông tin về quan hệ Đối tác chiến lược toàn diện với Nhật Bản.
Từ phiên bản: 0.1.0
"""

import re
from collections.abc import Iterator
from datetime import date
from itertools import groupby

from ...errors import Severity
from ...knowledge.relations import Partnership, Relation, RelationLevel, find_partnership
from ...knowledge.standards.dates import STRICT
from ...mentions.dates import DateMention
from ...mentions.partners import PartnerMention
from ...messages import N_, Message
from ...model import PartialDate
from ...patterns import regex
from ..anniversaries import is_date_of_count, list_slips
from ..cells import find_column_head, list_row
from ..manuscript import Manuscript
from ..rule import Told, about, about_words, rule
from ..ties import TIES, Origin, find_tie_origin

OTHER_LEVEL = Message(
    N_("Ghi «{words}», nhưng ngày {day} quan hệ với {names} là {right} (nguồn: {source})."),
    N_("Đối chiếu nguồn; giữ nguyên nếu nói về trước đó."),
)
NO_LEVEL = Message(
    N_("Ghi «{words}», nhưng bảng quan hệ chưa có mức nào với {names}."),
    N_("Đối chiếu nguồn; bảng có thể chưa có mức mới."),
)
WRONG_SINCE = Message(
    N_("Quan hệ ngoại giao với {name}: văn bản ghi {words}, bảng ghi {known} (nguồn: {source})."),
    N_("Đối chiếu nguồn, sửa ngày."),
)
_WHEN = regex(r"\s*(?:\(|,)?\s*(?:(?:từ|vào)\s+)?(?:ngày\s+)?$")
_BOTH_BEFORE = regex(
    r"\bViệt\s+Nam\s*(?:[-–]|và|với)\s*(?P<name>[A-ZĐ][^\d.,;:()]{2,40}?)\s+(?:đã\s+)?(?:chính\s+thức\s+)?(?:thiết\s+)?lập\s+$"
)
_REACH = 160
_COLUMN = regex(r"\bngoại\s+giao\b", re.I)
_IN_YEAR = regex(r"\s(?:vào\s+|từ\s+|trong\s+)?năm\s+(?P<year>(?:19|20)\d{2})(?!\d)")
_MADE = regex(r"(?:thiết\s+)?lập\s+quan\s+hệ\s+ngoại\s+giao\b", re.I)
_OF_DAY = regex(r"\bNgày\s+(?:\w+\s+){0,2}$|\d\s+năm\s+(?:\w+\s+){0,3}$")
_LATEST = 2  # years before the document from which on a year may be that of a feast


@rule(
    "error",
    N_("Quan hệ ngoại giao với {name}: văn bản ghi {typed}, bảng ghi {known} (nguồn: {source})."),
    N_("Đối chiếu nguồn; bảng đúng thì viết: {right}"),
)
def diplomatic_fact(text: Manuscript) -> Iterator[Told]:
    """Tell each day, count of years and level of relations that is not that of the table."""
    yield from (told for kind, told in list_slips(text) if kind == "relation")
    yield from _check_days(text)
    yield from _check_years(text)
    if text.day:
        for found in text.mentions.partners:
            if not (found.is_quoted or found.is_given or found.passage.zone == "base"):
                yield from _check_level(found, text.day)


def _check_days(text: Manuscript) -> Iterator[Told]:
    """Yield days behind the words for relations that no years are counted from."""
    for found in text.mentions.dates:
        origin = _find_origin(found) or _find_origin_of_row(found, text)
        if origin and found.full and not (_agrees(origin, found.full, text.day) or is_date_of_count(found, text)):
            known = STRICT.write(origin.since)
            fix = known if found.sign == "/" and found.words[0].isdigit() else None
            facts = {"name": origin.name, "known": known, "source": origin.source}
            yield about(found, fix=fix, level=origin.level, message=WRONG_SINCE, **facts)


def _check_years(text: Manuscript) -> Iterator[Told]:
    """Yield years in which relations are said to have been established, and were not."""
    for passage in text.having("ngoại giao"):
        for found in _IN_YEAR.finditer(passage.text):
            start, end = found.span("year")
            origin = _read_origin(passage.text[max(0, start - _REACH) : found.start()])
            is_past = text.day is None or int(found["year"]) < text.day.year - _LATEST
            is_open = is_past and not any(a <= start < b for a, b in passage.quotes)
            if origin and is_open and int(found["year"]) != origin.since.year and not _is_of_feast(passage.text, start):
                known = STRICT.write(origin.since)
                facts = {"name": origin.name, "known": known, "source": origin.source}
                yield about_words(passage, start, end, level=origin.level, message=WRONG_SINCE, **facts)


def _is_of_feast(text: str, start: int) -> bool:
    """Tell whether the words before relations are those of their day, which is held in many a year."""
    made = [found.start() for found in _MADE.finditer(text, 0, start)]
    return not made or bool(_OF_DAY.search(text, 0, made[-1]))


def _find_origin_of_row(found: DateMention, text: Manuscript) -> Origin | None:
    """Return the relations of the country of a row, where the column of a day is that of relations."""
    if found.passage.zone != "cell" or not _COLUMN.search(find_column_head(text, found.passage)):
        return None
    origins = (find_tie_origin(f"quan hệ ngoại giao Việt Nam - {name}") for name in list_row(text, found.passage))
    return next((origin for origin in origins if origin), None)


def _find_origin(found: DateMention) -> Origin | None:
    before = found.passage.text[max(0, found.start - _REACH) : found.start]
    return None if found.is_quoted else _read_origin(before)


def _read_origin(before: str) -> Origin | None:
    """Return the relations that the words before a day or a year are about."""
    named = before if "ngoại" in before else ""
    at = [match.start() for match in TIES.finditer(named)]
    if not at:
        return None
    behind = _WHEN.sub("", named[at[-1] :])
    both = _BOTH_BEFORE.search(named[: at[-1]]) if TIES.fullmatch(behind) else None
    return find_tie_origin(f"{behind} Việt Nam - {both['name']}" if both else behind)


def _agrees(origin: Origin, day: date, today: date | None) -> bool:
    """Tell whether a day is that of the origin, its return, or one of these years, on which something is held."""
    return_day = origin.since.move_to(day.year)
    is_recent = today is None or day.year >= today.year - 1
    return is_recent or (return_day.first <= day <= return_day.last and day.year == origin.since.year)


def _check_level(found: PartnerMention, day: date) -> Iterator[Told]:
    """Yield one finding for all countries of a level that have the same other one."""
    wrong = [(partner, find_partnership(partner.id, day)) for partner in found.partners]
    wrong = [(partner, known) for partner, known in wrong if not _has_level(known, found.level)]
    for level, pairs in groupby(wrong, key=lambda pair: pair[1].level if pair[1] else None):
        group = list(pairs)
        names = ", ".join(f"{partner.name}{_write_since(known)}" for partner, known in group)
        known = group[0][1]
        if known is None or level is None:
            yield about(found, level="note", message=NO_LEVEL, names=names)
            continue
        on = STRICT.write(PartialDate.of(day))
        facts = {"names": names, "right": str(level), "source": known.source, "day": on}
        fix = str(level) if found.words[0].islower() else str(level).capitalize()
        yield about(found, fix=fix, level=_level_of(group, day), message=OTHER_LEVEL, **facts)


def _has_level(known: Partnership | None, level: RelationLevel) -> bool:
    return known is not None and known.level in (level, RelationLevel.SPECIAL)


def _write_since(known: Partnership | None) -> str:
    return f" ({STRICT.write(known.since)})" if known and known.since else ""


def _level_of(group: list[tuple[Relation, Partnership | None]], day: date) -> Severity:
    is_certain = all(known is not None and known.is_certain(day) for _, known in group)
    return "warning" if is_certain else "note"
