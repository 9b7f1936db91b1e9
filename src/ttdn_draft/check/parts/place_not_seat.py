"""Địa danh không phải nơi đóng trụ sở của cơ quan ban hành.

Kiểm tra gì: Địa danh mang tên tỉnh đã nhập, tên tỉnh hoặc xã khác,
thừa chữ «Tỉnh», thiếu chữ chỉ cấp trước số, tên người.
Vì sao: Địa danh sai là lỗi hay gặp sau sắp xếp đơn vị hành chính năm 2025.
Căn cứ: Nghị định số 30/2020/NĐ-CP, Phụ lục I, mục II.4a; Hướng dẫn số 05-HD/VPTW, trang 9 - 10.
Ví dụ sai: dia_danh: Tỉnh Cao Bằng
Ví dụ đúng: dia_danh: Cao Bằng
Từ phiên bản: 0.1.0
"""

from collections.abc import Iterator
from datetime import date

from ...knowledge.places.communes import FIRST_DAY, Commune, list_communes
from ...knowledge.places.gazetteer import name_districts
from ...knowledge.places.provinces import Province, find_former, find_newest, find_province, find_province_by_name
from ...knowledge.places.unit_names import fold_spelling
from ...messages import N_, Message, write_day
from ..heads import read_issuer_head
from ..manuscript import Manuscript
from ..rule import Told, rule

_PLACE = ("dia_danh",)
_KIND_WORD = "tỉnh "
_ENDED = Message(N_("Ngày {day} không còn tỉnh, thành phố tên {words} (đến {until})."), N_("Ngày đó thuộc {now}."))
_WITHOUT_KIND = Message(N_("Địa danh «{words}» thiếu chữ chỉ cấp."), N_("Ghi: {right}."))
_WITH_KIND = Message(N_("Địa danh «{words}» thừa chữ «Tỉnh»."), N_("Ghi: {right}."))
_TWO_LEVELS = ("sở ", "uỷ ban nhân dân tỉnh", "uỷ ban nhân dân thành phố", "tỉnh uỷ", "thành uỷ")


@rule("warning", N_("Địa danh «{words}» không phải nơi của cơ quan ban hành."), N_("Ghi: {right}."))
def place_not_seat(text: Manuscript) -> Iterator[Told]:
    """Tell a place before the date that is not the one of the issuer."""
    place, day = " ".join((text.draft.place_name or "").split()), text.day
    if not place or day is None or text.written.issuer.id or text.written.place_name is None:
        return
    if place.casefold().startswith(_KIND_WORD):
        yield _tell(place, place[len(_KIND_WORD) :], _WITH_KIND)
    elif text.home.commune and day >= FIRST_DAY:
        yield from _judge_commune(place, text, day)
    else:
        yield from _judge_province(place, text, day)


def _tell(place: str, right: str, message: Message | None = None) -> Told:
    return Told(path=_PLACE, words=place, fix=right, message=message, facts={"right": right})


def _judge_commune(place: str, text: Manuscript, day: date) -> Iterator[Told]:
    codes = {code for unit in text.home.commune for code in unit.codes}
    own = next((c for c in list_communes(text.home.province, day) if c.code in codes), None)
    if own is None or fold_spelling(place) == fold_spelling(own.place_name):
        return
    if fold_spelling(place) == fold_spelling(own.name):
        yield _tell(place, own.place_name, _WITHOUT_KIND)
    elif not fold_spelling(place).endswith(fold_spelling(own.name)) and _is_other_place(place, own, text, day):
        yield _tell(place, own.place_name)


def _is_other_place(place: str, own: Commune, text: Manuscript, day: date) -> bool:
    """Tell whether a place is a province or another commune: the seat may be called as nobody knows here."""
    others = (c for c in list_communes(text.home.province, day) if c.code != own.code)
    named = any(fold_spelling(place) in (fold_spelling(c.name), fold_spelling(c.place_name)) for c in others)
    return named or find_province_by_name(place, day) is not None or find_former(place, day) is not None


def _judge_province(place: str, text: Manuscript, day: date) -> Iterator[Told]:
    if any(word in read_issuer_head(text).name for word in (" xã ", " phường ", " đặc khu ")):
        return
    former = find_former(place, day)
    now = find_province(former.id, day) if former else None
    if former and now:
        yield _tell_ended(place, former, now, day)
        return
    own, named = find_province(text.home.province, day), find_province_by_name(place, day)
    if own and not named and day >= FIRST_DAY and _was_district(place, text) and _is_of_province(text):
        yield _tell(place, own.party_place_name if text.is_party else own.place_name)
    if own and named and find_newest(named.id) != text.home.province and _is_of_province(text):
        yield _tell(place, own.party_place_name if text.is_party else own.place_name)


def _was_district(place: str, text: Manuscript) -> bool:
    """Tell whether a place was a city or a town of the own province: there bodies had their seat before 01/7/2025."""
    units = name_districts().get(fold_spelling(place), ())
    return any(unit.kind in ("thành phố", "thị xã") and unit.newest_province == text.home.province for unit in units)


def _tell_ended(place: str, former: Province, now: Province, day: date) -> Told:
    facts: dict[str, object] = {
        "day": write_day(day),
        "until": write_day(former.period.last_day),
        "now": now.full_name,
    }
    return Told(path=_PLACE, words=place, message=_ENDED, facts=facts)


def _is_of_province(text: Manuscript) -> bool:
    """Tell whether the issuer is a committee or an organ of a province, and so has its seat there."""
    head = read_issuer_head(text)
    return head.name.startswith(_TWO_LEVELS) or head.is_party_organ
