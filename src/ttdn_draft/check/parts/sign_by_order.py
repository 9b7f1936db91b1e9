"""Ký thừa lệnh, thừa uỷ quyền sai.

Kiểm tra gì: Văn bản của Đảng có dòng thừa uỷ quyền (TUQ., T/U); người đứng đầu, cấp phó của chính cơ quan lại ký thừa lệnh.
Vì sao: Đảng không có hình thức thừa uỷ quyền; thừa lệnh là giao cho người đứng đầu đơn vị thuộc quyền.
Căn cứ: Nghị định số 30/2020/NĐ-CP, Điều 13, khoản 3, 4; Hướng dẫn số 05-HD/VPTW, tr. 13, 19, 22.
Ví dụ sai: ky: {quyen_han: TL. CHỦ TỊCH, chuc_vu: PHÓ CHỦ TỊCH, ho_ten: Nguyễn Văn An}
Ví dụ đúng: ky: {quyen_han: TL. CHỦ TỊCH, chuc_vu: CHÁNH VĂN PHÒNG, ho_ten: Nguyễn Văn An}
Từ phiên bản: 0.1.0
"""

from collections.abc import Iterator

from ...messages import N_, Message
from ..manuscript import Manuscript
from ..rule import Told, rule
from ..signing import COMMITTEE, PEOPLES_COMMITTEE, SignedBy, find_head, list_signed, write_mark

OWN = Message(
    N_("«{authority}» mà người ký là «{words}» của chính cơ quan."),
    N_("Thừa lệnh là của người đứng đầu đơn vị thuộc quyền (chánh văn phòng, trưởng phòng); cấp phó thì viết {mark}."),
)


@rule(
    "error",
    N_("«{words}»: văn bản của Đảng không có hình thức ký thừa uỷ quyền."),
    N_("Người được giao ký thì viết T/L …; cấp phó ký thì viết K/T …"),
)
def sign_by_order(text: Manuscript) -> Iterator[Told]:
    """Tell a mandate in a document of the Party, and an order that is carried out by the one who gave it."""
    for signed in list_signed(text):
        mandate, order = signed.find("TUQ"), signed.find("TL")
        if mandate and text.is_party:
            yield Told(path=mandate.path, words=mandate.line)
        elif (order := order or mandate) and _is_own(signed, order.named):
            facts: dict[str, object] = {"authority": order.line, "mark": write_mark("KT", text.profile.signing)}
            yield Told(path=signed.office_path, words=signed.office_typed, facts=facts, message=OWN, level="warning")


def _is_own(signed: SignedBy, named: str) -> bool:
    """Tell whether the one who signs is head or deputy of what gave the order: a chairman, or the chairman's body."""
    if signed.head in ("truong phong", "chanh van phong"):
        return False
    ordered = find_head(named)
    of_committee = "bi thu" if COMMITTEE.match(named) else "chu tich" if PEOPLES_COMMITTEE.match(named) else ""
    return (
        bool(signed.head)
        and signed.head in (ordered, of_committee)
        and len(signed.office) < len("pho ") + len(signed.head) + len(" thuong truc") + 1
    )
