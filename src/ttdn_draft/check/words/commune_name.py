"""Xã, phường, đặc khu ghi tên cũ, hoặc sai loại vào ngày ban hành.

Kiểm tra gì: Tên xã, phường, đặc khu của tỉnh ban hành: đã nhập vào đơn vị khác, hoặc xã đã thành phường.
Vì sao: Hơn mười nghìn xã, phường, thị trấn còn 3.321; một số xã còn thành phường trong năm 2026.
Căn cứ: Các nghị quyết của Ủy ban Thường vụ Quốc hội về sắp xếp đơn vị hành chính cấp xã năm 2025, 2026;
Nghị định số 30/2020/NĐ-CP, Phụ lục I, mục II.4a.
Ví dụ sai: Tổ chức lớp bồi dưỡng tại xã Phong Nặm.
Ví dụ đúng: Tổ chức lớp bồi dưỡng tại xã Trùng Khánh.
Từ phiên bản: 0.1.0
"""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from ...errors import Severity
from ...knowledge.places.communes import FIRST_DAY
from ...knowledge.places.gazetteer import KnownUnit, name_former_communes
from ...knowledge.places.unit_names import fold_spelling
from ...mentions.contexts import is_of_its_time
from ...mentions.units import COMMUNE_KINDS, DISTRICT_KINDS, UnitMention, UnitName
from ...messages import N_, Message, write_day
from ..manuscript import Manuscript
from ..rule import Told, about_words, rule
from ..successors import is_in_head_or_foot, list_successors

_TOWN = "thị trấn"  # of which there are none; those that were are told by the rule of districts
_KINDS = (*COMMUNE_KINDS, _TOWN)
_OTHER_KIND = Message(N_("«{words}»: vào ngày {day} là {right}."), N_("Ghi: {right}."))


@rule(
    "note",
    N_("«{words}» là tên cũ; từ ngày {day} thuộc {parts}."),
    N_("Ghi tên mới, hoặc viết thêm «nay thuộc …» nếu cần nói rõ chỗ đó."),
)
def commune_name(text: Manuscript) -> Iterator[Told]:
    """Tell each commune of the province that bears an old name or another level word."""
    if text.day is None or text.day < FIRST_DAY or not text.home.province:
        return
    for unit, following in pairwise((*text.mentions.units, None)):
        if unit is None or unit.kind not in _KINDS or _is_told_with(unit, following, text):
            continue
        if not is_of_its_time(unit, FIRST_DAY):
            for name in unit.names:
                yield from _judge(unit, name, text.home.province, text.day)


def _is_told_with(unit: UnitMention, following: UnitMention | None, text: Manuscript) -> bool:
    """Tell whether a district stands behind a commune, which is told alone, or another province."""
    if following is None or following.passage is not unit.passage or following.start > unit.end + 2:
        return False
    elsewhere = all(known.newest_province != text.home.province for known in following.names[0].units)
    return following.kind in DISTRICT_KINDS or (following.kind == "tỉnh" and elsewhere)


def _judge(unit: UnitMention, name: UnitName, province: str, day: date) -> Iterator[Told]:
    here = [known for known in name.units if known.newest_province == province and known.is_of_day(day)]
    if any(known.kind == unit.kind for known in here):
        return
    start = unit.start if name is unit.names[0] and not unit.committee else name.start
    if here:
        level: Severity = "warning" if is_in_head_or_foot(unit.passage) else "note"
        right = f"{here[0].kind} {here[0].name}"
        yield about_words(
            unit.passage, start, name.end, level=level, message=_OTHER_KIND, day=write_day(day), right=right
        )
    elif unit.kind != _TOWN and (parts := list_successors(_find_former(unit, name, province), day)):
        yield about_words(unit.passage, start, name.end, day=write_day(FIRST_DAY), parts=parts)


def _find_former(unit: UnitMention, name: UnitName, province: str) -> list[KnownUnit]:
    key = fold_spelling(unit.passage.text[name.start : name.end])
    former = name_former_communes().get(key, ())
    return [known for known in former if known.kind == unit.kind and known.newest_province == province]
