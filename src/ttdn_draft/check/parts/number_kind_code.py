"""Mã loại trong ký hiệu gõ tay không khớp loại văn bản.

Kiểm tra gì: Phần loại của ký hiệu gõ tay (KH, HD, BC) so với loại của văn bản, cả chữ hoa, chữ Đ.
Vì sao: Vào sổ nhầm loại; HD và HĐ khác nhau chỉ ở chữ Đ.
Căn cứ: Nghị định số 30/2020/NĐ-CP, Điều 7, Phụ lục I, Phần II, mục 3, điểm b, Phụ lục III; Hướng dẫn số 05-HD/VPTW, tr. 7.
Ví dụ sai: ky_hieu: BC-UBND
Ví dụ đúng: ky_hieu: KH-UBND
Từ phiên bản: 0.1.0
"""

from collections.abc import Iterator

from ...messages import N_
from ...patterns import regex
from ..manuscript import Manuscript
from ..rule import Told, rule

CODE = regex(r"[^\s/-]*")


@rule(
    "warning",
    N_("Ký hiệu «{words}» không phải của {kind}: mã loại là {code}."),
    N_("Viết {computed}, hoặc bỏ khoá ky_hieu để chương trình ghép; nếu loại sai thì sửa loai."),
)
def number_kind_code(text: Manuscript) -> Iterator[Told]:
    """Tell a typed symbol that does not begin with the code of its kind."""
    draft, profile = text.draft, text.profile
    kind, typed = profile.find_kind(draft.kind), (draft.symbol or "").strip()
    found = CODE.match(typed)
    if typed and found and found[0] != kind.symbol:
        facts: dict[str, object] = {"kind": kind.name.lower(), "code": kind.symbol}
        facts["computed"] = profile.write_symbol(kind, draft.issuer.symbol)
        yield Told(path=("ky_hieu",), words=typed, facts=facts)
