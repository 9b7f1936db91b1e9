"""Bộ, sở, cơ quan nhà nước đã hợp nhất hoặc đổi tên ghi như đang hoạt động.

Kiểm tra gì: Tên bộ, sở, cơ quan nhà nước không còn vào ngày ban hành.
Vì sao: Gửi nhầm nơi; thông tin đối ngoại đã chuyển sang ngành văn hoá.
Căn cứ: Nghị quyết số 176/2025/QH15; Nghị định số 30/2020/NĐ-CP, Phụ lục I, mục II.2a.
Ví dụ sai: Sở Thông tin và Truyền thông chủ trì tổ chức tập huấn.
Ví dụ đúng: Sở Văn hóa, Thể thao và Du lịch chủ trì tổ chức tập huấn.
Từ phiên bản: 0.1.0
"""

from collections.abc import Iterator

from ...messages import N_
from ..manuscript import Manuscript
from ..renamed import tell_renamed
from ..rule import Told, rule


@rule("warning", N_("Ngày {day} không có cơ quan tên «{words}»{doubt}."), N_("Ngày đó là: {now}."))
def ministry_renamed(text: Manuscript) -> Iterator[Told]:
    """Tell each organ of the State under a name that is not that of the day."""
    return tell_renamed(text, "nha-nuoc")
