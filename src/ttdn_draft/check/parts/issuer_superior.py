"""Dòng cơ quan cấp trên thừa, thiếu hoặc không đúng tên.

Kiểm tra gì: Tỉnh uỷ, UBND không có dòng cấp trên; ban của tỉnh uỷ ghi «TỈNH UỶ …»;
đảng uỷ xã ghi «ĐẢNG BỘ TỈNH …»; sở ghi «UBND TỈNH …».
Vì sao: Hai dòng đầu cho biết cơ quan ban hành trực thuộc nơi nào.
Căn cứ: Nghị định số 30/2020/NĐ-CP, Phụ lục I, mục II.2; Hướng dẫn số 05-HD/VPTW, trang 3 - 6.
Ví dụ sai: he: dang
 co_quan: {cap_tren: TỈNH UỶ CAO BẰNG, ten: BAN TUYÊN GIÁO VÀ DÂN VẬN TỈNH UỶ, ky_hieu: BTGDVTU}
Ví dụ đúng: he: dang
 co_quan: {cap_tren: TỈNH UỶ CAO BẰNG, ten: BAN TUYÊN GIÁO VÀ DÂN VẬN, ky_hieu: BTGDVTU}
Từ phiên bản: 0.1.0
"""

from collections.abc import Iterator

from ...messages import N_, Message
from ..heads import COMMUNE_COMMITTEE, PEOPLE_COMMITTEE, PROVINCE_PARTY, IssuerHead, read_issuer_head
from ..manuscript import Manuscript
from ..rule import Told, rule

_ABOVE, _NAME = ("co_quan", "cap_tren"), ("co_quan", "ten")
_NONE_ABOVE = Message(N_("{name} không ghi cơ quan cấp trên, tệp ghi «{above}»."), N_("Bỏ khoá cap_tren."))
_TWICE = Message(
    N_("Dòng tên «{name}» nhắc lại cấp uỷ ở dòng trên."), N_("Ở ten chỉ ghi tên ban; tên cấp uỷ đã có ở cap_tren.")
)
_MISSING = Message(N_("Trên dòng tên «{name}» thiếu cơ quan cấp trên."), N_("Ở cap_tren ghi: {right}."))
_BODIES = ("ban tuyên giáo", "ban dân vận", "ban nội chính", "ban tổ chức")
_BARE_BODIES = frozenset({*_BODIES, "ban tuyên giáo và dân vận"})
_COMMITTEES_ABOVE = (
    *PROVINCE_PARTY,
    *("ban chấp hành trung ương", COMMUNE_COMMITTEE, "huyện uỷ", "quận uỷ", "thị uỷ"),
)
_ORGANISATION = "đảng bộ"


@rule("warning", N_("Dòng cấp trên «{above}» không hợp với «{name}»."), N_("Ở cap_tren ghi: {right}."))
def issuer_superior(text: Manuscript) -> Iterator[Told]:
    """Tell a line above the issuer that is too much, missing, or not the one of such a body."""
    head, issuer = read_issuer_head(text), text.draft.issuer
    if text.written.issuer.id or head.is_joint:
        return
    facts: dict[str, object] = {"above": issuer.parent_body.replace("\n", " "), "name": issuer.name.replace("\n", " ")}
    if head.above and (head.is_province_party or head.is_people_committee):
        yield Told(path=_ABOVE, words=issuer.parent_body, message=_NONE_ABOVE, facts=facts)
    elif head.is_party_organ and head.name.endswith(PROVINCE_PARTY):
        yield Told(path=_NAME, words=issuer.name, message=_TWICE, facts={"name": facts["name"]})
    elif right := _find_right(head, text.is_party):
        if head.above:
            yield Told(path=_ABOVE, words=issuer.parent_body, facts=facts | {"right": right})
        else:
            named: dict[str, object] = {"name": facts["name"], "right": right}
            yield Told(path=_NAME, words=issuer.name, message=_MISSING, facts=named)


def _find_right(head: IssuerHead, is_party: bool) -> str:
    """Return what has to stand above the issuer where something else, or nothing, stands there."""
    if head.is_commune_party and not head.above.startswith(_ORGANISATION):
        return "ĐẢNG BỘ TỈNH (THÀNH PHỐ) …"
    if head.is_department and head.above and not head.above.startswith(PEOPLE_COMMITTEE):
        return "UBND TỈNH (THÀNH PHỐ) …"
    if is_party and head.name in _BARE_BODIES and not head.above:
        return "TỈNH UỶ (THÀNH UỶ) …"
    if head.name.startswith(_BODIES) and head.above and not head.above.startswith(_COMMITTEES_ABOVE):
        return "TỈNH UỶ (THÀNH UỶ) …"
    return ""
