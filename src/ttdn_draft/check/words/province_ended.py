"""Tỉnh đã nhập, hoặc tỉnh đã thành thành phố, ghi như còn tồn tại.

Kiểm tra gì: Tên tỉnh, tỉnh uỷ, UBND, HĐND, sở của tỉnh không còn vào ngày ban hành.
Vì sao: Sai tên cơ quan cấp trên, cấp dưới; gửi nhầm nơi.
Căn cứ: Nghị quyết số 202/2025/QH15; các Nghị quyết số 30, 36, 39/2026/QH16;
Nghị định số 30/2020/NĐ-CP, Phụ lục I, mục II.2a.
Ví dụ sai: Phối hợp với UBND tỉnh Yên Bái tổ chức giới thiệu sản phẩm.
Ví dụ đúng: Phối hợp với UBND tỉnh Lào Cai tổ chức giới thiệu sản phẩm.
Từ phiên bản: 0.1.0
"""

from collections.abc import Iterator
from datetime import date

from ...errors import Severity
from ...knowledge.places.gazetteer import KnownUnit
from ...knowledge.places.provinces import Province, find_province
from ...mentions.contexts import is_of_its_time
from ...mentions.units import UnitMention, UnitName
from ...messages import N_, Message, write_day
from ..manuscript import Manuscript
from ..rule import Told, about, about_words, rule
from ..successors import weigh

_DO = N_("Ghi tên của ngày ban hành; nếu nói về thời gian trước đó thì thêm «cũ» hoặc mốc thời gian.")
_NOW_CITY = Message(N_("«{words}»: từ ngày {day} là thành phố trực thuộc trung ương."), N_("Ghi: {right}."))
_OWN_CITY = Message(N_("«{words}»: nơi ban hành là {city}."), N_("Ghi: {right}."))
_CITY_WORDS = {
    "tỉnh uỷ": "thành uỷ",
    "tỉnh ủy": "thành ủy",
    "tỉnh": "thành phố",
    "Tỉnh uỷ": "Thành uỷ",
    "Tỉnh ủy": "Thành ủy",
    "Tỉnh": "Thành phố",
    "TỈNH UỶ": "THÀNH UỶ",
    "TỈNH ỦY": "THÀNH ỦY",
    "TỈNH": "THÀNH PHỐ",
}


@rule("warning", N_("«{words}» không còn vào ngày {day}; nay thuộc {now}."), _DO)
def province_ended(text: Manuscript) -> Iterator[Told]:
    """Tell each province that is named as if there still were one."""
    if text.day is None:
        return
    for unit in text.mentions.units:
        if unit.kind == "tỉnh":
            for name in unit.names:
                yield from _judge(unit, name, text.day)
    yield from _judge_bare(text, text.day)


def _judge_bare(text: Manuscript, day: date) -> Iterator[Told]:
    """Tell words for a province without its name in a document of a city: UBND tỉnh, Tỉnh uỷ."""
    own = find_province(text.home.province, day)
    if own is None or not own.is_city:
        return
    for bare in text.mentions.bare_levels:
        if bare.kind == "tỉnh" and not is_of_its_time(bare, own.period.first_day):
            right = _write_city(bare.words.replace(" tỉnh", " thành phố"))
            level: Severity = "warning" if weigh(bare, own.period.first_day, day) != "note" else "note"
            yield about(bare, fix=right, level=level, message=_OWN_CITY, city=own.full_name, right=right)


def _judge(unit: UnitMention, name: UnitName, day: date) -> Iterator[Told]:
    begun = [known for known in name.units if not known.period.begins_after(day)]
    if not begun or any(known.kind == "tỉnh" and known.is_of_day(day) for known in begun):
        return
    latest = max(begun, key=lambda known: known.period.last_day)
    now = find_province(latest.id, day)
    if now is None:
        return
    end = _first_day_without(latest, now)
    if not is_of_its_time(unit, end):
        yield _tell(unit, name, now, day, weigh(unit, end, day))


def _first_day_without(latest: KnownUnit, now: Province) -> date:
    """Return the day from which there is no province of a name."""
    return now.period.first_day if latest.id != now.id else latest.period.first_day


def _tell(unit: UnitMention, name: UnitName, now: Province, day: date, level: Severity) -> Told:
    start = unit.start if name is unit.names[0] else name.start
    if now.name != name.units[0].name:
        return about_words(unit.passage, start, name.end, level=level, day=write_day(day), now=now.full_name)
    words = unit.passage.text[start : name.end]
    right = _write_city(words) if name is unit.names[0] else f"thành phố {words}"  # in a list: các tỉnh A, B
    since = now.period.first_day
    return about_words(
        unit.passage, start, name.end, fix=right, level=level, message=_NOW_CITY, day=write_day(since), right=right
    )


def _write_city(words: str) -> str:
    """Return the words of a province as those of a city: tỉnh X, Tỉnh uỷ X."""
    for old, new in _CITY_WORDS.items():
        if words.startswith(old):
            return new + words.removeprefix(old)
    return words
