"""Văn bản viện dẫn không có trong bảng viện dẫn.

Kiểm tra gì: Số, ký hiệu của văn bản cấp trên không có trong bảng viện dẫn của chương trình và của gói; chỉ nhắc khi
được hỏi.
Vì sao: Không có trong bảng thì chương trình không đối chiếu được, người soạn tự kiểm.
Căn cứ: không có quy định; bảng viện dẫn.
Ví dụ sai: Phổ biến Quyết định số 9999/QĐ-TTg ngày 05 tháng 01 năm 2026 của Thủ tướng Chính phủ về công tác thông tin
đối ngoại.
Ví dụ đúng: Phổ biến Quyết định số 173/QĐ-TTg ngày 27 tháng 01 năm 2026 của Thủ tướng Chính phủ phê duyệt Chiến lược
truyền thông quảng bá hình ảnh Việt Nam ra nước ngoài.
Từ phiên bản: 0.1.0
"""

from collections.abc import Iterator

from ...messages import N_
from ..cited import LOCAL
from ..manuscript import Manuscript
from ..rule import Told, about, rule


@rule(
    "note",
    N_("{name} không có trong bảng viện dẫn."),
    N_("Đối chiếu với bản gốc; dẫn nhiều lần thì ghi vào bảng của gói."),
    is_off=True,
)
def citation_unknown(text: Manuscript) -> Iterator[Told]:
    """Tell each document of a body above the issuer that no table has, at its first mention."""
    for cited in text.cited:
        mention = cited.mention
        if (
            cited.is_own
            and cited.is_first
            and mention.kind
            and not cited.known
            and not LOCAL.search(mention.symbol.key[2])
        ):
            yield about(mention, name=mention.name)
