"""Huyện, quận, thị xã, thị trấn, thành phố thuộc tỉnh ghi như còn tồn tại.

Kiểm tra gì: Tên đơn vị cấp huyện, thị trấn và cơ quan của đơn vị đó trong văn bản từ ngày 01/7/2025.
Vì sao: Cấp huyện đã kết thúc hoạt động; giao việc hoặc gửi cho nơi không còn là dấu vết của văn bản cũ.
Căn cứ: Luật Tổ chức chính quyền địa phương năm 2025; Nghị quyết số 202/2025/QH15;
Nghị định số 30/2020/NĐ-CP, Phụ lục I, mục II.2a, 4a.
Ví dụ sai: Giao UBND huyện Trùng Khánh tổ chức hội chợ vùng biên.
Ví dụ đúng: Giao UBND xã Trùng Khánh tổ chức hội chợ vùng biên.
Từ phiên bản: 0.1.0
"""

from collections.abc import Iterator
from datetime import date

from ...knowledge.places.communes import FIRST_DAY
from ...knowledge.places.gazetteer import KnownUnit
from ...mentions.contexts import is_of_its_time
from ...mentions.units import COMMUNE_KINDS, DISTRICT_KINDS, UnitMention
from ...messages import N_, Message, write_day
from ..manuscript import Manuscript
from ..rule import Told, about_words, rule
from ..successors import choose_near, list_successors, weigh

_DO = N_("Ghi xã, phường, đặc khu có việc; nếu nói về thời gian trước đó thì thêm «cũ» hoặc mốc thời gian.")
_WITHOUT_PARTS = Message(N_("«{words}» không còn từ ngày {day}."), _DO)


@rule("warning", N_("«{words}» không còn từ ngày {day}; nay gồm {parts}."), _DO)
def district_ended(text: Manuscript) -> Iterator[Told]:
    """Tell each district that is named as if there still were one."""
    if text.day is None or text.day < FIRST_DAY:
        return
    before: UnitMention | None = None
    for unit in text.mentions.units:
        if is_ended_district(unit, text.day) and not is_of_its_time(unit, FIRST_DAY):
            yield _tell(unit, before, text, text.day)
        before = unit


def is_ended_district(unit: UnitMention, day: date) -> bool:
    """Tell whether what is named were districts, and no city of a day has the name."""
    return unit.kind in DISTRICT_KINDS and all(not _is_city(u, day) and _was_district(u) for u in unit.names[0].units)


def _is_city(unit: KnownUnit, day: date) -> bool:
    return unit.id == unit.province and unit.kind == "thành phố" and unit.is_of_day(day)


def _was_district(unit: KnownUnit) -> bool:
    return unit.period.last_day < FIRST_DAY or unit.id == unit.province


def _tell(unit: UnitMention, before: UnitMention | None, text: Manuscript, day: date) -> Told:
    units = [u for name in unit.names for u in choose_near(_districts(name.units), text.home)]
    parts = list_successors(units, day)
    level = weigh(unit, FIRST_DAY, day)
    start, fix = unit.start, None
    if before and _stands_before(before, unit, text.home.province, day):
        start, fix = before.start, before.words
    message = None if parts else _WITHOUT_PARTS
    facts = {"day": write_day(FIRST_DAY)} | ({"parts": parts} if parts else {})
    return about_words(unit.passage, start, unit.end, fix=fix, level=level, message=message, **facts)


def _districts(units: tuple[KnownUnit, ...]) -> tuple[KnownUnit, ...]:
    return tuple(unit for unit in units if unit.id != unit.province)


def _stands_before(before: UnitMention, unit: UnitMention, province: str, day: date) -> bool:
    """Tell whether a commune of today stands before the district that it was of: [xã A, huyện B]."""
    between = unit.passage.text[before.end : unit.start]
    is_beside = before.passage is unit.passage and between in (", ", ",\n", " - ")
    return (
        is_beside
        and before.kind in COMMUNE_KINDS
        and any(
            u.newest_province == province and u.kind == before.kind and u.is_of_day(day) for u in before.names[-1].units
        )
    )
