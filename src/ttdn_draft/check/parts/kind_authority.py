"""Cơ quan ban hành không có quyền ra loại văn bản này.

Kiểm tra gì: Hướng dẫn của chi bộ, hoặc của ban chấp hành đảng uỷ cơ sở (không phải ban thường vụ), từ ngày 09/01/2026.
Vì sao: Văn bản sai thẩm quyền thì phải thu hồi, làm lại bằng loại khác.
Căn cứ: Quy định số 399-QĐ/TW, ngày 09/01/2026 của Ban Bí thư, Điều 11, 13 (đọc qua bản tóm tắt, nên chỉ nhắc).
Ví dụ sai: {he: dang, loai: huong-dan, co_quan: {cap_tren: Đảng uỷ các cơ quan đảng tỉnh, ten: Chi bộ Văn phòng,
 ky_hieu: CB}}
Ví dụ đúng: {he: dang, loai: ke-hoach, co_quan: {cap_tren: Đảng uỷ các cơ quan đảng tỉnh, ten: Chi bộ Văn phòng,
 ky_hieu: CB}}
Từ phiên bản: 0.1.0
"""

from collections.abc import Iterator
from datetime import date

from ...messages import N_, Message
from ..heads import read_issuer_head
from ..manuscript import Manuscript
from ..rule import Told, rule
from ..signing import list_signed

SINCE = date(2026, 1, 9)  # of Quy định số 399-QĐ/TW
GUIDE = "huong-dan"
CELL_COMMITTEE, BASE_COMMITTEE = "chi bộ ", "đảng uỷ "
WHOLE_COMMITTEE = ("ban chap hanh", "dang uy")
BY_STANDING = Message(
    N_("«{words}» ra hướng dẫn: ở đảng uỷ cơ sở, ban thường vụ ra loại này, không phải ban chấp hành."),
    N_("Ký T/M BAN THƯỜNG VỤ, hoặc đổi loại văn bản."),
)


@rule(
    "note",
    N_("{issuer} ra hướng dẫn: chi bộ không ra loại này."),
    N_("Dùng loại khác, ví dụ kế hoạch, thông báo; hoặc sửa co_quan."),
    standards=("dang",),
)
def kind_authority(text: Manuscript) -> Iterator[Told]:
    """Tell a guide of a cell of the Party, and one that the whole committee of a base organisation signs."""
    if text.draft.kind != GUIDE or text.day is None or text.day < SINCE:
        return
    head = read_issuer_head(text)
    if head.name.startswith(CELL_COMMITTEE):
        issuer = " ".join(text.draft.issuer.name.split())
        yield Told(path=("co_quan", "ten"), words=issuer, facts={"issuer": issuer})
    elif head.name.startswith(BASE_COMMITTEE) and not head.is_commune_party:
        for signed in list_signed(text):
            behalf = signed.find("TM")
            if behalf and behalf.named.startswith(WHOLE_COMMITTEE):
                yield Told(path=behalf.path, words=behalf.line, message=BY_STANDING)
