"""Tên tỉnh, xã của địa phương khác còn trong văn bản.

Kiểm tra gì: Cơ quan, địa bàn, Nhân dân của một tỉnh hoặc xã khác với nơi ban hành,
ở chỗ không nói về quan hệ với nơi đó; cả dòng liên hệ.
Vì sao: Đó là dấu vết của văn bản chép từ địa phương khác.
Căn cứ: Nghị định số 30/2020/NĐ-CP, Phụ lục I, mục II.2a; lỗi soạn thảo.
Ví dụ sai: Giao các sở, ban, ngành tỉnh Lạng Sơn tổ chức thực hiện.
Ví dụ đúng: Phối hợp với các sở, ngành tỉnh Lạng Sơn tuyên truyền về đường biên giới.
Từ phiên bản: 0.1.0
"""

import re
from collections.abc import Iterator
from datetime import date

from ...errors import Severity
from ...knowledge.places.gazetteer import KnownUnit
from ...knowledge.places.provinces import find_province
from ...mentions.contexts import clause_before, gives_task, is_in_older_citation, is_in_review
from ...mentions.home import Seat
from ...mentions.units import COMMUNE_KINDS, PROVINCE_KINDS, UnitMention, read_units
from ...messages import N_
from ...model.mentions import Passage
from ...patterns import regex
from ..manuscript import Manuscript
from ..rule import Told, about, rule
from ..successors import is_in_head_or_foot

_OWN = regex(
    r"(?:UBND|HĐND|(?:[uU]ỷ|[uUỦủ][ỷy]) ban nhân dân|[hH]ội đồng nhân dân|[sS]ở, (?:ban, )?ngành|[cC]ơ quan báo chí"
    r"|[cC]ổng thông tin điện tử|[tT]rang thông tin điện tử|[nN]hân dân|[cC]án bộ, đảng viên|[đĐ]ịa bàn"
    r"|[đĐ]ảng bộ|[cC]ông an|[hH]ình ảnh|[tT]hế mạnh|[cC]on người(?: Việt Nam và)?|các dân tộc|[qQ]uê hương|[tT]iềm năng|[vV]ùng đất|[hH]ệ thống chính trị|[kK]hu kinh tế|[bB]ộ đội Biên phòng)(?: của| trên địa bàn| trong)?\s$"
)
"""What a document says of its own place: the organs and the people of it, its area."""
_ORGAN = regex(r"(?:Ban|Văn phòng|Ủy ban|Uỷ ban|Thường trực|Báo)\b.*\s")
_ACTOR = regex(
    r"\s*(?:(?:Đề nghị|Giao|Yêu cầu|Phân công)\s+)?(?:Sở|Ban|Công an|Bộ Chỉ huy|Đài|Báo|Văn phòng|Trung tâm|Hội|Mặt trận|Liên minh|Liên hiệp|Liên đoàn"
    r"|Cục|Chi cục|Trường|Kho bạc|Thanh tra|Tỉnh đoàn|Thành đoàn|Hải quan|Đoàn Thanh niên|Tạp chí|[UỦ][ỷy] ban|UBND)\b[^.;:()]{0,90}\s$"
)
"""The organ that a sentence begins with: it is told what to do, so it is one of the own place."""
_DEED = regex(
    r"\s+(?:chủ trì|phối hợp|tham mưu|mở|xây dựng|tổ chức|duy trì|bố trí|hướng dẫn|tăng cường|đẩy mạnh|thực hiện|triển khai|thông tin|tuyên truyền|đăng|phát sóng"
    r"|sản xuất|phân công|rà soát|cung cấp|thẩm định|chỉ đạo|theo dõi|quản lý|có trách nhiệm|chịu trách nhiệm|tổng hợp|kiểm tra|báo cáo|cử)\b"
)
_ISSUES = regex(r"\s(?:ban hành|xây dựng kế hoạch|hướng dẫn|báo cáo)\b.*như sau:?$", re.S)
"""What an issuer says of itself where its document begins."""
_ACTS = regex(r"\s+(?:chủ trì|tham mưu|chỉ đạo|theo dõi|đôn đốc|phân công|bố trí|chịu trách nhiệm)\b")
_SERVED = regex(r"[tT]ham mưu (?:cho |giúp |Ban Thường vụ |Thường trực )*$")
"""What a committee does by the document that names it: none of another place does."""
_LEAD_CELL = "chu_tri"
_TITLES = ("subject", "annex-title")
_BETWEEN_PLACES = regex(
    r"\b(?:với|giữa|cùng|liên (?:tỉnh|kết|vùng)|cụm thi đua|kết nghĩa|hợp tác|giáp|đoàn|thăm|học tập|trao đổi|giao lưu|"
    r"ký kết|mời|tiếp nhận|biên giới|khác)\b"
    r"|\b(?:tại|về|từ|như)\s*$",
    re.I,
)


