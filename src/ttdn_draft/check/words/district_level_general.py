"""Cấp huyện nói chung còn trong nhiệm vụ hoặc nơi nhận.

Kiểm tra gì: Các chữ «cấp huyện», «các huyện, thị xã, thành phố», «huyện uỷ, thành uỷ», «UBND huyện» không kèm tên,
trong văn bản từ ngày 01/7/2025.
Vì sao: Cấp huyện đã kết thúc hoạt động, không còn ai nhận việc đó.
Căn cứ: Luật Tổ chức chính quyền địa phương năm 2025 (mô hình hai cấp từ ngày 01/7/2025).
Ví dụ sai: Các huyện, thị xã, thành phố tổ chức tuyên truyền.
Ví dụ đúng: Các xã, phường tổ chức tuyên truyền.
Từ phiên bản: 0.1.0
"""

from collections.abc import Iterable, Iterator

from ...errors import Severity
from ...knowledge.places.communes import FIRST_DAY, list_communes
from ...knowledge.places.provinces import find_province
from ...mentions.contexts import gives_task, is_abroad, is_of_its_time, is_told_to_end
from ...messages import N_, Message, write_day
from ...model.mentions import Mention
from ..manuscript import Manuscript
from ..rule import Told, about, rule
from ..successors import is_in_head_or_foot

_ALL_KINDS = "xã, phường, đặc khu"
_TOWN, _COMMUNES = "thị trấn", ("xã", "phường")
_TOWNS = Message(N_("«{words}»: không còn thị trấn từ ngày {day}."), N_("Ghi «{now}»."))
_LEVELS_ABOVE = ("tỉnh", "thành phố")
_COMMITTEE_WORDS = ("uỷ", "ủy")


@rule(
    "warning",
    N_("«{words}»: cấp huyện đã kết thúc hoạt động từ ngày {day}."),
    N_("Ghi «{now}», hoặc cơ quan cấp tỉnh có việc."),
)
def district_level_general(text: Manuscript) -> Iterator[Told]:
    """Tell where districts in general are named as if there still were any."""
    if text.day is None or text.day < FIRST_DAY:
        return
    own = find_province(text.home.province, text.day)
    in_province = own is not None and not own.is_city
    groups = text.mentions.district_groups
    cities = [
        b for b in text.mentions.bare_levels if in_province and b.kind == "thành phố" and not _is_within(b, groups)
    ]
    for group in (*groups, *cities):
        if group.passage.zone != "archive" and not _may_be_right(group):
            message = _TOWNS if group.words.casefold().endswith(_TOWN) else None
            yield about(
                group, message=message, level=_weigh(group), day=write_day(FIRST_DAY), now=_name_now(group, text)
            )


def _is_within(mention: Mention, groups: Iterable[Mention]) -> bool:
    """Tell whether a mention is part of one of several."""
    return any(g.passage is mention.passage and g.start <= mention.start < g.end for g in groups)


def _may_be_right(group: Mention) -> bool:
    is_told = is_told_to_end(group) and not group.words.casefold().startswith(_LEVELS_ABOVE)  # từ tỉnh đến huyện
    return is_of_its_time(group, FIRST_DAY) or is_abroad(group) or is_told


def _weigh(group: Mention) -> Severity:
    """Return a warning where they are asked for something or receive it, and a note elsewhere."""
    return "warning" if is_in_head_or_foot(group.passage) or gives_task(group.passage) else "note"


def _name_now(group: Mention, text: Manuscript) -> str:
    words = group.words.casefold()
    if words.startswith("cấp"):
        return "cấp xã"
    kinds = _list_kinds(text)
    if words.endswith(_TOWN):
        return kinds if words.startswith(_COMMUNES) else f"các {kinds}"
    return (
        f"{'đảng ủy' if 'ủy' in words else 'đảng uỷ'} các {kinds}"
        if any(word in words for word in _COMMITTEE_WORDS) and "nhân dân" not in words
        else f"các {kinds}"
    )


def _list_kinds(text: Manuscript) -> str:
    """Return the kinds of communes that the province has."""
    here = list_communes(text.home.province, text.day) if text.day and text.home.province else ()
    kinds = {unit.kind for unit in here}
    return ", ".join(kind for kind in _ALL_KINDS.split(", ") if kind in kinds) or _ALL_KINDS
