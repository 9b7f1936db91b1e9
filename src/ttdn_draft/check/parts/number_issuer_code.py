"""Ký hiệu cơ quan trong số văn bản không phải của cơ quan ban hành.

Kiểm tra gì: Ký hiệu ở co_quan.ky_hieu so với tên cơ quan ban hành, theo bảng tên cơ quan có ngày.
Vì sao: Ký hiệu của cơ quan khác là dấu vết của văn bản được chép.
Căn cứ: Nghị định số 30/2020/NĐ-CP, Phụ lục I, mục II.3b; Hướng dẫn số 05-HD/VPTW, trang 7 - 8.
Ví dụ sai: co_quan: {cap_tren: UBND TỈNH CAO BẰNG, ten: SỞ NGOẠI VỤ, ky_hieu: STTTT}
Ví dụ đúng: co_quan: {cap_tren: UBND TỈNH CAO BẰNG, ten: SỞ NGOẠI VỤ, ky_hieu: SNgV}
Từ phiên bản: 0.1.0
"""

from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from ...knowledge.places.organs import ListedOrgan, list_organs
from ...mentions.organs import find_by_name
from ...messages import N_
from ...model.mentions import TEXTS_KEPT
from ..heads import IssuerHead, read_issuer_head
from ..manuscript import Manuscript
from ..renamed import find_committee
from ..rule import Told, rule

_SYMBOL = ("co_quan", "ky_hieu")
_PEOPLE, _PARTY, _COMMUNE_PARTY = "UBND", "TU", "ĐU"


@rule(
    "warning", N_("Ký hiệu «{words}» là của {other}; {name} dùng ký hiệu {right}."), N_("Sửa ký hiệu hoặc tên cơ quan.")
)
def number_issuer_code(text: Manuscript) -> Iterator[Told]:
    """Tell a symbol that another body bears than the one in the head."""
    issuer, head = text.draft.issuer, read_issuer_head(text)
    if text.written.issuer.id or head.is_joint or not issuer.symbol:
        return
    right = _find_symbols(issuer.name, issuer.parent_body, head)
    bearers = list_organs(issuer.symbol, "dang") + list_organs(issuer.symbol, "nha-nuoc")
    if right and bearers and issuer.symbol.casefold() not in {symbol.casefold() for symbol in right}:
        name = " ".join(issuer.name.split())
        other = _choose(bearers, text.day).name
        facts: dict[str, object] = {"other": other, "name": name, "right": right[0]}
        yield Told(path=_SYMBOL, words=issuer.symbol, fix=right[0], facts=facts)


@lru_cache(maxsize=TEXTS_KEPT)
def _find_symbols(name: str, above: str, head: IssuerHead) -> tuple[str, ...]:
    """Return the symbols that a body of a name has or had; none where it is not known."""
    if head.is_people_committee:
        return (_PEOPLE,)
    if head.is_province_party:
        return (_PARTY,)
    if head.is_commune_party:
        return (_COMMUNE_PARTY,)
    committee = find_committee(above).replace("Thành", "Tỉnh")
    organs = find_by_name(f"{name} {committee}") or find_by_name(name)
    return tuple(dict.fromkeys(organ.symbol for organ in organs if organ.symbol))


def _choose(bearers: tuple[ListedOrgan, ...], day: date | None) -> ListedOrgan:
    """Return the body that bears a symbol on a day, or else one that did."""
    return next((organ for organ in bearers if day and day in organ.period), bearers[0])
