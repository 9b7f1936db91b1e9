"""Cơ quan của hệ này mà văn bản theo thể thức của hệ kia.

Kiểm tra gì: Tên cơ quan ban hành so với thể thức: cấp uỷ, ban đảng theo thể thức Đảng; uỷ ban, sở theo thể thức hành chính.
Vì sao: Nhầm hệ thì sai dây chuyền ở tiêu đề, số, chữ ký, nơi nhận.
Căn cứ: Nghị định số 30/2020/NĐ-CP, Phụ lục I, Phần II, mục 1, 3, 7, 9; Hướng dẫn số 05-HD/VPTW, tr. 2, 6, 9, 13, 25.
Ví dụ sai: {co_quan: {ten: TỈNH ỦY CAO BẰNG, ky_hieu: TU}, ky: {quyen_han: TM. BAN THƯỜNG VỤ, chuc_vu: BÍ THƯ, ho_ten: Nguyễn Văn An}}
Ví dụ đúng: {co_quan: {ten: SỞ NGOẠI VỤ, ky_hieu: SNgV, cap_tren: UBND TỈNH CAO BẰNG}, ky: {chuc_vu: GIÁM ĐỐC, ho_ten: Nguyễn Văn An}}
Từ phiên bản: 0.1.0
"""

from collections.abc import Iterator

from ...knowledge.names import fold_plain
from ...messages import N_
from ...model import printed_words
from ...patterns import regex
from ..manuscript import Manuscript
from ..rule import Told, rule

PARTY_BODY = regex(
    r"(?:tinh uy|thanh uy|huyen uy|quan uy|thi uy|dang uy|chi bo|dang bo|ban chap hanh dang bo|ban thuong vu"
    r"|ban tuyen giao|ban dan van|ban noi chinh|uy ban kiem tra (?:tinh|thanh|dang|huyen) uy"
    r"|van phong (?:tinh|thanh|dang|huyen) uy)\b"
)
STATE_BODY = regex(
    r"(?:uy ban nhan dan|ubnd|hoi dong nhan dan|hdnd|so (?:ngoai vu|noi vu|tai chinh|van hoa|tu phap|cong thuong|y te"
    r"|xay dung|giao duc|khoa hoc|nong nghiep|du lich|thong tin|ke hoach)|bo (?:ngoai giao|noi vu|tai chinh|van hoa"
    r"|thong tin|cong thuong|tu phap|y te|xay dung|khoa hoc|giao duc|nong nghiep))\b"
)


@rule("warning", N_("«{words}» là cơ quan {system}, mà the_thuc là {typed}."), N_("Sửa the_thuc: {right}."))
def regime_mix(text: Manuscript) -> Iterator[Told]:
    """Tell a body whose documents are of the other system."""
    if len(text.draft.signers) > 1:
        return
    name = " ".join(printed_words(text.draft.issuer.name).split())
    other = STATE_BODY if text.is_party else PARTY_BODY
    if other.match(fold_plain(name)):
        system = N_("nhà nước") if text.is_party else N_("của Đảng")
        typed, right = ("dang", "nha-nuoc") if text.is_party else ("nha-nuoc", "dang")
        words = printed_words(text.draft.issuer.name).split("\n")[0].strip()
        facts: dict[str, object] = {"system": system, "typed": typed, "right": right, "words": name}
        yield Told(path=("co_quan", "ten"), words=words, facts=facts)