@rule(
    "warning",
    N_("«{words}» là tên của địa phương khác; nơi ban hành là {home}."),
    N_("Nếu chép từ văn bản khác thì sửa thành tên của địa phương mình; nếu cố ý thì nói rõ quan hệ (phối hợp với …)."),
)
def other_locality(text: Manuscript) -> Iterator[Told]:
    """Tell each organ or area of another place that stands where one of its own is meant."""
    home = _name_home(text)
    if not home:
        return
    contact = (Passage("archive", ("lien_he", at), line) for at, line in enumerate(text.draft.contact))
    for unit in read_units(contact) if text.draft.contact else ():
        if _is_elsewhere(unit, text.home, text.day):
            yield about(unit, home=home)
    for unit in text.mentions.units:
        if _is_elsewhere(unit, text.home, text.day) and _is_meant_as_own(unit, text.day):
            yield about(unit, level=_weigh(unit), home=home)


def _name_home(text: Manuscript) -> str:
    if text.day is None:
        return ""
    if text.home.commune:
        return text.home.commune[0].kind + " " + text.home.commune[0].name
    now = find_province(text.home.province, text.day)
    return now.full_name if now else ""


def _is_elsewhere(unit: UnitMention, home: Seat, day: date | None) -> bool:
    """Tell whether one place of the day is named that is not that of the issuer."""
    if unit.is_list or day is None:
        return False
    now = [known for known in unit.names[0].units if known.is_of_day(day) and known.kind == unit.kind]
    if unit.kind in PROVINCE_KINDS:
        return bool(now) and all(_is_other_province(known, home) for known in now)
    if unit.kind in COMMUNE_KINDS and home.commune:
        here = [known for known in now if known.newest_province == home.province]
        return bool(here) and all(known.name != home.commune[0].name for known in here)
    return False


def _is_other_province(unit: KnownUnit, home: Seat) -> bool:
    return unit.id == unit.province and unit.newest_province != home.province


def _is_meant_as_own(unit: UnitMention, day: date | None) -> bool:
    """Tell whether the words before a place are those with which a document speaks of its own."""
    if unit.is_given or unit.is_quoted or unit.passage.zone in ("issuer", "base", "addressee", "note"):
        return False
    before = clause_before(unit.passage, unit.start)
    if unit.passage.zone in _TITLES:
        return unit.kind in PROVINCE_KINDS and not (unit.committee or _BETWEEN_PLACES.search(before))
    if _ISSUES.match(unit.passage.text, unit.end) and (unit.committee or _OWN.search(before)):
        return True
    if unit.passage.zone == "recipient":
        is_meant = _OWN.search(before) or (unit.committee and _ORGAN.fullmatch(before))
        return unit.kind in PROVINCE_KINDS and bool(is_meant)
    if unit.committee:
        is_own = _ACTS.match(unit.passage.text, unit.end) or _SERVED.search(before)
        return bool(is_own) and not _BETWEEN_PLACES.search(before)
    if _ACTOR.fullmatch(before) and not _BETWEEN_PLACES.search(before) and _is_told_what_to_do(unit):
        return True
    own = _OWN.search(before)
    if own is None or _BETWEEN_PLACES.search(before[: own.start()]):
        return False
    return not (day and is_in_older_citation(unit, day))


def _is_told_what_to_do(unit: UnitMention) -> bool:
    """Tell whether the organ that a sentence begins with does something of the plan, or its cell says who does it."""
    passage = unit.passage
    if passage.zone == "cell":
        return passage.path[-1:] == (_LEAD_CELL,)
    return bool(_DEED.match(passage.text, unit.end)) and not is_in_review(passage)


def _weigh(unit: UnitMention) -> Severity:
    if unit.committee and unit.passage.zone == "recipient":  # to which it may be sent on purpose
        return "note"
    return (
        "warning"
        if is_in_head_or_foot(unit.passage) or unit.passage.zone in _TITLES or gives_task(unit.passage)
        else "note"
    )
